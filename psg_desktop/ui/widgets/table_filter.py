"""What drops down from the arrow of a column: values with counts, words held, or from and to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.rows import Between, Filter, Holding, Sift, Ticked, ValueCount

_VALUE = Qt.ItemDataRole.UserRole


class TableFilter(QFrame):
    """A small window under a heading; `asked` carries a filter, or None to show all again."""

    asked = Signal(object)

    def __init__(self, heading: str, body: "_Body", parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(f"Filter {heading}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._body = body
        title = QLabel(f"Filter {heading}")
        title.setProperty("role", "label")
        apply = QPushButton("Filter")
        apply.setProperty("role", "primary")
        everything = QPushButton("Show all")
        apply.clicked.connect(self._apply)
        everything.clicked.connect(self._clear)
        body.entered.connect(self._apply)
        buttons = QHBoxLayout()
        buttons.addWidget(apply)
        buttons.addWidget(everything)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(title)
        layout.addWidget(body)
        layout.addLayout(buttons)
        self.setMinimumWidth(appearance.current().px(260))

    def _apply(self) -> None:
        self.asked.emit(self._body.filter())
        self.close()

    def _clear(self) -> None:
        self.asked.emit(None)
        self.close()


class _Body(QWidget):
    entered = Signal()

    def filter(self) -> Filter | None:
        """Give what was chosen, or None when nothing holds a row back."""
        raise NotImplementedError


class Values(_Body):
    """A list of values to tick, with a box to find one."""

    def __init__(self, heading: str, values: Sequence[ValueCount], now: Filter | None) -> None:
        super().__init__()
        self._list = QListWidget()
        self._list.setAccessibleName(f"Values of {heading}")
        ticked = now.values if isinstance(now, Ticked) else None
        for value in values:
            item = QListWidgetItem(f"{value.words or '(empty)'}  ({value.count:,})")
            item.setData(_VALUE, value.value)
            chosen = ticked is None or value.value in ticked
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._find = _line(f"Find a value of {heading}", "Find a value")
        self._find.textChanged.connect(self._narrow)
        self._only = QPushButton("Tick none")
        self._only.setProperty("role", "link")
        self._only.clicked.connect(self._turn)
        layout = _column(self)
        layout.addWidget(self._find)
        layout.addWidget(self._list)
        layout.addWidget(self._only)
        self.setFocusProxy(self._find)

    @override
    def filter(self) -> Filter | None:
        """Give the ticked values, or None when all are."""
        ticked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        if len(ticked) == self._list.count():
            return None
        return Ticked(frozenset(item.data(_VALUE) for item in ticked))

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(place) for place in range(self._list.count())]

    def _narrow(self, words: str) -> None:
        for item in self._items():
            item.setHidden(words.casefold() not in item.text().casefold())

    def _turn(self) -> None:
        ticked = any(item.checkState() is Qt.CheckState.Checked for item in self._items())
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        self._only.setText("Tick all" if ticked else "Tick none")


class Contains(_Body):
    """One line: rows that hold these words."""

    def __init__(self, heading: str, now: Filter | None) -> None:
        super().__init__()
        self._words = _line(f"{heading} contains", "Contains")
        self._words.setText(now.words if isinstance(now, Holding) else "")
        self._words.returnPressed.connect(self.entered)
        _column(self).addWidget(self._words)
        self.setFocusProxy(self._words)

    @override
    def filter(self) -> Filter | None:
        """Give the words, or None when there are none."""
        words = self._words.text().strip()
        return Holding(words) if words else None


class Range(_Body):
    """Two lines: from and to, as typed; the screen reads them as dates or numbers."""

    def __init__(self, heading: str, now: Filter | None) -> None:
        super().__init__()
        before = now if isinstance(now, Between) else Between("", "")
        self._first = _line(f"{heading} from", "")
        self._last = _line(f"{heading} to", "")
        layout = _column(self)
        for words, line, text in (
            ("From", self._first, before.first),
            ("To", self._last, before.last),
        ):
            label = QLabel(words)
            label.setBuddy(line)
            line.setText(text)
            line.returnPressed.connect(self.entered)
            layout.addWidget(label)
            layout.addWidget(line)
        self.setFocusProxy(self._first)

    @override
    def filter(self) -> Filter | None:
        """Give both ends, or None when both are open."""
        first, last = self._first.text().strip(), self._last.text().strip()
        return Between(first, last) if first or last else None


def body(kind: Sift, heading: str, values: Sequence[ValueCount], now: Filter | None) -> _Body:
    """Give what the drop-down of a column holds."""
    if kind is Sift.VALUES:
        return Values(heading, values, now)
    return Contains(heading, now) if kind is Sift.CONTAINS else Range(heading, now)


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    return layout
