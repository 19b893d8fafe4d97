"""The dry run says what every row would become, and loses nothing on the way."""

import random
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import CaseKind, CaseState, RiskLevel
from psg_desktop.exchange.check import DryRun, check
from psg_desktop.exchange.drafts import RowDraft
from psg_desktop.exchange.known import Existing, Known, person_key, place_key, reference_key
from psg_desktop.exchange.outcomes import (
    Choice,
    Choose,
    ChooseAll,
    SetCell,
    SetValue,
    SkipRow,
    Status,
)
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.suggest import suggest
from psg_desktop.exchange.summary import needs_person, new_agencies, summary
from psg_desktop.exchange.tables import Table
from psg_desktop.exchange.troubles import Trouble
from tests.exchange.workbooks import TODAY, table_of

AGENCIES = {
    name: name
    for name in ("Fenmarket District Council", "Cambridgeshire Constabulary", "Fenmarket Homes")
}
LISTS = Known(
    agencies=AGENCIES,
    focus_areas={"Noise": "Noise", "Street drinking and begging": "Street drinking and begging"},
    closing_reasons={"Problem resolved or demand reduced to target": "resolved"},
)


def _run(table: Table, known: Known = LISTS) -> DryRun:
    return check(table, suggest(table), known, TODAY)


def _one(headers: Sequence[Cell], cells: Sequence[Cell], known: Known = LISTS) -> DryRun:
    return _run(table_of(tuple(headers), tuple(cells)), known)


def _troubles(run: DryRun) -> set[Trouble]:
    return {group.trouble for group in run.groups()}


FULL = {
    "Ref": "FEN/1", "Name": "Łukasz Example", "Known as": "Luke; Mr X", "DOB": "29/02/1988",
    "Address": "1 Sluice Row", "Postcode": "cb74ee", "Tel": 7700900123, "Focus area": "noise",
    "Lead agency": "Fenmarket  District Counsil", "Lead officer": "Officer One", "Risk": "H",
    "Status": "on-going", "Date opened": date(2026, 9, 1), "Next review": "3 Dec 2026",
    "Notes": "Loud at night.", "Action": "Visit", "Action agency": "FDC",
    "Action officer": "Officer Two", "Due date": "1/12/2026", "Favourite colour": "blue",
}  # fmt: skip


def test_that_a_full_row_becomes_all_its_records() -> None:
    run = _one(tuple(FULL), tuple(FULL.values()))
    (draft,) = run.drafts
    assert draft.person is not None
    assert draft.case is not None
    assert draft.person.full_name == "Łukasz Example"
    assert draft.person.known_as == ("Luke", "Mr X")
    assert draft.person.born == date(1988, 2, 29)
    assert (draft.person.address, draft.person.postcode) == ("1 Sluice Row", "CB7 4EE")
    assert draft.person.phones == ("07700 900123",)
    assert draft.case.kind is CaseKind.PERSON
    assert draft.case.reference == "FEN/1"
    assert draft.case.risk is RiskLevel.HIGH
    assert draft.case.state is CaseState.ACTIVE_PLAN
    assert draft.case.focus_areas == ("Noise",)
    assert draft.case.lead_agency == "Fenmarket District Council"
    assert (draft.case.opened, draft.case.review) == (date(2026, 9, 1), date(2026, 12, 3))
    (action,) = draft.actions
    assert (action.what, action.agency, action.officer) == (
        "Visit",
        "Fenmarket District Council",
        "Officer Two",
    )
    assert (action.due, action.state) == (date(2026, 12, 1), ActionState.AGREED)
    assert draft.notes[0].text == "Loud at night.\n\nFavourite colour: blue"
    assert Trouble.READ_AS_LISTED in _troubles(run)


def test_that_places_and_projects_become_cases_of_their_kind() -> None:
    run = _run(
        table_of(
            ("Ref", "Place", "Project", "Status"),
            ("1", "Riverside Park", None, "Open"),
            ("2", None, "Safer path", "Monitoring"),
        )
    )
    assert [draft.case.kind for draft in run.drafts if draft.case] == [
        CaseKind.PLACE,
        CaseKind.PROJECT,
    ]


def test_that_what_fits_no_field_is_kept_in_the_notes() -> None:
    run = _one(
        ("Ref", "Name", "Postcode", "Email", "NHS number", "Focus area"),
        ("1", "Example One", "CB7", "not one", "123", "Dragons"),
    )
    (draft,) = run.drafts
    for written in ("CB7", "not one", "123", "Dragons"):
        assert written in draft.notes[0].text
    assert _troubles(run) == {
        Trouble.NOT_A_POSTCODE,
        Trouble.NOT_AN_EMAIL,
        Trouble.NOT_AN_NHS_NUMBER,
        Trouble.NEW_FOCUS_AREA,
    }


@pytest.mark.parametrize(
    ("headers", "cells", "trouble"),
    [
        (("Ref", "Name", "Risk"), ("1", None, "H"), Trouble.NO_SUBJECT),
        (("Ref", "Name", "Risk"), ("1", "A B", "spicy"), Trouble.UNKNOWN_WORD),
        (("Ref", "Name", "Risk"), ("1", "A B", "medium to high"), Trouble.UNKNOWN_WORD),
        (("Ref", "Name", "DOB"), ("1", "A B", "1/1/2030"), Trouble.DATE_AHEAD),
        (("Ref", "Name", "DOB"), ("1", "A B", "1/1/1895"), Trouble.BORN_TOO_LONG_AGO),
        (("Ref", "Name", "DOB"), ("1", "A B", "not known yet"), Trouble.NOT_A_DATE),
        (("Ref", "Name", "Status"), ("1", "A B", "Closed"), Trouble.CLOSED_WITHOUT_REASON),
        (("Ref", "Name"), ("1", "A " + "B" * 300), Trouble.TOO_LONG),
        (
            ("Ref", "Name", "Opened", "Closed", "Closing reason"),
            ("1", "A B", "2/2/2026", "1/1/2026", "problem resolved or demand reduced to target"),
            Trouble.CLOSED_BEFORE_OPENED,
        ),
    ],
)
def test_that_a_wrong_row_is_named_and_not_imported(
    headers: Sequence[Cell], cells: Sequence[Cell], trouble: Trouble
) -> None:
    run = _one(headers, cells)
    assert run.count(Status.WRONG) == 1
    assert run.drafts == ()
    (group,) = [group for group in run.groups() if group.stops]
    assert (group.trouble, group.rows) == (trouble, (2,))
    assert group.sentence.endswith(".")
    assert group.advice.endswith(".")


def test_that_an_action_without_owner_or_due_date_is_only_proposed() -> None:
    run = _one(("Ref", "Name", "Action", "Action status"), ("1", "A B", "Visit", "Agreed"))
    assert run.drafts[0].actions[0].state is ActionState.PROPOSED
    assert _troubles(run) == {Trouble.ACTION_INCOMPLETE}


def test_that_a_finished_action_too_little_is_known_of_is_told_in_the_notes() -> None:
    run = _one(("Ref", "Name", "Action", "Action status"), ("1", "A B", "Visit", "Done"))
    assert run.drafts[0].actions == ()
    assert "Action (completed): Visit" in run.drafts[0].notes[0].text


def test_that_rows_of_one_reference_become_one_case() -> None:
    run = _run(
        table_of(
            ("Ref", "Name", "DOB", "Risk", "Action"),
            ("1", "Example One", "1/1/1990", "High", "Visit"),
            ("2", "Example Two", "1/1/1991", "Low", None),
            ("1", "Example Other", "1/1/1992", "Low", "Write"),
        )
    )
    first, second = run.drafts
    assert first.rows == (2, 4)
    assert len(first.fingerprints) == 2
    assert [action.what for action in first.actions] == ["Visit", "Write"]
    assert [person.full_name for person in first.others] == ["Example Other"]
    assert any("Risk: standard" in note.text for note in first.notes)
    assert second.rows == (3,)


PEOPLE = Known(
    people={
        person_key("Łukasz Example", date(1988, 2, 29)): Existing(id="p1", label="P-0001"),
        person_key("Undated Example", None): Existing(id="p2", label="P-0002"),
    },
    places={place_key("1 Sluice Row", "CB7 4EE"): Existing(id="l1", label="1 Sluice Row")},
    cases={reference_key("FEN/7"): Existing(id="c7", label="PSG-2026-007")},
)


@pytest.mark.parametrize(
    ("cells", "twin"),
    [
        (("", "LUKASZ EXAMPLE", "29/02/1988"), "p1"),
        (("", "Lukas Example", "29/02/1988"), "p1"),
        (("", "Łukasz Example", None), "p1"),
        (("", "Undated Example", "1/1/1990"), "p2"),
        (("fen 7", "Somebody Else", "1/1/1990"), "c7"),
        (("", "Łukasz Example", "28/02/1988"), None),
        (("", "Other Person", "29/02/1988"), None),
    ],
)
def test_that_a_duplicate_is_named_and_waits_for_a_decision(
    cells: Sequence[Cell], twin: str | None
) -> None:
    run = _one(("Ref", "Name", "DOB", "Risk"), (*cells, "High"), PEOPLE)
    (row,) = run.rows
    if twin is None:
        assert row.status is Status.NEW
        return
    assert row.status is Status.DUPLICATE
    assert row.twin is not None
    assert row.twin.id == twin
    assert run.undecided == (row,)
    assert run.drafts == ()
    (joined,) = run.apply(Choose(row=2, choice=Choice.JOIN)).drafts
    assert joined.joins == twin
    (new,) = run.apply(ChooseAll(status=Status.DUPLICATE, choice=Choice.NEW)).drafts
    assert new.joins == ""
    assert run.apply(Choose(row=2, choice=Choice.SKIP)).drafts == ()


def test_that_the_same_person_twice_in_a_file_is_one_person_or_a_question() -> None:
    run = _run(
        table_of(
            ("Ref", "Name", "DOB", "Risk"),
            ("1", "Example One", "1/1/1990", "High"),
            ("2", "example  one", "01.01.1990", "Low"),
            ("3", "Example Nameless", None, "Low"),
            ("4", "Example Nameless", None, "High"),
        )
    )
    assert [row.status for row in run.rows] == [
        Status.NEW, Status.NEW, Status.NEW, Status.DUPLICATE
    ]  # fmt: skip
    second = run.drafts[1]
    assert (second.joins_kind, second.joins) == ("row", "2")
    assert run.rows[3].twin is not None
    assert run.rows[3].twin.label == "row 4"


def test_that_alike_values_are_corrected_together() -> None:
    run = _run(
        table_of(
            ("Ref", "Name", "Risk"),
            ("1", "A B", "spicy"),
            ("2", "C D", "spicy"),
            ("3", "E F", "mild"),
        )
    )
    groups = run.groups()
    assert [(group.shown, group.rows) for group in groups] == [("spicy", (2, 3)), ("mild", (4,))]
    fixed = run.apply(SetValue(header="Risk", shown="spicy", value="high"))
    assert fixed.count(Status.NEW) == 2
    fixed = fixed.apply(SetCell(row=4, header="Risk", value=""))
    assert fixed.count(Status.NEW) == 3
    assert fixed.drafts[2].case is not None
    assert fixed.drafts[2].case.risk is None
    assert fixed.apply(SkipRow(row=2)).rows[0].reason == "You chose to leave it out."


def test_that_a_suggestion_is_accepted_for_all_alike() -> None:
    run = _run(
        table_of(
            ("Ref", "Name", "DOB"), ("1", "A B", "25/04/1988"), ("2", "C D", "04/25/1988"),
            ("3", "E F", "04/25/1988"),
        )
    )  # fmt: skip
    (group,) = run.groups()
    assert (group.trouble, group.rows) == (Trouble.IMPOSSIBLE_DATE, (3, 4))
    fixed = run.accept(group)
    assert {d.person.born for d in fixed.drafts if d.person} == {date(1988, 4, 25)}


def _remembered(drafts: Sequence[RowDraft]) -> Known:
    return Known(
        fingerprints={f: Existing(id="x", label="x") for d in drafts for f in d.fingerprints},
        row_keys={d.key: Existing(id="x", label="case x") for d in drafts if d.key},
    )


ROWS = [(f"FEN/{n}", f"Example N{n}", date(1980, 1, 1 + n), "High", "x" * n) for n in range(1, 15)]
HEADERS = ("Ref", "Name", "DOB", "Risk", "Notes")


@given(st.randoms(use_true_random=False))
def test_that_the_same_rows_in_any_order_are_the_same(shuffler: random.Random) -> None:
    first = _run(table_of(HEADERS, *ROWS))
    rows = list(ROWS)
    shuffler.shuffle(rows)
    order = list(range(len(HEADERS)))
    shuffler.shuffle(order)
    again = table_of(
        tuple(HEADERS[at] for at in order),
        *(tuple(_as_text_file(row[at]) for at in order) for row in rows),
    )
    run = check(again, suggest(again), _remembered(first.drafts), TODAY)
    assert run.count(Status.SAME) == len(ROWS)
    assert run.drafts == ()


def _as_text_file(cell: Cell) -> Cell:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell


def test_that_a_changed_row_is_told_from_a_new_one() -> None:
    known = _remembered(_run(table_of(HEADERS, *ROWS)).drafts)
    changed = (*ROWS[0][:3], "Low", "y")
    run = _run(table_of(HEADERS, changed, *ROWS[1:], ("FEN/99", "New One", None, "Low", "")), known)
    assert [row.status for row in run.rows].count(Status.SAME) == 13
    assert run.rows[0].status is Status.CHANGED
    assert run.rows[0].undecided
    assert run.rows[-1].status is Status.NEW


def test_that_an_identical_row_is_taken_once() -> None:
    run = _run(table_of(HEADERS, ROWS[0], ROWS[0]))
    assert run.rows[1].reason == "It says exactly the same as row 2."
    assert len(run.drafts) == 1


@given(
    st.lists(
        st.tuples(*[st.none() | st.text(max_size=12) | st.integers() | st.dates()] * 6), min_size=1
    )
)
def test_that_every_row_has_one_outcome_whatever_it_holds(
    rows: list[tuple[Cell, ...]],
) -> None:
    headers = ("Ref", "Name", "DOB", "Risk", "Due date", "Notes")
    table = table_of(headers, *rows)
    if not table.rows:
        return
    mapping = suggest(table)
    if mapping.refusal:
        return
    run = check(table, mapping, LISTS, TODAY)
    assert [row.number for row in run.rows] == list(range(2, len(rows) + 2))
    kept = {number for draft in run.drafts for number in draft.rows}
    assert kept == {row.number for row in run.rows if row.draft and not row.undecided}


def test_that_a_dry_run_says_in_a_sentence_what_it_found() -> None:
    run = _run(
        table_of(
            ("Ref", "Name", "Lead agency"),
            ("1", "Example One", "Fenmarket Mediation"),
            ("2", "Example Two", "fenmarket mediation"),
            ("3", None, "Cambridgeshire Constabulary"),
            (None, None, None),
        )
    )
    assert summary(run) == "4 rows: 2 new, 1 with something to put right, 1 left out."
    assert new_agencies(run) == ("Fenmarket Mediation",)
    assert [row.number for row in needs_person(run)] == [4]


def test_that_a_wrong_or_undecided_row_keeps_out_only_itself() -> None:
    rows = [("1", "Example One", "High"), ("2", "Example Two", "spicy"), ("3", "Example X", "Low")]
    run = _run(table_of(("Ref", "Name", "Risk"), *rows))
    assert [draft.rows for draft in run.drafts] == [(2,), (4,)]
