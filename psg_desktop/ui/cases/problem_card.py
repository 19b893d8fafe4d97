"""The problem a case is about, and what stands in the way."""

from typing_extensions import override

from psg_desktop.casework.caseload import problem_analyses
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.problem_analyses import ProblemAnalysis
from psg_desktop.ui.cases.amend_sheets import amend_sheet
from psg_desktop.ui.cases.analysis_entries import analysis_entry
from psg_desktop.ui.cases.analysis_sheets import analysis_sheet, result_sheet
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.passages import Passage
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.labels import label


class ProblemCard(CaseCard):
    """What the problem is, what blocks the work, and each round of solving it."""

    def __init__(self, office: Office) -> None:
        analyse = button("Analyse the problem", "search")
        change = button("Change the case", "edit")
        super().__init__(office, "The problem", analyse, change)
        analyse.clicked.connect(lambda: self.ask(analysis_sheet(self.office, self.page.case.id)))
        change.clicked.connect(lambda: self.ask(amend_sheet(self.office, self.page.case)))

    @override
    def concern(self, page: CasePage) -> object:
        self._analyses = problem_analyses.of_case(self.office, page.case.id)
        return (page.case.problem, page.case.blocked, page.case.focus_areas, self._analyses)

    @override
    def count(self, page: CasePage) -> int:
        del page
        return len(self._analyses)

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
        if self._analyses:
            self.add(label("Analysis and response", "overline"))
            self.add_entries([self._entry(one) for one in self._analyses])

    def _entry(self, analysis: ProblemAnalysis) -> Entry:
        steps = [("Assess the result", self._assess)]
        if not self.page.case.closed:
            change = ("Change the analysis", self._change)
            steps = [change, *steps] if analysis.assessed else [*steps, change]
        return analysis_entry(analysis, self.office.today(), steps)

    def _assess(self, analysis: ProblemAnalysis) -> None:
        self.ask(result_sheet(self.office, analysis))

    def _change(self, analysis: ProblemAnalysis) -> None:
        self.ask(analysis_sheet(self.office, self.page.case.id, analysis))
