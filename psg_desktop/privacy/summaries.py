"""A case made depersonalised: generalised fields, and texts with every identity masked.

What comes out is a proposal: a person reads each passage beside its original and accepts or
rewrites it. Only accepted words are printed.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from psg_desktop.privacy.identities import Finder, Span
from psg_desktop.privacy.redaction import Placeholders, redact
from psg_desktop.words.dates import month_year

TEXT = "text"
BLOCKED = "blocked"

# Bands as published tables use them; children in one band, the very old in one.
_AGE_BANDS = ((18, "under 18"), (25, "18 to 24"), (35, "25 to 34"), (45, "35 to 44"),
              (55, "45 to 54"), (65, "55 to 64"), (75, "65 to 74"))  # fmt: skip
_OLDEST = "75 or over"


def age_band(age: int | None) -> str:
    """Give the ten-year band of an age in years, "" where it is not known."""
    if age is None:
        return ""
    return next((band for limit, band in _AGE_BANDS if age < limit), _OLDEST)


def month(day: date | None) -> str:
    """Give a day as its month in words, "" where there is none."""
    return month_year(day) if day else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFacts:
    """What is known of one action.

    Attributes:
        part: "action/<identifier>".
        ended: The day it was done, None while it is open.
        state: The state in words.
    """

    part: str
    agency: str
    what: str = field(repr=False)
    due: date | None
    ended: date | None
    state: str
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What is known of one case, as far as a depersonalised page may draw on it.

    Words that come from a closed list (kind, focus, state, risk) are in words already; `text` and
    `blocked` are as people wrote them. The area is already no finer than the settings allow.
    """

    case: UUID
    label: str = field(repr=False)
    kind: str
    focus: tuple[str, ...]
    age: int | None = field(repr=False)
    area: str
    state: str
    risk: str
    opened: date
    agencies: tuple[str, ...]
    text: str = field(repr=False)
    blocked: str = field(repr=False)
    actions: tuple[ActionFacts, ...]
    next_review: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text of a case: as it was written, as it is proposed, and what was decided.

    Attributes:
        part: "text", "blocked" or "action/<identifier>".
        spans: What was found in the original.
        proposed: The original with every span masked, doubtful ones too.
        source: Digest of the original; an accepted text counts only while it is the same.
        accepted: The words a person accepted, None until then.
    """

    part: str
    original: str = field(repr=False)
    spans: tuple[Span, ...] = field(repr=False)
    proposed: str = field(repr=False)
    source: str
    accepted: str | None = field(default=None, repr=False)

    @property
    def doubtful(self) -> tuple[Span, ...]:
        """The passages only a person can decide."""
        return tuple(span for span in self.spans if span.doubtful)

    @property
    def decided(self) -> bool:
        """Whether a person accepted words for it, or there is nothing to print."""
        return self.accepted is not None or not self.original

    @property
    def printed(self) -> str:
        """The words that will be printed as things stand."""
        return self.proposed if self.accepted is None else self.accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseProposal:
    """One case as proposed for the group."""

    facts: CaseFacts
    passages: tuple[Passage, ...]

    def passage(self, part: str) -> Passage:
        """Give one passage.

        Raises:
            KeyError: There is no such part.
        """
        found = next((one for one in self.passages if one.part == part), None)
        if found is None:
            raise KeyError(part)
        return found

    def accepting(self, part: str, words: str) -> "CaseProposal":
        """Give the proposal with the words of one passage accepted."""
        self.passage(part)
        return replace(
            self,
            passages=tuple(
                replace(one, accepted=words) if one.part == part else one for one in self.passages
            ),
        )

    @property
    def undecided(self) -> tuple[Passage, ...]:
        """The passages that wait for a person."""
        return tuple(one for one in self.passages if not one.decided)


def digest(original: str) -> str:
    """Give the digest by which a changed original is noticed."""
    return hashlib.sha256(original.encode()).hexdigest()


def propose(facts: CaseFacts, finder: Finder, placeholders: Placeholders) -> CaseProposal:
    """Mask every text of a case.

    The placeholders are one case's own, so that letters cannot join two cases of a print.
    """
    texts = [(TEXT, facts.text), (BLOCKED, facts.blocked)]
    texts += [(action.part, action.what) for action in facts.actions]
    return CaseProposal(
        facts=facts,
        passages=tuple(
            _passage(part, text, finder, placeholders) for part, text in texts if text.strip()
        ),
    )


def _passage(part: str, text: str, finder: Finder, placeholders: Placeholders) -> Passage:
    spans = finder.find(text)
    return Passage(
        part=part,
        original=text,
        spans=spans,
        proposed=redact(text, spans, placeholders),
        source=digest(text),
    )


def identities_in(words: str, finder: Finder) -> tuple[Span, ...]:
    """Find what may not be printed in any case: every passage that is not merely doubtful."""
    return tuple(span for span in finder.find(words) if not span.doubtful)


def undecided(proposals: Iterable[CaseProposal]) -> tuple[tuple[CaseProposal, Passage], ...]:
    """Give every passage of many cases that waits for a person."""
    return tuple((proposal, one) for proposal in proposals for one in proposal.undecided)
