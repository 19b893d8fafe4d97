"""Which wards the police figures propose as priority areas, and at which stage.

The stages are those of `domain.priority_areas`: Emerging (several or rising issues), Preventing
(growth), Sustaining (known issues that go on), Discharged (fewer flags). Nothing here decides.
"""

from dataclasses import dataclass
from datetime import date

from psg_desktop.domain import quarters
from psg_desktop.domain.police_review import Change, Recorded, WardFigure, review, top_fifth
from psg_desktop.domain.priority_areas import PriorityStage

# A fifth of the wards lead in each of some 14 categories: two of them fall to any ward by chance.
_SEVERAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One category in one ward that speaks for a stage."""

    category: str
    figure: WardFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """What stands out of one ward in one quarter.

    Attributes:
        leading: Categories in which the ward is in the top fifth of the wards.
        rising: Categories that are higher than in the same quarter of the year before.
        led_before: In how many it was in the top fifth in the quarter before, None if not known.
    """

    ward: str
    leading: tuple[Issue, ...]
    rising: tuple[Issue, ...]
    led_before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """The stage a ward stands at, and since when."""

    stage: PriorityStage
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A ward, the stage its figures speak for, and what they are."""

    quarter: date
    flags: Flags
    stage: PriorityStage
    now: PriorityStage | None

    @property
    def ward(self) -> str:
        """Code of the ward."""
        return self.flags.ward


def flags_of(held: Recorded, quarter: date) -> tuple[Flags, ...]:
    """Give what stands out of each ward in a quarter, category by category."""
    leading: dict[str, list[Issue]] = {ward: [] for ward in held.wards}
    rising: dict[str, list[Issue]] = {ward: [] for ward in held.wards}
    led = dict.fromkeys(held.wards, 0)
    before = quarters.shifted(quarter, -1)
    for category in held.categories:
        for figure in review(held, category, quarter):
            issue = Issue(category=category, figure=figure)
            if figure.leading:
                leading[figure.ward].append(issue)
            if figure.change is Change.HIGHER:
                rising[figure.ward].append(issue)
        for ward in top_fifth(held, category, before):
            led[ward] += 1
    known = held.whole(before)
    return tuple(
        Flags(
            ward=ward,
            leading=_most_first(leading[ward]),
            rising=_most_first(rising[ward]),
            led_before=led[ward] if known else None,
        )
        for ward in held.wards
    )


def proposed(flags: Flags, quarter: date, now: Stood | None) -> PriorityStage | None:
    """Give the stage that figures speak for, None where they speak for no change.

    Args:
        flags: What stands out of the ward.
        quarter: The first day of the quarter reviewed.
        now: Where the ward stands already, None where nothing was decided.
    """
    rising = {one.category for one in flags.rising}
    led = [one.category for one in flags.leading]
    several = len(led) >= _SEVERAL or any(category in rising for category in led)
    if now is None or now.stage is PriorityStage.DISCHARGED:
        if several:
            return PriorityStage.EMERGING
        return PriorityStage.PREVENTING if rising else None
    if not led and not rising and flags.led_before == 0:
        return PriorityStage.DISCHARGED
    if now.stage is PriorityStage.PREVENTING and several:
        return PriorityStage.EMERGING
    if now.stage is PriorityStage.EMERGING and led and now.since < quarter:
        return PriorityStage.SUSTAINING
    return None


def proposals(held: Recorded, quarter: date, stood: dict[str, Stood]) -> tuple[Proposal, ...]:
    """Give what is proposed for a quarter; nothing where not all of its months are known.

    Args:
        held: The crimes and anti-social behaviour recorded.
        quarter: The first day of the quarter.
        stood: Where wards stand already, by their codes.
    """
    if not held.whole(quarter):
        return ()
    found = []
    for flags in flags_of(held, quarter):
        now = stood.get(flags.ward)
        stage = proposed(flags, quarter, now)
        if stage is not None:
            made = Proposal(
                quarter=quarter, flags=flags, stage=stage, now=now.stage if now else None
            )
            found.append(made)
    order = list(PriorityStage)
    return tuple(sorted(found, key=lambda one: (order.index(one.stage), -len(one.flags.leading))))


def _most_first(issues: list[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda one: -one.figure.count))
