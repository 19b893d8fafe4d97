"""A list of cases to tick, narrowed by typing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import CaseRow
from psg_desktop.ui.widgets.buttons import button, row
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import names

_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CaseTicks(QWidget):
    """Every open case is ticked to begin with; `changed` when a tick was set or taken away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CaseRow, ...] = ()
        self.sought = QLineEdit()
        self.sought.setAccessibleName("Find a case")
        self.sought.setPlaceholderText("Find by reference, title, kind, state or agency")
        self.sought.setClearButtonEnabled(True)
        self.sought.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName("Cases in the pack")
        self.list.itemChanged.connect(lambda _item: self._tell())
        self._count = label(role="secondary", wrap=True)
        tick, untick = button("Tick all shown"), button("Untick all shown")
        tick.clicked.connect(lambda: self._tick_shown(_ON))
        untick.clicked.connect(lambda: self._tick_shown(_OFF))
        across = row(tick, untick)
        across.insertWidget(2, self._count, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sought)
        layout.addWidget(self.list, 1)
        layout.addLayout(across)

    @property
    def chosen(self) -> tuple[CaseId, ...]:
        """Give the ticked cases in the order of the list."""
        states = [self.list.item(place).checkState() for place in range(self.list.count())]
        pairs = zip(self._rows, states, strict=True)
        return tuple(one.id for one, state in pairs if state is _ON)

    def show_cases(self, rows: Sequence[CaseRow]) -> None:
        """Show cases; one that was shown before keeps its tick as it is."""
        before = dict(zip((one.id for one in self._rows), self._states(), strict=True))
        self._rows = tuple(rows)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for one in self._rows:
            item = QListWidgetItem(_words(one))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(before.get(one.id, _ON if one.closed_on is None else _OFF))
            self.list.addItem(item)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._narrow(self.sought.text())
        self._tell()

    def _states(self) -> list[Qt.CheckState]:
        return [self.list.item(place).checkState() for place in range(self.list.count())]

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        for place in range(self.list.count()):
            item = self.list.item(place)
            held = item.text().casefold()
            item.setHidden(not all(word in held for word in wanted))

    def _tick_shown(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for place in range(self.list.count()):
            item = self.list.item(place)
            if not item.isHidden():
                item.setCheckState(state)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._tell()

    def _tell(self) -> None:
        chosen, total = len(self.chosen), len(self._rows)
        self._count.setText(f"{chosen:,} of {total:,} cases in the pack")
        self.changed.emit()


def _words(row: CaseRow) -> str:
    parts = [
        f"{row.reference}  {row.title}",
        names.name(row.kind),
        names.name(row.state),
        f"{names.risk(row.risk).lower()} risk" if row.risk else "risk not assessed",
        row.lead_agency,
    ]
    return "  ·  ".join(part for part in parts if part)
