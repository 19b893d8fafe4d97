"""Attempts at contact and the engagement of a case, in words."""

from collections.abc import Sequence

from psg_desktop.domain.support import Attempt, Engagement
from psg_desktop.words import dates, names


def attempt(made: Attempt) -> str:
    """Give an attempt in a line, such as "3 November 2026, home visit, no answer (A. Worker)"."""
    how, result = names.name(made.how), names.name(made.result)
    said = f"{dates.prose(made.on)}, {_small(how)}, {_small(result)}"
    return f"{said} ({made.by})" if made.by else said


def attempts(made: Sequence[Attempt]) -> str:
    """Give attempts in a line each, with their notes; "" where there are none."""
    return "\n".join(f"{attempt(one)}: {one.note}" if one.note else attempt(one) for one in made)


def engagement(known: Engagement) -> str:
    """Give how support was taken, such as "3 offers: 1 accepted, 2 declined  ·  4 attempts"."""
    if not known.offers:
        return ""
    states = ", ".join(
        f"{count} {_small(names.name(state))}" for state, count in known.states.items()
    )
    tried = len(known.attempts)
    parts = [f"{known.offers} {'offer' if known.offers == 1 else 'offers'}: {states}"]
    if tried:
        parts.append(f"{tried} {'attempt' if tried == 1 else 'attempts'} at contact")
    return "  ·  ".join(parts)


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
