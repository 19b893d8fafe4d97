"""One column for people and places is told apart by the row, or asked about; two phones are two."""

import pytest

from psg_desktop.domain.cases import CaseKind
from psg_desktop.exchange.check import DryRun, check
from psg_desktop.exchange.contacts import several_emails, several_phones
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.outcomes import SetValue, Status
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.suggest import suggest
from psg_desktop.exchange.troubles import Trouble
from tests.exchange.workbooks import TODAY, table_of


def _run(*rows: tuple[Cell, ...]) -> DryRun:
    cut = table_of(*rows)
    return check(cut, suggest(cut), Known(), TODAY)


def _subjects(run: DryRun) -> list[tuple[CaseKind | None, str, str]]:
    return [
        (
            draft.case.kind if draft.case else None,
            draft.person.full_name if draft.person else "",
            draft.place.name if draft.place else "",
        )
        for draft in run.drafts
    ]


@pytest.mark.parametrize("header", ["Person / Place", "Person or place", "Name/Address"])
def test_that_a_column_beside_it_says_which_a_row_is_about(header: str) -> None:
    run = _run(
        ("Ref", header, "Type", "Risk"),
        ("1", "Jordan Park", "Person", "High"),
        ("2", "Jordan Park", "Place", "Low"),
    )
    assert _subjects(run) == [
        (CaseKind.PERSON, "Jordan Park", ""),
        (CaseKind.PLACE, "", "Jordan Park"),
    ]
    assert run.groups() == ()


def test_that_plain_words_tell_and_doubtful_ones_are_asked_about() -> None:
    run = _run(
        ("Ref", "Person / Place", "Risk"),
        ("1", "Wendell Tansyfield", "High"),
        ("2", "12 Sluice Row", "Low"),
        ("3", "Jordan Park", "Low"),
        ("4", "Mr Church", "Low"),
    )
    assert _subjects(run) == [
        (CaseKind.PERSON, "Wendell Tansyfield", ""),
        (CaseKind.PLACE, "", "12 Sluice Row"),
        (CaseKind.PERSON, "Mr Church", ""),
    ]
    (asked,) = [group for group in run.groups() if group.stops]
    assert (asked.trouble, asked.rows, asked.header) == (
        Trouble.PERSON_OR_PLACE,
        (4,),
        "Person / Place",
    )
    told = [group for group in run.groups() if group.trouble is Trouble.TAKEN_FOR]
    assert len(told) == 3


def test_that_the_answer_is_put_into_the_cell() -> None:
    run = _run(("Ref", "Person / Place", "Risk"), ("1", "Jordan Park", "High"))
    (asked,) = [group for group in run.groups() if group.stops]
    taken = run.accept(asked)
    assert _subjects(taken) == [(CaseKind.PLACE, "", "Jordan Park")]
    other = run.apply(
        SetValue(header="Person / Place", shown="Jordan Park", value="Person: Jordan Park")
    )
    assert _subjects(other) == [(CaseKind.PERSON, "Jordan Park", "")]
    assert other.count(Status.WRONG) == 0


def test_that_a_column_of_kinds_under_that_header_is_the_kind() -> None:
    cut = table_of(
        ("Ref", "Name", "Person / place", "Risk"),
        ("1", "Example One", "Person", "High"),
        ("2", "Example Two", "Person", "Low"),
    )
    assert [one.field for one in suggest(cut).columns][2] is Field.KIND


def test_that_a_kind_the_row_does_not_name_is_told() -> None:
    run = _run(("Ref", "Name", "Kind of case", "Risk"), ("1", "Example One", "Place", "High"))
    (told,) = run.groups()
    assert told.trouble is Trouble.OTHER_KIND
    assert _subjects(run) == [(CaseKind.PERSON, "Example One", "")]


@pytest.mark.parametrize("header", ["No", "No.", "Ref no", "Ref. No.", "Number"])
def test_that_a_number_column_is_a_reference(header: str) -> None:
    cut = table_of((header, "Name", "Risk"), ("7", "Example One", "High"))
    (draft,) = check(cut, suggest(cut), Known(), TODAY).drafts
    assert draft.case is not None
    assert draft.case.reference == "7"


def test_that_a_number_gives_way_to_a_reference_and_to_a_street() -> None:
    cut = table_of(
        ("No", "Case ref", "Name", "No.", "Street", "Risk"),
        (1, "P/7", "Example One", 12, "Sluice Row", "High"),
    )
    (draft,) = check(cut, suggest(cut), Known(), TODAY).drafts
    assert draft.case is not None
    assert draft.person is not None
    assert draft.case.reference == "P/7"
    assert "12" in draft.person.address
    assert "No: 1" in draft.notes[0].text


@pytest.mark.parametrize(
    ("written", "numbers", "rest"),
    [
        ("07700 900123 / 07700 900456", ("07700 900123", "07700 900456"), False),
        ("07700900123;07700 900456", ("07700 900123", "07700 900456"), False),
        ("07700 900123 or 01632 960001", ("07700 900123", "01632 960001"), False),
        ("07700 900123\n07700 900123", ("07700 900123",), False),
        ("01632/960001", ("01632 960001",), False),
        ("07700 900123 / ask mum", ("07700 900123",), True),
        ("ask mum", (), True),
    ],
)
def test_that_every_phone_of_a_cell_is_read(
    written: str, numbers: tuple[str, ...], rest: bool
) -> None:
    assert several_phones(written) == (numbers, rest)


def test_that_two_phones_and_two_addresses_reach_the_person_and_the_rest_the_notes() -> None:
    assert several_emails("a@fen.example; b@fen.example") == (
        ("a@fen.example", "b@fen.example"),
        False,
    )
    run = _run(
        ("Ref", "Name", "Phone", "Email"),
        ("1", "Example One", "07700 900123 / 07700 900456", "a@fen.example, b@fen.example"),
        ("2", "Example Two", "07700 900123 (mum)/07700 900456", "a@fen.example at work"),
    )
    first, second = (draft.person for draft in run.drafts)
    assert first is not None
    assert second is not None
    assert first.phones == ("07700 900123", "07700 900456")
    assert first.emails == ("a@fen.example", "b@fen.example")
    assert second.phones == ("07700 900456",)
    told = run.drafts[1].notes[0].text
    assert "07700 900123 (mum)/07700 900456" in told
    assert "a@fen.example at work" in told
