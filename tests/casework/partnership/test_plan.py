"""The plan of a year: begun, served, carried over, and pressing where something is late."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from psg_desktop.casework.caseload import cases, projects
from psg_desktop.casework.information_law import disposals
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.casework.partnership import board_tables, plan, plan_links, plan_pages
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import Case
from psg_desktop.domain.ids import (
    PlanActionId,
    PlanId,
    PlanMeasureId,
    PlanPriorityId,
    ProjectId,
)
from psg_desktop.domain.plan import Judgement, PlanAction, PlanPriority
from psg_desktop.domain.plan_measures import Better, Figure, MeasureScope, PlanMeasure
from psg_desktop.domain.projects import Project
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import a_case, a_closure, a_person
from tests.fakes import FixedClock

BASE = Figure(value=112, period="2025/26", source="Police recorded incidents")
READ = Figure(value=97, period="April to June", source="Police", on=date(2026, 7, 1))


def a_priority(office: Office, year: PlanId, name: str, *areas: str) -> PlanPriority:
    id_ = PlanPriorityId(office.new_id())
    made = PlanPriority(id=id_, plan=year, position=0, name=name, focus_areas=areas,
                        lead_officer="Petra Quillfeather")  # fmt: skip
    plan.save_priority(office, made)
    return made


def an_action(office: Office, priority: PlanPriority, due: date) -> PlanAction:
    with office.reading() as unit:
        agency = unit.agencies.all()[0].id
    made = PlanAction(id=PlanActionId(office.new_id()), priority=priority.id, agency=agency,
                      what="Light the underpass", officer="Joan Cloverley", due=due)  # fmt: skip
    plan.save_action(office, made)
    return made


def opened(office: Office, reference: str, *areas: str) -> Case:
    person = a_person()
    case = a_case(reference=reference, subject=person.id, focus_areas=areas)
    cases.open_case(office, cases.Opening(case=case, new_subject=person))
    return case


@pytest.fixture
def areas(desk: Office) -> tuple[str, str]:
    with desk.reading() as unit:
        first, second, *_ = unit.focus_areas.all()
    return first.code, second.code


def test_that_a_case_serves_what_was_chosen_and_its_focus_areas_only_propose(
    desk: Office, areas: tuple[str, str]
) -> None:
    year = plan.begin(desk, 2026)
    nights = a_priority(desk, year, "Quieter nights", areas[0])
    homes = a_priority(desk, year, "Safer homes", areas[1])
    case = opened(desk, "PSG-2026-021", areas[0])
    closed = opened(desk, "PSG-2026-022", areas[0])

    before = plan_links.of_case(desk, case.id)
    assert [one.name for one in before.proposed] == ["Quieter nights"]
    assert [one.name for one in before.others] == ["Safer homes"]
    assert before.served == ()

    plan_links.set_of_case(desk, case.id, (nights.id, homes.id))
    plan_links.link_case(desk, nights.id, closed.id)
    cases.close(desk, closed.id, a_closure())
    with pytest.raises(Refused) as refused:
        plan_links.set_of_case(desk, closed.id, ())
    assert refused.value.problems[0].problem is Problem.CASE_IS_CLOSED

    page = plan_pages.page(desk, year)
    assert [(one.counts.cases, one.counts.open_cases) for one in page.priorities] == [
        (2, 1),
        (1, 1),
    ]
    shown = plan_pages.priority(desk, nights.id).cases
    assert [one.reference for one in shown] == ["PSG-2026-021", "PSG-2026-022"]
    plan_links.set_of_case(desk, case.id, (homes.id,))
    assert [one.name for one in plan_links.of_case(desk, case.id).served] == ["Safer homes"]
    undoing.undo_last(desk)
    assert len(plan_links.of_case(desk, case.id).served) == 2


def test_that_all_proposed_cases_are_taken_at_once_and_closed_ones_are_not_proposed(
    desk: Office, areas: tuple[str, str]
) -> None:
    year = plan.begin(desk, 2026)
    nights = a_priority(desk, year, "Quieter nights", areas[0])
    opened(desk, "PSG-2026-031", areas[0])
    opened(desk, "PSG-2026-032", areas[1])
    closed = opened(desk, "PSG-2026-033", areas[0])
    cases.close(desk, closed.id, a_closure())
    assert plan_pages.page(desk, year).priorities[0].proposed == 1
    assert plan_links.accept_proposed(desk, nights.id) == 1
    assert [one.reference for one in plan_pages.priority(desk, nights.id).cases] == ["PSG-2026-031"]
    with pytest.raises(Refused):
        plan.remove_priority(desk, nights.id)


def test_that_a_new_year_goes_on_from_the_last_one_and_nothing_is_late_twice(
    desk: Office, areas: tuple[str, str]
) -> None:
    year = plan.begin(desk, 2026)
    nights = a_priority(desk, year, "Quieter nights", areas[0])
    late = an_action(desk, nights, date(2026, 11, 1))
    done = an_action(desk, nights, date(2026, 10, 1))
    plan.save_action(desk, replace(done, ended=date(2026, 9, 30), progress="Four lamps work."))
    plan.save_measure(desk, a_measure(desk, nights))
    said = Judgement(on=date(2026, 9, 1), rag=Rag.AMBER, reason="One lamp late.", by="Joan")
    plan.judge(desk, nights.id, said)
    project = Project(id=ProjectId(desk.new_id()), name="Lamps on the towpath")
    projects.save(desk, project)
    plan_links.set_of_project(desk, project.id, (nights.id,))
    assert [one.action.id for one in plan_pages.overdue(desk)] == [late.id]

    new = plan.begin(desk, 2027, year)
    (carried,) = plan_pages.page(desk, new).priorities
    assert carried.priority.name == "Quieter nights"
    assert carried.priority.judgements == ()
    assert [one.what for one in carried.actions] == ["Light the underpass"]
    assert (carried.measures[0].baseline, carried.measures[0].readings) == (BASE, ())
    assert carried.counts.projects == 1
    assert [one.priority for one in plan_pages.overdue(desk)] == [carried.priority.id]
    current = plan_pages.current(desk)
    assert current is not None
    assert current.year == 2026  # the day is in November 2026
    with pytest.raises(Refused) as refused:
        plan.begin(desk, 2027)
    assert refused.value.problems[0].problem is Problem.ALREADY_THERE
    undoing.undo_last(desk)
    assert [one.action.id for one in plan_pages.overdue(desk)] == [late.id]


def test_that_an_action_is_open_again_when_what_goes_on_with_it_is_taken_out(desk: Office) -> None:
    year = plan.begin(desk, 2026)
    priority = a_priority(desk, year, "Safer streets")
    action = an_action(desk, priority, date(2026, 11, 1))
    plan.begin(desk, 2027, year)
    with desk.reading() as unit:
        (carried,) = [one for one in unit.plan_actions.all() if one.id != action.id]
    plan.remove_action(desk, carried.id)
    with desk.reading() as unit:
        assert unit.plan_actions.all() == (action,)
    undoing.undo_last(desk)
    with desk.reading() as unit:
        assert unit.plan_actions.get(action.id).carried_to == carried.id


def a_measure(office: Office, priority: PlanPriority) -> PlanMeasure:
    return PlanMeasure(
        id=PlanMeasureId(office.new_id()), priority=priority.id, name="Reports at night",
        scope=MeasureScope.LOCAL, unit="reports", better=Better.LOWER, baseline=BASE, target=100.0,
        readings=(READ,),
    )  # fmt: skip


def test_that_priorities_keep_their_order_and_are_moved_by_hand(desk: Office) -> None:
    year = plan.begin(desk, 2026)
    *_, last = [a_priority(desk, year, name) for name in ("One", "Two", "Three")]
    plan.move_priority(desk, last.id, -2)
    assert [one.priority.name for one in plan_pages.page(desk, year).priorities] == [
        "Three",
        "One",
        "Two",
    ]


def test_that_the_table_for_the_board_has_every_action_and_measure(
    desk: Office, areas: tuple[str, str], tmp_path: Path
) -> None:
    year = plan.begin(desk, 2026)
    nights = a_priority(desk, year, "Quieter nights", areas[0])
    an_action(desk, nights, date(2026, 11, 1))
    plan.save_measure(desk, a_measure(desk, nights))
    board_tables.write_plan(desk, year, tmp_path / "plan.xlsx")
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    (heads, action), (_, measure) = book["Actions"].values, book["Measures"].values
    told = dict(zip(heads, action, strict=True))
    assert (told["Action"], told["Overdue"]) == ("Light the underpass", "yes")
    assert measure[-1] == "Better: 15 lower than the baseline, 13%"


def test_that_those_who_lead_and_judge_reach_the_finder(desk: Office) -> None:
    year = plan.begin(desk, 2026)
    nights = a_priority(desk, year, "Quieter nights")
    said = Judgement(on=date(2026, 9, 1), rag=Rag.RED, reason="Late.", by="Ottoline Fernsby")
    plan.judge(desk, nights.id, said)
    found = identities.finder(desk).find("Ottoline Fernsby and Petra Quillfeather said so.")
    assert [one.kind.value for one in found] == ["officer", "officer"]


def test_that_a_case_disposed_of_serves_nothing_and_leaves_no_link(
    desk: Office, clock: FixedClock
) -> None:
    year = plan.begin(desk, 2026)
    nights = a_priority(desk, year, "Quieter nights")
    case = opened(desk, "PSG-2026-041")
    plan_links.link_case(desk, nights.id, case.id)
    cases.close(desk, case.id, a_closure())
    clock.moment = clock.moment.replace(year=2034)
    disposals.dispose(desk, case.id, case.reference)
    assert plan_pages.page(desk, year).priorities[0].counts.cases == 0
    with desk.reading() as unit:
        assert unit.plan_links.all() == ()
