"""Adding documents and opening the page of one, from wherever they are listed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from psg_desktop.casework.attaching.attachments import Owner
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import Attachment
from psg_desktop.domain.ids import AttachmentId, CaseId, MeetingId, ReferralId
from psg_desktop.ui.attachments.add_sheet import AttachSheet
from psg_desktop.ui.attachments.document_page import DocumentPage
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier

_LATER = Qt.ConnectionType.QueuedConnection


class Openers(NamedTuple):
    """What opens the page of each thing that documents belong to."""

    case: Callable[[CaseId], object]
    referral: Callable[[ReferralId], object]
    meeting: Callable[[MeetingId], object]


class Documents(QObject):
    """Makes the sheet and the page in a frame; emits `said(sentence)` for the bar above it."""

    said = Signal(str)

    def __init__(
        self, office: Office, notifier: Notifier, runner: Runner, openers: Openers
    ) -> None:
        super().__init__()
        self._office, self._notifier, self._runner = office, notifier, runner
        self._openers = openers

    def place(self, frame: Frame) -> None:
        """Take the frame that shows them."""
        self._frame = frame

    def serve(self, attach_asked: SignalInstance, document_chosen: SignalInstance) -> None:
        """Serve a page that lists documents."""
        attach_asked.connect(self.attach)
        document_chosen.connect(self.open)

    def attach(self, owner: Owner, files: Sequence[Path]) -> None:
        """Ask what files are, and add them."""
        sheet = AttachSheet(self._office, self._runner, owner, files)
        sheet.attached.connect(self.said)
        self._frame.open_sheet(sheet)

    def open(self, id_: AttachmentId) -> None:
        """Open the page of a document, in the section it was opened from."""
        page = DocumentPage(self._office, self._notifier, self._runner, id_)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.said.connect(self.said)
        page.owner_asked.connect(self._open_owner)
        page.gone.connect(self._frame.go_back, _LATER)
        self._frame.open_page(page, self._frame.section)

    def _open_owner(self, attachment: Attachment) -> None:
        if attachment.case is not None:
            self._openers.case(attachment.case)
        elif attachment.referral is not None:
            self._openers.referral(attachment.referral)
        elif attachment.meeting is not None:
            self._openers.meeting(attachment.meeting)
