"""Choosing from long lists, and choosing several."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from psg_desktop.ui.widgets.controls import Control, Option

_KEY = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_MOST_BOXES = 12


def among(options: Sequence[Option], most: int = 50) -> Callable[[str], Sequence[Option]]:
    """Give a finder over a list in memory: options that hold every word typed, in any case."""

    def find(words: str) -> Sequence[Option]:
        wanted = words.casefold().split()
        held = (
            option
            for option in options
            if all(word in f"{option.words} {option.detail}".casefold() for word in wanted)
        )
        return [option for option, _ in zip(held, range(most), strict=False)]

    return find


class SearchChoice(Control):
    """One of a long list, found by typing; `find(words)` gives the options to offer.

    `add_asked(words)` is emitted when the person wants something new; answer with `set_option`.
    """

    add_asked = Signal(str)

    def __init__(self, find: Callable[[str], Sequence[Option]], *, add: str = "") -> None:
        super().__init__()
        self._find = find
        self._chosen: Option | None = None
        self._exact: Option | None = None
        self._offered = QStandardItemModel(self)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Type to find")
        self._completer = QCompleter(self._offered, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(_WORDS)
        self._popup = QListView()
        self._popup.setAccessibleName("Found")
        self._completer.setPopup(self._popup)
        # The stubs do not know that a signal with two shapes is indexed by shape.
        by_index: Any = self._completer.activated
        by_index[QModelIndex].connect(self._choose)
        by_light: Any = self._completer.highlighted
        by_light[QModelIndex].connect(self._light)
        self.line.setCompleter(self._completer)
        self.line.textEdited.connect(self._offer)
        self._add = QPushButton(add)
        self._add.setProperty("role", "link")
        self._add.clicked.connect(lambda: self.add_asked.emit(self.line.text().strip()))
        self.fill(self.line, self._add)
        if not add:
            self._add.hide()

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return (self.line,)

    @override
    def value(self) -> Any:
        return self._chosen.key if self._chosen else None

    @override
    def set_value(self, value: Option | None) -> None:
        self._chosen = value
        self.line.setText(value.words if value else "")

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._popup.hide()
        super().hideEvent(event)

    def set_option(self, option: Option) -> None:
        """Choose something that was just made."""
        self.set_value(option)
        self.edited.emit()

    @override
    def typed(self) -> Any:
        return (self.value(), self.line.text())

    @override
    def problem(self) -> str:
        if self._chosen is None and self.line.text().strip():
            return "Choose one from the list that appears while you type."
        return ""

    def _offer(self, words: str) -> None:
        self._chosen = self._exact = None
        options = self._find(words.strip()) if words.strip() else ()
        self._offered.clear()
        for option in options:
            shown = f"{option.words}  ·  {option.detail}" if option.detail else option.words
            item = QStandardItem(shown)
            item.setData(option, _KEY)
            item.setData(option.words, _WORDS)
            self._offered.appendRow(item)
        exact = [option for option in options if option.words.casefold() == words.casefold()]
        if len(exact) == 1:
            self._chosen = self._exact = exact[0]
        self.edited.emit()

    def _light(self, index: QModelIndex) -> None:
        """Take what the arrows stand on, whose words the line shows already: Tab leaves it so."""
        option = index.data(_KEY) if index.isValid() else None
        self._chosen = option if isinstance(option, Option) else self._exact
        self.edited.emit()

    def _choose(self, index: QModelIndex) -> None:
        option = index.data(_KEY)
        if isinstance(option, Option):
            self.set_value(option)
            self.edited.emit()


class Ticks(Control):
    """Any number of a list; a list longer than twelve can be searched. The value is a tuple."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._options = tuple(options)
        self._boxes: list[QCheckBox] = []
        self._find = QLineEdit()
        self._list = QListWidget()
        if len(options) <= _MOST_BOXES:
            self._boxes = [QCheckBox(option.words.replace("&", "&&")) for option in options]
            for box in self._boxes:
                box.toggled.connect(lambda _on: self.edited.emit())
            self.fill(*self._boxes)
        else:
            self._build_list()

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return tuple(self._boxes) if self._boxes else (self._find, self._list)

    @override
    def name(self, label: str) -> None:
        self.label = label
        for box, option in zip(self._boxes, self._options, strict=False):
            box.setAccessibleName(f"{option.words}, {label}")
        self._find.setAccessibleName(f"Find in {label}")
        self._list.setAccessibleName(label)

    @override
    def value(self) -> tuple[Any, ...]:
        ticked = self._ticked()
        chosen = zip(self._options, ticked, strict=True)
        return tuple(option.key for option, on in chosen if on)

    @override
    def set_value(self, value: Collection[Any] | None) -> None:
        wanted = value or ()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for place, option in enumerate(self._options):
            self._tick(place, on=option.key in wanted)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _ticked(self) -> Iterable[bool]:
        if self._boxes:
            return [box.isChecked() for box in self._boxes]
        items = (self._list.item(place) for place in range(self._list.count()))
        return [item.checkState() is Qt.CheckState.Checked for item in items]

    def _tick(self, place: int, *, on: bool) -> None:
        if self._boxes:
            self._boxes[place].setChecked(on)
        else:
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            self._list.item(place).setCheckState(state)

    def _build_list(self) -> None:
        self._find.setPlaceholderText("Type to find")
        self._find.textChanged.connect(self._narrow)
        for option in self._options:
            item = QListWidgetItem(option.words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.itemChanged.connect(lambda _item: self.edited.emit())
        self._list.setMinimumHeight(160)
        self.fill(self._find, self._list)

    def _narrow(self, words: str) -> None:
        for place, option in enumerate(self._options):
            held = words.casefold() in option.words.casefold()
            self._list.item(place).setHidden(not held)
