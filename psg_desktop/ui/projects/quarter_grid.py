"""A grid of money by quarter, typed or pasted as from a spreadsheet: two columns for each line."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.domain.projects import BudgetLine, QuarterMoney
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.ui import appearance
from psg_desktop.ui.parts.number_lines import read_pence
from psg_desktop.ui.parts.passages import shortened
from psg_desktop.ui.widgets.controls import Control
from psg_desktop.ui.widgets.number_cells import Place
from psg_desktop.ui.widgets.number_grid import NumberGrid
from psg_desktop.words import quarters, refusals

_HEIGHT = 340
_LONGEST_SOURCE = 24
_PENCE = 100


class QuarterGrid(Control):
    """The value is the funding lines with what is planned and spent of each quarter."""

    def __init__(self, lines: Sequence[BudgetLine], shown: Sequence[date]) -> None:
        super().__init__()
        self._lines, self._quarters = tuple(lines), tuple(shown)
        self.grid = NumberGrid("Money by quarter", [quarters.quarter(one) for one in shown])
        self.grid.setMinimumHeight(appearance.current().px(_HEIGHT))
        for line in self._lines:
            source = shortened(line.source, _LONGEST_SOURCE)
            known = {one.quarter: one for one in line.quarters}
            planned = {
                row: _said(known[day].planned)
                for row, day in enumerate(self._quarters)
                if day in known
            }
            spent = {
                row: _said(known[day].actual)
                for row, day in enumerate(self._quarters)
                if day in known and known[day].actual is not None
            }
            self.grid.model_of_cells.add_column(f"{source} planned", planned)
            self.grid.model_of_cells.add_column(f"{source} spent", spent)
        self._refusal = ""
        self.grid.edited.connect(self._changed)
        self.grid.refused.connect(self._refuse)
        self.fill(self.grid)

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return (self.grid,)

    @override
    def value(self) -> tuple[BudgetLine, ...]:
        return tuple(
            replace(line, quarters=self._of_line(place)) for place, line in enumerate(self._lines)
        )

    @override
    def set_value(self, value: Any) -> None:
        raise NotImplementedError("The grid shows the lines it was made with.")

    @override
    def typed(self) -> tuple[tuple[Place, str], ...]:
        words = self.grid.model_of_cells.words
        return tuple(sorted((place, said) for place, said in words.items() if said))

    @override
    def problem(self) -> str:
        if self._refusal:
            return self._refusal
        model = self.grid.model_of_cells
        wrong = [
            place for place, said in sorted(model.words.items()) if said and _read(said) is None
        ]
        sentence = refusals.sentence(
            FieldProblem(field="quarters", problem=Problem.AMOUNT_NOT_MONEY)
        )
        model.show_problems(dict.fromkeys(wrong, sentence))
        if not wrong:
            return ""
        row, column = wrong[0]
        self.grid.choose(wrong[0])
        return f"{model.columns[column]}, {model.rows[row]}: {sentence}"

    def _of_line(self, place: int) -> tuple[QuarterMoney, ...]:
        words = self.grid.model_of_cells.words
        rows = []
        for row, day in enumerate(self._quarters):
            planned = _read(words.get((row, 2 * place), ""))
            spent = _read(words.get((row, 2 * place + 1), ""))
            if planned is not None or spent is not None:
                rows.append(QuarterMoney(quarter=day, planned=planned or 0, actual=spent))
        return tuple(rows)

    def _changed(self) -> None:
        self._refusal = ""
        self.edited.emit()

    def _refuse(self, sentence: str) -> None:
        self._refusal = sentence
        self.edited.emit()


def _said(pence: int | None) -> str:
    whole, rest = divmod(pence or 0, _PENCE)
    return f"{whole:,}.{rest:02}"


def _read(said: str) -> int | None:
    return read_pence(said) if said else None
