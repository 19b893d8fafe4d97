"""Everything on file about one project, what it owes, and what is late."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from uuid import UUID

from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.objectives import Objective
from psg_desktop.domain.project_ratings import Aspect, ProjectRating, standing
from psg_desktop.domain.project_reports import ProjectReport, Reporting
from psg_desktop.domain.projects import Project
from psg_desktop.domain.quarters import quarter_of, shifted

# A final report takes longer to write than a quarter's: it is named this long before it is due.
FINAL_AHEAD = timedelta(days=14)


class ProjectClock(StrEnum):
    """What of a project waits for somebody, in the order it is told."""

    REPORT_LATE = "report_late"
    FINAL_REPORT_DUE = "final_report_due"
    MILESTONE_OVERDUE = "milestone_overdue"
    CLAWBACK_OUTSTANDING = "clawback_outstanding"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectWait:
    """One thing of a project that waits for somebody.

    Attributes:
        since: The day it was due; of a clawback the day it was asked for, or agreed.
        quarter: The quarter a late report is about.
        what: The milestone.
        pence: What is to be paid back.
    """

    project: ProjectId
    name: str = field(repr=False)
    clock: ProjectClock
    since: date
    quarter: date | None = None
    what: str = field(default="", repr=False)
    pence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedReport:
    """A quarter that is to be reported on, and its report once it is there."""

    quarter: date
    due: date
    report: ProjectReport | None = None

    def late(self, day: date) -> bool:
        """Say whether it is missing and was due before a day."""
        return self.report is None and self.due < day


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFile:
    """A project with all that belongs to it; objectives and reports in the order they came."""

    project: Project
    objectives: tuple[Objective, ...] = ()
    reporting: Reporting | None = None
    reports: tuple[ProjectReport, ...] = ()
    ratings: tuple[ProjectRating, ...] = ()
    clawbacks: tuple[Clawback, ...] = ()

    @property
    def parts(self) -> tuple[UUID, ...]:
        """The identifiers of all that belongs to the project."""
        terms = (self.reporting,) if self.reporting else ()
        held = (*self.objectives, *terms, *self.reports, *self.ratings, *self.clawbacks)
        return tuple(one.id for one in held)

    def report_of(self, quarter: date) -> ProjectReport | None:
        """Give the report on a quarter, None where there is none."""
        return next((one for one in self.reports if one.quarter == quarter), None)

    def owed(self, day: date) -> tuple[OwedReport, ...]:
        """Give the quarters over by a day that are to be reported on, the oldest first."""
        terms = self.reporting
        if terms is None:
            return ()
        return tuple(
            OwedReport(quarter=one, due=terms.due(one), report=self.report_of(one))
            for one in terms.owed(self.project.ends, day)
        )

    def next_report(self, day: date) -> OwedReport | None:
        """Give the oldest report that is missing, or the one that is due next; None for none."""
        terms = self.reporting
        if terms is None or terms.first_quarter is None:
            return None
        missing = next((one for one in self.owed(day) if one.report is None), None)
        if missing is not None:
            return missing
        coming = max(terms.first_quarter, quarter_of(day))
        while self.report_of(coming) is not None:
            coming = shifted(coming, 1)
        ends = self.project.ends
        if ends is not None and coming > ends:
            return None
        return OwedReport(quarter=coming, due=terms.due(coming))

    def reportable(self, day: date) -> tuple[date, ...]:
        """Give the quarters begun by a day on which no report is there, the oldest first."""
        terms = self.reporting
        missing = [one.quarter for one in self.owed(day) if one.report is None]
        running = quarter_of(day)
        first = terms.first_quarter if terms else None
        begun = first is None or first <= running
        ends = self.project.ends
        running_counts = begun and (ends is None or running <= ends)
        if running_counts and running not in missing and self.report_of(running) is None:
            missing.append(running)
        return tuple(missing)

    def standing(self, day: date) -> dict[Aspect, ProjectRating]:
        """Give how each aspect stands on a day."""
        return standing(self.ratings, day)

    def lacks_report_at(self, day: date) -> date | None:
        """Give the last quarter over by a day if it is to be reported on and was not."""
        owed = self.owed(day)
        return owed[-1].quarter if owed and owed[-1].report is None else None

    def waits(self, day: date) -> tuple[ProjectWait, ...]:
        """Give what waits for somebody on a day, in the order of `ProjectClock`, then by day."""
        order = list(ProjectClock)
        return tuple(sorted(self._waits(day), key=lambda one: (order.index(one.clock), one.since)))

    def _waits(self, day: date) -> Iterator[ProjectWait]:
        project = self.project
        wait = partial(ProjectWait, project=project.id, name=project.name)
        for owed in self.owed(day):
            if owed.late(day):
                yield wait(clock=ProjectClock.REPORT_LATE, since=owed.due, quarter=owed.quarter)
        terms = self.reporting
        final = terms.final_due if terms and terms.final_received is None else None
        if final is not None and final <= day + FINAL_AHEAD:
            yield wait(clock=ProjectClock.FINAL_REPORT_DUE, since=final)
        for step in project.milestones:
            if step.due is not None and step.overdue(day):
                yield wait(clock=ProjectClock.MILESTONE_OVERDUE, since=step.due, what=step.what)
        for claim in self.clawbacks:
            if claim.outstanding:
                since = claim.asked_on or claim.agreed_on
                yield wait(
                    clock=ProjectClock.CLAWBACK_OUTSTANDING, since=since, what=claim.source,
                    pence=claim.outstanding,
                )  # fmt: skip
