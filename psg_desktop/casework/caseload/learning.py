"""What held: which responses went with which end, for the cases closed in a year.

The sheet is for the coordinator and the group's own learning. It holds plain counts of few cases,
so it is as restricted as the caseload, and nothing of it enters the Delivery Group pack.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.documents.tables import Sheet, write_workbook
from psg_desktop.domain.cases import Case
from psg_desktop.domain.closing import HoldResult
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.problem_analyses import ProblemResult
from psg_desktop.store.queries import closings
from psg_desktop.store.units import Unit
from psg_desktop.words import names

NO_AREA = "No focus area"
NO_RESPONSE = "No response recorded"
NOT_ASSESSED = "Not assessed"
NOT_ASKED_YET = "Not asked yet"
FEW = 5
CAUTION = (
    "Restricted. Counts under 5 say little and can point to somebody: read them as questions, not "
    "as proof, and do not pass this sheet on. Nothing of it enters the Delivery Group pack."
)
RESULTS = (*(names.name(one) for one in ProblemResult), NOT_ASSESSED)
HELD = (
    *(names.name(one) for one in HoldResult if one is not HoldResult.NOT_ASKED),
    NOT_ASKED_YET,
)
HEADERS = (
    "Focus area",
    "Response",
    "Cases",
    *(f"Result: {one.casefold()}" for one in RESULTS),
    *(f"Afterwards: {one.casefold()}" for one in HELD),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningRow:
    """How many cases of a focus area had a response, what it came to, and whether it held."""

    area: str
    response: str
    cases: int
    results: tuple[int, ...]
    held: tuple[int, ...]

    def cells(self) -> tuple[str | int, ...]:
        """Give its cells, in the order of `HEADERS`."""
        return (self.area, self.response, self.cases, *self.results, *self.held)


def years(office: Office) -> tuple[int, ...]:
    """Give the years in which cases were closed, and this one, the latest first."""
    with office.reading() as unit:
        found = closings.years(unit.reading)
    return tuple(sorted({office.today().year, *found}, reverse=True))


def what_held(office: Office, year: int) -> tuple[LearningRow, ...]:
    """Read the sheet of a year; a case counts once in each focus area and response it had."""
    with office.reading() as unit:
        areas = {one.code: one.name for one in unit.focus_areas.all()}
        seen = [
            (areas.get(code, code), response, *_end(unit, case, year))
            for case in _closed_in(unit, year)
            for code in case.focus_areas or (NO_AREA,)
            for response in _responses(unit, case.id)
        ]
    count = Counter((area, response) for area, response, _result, _held in seen)
    result = Counter((area, response, came) for area, response, came, _held in seen)
    held = Counter((area, response, then) for area, response, _result, then in seen)
    return tuple(
        LearningRow(
            area=area,
            response=response,
            cases=count[area, response],
            results=tuple(result[area, response, one] for one in RESULTS),
            held=tuple(held[area, response, one] for one in HELD),
        )
        for area, response in sorted(count)
    )


def write_sheet(office: Office, year: int, path: Path) -> None:
    """Write the sheet of a year as an Excel workbook, the caution beside it.

    Raises:
        Unwritable, DiskFull: The file cannot be written there.
    """
    rows = [row.cells() for row in what_held(office, year)]
    held = Sheet(name=f"What held {year}", table="what_held", headers=HEADERS, rows=rows)
    about = Sheet(name="Read this first", table="about", headers=("About",), rows=[(CAUTION,)])
    write_workbook(path, (held, about))


def _closed_in(unit: Unit, year: int) -> Iterator[Case]:
    for id_ in closings.closed_in(unit.reading, year):
        case = unit.cases.get(id_)
        if any(one.on.year == year for one in case.closures):
            yield case


def _responses(unit: Unit, case: CaseId) -> list[str]:
    sides = {
        names.name(one.side)
        for analysis in unit.problem_analyses.where(case=case)
        for one in analysis.responses
    }
    kinds = {one.facts.name for one in unit.interventions.where(case=case)}
    found = [f"Response: {side}" for side in sorted(sides)] + sorted(kinds)
    return found or [NO_RESPONSE]


def _end(unit: Unit, case: Case, year: int) -> tuple[str, str]:
    """Give the last result of a case, and whether its last closing of the year held."""
    assessed = [one for one in unit.problem_analyses.where(case=case.id) if one.result]
    last = max(assessed, key=lambda one: (one.assessed_on, one.id), default=None)
    came = names.name(last.result) if last and last.result else NOT_ASSESSED
    closed_on = max(one.on for one in case.closures if one.on.year == year)
    checks = {one.closed_on: one.result for one in unit.hold_checks.where(case=case.id)}
    answer = checks.get(closed_on)
    asked = answer is not None and answer is not HoldResult.NOT_ASKED
    return came, names.name(answer) if answer and asked else NOT_ASKED_YET
