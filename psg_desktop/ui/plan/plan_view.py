"""The plan of one year: its priorities, how each stands, and what serves it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import board_tables, plan_pages
from psg_desktop.casework.partnership import plan as plans
from psg_desktop.domain.ids import PlanId
from psg_desktop.domain.plan import Plan, year_words
from psg_desktop.domain.plan_lists import PlanPage, PriorityOverview
from psg_desktop.faults import Fault
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.parts.serving import rag_status
from psg_desktop.ui.plan import entries
from psg_desktop.ui.plan.saving import choose_place
from psg_desktop.ui.plan.sheets import BeginSheet, PrioritySheet, agreement_sheet, judge_sheet
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import ReadingColumn
from psg_desktop.words import dates

_NO_PLAN = (
    "No plan is begun yet. A plan holds the partnership's priorities of one financial year; cases "
    "and projects are linked to the priorities they serve."
)
Chooser = Callable[[QWidget, str], Path | None]


class PlanView(QWidget):
    """Emits `sheet_asked(SideSheet)`, `priority_chosen(PlanPriorityId)`, `said` and `warned`."""

    sheet_asked = Signal(object)
    priority_chosen = Signal(object)
    said = Signal(str)
    warned = Signal(str)

    def __init__(self, office: Office, choose: Chooser = choose_place) -> None:
        super().__init__()
        self._office, self.choose = office, choose
        self._plan: Plan | None = None
        self.year = Choice([], nothing="No plan yet")
        self.year.name("Plan of the year")
        self.year.edited.connect(self._choose_year)
        self.begin = button("Begin a plan", "plus")
        self.begin.clicked.connect(self._begin)
        self.agree = button("Agreement", "edit")
        self.agree.clicked.connect(self._agree)
        self.add = button("Add a priority", "plus")
        self.add.clicked.connect(self._add)
        self.save = button("Save as a workbook...", "export")
        self.save.clicked.connect(self._save)
        self.agreed = label("", "secondary", wrap=True)
        self.priorities = EntryCard("Priorities")
        column = ReadingColumn("Plan")
        column.add("tools", FlowRow(self.year, self.begin, self.agree, self.add, self.save))
        column.add("agreed", self.agreed)
        column.add("priorities", self.priorities)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    def refresh(self) -> None:
        """Read the plan again."""
        known = plan_pages.years(self._office)
        if self._plan not in known:
            still = [one for one in known if self._plan and one.id == self._plan.id]
            self._plan = still[0] if still else plan_pages.current(self._office)
        self.year.set_options([Option(one.id, f"Plan {year_words(one.year)}") for one in known])
        self.year.set_value(self._plan.id if self._plan else None)
        self.year.setVisible(bool(known))
        for tool in (self.agree, self.add, self.save):
            tool.setVisible(self._plan is not None)
        if self._plan is None:
            self.agreed.setText("")
            self.priorities.show_entries(None, [], _NO_PLAN)
            return
        page = plan_pages.page(self._office, self._plan.id)
        self.agreed.setText(_agreed(page.plan))
        self.priorities.show_entries(
            (page, self._office.today()),
            [self._entry(page, one) for one in page.priorities],
            "This plan has no priority yet. Add the first one.",
        )

    def show_plan(self, id_: PlanId) -> None:
        """Show the plan of another year."""
        self._plan = next(one for one in plan_pages.years(self._office) if one.id == id_)
        self.refresh()

    def _entry(self, page: PlanPage, one: PriorityOverview) -> Entry:
        known, today = one.priority, self._office.today()
        late = entries.overdue_status(one, today)
        standing = known.standing
        lines = [
            known.objective,
            f"{standing.reason} ({standing.by}, {dates.grid(standing.on)})" if standing else "",
            *(entries.course_line(measure) for measure in one.measures),
        ]
        proposed = f"{one.proposed:,} more proposed" if one.proposed else ""
        facts = (entries.lead(known, page.agencies), entries.counted(one.counts), proposed)
        move = partial(plans.move_priority, self._office, known.id)
        return Entry(
            key=known.id,
            title=known.name,
            marks=(rag_status(known), *((late,) if late else ())),
            facts="  ·  ".join(filter(None, facts)),
            text="\n".join(filter(None, lines)),
            about="Objective, standing and measures",
            opens=partial(self.priority_chosen.emit, known.id),
            steps=(
                Step(words="Rate", done=lambda: self._ask(judge_sheet(self._office, known))),
                Step(words="Move up", done=partial(move, -1)),
                Step(words="Move down", done=partial(move, 1)),
            ),
        )

    def _choose_year(self) -> None:
        id_ = self.year.value()
        if id_ is not None:
            self.show_plan(id_)

    def _begin(self) -> None:
        sheet = BeginSheet(self._office, plan_pages.years(self._office))
        sheet.saved.connect(lambda: self.show_plan(PlanId(sheet.id)))
        self._ask(sheet)

    def _agree(self) -> None:
        if self._plan is not None:
            self._ask(agreement_sheet(self._office, self._plan))

    def _add(self) -> None:
        if self._plan is not None:
            self._ask(PrioritySheet(self._office, self._plan.id))

    def _save(self) -> None:
        if self._plan is None:
            return
        place = self.choose(self, f"Plan {self._plan.year}-{self._plan.year + 1}.xlsx")
        if place is None:
            return
        try:
            board_tables.write_plan(self._office, self._plan.id, place)
        except Fault as fault:
            self.warned.emit(str(fault))
        else:
            self.said.emit(f"The plan is saved as {place.name}. It names lead officers.")

    def _ask(self, sheet: object) -> None:
        self.sheet_asked.emit(sheet)


def _agreed(plan: Plan) -> str:
    said = (
        f"Agreed by {plan.agreed_by} on {dates.prose(plan.agreed_on)}."
        if plan.agreed_on
        else "Not agreed yet."
    )
    return f"{said} {plan.remarks}".strip()
