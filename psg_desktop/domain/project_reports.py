"""What a project has to report and when: its quarterly reports, and the final one."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from psg_desktop.domain import text
from psg_desktop.domain.ids import ObjectiveId, ProjectId, ProjectReportId, ReportingId
from psg_desktop.domain.objectives import check_number
from psg_desktop.domain.quarters import between, last_day, quarter_of
from psg_desktop.domain.refusals import Findings, Problem

# A mid-year return of a grant is due by 30 October: thirty days after the quarter.
USUAL_DAYS = 30
MOST_DAYS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """The reports a project owes.

    Attributes:
        first_quarter: The first quarter that is reported on, None where no quarter is.
        days: Days after the end of a quarter by which its report is due.
        final_due: The day the final report is due, None where none is asked for.
        findings: What the final report found.

    Raises:
        Refused: The first quarter is no quarter, the days are not possible, or there are findings
            of a report that was not received.
    """

    id: ReportingId
    project: ProjectId
    first_quarter: date | None = None
    days: int = USUAL_DAYS
    final_due: date | None = None
    final_received: date | None = None
    findings: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse terms nobody could keep."""
        found = Findings()
        first = self.first_quarter
        wrong = first is not None and quarter_of(first) != first
        found.when(wrong, "first_quarter", Problem.NOT_A_QUARTER)
        found.when(not 0 <= self.days <= MOST_DAYS, "days", Problem.LENGTH_NOT_POSSIBLE)
        early = bool(self.findings.strip()) and self.final_received is None
        found.when(early, "final_received", Problem.DATE_MISSING)
        found.when(len(self.findings) > text.TEXT_LIMIT, "findings", Problem.TEXT_TOO_LONG)
        found.settle()

    def due(self, quarter: date) -> date:
        """Give the day by which the report of a quarter is due."""
        return last_day(quarter) + timedelta(days=self.days)

    def owed(self, ends: date | None, day: date) -> tuple[date, ...]:
        """Give the quarters that are over by a day, from the first to the one the project ends in.

        The quarter in which a project ends is reported on once the project has ended.
        """
        if self.first_quarter is None:
            return ()
        last = day if ends is None else min(day, ends)
        over = between(self.first_quarter, last)
        return tuple(one for one in over if last_day(one) < day or (ends and ends < day))


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveProgress:
    """What was reported about one objective, against what was first agreed.

    Attributes:
        value: The measure at the end of the quarter, None where it was not given.

    Raises:
        Refused: Nothing is said, the text is too long, or the number is beyond belief.
    """

    objective: ObjectiveId
    narrative: str = field(repr=False)
    value: float | None = None

    def __post_init__(self) -> None:
        """Refuse a report that says nothing."""
        found = Findings()
        found.when(not self.narrative.strip(), "narrative", Problem.TEXT_MISSING)
        found.when(len(self.narrative) > text.TEXT_LIMIT, "narrative", Problem.TEXT_TOO_LONG)
        check_number(found, "value", self.value)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectReport:
    """The report of a project on one quarter.

    Attributes:
        due: When it was due, as the terms were when it came in.
        progress: What it says on each objective, each once.

    Raises:
        Refused: The quarter is no quarter or had not begun, who reported is missing, it says
            nothing, or a text is too long.
    """

    id: ProjectReportId
    project: ProjectId
    quarter: date
    due: date
    received: date
    reported_by: str = field(repr=False)
    progress: tuple[ObjectiveProgress, ...] = ()
    note: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a report on nothing, or by nobody."""
        found = Findings()
        wrong = quarter_of(self.quarter) != self.quarter
        found.when(wrong, "quarter", Problem.NOT_A_QUARTER)
        found.when(self.received < self.quarter, "received", Problem.QUARTER_NOT_BEGUN)
        found.when(not self.reported_by.strip(), "reported_by", Problem.NAME_MISSING)
        found.when(len(self.reported_by) > text.LINE_LIMIT, "reported_by", Problem.LINE_TOO_LONG)
        silent = not self.progress and not self.note.strip()
        found.when(silent, "note", Problem.TEXT_MISSING)
        found.when(len(self.note) > text.TEXT_LIMIT, "note", Problem.TEXT_TOO_LONG)
        told = [one.objective for one in self.progress]
        found.when(len(set(told)) < len(told), "progress", Problem.ALREADY_THERE)
        found.settle()

    @property
    def late(self) -> bool:
        """Say whether it came after it was due."""
        return self.received > self.due

    def of(self, objective: ObjectiveId) -> ObjectiveProgress | None:
        """Give what it says on an objective, None where it says nothing."""
        return next((one for one in self.progress if one.objective == objective), None)
