"""Two records side by side: which value stands is chosen, lists are joined."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QWidget,
)
from typing_extensions import override

from psg_desktop.ui.merging.facts import CHOICES
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.widgets.labels import label

Facts = Mapping[str, tuple[str, str]]
_NONE = "nothing"
_OTHERS = Qt.FocusPolicy.ClickFocus


class _Words(QLabel):
    """What a record says; as high as its lines are, which a grid does not ask in time."""

    def __init__(self, words: str) -> None:
        super().__init__(breakable(words) or _NONE)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setProperty("role", "" if words else "secondary")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))


class Comparison(QWidget):
    """Shows the record that stays at the left; `theirs()` gives where the right value stands."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Both records side by side")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._groups: dict[str, QButtonGroup] = {}
        self._seen: object = None

    def show_records(self, kept: Facts, other: Facts) -> None:
        """Show two records field by field; fields that neither fills are left out.

        What was chosen stays chosen while the records say the same.
        """
        if (kept, other) == self._seen:
            return
        self._seen = (kept, other)
        self._clear()
        for column, words in ((1, "Stays"), (2, "Is merged into it")):
            self._grid.addWidget(label(words, "strong"), 0, column)
        row = 1
        for name, (term, mine) in kept.items():
            theirs = other[name][1]
            if not mine and not theirs:
                continue
            differs = name in CHOICES and mine != theirs
            at = Qt.AlignmentFlag.AlignVCenter if differs else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label(term, "secondary"), row, 0, alignment=at)
            if differs:
                self._add_choice(row, name, term, (mine, theirs))
            else:
                self._add_both(row, mine, theirs)
            row += 1

    def theirs(self) -> frozenset[str]:
        """Give the fields in which the value of the record at the right is to stand."""
        return frozenset(name for name, group in self._groups.items() if group.checkedId() == 1)

    def _add_choice(self, row: int, name: str, term: str, values: tuple[str, str]) -> None:
        group = QButtonGroup(self)
        for side, words in enumerate(values):
            chosen = QRadioButton()
            which = "the record that goes" if side else "the record that stays"
            chosen.setAccessibleName(f"{term}: {words or _NONE}, of {which}")
            chosen.setFocusPolicy(_OTHERS)
            chosen.toggled.connect(partial(_tab_to_chosen, chosen))
            group.addButton(chosen, side)
            cell = QWidget()
            across = QHBoxLayout(cell)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(8)
            across.addWidget(chosen, alignment=Qt.AlignmentFlag.AlignTop)
            across.addWidget(_Words(words), 1)
            self._grid.addWidget(cell, row, side + 1)
        # What only the other record knows is not lost by leaving the choice as it is.
        group.button(int(not values[0])).setChecked(True)
        self._groups[name] = group

    def _add_both(self, row: int, mine: str, theirs: str) -> None:
        for column, words in ((1, mine), (2, theirs)):
            self._grid.addWidget(_Words(words), row, column)

    def _clear(self) -> None:
        for group in self._groups.values():
            group.deleteLater()
        self._groups = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _tab_to_chosen(button: QRadioButton, on: bool) -> None:  # noqa: FBT001 - the shape of the signal
    """Let Tab stop at the chosen value; the arrow keys lead to the other one."""
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else _OTHERS)
