"""Police figures of a quarter: what leads, what rose, and which stage that speaks for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.area_proposals import Flags, Issue, Stood, proposals, proposed
from psg_desktop.domain.demand import months_from
from psg_desktop.domain.police_counts import (
    AreaCounts,
    CategoryCount,
    MonthKey,
    PoliceFigure,
    PoliceMonth,
)
from psg_desktop.domain.police_review import (
    ALL,
    FEWEST,
    Change,
    Recorded,
    WardFigure,
    change,
    months_wanted,
    places_of_the_top,
    quarters_of,
    recorded,
    review,
    top_fifth,
)
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.domain.refusals import Refused

SPRING, SUMMER, YEAR_BEFORE = date(2024, 4, 1), date(2024, 7, 1), date(2023, 7, 1)
WARDS = tuple("ABCDEFGHIJ")


def month(first: date, **counts: int) -> PoliceMonth:
    """Give a month in which each ward has so many of one category."""
    key = MonthKey(kind=PoliceFigure.RECORDED, month=first, force="Fenshire")
    areas = tuple(
        AreaCounts(ward=ward, area="", counts=(CategoryCount(category="Drugs", count=count),))
        for ward, count in counts.items()
    )
    return PoliceMonth(
        id=key.id, kind=key.kind, month=first, force=key.force, areas=areas, taken_in=first
    )


def quarter(first: date, **counts: int) -> list[PoliceMonth]:
    """Give three months: everything in the first, nothing in the others."""
    months = months_from(first, date(first.year, first.month + 2, 1))
    return [month(months[0], **counts), *map(month, months[1:])]


def held(*months: PoliceMonth) -> Recorded:
    return recorded(months, WARDS)


def test_that_wards_without_a_row_have_none_and_all_categories_are_added_up() -> None:
    found = held(*quarter(SUMMER, A=7, B=2))
    assert found.count("C", ALL, SUMMER) == 0
    assert found.count("A", "Drugs", SUMMER) == found.count("A", ALL, SUMMER) == 7
    assert [row.ward for row in review(found, ALL, SUMMER)][:2] == ["A", "B"]


def test_that_the_year_before_is_compared_only_where_all_of_it_is_known() -> None:
    now, before = quarter(SUMMER, A=40), quarter(YEAR_BEFORE, A=10)
    whole = review(held(*now, *before), "Drugs", SUMMER)[0]
    assert (whole.before, whole.change) == (10, Change.HIGHER)
    part = review(held(*now, *before[:2]), "Drugs", SUMMER)[0]
    assert (part.before, part.change) == (None, None)
    begun = review(held(*now[:2], *before), "Drugs", SUMMER)[0]
    assert (begun.before, begun.change) == (10, None)


def test_that_the_rate_is_over_the_months_known_of_the_last_twelve() -> None:
    far = month(date(2023, 9, 1), A=100)
    found = held(far, *quarter(SPRING, A=10), *quarter(SUMMER, A=20))
    assert found.rate("A", ALL, SUMMER) == pytest.approx(15.0)
    assert held(far).rate("A", ALL, SUMMER) is None


def test_that_two_of_ten_lead_and_equal_counts_lead_together_or_not_at_all() -> None:
    assert top_fifth(held(*quarter(SUMMER, A=9, B=8, C=7)), "Drugs", SUMMER) == {"A", "B"}
    assert top_fifth(held(*quarter(SUMMER, A=9, B=8, C=8)), "Drugs", SUMMER) == {"A"}
    assert top_fifth(held(*quarter(SUMMER, A=9, B=9, C=9)), "Drugs", SUMMER) == set()
    assert top_fifth(held(*quarter(SUMMER, A=FEWEST - 1)), "Drugs", SUMMER) == set()


def test_that_fourteen_wards_have_three_in_the_top_fifth() -> None:
    assert [places_of_the_top(wards) for wards in (1, 5, 6, 14, 22)] == [1, 1, 2, 3, 5]


@given(st.dictionaries(st.sampled_from(WARDS), st.integers(0, 99)))
def test_that_never_more_than_a_fifth_lead_and_no_ward_above_them_is_left_out(
    counts: dict[str, int],
) -> None:
    leading = top_fifth(held(*quarter(SUMMER, **counts)), "Drugs", SUMMER)
    assert len(leading) <= places_of_the_top(len(WARDS))
    least = min((counts[ward] for ward in leading), default=100)
    assert all(count < least for ward, count in counts.items() if ward not in leading)


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (0, 4, Change.LEVEL),
        (0, 5, Change.HIGHER),
        (9, 16, Change.LEVEL),
        (31, 52, Change.HIGHER),
        (52, 31, Change.LOWER),
        (100, 120, Change.LEVEL),
    ],
)
def test_that_only_more_than_chance_is_a_change(before: int, now: int, said: Change) -> None:
    assert change(before, now) is said


def test_that_a_review_looks_at_fifteen_months_and_quarters_come_newest_first() -> None:
    wanted = months_wanted(SUMMER)
    assert (wanted[0], wanted[-1], len(wanted)) == (YEAR_BEFORE, date(2024, 9, 1), 15)
    assert quarters_of([date(2024, 5, 1), date(2024, 9, 1)]) == (SUMMER, SPRING)


def flags(leading: str = "", rising: str = "", led_before: int | None = 0) -> Flags:
    figure = WardFigure(ward="A", count=9, before=1, rate=9.0, leading=True, change=Change.HIGHER)

    def issues(codes: str) -> tuple[Issue, ...]:
        return tuple(Issue(category=code, figure=figure) for code in codes)

    return Flags(ward="A", leading=issues(leading), rising=issues(rising), led_before=led_before)


EMERGING, PREVENTING, SUSTAINING, DISCHARGED = PriorityStage


@pytest.mark.parametrize(
    ("found", "now", "stage"),
    [
        (flags(), None, None),
        (flags("x"), None, None),
        (flags("xy"), None, None),
        (flags("xyz"), None, EMERGING),
        (flags("x", "x"), None, EMERGING),
        (flags("", "x"), None, PREVENTING),
        (flags("xyz"), DISCHARGED, EMERGING),
        (flags("xyz"), PREVENTING, EMERGING),
        (flags("x"), EMERGING, SUSTAINING),
        (flags("xyz"), SUSTAINING, None),
        (flags(), SUSTAINING, DISCHARGED),
        (flags(led_before=1), SUSTAINING, None),
        (flags(led_before=None), EMERGING, None),
        (flags("", "x"), EMERGING, None),
    ],
)
def test_that_flags_speak_for_a_stage(
    found: Flags, now: PriorityStage | None, stage: PriorityStage | None
) -> None:
    stood = Stood(stage=now, since=SPRING) if now else None
    assert proposed(found, SUMMER, stood) is stage


def test_that_a_ward_that_emerged_in_the_quarter_itself_is_not_moved_on() -> None:
    assert proposed(flags("xyz"), SUMMER, Stood(stage=EMERGING, since=SUMMER)) is None


def test_that_nothing_is_proposed_of_a_quarter_that_is_not_whole() -> None:
    now, before = quarter(SUMMER, A=40), quarter(YEAR_BEFORE, A=10)
    (found,) = proposals(held(*now, *before), SUMMER, {})
    assert (found.ward, found.stage, found.now) == ("A", EMERGING, None)
    assert proposals(held(*now[:2], *before), SUMMER, {}) == ()


def test_that_a_month_is_refused_that_cannot_be() -> None:
    with pytest.raises(Refused):
        month(date(2024, 4, 2))
    with pytest.raises(Refused):
        month(SPRING, A=-1)
