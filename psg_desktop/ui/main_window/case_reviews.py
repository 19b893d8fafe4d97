"""The pages of ASB case reviews, and the ways from them to cases, people and places."""

from psg_desktop.domain.ids import CaseId, CaseReviewId
from psg_desktop.ui.case_reviews.numbers_page import NumbersPage
from psg_desktop.ui.case_reviews.page import CaseReviewsPage
from psg_desktop.ui.case_reviews.review_page import CaseReviewPage
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.main_window.record_pages import RecordPages
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.case_review_form import ApplicationSheet

SECTION = "case_reviews"


class CaseReviews(RecordPages):
    """Makes the list, the form for a new application, and the page of each review."""

    def page(self) -> Page:
        """Make the list of case reviews."""
        page = CaseReviewsPage(self._office, self._notifier)
        page.review_chosen.connect(self.open)
        page.new_asked.connect(self.new)
        page.numbers_asked.connect(self.open_numbers)
        return page

    def new(self, case: CaseId | None = None) -> None:
        """Ask for a new application, and open its page; *case* is the one it is about."""
        sheet = ApplicationSheet(self._office, case)
        sheet.review_saved.connect(self.open)
        self._frame.open_sheet(sheet)

    def open(self, id_: CaseReviewId) -> None:
        """Open the page of a review."""
        page = CaseReviewPage(self._office, self._notifier, id_)
        self._show(page, SECTION)

    def serve(self, screen: CaseScreen) -> None:
        """Follow what is asked on the page of a case."""
        screen.case_review_chosen.connect(self.open)
        screen.application_asked.connect(self.new)

    def open_numbers(self) -> None:
        """Open the numbers to publish."""
        page = NumbersPage(self._office, self._notifier)
        page.review_chosen.connect(self.open)
        self._frame.open_page(page, SECTION)
