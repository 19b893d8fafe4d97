"""Reviews and decisions: what was decided when, and how the case was closed."""

from dataclasses import replace

from typing_extensions import override

from psg_desktop.casework.caseload import closing
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.cases import Case, Closure
from psg_desktop.domain.closing import ClosureProposal, HoldCheck
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.reviews import Review
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.closing_sheets import reopen_sheet
from psg_desktop.ui.cases.review_sheet import review_sheet
from psg_desktop.ui.parts.closure_sheets import hold_sheet
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.statuses import risk_status
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names


class DecisionsCard(CaseCard):
    """Reviews and closings, the newest first."""

    def __init__(self, office: Office) -> None:
        record = button("Record a review", "review")
        super().__init__(office, "Reviews and decisions", record)
        record.clicked.connect(self.record_review)

    def record_review(self) -> None:
        """Ask what a review decided."""
        self.ask(review_sheet(self.office, self.page.case))

    def ask_whether_it_held(self) -> None:
        """Ask whether the closing in force held; where it did not, reopening is offered."""
        case = self.page.case
        if case.closure is None:
            return

        def reopen(because: str) -> None:
            self.ask(reopen_sheet(self.office, case, because))

        self.ask(hold_sheet(self.office, case.id, case.closure.on, reopen))

    @override
    def concern(self, page: CasePage) -> object:
        self._proposals = closing.of_case(self.office, page.case.id)
        self._checks = closing.hold_checks(self.office, page.case.id)
        return (page.reviews, page.case, page.agencies, self._proposals, self._checks)

    @override
    def count(self, page: CasePage) -> int:
        others = len(self._proposals) + len(self._checks)
        return len(page.reviews) + len(page.case.closures) + others

    @override
    def draw(self, page: CasePage) -> None:
        if not self.count(page):
            self.say("Not reviewed yet. Each review says what was decided and when is the next.")
        named = {one.code: one.name for one in settings.closure_reasons(self.office)}
        held = [(one.held_on, 0, _review(one)) for one in page.reviews]
        proposed = [
            (one.proposed_on, 1, _proposal(one, named.get(one.reason, one.reason), page))
            for one in self._proposals
        ]
        ended = [
            (one.on, 2 + place, self._closing(place, one, named.get(one.reason, one.reason)))
            for place, one in enumerate(page.case.closures)
        ]
        asked = [(one.answered_on, 2 + len(ended), _check(one)) for one in self._checks]
        every = sorted([*held, *proposed, *ended, *asked], key=lambda one: one[:2], reverse=True)
        self.add_entries([entry for _day, _place, entry in every])

    def _closing(self, place: int, closure: Closure, reason: str) -> Entry:
        made = _closing(place, closure, reason)
        if not self._asks(self.page.case, closure):
            return made
        step = Step(words="Say whether it held", done=self.ask_whether_it_held)
        return replace(made, steps=(step,))

    def _asks(self, case: Case, closure: Closure) -> bool:
        answered = {one.closed_on for one in self._checks}
        return closure == case.closure and closure.on not in answered


def _proposal(proposal: ClosureProposal, reason: str, page: CasePage) -> Entry:
    meeting = f" at {proposal.meeting}" if proposal.meeting else ""
    objections = [
        f"{page.agencies.get(one.agency, 'An agency')} objected on {dates.grid(one.on)}: {one.text}"
        for one in proposal.objections
    ]
    settled = ""
    if proposal.settled_on:
        state = names.name(proposal.state).casefold()
        settled = f"{state} on {dates.grid(proposal.settled_on)}, {proposal.settled_by}"
    facts = [reason, f"by {proposal.proposed_by}{meeting}", *objections, settled]
    return Entry(
        key=proposal.id,
        title=f"Closure proposed on {dates.grid(proposal.proposed_on)}",
        facts="  ·  ".join(fact for fact in facts if fact),
        text=proposal.summary,
        about="Closing summary so far",
    )


def _check(check: HoldCheck) -> Entry:
    asked = f"asked by {check.asked_by}" if check.asked_by else ""
    return Entry(
        key=check.id,
        title=f"Did it hold? {names.name(check.result)}, {dates.grid(check.answered_on)}",
        facts="  ·  ".join(
            fact for fact in (f"closed on {dates.grid(check.closed_on)}", asked) if fact
        ),
        text=check.finding,
        about="What was found",
    )


def _review(review: Review) -> Entry:
    meeting = f", {review.meeting}" if review.meeting else ""
    following = (
        f"Next review {dates.grid(review.next_due)}" if review.next_due else "No next review"
    )
    marks: tuple[Status | str, ...] = (risk_status(review.risk, " risk"),) if review.risk else ()
    return Entry(
        key=review.id,
        title=f"Review of {dates.grid(review.held_on)}{meeting}",
        facts=following,
        text=review.decision,
        about=f"Decision of {dates.grid(review.held_on)}",
        marks=marks,
    )


def _closing(place: int, closure: Closure, reason: str) -> Entry:
    facts = [
        reason,
        f"to {closure.receiving_group}" if closure.receiving_group else "",
        f"told: {closure.told}" if closure.told else "",
        f"demand: {closure.final_demand}" if closure.final_demand else "",
        f"attempts: {closure.attempts}" if closure.attempts else "",
        f"ask whether it held on {dates.grid(closure.review_after)}"
        if closure.review_after
        else "",
    ]
    if closure.reopened_on:
        facts.append(f"reopened {dates.grid(closure.reopened_on)}: {closure.reopened_because}")
    return Entry(
        key=("closing", place),
        title=f"Closed on {dates.grid(closure.on)}",
        facts="  ·  ".join(fact for fact in facts if fact),
        text=closure.summary,
        about="Closing summary",
        marks=(risk_status(closure.final_risk, " risk"),),
    )
