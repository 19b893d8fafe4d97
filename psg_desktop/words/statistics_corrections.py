"""Corrections of statistics: as they are printed, and why one cannot be published as it stands."""

from collections.abc import Sequence
from datetime import date

from psg_desktop.domain.statistics.corrections import PointingWhy
from psg_desktop.domain.statistics.periods import Period
from psg_desktop.words import dates, periods

_WHY = {
    PointingWhy.NAMES: "Take out {words}: a correction is public, and this points to somebody or "
    "somewhere.",
    PointingWhy.NUMBER: "Take out {words}. A number beside the published one could give people "
    "away; say in words what was wrong.",
    PointingWhy.MAY_NAME: "Check {words}: this may point to somebody or count somebody. Change it, "
    "or say that it does not.",
}


def sentence(said_on: date, period: Period, table: str, text: str) -> str:
    """Give a correction as a release prints it: when it was said, about what, and what."""
    about = f"“{table}”" if table else f"statistics for {periods.period(period)}"
    return f"{dates.prose(said_on)}, on the {'table ' if table else ''}{about}: {text}"


def refusal(why: PointingWhy, found: Sequence[str]) -> str:
    """Say which words of a correction cannot stand, and what to do."""
    quoted = [f"“{one}”" for one in dict.fromkeys(found)]
    said = f"{', '.join(quoted[:-1])} and {quoted[-1]}" if quoted[1:] else quoted[0]
    return _WHY[why].format(words=said)
