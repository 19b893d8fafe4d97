"""Sentences with the numbers that a board report shows, and with nothing else."""

from collections.abc import Sequence

from psg_desktop.domain.statistics.comparing import Direction
from psg_desktop.domain.statistics.displays import FLOOR, Shown

_UNCLEAR = "with no clear change from "
_COMPARED = {
    Direction.HIGHER: "more than {before} ({number})",
    Direction.LOWER: "fewer than {before} ({number})",
    Direction.SAME: "as many as {before}",
    Direction.UNCLEAR: _UNCLEAR + "{before} ({number})",
}

_MOST_NAMED = 3
UNDER_FLOOR = f"fewer than {FLOOR}"


def amount(one: Shown) -> str:
    """Give "about 30", or "30" where that is exact.

    Raises:
        ValueError: The number is withheld.
    """
    if one.number is None:
        raise ValueError("a withheld number has no words")
    return f"{one.number:,}" if one.low == one.high else f"about {one.number:,}"


def comparison(direction: Direction, before: str, number: Shown) -> str:
    """Give "more than three months before (about 25)"; "" where nothing can be said."""
    said = _COMPARED.get(direction, "")
    if not said or number.number is None:
        return ""
    return said.format(before=before, number=amount(number))


def _compared(comparisons: Sequence[str]) -> str:
    """Join comparisons, without saying twice that there is no clear change."""
    told = [one for one in comparisons if one]
    if len(told) > 1 and all(one.startswith(_UNCLEAR) for one in told):
        told = [told[0], *(f"from {one.removeprefix(_UNCLEAR)}" for one in told[1:])]
        return " or ".join(told)
    return " and ".join(told)


def standing(what: str, when: str, comparisons: Sequence[str]) -> str:
    """Say how many there were, such as "About 30 cases were open on 30 September 2026"."""
    told = _compared(comparisons)
    return _sentence(f"{what} {when}" + (f", {told}" if told else ""))


def flow(opened: str, closed: str, when: str) -> str:
    """Say how many cases came and went; "" for a number of which nothing can be said."""
    if opened and closed:
        return _sentence(f"{opened} cases were opened {when} and {closed} were closed")
    known, became = (opened, ("opened", "closed")) if opened else (closed, ("closed", "opened"))
    said = f"{known} cases were {became[0]} {when}"
    return _sentence(f"{said}; how many were {became[1]} is withheld")


def share(part: str, base: str, what: tuple[str, str], per_cent: int | None) -> str:
    """Say what part of something it is: "about 85 of about 95 reviews due were held on time"."""
    told = f" ({per_cent} per cent)" if per_cent is not None else ""
    units, became = what
    return f"{part} of {base} {units}{told} {became}"


def results(held: str, asked: str, when: str, per_cent: int | None) -> str:
    """Say how many results had held of those that were asked about."""
    told = f" ({per_cent} per cent)" if per_cent is not None else ""
    return f"Of {asked} results asked about {when}, {held}{told} had held."


def demand(name: str, cases: str, before: str, after: str) -> str:
    """Say what contacts there were before and after cases were opened."""
    return (
        f"{name}: {before} contacts in the six months before {cases} cases were opened, and "
        f"{after} in the six months after; that alone is no proof that the work caused it."
    )


def with_comparisons(said: str, comparisons: Sequence[str]) -> str:
    """Add comparisons to a statement and end it."""
    told = _compared(comparisons)
    return _sentence(f"{said}, {told}" if told else said)


def money(spent: str, planned: str, projects: int) -> str:
    """Say what projects spent, where that is known."""
    return f"{_projects(projects)} spent {spent} of {planned} planned, where the spending is known."


def rated_red(counts: Sequence[tuple[str, int]], projects: int) -> str:
    """Say how many projects are rated red, and for what."""
    said = " and ".join(f"{count} for {aspect.lower()}" for aspect, count in counts)
    return f"Of {_projects(projects).lower()}, rated red: {said}."


def case_reviews(applications: int, carried_out: int) -> str:
    """Say how many ASB case reviews were asked for and held."""
    asked = f"{applications:,} {'application' if applications == 1 else 'applications'}"
    verb = "was" if applications == 1 else "were"
    return (
        f"{asked} for an ASB case review {verb} made, and {carried_out:,} "
        f"{'review was' if carried_out == 1 else 'reviews were'} carried out."
    )


def most_cases(labels: Sequence[str], number: Shown) -> str:
    """Say where most open cases are, of the areas whose number can be shown; "" if in many."""
    if len(labels) > _MOST_NAMED:
        return ""
    each = "" if len(labels) == 1 else " each"
    return (
        f"Of the areas whose number can be shown, most open cases are in {_and(labels)}: "
        f"{amount(number)}{each}."
    )


def highest(labels: Sequence[str], number: Shown) -> str:
    """Give the title of a chart: the highest of its displayed numbers, and whose it is."""
    if len(labels) > _MOST_NAMED:
        return f"The highest number that can be shown is {amount(number)}, of {len(labels)} rows"
    alone = len(labels) == 1
    said, each = (f"{labels[0]} is", "") if alone else (f"{_and(labels)} are", " each")
    return f"{said} the highest of the numbers that can be shown: {amount(number)}{each}"


def compared_title(label: str, number: str, comparisons: Sequence[str]) -> str:
    """Give the title of a chart of one figure by period."""
    told = _compared(comparisons)
    if not number:
        return f"{label}, by period"
    return f"{label}: {number}" + (f", {told}" if told else "")


def _and(labels: Sequence[str]) -> str:
    *most, last = labels
    return f"{', '.join(most)} and {last}" if most else last


def _projects(count: int) -> str:
    return f"{count:,} {'project' if count == 1 else 'projects'}"


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:] + "."
