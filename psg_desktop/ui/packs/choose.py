"""The start of a pack: for which meeting, and which cases."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.ui.packs.case_ticks import CaseTicks
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.widgets.buttons import primary
from psg_desktop.ui.widgets.forms import Field
from psg_desktop.ui.widgets.labels import label


def default_meeting(office: Office) -> date:
    """Give the next Delivery Group meeting, else the next PSG meeting, else today."""
    group = meeting_days.next_day(office, MeetingGroup.DELIVERY_GROUP)
    return group or meeting_days.next_day(office) or office.today()


class ChoosePage(Page):
    """Emits `chosen(meeting_on, cases)`."""

    chosen = Signal(object, object)

    def __init__(self, office: Office) -> None:
        super().__init__("Prepare a pack")
        self._office = office
        self.meeting = date_ahead(office)
        self.meeting.set_value(default_meeting(office))
        self._field = Field(
            "Date of the meeting", self.meeting, hint="Such as 3 dec, +2w or the full date"
        )
        self.cases = CaseTicks()
        self.cases.changed.connect(self._clear)
        self._problem = label(role="problem", wrap=True)
        self._problem.hide()
        self.go = primary("Read the texts", "chevron-right")
        self.go.clicked.connect(self.go_on)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._field)
        layout.addWidget(label("Cases", "label"))
        layout.addWidget(self._problem)
        layout.addWidget(self.cases, 1)
        area = QScrollArea()
        area.setAccessibleName("Meeting and cases")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.go,)

    @override
    def refresh(self) -> None:
        self.cases.show_cases(packs.suggested_cases(self._office))

    @override
    def focus_search(self) -> None:
        self.cases.sought.setFocus()

    @override
    def focus_start(self) -> None:
        self.meeting.parts()[0].setFocus()

    def go_on(self) -> None:
        """Go to the review, or say what is missing."""
        day = self.meeting.value()
        missing = self.meeting.problem() or ("" if day else "Enter the date of the meeting.")
        self._field.show_problem(missing)
        cases = self.cases.chosen
        self._say("" if cases else "Tick at least one case.")
        if not missing and cases:
            self.chosen.emit(day, cases)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _clear(self) -> None:
        self._say("")
