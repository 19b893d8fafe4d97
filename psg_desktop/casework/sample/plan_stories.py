"""The plan of the sample's partnership, last year's and this year's, and two death reviews."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan, plan_links, plan_pages
from psg_desktop.domain.agencies import AgencyKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.death_reviews import (
    DeathReview,
    DeathReviewKind,
    Recommendation,
    ReviewStage,
    Step,
)
from psg_desktop.domain.ids import (
    AgencyId,
    DeathReviewId,
    PlanActionId,
    PlanId,
    PlanMeasureId,
    PlanPriorityId,
    RecommendationId,
)
from psg_desktop.domain.plan import Judgement, PlanAction, PlanPriority, plan_year, year_words
from psg_desktop.domain.plan_measures import Better, Figure, MeasureScope, PlanMeasure
from psg_desktop.domain.rag import Rag

_BOARD = "Fenmarket Community Safety Partnership board"
_POLICE, _COUNCIL = AgencyKind.POLICE, AgencyKind.DISTRICT_COUNCIL


class _Told(NamedTuple):
    """A priority: its name, objective, lead, focus areas, measure and judgements."""

    name: str
    objective: str
    lead: tuple[AgencyKind, str]
    areas: tuple[str, ...]
    measure: tuple[str, str, Better, float, float]
    judged: tuple[tuple[int, Rag, str], ...]
    actions: tuple[tuple[str, int, str], ...]


# Days are counted from today: those before it are past.
_PRIORITIES = (
    _Told(
        "Quieter streets and squares",
        "Fewer people disturbed in the same places again and again.",
        (_COUNCIL, "Community safety manager"),
        ("asb_nuisance", "neighbour_dispute", "noise", "street_drinking", "youth_asb"),
        ("Reports of nuisance", "reports", Better.LOWER, 1184, 1046),
        (
            (120, Rag.AMBER, "Reports level; the square's lighting is late."),
            (25, Rag.GREEN, "Down on the baseline for two quarters; lighting is ordered."),
        ),
        (
            ("Light the path behind the market hall.", -18, "Ordered, waiting for the supplier."),
            ("Visit every address with three reports in a quarter.", 40, "31 of 44 visited."),
        ),
    ),
    _Told(
        "People used by others",
        "Homes taken over are found sooner and given back to those who live there.",
        (_POLICE, "Neighbourhood inspector"),
        ("cuckooing", "county_lines", "modern_slavery", "drug_dealing"),
        ("Days from first sign to a plan", "days", Better.LOWER, 34, 41),
        ((40, Rag.RED, "Slower than last year: two posts are empty."),),
        (("Train housing officers in the signs of a home taken over.", 70, ""),),
    ),
    _Told(
        "Safer at home",
        "Those who ask for help are met by somebody who knows what to do.",
        (_COUNCIL, "Domestic abuse lead"),
        ("domestic_abuse", "stalking", "violence_against_women"),
        ("Agencies with trained reception staff", "agencies", Better.HIGHER, 5, 7),
        ((60, Rag.AMBER, "Training runs; two agencies have no date yet."),),
        (("Agree one way to refer between reception desks.", 12, "Drafted."),),
    ),
)
# Text, days since it was agreed, days to its due date, and days since sent, answered and done.
_RECOMMENDATIONS = (
    ("Train reception staff to ask about safety at home.", 160, 30, 150, 140, None),
    ("Review how concerns for a neighbour are passed on.", 160, -12, 150, 120, None),
    ("Write to every surgery about routine enquiry.", 40, 150, 30, None, None),
    ("Publish one number to call in the district.", 200, -60, 195, 190, 70),
    ("Check that letters are sent to a safe address.", 20, 120, None, None, None),
)


def tell(office: Office) -> None:
    """Keep the stories in a vault that has its agencies and cases."""
    year = plan_year(office.today())
    agencies = _agencies(office)
    last = plan.begin(office, year - 1)
    for told in _PRIORITIES:
        _priority(office, last, told, agencies)
    _agree(office, last, date(year - 1, 3, 12))
    this = plan.begin(office, year, last)
    _agree(office, this, date(year, 3, 11))
    for overview, told in zip(plan_pages.page(office, this).priorities, _PRIORITIES, strict=True):
        known = overview.priority
        _promise(office, known, told, agencies)
        _measure(office, known.id, told, year)
        if told is not _PRIORITIES[-1]:  # the last one shows what is only proposed
            plan_links.accept_proposed(office, known.id)
    _link_projects(office, this)
    _reviews(office, agencies)


def _priority(
    office: Office, year: PlanId, told: _Told, agencies: dict[AgencyKind, AgencyId]
) -> None:
    kind, officer = told.lead
    made = PlanPriority(
        id=PlanPriorityId(office.new_id()), plan=year, position=0, name=told.name,
        objective=told.objective, lead_agency=agencies[kind], lead_officer=officer,
        focus_areas=told.areas,
    )  # fmt: skip
    plan.save_priority(office, made)


def _promise(
    office: Office, known: PlanPriority, told: _Told, agencies: dict[AgencyKind, AgencyId]
) -> None:
    kind, officer = told.lead
    today = office.today()
    for days, rag, reason in told.judged:
        on = today - timedelta(days=days)
        plan.judge(office, known.id, Judgement(on=on, rag=rag, reason=reason, by=officer))
    for what, days, progress in told.actions:
        made = PlanAction(
            id=PlanActionId(office.new_id()), priority=known.id, what=what, officer=officer,
            agency=agencies[kind], due=today + timedelta(days=days), progress=progress,
        )  # fmt: skip
        plan.save_action(office, made)


def _measure(office: Office, priority: PlanPriorityId, told: _Told, year: int) -> None:
    name, unit, better, before, latest = told.measure
    source = "Partnership data group"
    on = office.today() - timedelta(days=40)
    base = Figure(value=before, period=year_words(year - 1), source=source)
    read = Figure(value=latest, period="the last four quarters", source=source, on=on)
    made = PlanMeasure(
        id=PlanMeasureId(office.new_id()), priority=priority, name=name, unit=unit, better=better,
        scope=MeasureScope.LOCAL, baseline=base, readings=(read,),
    )  # fmt: skip
    plan.save_measure(office, made)


def _agree(office: Office, id_: PlanId, on: date) -> None:
    known = next(one for one in plan_pages.years(office) if one.id == id_)
    plan.save(office, replace(known, agreed_on=on, agreed_by=_BOARD))


def _link_projects(office: Office, this: PlanId) -> None:
    with office.reading() as unit:
        projects = unit.projects.all()
        first = plan.priorities_of(unit, this)[0]
    for project in projects[:2]:
        plan_links.link_project(office, first.id, project.id)


def _reviews(office: Office, agencies: dict[AgencyKind, AgencyId]) -> None:
    """Put the reviews; their words are known to point to nobody, so none is looked through."""
    today, owners = office.today(), list(agencies.values())
    with office.working(Act.SAVE_DEATH_REVIEW) as unit:
        for number, stage in ((1, ReviewStage.PUBLISHED), (2, ReviewStage.REPORTED)):
            review = DeathReview(
                id=DeathReviewId(office.new_id()), kind=DeathReviewKind.RELATED_DEATH,
                reference=f"DARDR {number}", title=f"Adult {'AB'[number - 1]}", stage=stage,
                since=today - timedelta(days=90 * number),
            )  # fmt: skip
            unit.death_reviews.put(review)
            for place, row in enumerate(_RECOMMENDATIONS[number - 1 :: 2], 1):
                made = Recommendation(
                    id=RecommendationId(office.new_id()), review=review.id, number=str(place),
                    agency=owners[place % len(owners)], **_told(row, today),
                )  # fmt: skip
                unit.recommendations.put(made)


def _told(row: tuple[str, int, int, int | None, int | None, int | None], today: date) -> Any:
    text, made, due, *since = row
    sent, answered, done = (None if one is None else today - timedelta(days=one) for one in since)
    on = today - timedelta(days=made)
    step = Step(what="Plan agreed with the board", due=on + timedelta(days=60),
                reached=on + timedelta(days=50))  # fmt: skip
    return {
        "text": text,
        "made_on": on,
        "due": today + timedelta(days=due),
        "sent": sent,
        "acknowledged": answered,
        "owner": "Safeguarding lead" if answered else "",
        "steps": (step,) if answered else (),
        "evidence": "Leaflet and website, seen by the board." if done else "",
        "done": done,
    }


def _agencies(office: Office) -> dict[AgencyKind, AgencyId]:
    with office.reading() as unit:
        return {one.kind: one.id for one in reversed(unit.agencies.all())}
