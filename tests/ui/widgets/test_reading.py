import io
from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.ui import appearance as looks
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.theme import SchemeChoice
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.chips import Status, StatusChip
from psg_desktop.ui.widgets.labels import ShortLabel, label
from psg_desktop.ui.widgets.marked_text import MarkedText, Span
from psg_desktop.ui.widgets.pdf_view import PdfView
from psg_desktop.ui.widgets.sections import Card, Entry, Facts, ReadingColumn, TimeLine
from psg_desktop.ui.widgets.text_compare import TextCompare
from psg_desktop.ui.widgets.wizard import Step, Wizard

TEXT = "🙂 Rowan B lives at Mill Lane."
ROWAN = Span(2, 9, "doubtful", "May be a name.")
LANE = Span(19, 28, "removed", "A street.")


def open_(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_that_a_status_is_told_apart_without_colour(qtbot: QtBot) -> None:
    pictures = set()
    for state in ("red", "amber", "green", "none", "done", "plain"):
        chip = StatusChip(Status(state, ""))
        qtbot.addWidget(chip)
        chip.resize(60, 24)
        grey = chip.grab().toImage().convertToFormat(QImage.Format.Format_Mono)
        pictures.add(bytes(grey.constBits()))
    assert len(pictures) == 6


@pytest.mark.parametrize(
    ("status", "spoken"),
    [
        (Status("red", "High"), "High, red"),
        (Status("red", "Red for delivery"), "Red for delivery"),
        (Status("done", "Closed"), "Closed"),
        (Status("plain", "Active plan"), "Active plan"),
    ],
)
def test_that_a_status_is_read_out_with_its_mark(status: Status, spoken: str, qtbot: QtBot) -> None:
    chip = StatusChip(status)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == spoken


def test_that_passages_are_counted_in_characters_whatever_stands_before(qtbot: QtBot) -> None:
    text = MarkedText("As written")
    open_(text, qtbot)
    text.show_text(TEXT, [LANE, ROWAN])
    assert TEXT[ROWAN.start : ROWAN.end] == "Rowan B"
    assert [made.cursor.selectedText() for made in text.extraSelections()] == [
        "Rowan B",
        "Mill Lane",
    ]
    selection = text.extraSelections()[0]  # kept, or Qt deletes the cursor with it
    cursor = selection.cursor
    with qtbot.waitSignal(text.selected) as selected:
        text.setTextCursor(cursor)
    assert selected.args == [ROWAN.start, ROWAN.end]


def test_that_passages_are_walked_through_with_a_key_and_round(qtbot: QtBot) -> None:
    compare = TextCompare("As written", "As printed", ("Replace", "Keep"))
    open_(compare, qtbot)
    compare.show_texts((TEXT, [ROWAN, LANE]), ("Someone lives locally.", ()))
    assert not compare._buttons[0].isEnabled()
    compare.left.setFocus()
    walked = []
    compare.walked.connect(walked.append)
    for _ in range(3):
        qtbot.keyClick(compare.left, Qt.Key.Key_F8)
    qtbot.keyClick(compare.left, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert walked == [ROWAN, LANE, ROWAN, LANE]
    assert compare._said.text() == "2 of 2: A street."
    with qtbot.waitSignal(compare.answered) as answered:
        qtbot.mouseClick(compare._buttons[1], Qt.MouseButton.LeftButton)
    assert answered.args == [LANE, "Keep"]


def test_that_only_the_right_text_is_typed_into(qtbot: QtBot) -> None:
    compare = TextCompare("As written", "As printed", (), editable=True)
    open_(compare, qtbot)
    with qtbot.assertNotEmitted(compare.edited):
        compare.show_texts(("One", ()), ("Two", ()))
    qtbot.keyClicks(compare.left, "x")
    assert compare.left.toPlainText() == "One"
    with qtbot.waitSignal(compare.edited) as edited:
        qtbot.keyClicks(compare.right, "x")
    assert edited.args == ["xTwo"]


def test_that_words_like_markup_are_shown_as_they_are(qtbot: QtBot) -> None:
    text = MarkedText("As written")
    qtbot.addWidget(text)
    text.show_text("<b>not bold</b>")
    assert text.toPlainText() == "<b>not bold</b>"
    assert label("<b>x</b>").textFormat() is Qt.TextFormat.PlainText
    for part in (
        Facts([("Title", "<b>x</b>")]),
        TimeLine([Entry(1, "today", "Fact", "<i>y</i>", "<b>x</b>")]),
    ):
        qtbot.addWidget(part)
        formats = {made.textFormat() for made in part.findChildren(QLabel) if made.text()}
        assert formats == {Qt.TextFormat.PlainText}


def picture(colour: tuple[int, int, int]) -> Callable[[int, int], bytes]:
    def draw(_page: int, width: int) -> bytes:
        kept = io.BytesIO()
        Image.new("RGB", (width, round(width * 1.414)), colour).save(kept, "PNG")
        return kept.getvalue()

    return draw


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    made = PdfView("Delivery Group pack")
    made.resize(600, 400)
    open_(made, qtbot)
    made.show_document(3, picture((200, 30, 30)), ("Cover", "Caseload", "Actions"))
    return made


def test_that_a_page_fits_the_width_and_is_described(view: PdfView) -> None:
    inside = view._area.viewport().width()
    assert view._sheet.pixmap().width() == inside
    assert view._sheet.accessibleDescription() == "Cover"
    view.resize(800, 400)
    assert view._sheet.pixmap().width() > inside
    view.zoom(1)
    assert view._sheet.pixmap().width() == round(view._area.viewport().width() * 1.25)


def test_that_page_down_turns_the_page_at_its_end(view: PdfView, qtbot: QtBot) -> None:
    bar = view._area.verticalScrollBar()
    qtbot.keyClick(view._area, Qt.Key.Key_PageDown)
    assert view.page == 0
    assert bar.value() > 0
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(view.turned) as turned:
        qtbot.keyClick(view._area, Qt.Key.Key_PageDown)
    assert turned.args == [1]
    assert bar.value() == 0
    qtbot.keyClick(view._area, Qt.Key.Key_PageUp)
    assert view.page == 0
    qtbot.keyClick(view._area, Qt.Key.Key_End)
    assert view._where.text() == "Page 3 of 3"


def test_that_a_page_is_shown_as_a_greyscale_printer_would(view: PdfView) -> None:
    view._grey.setChecked(True)
    seen = view._sheet.pixmap().toImage().pixelColor(5, 5)
    assert seen.red() == seen.green() == seen.blue()


def test_that_a_document_without_pages_shows_none(view: PdfView) -> None:
    view.show_document(0, picture((0, 0, 0)))
    assert view._sheet.pixmap().isNull()


def test_that_a_step_waits_for_what_is_missing(qtbot: QtBot) -> None:
    missing = ["Choose a file first."]
    first = Step("Choose a file", QWidget(), missing=lambda: missing[0])
    wizard = Wizard([first, Step("Check", QWidget(), "Import 12 cases")])
    open_(wizard, qtbot)
    wizard.onward.click()
    assert wizard.place == 0
    assert wizard.banner.words == "Choose a file first."
    missing[0] = ""
    with qtbot.waitSignal(wizard.entered) as entered:
        wizard.onward.click()
    assert entered.args == [1]
    assert wizard.onward.text() == "Import 12 cases"
    assert not wizard.banner.isVisible()
    with qtbot.waitSignal(wizard.finished):
        wizard.onward.click()
    wizard.go_back()
    assert wizard.place == 0


def test_that_a_message_waits_for_the_page_that_holds_it(qtbot: QtBot) -> None:
    banner = Banner()
    banner.say("Nothing can open this without the passphrase.", Tone.CARE)
    assert not banner.isVisible()
    card = Card("Passphrase")
    card.add(banner)
    open_(card, qtbot)
    assert banner.isVisible()
    banner._close.click()
    assert not banner.isVisible()


def test_that_a_part_of_a_page_is_scrolled_to(qtbot: QtBot) -> None:
    column = ReadingColumn("Case")
    for key in ("summary", "actions", "history"):
        card = Card(key.title())
        filler = QWidget()
        filler.setFixedHeight(500)
        card.add(filler)
        column.add(key, card)
    column.resize(600, 300)
    open_(column, qtbot)
    column.go("actions")
    assert abs(column._parts["actions"].mapTo(column, column.rect().topLeft()).y()) <= 2


def test_that_facts_without_words_are_left_out(qtbot: QtBot) -> None:
    facts = Facts([("State", "Active plan"), ("Told", "")])
    qtbot.addWidget(facts)
    assert facts._layout.rowCount() == 1
    facts.show_facts([("Risk", Status("red", "High")), ("State", "Closed")])
    assert facts._layout.rowCount() == 2


def test_that_a_short_label_gives_way_and_tells_the_rest(qtbot: QtBot) -> None:
    short = ShortLabel("page")
    qtbot.addWidget(short)
    short.setText("PSG-2026-014, a long neutral working title")
    short.resize(80, 30)
    short.grab()
    assert short.toolTip() == short.text()
    short.resize(2000, 30)
    short.grab()
    assert short.toolTip() == ""


def test_that_marked_passages_take_the_new_look(appearance: Appearance, qtbot: QtBot) -> None:
    text = MarkedText("As written")
    open_(text, qtbot)
    text.show_text(TEXT, [ROWAN])
    appearance.apply(SchemeChoice.DARK)
    selection = text.extraSelections()[0]  # kept, or Qt deletes the format with it
    assert selection.format.background().color() == looks.current().colour("mark")
