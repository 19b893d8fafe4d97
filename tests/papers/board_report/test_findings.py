"""Key findings: which sentences are made of displayed numbers, and which are not made."""

from dataclasses import replace

from psg_desktop.domain.statistics.periods import Period, PeriodKind
from psg_desktop.papers.board_report.findings import MOST, findings
from psg_desktop.words import board_report as words
from tests.papers.board_report.releases import (
    OPENED,
    PERIOD,
    over_time,
    publication,
    tables,
    withheld,
)
from tests.papers.statistics import made_up


def told(*given, opened=()) -> tuple[str, ...]:
    return findings(publication(*given, opened=opened))


def test_that_a_rise_and_a_fall_are_told_with_both_numbers() -> None:
    flow = over_time("flow", {"open_at_end": (42, 27, 51, 42)})
    assert told(flow) == (
        (
            "About 40 cases were open on 30 September 2026, more than three months before "
            "(about 25) and fewer than a year before (about 50)."
        ),
    )


def test_that_numbers_of_bands_that_touch_are_not_called_higher() -> None:
    flow = over_time("flow", {"open_at_end": (42, 42, 38)})
    assert told(flow) == (
        (
            "About 40 cases were open on 30 September 2026, with no clear change from three months "
            "before (about 40) or from a year before (about 40)."
        ),
    )


def test_that_nothing_is_compared_with_a_number_that_is_withheld_or_not_there() -> None:
    said = "About 40 cases were open on 30 September 2026."
    assert told(over_time("flow", {"open_at_end": (42, 3, 8)})) == (said,)
    assert told(over_time("flow", {"open_at_end": (42,)})) == (said,)


def test_that_a_number_known_to_be_small_is_called_fewer_than_ten_and_any_other_withheld() -> None:
    counts = {"opened": (17,), "closed": (3,)}
    assert told(over_time("flow", counts)) == (
        "About 15 cases were opened in July to September 2026 and fewer than 10 were closed.",
    )
    assert told(over_time("flow", counts, mixed=True)) == (
        "About 15 cases were opened in July to September 2026; how many were closed is withheld.",
    )


def test_that_a_share_has_its_per_cent_only_of_a_large_base() -> None:
    reviews = over_time("reviews", {"all": (97, 93), "on_time": (87, 78)})
    actions = over_time("actions", {"all": (43,), "on_time": (31,)})
    assert told(reviews, actions) == (
        (
            "About 85 of about 95 reviews due (89 per cent) were held on time in July to September "
            "2026, more than the quarter before (about 80)."
        ),
        "About 30 of about 45 actions due were done on time in July to September 2026.",
    )


def test_that_late_actions_are_told_where_those_on_time_are_withheld() -> None:
    actions = over_time("actions", {"all": (43,), "on_time": (4,), "late": (33,)})
    assert told(actions) == (
        "About 35 of about 45 actions due were done late in July to September 2026.",
    )


def test_that_results_are_told_of_twelve_months_where_the_quarter_is_withheld() -> None:
    counts = {"hold_answered": (8, 12, 9, 36), "held": (5, 7, 6, 22)}
    assert told(over_time("outcomes", counts)) == (
        "Of about 35 results asked about in the 12 months to September 2026, about 20 had held.",
    )


def test_that_there_are_never_more_than_five() -> None:
    assert len(findings(publication(*tables()))) == MOST


def test_that_a_release_without_a_number_says_so_and_goes_on_with_what_is_exact() -> None:
    hidden = tuple(map(withheld, tables()))
    assert told(*hidden) == (words.NOTHING_SHOWN,)
    assert told() == (words.NOTHING_SHOWN,)
    assert told(*hidden, opened=OPENED) == (
        words.NOTHING_SHOWN,
        "Of 6 projects, rated red: 1 for spend.",
        "1 project spent £1,140 of £1,200 planned, where the spending is known.",
        "2 applications for an ASB case review were made, and 1 review was carried out.",
    )


def test_that_a_year_is_compared_with_the_year_before() -> None:
    year = Period(kind=PeriodKind.YEAR, last_quarter=PERIOD.last_quarter.replace(month=1))
    reviews = over_time("reviews", {"all": (340, 0, 345), "on_time": (305, 0, 300)})
    made = findings(publication(replace(reviews), period=year, opened=()))
    assert made[0].startswith("About 305 of about 340 reviews due (90 per cent)")
    assert made[0].endswith("April 2025 to March 2026, more than the year before (about 300).")


def test_that_demand_is_told_where_it_surely_changed_and_with_its_limit() -> None:
    made = publication(opened=())
    sums = made_up.COHORTS
    surely = replace(made, release=replace(made.release, cohorts=sums))
    assert findings(surely) == (
        (
            "Ambulance: about 410 contacts in the six months before about 25 cases were opened, "
            "and about 260 in the six months after; that alone is no proof that the work caused it."
        ),
    )
    unclear = replace(made, release=replace(made.release, cohorts=sums[1:2]))
    assert findings(unclear) == (words.NOTHING_SHOWN,)
