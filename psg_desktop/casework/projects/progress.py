"""What a project reports: the terms, the quarterly reports, the final one, and its ratings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ProjectId, ReportingId
from psg_desktop.domain.project_ratings import ProjectRating
from psg_desktop.domain.project_reports import ProjectReport, Reporting
from psg_desktop.domain.quarters import last_day
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store.units import Unit


def terms_of(office: Office, project: ProjectId) -> Reporting:
    """Read what a project has to report; where nothing is set yet, terms that ask for nothing."""
    with office.reading() as unit:
        held = _terms(unit, project)
    return held or Reporting(id=ReportingId(office.new_id()), project=project)


def set_terms(office: Office, terms: Reporting) -> None:
    """Keep what a project has to report.

    Raises:
        Refused: Its project is not there.
    """
    with office.working(Act.SET_REPORTING) as unit:
        _put_terms(unit, terms)


def receive_final(office: Office, terms: Reporting) -> None:
    """Keep the final report of a project: when it came, and what it found.

    Raises:
        Refused: The day is missing or in the future, or nothing was found.
    """
    if terms.final_received is None:
        raise refuse("final_received", Problem.DATE_MISSING)
    if terms.final_received > office.today():
        raise refuse("final_received", Problem.DATE_IN_FUTURE)
    if not terms.findings.strip():
        raise refuse("findings", Problem.OUTCOME_MISSING)
    with office.working(Act.RECEIVE_FINAL_REPORT) as unit:
        _put_terms(unit, terms)


def receive(office: Office, report: ProjectReport) -> None:
    """Keep a quarterly report, new or corrected.

    A report says something on every objective that was agreed by the end of its quarter; a new one
    is due by the terms as they are now, and a corrected one keeps the day it was due.

    Raises:
        Refused: It came in the future, an objective is left out, or the quarter has a report.
    """
    if report.received > office.today():
        raise refuse("received", Problem.DATE_IN_FUTURE)
    with office.working(Act.RECEIVE_REPORT) as unit:
        unit.projects.get(report.project)
        for other in unit.project_reports.where(project=report.project):
            if other.quarter == report.quarter and other.id != report.id:
                raise refuse("quarter", Problem.REPORTED_ALREADY)
        before = unit.project_reports.find(report.id)
        for objective in unit.objectives.where(project=report.project):
            agreed_by_then = objective.agreed_on <= last_day(report.quarter)
            if agreed_by_then and report.of(objective.id) is None:
                raise refuse("narrative", Problem.TEXT_MISSING)
        same = before is not None and before.quarter == report.quarter
        due = before.due if before and same else _due(unit, report)
        unit.project_reports.put(replace(report, due=due))


def rate(office: Office, ratings: Sequence[ProjectRating]) -> None:
    """Keep how aspects of a project are rated.

    Raises:
        Refused: One lies in the future, or the project is not there.
    """
    if any(one.on > office.today() for one in ratings):
        raise refuse("on", Problem.DATE_IN_FUTURE)
    with office.working(Act.RATE_PROJECT) as unit:
        for one in ratings:
            unit.projects.get(one.project)
        unit.project_ratings.put(*ratings)


def _due(unit: Unit, report: ProjectReport) -> date:
    terms = _terms(unit, report.project)
    return terms.due(report.quarter) if terms else report.due


def _terms(unit: Unit, project: ProjectId) -> Reporting | None:
    return next(iter(unit.reportings.where(project=project)), None)


def _put_terms(unit: Unit, terms: Reporting) -> None:
    unit.projects.get(terms.project)
    held = _terms(unit, terms.project)
    unit.reportings.put(replace(terms, id=held.id) if held else terms)
