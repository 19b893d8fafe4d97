"""The page of a project: what was agreed stays in sight, what is wrong stands by its field."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases, projects
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import objectives, progress, project_files, returns
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import CaseId, ObjectiveId, ProjectId, ProjectRatingId
from psg_desktop.domain.objectives import Measure, Objective
from psg_desktop.domain.project_files import ProjectClock, ProjectFile
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.projects import BudgetLine, Milestone, Project, QuarterMoney
from psg_desktop.domain.rag import Rag
from psg_desktop.papers.project_return import ReturnSheet as ReturnPart
from psg_desktop.ui.application import Application
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.projects.page import ProjectsPage
from psg_desktop.ui.projects.project_page import ProjectPage
from psg_desktop.ui.projects.quarter_grid import QuarterGrid
from psg_desktop.ui.projects.return_sheet import ReturnSheet
from psg_desktop.ui.today import targets
from psg_desktop.ui.today.lines import Lines
from psg_desktop.ui.today.page import TodayPage
from psg_desktop.ui.widgets.chips import StatusChip
from tests.ui.cases.desk import CTRL, Hands, Key, open_case, open_frame, words_of

Q1, Q2 = date(2026, 4, 1), date(2026, 7, 1)


@pytest.fixture
def kept(office: Office) -> Project:
    made = Project(
        id=ProjectId(office.new_id()),
        name="=Light the towpath",
        objective="Fewer people afraid after dark.",
        starts=date(2026, 4, 6),
        ends=date(2026, 12, 31),
        budget=(BudgetLine(source="Fund", pence=500_000),),
        milestones=(Milestone(what="Lamps up", due=date(2026, 10, 1)),),
    )
    projects.save(office, made)
    return made


@pytest.fixture
def hands(application: Application, qtbot: QtBot) -> Hands:
    return Hands(open_frame(application, qtbot))


@pytest.fixture
def page(hands: Hands, office: Office, notifier: Notifier, kept: Project) -> ProjectPage:
    made = ProjectPage(office, notifier, kept.id)
    made.sheet_asked.connect(hands.frame.open_sheet)
    hands.frame.open_page(made)
    return made


def file_of(office: Office, kept: Project) -> ProjectFile:
    return project_files.of_project(office, kept.id)


def put(hands: Hands, name: str, value: object) -> None:
    hands.sheet.form.fields[name].control.set_value(value)


def marks(card: QWidget) -> list[str]:
    return [one.status.word for one in card.findChildren(StatusChip) if one.isVisible()]


def ask_for_reports(office: Office, kept: Project) -> None:
    terms = progress.terms_of(office, kept.id)
    progress.set_terms(office, type(terms)(id=terms.id, project=kept.id, first_quarter=Q1))


def test_that_an_objective_is_agreed_with_its_measure(
    page: ProjectPage, hands: Hands, office: Office, kept: Project
) -> None:
    page.objectives.add_one.click()
    put(hands, "wording", "")
    hands.fill({"Target": "ten", "Unit": "calls a month"})
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"target": "Enter a number, such as 42 or 12.5."}
    put(hands, "target", 10)
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"wording", "what"}
    put(hands, "wording", "Fewer calls after dark.")
    put(hands, "agreed_on", date(2026, 4, 6))
    put(hands, "what", "Calls after dark")
    put(hands, "baseline", 40)
    hands.save()
    (objective,) = file_of(office, kept).objectives
    assert (objective.measure.unit, objective.measure.target) == ("calls a month", 10)
    assert "Calls after dark: from 40 to 10 calls a month" in words_of(page.objectives)


def test_that_a_report_is_made_against_what_was_first_agreed(
    page: ProjectPage, hands: Hands, office: Office, kept: Project
) -> None:
    objective = Objective(
        id=ObjectiveId(office.new_id()), project=kept.id, agreed_on=date(2026, 4, 6),
        wording="Fewer calls after dark.",
        measure=Measure(what="Calls", unit="calls a month", baseline=40, target=10),
    )  # fmt: skip
    objectives.agree(office, objective)
    page.refresh()
    page.reports.take_in.click()
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"reported_by", f"narrative/{objective.id}"}
    put(hands, "quarter", date(2026, 10, 1))
    hands.fill(
        {
            "Reported by": "Ottilie Bream",
            "Objective 1: measured now (calls a month)": "32.5",
            "Objective 1: how it went": "Lamps ordered.",
        }
    )
    hands.save()
    (report,) = file_of(office, kept).reports
    assert (report.quarter, report.progress[0].value) == (date(2026, 10, 1), 32.5)
    assert "25% of the way to the first target" in words_of(page.objectives)
    hands.press("Change: Fewer calls after dark.")
    put(hands, "target", 20)
    put(hands, "wording", "Half the calls.")
    hands.fill({"Why it was changed": "Lamps late.", "Agreed by": "CSP board"})
    hands.save()
    shown = words_of(page.objectives)
    assert "Fewer calls after dark." in shown
    assert "Half the calls. (target 20)" in shown
    assert "from 40 to 10 calls a month" in shown


def test_that_a_late_report_is_named_in_the_list_on_today_and_on_its_page(
    page: ProjectPage, hands: Hands, office: Office, notifier: Notifier, kept: Project
) -> None:
    page.reports.terms.click()
    put(hands, "first_quarter", Q1)
    put(hands, "final_due", date(2026, 11, 1))
    hands.save()
    assert "Was due Thu 30 Jul 2026" in marks(page.reports)
    assert marks(page.final) == ["Was due Sun 1 Nov 2026"]
    listed = ProjectsPage(office, notifier)
    hands.frame.open_page(listed)
    (row,) = listed.table.table_model.rows
    report = next(one for one in listed.table.table_model.columns if one.key == "report")
    assert report.status is not None
    shown = report.status(row)
    assert shown is not None
    assert (shown.state, shown.word) == ("red", "Q1 2026-27 late")
    listed.show_view("late")
    listed.refresh()
    assert len(listed.table.table_model.rows) == 1
    today = TodayPage(office, notifier)
    hands.frame.open_page(today)
    found = {one.clock for one in lists.today(office).projects}
    assert found == set(ProjectClock) - {ProjectClock.CLAWBACK_OUTSTANDING}
    chosen: list[object] = []
    today.chosen.connect(chosen.append)
    late = next(
        one for one in today.findChildren(Lines) if one.accessibleName() == "Quarterly report late"
    )
    late.setCurrentIndex(late.table_model.index(0, 0))
    late.setFocus()
    hands.key(Key.Key_Return)
    assert chosen == [targets.OpenProject(project=kept.id)]


def test_that_red_needs_its_reason_and_earlier_colours_stay_in_sight(
    page: ProjectPage, hands: Hands, office: Office, kept: Project
) -> None:
    page.rating.rate.click()
    put(hands, "rag/spend", Rag.RED)
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["reason/spend"] == "Red and amber need the reason in words."
    hands.fill({"Spend: the reason": "Nothing spent.", "Rated by": "CSP board"})
    hands.save()
    page.rating.rate.click()
    put(hands, "rag/spend", Rag.GREEN)
    put(hands, "reason/spend", "")
    put(hands, "rated_by", "CSP board")
    hands.save()
    assert len(file_of(office, kept).ratings) == 2
    shown = words_of(page.rating)
    assert marks(page.rating) == ["Not rated", "Green", "Not rated"]
    assert "Before: red on" in shown
    assert "Nothing spent." in shown


def test_that_money_is_typed_by_quarter_and_its_variance_shown(
    page: ProjectPage, hands: Hands, office: Office, kept: Project
) -> None:
    page.spending.edit.click()
    grid = hands.sheet.form.fields["budget"].control
    assert isinstance(grid, QuarterGrid)
    model = grid.grid.model_of_cells
    assert model.rows[:2] == ("Q1 2026-27", "Q2 2026-27")
    model.put({(0, 0): "1,000", (0, 1): "much", (1, 0): "£2000"})
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["budget"].startswith("Fund spent, Q1 2026-27: Enter an amount")
    model.put({(0, 1): "1,250.50"})
    hands.save()
    (line,) = file_of(office, kept).project.budget
    assert line.quarters == (
        QuarterMoney(quarter=Q1, planned=100_000, actual=125_050),
        QuarterMoney(quarter=Q2, planned=200_000),
    )
    assert "£250.50 over the plan" in words_of(page.spending)
    assert marks(page.spending) == ["Spending not known"]
    hands.press("Change: Fund")
    put(hands, "match", True)
    hands.save()
    (after,) = file_of(office, kept).project.budget
    assert (after.match, after.quarters) == (True, line.quarters)


def test_that_a_milestone_moves_with_its_reason_and_money_goes_back(
    page: ProjectPage, hands: Hands, office: Office, kept: Project
) -> None:
    hands.choose("More: Lamps up", "Move")
    hands.fill({"Now due": "1 feb 2027"})
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"reason"}
    hands.fill({"Why it moves": "No crane before spring."})
    hands.save()
    shown = words_of(page.milestones)
    assert "First promised for Thu 1 Oct 2026" in shown
    assert "No crane before spring." in shown
    page.clawback.add_one.click()
    hands.fill({"Amount in pounds": "1,234.56", "Why it goes back": "Lamps not bought."})
    put(hands, "recovered", 200_000)
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"recovered", "recovered_on"}
    put(hands, "recovered", 0)
    hands.save()
    (claim,) = file_of(office, kept).clawbacks
    assert (claim.source, claim.pence) == ("Fund", 123_456)
    assert marks(page.clawback) == ["£1,234.56 outstanding"]


def test_that_a_quarters_return_is_saved_with_money_as_numbers(
    page: ProjectPage, hands: Hands, office: Office, kept: Project, tmp_path: Path
) -> None:
    place = tmp_path / "return.xlsx"
    asked: list[str] = []

    def choose(_parent: QWidget, name: str) -> Path:
        asked.append(name)
        return place

    ask_for_reports(office, kept)
    sheet = ReturnSheet(office, kept.id, choose)
    said: list[str] = []
    sheet.said.connect(said.append)
    hands.frame.open_sheet(sheet)
    hands.save()
    assert asked == ["Light the towpath return Q2 2026-27.xlsx"]
    assert said[0].startswith("return.xlsx holds the return of 1 project for Q2 2026-27.")
    book = load_workbook(place)
    assert book.sheetnames == ["Projects", "Objectives", "Money", "Milestones", "Clawback"]
    assert book["Projects"]["A5"].value == "=Light the towpath"
    assert book["Projects"]["A5"].data_type == "s"
    assert book["Projects"]["J5"].value == "No report was received."
    assert book["Money"]["D5"].value == 5000
    assert book["Money"]["A6"].value == "Total"
    assert returns.write(office, Q1, tmp_path / "all.xlsx") == 1


def test_that_a_return_made_late_holds_the_rating_given_with_it_and_what_it_leaves_out(
    office: Office, kept: Project
) -> None:
    """A quarter is rated when it is reported on, however late; a rating after that is another's."""
    ask_for_reports(office, kept)
    progress.rate(office, [ProjectRating(
        id=ProjectRatingId(office.new_id()), project=kept.id, aspect=Aspect.SPEND, rag=Rag.RED,
        on=office.today(), reason="Nothing spent.", rated_by="Board",
    )])  # fmt: skip
    (line,) = kept.budget
    unknown = QuarterMoney(quarter=Q1, planned=200)
    spent = QuarterMoney(quarter=Q2, planned=300, actual=100)
    projects.save(office, replace(kept, budget=(replace(line, quarters=(unknown, spent)),)))
    (file,) = project_files.every(office)
    reports, _, money, *_ = returns.paper(office, Q2, (file,)).sheets
    assert dict(zip(_headings(reports), reports.rows[0], strict=True))["Spend"] == "Red"
    row = dict(zip(_headings(money), money.rows[0], strict=True))
    assert (row["Planned to date"], row["Quarters not known, left out"]) == (300, 1)


def _headings(sheet: ReturnPart) -> list[str]:
    return [one.heading for one in sheet.columns]


def test_that_the_case_of_a_project_shows_how_it_stands_and_others_do_not(
    hands: Hands, office: Office, notifier: Notifier, kept: Project
) -> None:
    ask_for_reports(office, kept)
    case = Case(
        id=CaseId(office.new_id()), reference="PSG-2026-050", kind=CaseKind.PROJECT,
        subject=kept.id, title="Towpath", opened=office.today(),
    )  # fmt: skip
    cases.open_case(office, Opening(case=case))
    screen = open_case(hands.frame, office, notifier, case.id)
    card = screen.cards["project"]
    assert card.isVisible()
    assert "Q1 2026-27 was due Thu 30 Jul 2026" in words_of(card)
    chosen: list[tuple[object, object]] = []
    screen.party_chosen.connect(lambda kind, id_: chosen.append((kind, id_)))
    hands.press("Open the project")
    assert chosen == [(CaseKind.PROJECT, kept.id)]
    assert not screen.contents.isRowHidden(2)
    assert screen.contents.item(2).text() == "The project (3)"


def test_that_the_history_tells_of_all_that_belongs_to_the_project(
    page: ProjectPage, office: Office, kept: Project
) -> None:
    ask_for_reports(office, kept)
    page.refresh()
    page.history.unfold()
    shown = words_of(page.history)
    assert "Reports of the project set" in shown
    assert "Reports from: Q1 2026-27" in shown
    assert "no longer named" not in shown
