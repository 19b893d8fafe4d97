"""Objectives of a project: agreed once, changed only with a date and a reason."""

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ObjectiveId
from psg_desktop.domain.objectives import Objective, ObjectiveRevision
from psg_desktop.domain.refusals import Problem, refuse


def agree(office: Office, objective: Objective) -> None:
    """Keep an objective as first agreed; from now on it can only be revised.

    Raises:
        Refused: It was agreed in the future, is there already, or its project is not there.
    """
    if objective.agreed_on > office.today():
        raise refuse("agreed_on", Problem.DATE_IN_FUTURE)
    with office.working(Act.AGREE_OBJECTIVE) as unit:
        unit.projects.get(objective.project)
        if unit.objectives.find(objective.id) is not None:
            raise refuse("", Problem.REPORTED_AGAINST)
        unit.objectives.put(objective)


def revise(office: Office, id_: ObjectiveId, revision: ObjectiveRevision) -> None:
    """Keep what an objective was changed to; its first wording stays and is reported against.

    Raises:
        Refused: It lies in the future or before what it revises, or there is no such objective.
    """
    if revision.on > office.today():
        raise refuse("on", Problem.DATE_IN_FUTURE)
    with office.working(Act.REVISE_OBJECTIVE) as unit:
        unit.objectives.put(unit.objectives.get(id_).revised(revision))


def take_out(office: Office, id_: ObjectiveId) -> None:
    """Remove an objective that was typed by mistake.

    Raises:
        Refused: It was revised or reported on already, or is not there.
    """
    with office.working(Act.REMOVE_OBJECTIVE) as unit:
        objective = unit.objectives.get(id_)
        reports = unit.project_reports.where(project=objective.project)
        if objective.revisions or any(report.of(id_) for report in reports):
            raise refuse("", Problem.REPORTED_AGAINST)
        unit.objectives.remove(id_)
