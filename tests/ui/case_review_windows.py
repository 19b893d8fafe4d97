"""ASB case reviews and support: the list, the page of one, the forms, and the numbers."""

from PySide6.QtWidgets import QWidget

from psg_desktop.casework import lists
from psg_desktop.casework.asb_reviews import applications, review_lists
from psg_desktop.casework.caseload import support
from psg_desktop.domain.case_review_lists import ReviewView
from psg_desktop.domain.case_reviews import CaseReview, ReviewState
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import CaseFilter, CasePage, CaseView
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.ui.application import Application
from psg_desktop.ui.case_reviews.numbers_page import NumbersPage
from psg_desktop.ui.case_reviews.page import CaseReviewsPage
from psg_desktop.ui.case_reviews.panel_sheets import panel_sheet, recommendation_sheet
from psg_desktop.ui.case_reviews.review_page import CaseReviewPage
from psg_desktop.ui.case_reviews.threshold_sheet import threshold_sheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.case_review_form import ApplicationSheet, amend_sheet
from psg_desktop.ui.parts.support_sheets import answer_sheet, offer_sheet
from tests.ui.list_windows import frame
from tests.ui.program_windows import office
from tests.ui.windows import window


def some(*states: ReviewState) -> CaseReview:
    """Some review of the sample that stands so."""
    rows = review_lists.listed(office(), ReviewView.ALL, "", slice(0, 50)).rows
    return applications.get(office(), next(row.id for row in rows if row.state in states))


def supported() -> CasePage:
    """A case of the sample with offers of support."""
    asked = CaseFilter(view=CaseView.ALL)
    found = lists.cases(office(), asked, CaseOrder(), slice(0, 100)).rows
    id_: CaseId = max(found, key=lambda row: len(support.of_case(office(), row.id))).id
    return lists.case_page(office(), id_)


@window("case reviews")
def list_of_case_reviews(application: Application) -> QWidget:
    page = CaseReviewsPage(office(), Notifier())
    page.show_view("all")
    return frame(application, page)


@window("case review")
def page_of_a_case_review(application: Application) -> QWidget:
    return frame(application, CaseReviewPage(office(), Notifier(), some(ReviewState.HELD).id))


@window("case review received")
def application_that_waits(application: Application) -> QWidget:
    review = some(ReviewState.RECEIVED, ReviewState.ACKNOWLEDGED)
    return frame(application, CaseReviewPage(office(), Notifier(), review.id))


@window("case review application")
def form_of_an_application(application: Application) -> QWidget:
    sheet = amend_sheet(office(), some(ReviewState.RECEIVED, ReviewState.ACKNOWLEDGED))
    return frame(application, CaseReviewsPage(office(), Notifier()), sheet)


@window("new application form")
def form_of_a_new_application(application: Application) -> QWidget:
    sheet = ApplicationSheet(office())
    return frame(application, CaseReviewsPage(office(), Notifier()), sheet)


@window("case review threshold")
def decision_on_the_threshold(application: Application) -> QWidget:
    sheet = threshold_sheet(office(), some(ReviewState.RECEIVED, ReviewState.ACKNOWLEDGED))
    return frame(application, CaseReviewsPage(office(), Notifier()), sheet)


@window("case review panel")
def panel_of_a_case_review(application: Application) -> QWidget:
    sheet = panel_sheet(office(), some(ReviewState.HELD), 0)
    return frame(application, CaseReviewsPage(office(), Notifier()), sheet)


@window("case review recommendation")
def recommendation_of_a_case_review(application: Application) -> QWidget:
    sheet = recommendation_sheet(office(), some(ReviewState.HELD), 0)
    return frame(application, CaseReviewsPage(office(), Notifier()), sheet)


@window("case review numbers")
def numbers_to_publish(application: Application) -> QWidget:
    return frame(application, NumbersPage(office(), Notifier()))


@window("case with support")
def case_with_support(application: Application) -> QWidget:
    screen = CaseScreen(office(), Notifier(), supported().case.id)
    made = frame(application, screen)
    screen.go("support")
    return made


@window("support offer")
def form_of_an_offer(application: Application) -> QWidget:
    page = supported()
    sheet = offer_sheet(office(), page)
    return frame(application, CaseScreen(office(), Notifier(), page.case.id), sheet)


@window("support answer")
def form_of_an_answer(application: Application) -> QWidget:
    page = supported()
    sheet = answer_sheet(office(), support.of_case(office(), page.case.id)[0])
    return frame(application, CaseScreen(office(), Notifier(), page.case.id), sheet)
