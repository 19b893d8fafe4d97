"""Imports through casework: whole batches, nothing twice, nothing half."""

from pathlib import Path

import pytest
import xlsxwriter

from psg_desktop.casework import lists
from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import places
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import CaseState, RiskLevel
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.places import Place
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.differences import Differing
from psg_desktop.exchange.mapping import Template
from psg_desktop.exchange.outcomes import Choice, ChooseAll, Status, Take
from tests.builders import new_id

ALL = CaseFilter(view=CaseView.ALL)
WHOLE = slice(0, None)
HEADER = "Ref,Name,Date of birth,Address,Postcode,Risk,Status,Opened,Closed,Closing reason,Notes"
ROWS = (
    "A1,Wilf Marrowby,7/3/1984,12 Mardle Lane,FM1 1AA,High,Active plan,1/9/2026,,,Rang at night",
    "A2,Mo Quillfeather,,3 Lode Bank,FM1 2QX,Medium,Closed,1/6/2026,1/8/2026,Died,",
    "A3,Des Fenwhistle,12/11/1979,,,Standard,Monitoring,5/5/2026,,,Calm",
)


def sheet_of(tmp_path: Path, *rows: str, name: str = "cases.csv") -> Path:
    file = tmp_path / name
    file.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return file


def checked(office: Office, file: Path) -> DryRun:
    offered = imports.offer(office, imports.likeliest_sheet(imports.read(file)))
    return imports.dry_run(office, offered.table, offered.mapping)


def test_that_every_fact_of_a_row_arrives(desk: Office, tmp_path: Path) -> None:
    done = imports.commit(desk, checked(desk, sheet_of(tmp_path, *ROWS)))
    assert done.made[RecordKind.CASE] == 3
    assert done.made[RecordKind.PERSON] == 3
    rows = {row.reference: row for row in lists.cases(desk, ALL, CaseOrder(), WHOLE).rows}
    assert rows["A1"].risk is RiskLevel.HIGH
    assert rows["A1"].state is CaseState.ACTIVE_PLAN
    assert rows["A3"].state is CaseState.MONITORING
    closed = lists.case_page(desk, rows["A2"].id).case
    assert closed.closures[0].reason == "died"
    page = lists.case_page(desk, rows["A1"].id)
    assert page.subject_label == "Wilf Marrowby"
    assert "Rang at night" in page.notes[0].text
    assert lists.find(desk, "mardle")[0].id == rows["A1"].id


def test_that_a_wrong_row_stops_everything_until_it_is_left_out(
    desk: Office, tmp_path: Path
) -> None:
    wrong = "A4,Roz Eelwright,31/02/1990,,,High,,,,,"
    run = checked(desk, sheet_of(tmp_path, *ROWS, wrong))
    assert [row.number for row in run.wrong] == [5]
    with pytest.raises(Refused) as refusal:
        imports.commit(desk, run)
    assert refusal.value.problems[0].problem is Problem.UNDECIDED_ROWS
    assert lists.cases(desk, ALL, CaseOrder(), WHOLE).total == 0
    done = imports.commit(desk, run, skip_wrong=True)
    assert done.made[RecordKind.CASE] == 3
    assert done.left_out == 1


def test_that_the_same_rows_in_another_order_come_in_once(desk: Office, tmp_path: Path) -> None:
    imports.commit(desk, checked(desk, sheet_of(tmp_path, *ROWS)))
    again = checked(desk, sheet_of(tmp_path, *reversed(ROWS), name="again.csv"))
    assert again.count(Status.SAME) == 3
    done = imports.commit(desk, again)
    assert done.batch is None
    assert done.same == 3


def test_that_a_changed_row_joins_its_case_and_keeps_what_was_there(
    desk: Office, tmp_path: Path
) -> None:
    imports.commit(desk, checked(desk, sheet_of(tmp_path, *ROWS)))
    later = ROWS[0].replace("High", "Standard").replace("Rang at night", "No calls for a month")
    run = checked(desk, sheet_of(tmp_path, later, name="later.csv"))
    assert run.count(Status.CHANGED) == 1
    run = run.apply(ChooseAll(status=Status.CHANGED, choice=Choice.JOIN))
    (risk,) = run.unsettled
    assert (risk.what, risk.before, risk.after) == (Differing.RISK, "High", "Standard")
    with pytest.raises(Refused):
        imports.commit(desk, run)
    imports.commit(desk, run.apply(Take(keys=frozenset({risk.key}), taken=True)))
    found = lists.cases(desk, CaseFilter(words="A1"), CaseOrder(), WHOLE).rows
    assert len(found) == 1
    assert found[0].risk is RiskLevel.STANDARD
    texts = " ".join(note.text for note in lists.case_page(desk, found[0].id).notes)
    assert "Rang at night" in texts
    assert "No calls for a month" in texts


def test_that_an_action_without_an_officer_is_only_proposed(desk: Office, tmp_path: Path) -> None:
    file = tmp_path / "actions.csv"
    file.write_text(
        "Ref,Name,Action,Action agency,Action due\nB1,Wilf Marrowby,Visit,Police,10/12/2026\n"
        "B1,Wilf Marrowby,Fit a door,,\n",
        encoding="utf-8",
    )
    imports.commit(desk, checked(desk, file))
    found = lists.find(desk, "B1")[0]
    assert found.case is not None
    page = lists.case_page(desk, found.case)
    assert {one.what for one in page.actions} == {"Visit", "Fit a door"}
    assert {one.state for one in page.actions} == {ActionState.PROPOSED}


def test_that_a_remembered_matching_is_used_again(desk: Office, tmp_path: Path) -> None:
    file = sheet_of(tmp_path, *ROWS)
    offered = imports.offer(desk, imports.likeliest_sheet(imports.read(file)))
    changed = offered.mapping.leave_out("Notes")
    imports.keep_template(desk, Template(name="Our tracker", mapping=changed))
    again = imports.offer(desk, imports.likeliest_sheet(imports.read(file)))
    assert again.template == "Our tracker"
    assert again.mapping.headers_of(changed.columns[0].field) == ("Ref",)
    run = imports.dry_run(desk, again.table, again.mapping)
    imports.commit(desk, run)
    found = lists.find(desk, "A1")[0]
    assert found.case is not None
    assert lists.case_page(desk, found.case).notes == ()


def test_that_undoing_an_import_leaves_what_was_there_before(desk: Office, tmp_path: Path) -> None:
    first = imports.commit(desk, checked(desk, sheet_of(tmp_path, ROWS[0])))
    second = imports.commit(desk, checked(desk, sheet_of(tmp_path, *ROWS, name="more.csv")))
    assert first.batch is not None
    assert second.batch is not None
    undoing.undo(desk, second.batch)
    rows = lists.cases(desk, ALL, CaseOrder(), WHOLE).rows
    assert [row.reference for row in rows] == ["A1"]


def test_that_a_row_with_a_reference_alone_adds_to_its_case(desk: Office, tmp_path: Path) -> None:
    run = checked(desk, sheet_of(tmp_path, ROWS[0], "A1,,,,,,,,,,Rang again"))
    assert not run.wrong
    assert imports.commit(desk, run).made[RecordKind.CASE] == 1
    (row,) = lists.cases(desk, ALL, CaseOrder(), WHOLE).rows
    told = " ".join(note.text for note in lists.case_page(desk, row.id).notes)
    assert "Rang at night" in told
    assert "Rang again" in told


def test_that_ditto_is_what_the_row_above_says(desk: Office, tmp_path: Path) -> None:
    rows = ("A1,Wilf Marrowby,,12 Mardle Lane,FM1 1AA,,,,,,", "A2,Mo Fenn,,ditto,ditto,,,,,,")
    run = checked(desk, sheet_of(tmp_path, *rows))
    assert [one.person.address for one in run.drafts if one.person] == ["12 Mardle Lane"] * 2
    assert any("Ditto" in note.sentence for note in run.table.notes)


def test_that_a_text_merged_over_rows_counts_for_each(desk: Office, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "merged.xlsx")) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate((("Ref", "Name", "Action"), ("", "", "Visit"), ("", "", "Write"))):
            sheet.write_row(at, 0, row)
        sheet.merge_range("A2:A3", "A1")
        sheet.merge_range("B2:B3", "Mo Fenn")
    done = imports.commit(desk, checked(desk, tmp_path / "merged.xlsx"))
    assert done.made[RecordKind.CASE] == 1
    assert done.made[RecordKind.ACTION] == 2


HEADERS = HEADER.split(",")


def _cells(row: str) -> dict[str, str]:
    return dict(zip(HEADERS, row.split(","), strict=True))


def _written(path: Path, headers: list[str], rows: list[dict[str, str]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Caseload")
        sheet.write_row(0, 0, headers)
        for line, row in enumerate(rows, start=1):
            sheet.write_row(line, 0, [row[header] for header in headers])
    return path


def test_that_the_same_file_changed_only_in_looks_brings_nothing_twice(
    desk: Office, tmp_path: Path
) -> None:
    imports.commit(desk, checked(desk, sheet_of(tmp_path, *ROWS)))
    rows = [_cells(row) for row in ROWS]
    rows[0]["Name"] = "  Wilf   Marrowby "
    rows[1]["Status"] = "CLOSED"
    shuffled = [*HEADERS[4:], *reversed(HEADERS[:4])]
    new = _cells("A9,Roz Eelwright,1/2/1990,7 Lode Bank,FM1 3QX,High,Active plan,1/9/2026,,,New")
    looks = checked(desk, _written(tmp_path / "looks.xlsx", shuffled, rows))
    assert looks.count(Status.SAME) == 3
    assert imports.commit(desk, looks).batch is None
    added = checked(desk, _written(tmp_path / "added.xlsx", shuffled, [new, *rows]))
    assert (added.count(Status.SAME), added.count(Status.NEW)) == (3, 1)
    done = imports.commit(desk, added)
    assert (done.made[RecordKind.CASE], done.same) == (1, 3)
    assert lists.cases(desk, ALL, CaseOrder(), WHOLE).total == 4


def test_that_a_changed_row_tells_more_of_its_person_and_nothing_of_another(
    desk: Office, tmp_path: Path
) -> None:
    imports.commit(desk, checked(desk, sheet_of(tmp_path, *ROWS)))
    moved = ROWS[0].replace("12 Mardle Lane", "9 Withy Row")
    other = ROWS[2].replace("Des Fenwhistle", "Roz Eelwright").replace("Standard", "High")
    run = checked(desk, sheet_of(tmp_path, moved, other, name="later.csv"))
    run = run.apply(ChooseAll(status=Status.CHANGED, choice=Choice.JOIN))
    assert {one.what for one in run.unsettled} == {Differing.PERSON, Differing.RISK}
    left = frozenset(one.key for one in run.unsettled)
    imports.commit(desk, run.apply(Take(keys=left, taken=False)))
    with desk.reading() as unit:
        people = {one.full_name: one for one in unit.people.all()}
    assert [one.lines for one in people["Wilf Marrowby"].addresses] == [
        "12 Mardle Lane",
        "9 Withy Row",
    ]
    assert people["Des Fenwhistle"].aliases == ()


def test_that_a_row_about_a_known_place_fills_what_was_not_known_of_it(
    desk: Office, tmp_path: Path
) -> None:
    known = Place(
        id=PlaceId(new_id()),
        name="Withy Court",
        postcode="FM1 2QX",
        uprn="100023336955",
        remarks="Gate code changed",
    )
    places.save(desk, known)
    file = tmp_path / "places.csv"
    row = "Withy Court,2 Withy Row,fm12qx,100023336956,Bins burnt"
    file.write_text(f"Place name,Address,Postcode,UPRN,Remarks\n{row}\n", encoding="utf-8")
    offered = imports.offer(desk, imports.likeliest_sheet(imports.read(file)))
    run = imports.dry_run(desk, offered.table, offered.mapping)
    (outcome,) = run.rows
    assert outcome.status is Status.DUPLICATE
    imports.commit(desk, run.apply(ChooseAll(status=Status.DUPLICATE, choice=Choice.JOIN)))
    kept = places.get(desk, known.id)
    assert (kept.address, kept.uprn) == ("2 Withy Row", "100023336955")
    assert "In an imported file: 100023336956" in kept.remarks
    assert (kept.name, kept.postcode, kept.aliases) == ("Withy Court", "FM1 2QX", ())
    assert kept.remarks.startswith("Gate code changed\n")
    assert "Bins burnt" in kept.remarks
