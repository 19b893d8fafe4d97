"""The quarter's return of one project or of all: gathered from their files, written as a workbook.

It names projects and those who reported; it is a working paper for funders, not for the pack.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import project_files
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.funding import Spending, added
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.domain.project_ratings import Aspect
from psg_desktop.domain.projects import BudgetLine
from psg_desktop.domain.quarters import last_day, quarter_of, shifted
from psg_desktop.papers.project_return import (
    Cell,
    ReturnColumn,
    ReturnPaper,
    ReturnSheet,
    Sort,
    draw_return,
)
from psg_desktop.words import dates, names, projects
from psg_desktop.words.quarters import months
from psg_desktop.words.quarters import quarter as quarter_words

_SHOWN = 8
_WORDS, _DAY, _MONEY, _NUMBER = Sort.WORDS, Sort.DAY, Sort.MONEY, Sort.NUMBER
Row = tuple[Cell, ...]


def quarters(office: Office) -> tuple[date, ...]:
    """Give the quarters a return can be made for, the one that was over last first."""
    here = quarter_of(office.today())
    past = tuple(shifted(here, -count) for count in range(1, _SHOWN + 1))
    return (past[0], here, *past[1:])


def file_name(quarter: date, project: str = "") -> str:
    """Give the name proposed for the file; of one project it begins with its name."""
    plain = "".join(one if one.isalnum() or one in " -_" else " " for one in project)
    lead = " ".join(plain.split())[:40].strip()
    return f"{lead or 'Projects'} return {quarter_words(quarter)}.xlsx"


def write(office: Office, quarter: date, place: Path, project: ProjectId | None = None) -> int:
    """Write the return of one project, or of all, and give how many projects are in it.

    Raises:
        Refused: There is no such project.
        Unwritable, DiskFull: It cannot be written there.
    """
    if project is None:
        files = project_files.every(office)
    else:
        files = (project_files.of_project(office, project),)
    drawn = draw_return(paper(office, quarter, files))
    with replacing(place) as file:
        file.write(drawn)
    return len(files)


def paper(office: Office, quarter: date, files: Iterable[ProjectFile]) -> ReturnPaper:
    """Put together what a return says of a quarter."""
    partnership, held = office.partnership(), tuple(files)
    sample = ", a sample: everybody in it is made up" if partnership.sample else ""
    return ReturnPaper(
        title=f"Projects, {quarter_words(quarter)} ({months(quarter)})",
        facts=f"{partnership.name}, as at {dates.prose(office.today())}{sample}",
        marking=partnership.marking,
        made_on=office.today(),
        sheets=(
            _reports(held, quarter, office.today()),
            _objectives(held, quarter),
            _money(held, quarter),
            _milestones(held),
            _clawbacks(held),
        ),
    )


def _reports(files: tuple[ProjectFile, ...], quarter: date, today: date) -> ReturnSheet:
    columns = (
        _column("Project", 28), _column("Commissioned by", 22), _column("Report due", 17, _DAY),
        _column("Received", 17, _DAY), _column("Reported by", 20),
        *(_column(names.name(aspect), 12) for aspect in Aspect),
        _column("Reasons", 50), _column("What was said of the whole", 50),
    )  # fmt: skip
    rows = tuple(_report(file, quarter, today) for file in files)
    return ReturnSheet(name="Projects", columns=columns, rows=rows)


def _report(file: ProjectFile, quarter: date, today: date) -> Row:
    report = file.report_of(quarter)
    owed = {one.quarter: one.due for one in file.owed(today)}
    due = report.due if report else owed.get(quarter)
    held = file.standing(min(today, _rated_until(file, quarter, today)))
    reasons = "\n".join(
        f"{names.name(aspect)}: {one.reason}" for aspect, one in held.items() if one.reason
    )
    return (
        file.project.name, file.project.commissioner, due,
        report.received if report else None, report.reported_by if report else "",
        *(names.name(held[one].rag) if one in held else "not rated" for one in Aspect),
        reasons, report.note if report else "No report was received.",
    )  # fmt: skip


def _rated_until(file: ProjectFile, quarter: date, today: date) -> date:
    """Give the day up to which ratings belong to a quarter: while its report is awaited, today.

    It is rated when the quarter is reported on, late as that may be; not as it stands since.
    """
    report, terms = file.report_of(quarter), file.reporting
    if terms is None or terms.first_quarter is None:
        return last_day(shifted(quarter, 1))
    if report is not None:
        return max(report.due, report.received)
    awaited = any(one.quarter == quarter for one in file.owed(today))
    return today if awaited else terms.due(quarter)


def _objectives(files: tuple[ProjectFile, ...], quarter: date) -> ReturnSheet:
    columns = (
        _column("Project", 28), _column("Objective as first agreed", 44),
        _column("First agreed", 17, _DAY), _column("Measure", 30), _column("Unit", 16),
        _column("Baseline", 11, _NUMBER), _column("First target", 11, _NUMBER),
        _column("Measured", 11, _NUMBER), _column("Against the first target", 26),
        _column("What was said", 50), _column("Changed since", 40),
    )  # fmt: skip
    rows = tuple(row for file in files for row in _objective_rows(file, quarter))
    return ReturnSheet(name="Objectives", columns=columns, rows=rows)


def _objective_rows(file: ProjectFile, quarter: date) -> Iterator[Row]:
    report = file.report_of(quarter)
    for one in file.objectives:
        said, measure = report.of(one.id) if report else None, one.measure
        value = said.value if said else None
        changed = "\n".join(
            f"{dates.grid(each.on)}: {each.wording} Why: {each.reason}" for each in one.revisions
        )
        yield (
            file.project.name, one.wording, one.agreed_on, measure.what, measure.unit,
            measure.baseline, measure.target, value, projects.way(measure, value),
            said.narrative if said else "", changed,
        )  # fmt: skip


def _money(files: tuple[ProjectFile, ...], quarter: date) -> ReturnSheet:
    def money(heading: str) -> ReturnColumn:
        return ReturnColumn(heading=heading, width=14, sort=_MONEY, added=True)

    columns = (
        _column("Project", 28), _column("Who pays", 28), _column("Given as", 20),
        money("Amount"), money("Planned, quarter"), money("Spent, quarter"),
        money("Variance, quarter"), money("Planned to date"), money("Spent to date"),
        money("Variance to date"), _column("Quarters not known, left out", 16, _NUMBER),
    )  # fmt: skip
    rows = tuple(
        _line(file.project.name, line, quarter) for file in files for line in file.project.budget
    )
    return ReturnSheet(name="Money", columns=columns, rows=rows)


def _line(name: str, line: BudgetLine, quarter: date) -> Row:
    here = next((one for one in line.quarters if one.quarter == quarter), None)
    known: Spending = added(one for one in line.quarters if one.quarter <= quarter)
    return (
        name, line.source, projects.given_as(line), line.pence,
        here.planned if here else None, here.actual if here else None,
        here.variance if here else None, known.planned, known.actual, known.variance,
        known.unknown,
    )  # fmt: skip


def _milestones(files: tuple[ProjectFile, ...]) -> ReturnSheet:
    columns = (
        _column("Project", 28), _column("Milestone", 40), _column("First promised", 17, _DAY),
        _column("Due now", 17, _DAY), _column("Reached", 17, _DAY),
        _column("Why it was moved", 50),
    )  # fmt: skip
    rows = tuple(
        (
            file.project.name, one.what, one.first_due, one.due, one.reached,
            "\n".join(f"{dates.grid(each.on)}: {each.reason}" for each in one.moves),
        )
        for file in files
        for one in file.project.milestones
    )  # fmt: skip
    return ReturnSheet(name="Milestones", columns=columns, rows=rows)


def _clawbacks(files: tuple[ProjectFile, ...]) -> ReturnSheet:
    columns = (
        _column("Project", 28), _column("Goes back to", 28),
        ReturnColumn(heading="Amount", width=14, sort=_MONEY, added=True),
        _column("Why", 44), _column("Agreed", 17, _DAY), _column("Asked for", 17, _DAY),
        ReturnColumn(heading="Paid back", width=14, sort=_MONEY, added=True),
        _column("Last payment", 17, _DAY),
        ReturnColumn(heading="Outstanding", width=14, sort=_MONEY, added=True),
    )  # fmt: skip
    rows = tuple(
        (
            file.project.name, one.source, one.pence, one.reason, one.agreed_on, one.asked_on,
            one.recovered, one.recovered_on, one.outstanding,
        )
        for file in files
        for one in file.clawbacks
    )  # fmt: skip
    return ReturnSheet(name="Clawback", columns=columns, rows=rows)


def _column(heading: str, width: int, sort: Sort = _WORDS) -> ReturnColumn:
    return ReturnColumn(heading=heading, width=width, sort=sort)
