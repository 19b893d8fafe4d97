"""Demand in words: what is high, what changed, how sure that is, and what it does not say."""

from collections.abc import Iterable, Mapping
from datetime import date

from psg_desktop.domain.demand import DemandTrigger, month_of, shifted
from psg_desktop.domain.demand_change import (
    DemandChange,
    LeftOut,
    RateRatio,
    Series,
    TriggerMet,
    Window,
)
from psg_desktop.words import dates

MEAN_CAVEAT = (
    "Cases are often taken on when demand is at its highest, and it would then usually fall by "
    "itself (regression to the mean). A fall is no proof that the work caused it."
)
BURSTS_CAVEAT = (
    "Calls come in bursts, so the true range is wider than the one given, which takes each "
    "contact as one by itself."
)
_LEFT_OUT = {
    LeftOut.NOT_COUNTED: ("has no counts of this", "have no counts of this"),
    LeftOut.NOT_OVER: (
        "has months after that are not over yet",
        "have months after that are not over yet",
    ),
    LeftOut.MONTHS_UNKNOWN: (
        "has months that are not known, before or after",
        "have months that are not known, before or after",
    ),
}
_SURE = "95 % sure"
# The least that two places show, and from where on none are needed.
_LEAST, _MANY = 0.01, 10


def month(first: date) -> str:
    """Give "Oct 2026", for a grid or a chart."""
    return f"{dates.MONTHS[first.month - 1][:3]} {first.year}"


def months(first: date, last: date) -> str:
    """Give "October 2026", or "August to October 2026"."""
    if first == last:
        return dates.month_year(first)
    start = dates.month_year(first)
    if first.year == last.year:
        start = dates.MONTHS[first.month - 1]
    return f"{start} to {dates.month_year(last)}"


def met(one: TriggerMet) -> str:
    """Say that a trigger is met, with the count and when."""
    return f"{one.trigger.name}: {one.count:,} in {months(one.first, one.last)}"


def rule(trigger: DemandTrigger, measures: Mapping[str, str]) -> str:
    """Say when a trigger is met, such as "12 or more in 3 months in a row: Ambulance calls"."""
    span = "a month" if trigger.months == 1 else f"{trigger.months} months in a row"
    named = ", ".join(measures.get(code, code) for code in trigger.measures)
    return f"{trigger.at_least:,} or more in {span}: {named}"


def window(one: Window) -> str:
    """Give "12 in February to April 2026", and how many of the months are known if not all."""
    when = months(one.first, one.last)
    if not one.known:
        return f"Not known in {when}"
    said = f"{one.total:,} in {when}"
    return said if one.whole else f"{said} ({one.known} of {one.months} months known)"


def totals(first: date, last: date, parts: Iterable[str], longest: int) -> str:
    """Join totals, as "August to October 2026: Ambulance calls, 12", as far as *longest* goes."""
    said, sep = f"{months(first, last)}:", " "
    for part in parts:
        if len(said) + len(sep) + len(part) > longest:
            break
        said, sep = f"{said}{sep}{part}", "; "
    return said if sep != " " else ""


def total(name: str, count: int, known: int, of: int) -> str:
    """Give "Ambulance calls, 12", and how many of the months are known if not all."""
    said = f"{name}, {count:,}"
    return said if known == of else f"{said} ({known} of {of} months known)"


def left_out_month(opened: date) -> str:
    """Say which month is on neither side."""
    return (
        f"{dates.month_year(month_of(opened))}, when the case was opened, belongs to neither side."
    )


def changed(change: DemandChange) -> str:
    """Say in a sentence or two how the rate changed, and how sure that is."""
    if not change.before.known:
        return "No month before is known, so nothing can be compared."
    if not change.after.known:
        late = "" if change.over else " yet"
        return f"No month after is known{late}, so nothing can be compared."
    if change.ratio is None:
        return "None before and none after."
    return ratio(change.ratio)


def ratio(one: RateRatio) -> str:
    """Say what a rate ratio and its interval mean."""
    if one.ratio is None:
        return (
            f"None before. {_SURE.capitalize()} that the rate after is at least {times(one.low)} "
            "the rate before."
        )
    if one.low is None:
        return (
            f"None after. {_SURE.capitalize()} that the rate after is at most {times(one.high)} "
            "the rate before."
        )
    between = f"between {_number(one.low)} and {times(one.high)}"
    change = f"The rate after is {times(one.ratio)} the rate before ({_SURE}: {between})."
    return f"{change} {_verdict(one)}"


def times(number: float | None) -> str:
    """Give "0.35 times"; a number so small that it would read as 0.00 is "less than 0.01 times"."""
    return f"{_number(number)} times" if number is not None else ""


def _number(number: float | None) -> str:
    if number is None:
        return ""
    if number < _LEAST:
        return "less than 0.01"
    return f"{number:,.2f}" if number < _MANY else f"{number:,.0f}"


def _verdict(one: RateRatio) -> str:
    if one.high is not None and one.high < 1:
        return "That is a fall beyond chance."
    if one.low is not None and one.low > 1:
        return "That is a rise beyond chance."
    return "That can be chance."


def left_out(found: Mapping[LeftOut, int]) -> str:
    """Say how many cases are left out of a figure, and why."""
    parts = [
        f"{count:,} {'case' if count == 1 else 'cases'} {_LEFT_OUT[why][count > 1]}"
        for why, count in found.items()
        if count
    ]
    return f"Left out: {'; '.join(parts)}." if parts else "No case is left out."


def spoken_course(name: str, series: Series, shown: Iterable[date], opened: date) -> str:
    """Say a chart in words: each month with its count, the unknown ones and the opening too."""
    said = []
    for one in shown:
        count = f"{series[one]:,}" if one in series else "not known"
        mark = ", case opened" if one == month_of(opened) else ""
        said.append(f"{month(one)} {count}{mark}")
    return f"{name} by month: {'; '.join(said)}."


def bounds(opened: date, series: Series, today: date, most: int) -> tuple[date, date]:
    """Give the first and last month a chart shows: what is known and the opening, not too many."""
    known = [*series, month_of(opened)]
    last = min(max(known), month_of(today))
    return max(min(known), shifted(last, 1 - most)), last
