"""Several actions in one row: each set of numbered columns becomes an action of its own."""

import json
from dataclasses import replace
from datetime import date

import pytest

from psg_desktop.domain.actions import ActionState
from psg_desktop.exchange.action_sets import numbered
from psg_desktop.exchange.agency_columns import told_apart
from psg_desktop.exchange.check import DryRun, check
from psg_desktop.exchange.fields import Field, label_of
from psg_desktop.exchange.headers import guess_header
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.mapping import Mapping, Purpose, Template, Use
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.suggest import suggest
from psg_desktop.exchange.tables import Table, table
from psg_desktop.exchange.troubles import Trouble
from tests.exchange.workbooks import TODAY, sheet_of, table_of

AGENCIES = {"Fenmarket Homes": "Fenmarket Homes", "Police": "Police"}
HEADERS = (
    "Ref", "Name", "Status", "Action 1", "Owner 1", "Officer 1", "Due 1", "Action 2", "Owner 2",
    "Officer 2", "Due 2", "Status 2", "Action 3", "Due 3",
)  # fmt: skip
ROW = (
    "A1", "Example One", "Open", "Visit the flat", "Police", "Officer One", "1/12/2026",
    "Fit alarms", "Fenmarket Homes", "Officer Two", "8/12/2026", "In progress", "Write to the GP",
    "9/12/2026",
)  # fmt: skip


def _run(cut: Table, mapping: Mapping | None = None) -> DryRun:
    return check(cut, mapping or suggest(cut), Known(agencies=AGENCIES), TODAY)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Action 2", ("action", 2)),
        ("Action2", ("action", 2)),
        ("Owner (2)", ("owner", 2)),
        ("Action 2 owner", ("action owner", 2)),
        ("2nd action", ("action", 2)),
        ("Second action due", ("action due", 2)),
        ("Action 12: Due", ("action due", 12)),
        ("Action", ("action", 0)),
        ("Action 99", ("action", 0)),
    ],
)
def test_that_the_number_of_an_action_is_read_from_its_header(
    header: str, expected: tuple[str, int]
) -> None:
    assert numbered(header) == expected


def test_that_each_set_of_columns_becomes_an_action() -> None:
    run = _run(table_of(HEADERS, ROW))
    (draft,) = run.drafts
    assert [(one.what, one.agency, one.officer, one.due, one.state) for one in draft.actions] == [
        ("Visit the flat", "Police", "Officer One", date(2026, 12, 1), ActionState.AGREED),
        ("Fit alarms", "Fenmarket Homes", "Officer Two", date(2026, 12, 8),
         ActionState.IN_PROGRESS),
        ("Write to the GP", "", "", date(2026, 12, 9), ActionState.PROPOSED),
    ]  # fmt: skip
    assert draft.notes == ()
    (incomplete,) = [one for one in run.groups() if one.trouble is Trouble.ACTION_INCOMPLETE]
    assert incomplete.sentence == "Action 3 has no owner agency and no named officer."


def test_that_the_status_beside_a_second_action_is_not_that_of_the_case() -> None:
    columns = {one.header: (one.field, one.part) for one in suggest(table_of(HEADERS, ROW)).columns}
    assert columns["Status"] == (Field.STATE, 1)
    assert columns["Status 2"] == (Field.ACTION_STATE, 2)
    assert label_of(*_known(columns["Owner 2"])) == "Action 2: owner agency"


def _known(column: tuple[Field | None, int]) -> tuple[Field, int]:
    field, part = column
    assert field is not None
    return field, part


def test_that_headers_simply_repeated_are_further_actions() -> None:
    cut = table_of(
        ("Ref", "Name", "Action", "Owner", "Due", "Action", "Owner", "Due"),
        ("A1", "Example One", "Visit", "Police", "1/12/2026", "Write", "Police", "2/12/2026"),
    )
    (draft,) = _run(cut).drafts
    assert [(one.what, one.due) for one in draft.actions] == [
        ("Visit", date(2026, 12, 1)),
        ("Write", date(2026, 12, 2)),
    ]


def test_that_details_of_an_action_nowhere_named_go_into_the_notes() -> None:
    cells = ("A1", "Example One", "Open", "", "", "", "", "", "Police", "", "8/12/2026", "", "", "")
    run = _run(table_of(HEADERS, cells, ROW))
    first = run.drafts[0]
    assert "Action 2: owner agency: Police" in first.notes[0].text
    assert "Action 2: due date: 2026-12-08" in first.notes[0].text
    assert Trouble.ACTION_WITHOUT_TEXT in {one.trouble for one in run.groups()}


def test_that_owners_who_are_officers_are_told_apart_for_each_action() -> None:
    cut = table_of(
        ("Ref", "Name", "Action 1", "Owner 1", "Action 2", "Owner 2"),
        ("A1", "Example One", "Visit", "Police", "Write", "Orla Example"),
    )
    mapping = told_apart(cut, suggest(cut), AGENCIES)
    assert mapping.headers_of(Field.ACTION_AGENCY, 1) == ("Owner 1",)
    assert mapping.headers_of(Field.ACTION_OFFICER, 2) == ("Owner 2",)


def test_that_a_column_chosen_by_hand_fills_its_action_and_takes_from_no_other() -> None:
    cut = table_of(HEADERS, ROW)
    mapping = suggest(cut).assign("Status", Field.ACTION_STATE, 2)
    uses = {one.header: (one.use, one.field, one.part) for one in mapping.columns}
    assert uses["Status"] == (Use.FIELD, Field.ACTION_STATE, 2)
    assert uses["Status 2"] == (Use.NOTES, None, 1)
    assert mapping.assign("Status", Field.ACTION_DUE).headers_of(Field.ACTION_DUE) == ("Status",)


def test_that_a_template_remembers_which_action_a_column_tells_of() -> None:
    cut = table_of(HEADERS, ROW)
    kept = json.loads(json.dumps(Template(name="t", mapping=suggest(cut)).to_dict()))
    again = Template.from_dict(kept).applied_to(suggest(cut))
    assert [one.part for one in again.columns] == [one.part for one in suggest(cut).columns]


def test_that_a_template_of_an_earlier_version_is_still_read() -> None:
    kept = Template(name="t", mapping=suggest(table_of(HEADERS, ROW))).to_dict()
    columns = kept["columns"]
    assert isinstance(columns, list)
    for column in columns:
        del column["part"]
    assert {one.part for one in Template.from_dict(kept).mapping.columns} == {1}


def test_that_a_row_that_is_no_case_tells_its_actions_in_words() -> None:
    cut = table_of(
        ("Name", "Date of birth", "Next steps 1", "Next steps 2"),
        ("Example One", "1/1/1990", "Visit", "Write"),
    )
    (draft,) = _run(cut, replace(suggest(cut), purpose=Purpose.PEOPLE)).drafts
    assert (draft.case, draft.actions) == (None, ())
    assert draft.notes[0].text == (
        "Action: what is to be done: Visit\nAction 2: what is to be done: Write"
    )


MERGED = (
    ("Ref", "Name", "Action", None, None, "Action 2", None),
    (None, None, "What", "Who", "By when", "What", "By when"),
    ("A1", "Example One", "Visit", "Police", "1/12/2026", "Write", "2/12/2026"),
    ("A2", "Example Two", "Call", "Police", "3/12/2026", None, None),
)
FILLED = (
    MERGED[0],
    ("Ref", "Name", "What", "Who", "By when", "What", "By when"),
    *MERGED[2:],
)


@pytest.mark.parametrize("rows", [MERGED, FILLED])
def test_that_a_header_of_two_rows_names_the_actions(rows: tuple[tuple[Cell, ...], ...]) -> None:
    sheet = sheet_of(*rows)
    guess = guess_header(sheet)
    assert (guess.upper_row, guess.row) == (0, 1)
    cut = table(sheet, guess.row, guess.upper_row)
    assert [row.number for row in cut.rows] == [3, 4]
    columns = {one.header: (one.field, one.part) for one in suggest(cut).columns}
    assert columns["Ref"] == (Field.REFERENCE, 1)
    assert columns["Name"] == (Field.PERSON_NAME, 1)
    run = _run(cut)
    assert [[one.what for one in draft.actions] for draft in run.drafts] == [
        ["Visit", "Write"],
        ["Call"],
    ]
    assert run.drafts[0].actions[0].due == date(2026, 12, 1)
    assert run.drafts[0].actions[1].due == date(2026, 12, 2)


def test_that_action_what_and_action_owner_stand_for_themselves() -> None:
    cut = table_of(
        ("Ref", "Name", "Action / What", "Action / Owner", "Action / When", "Action / Status"),
        ("A1", "Example One", "Visit", "Police", "1/12/2026", "In progress"),
    )
    fields = [one.field for one in suggest(cut).columns]
    assert fields[2:] == [
        Field.ACTION,
        Field.ACTION_AGENCY,
        Field.ACTION_DUE,
        Field.ACTION_STATE,
    ]


def test_that_a_first_row_of_data_is_no_second_header() -> None:
    sheet = sheet_of(
        ("Ref", "Name", "Action", None),
        ("A1", "Example One", "Visit", "odd"),
        ("A2", "Example Two", "Call", None),
    )
    guess = guess_header(sheet)
    assert (guess.upper_row, guess.row) == (None, 0)
