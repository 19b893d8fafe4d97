"""One entry of a list on a page: its mark, words, facts, and what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from psg_desktop.ui.parts.passages import Passage, breakable, shortened
from psg_desktop.ui.widgets.buttons import LinkLine, button, menu_button
from psg_desktop.ui.widgets.chips import Status, StatusChip
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label

_MOST_IN_A_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that can be done with an entry."""

    words: str
    done: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one entry says.

    Attributes:
        key: Tells it from the others, so that the focus finds it again after a change.
        title: Its own words; with `opens` a link that opens what it names.
        marks: Statuses or plain words above the title.
        facts: One line of facts below the title.
        text: A longer text below the facts.
        about: What the text is called for assistive technology.
        spoken: What the link is called, where other entries have the same title.
    """

    key: object
    title: str
    marks: tuple[Status | str, ...] = ()
    facts: str = ""
    text: str = ""
    about: str = "Text"
    spoken: str = ""
    opens: Callable[[], object] | None = None
    steps: Sequence[Step] = ()


class EntryLine(QWidget):
    """Shows an entry; the first step is a button, any others stand in a menu beside it."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.key = entry.key
        self._named = shortened(entry.title, _MOST_IN_A_NAME)
        self.buttons = self._steps(entry.steps)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(3)
        title = self._title(entry)
        if entry.marks:
            # Marks that find no room beside the buttons go on in the next line, none is cut off.
            layout.addLayout(self._line(FlowRow(*map(_mark, entry.marks))))
            layout.addWidget(title)
        else:
            layout.addLayout(self._line(title))
        if entry.facts:
            layout.addWidget(label(breakable(entry.facts), "secondary", wrap=True))
        if entry.text:
            layout.addWidget(Passage(entry.text, entry.about))

    def _title(self, entry: Entry) -> QWidget:
        if entry.opens is None:
            return Passage(entry.title, "Title", "strong")
        made = LinkLine(breakable(shortened(entry.title)))
        made.setAccessibleName(shortened(entry.spoken or entry.title))
        made.setToolTip(entry.title)
        opens = entry.opens
        made.clicked.connect(lambda *_: opens())
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(made, 1)
        self.opener = made
        return holder

    def _line(self, first: QWidget) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(12)
        middle = (
            Qt.AlignmentFlag.AlignVCenter if isinstance(first, FlowRow) else Qt.AlignmentFlag(0)
        )
        across.addWidget(first, 1, middle)
        for each in self.buttons:
            across.addWidget(each, alignment=Qt.AlignmentFlag.AlignTop)
        return across

    def _steps(self, steps: Sequence[Step]) -> list[QPushButton]:
        if not steps:
            return []
        first, *others = steps
        shown = [button(first.words)]
        done = first.done
        shown[0].clicked.connect(lambda *_: done())
        if len(others) == 1:
            shown.append(button(others[0].words))
            then = others[0].done
            shown[1].clicked.connect(lambda *_: then())
        elif others:
            shown.append(menu_button("More", [self._action(step) for step in others]))
        for each in shown:
            each.setAccessibleName(f"{each.text()}: {self._named}")
        return shown

    def _action(self, step: Step) -> QAction:
        made = QAction(step.words, self)
        made.triggered.connect(lambda *_: step.done())
        return made


def _mark(mark: Status | str) -> QWidget:
    return StatusChip(mark) if isinstance(mark, Status) else label(mark, "secondary")
