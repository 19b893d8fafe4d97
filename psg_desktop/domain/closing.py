"""Closing, and after: a closure that is proposed, objected to or agreed, and whether it held."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import AgencyId, CaseId, ClosureProposalId, HoldCheckId
from psg_desktop.domain.refusals import Findings, Problem, refuse


class ProposalState(StrEnum):
    """What became of a proposal to close a case."""

    OPEN = "open"
    OBJECTED = "objected"
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"


LIVE_PROPOSALS = frozenset({ProposalState.OPEN, ProposalState.OBJECTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """Why an agency wants a case to stay open.

    Raises:
        Refused: Without the agency or its reason.
    """

    agency: AgencyId
    text: str = field(repr=False)
    on: date

    def __post_init__(self) -> None:
        """Refuse an objection of nobody, or for nothing."""
        found = Findings()
        found.when(self.agency is None, "agency", Problem.NOTHING_CHOSEN)
        found.when(not self.text.strip(), "text", Problem.REASON_MISSING)
        found.when(len(self.text) > text.TEXT_LIMIT, "text", Problem.TEXT_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureProposal:
    """A proposal to close a case, to be agreed unless an agency objects.

    Attributes:
        reason: The code of a closure reason.
        summary: The closing summary so far.
        meeting: At which meeting it was proposed; "" where it was between meetings.
        settled_on: When it was agreed or withdrawn.
        settled_by: Which meeting or who agreed or withdrew it.

    Raises:
        Refused: Without reason or proposer, a text is too long, or it is settled without its day.
    """

    id: ClosureProposalId
    case: CaseId
    reason: str
    summary: str = field(default="", repr=False)
    proposed_on: date
    proposed_by: str = field(repr=False)
    meeting: str = ""
    objections: tuple[Objection, ...] = ()
    state: ProposalState = ProposalState.OPEN
    settled_on: date | None = None
    settled_by: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a proposal nobody could decide on."""
        found = Findings()
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(not self.proposed_by.strip(), "proposed_by", Problem.NAME_MISSING)
        found.when(len(self.summary) > text.TEXT_LIMIT, "summary", Problem.TEXT_TOO_LONG)
        for name in ("proposed_by", "meeting", "settled_by"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        unsettled = not self.live and self.settled_on is None
        found.when(unsettled, "settled_on", Problem.DATE_MISSING)
        found.settle()

    @property
    def live(self) -> bool:
        """Whether it still waits to be agreed or withdrawn."""
        return self.state in LIVE_PROPOSALS

    def object_to(self, objection: Objection) -> "ClosureProposal":
        """Keep an agency's objection; the case stays open.

        Raises:
            Refused: It is settled, or the objection is older than the proposal.
        """
        self._only_live()
        if objection.on < self.proposed_on:
            raise refuse("on", Problem.BEFORE_PROPOSED)
        objections = (*self.objections, objection)
        return replace(self, objections=objections, state=ProposalState.OBJECTED)

    def agree(self, on: date, meeting: str, by: str) -> "ClosureProposal":
        """Agree to it: at a meeting, or by one person while nobody has objected.

        Raises:
            Refused: It is settled, or an objection stands and no meeting is named.
        """
        self._only_live()
        if self.state is ProposalState.OBJECTED and not meeting.strip():
            raise refuse("meeting", Problem.OBJECTION_STANDS)
        return self._settled(ProposalState.AGREED, on, meeting.strip() or by)

    def withdraw(self, on: date, by: str) -> "ClosureProposal":
        """Take it back; the case stays open.

        Raises:
            Refused: It is settled.
        """
        self._only_live()
        return self._settled(ProposalState.WITHDRAWN, on, by)

    def _settled(self, state: ProposalState, on: date, by: str) -> "ClosureProposal":
        return replace(self, state=state, settled_on=max(on, self.proposed_on), settled_by=by)

    def _only_live(self) -> None:
        if not self.live:
            raise refuse("", Problem.MOVE_NOT_POSSIBLE)


class HoldResult(StrEnum):
    """What the question "did it hold?" was answered with."""

    HELD = "held"
    HELD_PARTLY = "held_partly"
    DID_NOT_HOLD = "did_not_hold"
    CANNOT_BE_SAID = "cannot_be_said"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldCheck:
    """The one answer to whether a closing held; a closing is asked about once.

    Attributes:
        closed_on: The day of the closing it is about.
        asked_by: Who asked.
        finding: What was found, in words.

    Raises:
        Refused: Without who asked, before the closing, or a failure without what was found.
    """

    id: HoldCheckId
    case: CaseId
    closed_on: date
    result: HoldResult
    answered_on: date
    asked_by: str = field(default="", repr=False)
    finding: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse an answer nobody could check."""
        found = Findings()
        found.when(not self.result, "result", Problem.RESULT_MISSING)
        asked = self.result is not HoldResult.NOT_ASKED
        found.when(asked and not self.asked_by.strip(), "asked_by", Problem.NAME_MISSING)
        early = self.answered_on < self.closed_on
        found.when(early, "answered_on", Problem.ENDS_BEFORE_START)
        failed = self.result in {HoldResult.HELD_PARTLY, HoldResult.DID_NOT_HOLD}
        found.when(failed and not self.finding.strip(), "finding", Problem.TEXT_MISSING)
        found.when(len(self.asked_by) > text.LINE_LIMIT, "asked_by", Problem.LINE_TOO_LONG)
        found.when(len(self.finding) > text.TEXT_LIMIT, "finding", Problem.TEXT_TOO_LONG)
        found.settle()
