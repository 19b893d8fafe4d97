"""Demand before and after on its sheet: displayed sums, and in words only what they leave clear."""

from dataclasses import replace

from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.papers.statistics.binding import bound
from psg_desktop.papers.statistics.demand_table import demand_page
from tests.papers.statistics.made_up import COHORTS, a_cohort, a_publication, by_ward, sample

CODE = "demand_before_and_after"


def test_that_each_cohort_has_a_row_and_those_of_a_measure_stand_together() -> None:
    page = next(one for one in bound(sample()).pages if one.name == CODE)
    assert page.tab == "4 Contacts before and after…"
    assert page.grid.headers == (
        "Contacts", "Cases", "Number of cases", "In six months before", "In six months after",
        "After compared with before [note 3]",
    )  # fmt: skip
    assert page.grid.rows == (
        ("Ambulance", "Opened by 31 March 2026", 25, 410, 260, "Lower"),
        ("Ambulance", "Opened by 30 September 2026, and in no row above", 25, 60, 140, "Higher"),
        ("Police_101", "Opened by 31 March 2026", 25, 100, 100, "No clear change"),
    )
    assert page.tidy.rows[1] == ("ambulance", "Ambulance", "2026-09-30", 25, 60, 140, "Higher")


def test_that_a_change_is_told_only_where_the_bands_lie_apart() -> None:
    # 94 and 95 are shown as 90 and 100, and differ by one; 104 and 115 can not be the same.
    told = [
        demand_page([a_cohort(*pair)], "t", "t").grid.rows[0][-1]
        for pair in ((94, 95), (94, 104), (115, 104), (105, 104), (94, 105))
    ]
    assert told == ["Higher", "Higher", "Lower", "Lower", "Higher"]
    same = demand_page([a_cohort(95, 104)], "t", "t").grid.rows[0]
    assert same[3:] == (100, 100, "No clear change")


def test_that_the_sheet_the_notes_and_the_description_say_how_sums_are_protected() -> None:
    book = bound(sample())
    page = next(one for one in book.pages if one.name == CODE)
    assert "in one row of a measure only. [note 4]" in page.says[1]
    note = next(one.words for one in book.cover if one.words.startswith("[note 4]"))
    assert "at least 10 of them have contacts both before and after" in note
    assert "no case is nearly all of a sum" in note
    assert page.protection == {
        "name": CODE, "people": True, "kind": "sums", "unit": "contacts", "floor": 10,
        "step": 10, "cases_step": 5, "withheld": 0,
    }  # fmt: skip


def test_that_a_release_without_cohorts_has_neither_the_sheet_nor_the_note() -> None:
    book = bound(a_publication(by_ward(120, 60, 25, 40)))
    assert CODE not in {one.name for one in book.pages}
    assert not [one for one in book.cover if one.words.startswith("[note 4]")]


def test_that_a_withheld_sum_is_marked_and_not_compared() -> None:
    nothing = Shown(number=None, low=0, high=9)
    page = demand_page([replace(COHORTS[0], after=nothing)], "t", "t")
    assert page.grid.rows[0][3:] == (410, "[c]", "[c]")
    assert page.protection["withheld"] == 1
