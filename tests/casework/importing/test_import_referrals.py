"""Referrals out of a spreadsheet: each waits for its decision, nobody twice, one undoable move."""

from pathlib import Path

import pytest

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.referring import referral_lists
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.referral_lists import ReferralFilter, ReferralRow, ReferralView
from psg_desktop.domain.referrals import Awareness, Referral, ReferralOutcome, Urgency
from psg_desktop.domain.refusals import Refused
from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.outcomes import Choice, Choose, ChooseAll, Status
from psg_desktop.faults import Unreadable
from tests.builders import a_case, a_person

HEADER = (
    "Date of referral,Referring agency,Referrer,Name,DOB,Address,Postcode,Reason for referral,"
    "What has been tried,Urgency,Aware of referral?,Colour"
)
_FIRST = (
    "1/11/2026,Fen Homes,Officer One,Wilf Marrowby,7/3/1984,12 Mardle Lane,FM1 1AA,"
    "Shouts at night,Two letters,Urgent,Told and agrees,red"
)
ROWS = (_FIRST, "2/11/2026,,,,,The Green,FM1 2QX,Fires in bins,,Routine,,")
ALL = ReferralFilter(view=ReferralView.ALL)


def sheet_of(tmp_path: Path, *rows: str, name: str = "referrals.csv", header: str = HEADER) -> Path:
    file = tmp_path / name
    file.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return file


def checked(office: Office, file: Path) -> DryRun:
    offered = imports.offer(office, imports.likeliest_sheet(imports.read(file)))
    assert offered.mapping.purpose is Purpose.REFERRALS
    return imports.dry_run(office, offered.table, offered.mapping)


def kept(office: Office) -> list[Referral]:
    with office.reading() as unit:
        return sorted(unit.referrals.all(), key=lambda one: one.reference)


def rows_of(office: Office) -> tuple[ReferralRow, ...]:
    return referral_lists.listed(office, ALL, slice(0, None)).rows


def joining(run: DryRun, choice: Choice) -> DryRun:
    return run.apply(*(Choose(row=one.number, choice=choice) for one in run.undecided))


def test_that_every_row_waits_for_its_decision_with_all_it_told(
    desk: Office, tmp_path: Path
) -> None:
    done = imports.commit(desk, checked(desk, sheet_of(tmp_path, *ROWS)))
    assert done.made == {RecordKind.REFERRAL: 2, RecordKind.AGENCY: 1}
    person, place = kept(desk)
    assert (person.name, person.kind) == ("Wilf Marrowby", CaseKind.PERSON)
    assert person.received_on.isoformat() == "2026-11-01"
    assert person.problem.startswith("Shouts at night")
    assert "Colour: red" in person.problem
    assert (person.tried, person.referrer) == ("Two letters", "Officer One")
    assert (person.urgency, person.awareness) == (Urgency.TODAY, Awareness.AGREES)
    assert (place.kind, place.address) == (CaseKind.PLACE, "The Green")
    rows = rows_of(desk)
    assert {row.outcome for row in rows} == {None}
    assert {row.days for row in rows} == {20, 19}
    assert all(row.late for row in rows)


def test_that_the_same_file_proposes_nothing_twice_and_undo_takes_all_back(
    desk: Office, tmp_path: Path
) -> None:
    file = sheet_of(tmp_path, *ROWS)
    done = imports.commit(desk, checked(desk, file))
    again = checked(desk, sheet_of(tmp_path, *reversed(ROWS), name="again.csv"))
    assert again.count(Status.SAME) == 2
    assert imports.commit(desk, again).batch is None
    assert done.batch is not None
    undoing.undo(desk, done.batch)
    assert kept(desk) == []
    assert checked(desk, file).count(Status.NEW) == 2


def test_that_a_known_person_is_noticed_and_linked(desk: Office, tmp_path: Path) -> None:
    known = a_person(full_name="Wilfred Marrowby")
    people.save(desk, known)
    run = checked(desk, sheet_of(tmp_path, *ROWS))
    (row,) = run.undecided
    assert row.twin is not None
    assert (row.twin.kind, row.twin.id) == ("person", str(known.id))
    with pytest.raises(Refused):
        imports.commit(desk, run)
    imports.commit(desk, joining(run, Choice.JOIN))
    assert kept(desk)[0].subject == known.id
    assert kept(desk)[0].decision is None


def test_that_a_row_is_appended_to_the_open_case_of_somebody_known(
    desk: Office, tmp_path: Path
) -> None:
    known = a_person()
    case = a_case(subject=known.id, reference="PSG-2026-001", opened=desk.today())
    cases.open_case(desk, cases.Opening(case=case, new_subject=known))
    run = joining(checked(desk, sheet_of(tmp_path, *ROWS)), Choice.APPEND)
    imports.commit(desk, run)
    referral = kept(desk)[0]
    assert referral.decision is not None
    assert referral.decision.outcome is ReferralOutcome.DUPLICATE
    assert (referral.case, referral.subject) == (case.id, known.id)
    with desk.reading() as unit:
        (note,) = unit.notes.where(case=case.id)
    assert "Shouts at night" in note.text


def test_that_append_without_a_case_stays_undecided(desk: Office, tmp_path: Path) -> None:
    people.save(desk, a_person())
    run = checked(desk, sheet_of(tmp_path, *ROWS))
    run = run.apply(ChooseAll(status=Status.DUPLICATE, choice=Choice.APPEND))
    assert len(run.undecided) == 1


def test_that_an_earlier_referral_is_linked_or_kept_apart(desk: Office, tmp_path: Path) -> None:
    imports.commit(desk, checked(desk, sheet_of(tmp_path, *ROWS)))
    later = ROWS[0].replace("1/11/2026", "20/11/2026").replace("Shouts", "Shouts and throws")
    run = checked(desk, sheet_of(tmp_path, later, name="later.csv"))
    (row,) = run.undecided
    assert row.twin is not None
    assert row.twin.kind == "referral"
    imports.commit(desk, joining(run, Choice.JOIN))
    first, _place, second = kept(desk)
    assert second.earlier == first.id
    apart = ROWS[0].replace("1/11/2026", "21/11/2026")
    run = joining(checked(desk, sheet_of(tmp_path, apart, name="apart.csv")), Choice.NEW)
    imports.commit(desk, run)
    assert kept(desk)[3].earlier is None


def test_that_a_corrected_row_adds_to_the_referral_that_waits(desk: Office, tmp_path: Path) -> None:
    blank = ROWS[0].replace("Two letters", "").replace("FM1 1AA", "")
    imports.commit(desk, checked(desk, sheet_of(tmp_path, blank)))
    later = ROWS[0].replace("Shouts at night", "Bangs on doors")
    run = checked(desk, sheet_of(tmp_path, later, name="later.csv"))
    assert run.count(Status.CHANGED) == 1
    imports.commit(desk, joining(run, Choice.JOIN))
    (only,) = kept(desk)
    assert (only.tried, only.postcode) == ("Two letters", "FM1 1AA")
    assert "Shouts at night" in only.problem
    assert "Bangs on doors" in only.problem


def test_that_somebody_named_twice_in_a_file_is_asked_about(desk: Office, tmp_path: Path) -> None:
    second = ROWS[0].replace("Shouts at night", "Bangs on doors").replace("1/11", "3/11")
    run = checked(desk, sheet_of(tmp_path, ROWS[0], second, ROWS[0]))
    assert [one.status for one in run.rows] == [Status.NEW, Status.DUPLICATE, Status.SKIPPED]
    imports.commit(desk, joining(run, Choice.JOIN))
    first, later = kept(desk)
    assert later.earlier == first.id


WRONG = {
    "1/11/2026,,,,,,,Shouts,,,,": "neither who nor where",
    "1/11/2026,,,Wilf Marrowby,,,,,,,,": "what the problem is",
    "1/12/2027,,,Wilf Marrowby,,,,Shouts,,,,": "still to come",
    "1/11/2026,,,Wilf Marrowby,1/1/2031,,,Shouts,,,,": "still to come",
    "1/11/2026,,,Wilf Marrowby,,,,Shouts,,Perhaps,,": "is not known here",
    f"1/11/2026,,,Wilf Marrowby,,,,Shouts,,,,{'x' * 19_999}": "there is room for",
}


def test_that_a_row_nobody_could_decide_is_told_beside_it(desk: Office, tmp_path: Path) -> None:
    run = checked(desk, sheet_of(tmp_path, *WRONG))
    assert len(run.wrong) == len(WRONG)
    for row, said in zip(run.wrong, WRONG.values(), strict=True):
        assert any(said in one.sentence for one in row.problems if one.stops), said


def test_that_a_missing_day_of_receipt_is_today_and_said(desk: Office, tmp_path: Path) -> None:
    run = checked(desk, sheet_of(tmp_path, ",,,Wilf Marrowby,,,,Shouts,,,,"))
    assert any("Today will stand" in group.advice for group in run.groups())
    imports.commit(desk, run)
    assert kept(desk)[0].received_on == desk.today()


def test_that_their_reference_is_kept_where_it_is_free(desk: Office, tmp_path: Path) -> None:
    header = "Referral ref,Name,Reason for referral,Referrer"
    rows = ("FH/12,Wilf Marrowby,Shouts,One", ",Mo Quillfeather,Bins,Two")
    imports.commit(desk, checked(desk, sheet_of(tmp_path, *rows, header=header)))
    assert [one.reference for one in kept(desk)] == ["FH/12", "R-2026-001"]
    same = sheet_of(tmp_path, "FH/12,Des Fenwhistle,Bins,One", header=header, name="same.csv")
    (row,) = checked(desk, same).undecided
    assert row.twin is not None
    assert row.twin.why == "the same reference"


def test_that_a_caseload_with_a_referral_date_is_still_a_caseload(
    desk: Office, tmp_path: Path
) -> None:
    header = "Ref,Name,Referral date,Reason for referral,Status,Next review"
    file = sheet_of(tmp_path, "A1,Wilf Marrowby,1/9/2026,Shouts,Open,3/12/2026", header=header)
    offered = imports.offer(desk, imports.likeliest_sheet(imports.read(file)))
    assert offered.mapping.purpose is Purpose.CASES
    chosen = imports.offer(
        desk, imports.likeliest_sheet(imports.read(file)), None, Purpose.REFERRALS
    )
    run = imports.dry_run(desk, chosen.table, chosen.mapping)
    assert run.count(Status.NEW) == 1


def test_that_more_rows_than_anybody_decides_are_refused(desk: Office, tmp_path: Path) -> None:
    rows = (f"1/11/2026,,,Example {n},,,,Shouts,,,," for n in range(2_001))
    with pytest.raises(Unreadable, match="at most 2,000 referrals"):
        checked(desk, sheet_of(tmp_path, *rows))
