"""The grid the demand of a case is typed in: months down, measures and agencies across."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.assessing import demand, demand_lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.cases import Case
from psg_desktop.domain.demand import DemandCell, month_of, months_from, shifted
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused
from psg_desktop.ui import appearance
from psg_desktop.ui.parts.choosing import AgencyChoice, give_way
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.number_cells import Place
from psg_desktop.ui.widgets.number_grid import NumberGrid
from psg_desktop.ui.widgets.side_sheet import SideSheet
from psg_desktop.words import demand as words
from psg_desktop.words import refusals

_BEFORE, _FIRST_COLUMNS, _HEIGHT = 12, 3, 260
Heading = tuple[str, AgencyId | None]


class DemandSheet(SideSheet):
    """Saves all that was typed in one step; a cell that cannot be taken says why."""

    def __init__(self, office: Office, case: Case) -> None:
        self._office, self._case = office, case
        self._series = demand.series(office, case.id)
        self._measures = demand_lists.measures(office)
        self._months = self._shown_months()
        self._headings: list[Heading] = []
        self._kept: dict[Place, str] = {}
        opened = month_of(case.opened)
        self.grid = NumberGrid(
            "Counts by month",
            [words.month(one) + (", opened" if one == opened else "") for one in self._months],
        )
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        super().__init__("Count demand", self._body(), save="Save", changed=self._is_changed)
        self.another = self.add_button("Another column")
        self.another.clicked.connect(self._offer_column)
        for measure, agency in self._first_headings():
            self._add(measure, agency)
        self.grid.refused.connect(self._say)
        self.grid.edited.connect(self.problem.hide)
        self.save_asked.connect(self._submit)
        # A case that was counted before goes on with the last month that is over.
        self.grid.choose((max(len(self._months) - 2, 0) if self._series else 0, 0))

    @override
    def focus_first(self) -> None:
        self.grid.setFocus()

    def add_column(self) -> None:
        """Add the column that is chosen, unless it is there."""
        given = self.adding.values()
        heading = (given["measure"], given["agency"])
        if not heading[0]:
            self.adding.show_problems({"measure": "Choose what is counted."})
        elif heading in self._headings:
            self.adding.show_problems({"measure": "This column is there already."})
        else:
            self.adding.show_problems({})
            self._add(*heading)
            self.adding.hide()
            self.another.show()
            self.grid.choose((max(self.grid.currentIndex().row(), 0), len(self._headings) - 1))
            self.grid.setFocus()

    def _body(self) -> QWidget:
        body = QWidget()
        down = QVBoxLayout(body)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(
            label(
                "Type how many there were in each month: 0 for none, nothing where it is not "
                "known. A block can be pasted from a spreadsheet.",
                "secondary",
                wrap=True,
            )
        )
        down.addWidget(self.problem)
        self.grid.setMinimumHeight(appearance.current().px(_HEIGHT))
        down.addWidget(self.grid, 1)
        down.addWidget(self._adding())
        return body

    def _offer_column(self) -> None:
        """Ask for the column below the grid; until then the months have all the height."""
        self.another.hide()
        self.adding.show()
        self.adding.focus_first()

    def _adding(self) -> Form:
        today = self._office.today()
        options = [Option(one.code, one.name) for one in self._measures if one.in_force(today)]
        self.adding = Form()
        self.adding.add("measure", "What is counted", give_way(Choice(options)))
        agency = AgencyChoice(self._office, nothing="No agency named")
        self.adding.add("agency", "Counted by", agency, optional=True)
        add = button("Add the column", "plus")
        add.clicked.connect(self.add_column)
        self.adding.add_widget(add)
        self.adding.hide()
        return self.adding

    def _shown_months(self) -> tuple[date, ...]:
        known = [month for one in self._series for month in one.counts]
        this_month = month_of(self._office.today())
        first = min([shifted(month_of(self._case.opened), -_BEFORE), *known])
        return months_from(first, max([this_month, *known]))

    def _first_headings(self) -> list[Heading]:
        """Give the columns that have counts, or else the first measures of the list."""
        today = self._office.today()
        usual: list[Heading] = [(one.code, None) for one in self._measures if one.in_force(today)]
        return [(one.measure, one.agency) for one in self._series] or usual[:_FIRST_COLUMNS]

    def _add(self, measure: str, agency: AgencyId | None) -> None:
        held = {(one.measure, one.agency): one for one in self._series}.get((measure, agency))
        kept = {
            row: str(held.counts[month])
            for row, month in enumerate(self._months)
            if held is not None and month in held.counts
        }
        self._kept |= {(row, len(self._headings)): said for row, said in kept.items()}
        self._headings.append((measure, agency))
        self.grid.model_of_cells.add_column(self._name(measure, agency), kept)

    def _name(self, measure: str, agency: AgencyId | None) -> str:
        labels = {one.id: one.label for one in agencies.choices(self._office)}
        known = {(one.measure, one.agency): one.name for one in self._series}
        made = demand.series_name(self._measures, measure, labels.get(agency, "") if agency else "")
        return known.get((measure, agency), made)

    def _edited(self) -> dict[Place, str]:
        """Give what stands in the cells that differ from what is kept."""
        typed = self.grid.model_of_cells.words
        return {place: said for place, said in typed.items() if said != self._kept.get(place, "")}

    def _is_changed(self) -> bool:
        return bool(self._edited())

    def _submit(self) -> None:
        # A cell that is still being typed in is taken as it stands.
        self.grid.setFocus()
        edited = self._edited()
        unreadable = {
            place: Problem.NOT_A_COUNT for place, said in edited.items() if not _readable(said)
        }
        if unreadable:
            self._mark(unreadable)
            return
        cells = {place: self._cell(place) for place in edited}
        by_field = {cell.field: place for place, cell in cells.items()}
        try:
            demand.keep(self._office, {cell: _read(edited[place]) for place, cell in cells.items()})
        except Refused as refused:
            self._show_refusal(refused, by_field)
            return
        self.close_sheet()

    def _show_refusal(self, refused: Refused, by_field: Mapping[str, Place]) -> None:
        places = {
            by_field[one.field]: one.problem for one in refused.problems if one.field in by_field
        }
        if places:
            self._mark(places)
        else:
            self._say(" ".join(refusals.sentences(refused.problems)))

    def _mark(self, problems: Mapping[Place, Problem]) -> None:
        said = {
            place: refusals.sentence(FieldProblem(field="count", problem=problem))
            for place, problem in problems.items()
        }
        self.grid.model_of_cells.show_problems(said)
        first = min(said)
        self.grid.choose(first)
        self.grid.setFocus()
        model = self.grid.model_of_cells
        where = f"{model.columns[first[1]]}, {model.rows[first[0]]}"
        self._say(f"{where}: {said[first]}{_more(len(said) - 1)}")

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        announce(self, sentence, urgent=True)

    def _cell(self, place: Place) -> DemandCell:
        measure, agency = self._headings[place[1]]
        return DemandCell(
            case=self._case.id, measure=measure, agency=agency, month=self._months[place[0]]
        )


def _plain(said: str) -> str:
    return said.replace(",", "").replace(" ", "")


def _readable(said: str) -> bool:
    plain = _plain(said)
    return not plain or (plain.isascii() and plain.isdecimal())


def _read(said: str) -> int | None:
    """Give the count that was typed, None where the cell is empty."""
    plain = _plain(said)
    return int(plain) if plain else None


def _more(count: int) -> str:
    if not count:
        return ""
    return f" {count:,} more cells are marked." if count > 1 else " One more cell is marked."
