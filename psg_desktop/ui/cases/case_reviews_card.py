"""ASB case reviews about a case: where each stands, and what is due next."""

from functools import partial

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework.asb_reviews import applications
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts.case_review_entries import review_entry, waiting
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.widgets.buttons import button


class CaseReviewsCard(CaseCard):
    """Each opens its own page; `application_asked(CaseId)` asks for a new one."""

    application_asked = Signal(object)

    def __init__(self, office: Office) -> None:
        add = button("Record an application", "plus")
        super().__init__(office, "ASB case reviews", add)
        add.clicked.connect(lambda: self.application_asked.emit(self.page.case.id))
        self._reviews: tuple[CaseReview, ...] = ()

    @override
    def show_page(self, page: CasePage) -> None:
        super().show_page(page)
        # Somebody may apply about a case that is closed.
        for tool in self.tools:
            tool.setVisible(True)

    @override
    def concern(self, page: CasePage) -> object:
        self._reviews = applications.of_case(self.office, page.case.id)
        return tuple((one, waiting(self.office, one)) for one in self._reviews)

    @override
    def count(self, page: CasePage) -> int:
        del page
        return sum(not one.finished for one in self._reviews)

    @override
    def draw(self, page: CasePage) -> None:
        del page
        if not self._reviews:
            self.say("No application for a review of how complaints were answered is on record.")
        self.add_entries([self._entry(one) for one in self._reviews])

    def _entry(self, one: CaseReview) -> Entry:
        opens = partial(self.case_review_chosen.emit, one.id)
        return review_entry(one, waiting(self.office, one), self.office.today(), opens)
