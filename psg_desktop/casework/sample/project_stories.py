"""What the projects of the sample promised, reported and cost: one on time, one late, one over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import funding, objectives, progress
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.ids import (
    ClawbackId,
    ObjectiveId,
    ProjectId,
    ProjectRatingId,
    ProjectReportId,
)
from psg_desktop.domain.objectives import Measure, Objective, ObjectiveRevision
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.project_reports import ObjectiveProgress, ProjectReport
from psg_desktop.domain.projects import BudgetLine, Project, QuarterMoney
from psg_desktop.domain.quarters import between, last_day, quarter_of
from psg_desktop.domain.rag import Rag

_BOARD, _OFFICER = "Fenmarket CSP board", "Ottilie Bream"
_TEN_DAYS = timedelta(days=10)
_PROMISES = (
    (
        "Fewer reports of disorder after dark around the place.",
        Measure(what="Reports after dark", unit="a month", baseline=24, target=12),
        (22, 19, 15, 14, 13),
    ),
    (
        "Residents feel safer than before.",
        Measure(what="Residents who feel safe after dark", unit="%", baseline=41, target=60),
        (43, 47, 52, 55, 58),
    ),
)
_SAID = (
    "Set up and agreed with the partners.",
    "Begun; the first results are in.",
    "Going as planned; two weeks were lost to the weather.",
    "Most of it is done.",
    "Done but for the last survey.",
)
_LATER = ObjectiveRevision(
    on=date.max,
    wording="Fewer reports of disorder after dark, school holidays counted apart.",
    target=15,
    reason="The holidays hid what changed in term.",
    agreed_by=_BOARD,
)
_CLAIM = "The last part was not spent by the end of the grant."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Course:
    """How a project went: reports left out at the end, and its colours, the oldest first."""

    missing: int
    colours: tuple[tuple[Aspect, Rag, str], ...]


_ON_TIME = _Course(
    missing=0,
    colours=(
        (Aspect.DELIVERY, Rag.AMBER, "The contractor began a month late."),
        (Aspect.DELIVERY, Rag.GREEN, ""),
        (Aspect.SPEND, Rag.GREEN, ""),
        (Aspect.OUTCOME, Rag.GREEN, ""),
    ),
)
_LATE = _Course(
    missing=1,
    colours=(
        (Aspect.DELIVERY, Rag.AMBER, "The staff one partner promised have not come yet."),
        (Aspect.SPEND, Rag.RED, "The last quarter is not accounted for yet."),
        (Aspect.OUTCOME, Rag.AMBER, "Reports fall, but more slowly than was promised."),
    ),
)


def tell(office: Office, today: date) -> None:
    """Keep the stories in a vault that has its projects."""
    with office.reading() as unit:
        held = sorted(unit.projects.all(), key=lambda one: (one.starts or today, one.id))
    _reach_past_milestones(office, held, today)
    live = [one for one in held if one.ends and one.starts and one.starts < today < one.ends]
    over = [one for one in held if one.ends and one.ends < today]
    for project, course in zip(live, (_LATE, _ON_TIME), strict=False):
        _run(office, project.id, course, today)
    for project in over[-1:]:
        _run(office, project.id, _ON_TIME, today)
        _end(office, projects.get(office, project.id), today)


def _reach_past_milestones(office: Office, held: Sequence[Project], today: date) -> None:
    """Let all be reached that was due, but the last of the newest project."""
    for project in held[:-1]:
        steps = tuple(
            replace(one, reached=one.due)
            if one.due and one.due <= today and one.reached is None
            else one
            for one in project.milestones
        )
        if steps != project.milestones:
            projects.save(office, replace(project, milestones=steps))
    for project in held[-1:]:
        ahead = next((one for one in project.milestones if one.reached is None), None)
        if ahead is not None and ahead.due is not None:
            funding.move_milestone(
                office, project.id, ahead, ahead.due + timedelta(days=28),
                "The school asked for a later start.",
            )  # fmt: skip


def _run(office: Office, id_: ProjectId, course: _Course, today: date) -> None:
    project = projects.get(office, id_)
    starts, ends = project.starts or today, project.ends or today
    first = quarter_of(starts)
    terms = progress.terms_of(office, project.id)
    final = replace(terms, first_quarter=first, final_due=ends + timedelta(days=60))
    progress.set_terms(office, final)
    promised = [_promise(office, project, place) for place in range(len(_PROMISES))]
    over = final.owed(project.ends, today)
    told = over[: len(over) - course.missing]
    for place, quarter in enumerate(told):
        _report(office, project, promised, quarter, place)
    if told:
        changed = replace(_LATER, on=min(last_day(told[-1]), today))
        objectives.revise(office, promised[0].id, changed)
    lines = tuple(_spent(line, starts, ends, told) for line in project.budget)
    funding.save_spending(office, project.id, project.budget, lines)
    days = [today - timedelta(days=100 - 30 * place) for place in range(len(course.colours))]
    for day, (aspect, rag, reason) in zip(days, course.colours, strict=True):
        made = ProjectRating(
            id=ProjectRatingId(office.new_id()), project=project.id, aspect=aspect, rag=rag,
            on=min(max(day, starts), today), reason=reason, rated_by=_BOARD,
        )  # fmt: skip
        progress.rate(office, [made])


def _promise(office: Office, project: Project, place: int) -> Objective:
    wording, measure, _values = _PROMISES[place]
    made = Objective(
        id=ObjectiveId(office.new_id()),
        project=project.id,
        agreed_on=project.starts or office.today(),
        wording=wording,
        measure=measure,
    )
    objectives.agree(office, made)
    return made


def _report(
    office: Office, project: Project, promised: Sequence[Objective], quarter: date, place: int
) -> None:
    at = min(place, len(_SAID) - 1)
    said = tuple(
        ObjectiveProgress(objective=one.id, narrative=_SAID[at], value=_PROMISES[number][2][at])
        for number, one in enumerate(promised)
    )
    received = min(last_day(quarter) + _TEN_DAYS, office.today())
    made = ProjectReport(
        id=ProjectReportId(office.new_id()), project=project.id, quarter=quarter, due=received,
        received=received, reported_by=_OFFICER, progress=said,
    )  # fmt: skip
    progress.receive(office, made)


def _spent(line: BudgetLine, starts: date, ends: date, told: Sequence[date]) -> BudgetLine:
    """Spread a line over the quarters; what is spent is a little under the plan."""
    every = between(starts, ends)
    share = line.pence // len(every)
    rows = tuple(
        QuarterMoney(
            quarter=one,
            planned=share,
            actual=share * (92 + 3 * place % 12) // 100 if one in told else None,
        )
        for place, one in enumerate(every)
    )
    return replace(line, quarters=rows, match=line.in_kind)


def _end(office: Office, project: Project, today: date) -> None:
    terms = progress.terms_of(office, project.id)
    ended = project.ends or today
    received = min(ended + timedelta(days=40), today)
    findings = "Reports after dark fell by nearly half; the survey found most feel safer."
    progress.receive_final(office, replace(terms, final_received=received, findings=findings))
    agreed = min(ended + timedelta(days=45), today)
    claim = Clawback(
        id=ClawbackId(office.new_id()), project=project.id, source=project.budget[0].source,
        pence=project.budget[0].pence // 10, reason=_CLAIM, agreed_on=agreed,
        asked_on=min(agreed + _TEN_DAYS, today),
    )  # fmt: skip
    funding.save_clawback(office, claim)
