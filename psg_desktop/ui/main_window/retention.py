"""The page of retention, and the ways from it to what is due."""

from collections.abc import Callable
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.domain.lists import Found, FoundKind
from psg_desktop.domain.retention import DueKind
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.retention.page import RetentionPage


def retention_page(
    office: Office, notifier: Notifier, frame: Frame, opened: Callable[[Found], object]
) -> RetentionPage:
    """Make the page; *opened* shows what is chosen on it."""
    page = RetentionPage(office, notifier)
    page.sheet_asked.connect(frame.open_sheet)

    def follow(about: DueKind, id_: UUID) -> None:
        opened(Found(kind=FoundKind(about.value), id=id_, label="", detail=""))

    page.record_chosen.connect(follow)
    return page
