"""The windows of reviews and closings, on the made-up caseload."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import closing
from psg_desktop.casework.reviewing import review_load
from psg_desktop.domain.ids import CaseId, LeaveId
from psg_desktop.domain.leave import Leave
from psg_desktop.domain.review_load import ReviewMove
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.closing_sheets import close_sheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.closure_sheets import hold_sheet, objection_sheet, propose_sheet
from psg_desktop.ui.reviews.held_page import HeldPage
from psg_desktop.ui.reviews.page import ReviewsPage
from psg_desktop.ui.reviews.queue_page import QueuePage
from psg_desktop.ui.reviews.sheets import leave_sheet, spread_sheet
from tests.ui.list_windows import frame
from tests.ui.program_windows import a_case, office
from tests.ui.windows import window


def proposed() -> CaseId:
    """Some case whose closure is proposed, or any case where none is."""
    waiting = closing.proposed(office())
    return waiting[0].case if waiting else a_case()


def a_move() -> ReviewMove:
    """A review that would be moved."""
    row = lists.case_page(office(), a_case()).case
    day = office().today() + timedelta(days=9)
    return ReviewMove(case=row.id, reference=row.reference, title=row.title, before=day,
                      after=day - timedelta(days=2))  # fmt: skip


@window("reviews")
def reviews(application: Application) -> QWidget:
    away = office().today() + timedelta(days=16)
    if not review_load.leaves(office()):
        leave = Leave(id=LeaveId(office().new_id()), since=away, until=away, words="Training")
        review_load.add_leave(office(), leave)
    return frame(application, ReviewsPage(office(), Notifier()))


@window("reviews to spread")
def reviews_to_spread(application: Application) -> QWidget:
    moves = review_load.load(office()).moves or (a_move(),)
    page = ReviewsPage(office(), Notifier())
    return frame(application, page, spread_sheet(office(), moves))


@window("leave form")
def leave_form(application: Application) -> QWidget:
    return frame(application, ReviewsPage(office(), Notifier()), leave_sheet(office()))


@window("review queue")
def review_queue(application: Application) -> QWidget:
    return frame(application, QueuePage(office(), Notifier()))


@window("what held")
def what_held(application: Application) -> QWidget:
    return frame(application, HeldPage(office()))


@window("case with proposed closure")
def case_with_proposed_closure(application: Application) -> QWidget:
    screen = CaseScreen(office(), Notifier(), proposed())
    waiting = closing.waiting(office(), proposed())
    sheet = objection_sheet(office(), waiting.id) if waiting else None
    return frame(application, screen, sheet)


@window("closing form")
def closing_form(application: Application) -> QWidget:
    case = lists.case_page(office(), proposed()).case
    sheet = close_sheet(office(), case)
    sheet.form.show_values({"reason": "no_contact"})
    sheet.form.fields["reason"].control.edited.emit()
    sheet.form.mark_saved()
    return frame(application, CaseScreen(office(), Notifier(), case.id), sheet)


@window("proposal form")
def proposal_form(application: Application) -> QWidget:
    screen = CaseScreen(office(), Notifier(), a_case())
    return frame(application, screen, propose_sheet(office(), a_case()))


@window("did it hold")
def did_it_hold(application: Application) -> QWidget:
    day = office().today() - timedelta(days=90)
    sheet = hold_sheet(office(), a_case(), day, reopen=str)
    return frame(application, CaseScreen(office(), Notifier(), a_case()), sheet)
