"""A list of small rows in a form: aliases, phones, addresses, milestones."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.controls import Control

_LEFT = Qt.AlignmentFlag.AlignLeft
_LOW = Qt.AlignmentFlag.AlignBottom
_MOST_ACROSS = 2
_SETTLED = 60  # milliseconds until a new row has its room: the forms around it grow one by one

Cells = Mapping[str, tuple[str, Control]]


class RowEditor(Control):
    """Rows that can be added and removed; the value is a tuple of dictionaries by cell.

    `cells()` makes the labelled controls of one new row: {"number": ("Number", Line()), ...};
    `noun` is what one row is called, such as "phone number"; rows of more than two cells, or
    `upright` ones, stand below one another.
    """

    def __init__(self, noun: str, cells: Callable[[], Cells], *, upright: bool = False) -> None:
        super().__init__()
        self._noun = noun
        self._cells = cells
        self._upright = upright
        self._rows: list[_EditedRow] = []
        holder = QWidget()  # made before the button, as assistive technology walks in that order
        self._body = QVBoxLayout(holder)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        self._add = button("", "plus")
        self._add.clicked.connect(self.add_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(holder)
        layout.addWidget(self._add, stretch=0)
        layout.setAlignment(self._add, _LEFT)
        self._rename()

    @override
    def parts(self) -> tuple[QWidget, ...]:
        inner = [part for row in self._rows for part in row.parts()]
        return (*inner, self._add)

    @override
    def name(self, label: str) -> None:
        self.label = label
        self._rename()

    @override
    def mark(self, *, wrong: bool) -> None:
        for row in self._rows:
            row.mark(wrong=wrong)

    @override
    def value(self) -> tuple[dict[str, Any], ...]:
        return tuple(row.value() for row in self._rows if not row.is_blank())

    @override
    def set_value(self, value: Sequence[Mapping[str, Any]] | None) -> None:
        for row in tuple(self._rows):
            self._drop(row)
        for values in value or ():
            self._append().show_values(values)
        self._rename()

    @override
    def typed(self) -> Any:
        return tuple(row.typed() for row in self._rows if not row.is_blank())

    @override
    def problem(self) -> str:
        found = ((place, row.problem()) for place, row in enumerate(self._rows, 1))
        return next(
            (f"{_capital(self._noun)} {place}: {said}" for place, said in found if said), ""
        )

    def add_row(self) -> None:
        """Add an empty row and go there."""
        row = self._append()
        self._rename()
        row.parts()[0].setFocus()
        QTimer.singleShot(_SETTLED, row, lambda: _bring_into_sight(row))
        self.edited.emit()

    def _append(self) -> "_EditedRow":
        row = _EditedRow(self._cells(), upright=self._upright)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._body.addWidget(row)
        return row

    def _remove(self, row: "_EditedRow") -> None:
        place = self._rows.index(row)
        self._drop(row)
        self._rename()
        nearest = self._rows[min(place, len(self._rows) - 1)].parts()[0] if self._rows else None
        (nearest or self._add).setFocus()
        self.edited.emit()

    def _drop(self, row: "_EditedRow") -> None:
        self._rows.remove(row)
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _rename(self) -> None:
        another = "another " if self._rows else ("an " if self._noun[0] in "aeiou" else "a ")
        self._add.setText(f"Add {another}{self._noun}")
        self._add.setAccessibleName(self._add.text())
        for place, row in enumerate(self._rows, 1):
            row.name(f"{_capital(self._noun)} {place}")
        self._order()

    def _order(self) -> None:
        """Let Tab go through the rows where the editor stands: Qt puts what is new at the end."""
        parts = self.parts()
        stops = list(parts)
        before = self._add.previousInFocusChain()
        while before is not None and before is not self._add:
            if before not in parts and before.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                stops.insert(0, before)
                break
            before = before.previousInFocusChain()
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)


class _EditedRow(QFrame):
    """One row: its labelled cells and the button that removes it."""

    edited = Signal()
    removed = Signal()

    def __init__(self, cells: Cells, *, upright: bool) -> None:
        super().__init__()
        self._controls = {key: control for key, (_label, control) in cells.items()}
        self._labels = {key: label for key, (label, _control) in cells.items()}
        self._remove = link("Remove")
        self._remove.clicked.connect(self.removed)
        stacked = upright or len(cells) > _MOST_ACROSS
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(way, self)
        layout.setSpacing(8)
        layout.setContentsMargins(0, 0, 0, 0)
        if stacked:
            self.setProperty("role", "card")
            layout.setContentsMargins(12, 8, 12, 8)
        for key, control in self._controls.items():
            layout.addWidget(_labelled(self._labels[key], control), 1)
            # Its parts are put in order one by one; left behind, it would send Tab back to them.
            control.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs forget that None ends it
            control.edited.connect(self.edited)
        self._blank = self.typed()
        layout.addWidget(self._remove)
        layout.setAlignment(self._remove, _LEFT if stacked else _LOW)

    def parts(self) -> tuple[QWidget, ...]:
        inner = [part for control in self._controls.values() for part in control.parts()]
        return (*inner, self._remove)

    def name(self, label: str) -> None:
        for key, control in self._controls.items():
            control.name(f"{self._labels[key]}, {label}")
        self._remove.setAccessibleName(f"Remove {label}")

    def mark(self, *, wrong: bool) -> None:
        for control in self._controls.values():
            control.mark(wrong=wrong and bool(control.problem()))

    def value(self) -> dict[str, Any]:
        return {key: control.value() for key, control in self._controls.items()}

    def typed(self) -> tuple[Any, ...]:
        return tuple(control.typed() for control in self._controls.values())

    def is_blank(self) -> bool:
        return self.typed() == self._blank

    def problem(self) -> str:
        found = (control.problem() for control in self._controls.values())
        return next((said for said in found if said), "")

    def show_values(self, values: Mapping[str, Any]) -> None:
        for key, control in self._controls.items():
            control.set_value(values.get(key))


def _labelled(words: str, control: Control) -> QWidget:
    label = QLabel(words)
    label.setBuddy(control.parts()[0])
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(control)
    return box


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _bring_into_sight(row: QWidget) -> None:
    """Scroll so that all of a new row can be seen, where the window is high enough for it."""
    around = row.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None and row.height() < around.viewport().height():
        around.ensureWidgetVisible(row)
