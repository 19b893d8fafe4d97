"""What the sheets say: percentages, comparisons, certificates, corrections and names."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.statistics.displays import DisplayRule, shown
from psg_desktop.papers.statistics import texts
from psg_desktop.papers.statistics.binding import bound
from psg_desktop.papers.statistics.books import Page
from psg_desktop.papers.statistics.defining import definitions_of
from psg_desktop.papers.statistics.publication import OpenTable
from tests.papers.statistics.made_up import CERTIFICATE, LABELS, a_publication, by_ward, sample


def page(name: str) -> Page:
    return next(one for one in bound(sample()).pages if one.name == name)


def test_that_percentages_stand_only_where_the_displayed_base_is_50_or_more() -> None:
    grid = page("open_by_ward").grid
    assert grid.headers == (
        "Ward", "30 September 2026", "30 June 2026",
        "30 September 2026, percentage of all [note 2]",
        "Compared with 30 June 2026 [note 3]",
    )  # fmt: skip
    assert grid.rows == (
        ("ALL", 120, 60, "[z]", "Higher"),
        ("E05000", 25, 40, 21, "Lower"),
        ("E05001", 85, 10, 71, "Higher"),
        ("E05002", "[c]", "[c]", "[c]", "[c]"),
    )
    assert not [one for one in page("table_a1").grid.headers if "percentage" in one]


def test_that_a_total_is_what_is_displayed_and_not_the_sum_of_its_rounded_parts() -> None:
    table = by_ward(36, None, 13, None, 13, None)
    book = bound(a_publication(table))
    assert [row[1] for row in book.pages[1].grid.rows] == [35, 15, 15]


def test_that_a_sheet_says_how_its_numbers_are_shown_and_how_many_are_withheld() -> None:
    assert page("open_by_ward").says[1:] == (
        "Numbers that are shown are rounded to the nearest 5.",
        "2 of 8 numbers are withheld. A withheld number is under 10 and may be 0.",
    )
    assert page("mixed_table").says[2] == (
        "2 of 4 numbers are withheld. A withheld number need not be under 10."
    )
    table = by_ward(30, 31, 30, 30)
    exact = tuple(shown(31, DisplayRule.EXACT) for _ in range(2))
    says = bound(a_publication(replace(table, shown=(exact, table.shown[1])))).pages[1].says
    assert says[1:] == (
        (
            "Of the numbers that are shown, some are exact and some are rounded to the nearest 5; "
            "the table as CSV says which."
        ),
        "No number is withheld.",
    )
    nothing = by_ward(None, None, None, None)
    assert "Every number of this table is withheld." in bound(a_publication(nothing)).pages[1].says


@pytest.mark.parametrize(
    ("examined", "tables", "said"),
    [(7_777, 1, "[c]"), (9, 20, "[c]"), (7_777, 20, "10 or more"), (120, 60, "100 or more")],
)
def test_that_a_certificate_says_many_only_where_far_more_is_withheld(
    examined: int, tables: int, said: str
) -> None:
    made = a_publication(*(by_ward(None, None, None, None, code=f"t{n}") for n in range(tables)))
    proven = replace(CERTIFICATE, examined=examined)
    made = replace(made, release=replace(made.release, certificate=proven))
    rows = dict(bound(made).pages[-1].grid.rows)
    assert rows["Quantities examined"] == said
    assert rows["Narrowest interval"] == "3 or more"
    assert rows["Numbers withheld"] == 4 * tables
    assert rows["Earlier releases examined with these"] == 3
    assert rows["Solver"] == "HiGHS 1.15.1"
    assert rows["Digest of the tables (SHA-256)"] == "ab" * 32


@pytest.mark.parametrize(("width", "said"), [(None, "[z]"), (2, 2), (3, "3 or more")])
def test_that_a_narrow_interval_is_told_as_it_is(width: int | None, said: object) -> None:
    made = sample()
    proven = replace(CERTIFICATE, narrowest=width)
    made = replace(made, release=replace(made.release, certificate=proven))
    assert dict(bound(made).pages[-1].grid.rows)["Narrowest interval"] == said


def test_that_corrections_and_a_withdrawal_stand_on_the_cover() -> None:
    made = sample()
    made = replace(
        made, corrections=("Open cases on 30 June 2026 were 60, not 65.",), next_release=None,
        release=replace(
            made.release, withdrawn_on=date(2026, 11, 2), withdrawn_because="A list was wrong."
        ),
    )  # fmt: skip
    said = [line.words for line in bound(made).cover]
    assert "Open cases on 30 June 2026 were 60, not 65." in said
    assert "No corrections are made in this release." not in said
    assert "Date of next update: not yet set" in said
    assert "These statistics were withdrawn on 2 November 2026: A list was wrong." in said


def test_that_the_definitions_are_those_of_what_the_tables_use() -> None:
    release = sample().release
    names = [one.name for one in definitions_of(release)]
    assert names == [
        "Open at the start", "Open at the end", "Ward", "Group of wards",
        "Contacts before and after",
    ]  # fmt: skip
    assert definitions_of(replace(release, tables=(), cohorts=())) == ()
    made = replace(sample(), definitions=definitions_of(release))
    rows = bound(made).pages[0].grid.rows
    assert [row[0] for row in rows] == names
    assert rows[1][2:] == ("cases", "The partnership's own records of its cases.")
    assert rows[2][2:] == ("[z]", "[z]")


def test_that_figures_without_a_row_have_one_that_says_so() -> None:
    empty = OpenTable(code="money", title="Money", headers=("Project", "Spent"), rows=())
    assert bound(a_publication(opened=[empty])).pages[1].grid.rows == (("[z]", "[z]"),)


@given(st.lists(LABELS, min_size=1, max_size=6))
def test_that_headings_and_tabs_are_filled_short_and_told_apart(labels: list[str]) -> None:
    for found, longest in ((texts.headings(labels), 255), (texts.tab_names(labels), 30)):
        assert len({one.casefold() for one in found}) == len(labels)
        assert all(1 <= len(one) <= longest for one in found)
    assert not any(set(one) & set("[]:*?/\\'") for one in texts.tab_names(labels))


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("open_by_ward", "open_by_ward"), ("a1", "table_a1"), ("r1c1", "table_r1c1"),
        ("c", "table_c"), ("2026", "table_2026"), ("", "table_"), ("Flow by Kind", "flow_by_kind"),
    ],
)  # fmt: skip
def test_that_no_name_of_a_table_is_taken_for_a_cell(code: str, name: str) -> None:
    assert texts.table_names([code]) == (name,)
    assert texts.table_names([code, code]) == (name, f"{name}_2")
