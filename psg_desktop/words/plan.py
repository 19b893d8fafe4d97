"""Figures of the plan and standings of recommendations, as a board reads them."""

from psg_desktop.domain.death_reviews import Recommendation, Step
from psg_desktop.domain.plan import year_words
from psg_desktop.domain.plan_measures import Change, Course, Figure, PlanMeasure
from psg_desktop.words import dates, names


def plan_name(year: int) -> str:
    """Give "Plan 2026/27"."""
    return f"Plan {year_words(year)}"


def amount(value: float) -> str:
    """Give a value with at most two decimals and thousands apart, such as "1,250" or "4.35"."""
    said = f"{value:,.2f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said.replace("-", "−")  # noqa: RUF001 - a minus sign is read out


def counted(value: float, unit: str) -> str:
    """Give a value with its unit: "1,046 reports", "61.5% of residents"."""
    unit = unit.strip()
    return f"{amount(value)}{unit}" if unit.startswith("%") else f"{amount(value)} {unit}"


def figure(one: Figure, unit: str) -> str:
    """Give a figure with its unit, period and source."""
    return f"{counted(one.value, unit)}, {one.period} ({one.source})"


def change(measure: PlanMeasure) -> str:
    """Say how the latest reading compares with the baseline, the share only of a large one."""
    made: Change = measure.change()
    said = names.name(made.course)
    if made.course not in {Course.BETTER, Course.WORSE}:
        return said
    way = "lower" if made.by < 0 else "higher"
    points = " percentage points" if measure.is_share else ""
    apart = f"{amount(abs(made.by))}{points} {way} than the baseline"
    share = "" if made.share is None else f", {abs(made.share):.0%}"
    return f"{said}: {apart}{share}"


def target(measure: PlanMeasure) -> str:
    """Say what is aimed at and whether the latest reading meets it, "" without a target."""
    if measure.target is None:
        return ""
    aim = f"Target {counted(measure.target, measure.unit)}"
    met = measure.met()
    return aim if met is None else f"{aim}: {'met' if met else 'not met'}"


def standing(one: Recommendation, when: str) -> str:
    """Give where a recommendation stands in words, with the day that decides it."""
    if one.done is not None:
        return f"Done {dates.grid(one.done)}"
    due = f", due {dates.grid(one.due)}" if one.due else ""
    return f"{when}{due}"


def steps(found: tuple[Step, ...]) -> str:
    """Give milestones in one line each, with the day each was reached or is due."""
    return "\n".join(_step(one) for one in found)


def _step(one: Step) -> str:
    if one.reached is not None:
        return f"{one.what}: reached {dates.grid(one.reached)}"
    return f"{one.what}: due {dates.grid(one.due)}" if one.due else f"{one.what}: no date set"
