"""The priorities of the plan that a case serves."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan_links
from psg_desktop.domain.ids import PlanPriorityId
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.plan_lists import Serving
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts.serving import NO_PLAN, serving_entries, serving_sheet
from psg_desktop.ui.widgets.buttons import button


class ServingCard(CaseCard):
    """What is served and what the focus areas propose; emits `priority_chosen(PlanPriorityId)`."""

    priority_chosen = Signal(object)

    def __init__(self, office: Office) -> None:
        self.choose = button("Choose priorities", "link")
        super().__init__(office, "Priorities of the plan", self.choose)
        self.choose.clicked.connect(self._choose)
        self._serving = Serving(plan=None)

    @override
    def concern(self, page: CasePage) -> object:
        self._serving = plan_links.of_case(self.office, page.case.id)
        self.choose.setEnabled(self._serving.plan is not None)
        return self._serving

    @override
    def count(self, page: CasePage) -> int:
        return len(self._serving.served)

    @override
    def draw(self, page: CasePage) -> None:
        serving, closed = self._serving, page.case.closed
        if serving.plan is None:
            self.say(NO_PLAN)
        elif not serving.served:
            self.say("No priority of this year's plan is linked with this case.")
        opens = self.priority_chosen.emit
        self.add_entries(serving_entries(serving, opens, self._keep, closed=closed))
        if serving.earlier:
            self.say(f"Before: {'; '.join(serving.earlier)}")

    def _choose(self) -> None:
        self.ask(serving_sheet(self._serving, self._keep))

    def _keep(self, wanted: Sequence[PlanPriorityId]) -> None:
        plan_links.set_of_case(self.office, self.page.case.id, wanted)
