"""What a document looks like: text as plain text, pictures and PDF as pixels drawn elsewhere."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.attaching import attachments, previewing
from psg_desktop.casework.attaching.previewing import Drawn, ShownText
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import Attachment, FileSort
from psg_desktop.faults import Fault
from psg_desktop.ui import appearance
from psg_desktop.ui.jobs import Ending, Job, Progress, Runner
from psg_desktop.ui.parts.record_cards import LiveCard
from psg_desktop.ui.widgets.drawn_pages import DrawnPages
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import attachments as words

_HEIGHT = 560
_CUT = "Only the beginning is shown. Save a copy outside the vault to read the rest."


class _Visit:
    """Somebody looks at the page; it outlives the card, so that a late drawing finds nobody."""

    def __init__(self) -> None:
        self.left = False
        self.job = Job()

    def leave(self) -> None:
        """Have nothing drawn any more."""
        self.left = True
        self.job.cancel()


class PreviewCard(LiveCard):
    """Shows one document, in its own time; what cannot be shown is said in a sentence."""

    def __init__(self, office: Office, runner: Runner) -> None:
        super().__init__("Preview")
        self._office, self._runner = office, runner
        self._visit = visit = _Visit()
        self.destroyed.connect(visit.leave)
        self._content = b""
        self.pages = DrawnPages("Pages of the document")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Text of the document")
        self.note = label(role="secondary", wrap=True)
        self._room = QWidget()
        inside = QVBoxLayout(self._room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.text)
        for part in (self.note, self.pages, self._room):
            self.add(part)
            part.hide()
        self.pages.wanted.connect(self._want)

    def show_document(self, attachment: Attachment) -> None:
        """Show a document, once."""
        self._attachment = attachment
        if attachment.sort is FileSort.TEXT:
            self._run_text()
        elif attachment.sort.previewed:
            self.pages.setMinimumHeight(appearance.current().px(_HEIGHT))
            self.pages.show()
            self.pages.begin()
        else:
            self._say(words.not_shown(attachment.sort))

    @override
    def clear(self) -> None:
        """Keep the parts: this card is drawn once."""

    def _run_text(self) -> None:
        id_ = self._attachment.id

        def read(_progress: Progress) -> ShownText:
            return previewing.text(attachments.content(self._office, id_))

        self._visit.job = self._runner.run(read, Ending(done=self._show_text, failed=self._fail))

    def _want(self, page: int, width: int) -> None:
        self._visit.job.cancel()
        known, held = self._attachment, self._content

        def draw(progress: Progress) -> tuple[bytes, Drawn]:
            content = held or attachments.content(self._office, known.id)
            watch = lambda: progress(0, 0)  # noqa: E731 - the shape the drawing asks for
            return content, previewing.page(known.sort, content, page, width, watch)

        self._visit.job = self._runner.run(draw, Ending(done=self._show_page, failed=self._fail))

    def _show_page(self, found: tuple[bytes, Drawn]) -> None:
        if self._visit.left:
            return
        self._content, drawn = found
        self.note.hide()
        rows = 3 * drawn.width
        image = QImage(drawn.pixels, drawn.width, drawn.height, rows, QImage.Format.Format_RGB888)
        self.pages.show_page(image.copy(), drawn.pages, drawn.words)

    def _show_text(self, shown: ShownText) -> None:
        if self._visit.left:
            return
        self.text.setPlainText(shown.text)
        # The style sheet says how low a field of text may be; what holds it says otherwise here.
        self._room.setMinimumHeight(appearance.current().px(_HEIGHT))
        self._room.show()
        if shown.cut:
            self._say(_CUT)

    def _fail(self, problem: Exception) -> None:
        if not isinstance(problem, Fault):
            raise problem
        if not self._visit.left:
            self.pages.hide()
            self._say(str(problem))

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.show()
