"""The register of requests about information, one request, and the copy that is read."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.information_law import requests
from psg_desktop.casework.parties import people
from psg_desktop.domain.ids import AccessRequestId
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.request_sheets import request_sheet
from psg_desktop.ui.people.person_page import PersonPage
from psg_desktop.ui.subject_access.documents import DocumentsSheet
from psg_desktop.ui.subject_access.give_sheet import GiveSheet
from psg_desktop.ui.subject_access.register_page import RegisterPage
from psg_desktop.ui.subject_access.request_page import RequestPage
from psg_desktop.ui.subject_access.review_page import ReviewPage
from psg_desktop.ui.subject_access.sheets import reason_sheet
from tests.ui.list_windows import frame
from tests.ui.program_windows import office
from tests.ui.windows import window


def first() -> AccessRequestId:
    """The request of the sample that is due soonest."""
    return requests.listed(office())[0].request.id


@window("requests")
def requests_page(application: Application) -> QWidget:
    return frame(application, RegisterPage(office(), Notifier()))


@window("request")
def request_page(application: Application) -> QWidget:
    return frame(application, RequestPage(office(), Notifier(), first()))


@window("request: review")
def request_review(application: Application) -> QWidget:
    return frame(application, ReviewPage(office(), Notifier(), JobsAtOnce(), first()))


@window("request: hold back")
def request_hold_back(application: Application) -> QWidget:
    sheet = reason_sheet("Hold the entry back", lambda _given: None, exempt=True)
    return frame(application, ReviewPage(office(), Notifier(), JobsAtOnce(), first()), sheet)


@window("request: make the copy")
def request_copy(application: Application) -> QWidget:
    runner = JobsAtOnce()
    sheet = GiveSheet(office(), runner, first(), Path.home())
    return frame(application, ReviewPage(office(), Notifier(), runner, first()), sheet)


@window("request: save the documents")
def request_documents(application: Application) -> QWidget:
    sheet = DocumentsSheet(office(), first(), (), lambda: None)
    return frame(application, ReviewPage(office(), Notifier(), JobsAtOnce(), first()), sheet)


@window("request: new")
def request_new(application: Application) -> QWidget:
    desk = office()
    person = people.get(desk, requests.listed(desk)[0].request.person)
    page = PersonPage(desk, Notifier(), person.id)
    return frame(application, page, request_sheet(desk, person.id, person.full_name))
