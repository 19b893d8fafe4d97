"""Counts of demand out of a spreadsheet: one row a count, or one column a month."""

from pathlib import Path

import pytest
import xlsxwriter

from psg_desktop.casework.assessing import demand
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import Case, Closure
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.outcomes import SetValue, SkipRow, Status, Take
from psg_desktop.exchange.sheets import Cell
from tests.builders import a_case, a_person

LONG = ("Case ref", "Agency", "Measure", "Month", "Count")


@pytest.fixture
def case(desk: Office) -> Case:
    return opened(desk, "PSG-2026-001", "Wilf Marrowby")


def opened(office: Office, reference: str, name: str) -> Case:
    person = a_person(full_name=name)
    made = a_case(subject=person.id, reference=reference, opened=office.today())
    cases.open_case(office, cases.Opening(case=made, new_subject=person))
    return made


def written(tmp_path: Path, *rows: tuple[Cell, ...], name: str = "counts.xlsx") -> Path:
    with xlsxwriter.Workbook(tmp_path / name) as book:
        sheet = book.add_worksheet("Counts")
        month = book.add_format({"num_format": "mmm yy"})
        for line, row in enumerate(rows):
            for at, cell in enumerate(row):
                if hasattr(cell, "year"):
                    sheet.write_datetime(line, at, cell, month)
                else:
                    sheet.write(line, at, cell)
    return tmp_path / name


def checked(office: Office, file: Path) -> DryRun:
    offered = imports.offer(office, imports.likeliest_sheet(imports.read(file)))
    assert offered.mapping.purpose is Purpose.DEMAND
    assert not offered.mapping.refusal
    return imports.dry_run(office, offered.table, offered.mapping)


def held(office: Office, case: Case) -> dict[str, dict[str, int]]:
    return {
        one.name: {month.isoformat()[:7]: count for month, count in one.counts.items()}
        for one in demand.series(office, case.id)
    }


def test_that_one_row_a_count_is_added_and_taken_back_as_one(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    rows = (
        ("psg 2026 001", "Fen Police", "999", "Apr-26", 4),
        ("PSG-2026-001", "Fen Police", "999 calls", "May 2026", "1,204"),
        ("Wilf Marrowby", "", "Ambulance", "2026-06", "nil"),
        ("PSG-2026-001", "", "A&E", "01/07/2026", ""),
    )
    run = checked(desk, written(tmp_path, LONG, *rows))
    assert [one.status for one in run.rows] == [Status.NEW] * 3 + [Status.SKIPPED]
    done = imports.commit(desk, run)
    assert done.made == {RecordKind.DEMAND_COUNT: 3, RecordKind.AGENCY: 1}
    assert held(desk, case) == {
        "999 calls to the police, Fen Police": {"2026-04": 4, "2026-05": 1204},
        "Ambulance calls": {"2026-06": 0},
    }
    assert done.batch is not None
    undoing.undo(desk, done.batch)
    assert held(desk, case) == {}


def test_that_one_column_a_month_is_read_with_dates_and_words_as_headings(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    months = [desk.today().replace(month=month, day=1) for month in (4, 5, 6)]
    for name, headings in (
        ("dates.xlsx", months),
        ("words.xlsx", ["Apr 26", "May-26", "June 2026"]),
        ("iso.xlsx", ["2026-04", "2026-05", "2026-06"]),
    ):
        file = written(
            tmp_path,
            ("Case", "Measure", *headings, "Total"),
            ("PSG-2026-001", "Ambulance calls", 1, 2, None, 3),
            name=name,
        )
        done = imports.commit(desk, checked(desk, file))
        assert held(desk, case) == {"Ambulance calls": {"2026-04": 1, "2026-05": 2}}
        assert (done.batch is None) == (name != "dates.xlsx")


def test_that_another_number_is_replaced_only_where_it_is_taken(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    first = ("Case ref", "Measure", "Apr 2026", "May 2026", "Jun 2026")
    imports.commit(
        desk, checked(desk, written(tmp_path, first, ("PSG-2026-001", "Fire calls", 1, 2, None)))
    )
    later = written(tmp_path, first, ("PSG-2026-001", "Fire calls", 5, 6, 7), name="later.xlsx")
    run = checked(desk, later)
    april, may = run.unsettled
    assert (april.before, april.after) == ("1", "5")
    assert (april.about, april.detail) == ("PSG-2026-001", "Fire calls, April 2026")
    run = run.apply(Take(keys=frozenset({april.key}), taken=True))
    done = imports.commit(desk, run.apply(Take(keys=frozenset({may.key}), taken=False)))
    assert (done.taken, done.left) == (1, 1)
    assert held(desk, case) == {"Fire calls": {"2026-04": 5, "2026-05": 2, "2026-06": 7}}
    again = checked(desk, later)
    assert [one.detail for one in again.unsettled] == ["Fire calls, May 2026"]


WRONG: tuple[tuple[tuple[Cell, ...], str], ...] = (
    (("PSG-2026-001", "", "999", "April 2026", -3), "less than nought"),
    (("PSG-2026-001", "", "999", "April 2026", 2.5), "not a whole number"),
    (("PSG-2026-001", "", "999", "April 2026", "(4)"), "less than nought"),
    (("PSG-2026-001", "", "999", "April 2026", "<5"), "does not say how many"),
    (("PSG-2026-001", "", "999", "April 2026", "a few"), "is not a number"),
    (("PSG-2026-001", "", "999", "April 2026", 1e300), "more than 100,000"),
    (("PSG-2026-001", "", "999", "December 2026", 4), "December 2026 has not begun"),
    (("PSG-2026-001", "", "999", "31/02/2026", 4), "does not exist"),
    (("PSG-2026-001", "", "999", "", 4), "in which month"),
    (("PSG-2026-001", "", "", "April 2026", 4), "what was counted"),
    (("PSG-2026-001", "", "Parking", "April 2026", 4), "not among your measures"),
    (("PSG-2026-999", "", "999", "April 2026", 4), "No case has the reference"),
    (("", "", "999", "April 2026", 4), "whose case"),
    (("Twin Quillfeather", "", "999", "April 2026", 4), "has 2 open cases"),
    (("PSG-2026-009", "", "999", "April 2026", 4), "is closed"),
)


def test_that_what_is_no_count_is_told_beside_its_row(desk: Office, tmp_path: Path) -> None:
    opened(desk, "PSG-2026-001", "Wilf Marrowby")
    for number in (2, 3):
        opened(desk, f"PSG-2026-00{number}", "Twin Quillfeather")
    shut = opened(desk, "PSG-2026-009", "Des Fenwhistle")
    with desk.working(Act.CLOSE_CASE) as unit:
        closure = Closure(reason="resolved", summary="Quiet.", on=desk.today())
        unit.cases.put(shut.close(closure))
    run = checked(desk, written(tmp_path, LONG, *(cells for cells, _said in WRONG)))
    assert len(run.wrong) == len(WRONG)
    for row, (_cells, said) in zip(run.wrong, WRONG, strict=True):
        assert any(said in one.sentence for one in row.problems if one.stops), said


def test_that_two_numbers_for_one_month_are_not_both_taken(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    row = ("PSG-2026-001", "", "999", "April 2026", 4)
    run = checked(desk, written(tmp_path, LONG, row, row, (*row[:4], 6)))
    assert [one.status for one in run.rows] == [Status.NEW, Status.SKIPPED, Status.WRONG]
    imports.commit(desk, run.apply(SkipRow(row=4)))
    assert held(desk, case) == {"999 calls to the police": {"2026-04": 4}}


def test_that_a_heading_without_its_year_is_asked_for(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    file = written(tmp_path, ("Case", "Measure", "Apr", "May"), (case.reference, "999", 4, 5))
    (wrong,) = checked(desk, file).wrong
    assert "\u201cApr\u201d names no month with its year" in wrong.problems[0].sentence


def test_that_a_wrong_count_is_put_right_in_place(desk: Office, case: Case, tmp_path: Path) -> None:
    row = (case.reference, "", "999", "April 2026", "four")
    run = checked(desk, written(tmp_path, LONG, row))
    imports.commit(desk, run.apply(SetValue(header="Count", shown="four", value="4")))
    assert held(desk, case) == {"999 calls to the police": {"2026-04": 4}}
