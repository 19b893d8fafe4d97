"""What lists and pages of records share: where they stand, and the ways out of one of them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.main_window.records import Records
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.record_page import RecordPage


class RecordPages(QObject):
    """Makes pages in a frame; `open_case` is called for a case chosen on any of them."""

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        records: Records,
        open_case: Callable[[CaseId], object],
    ) -> None:
        super().__init__()
        self._office, self._notifier = office, notifier
        self._records, self._open_case = records, open_case

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the pages."""
        self._frame = frame

    def _show(self, page: RecordPage, section: str) -> None:
        """Open the page of one record, with the ways to cases, people and places."""
        page.sheet_asked.connect(self._frame.open_sheet)
        page.case_chosen.connect(self._open_case)
        page.party_chosen.connect(self._records.open_party)
        page.gone.connect(self._frame.go_back, Qt.ConnectionType.QueuedConnection)
        self._frame.open_page(page, section)
