"""A bar for each agency's open actions, all to one scale from nought, the numbers beside them."""

from collections.abc import Sequence
from typing import Final

from psg_desktop.documents.pdf import fonts
from psg_desktop.documents.pdf.printable import one_line
from psg_desktop.documents.pdf.style import GREEN, INK, RED, RULE, TEXT_WIDTH
from psg_desktop.domain.packs import AgencyActions
from psg_desktop.tagging.flowables import Figure

_MOST: Final = 10
_ROW: Final[float] = 19
_BAR: Final[float] = 11
_NAME: Final[float] = 150
_NUMBERS: Final[float] = 92


def finding(agencies: Sequence[AgencyActions]) -> str:
    """Say what the bars show, such as "3 of 14 open actions are overdue"."""
    total = sum(len(agency.actions) for agency in agencies)
    overdue = sum(_overdue(agency) for agency in agencies)
    if not overdue:
        return "None of the open actions is overdue"
    return f"{overdue} of {total} open actions {'is' if overdue == 1 else 'are'} overdue"


def _overdue(agency: AgencyActions) -> int:
    return sum(action.overdue for action in agency.actions)


class ActionBars(Figure):
    """Open actions by agency: the overdue part dark, the rest light and outlined."""

    def __init__(self, agencies: Sequence[AgencyActions]) -> None:
        ranked = sorted(agencies, key=lambda agency: -len(agency.actions))
        self._left_out = max(len(ranked) - _MOST, 0)
        self._bars = [
            (one_line(agency.agency), _overdue(agency), len(agency.actions))
            for agency in ranked[:_MOST]
        ]
        bars = "; ".join(f"{name}: {_numbers(late, all_)}" for name, late, all_ in self._bars)
        super().__init__(f"Open actions by agency. {bars}")
        self.width = TEXT_WIDTH
        self.height = _ROW * (len(self._bars) + bool(self._left_out))

    def draw(self) -> None:
        """Draw on the canvas, from the lower left corner."""
        canvas = self.canv
        longest = max(count for _, _, count in self._bars)
        step = (self.width - _NAME - _NUMBERS) / longest
        y = self.height
        for name, late, count in self._bars:
            y -= _ROW
            canvas.setFillColor(INK)
            canvas.setFont(fonts.REGULAR, 10)
            canvas.drawString(0, y + 5, fonts.fitted(name, fonts.REGULAR, 10, _NAME - 10))
            self._bar(_NAME, y + 2.5, step, (late, count))
            canvas.setFillColor(INK)
            canvas.drawString(_NAME + count * step + 7, y + 5, _numbers(late, count))
        if self._left_out:
            canvas.setFont(fonts.REGULAR, 9)
            canvas.drawString(0, 5, f"and {self._left_out} more agencies with fewer open actions")

    def _bar(self, x: float, y: float, step: float, counts: tuple[int, int]) -> None:
        late, count = counts
        canvas = self.canv
        canvas.setLineWidth(RULE)
        canvas.setStrokeColor(INK)
        canvas.setFillColor(GREEN)
        canvas.rect(x, y, count * step, _BAR, stroke=1, fill=1)
        if late:
            canvas.setFillColor(RED)
            canvas.rect(x, y, late * step, _BAR, stroke=1, fill=1)


def _numbers(late: int, count: int) -> str:
    return f"{count}, {late} overdue" if late else str(count)
