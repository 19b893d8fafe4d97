"""The plan and death reviews through the window: each a whole path, bad answers included."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.partnership import death_reviews, plan, plan_links, plan_pages
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PlanPriorityId, ProjectId
from psg_desktop.domain.lists import Found, FoundKind
from psg_desktop.domain.plan import PlanPriority
from psg_desktop.domain.plan_measures import Better, Figure, MeasureScope
from psg_desktop.domain.projects import Project
from psg_desktop.domain.rag import Rag
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.palette import offered
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.plan.page import PlanPage
from psg_desktop.ui.plan.priority_page import PriorityPage
from psg_desktop.ui.today import targets
from psg_desktop.ui.today.lines import Lines
from psg_desktop.ui.today.page import TodayPage
from psg_desktop.ui.widgets.chips import StatusChip
from tests.builders import a_person
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, words_of


@pytest.fixture
def window(application: Application, office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(office, application.appearance, JobsAtOnce(), Settings())
    qtbot.addWidget(made.frame)
    made.frame.show()
    made.frame.activateWindow()
    qtbot.waitUntil(made.frame.isActiveWindow)
    yield made
    if made.frame.side.sheet is not None:
        made.frame.side.sheet.close_sheet()
    office.forget(made.notifier.announce)


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window.frame)


def answer(hands: Hands, **answers: object) -> None:
    """Put answers into the form that is open."""
    for name, given in answers.items():
        hands.sheet.form.fields[name].control.set_value(given)


def chips(widget: QWidget) -> list[str]:
    """Give the words of every status that can be seen in a part of the window."""
    return [one.accessibleName() for one in widget.findChildren(StatusChip) if one.isVisible()]


def priority_page(window: MainWindow) -> PriorityPage:
    page = window.frame.page
    assert isinstance(page, PriorityPage)
    return page


def test_that_a_plan_is_begun_promised_measured_and_rated(
    window: MainWindow, hands: Hands, office: Office
) -> None:
    begin_with_a_priority(window, hands, office)
    promise(window, hands, office)
    measure(window, hands)
    hands.press("Rate")
    answer(hands, rag=Rag.RED)
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"reason"}
    answer(hands, reason="The lamps are late.")
    hands.save()
    assert "The lamps are late." in words_of(priority_page(window).standing)
    window.frame.go("plan")
    assert chips(window.frame) == ["Red", "1 action overdue, red"]
    said = "Reports: 97 reports, To June. Better: 15 lower than the baseline, 13%"
    assert said in words_of(window.frame)


def begin_with_a_priority(window: MainWindow, hands: Hands, office: Office) -> None:
    window.frame.go("plan")
    assert "No plan is begun yet." in words_of(window.frame)
    hands.press("Begin a plan")
    hands.save()
    hands.press("Add a priority")
    hands.sheet.save_asked.emit()
    assert hands.problems() == {"name": "Enter a name."}
    answer(hands, name="Quieter streets", lead_officer="Joan Cloverley")
    hands.save()
    current = plan_pages.current(office)
    assert current is not None
    (overview,) = plan_pages.page(office, current.id).priorities
    window.screens.plans.open_priority(overview.priority.id)


def promise(window: MainWindow, hands: Hands, office: Office) -> None:
    hands.press("Add an action")
    answer(hands, what="Light the underpass", officer="")
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"agency", "officer", "due"}
    answer(hands, agency=samples.agency(office), officer="Post 7", due=date(2026, 11, 1))
    hands.save()
    assert chips(priority_page(window).promises) == ["Was due Sun 1 Nov 2026, red"]


def measure(window: MainWindow, hands: Hands) -> None:
    hands.press("Add a measure")
    answer(hands, name="Reports", unit="reports", baseline_value=112.0)
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"scope", "better", "baseline_period", "baseline_source"}
    answer(hands, baseline_period="2025/26", baseline_source="Police")
    read = Figure(value=97, period="To June", source="Police", on=date(2026, 7, 1))
    answer(hands, scope=MeasureScope.LOCAL, better=Better.LOWER, readings=(read,))
    hands.save()
    shown = words_of(priority_page(window).measures)
    assert "15 lower than the baseline, 13%" in shown.casefold()
    assert "Baseline 112 reports, 2025/26 (Police)" in shown


@pytest.fixture
def priority(office: Office) -> PlanPriority:
    """A priority that proposes the cases of one focus area."""
    with office.reading() as unit:
        area = unit.focus_areas.all()[0].code
    made = PlanPriority(
        id=PlanPriorityId(office.new_id()), plan=plan.begin(office, 2026), position=0,
        name="Quieter streets", focus_areas=(area,),
    )  # fmt: skip
    plan.save_priority(office, made)
    return made


def test_that_a_case_and_a_project_are_linked_from_their_pages_and_open_from_the_priority(
    window: MainWindow, hands: Hands, office: Office, priority: PlanPriority
) -> None:
    case = samples.bare_case(office)
    with office.working(Act.AMEND_CASE) as unit:
        known = replace(unit.cases.get(case), focus_areas=priority.focus_areas)
        unit.cases.put(known)
    screen = window.screens.open_case(case)
    card = screen.cards["serving"]
    assert "Proposed by its focus areas" in words_of(card)
    hands.press("Link: Quieter streets")
    assert "Proposed" not in words_of(card)
    assert [one.name for one in plan_links.of_case(office, case).served] == ["Quieter streets"]

    project = Project(id=ProjectId(office.new_id()), name="Lamps on the towpath")
    projects.save(office, project)
    window.screens.open_found(Found(kind=FoundKind.PROJECT, id=project.id, label="", detail=""))
    hands.press("Choose priorities")
    answer(hands, priorities=(priority.id,))
    hands.save()
    hands.press("Quieter streets")  # the line on the project's page opens the priority
    page = priority_page(window)
    assert "Lamps on the towpath" in words_of(page.projects)
    hands.press(f"{known.reference} {known.title}")
    assert window.frame.page is not page
    window.frame.go_back()
    hands.press(f"Remove the link: {known.reference} {known.title}")
    assert "No case is linked with it." in words_of(page.cases)
    hands.press("Link all of these")
    assert known.reference in words_of(page.cases)


def test_that_a_death_review_is_kept_without_a_name_and_followed_up(
    window: MainWindow, hands: Hands, office: Office, tmp_path: Path
) -> None:
    people.save(office, a_person(full_name="Wilf Marrowby"))
    window.screens.plans.open_reviews()
    name_a_review(hands)
    recommend(hands, office)
    assert chips(window.frame) == ["Not sent yet, amber"]
    page = window.frame.page
    assert isinstance(page, PlanPage)
    page.reviews.choose = lambda _parent, name: tmp_path / name
    hands.press("Save progress as a workbook...")
    assert "is saved as Death review recommendations.xlsx" in words_of(window.frame)
    book = openpyxl.load_workbook(tmp_path / "Death review recommendations.xlsx")
    assert "Marrowby" not in str([list(sheet.values) for sheet in book.worksheets])
    follow_from_today(window)
    assert window.frame.page is page
    hands.press("Follow up: DARDR 3, 1: Train reception staff.")
    hands.press("Remove")
    assert death_reviews.followed(office)[0].recommendations == ()


def name_a_review(hands: Hands) -> None:
    hands.press("Add a review")
    answer(hands, reference="DARDR 3", title="Wilf Marrowby")
    hands.sheet.save_asked.emit()
    assert hands.problems() == {
        "title": "This still names somebody. Change the marked words. Marked: “Wilf Marrowby”."
    }
    answer(hands, title="Smith review")
    hands.sheet.save_asked.emit()
    assert hands.problems()["title"].endswith("say below that they do not. Marked: “Smith”.")
    assert hands.problems()["checked"] == "Tick this only if the marked words name nobody."
    answer(hands, checked=(True,))
    hands.save()


def recommend(hands: Hands, office: Office) -> None:
    hands.press("Add a recommendation: DARDR 3 Smith review")
    answer(hands, number="1", text="Train reception staff.", agency=samples.agency(office),
           made_on=date(2026, 9, 1), due=date(2027, 3, 1), done=date(2026, 10, 1))  # fmt: skip
    hands.sheet.save_asked.emit()
    assert hands.problems() == {"evidence": "Say what shows that it was done."}
    answer(hands, done=None)
    hands.save()


def follow_from_today(window: MainWindow) -> None:
    window.frame.go("today")
    today = window.frame.page
    assert isinstance(today, TodayPage)
    (lines,) = (one for one in today.findChildren(Lines)
                if one.accessibleName() == "Death review recommendations")  # fmt: skip
    row = lines.table_model.row(0)
    assert row is not None
    assert row.target == targets.OpenDeathReviews()
    today.chosen.emit(row.target)


def test_that_the_search_at_the_top_leads_to_a_priority_and_to_a_recommendation(
    window: MainWindow, office: Office, priority: PlanPriority
) -> None:
    (asked,) = lists.find(office, "quieter")
    assert offered("quieter", [asked], [])[0].detail == "Priority, Plan 2026/27"
    window.screens.open_found(asked)
    assert priority_page(window).heading == priority.name
    for kind in (FoundKind.RECOMMENDATION, FoundKind.DEATH_REVIEW):
        window.frame.go("today")
        window.screens.open_found(Found(kind=kind, id=office.new_id(), label="", detail=""))
        page = window.frame.page
        assert isinstance(page, PlanPage)
        assert page.tabs.currentIndex() == 1
