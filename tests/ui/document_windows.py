"""The windows around documents, on the made-up caseload."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from psg_desktop.casework.attaching import attachments
from psg_desktop.casework.attaching.attachments import Owner
from psg_desktop.domain.attachments import Attachment, FileSort
from psg_desktop.ui.application import Application
from psg_desktop.ui.attachments.add_sheet import AttachSheet
from psg_desktop.ui.attachments.copy_sheet import copy_sheet
from psg_desktop.ui.attachments.describing import change_sheet
from psg_desktop.ui.attachments.document_page import DocumentPage
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.widgets.side_sheet import SideSheet
from tests.ui.list_windows import frame
from tests.ui.program_windows import office
from tests.ui.windows import window


def kept(sort: FileSort) -> Attachment:
    """Give a document of the sample."""
    with office().reading() as unit:
        return next(one for one in unit.attachments.all() if one.sort is sort)


def page(application: Application, sort: FileSort, sheet: SideSheet | None = None) -> QWidget:
    """Make the page of a document, with its picture drawn at once."""
    made = DocumentPage(office(), Notifier(), JobsAtOnce(), kept(sort).id)
    shown = frame(application, made, sheet) if sheet else frame(application, made)
    if sort.previewed and sort is not FileSort.TEXT:
        made.preview.pages.wanted.emit(0, 640)
    return shown


@window("document: text")
def text_document(application: Application) -> QWidget:
    return page(application, FileSort.TEXT)


@window("document: picture")
def picture_document(application: Application) -> QWidget:
    return page(application, FileSort.PICTURE)


@window("document: pdf")
def pdf_document(application: Application) -> QWidget:
    return page(application, FileSort.PDF)


@window("document: copy")
def copying(application: Application) -> QWidget:
    known = kept(FileSort.TEXT)
    sheet = copy_sheet(office(), known, QWidget(), lambda _said: None)
    return page(application, FileSort.TEXT, sheet)


@window("document: change")
def changing(application: Application) -> QWidget:
    return page(application, FileSort.TEXT, change_sheet(office(), kept(FileSort.TEXT)))


def _case(application: Application, sheet: Callable[[Owner], SideSheet] | None = None) -> QWidget:
    case = kept(FileSort.TEXT).case
    assert case is not None
    screen = CaseScreen(office(), Notifier(), case)
    shown = (
        frame(application, screen, sheet(Owner(case=case))) if sheet else frame(application, screen)
    )
    QTimer.singleShot(0, screen, lambda: screen.go("documents"))
    return shown


@window("case: documents")
def documents(application: Application) -> QWidget:
    assert attachments.get(office(), kept(FileSort.TEXT).id)
    return _case(application)


@window("document: add")
def adding(application: Application) -> QWidget:
    file = Path("Letter_to_the_landlord.pdf")
    return _case(application, lambda owner: AttachSheet(office(), JobsAtOnce(), owner, (file,)))
