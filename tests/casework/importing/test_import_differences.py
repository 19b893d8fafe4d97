"""A row that joins a case changes nothing unasked: what differs is taken or left line by line."""

from dataclasses import replace
from pathlib import Path

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import Case, CaseState
from psg_desktop.domain.changes import Act
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.lists import CasePage
from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.differences import Differing
from psg_desktop.exchange.outcomes import Choice, ChooseAll, Status, Take
from tests.builders import a_case, a_person

HEADER = "Ref,Name,Title,Focus area,Status,Place name,Place address,Lead officer,Notes"
ROW = (
    "PSG-2026-001,Roz Eelwright,Bins on fire,Noise,Monitoring,Sluice Row park,1 Sluice Row,"
    "Officer Two,Seen at night"
)


@pytest.fixture
def case(desk: Office) -> Case:
    person = a_person()
    made = a_case(
        subject=person.id,
        reference="PSG-2026-001",
        title="Shouting at night",
        opened=desk.today(),
        state=CaseState.ACTIVE_PLAN,
        focus_areas=("neighbour_dispute",),
        lead_practitioner="Officer One",
    )
    cases.open_case(desk, cases.Opening(case=made, new_subject=person))
    return made


def joined(office: Office, tmp_path: Path, *rows: str) -> DryRun:
    file = tmp_path / "cases.csv"
    file.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    offered = imports.offer(office, imports.likeliest_sheet(imports.read(file)))
    run = imports.dry_run(office, offered.table, offered.mapping)
    return run.apply(ChooseAll(status=Status.DUPLICATE, choice=Choice.JOIN))


def decided(run: DryRun, *, taken: bool) -> DryRun:
    return run.apply(Take(keys=frozenset(one.key for one in run.unsettled), taken=taken))


def page(office: Office, case: Case) -> CasePage:
    return lists.case_page(office, case.id)


def test_that_every_difference_stands_in_the_preview(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    run = joined(desk, tmp_path, ROW)
    told = {one.what: (one.before, one.after) for one in run.unsettled}
    assert told == {
        Differing.FOCUS_AREAS: ("Neighbour dispute", "Noise"),
        Differing.TITLE: ("Shouting at night", "Bins on fire"),
        Differing.STATE: ("Active plan", "Monitoring"),
        Differing.LEAD_PRACTITIONER: ("Officer One", "Officer Two"),
        Differing.PERSON: ("Wilf Marrowby", "Roz Eelwright, with a part in the case"),
        Differing.PLACE: ("nothing", "Sluice Row park, 1 Sluice Row, as a further place"),
    }
    assert {one.about for one in run.differences} == {"PSG-2026-001"}


def test_that_what_is_left_stays_and_the_rest_of_the_row_comes_in(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    done = imports.commit(desk, decided(joined(desk, tmp_path, ROW), taken=False))
    now = page(desk, case)
    assert now.case == case
    assert [note.text for note in now.notes] == ["Seen at night"]
    assert (done.taken, done.left) == (0, 6)
    with desk.reading() as unit:
        assert unit.places.all() == ()
        assert len(unit.people.all()) == 1


def test_that_what_is_taken_changes_the_case_as_one_undoable_move(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    done = imports.commit(desk, decided(joined(desk, tmp_path, ROW), taken=True))
    now = page(desk, case).case
    assert (now.title, now.state) == ("Bins on fire", CaseState.MONITORING)
    assert (now.focus_areas, now.lead_practitioner) == (("noise",), "Officer Two")
    with desk.reading() as unit:
        roles = {one.role: one.party for one in unit.involvements.where(case=case.id)}
        assert unit.people.get(roles[RoleKind.OTHER]).full_name == "Roz Eelwright"
        assert unit.places.get(roles[RoleKind.LOCATION]).name == "Sluice Row park"
    assert done.batch is not None
    undoing.undo(desk, done.batch)
    assert page(desk, case).case == case


def test_that_one_line_is_taken_and_another_left(desk: Office, case: Case, tmp_path: Path) -> None:
    run = joined(desk, tmp_path, ROW)
    title = frozenset(one.key for one in run.unsettled if one.what is Differing.TITLE)
    run = decided(run.apply(Take(keys=title, taken=True)), taken=False)
    imports.commit(desk, run)
    now = page(desk, case).case
    assert now.title == "Bins on fire"
    assert now.state is CaseState.ACTIVE_PLAN


def test_that_a_later_row_of_the_same_case_is_compared_too(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    run = joined(
        desk,
        tmp_path,
        "PSG-2026-001,Wilf Marrowby,,,,,,,First",
        "PSG-2026-001,Wilf Marrowby,,,,Sluice Row park,,,Second",
    )
    (place,) = run.unsettled
    assert (place.row, place.what) == (3, Differing.PLACE)
    imports.commit(desk, decided(run, taken=True))
    with desk.reading() as unit:
        assert [one.name for one in unit.places.all()] == ["Sluice Row park"]


def test_that_a_state_with_facts_of_its_own_is_a_workers_move_and_is_noted(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    run = joined(desk, tmp_path, "PSG-2026-001,Wilf Marrowby,,,On hold,,,,")
    (state,) = run.differences
    assert state.locked.startswith("Make this move on the page of the case")
    assert not run.unsettled
    imports.commit(desk, run)
    now = page(desk, case)
    assert now.case.state is CaseState.ACTIVE_PLAN
    assert "gives the state as: On hold" in now.notes[0].text


def test_that_what_a_case_lacks_is_filled_in_without_asking(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    with desk.working(Act.AMEND_CASE) as unit:
        unit.cases.put(replace(case, focus_areas=(), lead_practitioner=""))
    run = joined(desk, tmp_path, "PSG-2026-001,Wilf Marrowby,,Noise,,,,Officer Two,")
    assert run.differences == ()
    imports.commit(desk, run)
    now = page(desk, case).case
    assert now.lead_practitioner == "Officer Two"
    assert now.focus_areas == ("noise",)
