"""No number of the report but those displayed, and nothing that follows from what is withheld."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.statistics.comparing import percentage
from psg_desktop.domain.statistics.displays import FLOOR, Shown
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.papers.board_report.files import report_files
from psg_desktop.papers.board_report.sections import Ground
from psg_desktop.papers.board_report.telling import report_of
from psg_desktop.papers.statistics.publication import Publication
from tests.papers.board_report.reading import body, numbers_in, pdf_text, word_text
from tests.papers.board_report.releases import (
    OPENED,
    by_ward,
    over_time,
    publication,
    squares,
    tables,
)

WARDS = ("Burwell", "Sutton", "Littleport")
GROUND = Ground(outlines=squares(*WARDS))
# Of the contact, dates, the law, the rule, rounding and percentages; never of a table.
OF_WORDS = {
    "01632", "960", "001", "2014", "104", "2025", "2026", "2027", "30", "20", "5", "31", "12", "3",
    "100", "50", str(FLOOR),
}  # fmt: skip


def displayed(made: Publication) -> set[str]:
    shown = [one for table in made.release.tables for row in table.shown for one in row]
    people = {f"{one.number:,}" for one in shown if one.number is not None}
    shares = {
        str(found)
        for table in made.release.tables
        for row in table.shown
        for part in row
        for base in (other for line in table.shown for other in line)
        if (found := percentage(part, base)) is not None
    }
    exact = {
        f"{value:,.2f}" if isinstance(value, Decimal) else str(value)
        for one in made.open_tables for row in one.rows for value in row
    } | {"1,140", "1,200", "1", "2"}  # fmt: skip
    return people | shares | exact


COUNTS = st.integers(0, 70)


@st.composite
def releases(draw: st.DrawFn) -> tuple[PublishedTable, ...]:
    def row() -> tuple[int, ...]:
        return draw(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS))

    return (
        over_time("flow", {one: row() for one in ("opened", "closed", "open_at_end")},
                  mixed=draw(st.booleans())),
        over_time("open_by_risk", {one: row()[:2] for one in ("all", "high", "medium")}),
        over_time("reviews", {one: row() for one in ("all", "on_time", "late")}),
        over_time("outcomes", {one: row() for one in ("hold_answered", "held")}),
        over_time("interventions", {one: row() for one in ("interventions_live",)}),
        by_ward({(name,): draw(COUNTS) for name in WARDS}, total=draw(COUNTS)),
    )  # fmt: skip


@given(given_tables=releases())
@settings(deadline=None, max_examples=30)
def test_that_every_number_of_the_report_is_one_that_is_displayed(given_tables) -> None:
    made = publication(*given_tables)
    allowed = displayed(made) | OF_WORDS
    for said in body(report_of(made, GROUND)):
        assert numbers_in(said) <= allowed, said


@given(given_tables=releases(), low=st.integers(0, 10**7), high=st.none() | st.integers(0, 10**7))
@settings(deadline=None, max_examples=25)
def test_that_what_is_known_of_a_withheld_number_changes_nothing(given_tables, low, high) -> None:
    other = Shown(number=None, low=low, high=high)
    changed = tuple(
        replace(
            table,
            shown=tuple(
                tuple(other if one.number is None else one for one in row) for row in table.shown
            ),
        )
        for table in given_tables
    )
    assert report_of(publication(*given_tables), GROUND) == report_of(publication(*changed), GROUND)


def test_that_the_drawn_files_hold_no_other_number_either(tmp_path: Path) -> None:
    made = publication(*tables())
    files = report_files(made, GROUND)
    pdf, word_file = (files[name] for name in files)
    allowed = displayed(made) | OF_WORDS
    # Of the tables of the appendix and around the pages: counts of tables, pages and numbers.
    around = {str(one) for one in range(200)} - {
        str(one) for one in (17, 27, 42, 46, 51, 87, 97, 93, 78, 22, 11, 23, 41, 52, 33, 28)
    }
    for text in (pdf_text(pdf, tmp_path), word_text(word_file)):
        found = numbers_in(text)
        assert {"40", "85", "95"} <= found
        assert {one for one in found - allowed - around if "." not in one} == set()


def test_that_a_count_that_was_rounded_is_nowhere_in_the_report() -> None:
    made = publication(over_time("flow", {"opened": (17, 12), "open_at_end": (43, 38)}),
                       opened=OPENED)  # fmt: skip
    said = " ".join(body(report_of(made, GROUND)))
    assert numbers_in(said).isdisjoint({"17", "43", "38"})
    assert {"15", "45", "40"} <= numbers_in(said)
