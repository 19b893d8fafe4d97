"""From one day to another, both included; None is open at that end."""

from datetime import date


def backwards(since: date | None, until: date | None) -> bool:
    """Say whether a span would end before it starts."""
    return since is not None and until is not None and until < since


def covers(since: date | None, until: date | None, day: date) -> bool:
    """Say whether *day* lies in the span."""
    return meets(since, until, day, day)


def meets(since: date | None, until: date | None, first: date, last: date) -> bool:
    """Say whether any day from *first* to *last* lies in the span."""
    return (since is None or since <= last) and (until is None or first <= until)
