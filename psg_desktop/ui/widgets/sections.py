"""Pieces of a page to be read: titled cards, lists of facts, entries of a time line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from psg_desktop.reference import tokens
from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.chips import Status, StatusChip
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label, readable, rule


class Card(QFrame):
    """A surface with a title, tools to the right of it, and a body below one another."""

    def __init__(self, title: str, *tools: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._title = label(title, "section")
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(FlowRow(self._title, *tools, apart=True))
        layout.addLayout(self.body)

    def retitle(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def add(self, widget: QWidget) -> None:
        """Put *widget* below the others."""
        self.body.addWidget(widget)

    def clear(self) -> None:
        """Remove what is in the body."""
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class Facts(QWidget):
    """What is known, as pairs of a term and its words or status."""

    def __init__(self, facts: Sequence[tuple[str, str | Status]] = ()) -> None:
        super().__init__()
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(20)
        self._layout.setVerticalSpacing(6)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[tuple[str, str | Status]]) -> None:
        """Show other facts; a fact without words is left out."""
        while self._layout.rowCount():
            self._layout.removeRow(0)
        for term, fact in facts:
            if fact:
                self._layout.addRow(label(term, "secondary"), _shown(fact))


def _shown(fact: str | Status) -> QWidget:
    return StatusChip(fact) if isinstance(fact, Status) else readable(fact)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a time line: when, what kind and from whom, the text, and a heading."""

    key: object
    when: str
    kind: str
    text: str
    heading: str = ""
    icon: str = "note"


class TimeLine(QWidget):
    """Entries from the newest down, each with its kind and date beside it."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, entry in enumerate(entries):
            if place:
                self._column.addWidget(rule())
            self._column.addWidget(_EntryLine(entry))


class _EntryLine(QWidget):
    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.setAccessibleName(f"{entry.when}, {entry.kind}: {entry.heading or entry.text[:80]}")
        look = appearance.current()
        icon = QLabel()
        icon.setPixmap(appearance.pixmap(entry.icon, "ink2", look.px(18)))
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(entry.when, "strong"))
        head.addWidget(label(entry.kind, "secondary"))
        head.addStretch()
        words.addLayout(head)
        if entry.heading:
            words.addWidget(readable(entry.heading, "strong"))
        words.addWidget(readable(entry.text))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 8, 0, 8)
        across.setSpacing(12)
        across.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)


class ReadingColumn(QScrollArea):
    """One column of cards that a person can read, never wider than a page; it scrolls."""

    reached = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts: dict[str, QWidget] = {}
        self._inside = QWidget()
        middle = QHBoxLayout(self._inside)
        middle.setContentsMargins(0, 0, 12, 12)
        column = QWidget()
        column.setMaximumWidth(appearance.current().px(tokens.measures().reading_width))
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addStretch()
        middle.addWidget(column, 1)
        middle.addStretch()
        self.setWidget(self._inside)

    def add(self, key: str, part: QWidget) -> None:
        """Put a part below the others; `go(key)` scrolls to it."""
        self._parts[key] = part
        self._column.insertWidget(self._column.count() - 1, part)

    def go(self, key: str) -> None:
        """Scroll so that the part *key* stands at the top."""
        part = self._parts[key]
        self._twice(lambda: self._scroll(part))
        self.reached.emit(key)

    def go_into(self, key: str, inside: QWidget) -> None:
        """Scroll so that something *inside* the part *key* is seen."""
        self.go(key)
        self._twice(lambda: self.ensureWidgetVisible(inside, 0, inside.height()))

    def _twice(self, scroll: Callable[[], None]) -> None:
        """Scroll now, and once more when the parts of a page just opened have their heights."""
        scroll()
        QTimer.singleShot(0, self, scroll)

    def _scroll(self, part: QWidget) -> None:
        self.verticalScrollBar().setValue(part.mapTo(self._inside, part.rect().topLeft()).y())
