"""The pages of an approved pack: looked at, printed or saved, and the release recorded once."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.packing.packs import ApprovedPack
from psg_desktop.documents.pdf.preview import page_count
from psg_desktop.domain.releases import Release
from psg_desktop.faults import Fault
from psg_desktop.paths import documents_folder
from psg_desktop.ui.packs import choosers
from psg_desktop.ui.packs.printing import picture, put_on_paper
from psg_desktop.ui.pages import Page
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button, primary
from psg_desktop.ui.widgets.pdf_view import PdfView
from psg_desktop.words import dates


class ReleasePage(Page):
    """Shows the pages from memory; the release is recorded when they are first saved or printed."""

    def __init__(self, office: Office, approved: ApprovedPack, pdf: bytes) -> None:
        meeting_on = approved.pack.contents.meeting_on
        super().__init__(f"Pack for {dates.grid(meeting_on)}")
        self._office, self._approved, self._pdf = office, approved, pdf
        self._name = f"{dates.iso(meeting_on)}-delivery-group-pack.pdf"
        self._folder = documents_folder()
        self._count = page_count(pdf)
        self.release: Release | None = None
        self.banner = Banner()
        self.view = PdfView("Pages of the pack")
        self.save = primary("Save as PDF…", "save")
        self.save.clicked.connect(self.save_file)
        self.print = button("Print…", "print")
        self.print.clicked.connect(self.print_pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.banner)
        layout.addWidget(self.view, 1)
        self.view.show_document(self._count, lambda page, width: picture(self._pdf, page, width))
        self._tell()

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.print, self.save)

    @override
    def focus_start(self) -> None:
        self.view.setFocus()

    def save_file(self) -> None:
        """Save the pages where the worker says."""
        place = choosers.save_place(self, self._folder / self._name)
        if place is None:
            return
        try:
            packs.save(self._pdf, place)
        except Fault as fault:
            self.banner.say(str(fault), Tone.PROBLEM)
            return
        self._folder = place.parent
        self._record(f"Saved as {place.name} in {_folder(place)}.")

    def print_pages(self) -> None:
        """Print the pages on the printer the worker chooses."""
        printer = choosers.printer(self, self._count)
        if printer is None:
            return
        try:
            count = put_on_paper(self._pdf, printer)
        except Fault as fault:
            self.banner.say(str(fault), Tone.PROBLEM)
            return
        self._record(f"{_pages(count)} sent to the printer.")

    def _record(self, said: str) -> None:
        if self.release is None:
            self.release = packs.record_release(self._office, self._approved, self._pdf)
            said = f"{said} This release is recorded under Packs."
        self.banner.say(said, Tone.SUCCESS)
        self._tell()

    def _tell(self) -> None:
        version = f"version {self._approved.pack.version}"
        state = "recorded" if self.release else "not yet printed or saved"
        self.retitle(summary=f"{_pages(self._count)}, {version}, {state}")


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count:,} pages"


def _folder(place: Path) -> str:
    return str(place.parent)
