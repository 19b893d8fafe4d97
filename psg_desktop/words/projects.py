"""Projects in words: measures, money against the plan, how it stands, and what waits."""

from datetime import date

from psg_desktop.domain.funding import Spending
from psg_desktop.domain.objectives import Measure
from psg_desktop.domain.project_files import OwedReport, ProjectClock, ProjectWait
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.projects import BudgetLine, QuarterMoney
from psg_desktop.words import dates, money, names
from psg_desktop.words.quarters import quarter

_PLACES = 4
_WHOLE = 100


def number(value: float) -> str:
    """Give "1,250" or "12.5", without digits that say nothing."""
    said = f"{value:,.{_PLACES}f}"
    return said.rstrip("0").rstrip(".") if said.strip("-0.,") else "0"


def measured(value: float | None, unit: str) -> str:
    """Give "12.5 calls a month", or that it was not measured."""
    if value is None:
        return "not measured"
    return f"{number(value)}{_after(unit)}"


def measure(one: Measure) -> str:
    """Give what is counted, from where to where: "Calls after dark, from 40 to 10 a month"."""
    if one.baseline is None and one.target is None:
        return one.what
    begin = "no baseline" if one.baseline is None else f"from {number(one.baseline)}"
    end = "no target" if one.target is None else f"to {number(one.target)}"
    return f"{one.what}: {begin} {end}{_after(one.unit)}"


def _after(unit: str) -> str:
    """Give a unit as it stands after a number: "%" with no space before it."""
    return unit if unit.startswith("%") or not unit else f" {unit}"


def way(one: Measure, value: float | None) -> str:
    """Give how far a value is against the first target, "" where it cannot be said."""
    share = one.progress(value)
    if share is None:
        return ""
    if share >= 1:
        return "first target reached"
    if share < 0:
        return "further from the first target than at the beginning"
    return f"{share * _WHOLE:.0f}% of the way to the first target"


def variance(pence: int) -> str:
    """Give "£250.00 over the plan", "£250.00 under the plan" or "as planned"."""
    if not pence:
        return "as planned"
    return f"{money.exact(abs(pence))} {'over' if pence > 0 else 'under'} the plan"


def quarter_money(one: QuarterMoney) -> str:
    """Give planned and spent of one quarter, and what lies between."""
    planned = f"planned {money.exact(one.planned)}"
    if one.actual is None or one.variance is None:
        return f"{planned}, spending not known"
    return f"{planned}, spent {money.exact(one.actual)}, {variance(one.variance)}"


def spending(one: Spending) -> str:
    """Give planned and spent of all that is known, and what lies between."""
    said = f"spent {money.exact(one.actual)} of {money.exact(one.planned)} planned"
    out = " (quarters whose spending is not known are left out)" if one.unknown else ""
    return f"{said}, {variance(one.variance)}{out}"


def given_as(line: BudgetLine) -> str:
    """Give "match funding in kind", "match funding in cash", "in kind" or "in cash"."""
    kind = "in kind" if line.in_kind else "in cash"
    return f"match funding {kind}" if line.match else kind


def standing(ratings: dict[Aspect, ProjectRating]) -> str:
    """Give "Delivery green, spend amber", "" where nothing was rated."""
    said = ", ".join(
        f"{names.name(aspect)} {names.name(one.rag)}" for aspect, one in ratings.items()
    )
    return said[:1] + said[1:].lower()


def owed(one: OwedReport, day: date) -> str:
    """Give "Q2 2026-27 late" or "Q3 2026-27 by Sat 30 Jan 2027"."""
    if one.late(day):
        return f"{quarter(one.quarter)} late"
    return f"{quarter(one.quarter)} by {dates.grid(one.due)}"


def lead(one: ProjectWait) -> str:
    """Give what waits in a word or two, before the name of the project: "Q2 2026-27"."""
    match one.clock:
        case ProjectClock.REPORT_LATE if one.quarter is not None:
            return quarter(one.quarter)
        case ProjectClock.CLAWBACK_OUTSTANDING:
            return money.exact(one.pence)
        case ProjectClock.MILESTONE_OVERDUE:
            return "Milestone"
        case _:
            return "Final report"
