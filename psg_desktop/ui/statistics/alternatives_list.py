"""Ways of showing a table that was asked for, each as one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from psg_desktop.casework.statistics.alternatives import Alternative
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import statistics_choices
from psg_desktop.words import statistics_page as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One way, at its place among the others."""

    place: int
    alternative: Alternative

    @property
    def line(self) -> str:
        """What is different in it."""
        changes = self.alternative.changes
        said = statistics_choices.instead(changes) if changes else words.AS_ASKED
        return f"{said[:1].upper()}{said[1:]}"

    @property
    def shown(self) -> str:
        """How much of it is shown."""
        one = self.alternative
        if one.plan is None or not one.plan.tables:
            return words.NOT_SAFE
        return words.shown_of(one.numbers - one.withheld, one.numbers)


def offered(found: Sequence[Alternative]) -> tuple[Offered, ...]:
    """Give a line for each, in their order."""
    return tuple(Offered(place=place, alternative=one) for place, one in enumerate(found))


ALTERNATIVES: tuple[Column[Offered], ...] = (
    Column(
        "Way of showing it",
        lambda one: one.line,
        width=160,
        stretch=True,
        tooltip=lambda one: one.line,
        spoken=lambda one: one.line,
    ),
    Column(
        "Numbers shown",
        lambda one: one.shown,
        width=150,
        number=True,
        spoken=lambda one: f"{one.shown} numbers shown" if one.alternative.plan else one.shown,
    ),
)
