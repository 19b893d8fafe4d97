"""Cards of a project's money: who pays, planned against spent by quarter, and what goes back."""

from functools import partial

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import funding as verbs
from psg_desktop.domain import funding
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.domain.projects import BudgetLine
from psg_desktop.domain.quarters import last_day
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.projects import money_sheets as sheets
from psg_desktop.ui.projects.file_card import FileCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, money, projects
from psg_desktop.words.quarters import quarter


class FundingCard(FileCard):
    """Who pays how much, in cash or in kind, and what of it was spent to date."""

    def __init__(self, office: Office) -> None:
        self.add_one = button("Add a funding line", "plus")
        super().__init__(office, "Funding", self.add_one)
        self.add_one.clicked.connect(lambda: self.ask(sheets.line_sheet(office, self.file.project)))

    @override
    def draw(self, file: ProjectFile) -> None:
        lines = file.project.budget
        entries = [self._entry(file, place, line) for place, line in enumerate(lines)]
        self.show_entries((lines, self.office.today()), entries, "No money is set down.")
        total = file.project.total_pence
        self.retitle(f"Funding  {money.exact(total)}" if total else "Funding")

    def _entry(self, file: ProjectFile, place: int, line: BudgetLine) -> Entry:
        known = funding.to_date((line,), self.office.today())
        facts = f"{money.exact(line.pence)} {projects.given_as(line)}"
        if line.quarters:
            facts = f"{facts}  ·  to date {projects.spending(known)}"
        project = file.project
        remove = partial(verbs.save_line, self.office, project.id, line, None)
        return Entry(
            key=place,
            title=line.source,
            facts=facts,
            steps=(
                Step(words="Change", done=partial(self._change, line)),
                *(() if line.quarters else (Step(words="Take out", done=remove),)),
            ),
        )

    def _change(self, line: BudgetLine) -> None:
        self.ask(sheets.line_sheet(self.office, self.file.project, line))


class SpendingCard(FileCard):
    """Planned against spent of every funding line together, quarter by quarter."""

    def __init__(self, office: Office) -> None:
        self.edit = button("Plan and spending", "edit")
        super().__init__(office, "Money by quarter", self.edit)
        self.edit.clicked.connect(
            lambda: self.ask(sheets.spending_sheet(office, self.file.project))
        )

    @override
    def draw(self, file: ProjectFile) -> None:
        lines, today = file.project.budget, self.office.today()
        self.edit.setEnabled(bool(lines))
        entries = []
        for one in reversed(funding.quarters_of(lines)):
            rows = [(line, row) for line in lines for row in line.quarters if row.quarter == one]
            total = funding.of_quarter(lines, one)
            unknown = total.unknown and last_day(one) < today
            marks = (Status("amber", "Spending not known"),) if unknown else ()
            known = len(rows) > total.unknown
            entries.append(
                Entry(
                    key=one,
                    title=quarter(one),
                    marks=marks,
                    facts=projects.spending(total) if known else "",
                    text="\n".join(
                        f"{line.source}: {projects.quarter_money(row)}" for line, row in rows
                    ),
                    about=f"Money of {quarter(one)}",
                )
            )
        none = (
            "Nothing is planned by quarter yet."
            if lines
            else "Add a funding line first; then its plan and spending go in by quarter."
        )
        self.show_entries((lines, today), entries, none)
        self.retitle("Money by quarter")


class ClawbackCard(FileCard):
    """Money that is to go back: agreed, asked for, paid back."""

    def __init__(self, office: Office) -> None:
        self.add_one = button("Record a clawback")
        super().__init__(office, "Clawback", self.add_one)
        self.add_one.clicked.connect(
            lambda: self.ask(sheets.clawback_sheet(office, self.file.project))
        )

    @override
    def draw(self, file: ProjectFile) -> None:
        entries = [self._entry(one) for one in file.clawbacks]
        self.show_entries(file.clawbacks, entries, "No money is to go back.")

    def _entry(self, claim: Clawback) -> Entry:
        days = (("agreed", claim.agreed_on), ("asked for", claim.asked_on))
        facts = [f"{words} {dates.grid(day)}" for words, day in days if day is not None]
        if claim.recovered_on is not None:
            paid = f"{money.exact(claim.recovered)} paid back by {dates.grid(claim.recovered_on)}"
            facts.append(paid)
        mark = (
            Status("amber", f"{money.exact(claim.outstanding)} outstanding")
            if claim.outstanding
            else Status("done", "Recovered")
        )
        return Entry(
            key=claim.id,
            title=f"{money.exact(claim.pence)} to {claim.source}",
            marks=(mark,),
            facts="  ·  ".join(facts),
            text=claim.reason,
            about="Why it goes back",
            steps=(Step(words="Change", done=partial(self._change, claim)),),
        )

    def _change(self, claim: Clawback) -> None:
        self.ask(sheets.clawback_sheet(self.office, self.file.project, claim))
