"""ASB case reviews as entries of a card: where each stands, and what is due next."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from psg_desktop.casework.asb_reviews import review_lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_clocks import Deadline
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.parts.review_statuses import clock_status, clock_words, state_status
from psg_desktop.words import dates


class CaseReviewsOfCard(EntryCard):
    """The reviews of somebody or somewhere, `case_review_chosen(CaseReviewId)`.

    Hidden while there is none: few people ever apply.
    """

    case_review_chosen = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__("ASB case reviews")
        self._office = office
        self.hide()

    def show_reviews(self, found: Sequence[CaseReview]) -> None:
        """Show reviews with what they wait for."""
        waits = [waiting(self._office, one) for one in found]
        today = self._office.today()
        entries = [
            review_entry(one, due, today, partial(self.case_review_chosen.emit, one.id))
            for one, due in zip(found, waits, strict=True)
        ]
        self.setVisible(bool(found))
        self.show_entries((tuple(found), waits, today), entries, "No review is on record.")


def waiting(office: Office, one: CaseReview) -> list[Deadline]:
    """Give the clocks of a review that run to a day."""
    found = review_lists.deadlines_of(office, one)
    return [clock for clock in found if clock.runs and clock.due is not None]


def review_entry(
    one: CaseReview, waits: Sequence[Deadline], today: date, opens: Callable[[], object]
) -> Entry:
    """Give the entry of a review, with the first of the clocks that run."""
    facts = [f"received {dates.grid(one.received_on)}", *map(clock_words, waits[:1])]
    return Entry(
        key=one.id,
        title=f"{one.reference}  {' '.join(one.behaviour.split())}",
        marks=(state_status(one.state), *(clock_status(first, today) for first in waits[:1])),
        facts="  ·  ".join(facts),
        opens=opens,
    )
