"""The list of ASB case reviews: what waits for whom, and by when."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.asb_reviews import review_lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_lists import (
    ReviewColumn,
    ReviewOrder,
    ReviewRow,
    ReviewView,
)
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import Page
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.choosing import give_way, options_of
from psg_desktop.ui.parts.list_page import ListPage, ListWords
from psg_desktop.ui.parts.review_statuses import clock_status, clock_words, state_status
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.controls import Choice
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import dates, names

_VIEWS = tuple(one for one in options_of(ReviewView) if one.key is not ReviewView.OPEN)


def words(today: date) -> ListWords[ReviewRow]:
    """Give what the list is called and shows, as read on a day."""
    return ListWords(
        heading="ASB case reviews",
        one="case review",
        many="case reviews",
        search="Search names, addresses, references and what happens",
        columns=_columns(today),
        key=lambda row: row.id,
        empty=(
            "No case review is open.",
            "Anybody may apply for a review of how complaints were answered.",
        ),
        new="New application",
        kinds=(
            RecordKind.CASE_REVIEW,
            RecordKind.REVIEW_TIME,
            RecordKind.REVIEW_THRESHOLD,
            RecordKind.CASE,
        ),
    )


def _columns(today: date) -> tuple[Column[ReviewRow], ...]:
    return (
        Column("Reference", lambda row: row.reference, ReviewColumn.REFERENCE, width=124),
        Column(
            "Where it stands",
            lambda row: names.name(row.state),
            ReviewColumn.STATE,
            width=190,
            status=lambda row: state_status(row.state),
            tooltip=lambda row: names.name(row.state),
        ),
        Column("Next step", lambda row: clock_words(row.next) if row.next else "", width=148),
        _due(today),
        *_TOLD,
    )


def _due(today: date) -> Column[ReviewRow]:
    def status(row: ReviewRow) -> Status | None:
        return clock_status(row.next, today) if row.next else None

    return Column(
        "Due",
        lambda row: clock_status(row.next, today).word if row.next else "",
        ReviewColumn.DUE,
        width=176,
        status=status,
        tooltip=lambda row: dates.full(row.next.due) if row.next and row.next.due else "",
    )


_TOLD: tuple[Column[ReviewRow], ...] = (
    Column(
        "Applicant",
        lambda row: row.applicant,
        ReviewColumn.APPLICANT,
        width=150,
        tooltip=lambda row: row.applicant,
    ),
    Column(
        "What happens",
        lambda row: " ".join(row.behaviour.split()),
        width=90,
        stretch=True,
        tooltip=lambda row: row.behaviour[:600],
    ),
    Column("Received", lambda row: dates.grid(row.received_on), ReviewColumn.RECEIVED, width=138),
)


class CaseReviewsPage(ListPage[ReviewRow, ReviewOrder]):
    """Emits `review_chosen(CaseReviewId)`, `new_asked` and `numbers_asked`."""

    review_chosen = Signal(object)
    new_asked = Signal()
    numbers_asked = Signal()

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__(notifier, words(office.today()), ReviewOrder())
        self._office = office
        self.asked = ReviewView.OPEN
        self.view = give_way(Choice(_VIEWS, nothing=names.name(ReviewView.OPEN)))
        self.view.name("Which case reviews")
        self.view.edited.connect(self._choose_view)
        self.beside_search(self.view)
        self.numbers = button("Numbers to publish", "document")
        self.numbers.setToolTip("The four numbers the law asks to publish, for any year")
        self.numbers.clicked.connect(self.numbers_asked)

    @override
    def read(self, typed: str, part: slice) -> Page[ReviewRow]:
        return review_lists.listed(self._office, self.asked, typed, part, self.order)

    @override
    def open_row(self, row: ReviewRow) -> None:
        self.review_chosen.emit(row.id)

    @override
    def make_new(self) -> None:
        self.new_asked.emit()

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.numbers, self.new)

    @override
    def show_view(self, view: str) -> None:
        """Show one of the views, "late" for instance."""
        chosen = ReviewView(view) if view else ReviewView.OPEN
        if chosen is not self.asked:
            self._show_view(chosen)

    @override
    def explain_empty(self) -> EmptyState:
        if self.typed or self.asked is ReviewView.OPEN:
            return super().explain_empty()
        said = {
            ReviewView.LATE: "No step of a case review is late.",
            ReviewView.FINISHED: "No case review is closed yet.",
            ReviewView.ALL: "There is no case review yet.",
        }
        made = EmptyState(said[self.asked], "", "Show the open ones")
        made.stepped.connect(lambda: self._show_view(ReviewView.OPEN))
        return made

    def _choose_view(self) -> None:
        self._show_view(self.view.value() or ReviewView.OPEN)

    def _show_view(self, view: ReviewView) -> None:
        self.view.set_value(None if view is ReviewView.OPEN else view)
        self.asked = view
        self._search(self.typed)
