"""One text to be decided: the original beside exactly the words that will be printed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from psg_desktop.privacy.identities.kinds import Span as FoundSpan
from psg_desktop.ui import appearance
from psg_desktop.ui.packs.wording import Mark, Wording
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.marked_text import Span
from psg_desktop.ui.widgets.text_compare import TextCompare

_LEAST = 88
PRINT_IT, MASK_IT = "Print this word", "Mask it"
_KNOWN = (
    "This is somebody or somewhere the vault knows, so it stays masked. "
    "Write your own words instead."
)
_NOTHING = "Select words of the original first, or go to a mark with F8."
_READING = Qt.TextInteractionFlag.TextSelectableByMouse
_READING |= Qt.TextInteractionFlag.TextSelectableByKeyboard


class WordingPane(QWidget):
    """Shapes one wording; `shaped` when its words changed, `edit_began` when typing began."""

    shaped = Signal()
    edit_began = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.compare = TextCompare(
            "As it was written", "As it will be printed", (PRINT_IT, MASK_IT)
        )
        self.compare.leave_keys()
        for side in (self.compare.left, self.compare.right):
            # Takes what is left of the page, so that the buttons below stay in view.
            side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            side.setMinimumHeight(appearance.current().px(_LEAST))
        self.problem = label(role="problem", wrap=True)
        self.problem.hide()
        self._wording = Wording(original="", marks=())
        self._before: Wording | None = None
        self._selected = (0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.problem)
        layout.addWidget(self.compare, 1)
        self.compare.walked.connect(self._follow)
        self.compare.answered.connect(self._answer)
        self.compare.edited.connect(self._type)
        self.compare.left.selected.connect(self._select_left)
        self.compare.right.selected.connect(self._select_right)

    @property
    def wording(self) -> Wording:
        """Give the wording as it stands."""
        return self._wording

    @property
    def editing(self) -> bool:
        """Tell whether own words are being typed."""
        return self._before is not None

    def show_wording(self, wording: Wording) -> None:
        """Show another text; its first doubtful mark is gone to."""
        self._leave_editing()
        self._wording = wording
        self.say("")
        self._draw()
        waiting = [one for one in wording.doubtful if not one.lifted]
        if waiting and wording.own is None:
            self._go(waiting[0])

    def say(self, sentence: str, found: Sequence[FoundSpan] = ()) -> None:
        """Say what stands against the words, and mark it in them."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.compare.right.setAccessibleDescription(sentence)
        if sentence:
            announce(self, sentence, urgent=True)
            self.compare.right.show_spans(
                [Span(one.start, one.end, "doubtful", one.why) for one in found]
            )

    def print_it(self) -> None:
        """Print the original words of the mark gone to, if a person may decide that."""
        self._decide(lifted=True)

    def mask_it(self) -> None:
        """Mask the words selected, or the mark gone to again."""
        start, end = self._selected
        if start < end:
            self._shape(self._wording.masking(start, end))
            self._selected = (0, 0)
        else:
            self._decide(lifted=False)

    def edit(self) -> None:
        """Let own words be typed in place of the proposal."""
        if self.editing:
            return
        self._before = self._wording
        right = self.compare.right
        right.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        right.setReadOnly(False)
        right.show_spans(())
        right.setFocus()
        self.edit_began.emit()

    def drop_edit(self) -> None:
        """Go back to the words there were before typing began."""
        if self._before is not None:
            self._shape(self._before)

    def _shape(self, wording: Wording) -> None:
        self._leave_editing()
        self._wording = wording
        self.say("")
        self._draw()
        self.shaped.emit()

    def _draw(self) -> None:
        wording = self._wording
        left = [Span(one.start, one.end, _kind(one), _words(one)) for one in wording.marks]
        right = [
            Span(one.start, one.end, _kind(one.mark), _words(one.mark)) for one in wording.placed
        ]
        self.compare.show_texts((wording.original, left), (wording.words, right))

    def _leave_editing(self) -> None:
        if self._before is None:
            return
        self._before = None
        right = self.compare.right
        right.setReadOnly(True)
        right.setTextInteractionFlags(_READING)
        if right.hasFocus():
            self.compare.left.setFocus()

    def _type(self, words: str) -> None:
        if self.editing:
            self._wording = self._wording.saying(words)
            self.problem.hide()
            self.shaped.emit()

    def _answer(self, _span: Span, action: str) -> None:
        self.print_it() if action == PRINT_IT else self.mask_it()

    def _decide(self, *, lifted: bool) -> None:
        span = self.compare.left.current
        mark = self._wording.mark_at(span.start, span.end) if span is not None else None
        if mark is None:
            self.say(_NOTHING, ())
        elif not mark.doubtful:
            self.say(_KNOWN)
            self._draw_keeping(mark)
        else:
            self._shape(self._wording.lifting(mark, lifted=lifted))
            self._go_on(mark)

    def _draw_keeping(self, mark: Mark) -> None:
        self._draw()
        self._go(mark)

    def _go_on(self, mark: Mark) -> None:
        """Go to the next doubtful mark that is still masked, or stay at this one."""
        later = [one for one in self._wording.doubtful if one.start > mark.start and not one.lifted]
        here = self._wording.mark_at(mark.start, mark.end)
        target = later[0] if later else here
        if target is not None:
            self._go(target)

    def _go(self, mark: Mark) -> None:
        for span in self.compare.left.spans:
            if (span.start, span.end) == (mark.start, mark.end):
                self.compare.left.go(span)

    def _follow(self, span: Span) -> None:
        """Show the same mark in the words that will be printed."""
        self._selected = (0, 0)
        for placed in self._wording.placed:
            if (placed.mark.start, placed.mark.end) == (span.start, span.end):
                for beside in self.compare.right.spans:
                    if beside.start == placed.start:
                        self.compare.right.go(beside)

    def _select_left(self, start: int, end: int) -> None:
        self._selected = (start, end)

    def _select_right(self, start: int, end: int) -> None:
        if not self.editing and start < end:
            self._selected = self._wording.original_of(start, end)


def _kind(mark: Mark) -> str:
    if mark.lifted:
        return "kept"
    return "doubtful" if mark.doubtful else "masked"


def _words(mark: Mark) -> str:
    if mark.lifted:
        return f"Printed as it was written. It {mark.why}."
    if mark.doubtful:
        return f"Doubtful, printed as {mark.placeholder}. It {mark.why}."
    return f"Printed as {mark.placeholder}. It {mark.why}."
