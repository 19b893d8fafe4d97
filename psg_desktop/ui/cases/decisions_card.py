"""Reviews and decisions: what was decided when, and how the case was closed."""

from typing_extensions import override

from psg_desktop.casework import settings
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Closure
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.reviews import Review
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.review_sheet import review_sheet
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.statuses import risk_status
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates


class DecisionsCard(CaseCard):
    """Reviews and closings, the newest first."""

    def __init__(self, office: Office) -> None:
        record = button("Record a review", "review")
        super().__init__(office, "Reviews and decisions", record)
        record.clicked.connect(self.record_review)

    def record_review(self) -> None:
        """Ask what a review decided."""
        self.ask(review_sheet(self.office, self.page.case))

    @override
    def concern(self, page: CasePage) -> object:
        return (page.reviews, page.case)

    @override
    def count(self, page: CasePage) -> int:
        return len(page.reviews) + len(page.case.closures)

    @override
    def draw(self, page: CasePage) -> None:
        if not (page.reviews or page.case.closures):
            self.say("Not reviewed yet. Each review says what was decided and when is the next.")
        named = {one.code: one.name for one in settings.closure_reasons(self.office)}
        held = [(one.held_on, 0, _review(one)) for one in page.reviews]
        ended = [
            (one.on, 1 + place, _closing(place, one, named.get(one.reason, one.reason)))
            for place, one in enumerate(page.case.closures)
        ]
        newest_first = sorted([*held, *ended], key=lambda one: one[:2], reverse=True)
        self.add_entries([entry for _day, _place, entry in newest_first])


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
