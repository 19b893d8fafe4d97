"""How the project of a case stands: its colours, its next report, its money, and what is late."""

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import project_files
from psg_desktop.domain import funding
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.domain.project_ratings import Aspect
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.project_entries import aspect_status, next_report
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import StatusChip
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, money, names, projects


class ProjectCard(CaseCard):
    """Shown on the page of a case about a project; everything is changed on the project's page."""

    def __init__(self, office: Office) -> None:
        self.open_project = button("Open the project", "project")
        super().__init__(office, "The project", self.open_project)
        self.open_project.clicked.connect(
            lambda: self.party_chosen.emit(CaseKind.PROJECT, self.page.case.subject)
        )
        self._file: ProjectFile | None = None

    @override
    def there(self, page: CasePage) -> bool:
        return page.case.kind is CaseKind.PROJECT

    @override
    def show_page(self, page: CasePage) -> None:
        super().show_page(page)
        self.open_project.show()  # what a project reports is kept after its case was closed, too

    @override
    def concern(self, page: CasePage) -> object:
        self._file = None
        if self.there(page):
            self._file = project_files.find(self.office, ProjectId(page.case.subject))
        return self._file

    @override
    def count(self, page: CasePage) -> int:
        return len(self._file.waits(self.office.today())) if self._file else 0

    @override
    def draw(self, page: CasePage) -> None:
        file, today = self._file, self.office.today()
        if file is None:
            return
        held = file.standing(today)
        self.add(FlowRow(*(StatusChip(aspect_status(one, held.get(one))) for one in Aspect)))
        known = funding.to_date(file.project.budget, today)
        late = "\n".join(
            f"{names.name(one.clock)}, {dates.grid(one.since)}: {projects.lead(one)} {one.what}"
            for one in file.waits(today)
        )
        facts = (
            ("Objectives", f"{len(file.objectives):,}"),
            ("Next report", next_report(file, today) or "none asked for"),
            ("Budget", money.exact(file.project.total_pence)),
            ("To date", projects.spending(known) if known.planned or known.actual else ""),
            ("Waiting", late),
        )
        self.add(Facts([(term, breakable(words)) for term, words in facts if words]))
