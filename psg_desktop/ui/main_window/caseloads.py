"""The list of cases, its preview, its figures of demand, and how it stood on an earlier day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId
from psg_desktop.ui.as_at.case_page import CaseAsAtPage
from psg_desktop.ui.as_at.list_page import CaseloadAsAtPage
from psg_desktop.ui.caseload.page import CaseloadPage
from psg_desktop.ui.caseload.preview import CasePreview
from psg_desktop.ui.demand.page import CaseloadDemandPage
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page

SECTION = "caseload"


class Caseloads(QObject):
    """Makes these pages in a frame; `open_case` is called for a case chosen on any of them."""

    new_case_asked = Signal()

    def __init__(
        self, office: Office, notifier: Notifier, open_case: Callable[[CaseId], object]
    ) -> None:
        super().__init__()
        self._office, self._notifier, self._open_case = office, notifier, open_case

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the pages."""
        self._frame = frame

    def page(self) -> Page:
        """Make the list of cases."""
        page = CaseloadPage(self._office, self._notifier)
        page.case_opened.connect(self._open_case)
        page.case_previewed.connect(self.preview)
        page.case_chosen.connect(self._follow_choice)
        page.as_at_asked.connect(self._list_as_at)
        page.demand_asked.connect(self._demand)
        page.new_case_asked.connect(self.new_case_asked)
        page.import_asked.connect(lambda: self._frame.go("import"))
        return page

    def preview(self, id_: CaseId) -> None:
        """Show a case in short beside the list, or put the pane away."""
        side = self._frame.side
        if side.previewing:
            side.show_preview(shown=False)
            return
        side.show_preview(shown=True)
        self._show_preview(id_)

    def open_as_at(self, case: CaseId, day: date | None = None) -> None:
        """Open a case as it stood on a day."""
        page = CaseAsAtPage(self._office, case, day or self._office.today())
        self._frame.open_page(page, SECTION)

    def _list_as_at(self) -> None:
        page = CaseloadAsAtPage(self._office)
        page.case_opened.connect(self.open_as_at)
        self._frame.open_page(page, SECTION)

    def _demand(self) -> None:
        self._frame.open_page(CaseloadDemandPage(self._office, self._notifier), SECTION)

    def _follow_choice(self, id_: CaseId | None) -> None:
        if id_ is not None and self._frame.side.previewing:
            self._show_preview(id_)

    def _show_preview(self, id_: CaseId) -> None:
        preview = CasePreview(self._office, id_)
        preview.opened.connect(self._open_case)
        self._frame.side.preview.show_widget(preview)
