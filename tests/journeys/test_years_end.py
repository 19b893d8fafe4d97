"""The end of a financial year, by hand in the window: what is due, learnt, published, begun."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework.asb_reviews import applications
from psg_desktop.casework.caseload import cases, projects
from psg_desktop.casework.information_law import disposals, retention
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan, plan_pages
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.ids import (
    CaseId,
    CaseReviewId,
    PlanActionId,
    PlanId,
    PlanPriorityId,
    ProjectId,
)
from psg_desktop.domain.plan import PlanAction, PlanPriority
from psg_desktop.domain.projects import Project
from psg_desktop.domain.retention import DueKind
from psg_desktop.ui.as_at.list_page import CaseloadAsAtPage
from psg_desktop.ui.case_reviews import numbers_page
from psg_desktop.ui.case_reviews.numbers_page import NumbersPage
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.projects import return_sheet
from psg_desktop.ui.reviews import held_page
from psg_desktop.ui.reviews.held_page import HeldPage
from tests.builders import a_closure
from tests.case_review_values import an_application
from tests.fakes import FixedClock
from tests.journeys.showing import shown
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, Key, page_of, words_of

# The six years that a closed case is kept end in the autumn before.
YEARS_END = datetime.fromisoformat("2033-04-12T09:00:00+00:00")
LAST_DAY = date(2033, 3, 31)
DAY = timedelta(days=1)


class Year:
    """What the coordinator finds on the desk when the year has ended."""

    def __init__(self, office: Office, clock: FixedClock) -> None:
        self.old = [samples.bare_case(office, f"Noise {number}") for number in range(3)]
        for case in self.old:
            cases.close(office, case, a_closure())
        clock.moment = YEARS_END - 90 * DAY
        self.closed, self.open = samples.full_case(office), samples.bare_case(office, "Bins")
        self.plan = _plan(office)
        applications.receive(office, _application(office))
        self.project = Project(id=ProjectId(office.new_id()), name="Lamps on the towpath")
        projects.save(office, self.project)
        clock.moment = YEARS_END - 60 * DAY
        cases.close(office, self.closed, a_closure(on=clock.today()))
        clock.moment = YEARS_END - 5 * DAY
        self.since = samples.bare_case(office, "After the year")
        clock.moment = YEARS_END


def _plan(office: Office) -> PlanId:
    made = plan.begin(office, 2032)
    priority = PlanPriority(
        id=PlanPriorityId(office.new_id()), plan=made, position=0, name="Quieter streets"
    )
    plan.save_priority(office, priority)
    for number, ended in enumerate((None, office.today())):
        action = PlanAction(
            id=PlanActionId(office.new_id()), priority=priority.id, what=f"Lamps {number}",
            agency=samples.agency(office), officer="Post 7", due=LAST_DAY, ended=ended,
            progress="Lit." if ended else "",
        )  # fmt: skip
        plan.save_action(office, action)
    return made


def _application(office: Office) -> CaseReview:
    today = office.today()
    return an_application(
        id=CaseReviewId(office.new_id()), reference="ACR-2033-001", received_on=today, incidents=()
    )


@pytest.fixture
def year(desk: Office, clock: FixedClock) -> Year:
    return Year(desk, clock)


@pytest.fixture
def window(desk: Office, year: Year, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    with shown(desk, qtbot) as made:
        yield made


def test_that_a_year_is_ended_without_leaving_the_window(
    window: MainWindow,
    desk: Office,
    year: Year,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (held_page, numbers_page, return_sheet):
        place = lambda _parent, _title, start, _kind: tmp_path / Path(start).name  # noqa: E731
        monkeypatch.setattr(module, "ask_save_place", place)
    hands = Hands(window.frame)
    look_through_what_is_due(hands, desk, year)
    learn(window, hands, tmp_path)
    publish(window, hands, tmp_path)
    begin_the_next_plan(hands, desk, year)
    return_the_quarter(hands, tmp_path)
    look_back(window, hands, year)


def look_through_what_is_due(hands: Hands, desk: Office, year: Year) -> None:
    hands.frame.go("retention")
    gone, held, kept = (page_of(desk, one).case for one in year.old)
    hands.press(f"Dispose: {gone.reference} {gone.title}")
    hands.fill({f"Type {gone.reference} to confirm": gone.reference})
    hands.save()
    hands.choose(f"More: {held.reference} {held.title}", "Put on hold")
    hands.fill({"Reason": "The ombudsman has asked for it."})
    hands.save()
    hands.choose(f"More: {kept.reference} {kept.title}", "Keep it longer")
    hands.fill({"Reason": "An appeal is open.", "Last day": "31/3/2034"})
    hands.save()
    shown = words_of(hands.frame)
    assert gone.reference not in shown
    assert "The ombudsman has asked for it." in shown
    assert "until Fri 31 Mar 2034" in shown
    (certificate,) = disposals.certificates(desk)
    assert certificate.number in shown
    with desk.reading() as unit:
        assert [unit.cases.find(one) is None for one in year.old] == [True, False, False]
    due = [one for one in retention.due(desk) if one.event.about is DueKind.CASE]
    assert {one.event.record for one in due if one.stay} == set(year.old[1:])
    assert len(due) == len(year.old) - 1


def learn(window: MainWindow, hands: Hands, place: Path) -> None:
    hands.frame.go("reviews")
    hands.press("What held")
    page = window.frame.page
    assert isinstance(page, HeldPage)
    page.year.set_value(2033)
    page.refresh()
    assert page.table.table_model.rows
    hands.press("Save as a workbook")
    sheet = load_workbook(place / "What held 2033.xlsx")["What held 2033"]
    responses = {row[1] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert {row.response for row in page.table.table_model.rows} == responses


def publish(window: MainWindow, hands: Hands, place: Path) -> None:
    hands.frame.go("case_reviews")
    hands.press("Numbers to publish")
    page = window.frame.page
    assert isinstance(page, NumbersPage)
    page.year.set_value(2032)
    page.refresh()
    assert page.summary == "1 April 2032 to 31 March 2033"
    hands.press("Save the numbers")
    file = place / "ASB case reviews from 2032-04-01.csv"
    rows = list(csv.reader(file.read_text("utf-8").splitlines()))[1:]
    assert [int(row[1]) for row in rows] == [1, 0, 0, 0]
    assert {tuple(row[2:]) for row in rows} == {("2032-04-01", "2033-03-31")}


def begin_the_next_plan(hands: Hands, desk: Office, year: Year) -> None:
    hands.frame.go("plan")
    hands.press("Begin a plan")
    given = {name: one.control.value() for name, one in hands.sheet.form.fields.items()}
    assert given == {"year": 2033, "earlier": year.plan}
    hands.save()
    current = plan_pages.current(desk)
    assert current is not None
    assert current.year == 2033
    (priority,) = plan_pages.page(desk, current.id).priorities
    assert [one.what for one in priority.actions] == ["Lamps 0"]
    assert "Quieter streets" in words_of(hands.frame)


def return_the_quarter(hands: Hands, place: Path) -> None:
    hands.frame.go("projects")
    hands.press("Quarter's return...")
    assert hands.sheet.form.fields["quarter"].control.value() == date(2033, 1, 1)
    hands.save()
    (file,) = place.glob("Projects return *.xlsx")
    assert load_workbook(file)["Projects"]["A5"].value == "Lamps on the towpath"


def look_back(window: MainWindow, hands: Hands, year: Year) -> None:
    hands.frame.go("caseload")
    hands.press("As at a past day")
    page = window.frame.page
    assert isinstance(page, CaseloadAsAtPage)
    page.bar.box.set_value(None)
    page.bar.box.line.setFocus()
    hands.type("31/3/2033")
    hands.key(Key.Key_Return)
    assert page.day == LAST_DAY
    listed: list[CaseId] = [row.id for row in page.table.table_model.rows]
    assert year.open in listed
    assert not {year.since, year.closed, *year.old} & set(listed)
