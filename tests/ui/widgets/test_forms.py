from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from psg_desktop.ui.date_lines import date_line
from psg_desktop.ui.widgets.autosave import Autosave
from psg_desktop.ui.widgets.buttons import LinkLine
from psg_desktop.ui.widgets.choices import SearchChoice, Ticks, among
from psg_desktop.ui.widgets.controls import Choice, Control, Line, LongText, Option
from psg_desktop.ui.widgets.dates import BirthDate, DateLine
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.row_editor import RowEditor
from psg_desktop.ui.widgets.side_sheet import SideSheet
from psg_desktop.words.typed_dates import Reckoning
from tests.ui.kit_windows import LONG_PROBLEM, every_control

AGENCIES = [Option(1, "Housing", "Council"), Option(2, "Police"), Option(3, "Fire and rescue")]


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = every_control()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_that_a_problem_stands_beside_its_field_and_in_the_summary(
    form: Form, qtbot: QtBot
) -> None:
    form.show_problems({"what": "Say what will be done.", "elsewhere": "The case is closed."})
    field = form.fields["what"]
    assert field.problem == "Say what will be done."
    line = field.control.parts()[0]
    assert line.accessibleDescription().startswith("Say what will be done.")
    assert form._summary.isVisible()
    assert form._summary.hasFocus()
    link = form._summary.findChildren(QPushButton)[0]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert line.hasFocus()
    form.show_problems({})
    assert not form._summary.isVisible()
    assert line.accessibleDescription() == "Start with a verb."


def test_that_the_wheel_changes_no_choice_while_the_form_is_scrolled(form: Form) -> None:
    combo = next(one for one in form.findChildren(QComboBox) if one.count() > 2)
    before = combo.currentIndex()
    combo.setFocus()
    notch = QWheelEvent(
        QPointF(5, 5),
        QPointF(combo.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, notch)
    assert combo.currentIndex() == before
    assert not combo.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


def test_that_the_one_field_that_is_wrong_takes_the_focus(form: Form) -> None:
    form.show_problems({"owner": "Choose who will do it."})
    assert form.fields["owner"].control.parts()[0].hasFocus()


def test_that_the_one_field_that_is_wrong_is_seen(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    made = every_control()
    area.setWidget(made)
    area.setWidgetResizable(True)
    area.resize(500, 300)
    area.show()
    last = list(made.fields)[-1]
    made.show_problems({last: "Choose another."})
    seen = made.fields[last].visibleRegion().boundingRect().height()
    assert seen > 0


def test_that_the_sentence_beside_the_one_wrong_field_is_seen_whole(qtbot: QtBot) -> None:
    """The summary goes and the sentence comes: what is in sight is settled after that."""
    area = QScrollArea()
    qtbot.addWidget(area)
    made = every_control()
    area.setWidget(made)
    area.setWidgetResizable(True)
    area.resize(500, 300)
    area.show()
    names = list(made.fields)
    made.show_problems(dict.fromkeys(names, LONG_PROBLEM))
    qtbot.waitUntil(made._summary.isVisible)
    middle = made.fields[names[len(names) // 2]]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    made.show_problems({names[len(names) // 2]: "Choose another."})
    qtbot.waitUntil(made._summary.isVisible)
    qtbot.waitUntil(lambda: middle.visibleRegion().boundingRect().height() == middle.height())


def test_that_enter_adds_a_row_and_takes_it_away(form: Form, qtbot: QtBot) -> None:
    rows = RowEditor("telephone", lambda: {"number": ("Number", Line())})
    form.add("telephones", "Telephones", rows)
    for _ in range(2):
        rows.parts()[-1].setFocus()
        qtbot.keyClick(rows.parts()[-1], Qt.Key.Key_Return)
    assert len(rows.findChildren(Line)) == 2
    qtbot.keyClick(rows.parts()[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(rows.findChildren(Line)) == 1)


def test_that_the_summary_lists_the_fields_in_the_order_of_the_form(form: Form) -> None:
    first, second = list(form.fields)[:2]
    form.show_problems({second: "The second.", "elsewhere": "The whole.", first: "The first."})
    assert form._summary.hasFocus()
    assert form._summary.accessibleName().endswith("The whole. The first. The second.")


def test_that_a_problem_is_withdrawn_when_its_answer_is_good(form: Form) -> None:
    form.show_problems({"what": "Say what will be done.", "owner": "Choose who will do it."})
    form.withdraw("what")
    assert form.fields["what"].problem == ""
    assert form.fields["owner"].problem
    assert "One answer" in form._summary.accessibleName()
    form.withdraw("owner")
    assert form._summary.isHidden()


def test_that_a_long_problem_wraps_in_a_narrow_form(form: Form) -> None:
    form.resize(form.minimumSizeHint().width(), 900)
    before = form.minimumSizeHint().width()
    form.show_problems({"what": LONG_PROBLEM})
    assert form.minimumSizeHint().width() <= before
    (line,) = form._summary.findChildren(LinkLine)
    assert line.words == LONG_PROBLEM
    assert line.height() > 3 * line.fontMetrics().height()


def test_that_a_space_belongs_to_the_name_that_is_typed(qtbot: QtBot) -> None:
    councils = ("East Anglia", "East Cambridgeshire", "Eastern Homes")
    choice = Choice([Option(key, words) for key, words in enumerate(councils)])
    heard: list[object] = []
    choice.edited.connect(lambda: heard.append(choice.value()))
    qtbot.addWidget(choice)
    choice.show()
    choice.activateWindow()
    choice.combo.setFocus()
    qtbot.waitUntil(choice.combo.hasFocus)
    qtbot.keyClicks(choice.combo, "East C")
    assert not choice.combo.view().isVisible()
    assert choice.combo.currentText() == "East Cambridgeshire"
    assert heard[-1] == 1


def test_that_a_space_by_itself_opens_the_list(qtbot: QtBot) -> None:
    choice = Choice([Option(1, "Housing")])
    qtbot.addWidget(choice)
    choice.show()
    choice.activateWindow()
    choice.combo.setFocus()
    qtbot.waitUntil(choice.combo.hasFocus)
    qtbot.keyClicks(choice.combo, " ")
    assert choice.combo.view().isVisible()
    choice.combo.hidePopup()


def test_that_an_optional_field_says_so_and_no_other_does(form: Form) -> None:
    marked = {name for name, field in form.fields.items() if "(optional)" in field._label.text()}
    assert marked == {"born", "wards", "phones", "notes"}


def test_that_a_form_knows_whether_anything_would_be_lost(form: Form, qtbot: QtBot) -> None:
    assert not form.is_changed()
    with qtbot.waitSignal(form.changed):
        qtbot.keyClicks(form.fields["what"].control.parts()[0], "Visit")
    assert form.is_changed()
    form.mark_saved()
    assert not form.is_changed()


def test_that_a_half_typed_date_counts_as_a_change_and_is_said(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.fields["due"].control.parts()[0], "3 dex")
    assert form.is_changed()
    assert form.unreadable() == {"due": "Write the date as 2026-12-03."}


def test_that_a_hidden_field_is_left_out(form: Form) -> None:
    form.show_only("wards", shown=False)
    assert "wards" not in form.values()


VALUES: list[tuple[Callable[[], Control], object]] = [
    (Line, "Visit"),
    (LongText, "One\nTwo"),
    (lambda: Choice(AGENCIES), 2),
    (lambda: Choice(AGENCIES), None),
    (lambda: Ticks(AGENCIES), (1, 3)),
    (lambda: Ticks([Option(n, f"Ward {n}") for n in range(40)]), (0, 39)),
    (BirthDate, date(1980, 3, 31)),
    (BirthDate, None),
    (lambda: RowEditor("alias", lambda: {"name": ("Name", Line())}), ({"name": "Łukasz"},)),
    (lambda: date_line(Reckoning(today=date(2026, 11, 21))), date(2026, 12, 3)),
]


@pytest.mark.parametrize(("make", "value"), VALUES)
def test_that_what_is_put_into_a_control_is_what_is_got(
    make: Callable[[], Control], value: object, qtbot: QtBot
) -> None:
    control = make()
    qtbot.addWidget(control)
    with qtbot.assertNotEmitted(control.edited):
        control.set_value(value)
    assert control.value() == value
    assert control.problem() == ""


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (("31", "3", "1980"), date(1980, 3, 31)),
        (("31", "March", "1980"), date(1980, 3, 31)),
        (("1", "sept", "1980"), date(1980, 9, 1)),
        (("29", "feb", "2000"), date(2000, 2, 29)),
    ],
)
def test_that_a_month_may_be_a_figure_or_a_name(
    typed: tuple[str, str, str], value: date, qtbot: QtBot
) -> None:
    born = BirthDate()
    qtbot.addWidget(born)
    for box, text in zip(born._boxes, typed, strict=True):
        qtbot.keyClicks(box, text)
    assert born.value() == value


@pytest.mark.parametrize(
    "typed",
    [("31", "2", "1980"), ("31", "", "1980"), ("1", "1", "80"), ("1", "ma", "1980"), ("", "", "1")],
)
def test_that_a_birth_date_that_cannot_be_is_said(
    typed: tuple[str, str, str], qtbot: QtBot
) -> None:
    born = BirthDate()
    qtbot.addWidget(born)
    for box, text in zip(born._boxes, typed, strict=True):
        box.setText(text)
    assert born.value() is None
    assert born.problem()


def test_that_a_full_box_of_a_birth_date_does_not_jump_ahead(qtbot: QtBot) -> None:
    born = BirthDate()
    qtbot.addWidget(born)
    born.show()
    born.activateWindow()
    qtbot.waitUntil(born.isActiveWindow)
    born._boxes[0].setFocus()
    qtbot.keyClicks(born._boxes[0], "31")
    assert born._boxes[0].hasFocus()


def test_that_a_date_is_echoed_in_full_while_it_is_typed(qtbot: QtBot) -> None:
    due = date_line(Reckoning(today=date(2026, 11, 21)))
    qtbot.addWidget(due)
    qtbot.keyClicks(due.line, "3 dec")
    assert due.value() == date(2026, 12, 3)
    assert "3 December 2026" in due._echo.text()


def test_that_a_day_of_the_calendar_is_taken(qtbot: QtBot) -> None:
    due = DateLine(lambda _text: date(2026, 12, 3), lambda day: day.isoformat())
    qtbot.addWidget(due)
    due.set_value(date(2026, 12, 3))
    assert due.line.text() == "3 December 2026"


def agency_choice(qtbot: QtBot, add: str = "") -> SearchChoice:
    made = SearchChoice(among(AGENCIES), add=add)
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_words_that_choose_nothing_are_said(qtbot: QtBot) -> None:
    agency = agency_choice(qtbot)
    qtbot.keyClicks(agency.line, "hou")
    assert agency.value() is None
    assert agency.problem()
    agency._choose(agency._offered.index(0, 0))
    assert agency.value() == 1
    assert agency.line.text() == "Housing"


def test_that_the_full_words_of_an_option_choose_it(qtbot: QtBot) -> None:
    agency = agency_choice(qtbot)
    qtbot.keyClicks(agency.line, "police")
    assert agency.value() == 2


def test_that_options_are_found_by_any_of_their_words() -> None:
    find = among(AGENCIES)
    assert [option.key for option in find("rescue fire")] == [3]
    assert [option.key for option in find("council")] == [1]
    assert list(find("zebra")) == []


def test_that_something_new_is_asked_for_with_what_was_typed(qtbot: QtBot) -> None:
    agency = agency_choice(qtbot, add="Add a new agency")
    qtbot.keyClicks(agency.line, "Probation")
    with qtbot.waitSignal(agency.add_asked) as asked:
        agency._add.click()
    assert asked.args == ["Probation"]
    agency.set_option(Option(9, "Probation"))
    assert agency.value() == 9


def test_that_rows_are_added_and_removed_by_keys(qtbot: QtBot) -> None:
    phones = RowEditor("phone number", lambda: {"number": ("Number", Line())})
    qtbot.addWidget(phones)
    phones.show()
    phones.activateWindow()
    qtbot.waitUntil(phones.isActiveWindow)
    assert phones._add.text() == "Add a phone number"
    qtbot.keyClick(phones._add, Qt.Key.Key_Space)
    first = phones.parts()[0]
    assert first.hasFocus()
    assert first.accessibleName() == "Number, Phone number 1"
    qtbot.keyClicks(first, "01632 960001")
    qtbot.keyClick(phones._add, Qt.Key.Key_Space)
    assert phones.value() == ({"number": "01632 960001"},)
    remove = phones._rows[0]._remove
    assert remove.accessibleName() == "Remove Phone number 1"
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    assert phones.value() == ()
    assert phones.parts()[0].hasFocus()


def test_that_too_long_a_text_is_said_and_counted(qtbot: QtBot) -> None:
    text = LongText(longest=10)
    qtbot.addWidget(text)
    text.text.setPlainText("twelve chars")
    assert text.problem() == "Shorten this by 2 characters."
    assert text._count.text() == "2 characters too many"


def sheet_of(form: Form, qtbot: QtBot) -> SideSheet:
    sheet = SideSheet("New action", form)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.focus_first()
    return sheet


def test_that_escape_closes_an_unchanged_sheet_at_once(qtbot: QtBot) -> None:
    sheet = sheet_of(every_control(), qtbot)
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Escape)


def test_that_escape_asks_when_something_would_be_lost(qtbot: QtBot) -> None:
    form = every_control()
    sheet = sheet_of(form, qtbot)
    line = form.fields["what"].control.parts()[0]
    qtbot.keyClicks(line, "Visit")
    with qtbot.assertNotEmitted(sheet.closed):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert sheet._keep.hasFocus()
    with qtbot.assertNotEmitted(sheet.closed):
        qtbot.keyClick(sheet._keep, Qt.Key.Key_Escape)
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.mouseClick(sheet._keep, Qt.MouseButton.LeftButton)
    assert line.hasFocus()
    assert form.values()["what"] == "Visit"


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_that_a_sheet_is_saved_by_keys(key: Qt.Key, qtbot: QtBot) -> None:
    form = every_control()
    sheet = sheet_of(form, qtbot)
    for name in ("what", "notes"):
        with qtbot.waitSignal(sheet.save_asked):
            part = form.fields[name].control.parts()[0]
            part.setFocus()
            qtbot.keyClick(part, key, Qt.KeyboardModifier.ControlModifier)


def test_that_typing_is_saved_after_a_pause_and_when_the_editor_goes(qtbot: QtBot) -> None:
    kept: list[str] = []
    text = LongText()
    qtbot.addWidget(text)
    text.show()
    saver = Autosave(text.text, kept.append, pause=20)
    qtbot.keyClicks(text.text, "Spoke")
    qtbot.waitUntil(lambda: kept == ["Spoke"])
    qtbot.keyClicks(text.text, " to her")
    text.hide()
    assert kept == ["Spoke", "Spoke to her"]
    saver.flush()
    assert len(kept) == 2
