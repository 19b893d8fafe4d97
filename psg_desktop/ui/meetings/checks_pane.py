"""What is to be seen to before the papers of a meeting go out; Enter or F mends the chosen line."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.meeting import preflight
from psg_desktop.casework.office import Office
from psg_desktop.domain.meetings import Meeting
from psg_desktop.domain.preflight import CheckLine
from psg_desktop.ui.meetings.columns import check_columns
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.table import TableView


class ChecksTable(TableView[CheckLine]):
    """The lines; F mends as Enter does."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            "Before papers go out",
            check_columns(meeting),
            key=lambda line: (line.check, line.item, line.case, line.action, line.agency),
        )
        self.setSelectionMode(self.SelectionMode.SingleSelection)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_F and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)


class ChecksPane(QWidget):
    """Emits `mend_asked(CheckLine)`."""

    mend_asked = Signal(object)

    def __init__(self, office: Office, meeting: Meeting) -> None:
        super().__init__()
        self._office = office
        self.table = ChecksTable(meeting)
        self.said = label(role="secondary", wrap=True)
        self.table.set_empty(
            EmptyState("Nothing is missing.", "The papers of this meeting can go out.")
        )
        self.table.opened.connect(self.mend_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)

    def show_checks(self, meeting: Meeting, backed_up: datetime | None) -> int:
        """Look again; give how many lines there are."""
        found = preflight.checks(self._office, meeting.id, backed_up) if meeting.coming else ()
        self.table.show_rows(found)
        if found and self.table.current is None:
            self.table.setCurrentIndex(self.table.table_model.index(0, 0))
        several = "1 thing" if len(found) == 1 else f"{len(found):,} things"
        self.said.setText(
            f"{several} to see to. Enter or F opens or mends the line that is chosen."
            if found
            else ""
        )
        return len(found)
