"""No bar of a window names anybody: lists of windows and shared screens show it to others."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from psg_desktop.domain.cases import CaseKind
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.pages import Page
from tests.ui import program_windows
from tests.ui.every_window import WINDOWS

# Every page about one record, and what else is shown in a window of its own.
SHOWN = [
    "case", "case as at a past day", "case review", "document: text", "meeting: agenda",
    "merge of people", "person page", "place page", "referral page", "request", "request: review",
    "review queue", "room: case",
]  # fmt: skip


@pytest.fixture(scope="module")
def application(qapp: QApplication) -> Application:
    return Application()


@pytest.fixture(scope="module")
def named(application: Application) -> set[str]:
    """Everybody in the sample, every place, and the title of every case and document."""
    with program_windows.office().reading() as unit:
        people, places = unit.people.all(), unit.places.all()
        found = {name for one in people for name in (one.full_name, *one.aliases)}
        found |= {part for one in people for part in one.full_name.split() if len(part) > 4}
        found |= {one.name for one in places}
        found |= {one.title for one in unit.attachments.all()}
        found |= {one.title for one in unit.cases.all() if one.kind is not CaseKind.PROJECT}
        found |= {one.file_name for one in unit.attachments.all()}
    return {one.casefold() for one in found if len(one) > 4}


def titles(window: QWidget) -> Iterator[str]:
    """Give what the bar of a window would say, whichever of its pages is in front."""
    yield window.windowTitle()
    pages = [window, *window.findChildren(Page)] if isinstance(window, Page) else []
    for page in pages or window.findChildren(Page):
        yield page.window_title
    for frame in window.findChildren(Frame):
        yield frame.windowTitle()


@pytest.mark.parametrize("name", SHOWN)
def test_that_no_bar_of_a_window_names_anybody(
    name: str, application: Application, named: set[str]
) -> None:
    window = WINDOWS[name](application)
    try:
        said = [one.casefold() for one in titles(window)]
        assert not [one for one in named for title in said if one in title]
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
