"""The page of one project: objective, money, milestones, cases, history."""

from datetime import date

from typing_extensions import override

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.projects import Milestone, Project
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.passages import Passage, breakable
from psg_desktop.ui.parts.record_cards import CasesCard, EntryCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.projects.sheet import ProjectSheet
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, money


class ProjectPage(RecordPage):
    """Shows one project and the cases it is worked as."""

    def __init__(self, office: Office, notifier: Notifier, project: ProjectId) -> None:
        super().__init__(notifier, "Project")
        self._office, self._id = office, project
        self.facts = LiveCard("Project")
        self.milestones = EntryCard("Milestones")
        self.budget = LiveCard("Budget")
        self.cases = CasesCard("This project is not worked as a case yet.")
        self.cases.case_chosen.connect(self.case_chosen)
        self.history = HistoryCard(office, dict)
        self._seen: Project | None = None
        self.add_cards(
            main=(self.facts, self.milestones, self.cases), side=(self.budget, self.history)
        )

    @override
    def read(self) -> None:
        project = projects.get(self._office, self._id)
        self.retitle(heading=project.name)
        if project != self._seen:
            self._seen = project
            self._show_facts(project)
            self._show_budget(project)
        entries = [self._milestone(place, one) for place, one in enumerate(project.milestones)]
        self.milestones.show_entries(project.milestones, entries, "No milestone is set.")
        self.cases.show_cases(projects.cases_of(self._office, self._id))
        self.history.show_record(self._id)

    @override
    def ask_change(self) -> None:
        self.sheet_asked.emit(ProjectSheet(self._office, projects.get(self._office, self._id)))

    def _show_facts(self, project: Project) -> None:
        self.facts.clear()
        if project.objective:
            self.facts.add(Passage(project.objective, "Objective"))
        known = (
            ("Commissioned by", project.commissioner or "not said"),
            ("Starts", dates.grid(project.starts) if project.starts else "not set"),
            ("Ends", dates.grid(project.ends) if project.ends else "not set"),
        )
        self.facts.add(Facts([(term, breakable(words)) for term, words in known]))
        if project.remarks:
            self.facts.add(label("Remarks", "secondary"))
            self.facts.add(Passage(project.remarks, "Remarks"))

    def _show_budget(self, project: Project) -> None:
        self.budget.clear()
        if not project.budget:
            self.budget.add(label("No money is set down.", "secondary"))
            return
        lines = [
            (breakable(one.source), money.pounds(one.pence) + (" in kind" if one.in_kind else ""))
            for one in project.budget
        ]
        self.budget.add(Facts([*lines, ("Total", money.pounds(project.total_pence))]))

    def _milestone(self, place: int, milestone: Milestone) -> Entry:
        return Entry(
            key=place,
            title=milestone.what,
            marks=(_status(milestone, self._office.today()),),
        )


def _status(milestone: Milestone, today: date) -> Status:
    due = milestone.due
    if milestone.reached:
        late = due is not None and milestone.reached > due
        said = f"Reached {dates.grid(milestone.reached)}"
        return Status("done", f"{said}, after it was due" if late else said)
    if due is None:
        return Status("none", "No date set")
    if due < today:
        return Status("red", f"Was due {dates.grid(due)}")
    return Status("none", f"Due {dates.grid(due)}")
