"""Undo takes back the last change as a new entry, and nothing else."""

from pathlib import Path

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases, notes
from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.casework.vault import upkeep
from psg_desktop.domain.cases import CaseMove, CaseState
from psg_desktop.domain.changes import Act
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.store.queries import history
from tests.builders import a_case, a_note, a_person
from tests.casework.caseload.test_cases import opened

ALL = CaseFilter(view=CaseView.ALL)
WHOLE = slice(0, None)


def test_that_undo_walks_back_one_change_at_a_time(desk: Office) -> None:
    undoing.undo_last(desk)  # the meeting that the vault of the tests has planned
    case = opened(desk)
    cases.move(desk, case.id, CaseMove.START_PLAN)
    notes.add(desk, a_note(case=case.id))
    assert undoing.undo_last(desk) is Act.ADD_NOTE
    assert lists.case_page(desk, case.id).notes == ()
    assert undoing.undo_last(desk) is Act.MOVE_CASE
    assert lists.case_page(desk, case.id).case.state is CaseState.ASSESSMENT
    assert undoing.undo_last(desk) is Act.OPEN_CASE
    assert lists.cases(desk, ALL, CaseOrder(), WHOLE).total == 0
    with pytest.raises(Refused) as refusal:
        undoing.undo_last(desk)
    assert refusal.value.problems[0].problem is Problem.NOTHING_TO_UNDO


def test_that_what_was_undone_stays_in_the_trail_and_the_trail_holds(desk: Office) -> None:
    case = opened(desk)
    undoing.undo_last(desk)
    acts = [entry.act for entry in lists.history_of_case(desk, case.id, WHOLE).rows]
    assert Act.OPEN_CASE in acts
    assert Act.UNDO in acts
    assert upkeep.check_trail(desk).sound


def test_that_an_undone_case_is_found_by_no_search(desk: Office) -> None:
    opened(desk)
    undoing.undo_last(desk)
    assert lists.find(desk, "marrowby") == ()


def test_that_a_whole_import_is_taken_back_and_may_come_in_again(desk: Office, root: Path) -> None:
    sheet = imports.likeliest_sheet(
        imports.read(root / "resources" / "templates" / "caseload-template.xlsx")
    )
    offered = imports.offer(desk, sheet)
    run = imports.dry_run(desk, offered.table, offered.mapping)
    done = imports.commit(desk, run)
    assert done.batch is not None
    assert lists.cases(desk, ALL, CaseOrder(), WHOLE).total > 0
    again = imports.dry_run(desk, offered.table, offered.mapping)
    assert again.drafts == ()
    assert imports.commit(desk, again).made == {}
    undoing.undo(desk, done.batch)
    assert lists.cases(desk, ALL, CaseOrder(), WHOLE).total == 0
    fresh = imports.dry_run(desk, offered.table, offered.mapping)
    assert len(fresh.drafts) == len(run.drafts)


def test_that_an_import_is_not_taken_back_from_under_what_was_added_since(
    desk: Office, root: Path
) -> None:
    sheet = imports.likeliest_sheet(
        imports.read(root / "resources" / "templates" / "caseload-template.xlsx")
    )
    offered = imports.offer(desk, sheet)
    done = imports.commit(desk, imports.dry_run(desk, offered.table, offered.mapping))
    assert done.batch is not None
    case = lists.cases(desk, ALL, CaseOrder(), WHOLE).rows[0].id
    notes.add(desk, a_note(case=case))
    with pytest.raises(Refused) as refusal:
        undoing.undo(desk, done.batch)
    assert refusal.value.problems[0].problem is Problem.CHANGED_MEANWHILE
    undoing.undo_last(desk)
    undoing.undo(desk, done.batch)
    assert lists.cases(desk, ALL, CaseOrder(), WHOLE).total == 0


def test_that_a_batch_changed_since_is_not_torn_apart(desk: Office) -> None:
    case = opened(desk)
    with desk.reading() as unit:
        batch = history.last_undoable(unit.reading)
    assert batch is not None
    cases.move(desk, case.id, CaseMove.START_PLAN)
    with pytest.raises(Refused) as refusal:
        undoing.undo(desk, batch[0])
    assert refusal.value.problems[0].problem is Problem.CHANGED_MEANWHILE
    assert lists.case_page(desk, case.id).case.state is CaseState.ACTIVE_PLAN


def test_that_opening_again_after_undo_uses_the_same_reference(desk: Office) -> None:
    first = opened(desk)
    undoing.undo_last(desk)
    person = a_person()
    case = a_case(subject=person.id, reference=first.reference)
    cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    assert lists.case_page(desk, case.id).case == case
