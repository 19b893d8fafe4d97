"""Columns find their fields by British names and by content, and none is silently dropped."""

import json

import pytest

from psg_desktop.exchange.dates import Order
from psg_desktop.exchange.fields import FACTS, Field
from psg_desktop.exchange.header_words import HEADER_WORDS
from psg_desktop.exchange.headers import guess_header
from psg_desktop.exchange.headings import match_header
from psg_desktop.exchange.mapping import Purpose, Template, Use
from psg_desktop.exchange.purpose_words import DEMAND_WORDS, REFERRAL_WORDS
from psg_desktop.exchange.sheets import Oddity
from psg_desktop.exchange.suggest import suggest
from psg_desktop.exchange.tables import table
from tests.exchange.workbooks import sheet_of, table_of

TRACKER = table_of(
    ("Ref", "Name", "D.O.B.", "Adress", "Lead Officer", "RAG", "Status", "Col7", "Kontakt", "Odd"),
    ("A1", "Example One", "21/11/1988", "1 Sluice Row", "O. One", "H", "Open", "CB7 4EE",
     "07700 900123", "blue"),
    ("A2", "Example Two", "02/03/1990", "2 Sluice Row", "O. Two", "L", "Closed", "CB7 4EG",
     "07700 900124", "red"),
)  # fmt: skip


def test_that_a_home_grown_tracker_is_recognised() -> None:
    fields = {column.header: column.field for column in suggest(TRACKER).columns}
    assert fields == {
        "Ref": Field.REFERENCE,
        "Name": Field.PERSON_NAME,
        "D.O.B.": Field.BORN,
        "Adress": Field.ADDRESS,
        "Lead Officer": Field.LEAD_PRACTITIONER,
        "RAG": Field.RISK,
        "Status": Field.STATE,
        "Col7": Field.POSTCODE,
        "Kontakt": Field.PHONE,
        "Odd": None,
    }


def test_that_an_unknown_column_goes_into_the_notes() -> None:
    odd = suggest(TRACKER).columns[-1]
    assert odd.use is Use.NOTES
    assert odd.samples == ("blue", "red")
    assert odd.filled == 1.0


@pytest.mark.parametrize(
    "header", ["Date of Birth", "DateOfBirth", "date_of_birth", "DOB:", "D.O.B", "Date of brith"]
)
def test_that_headers_are_matched_however_they_are_written(header: str) -> None:
    match = match_header(header)
    assert match is not None
    assert match.field is Field.BORN


def test_that_every_field_has_a_label_and_words_and_no_word_has_two_fields() -> None:
    assert set(FACTS) == set(Field)
    own = {*REFERRAL_WORDS, *DEMAND_WORDS}
    assert set(HEADER_WORDS) | own | {Field.MONTH_COUNT} == set(Field)
    words = [word for words in HEADER_WORDS.values() for word in words]
    assert len(words) == len(set(words))


def test_that_a_list_of_first_names_is_not_people() -> None:
    names = table_of(("Rank", "Name", "Count"), (1, "Olivia", 3640), (2, "Amelia", 3319))
    assert suggest(names).refusal.startswith("No column holds a person")


def test_that_a_location_is_an_incident_place_or_a_case_place() -> None:
    incidents = table_of(("Month", "Location"), ("2024-06", "On or near Hall Lane"))
    assert suggest(incidents).purpose is Purpose.INCIDENTS
    cases = table_of(("Ref", "Location", "Risk", "Status"), ("1", "The Green", "High", "Open"))
    mapping = suggest(cases)
    assert mapping.purpose is Purpose.CASES
    assert mapping.headers_of(Field.PLACE_NAME) == ("Location",)


def test_that_a_column_that_can_only_be_american_is_read_month_first() -> None:
    dates = table_of(("Name", "Ref", "DOB"), ("A B", "1", "04/25/1988"), ("C D", "2", "12/31/1990"))
    assert suggest(dates).columns[2].order is Order.MONTH_FIRST


def test_that_choosing_a_field_by_hand_takes_it_from_the_other_column() -> None:
    mapping = suggest(TRACKER).assign("Odd", Field.PERSON_NAME)
    assert mapping.headers_of(Field.PERSON_NAME) == ("Odd",)
    uses = {column.header: column.use for column in mapping.columns}
    assert uses["Name"] is Use.NOTES
    left = mapping.leave_out("Name")
    assert {column.header: column.use for column in left.columns}["Name"] is Use.LEAVE_OUT


def test_that_a_template_is_remembered_and_recognised() -> None:
    mapping = suggest(TRACKER).leave_out("Odd").with_order("D.O.B.", Order.MONTH_FIRST)
    template = Template(name="Housing's tracker", mapping=mapping)
    kept = Template.from_dict(json.loads(json.dumps(template.to_dict())))
    assert "Example One" not in json.dumps(template.to_dict())
    shuffled = table_of(
        tuple(reversed(TRACKER.headers)), *(tuple(reversed(row.cells)) for row in TRACKER.rows)
    )
    assert kept.fits(shuffled.headers)
    assert not kept.fits(shuffled.headers[1:])
    again = kept.applied_to(suggest(shuffled))
    assert {(c.header, c.use, c.field, c.order) for c in again.columns} == {
        (c.header, c.use, c.field, c.order) for c in mapping.columns
    }


@pytest.mark.parametrize("broken", [{}, {"name": "x", "purpose": "cases", "columns": 3}])
def test_that_a_broken_template_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="template"):
        Template.from_dict(broken)


def test_that_titles_and_banners_above_the_header_are_passed_over() -> None:
    sheet = sheet_of(
        ("Caseload of the Fenmarket PSG",),
        (),
        ("", "Person", "", "Case", ""),
        ("Ref", "Name", "DOB", "Risk", "Risk"),
        ("1", "Example One", "1/1/1990", "High", "x"),
        ("2", "Example Two", "1/1/1991", "Low", "y"),
        ("Total", 2, None, None, None),
    )
    guess = guess_header(sheet)
    assert (guess.row, guess.upper_row) == (3, 2)
    cut = table(sheet, guess.row, guess.upper_row)
    assert cut.headers == ("Ref", "Name", "DOB", "Case: Risk", "Case: Risk (2)")
    assert [row.number for row in cut.rows] == [5, 6]
    assert cut.totals_rows == (7,)
    assert {note.oddity for note in cut.notes} == {
        Oddity.TITLE_ROWS,
        Oddity.TWO_ROW_HEADER,
        Oddity.REPEATED_HEADERS,
        Oddity.TOTALS_ROWS,
    }


def test_that_a_sheet_without_a_header_says_so() -> None:
    sheet = sheet_of(*[(n, f"{n}/11/2026", 7.5) for n in range(1, 20)])
    guess = guess_header(sheet)
    assert guess.row is None
    cut = table(sheet, guess.row)
    assert cut.headers == ("Column A", "Column B", "Column C")
    assert len(cut.rows) == 19
