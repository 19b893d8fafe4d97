"""The problem a case is about, and what stands in the way."""

from typing_extensions import override

from psg_desktop.casework import settings
from psg_desktop.casework.office import Office
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.cases.amend_sheets import amend_sheet
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts.passages import Passage
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.labels import label


class ProblemCard(CaseCard):
    """What the problem is, which focus areas it belongs to, and what blocks the work."""

    def __init__(self, office: Office) -> None:
        change = button("Change the case", "edit")
        super().__init__(office, "The problem", change)
        change.clicked.connect(lambda: self.ask(amend_sheet(self.office, self.page.case)))

    @override
    def concern(self, page: CasePage) -> object:
        return (page.case.problem, page.case.blocked, page.case.focus_areas)

    @override
    def draw(self, page: CasePage) -> None:
        case = page.case
        if case.problem:
            self.add(Passage(case.problem, "The problem"))
        else:
            self.say("Nothing has been written about the problem yet.")
        named = {one.code: one.name for one in settings.focus_areas(self.office)}
        areas = ", ".join(named.get(code, code) for code in case.focus_areas)
        self.add(label("Focus areas", "overline"))
        self.add(label(areas or "None chosen yet.", wrap=True))
        if case.blocked:
            self.add(label("What stands in the way", "overline"))
            self.add(Passage(case.blocked, "What stands in the way"))
