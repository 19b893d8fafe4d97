"""Support that was offered to somebody of a case, what became of it, and each attempt at contact.

An offer keeps every answer with its day, the latest last: somebody may accept, disengage and
accept again, and a case is closed on what stands at the end with all that came before in sight.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.ids import AgencyId, CaseId, PersonId, SupportOfferId
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.spans import backwards, covers


class SupportState(StrEnum):
    """What became of an offer of support."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    COMPLETED = "completed"
    DECLINED = "declined"
    DISENGAGED = "disengaged"
    NOT_REACHED = "not_reached"


LIVE_SUPPORT = frozenset({SupportState.OFFERED, SupportState.ACCEPTED})
UNTAKEN_SUPPORT = frozenset(
    {SupportState.DECLINED, SupportState.DISENGAGED, SupportState.NOT_REACHED}
)


class ContactWay(StrEnum):
    """How contact was sought."""

    TELEPHONE = "telephone"
    TEXT_MESSAGE = "text_message"
    EMAIL = "email"
    LETTER = "letter"
    HOME_VISIT = "home_visit"
    APPOINTMENT = "appointment"
    STREET = "street"
    THROUGH_AGENCY = "through_agency"


class ContactResult(StrEnum):
    """What came of an attempt at contact."""

    SPOKE = "spoke"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"
    MESSAGE_LEFT = "message_left"
    DID_NOT_ATTEND = "did_not_attend"
    WRONG_DETAILS = "wrong_details"


class SupportPurpose(StrEnum):
    """Which list a code of support belongs to."""

    TYPE = "type"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportCode:
    """A type of support, or a reason why it was not taken up, in force between two dates.

    Raises:
        Refused: Code or name is missing, or it ends before it starts.
    """

    id: UUID
    purpose: SupportPurpose
    code: str
    name: str
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a row nobody could choose."""
        found = Findings()
        found.when(not self.code.strip(), "code", Problem.REFERENCE_MISSING)
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(len(self.name) > text.LINE_LIMIT, "name", Problem.LINE_TOO_LONG)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it can be chosen on *day*."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt at contact: when, how, by whom, and what came of it.

    Raises:
        Refused: It does not say how or with what result, or a text is too long.
    """

    on: date
    how: ContactWay
    result: ContactResult
    by: str = field(default="", repr=False)
    note: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse an attempt nobody could show."""
        found = Findings()
        found.when(not self.how, "how", Problem.NOTHING_CHOSEN)
        found.when(not self.result, "result", Problem.NOTHING_CHOSEN)
        found.when(len(self.by) > text.LINE_LIMIT, "by", Problem.LINE_TOO_LONG)
        found.when(len(self.note) > text.TEXT_LIMIT, "note", Problem.TEXT_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportAnswer:
    """What became of an offer on a day, and why by the code of a reason.

    Raises:
        Refused: Support was not taken up and no reason is chosen, or the remark is too long.
    """

    state: SupportState
    on: date
    reason: str = ""
    remark: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse an answer that leaves out why."""
        found = Findings()
        found.when(not self.state, "state", Problem.ANSWER_MISSING)
        why = self.state in UNTAKEN_SUPPORT and not self.reason.strip()
        found.when(why, "reason", Problem.REASON_MISSING)
        found.when(len(self.remark) > text.TEXT_LIMIT, "remark", Problem.TEXT_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportOffer:
    """Support that was offered to somebody of a case.

    Attributes:
        support: Code of the type of support; `what` says it in words where that helps.
        agency: Who offers it; `officer` names the person there.
        person: To whom, None where it was offered to all of a household or place.
        answers: What became of it, in the order of their days.
        attempts: Every attempt at contact, in the order of their days.

    Raises:
        Refused: The type is missing, a text is too long, or something came before the offer.
    """

    id: SupportOfferId
    case: CaseId
    support: str
    offered_on: date
    what: str = field(default="", repr=False)
    agency: AgencyId | None = None
    officer: str = field(default="", repr=False)
    person: PersonId | None = None
    answers: tuple[SupportAnswer, ...] = ()
    attempts: tuple[Attempt, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an offer nobody could account for."""
        found = Findings()
        found.when(not self.support.strip(), "support", Problem.NOTHING_CHOSEN)
        found.when(len(self.what) > text.TEXT_LIMIT, "what", Problem.TEXT_TOO_LONG)
        found.when(len(self.officer) > text.LINE_LIMIT, "officer", Problem.LINE_TOO_LONG)
        early = any(one.on < self.offered_on for one in self.answers)
        found.when(early, "offered_on", Problem.BEFORE_OFFERED)
        found.settle()

    @property
    def state(self) -> SupportState:
        """What became of it last."""
        return self.answers[-1].state if self.answers else SupportState.OFFERED

    @property
    def live(self) -> bool:
        """Whether it waits for an answer, or is being given."""
        return self.state in LIVE_SUPPORT

    def answer(self, answer: SupportAnswer) -> "SupportOffer":
        """Keep what became of it.

        Raises:
            Refused: The day lies before the offer or the last answer, or nobody was reached and
                no attempt at contact is on record.
        """
        last = self.answers[-1].on if self.answers else self.offered_on
        found = Findings()
        found.when(answer.on < last, "on", Problem.BEFORE_OFFERED)
        unsought = answer.state is SupportState.NOT_REACHED and not self.attempts
        found.when(unsought, "state", Problem.ATTEMPTS_MISSING)
        found.settle()
        return replace(self, answers=(*self.answers, answer))

    def attempt(self, *made: Attempt) -> "SupportOffer":
        """Add attempts at contact, which may lie before the offer; they stay in order of days."""
        ordered = sorted((*self.attempts, *made), key=lambda one: one.on)
        return replace(self, attempts=tuple(ordered))

    def correct_attempt(self, place: int, made: Attempt | None) -> "SupportOffer":
        """Put another attempt in the place of one, counted from 0, or take it away.

        Raises:
            Refused: There is no such attempt.
        """
        if not 0 <= place < len(self.attempts):
            raise refuse("", Problem.NOT_FOUND)
        known = [one for number, one in enumerate(self.attempts) if number != place]
        left = replace(self, attempts=tuple(known))
        return left.attempt(made) if made is not None else left


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """How much support a case was offered, and how it was taken.

    Attributes:
        states: How many offers stand in each state; states without any are left out.
        attempts: Every attempt at contact, in the order of their days.
    """

    offers: int
    states: dict[SupportState, int]
    attempts: tuple[Attempt, ...]


def engagement(offers: Iterable[SupportOffer]) -> Engagement:
    """Sum up the offers of a case."""
    known = tuple(offers)
    held = [one.state for one in known]
    states = {state: held.count(state) for state in SupportState if state in held}
    attempts = sorted((one for offer in known for one in offer.attempts), key=lambda one: one.on)
    return Engagement(offers=len(known), states=states, attempts=tuple(attempts))
