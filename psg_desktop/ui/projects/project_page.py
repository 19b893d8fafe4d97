"""The page of one project: how it stands, what it promised, reported and cost, and its history."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import project_files
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.projects import Project
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.passages import Passage, breakable, shortened
from psg_desktop.ui.parts.record_cards import CasesCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.projects.file_card import FileCard
from psg_desktop.ui.projects.money_cards import ClawbackCard, FundingCard, SpendingCard
from psg_desktop.ui.projects.progress_cards import FinalCard, RatingCard, ReportsCard
from psg_desktop.ui.projects.promise_cards import MilestonesCard, ObjectivesCard
from psg_desktop.ui.projects.return_sheet import ReturnSheet
from psg_desktop.ui.projects.serving_card import ServingCard
from psg_desktop.ui.projects.sheet import ProjectSheet
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates


class ProjectPage(RecordPage):
    """Shows one project with all that belongs to it, and the cases it is worked as.

    Emits `said(sentence)` when a return was saved, and `priority_chosen(PlanPriorityId)`.
    """

    said = Signal(str)
    priority_chosen = Signal(object)

    def __init__(self, office: Office, notifier: Notifier, project: ProjectId) -> None:
        super().__init__(notifier, "Project")
        self._office, self._id = office, project
        self.facts = LiveCard("Project")
        self.rating = RatingCard(office)
        self.objectives = ObjectivesCard(office)
        self.reports = ReportsCard(office)
        self.milestones = MilestonesCard(office)
        self.budget = FundingCard(office)
        self.spending = SpendingCard(office)
        self.final = FinalCard(office)
        self.clawback = ClawbackCard(office)
        self.parts: tuple[FileCard, ...] = (
            self.rating, self.objectives, self.reports, self.milestones, self.budget,
            self.spending, self.final, self.clawback,
        )  # fmt: skip
        for card in self.parts:
            card.sheet_asked.connect(self.sheet_asked)
        self.cases = CasesCard("This project is not worked as a case yet.")
        self.cases.case_chosen.connect(self.case_chosen)
        self.paper = button("Quarter's return...")
        self.paper.setToolTip("Saves the return of a quarter as a workbook.")
        self.paper.clicked.connect(self.ask_return)
        self.history = HistoryCard(office, self._known)
        self.serving = ServingCard(office, project)
        self.serving.sheet_asked.connect(self.sheet_asked)
        self.serving.priority_chosen.connect(self.priority_chosen)
        self._seen: Project | None = None
        self.add_cards(
            main=(self.rating, self.objectives, self.milestones, self.reports, self.cases),
            side=(
                self.facts, self.budget, self.spending, self.final, self.clawback, self.serving,
                self.history,
            ),
        )  # fmt: skip

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self.paper,)

    @override
    def read(self) -> None:
        file = project_files.of_project(self._office, self._id)
        self.retitle(heading=file.project.name)
        if file.project != self._seen:
            self._seen = file.project
            self._show_facts(file.project)
        for card in self.parts:
            card.show_file(file)
        self.cases.show_cases(projects.cases_of(self._office, self._id))
        self.serving.show_serving()
        self.history.show_record(self._id, file.parts)

    @override
    def ask_change(self) -> None:
        self.sheet_asked.emit(ProjectSheet(self._office, projects.get(self._office, self._id)))

    def ask_return(self) -> None:
        """Ask for which quarter the return is made."""
        sheet = ReturnSheet(self._office, self._id)
        sheet.said.connect(self.said)
        self.sheet_asked.emit(sheet)

    def _known(self) -> Mapping[str, str]:
        """Give the names that stand for the records its history points at."""
        file = project_files.of_project(self._office, self._id)
        named = {str(one.id): shortened(one.wording) for one in file.objectives}
        return {**named, str(self._id): file.project.name}

    def _show_facts(self, project: Project) -> None:
        self.facts.clear()
        if project.objective:
            self.facts.add(label("Aim", "secondary"))
            self.facts.add(Passage(project.objective, "Aim"))
        known = (
            ("Commissioned by", project.commissioner or "not said"),
            ("Starts", dates.grid(project.starts) if project.starts else "not set"),
            ("Ends", dates.grid(project.ends) if project.ends else "not set"),
        )
        self.facts.add(Facts([(term, breakable(words)) for term, words in known]))
        if project.remarks:
            self.facts.add(label("Remarks", "secondary"))
            self.facts.add(Passage(project.remarks, "Remarks"))
