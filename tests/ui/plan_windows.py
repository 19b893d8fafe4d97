"""The windows of the plan and of death reviews."""

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.partnership import death_reviews, plan_pages
from psg_desktop.domain.plan_lists import PriorityOverview
from psg_desktop.ui.application import Application
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.plan.measure_sheet import measure_sheet
from psg_desktop.ui.plan.page import REVIEWS, PlanPage
from psg_desktop.ui.plan.priority_page import PriorityPage
from psg_desktop.ui.plan.review_sheets import recommendation_sheet
from psg_desktop.ui.plan.sheets import BeginSheet, PrioritySheet
from tests.ui.list_windows import frame
from tests.ui.program_windows import main_window, office
from tests.ui.windows import window


def a_priority(place: int) -> PriorityOverview:
    """One of the priorities of the plan in force."""
    current = plan_pages.current(office())
    assert current is not None
    return plan_pages.page(office(), current.id).priorities[place]


@window("plan")
def plan(application: Application) -> QWidget:
    return main_window(application, lambda made: made.frame.go("plan"))


@window("begin a plan")
def begin(application: Application) -> QWidget:
    sheet = BeginSheet(office(), plan_pages.years(office()))
    return frame(application, PlanPage(office(), Notifier()), sheet)


@window("priority of the plan")
def priority(application: Application) -> QWidget:
    shown = a_priority(0).priority.id
    return frame(application, PriorityPage(office(), Notifier(), shown))


@window("priority form of the plan")
def priority_form(application: Application) -> QWidget:
    known = a_priority(0).priority
    sheet = PrioritySheet(office(), known.plan, known)
    return frame(application, PlanPage(office(), Notifier()), sheet)


@window("measure form")
def measure(application: Application) -> QWidget:
    shown = a_priority(-1)
    page = PriorityPage(office(), Notifier(), shown.priority.id)
    return frame(application, page, measure_sheet(office(), shown.priority.id, shown.measures[0]))


@window("death reviews")
def reviews(application: Application) -> QWidget:
    return main_window(application, lambda made: made.screens.plans.open_reviews())


@window("recommendation form")
def recommendation(application: Application) -> QWidget:
    one = next(each for each in death_reviews.followed(office()) if each.recommendations)
    page = PlanPage(office(), Notifier())
    page.show_view(REVIEWS)
    sheet = recommendation_sheet(office(), one.review.id, one.recommendations[0])
    return frame(application, page, sheet)
