"""The rail at the left: one list of sections and their saved views, one key to reach each."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)
from typing_extensions import override

from psg_desktop.reference import tokens
from psg_desktop.ui import appearance
from psg_desktop.ui.pages import Section

_PLACE = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1
_WORDS = Qt.ItemDataRole.UserRole + 2
_COUNT = Qt.ItemDataRole.UserRole + 3
_NUMBERED = 9
# Heights in pixels at 100 %: of a section, of a view. The snug ones let every line of the longest
# rail stand in a window 720 pixels high; no target may be lower than 24.
_ROOMY, _SNUG = (34, 28), (25, 24)
# Above and below the lines: the margins of the rail and the border of the list.
_AROUND = 2 * (4 + 2)


class Rail(QFrame):
    """Emits `chosen(section, view)`; `show_count` puts a number behind a line."""

    chosen = Signal(str, str)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.list = QListWidget()
        self.list.setObjectName("sections")
        self.list.setAccessibleName("Sections")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._folding = frozenset(one.key for one in sections if one.folds)
        for number, section in enumerate(sections, 1):
            self._add((section.key, ""), section.words, section.icon)
            if number <= _NUMBERED:
                self.list.item(self.list.count() - 1).setToolTip(f"Alt+{number}")
            for view in section.views:
                self._add((section.key, view.key), view.words, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 4)
        layout.addWidget(self.list)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemClicked.connect(self._again)
        self.list.itemSelectionChanged.connect(self._keep_the_mark)
        self._fold("")
        self.wear()

    def show_place(self, section: str, view: str) -> None:
        """Mark where the window is, without going there."""
        blocked = self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for item in self._items():
            if item.data(_PLACE) == (section, view):
                self.list.setCurrentItem(item)
        self._fold(section)
        self.list.blockSignals(blocked)

    def show_count(self, section: str, view: str, count: int, of: str = "") -> None:
        """Put *count* behind a line, nothing for 0; *of* says what is counted, such as "case"."""
        for item in self._items():
            if item.data(_PLACE) == (section, view):
                words = item.data(_WORDS)
                told = f"{count:,} {of}{'' if count == 1 else 's'}" if of else f"{count:,}"
                item.setText(f"{words}  {told}" if count else words)
                item.setData(_COUNT, f"{count:,}" if count else "")
                if of:
                    item.setToolTip(told if count else "")

    def wear(self) -> None:
        """Draw icons and heights anew in the current look."""
        look = appearance.current()
        self.setFixedWidth(look.px(tokens.measures().rail_width) + 8)
        side = look.px(18)
        self.list.setIconSize(QSize(side, side))
        for item in self._items():
            name = item.data(_ICON)
            if name:
                item.setIcon(QIcon(appearance.pixmap(name, "ink2", side)))
        self._space()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _space(self) -> None:
        """Give every line as much height as the window has for it, between snug and roomy."""
        look = appearance.current()
        shown = [bool(item.data(_ICON)) for item in self._items() if not item.isHidden()]
        roomy, snug = (
            sum(look.px(of[0] if section else of[1]) for section in shown) for of in (_ROOMY, _SNUG)
        )
        free = (self.height() - _AROUND - snug) / max(roomy - snug, 1)
        share = min(max(free, 0.0), 1.0)
        section, view = (
            int(look.px(least) + (look.px(most) - look.px(least)) * share)
            for least, most in zip(_SNUG, _ROOMY, strict=True)
        )
        for item in self._items():
            item.setSizeHint(QSize(look.px(100), section if item.data(_ICON) else view))

    def _fold(self, current: str) -> None:
        for item in self._items():
            section, view = item.data(_PLACE)
            item.setHidden(bool(view) and section in self._folding and section != current)
        self._space()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _add(self, place: tuple[str, str], words: str, icon: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_PLACE, place)
        item.setData(_ICON, icon)
        item.setData(_WORDS, words)
        self.list.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(*item.data(_PLACE))

    def _keep_the_mark(self) -> None:
        """Mark the current line: a click folds lines away and would mark what moved under it."""
        if self.list.currentRow() >= 0:
            self.list.currentItem().setSelected(True)

    def _again(self, item: QListWidgetItem) -> None:
        """Come back to a section from a page opened out of it, by clicking it once more."""
        self.chosen.emit(*item.data(_PLACE))


class _Lines(QStyledItemDelegate):
    """Indents the saved views below their section, and puts their counts at the right."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        count = index.data(_COUNT)
        if count:
            painter.save()
            painter.setPen(appearance.current().colour("ink2"))
            area = option.rect.adjusted(0, 0, -appearance.current().px(8), 0)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, side, count)
            painter.restore()

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if not index.data(_ICON):
            option.text = f"{_INDENT}{index.data(_WORDS)}"


_INDENT = "\u2003\u2002"
