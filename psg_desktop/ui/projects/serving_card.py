"""The priorities of the plan that a project serves."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan_links
from psg_desktop.domain.ids import PlanPriorityId, ProjectId
from psg_desktop.domain.plan_lists import Serving
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.parts.serving import NO_PLAN, serving_entries, serving_sheet
from psg_desktop.ui.widgets.buttons import button


class ServingCard(EntryCard):
    """Emits `sheet_asked(SideSheet)` and `priority_chosen(PlanPriorityId)`."""

    sheet_asked = Signal(object)
    priority_chosen = Signal(object)

    def __init__(self, office: Office, project: ProjectId) -> None:
        self.choose = button("Choose priorities", "link")
        super().__init__("Priorities of the plan", self.choose)
        self._office, self._project = office, project
        self._serving = Serving(plan=None)
        self.choose.clicked.connect(self._choose)

    def show_serving(self) -> None:
        """Read again what the project serves."""
        self._serving = plan_links.of_project(self._office, self._project)
        self.choose.setEnabled(self._serving.plan is not None)
        found = serving_entries(self._serving, self.priority_chosen.emit, self._keep)
        none = "No priority of this year's plan is linked with it."
        self.show_entries(self._serving, found, none if self._serving.plan else NO_PLAN)

    def _choose(self) -> None:
        self.sheet_asked.emit(serving_sheet(self._serving, self._keep))

    def _keep(self, wanted: Sequence[PlanPriorityId]) -> None:
        plan_links.set_of_project(self._office, self._project, wanted)
