"""Interventions through the window: registered, served, breached, answered, ended and renewed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.assessing import intervention_kinds as kinds
from psg_desktop.casework.assessing import interventions, register
from psg_desktop.casework.assessing.interventions import Serving
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies, people
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.ids import CaseId, InterventionId, PersonId
from psg_desktop.domain.intervention_facts import Breach, InterventionState, TargetKind
from psg_desktop.domain.intervention_lists import RegisterView
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.text import TEXT_LIMIT
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.interventions_card import InterventionsCard
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.interventions.page import InterventionsPage
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.intervention_form import AREA
from psg_desktop.ui.people.person_page import PersonPage
from psg_desktop.ui.settings_page.page import SettingsPage
from psg_desktop.ui.settings_page.power_sheets import read_length
from psg_desktop.ui.today.clocks_card import clocks
from psg_desktop.ui.widgets.chips import StatusChip
from tests.builders import a_closure
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_case, open_frame, words_of

DAY = timedelta(days=1)


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def case(office: Office) -> CaseId:
    return samples.full_case(office)


@pytest.fixture
def screen(frame: Frame, office: Office, notifier: Notifier, case: CaseId) -> CaseScreen:
    return open_case(frame, office, notifier, case)


@pytest.fixture
def card(screen: CaseScreen) -> InterventionsCard:
    found = screen.cards["interventions"]
    assert isinstance(found, InterventionsCard)
    return found


def subject(office: Office, case: CaseId) -> PersonId:
    return PersonId(lists.case_page(office, case).case.subject)


def issue(office: Office, case: CaseId, code: str = "cpn", days: int = 90) -> InterventionId:
    row = next(one for one in kinds.every(office) if one.code == code)
    made = Intervention(
        id=InterventionId(office.new_id()),
        case=case,
        kind=code,
        facts=row.facts(None),
        target_kind=TargetKind.PERSON,
        target=subject(office, case),
        agency=agencies.choices(office)[0].id,
        conditions=("Not to enter Sluice Lane.",),
    )
    today = office.today()
    interventions.register(office, made, Serving(on=today, expires=today + days * DAY))
    return made.id


def only(office: Office, case: CaseId) -> Intervention:
    (held,) = register.of_case(office, case)
    return held.intervention


def chips(card: InterventionsCard) -> list[str]:
    return [one.status.word for one in card.findChildren(StatusChip) if one.isVisible()]


def test_that_a_notice_is_registered_by_keys_with_its_last_day_proposed(
    hands: Hands, card: InterventionsCard, office: Office, case: CaseId
) -> None:
    card.register()
    hands.tab_to("Intervention")
    hands.type("Community")
    hands.tab_to("For")
    hands.type("Wendell")
    hands.tab_to("Issued by")
    hands.type("Police")
    hands.fill({"Served on": "today"})
    form = hands.sheet.form
    assert form.fields["expires"].control.value() == office.today().replace(year=2027) - DAY
    cautions = form.cautions.text()  # type: ignore[attr-defined]  # it is an InterventionForm
    assert "usually comes before" in cautions
    assert "21 days" in cautions
    hands.save()
    kept = only(office, case)
    assert (kept.kind, kept.state) == ("cpn", InterventionState.IN_FORCE)
    assert kept.target == subject(office, case)
    assert chips(card)[0] == "In force, 364 days left"
    undoing.undo_last(office)
    assert register.of_case(office, case) == ()


def test_that_every_answer_that_is_missing_is_named_beside_its_field(
    hands: Hands, card: InterventionsCard
) -> None:
    card.register()
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"kind", "target"}
    form = hands.sheet.form
    form.show_values({"kind": "cpn", "target": AREA, "served_on": None})
    form.changed.emit()
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"area"}


def test_that_a_child_too_young_for_it_is_refused_beside_the_name(
    hands: Hands, card: InterventionsCard, office: Office, case: CaseId
) -> None:
    person = people.get(office, subject(office, case))
    people.save(office, replace(person, born=office.today() - 5000 * DAY))
    card.register()
    target = (TargetKind.PERSON, person.id)
    agency = agencies.choices(office)[0].id
    values = {"kind": "cpn", "target": target, "agency": agency, "served_on": office.today()}
    hands.sheet.form.show_values(values)
    hands.key(Key.Key_S, CTRL)
    assert "too young" in hands.problems()["target"]


def test_that_conditions_of_20000_characters_are_kept_and_longer_ones_named(
    hands: Hands, card: InterventionsCard, office: Office, case: CaseId
) -> None:
    issue(office, case)
    hands.choose("More: CPN, from Sat 21 Nov 2026: Wendell Tansyfield", "Change")
    hands.sheet.form.show_values({"conditions": ("x" * (TEXT_LIMIT + 1),)})
    hands.key(Key.Key_S, CTRL)
    assert "Shorten" in hands.problems()["conditions"]
    hands.sheet.form.fields["conditions"].control.set_value(("x" * TEXT_LIMIT,))
    hands.save()
    assert only(office, case).conditions == ("x" * TEXT_LIMIT,)
    assert "Show all of it" in words_of(card)


def test_that_a_breach_stays_in_sight_until_it_is_answered(
    hands: Hands, card: InterventionsCard, office: Office, case: CaseId
) -> None:
    issue(office, case)
    hands.press("Record a breach: CPN, from Sat 21 Nov 2026: Wendell Tansyfield")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["evidence"] == "Say what happened and how it is known."
    hands.tab_to("What happened, and how it is known")
    hands.type("Seen in Sluice Lane at 02:00 by two neighbours.")
    hands.save()
    assert "Breach of Sat 21 Nov not answered" in chips(card)
    assert clocks(lists.today(office)) is not None
    hands.press("Answer the breach: CPN, from Sat 21 Nov 2026: Wendell Tansyfield")
    hands.tab_to("What was done about it")
    hands.type("Fixed penalty issued.")
    hands.save()
    assert "Breach of Sat 21 Nov not answered" not in chips(card)
    assert only(office, case).breaches[0].action == "Fixed penalty issued."


def test_that_an_appeal_that_succeeds_quashes_it_with_its_reason(
    hands: Hands, card: InterventionsCard, office: Office, case: CaseId
) -> None:
    issue(office, case)
    more = "More: CPN, from Sat 21 Nov 2026: Wendell Tansyfield"
    hands.choose(more, "Record an appeal")
    hands.tab_to("Who appealed")
    hands.type("Whoever")
    hands.save()
    assert "Appeal of Sat 21 Nov not decided" in chips(card)
    hands.choose(more, "Outcome of the appeal")
    hands.tab_to("What became of it")
    hands.type("Allowed")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["end_reason"]
    hands.tab_to("Why it was quashed")
    hands.type("Served at the wrong address.")
    hands.save()
    assert only(office, case).state is InterventionState.QUASHED
    assert chips(card) == ["Quashed on appeal"]


def test_that_it_is_reviewed_ended_early_and_renewed(
    hands: Hands, card: InterventionsCard, office: Office, case: CaseId
) -> None:
    first = issue(office, case, "abc", days=9)
    more = "More: ABC, from Sat 21 Nov 2026: Wendell Tansyfield"
    hands.choose(more, "Review")
    hands.type("Kept to it.")
    hands.save()
    hands.choose(more, "Renew")
    form = hands.sheet.form
    assert form.values()["conditions"] == ("Not to enter Sluice Lane.",)
    assert form.values()["starts"] == office.today() + 10 * DAY
    hands.save()
    buttons = [
        one.accessibleName() for one in card.findChildren(QAbstractButton) if one.isVisible()
    ]
    assert len(set(buttons)) == len(buttons)
    held = register.of_case(office, case)
    assert {one.intervention.renews for one in held} == {None, first}
    interventions.end_early(office, first, office.today(), "Moved away.")
    assert interventions.get(office, first).reviews[0].outcome == "Kept to it."
    assert "Ended early" in chips(card)


def test_that_a_planned_one_is_served_or_withdrawn(
    hands: Hands, card: InterventionsCard, office: Office, case: CaseId
) -> None:
    issue(office, case, "cpw")
    undoing.undo_last(office)
    card.register()
    target = (TargetKind.PERSON, subject(office, case))
    agency = agencies.choices(office)[0].id
    hands.sheet.form.show_values({"kind": "cpw", "target": target, "agency": agency})
    hands.save()
    assert chips(card) == ["Planned"]
    hands.press("Serve: CPW, not served: Wendell Tansyfield")
    hands.save()
    assert only(office, case).state is InterventionState.IN_FORCE


def test_that_a_closed_case_offers_what_happens_to_an_order_and_nothing_new(
    card: InterventionsCard, office: Office, case: CaseId
) -> None:
    issue(office, case)
    issue(office, case, "abc")
    cases.close(office, case, a_closure(on=office.today()))
    assert words_of(card).count("Record a breach") == 1
    for new in ("Register an intervention", "Renew", "Change"):
        assert new not in words_of(card)


def test_that_the_history_tells_serving_breach_and_end_in_words(
    screen: CaseScreen, office: Office, case: CaseId
) -> None:
    made = issue(office, case)
    interventions.record_breach(office, made, Breach(on=office.today(), evidence="Seen."))
    interventions.end_early(office, made, office.today(), "Moved away.")
    screen.go("trail")
    told = words_of(screen.trail)
    for line in ("Intervention registered", "Breach recorded", "Intervention ended early"):
        assert f"{line}: CPN, Wendell Tansyfield" in told


def test_that_the_register_narrows_opens_and_copies(
    frame: Frame, office: Office, notifier: Notifier, case: CaseId, qtbot: QtBot
) -> None:
    issue(office, case, "abc", days=9)
    issue(office, case, "cpw")
    page = InterventionsPage(office, notifier)
    frame.open_page(page)
    assert [row.short_name for row in page.table.table_model.rows] == ["ABC", "CPW"]
    page.view.set_value(RegisterView.EXPIRING)
    page.view.edited.emit()
    assert [row.short_name for row in page.table.table_model.rows] == ["ABC"]
    page.kind.set_value("cpw")
    page.kind.edited.emit()
    assert not page.table.table_model.rows
    page._widen()
    page.copy_list.click()
    copied = QApplication.clipboard().text().split("\n")
    assert len(copied) == 3
    assert copied[0].startswith("Status\tKind\tFor")
    page.focus_start()
    with qtbot.waitSignal(page.intervention_chosen) as chosen:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert chosen.args == [case]


def test_that_the_page_of_a_person_lists_theirs(
    frame: Frame, office: Office, notifier: Notifier, case: CaseId
) -> None:
    issue(office, case)
    page = PersonPage(office, notifier, subject(office, case))
    frame.open_page(page)
    assert "Community protection notice" in words_of(page.interventions)


def test_that_the_law_before_and_after_a_change_stands_side_by_side(
    frame: Frame, hands: Hands, office: Office, notifier: Notifier, application: Application
) -> None:
    page = SettingsPage(office, notifier, application.appearance, Settings)
    page.sheet_asked.connect(frame.open_sheet)
    frame.open_page(page)
    page.show_view("powers")
    hands.press("Show 3 kinds: Notice")
    focused = frame.focusWidget()
    assert focused is not None
    assert page.powers.isAncestorOf(focused)  # the link that was pressed is gone
    hands.choose("More: Community protection notice (CPN)", "The law changes")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["since"] == "Enter the date."
    fields = hands.sheet.form.fields
    fields["since"].control.set_value(office.today() + 5 * DAY)
    fields["appeal_days"].control.set_value(28)
    hands.save()
    shown_buttons = (one for one in page.powers.findChildren(QAbstractButton) if one.isVisible())
    buttons = [one.accessibleName() for one in shown_buttons]
    assert len(set(buttons)) == len(buttons)
    shown = words_of(page.powers)
    assert "Community protection notice: the law before and after" in shown
    assert {"21 days", "28 days"} <= set(shown.split("\n"))


def test_that_a_coming_power_is_given_a_date(
    frame: Frame, hands: Hands, office: Office, notifier: Notifier, application: Application
) -> None:
    page = SettingsPage(office, notifier, application.appearance, Settings)
    page.sheet_asked.connect(frame.open_sheet)
    frame.open_page(page)
    page.show_view("powers")
    hands.press("Show 7 kinds: Order by a court")
    hands.press("Give it a date: Respect order")
    hands.fill({"It is law from": "today"})
    hands.save()
    (row,) = [one for one in kinds.every(office) if one.code == "respect_order"]
    assert row.in_force(office.today())
    undoing.undo_last(office)
    assert not kinds.in_force(office, office.today())[-1].code.startswith("respect")


def test_that_a_length_is_read_as_it_is_typed() -> None:
    read = read_length("6 months")
    assert read is not None
    assert (read.count, read.unit.value) == (6, "months")
    year = read_length("1 Year")
    assert year is not None
    assert year.unit.value == "years"
    assert [read_length(typed) for typed in ("six months", "0 days", "6", "6 moons")] == [None] * 4
