"""Tables for the board: the plan, and how the recommendations of death reviews stand."""

from collections.abc import Iterator
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import death_reviews, plan_pages
from psg_desktop.documents.tables import Sheet, Value, write_workbook
from psg_desktop.domain.death_reviews import Recommendation, RecommendationStanding
from psg_desktop.domain.ids import AgencyId, PlanId
from psg_desktop.domain.plan import PlanAction
from psg_desktop.domain.plan_lists import PlanPage, PriorityOverview
from psg_desktop.words import names
from psg_desktop.words import plan as words

_SUMMARY = (
    "Review", "Called", "Title", "Stage", "Since", "Recommendations", "Done", "In hand",
    "Waiting", "Pressing",
)  # fmt: skip
_PROGRESS = (
    "Review", "Number", "Recommendation", "Addressee", "Agreed on", "Sent", "Acknowledged",
    "Owner", "Milestones", "Due", "Standing", "Evidence", "Done",
)  # fmt: skip
_ACTIONS = (
    "Priority", "Objective", "Lead", "Red, amber or green", "Reason", "Action", "Action lead",
    "Due", "Ended", "Progress", "Overdue",
)  # fmt: skip
_MEASURES = (
    "Priority", "Measure", "Set", "What is counted", "Baseline", "Baseline period",
    "Baseline source", "Target", "Latest", "Latest period", "Latest source", "Data of", "Course",
)  # fmt: skip
_SERVED = ("Priority", "Cases", "Of these open", "Projects")


def write_progress(office: Office, path: Path) -> None:
    """Write how every recommendation stands: a summary by review, and a line for each.

    Raises:
        Unwritable, DiskFull: It cannot be written there.
    """
    followed = death_reviews.followed(office)
    agencies = death_reviews.agency_names(office)
    lines = [
        _progress(office, one.review.reference, recommendation, agencies)
        for one in followed
        for recommendation in one.recommendations
    ]
    summary = [_summary(office, one) for one in followed]
    write_workbook(
        path,
        (
            Sheet(name="Reviews", table="reviews", headers=_SUMMARY, rows=summary),
            Sheet(name="Recommendations", table="recommendations", headers=_PROGRESS, rows=lines),
        ),
    )


def write_plan(office: Office, id_: PlanId, path: Path) -> None:
    """Write a plan: its actions, its measures against their baselines, and what serves it.

    Raises:
        Unwritable, DiskFull: It cannot be written there.
    """
    page = plan_pages.page(office, id_)
    actions = [row for one in page.priorities for row in _actions(office, page, one)]
    measures = [row for one in page.priorities for row in _measures(one)]
    served = [
        (one.priority.name, one.counts.cases, one.counts.open_cases, one.counts.projects)
        for one in page.priorities
    ]
    write_workbook(
        path,
        (
            Sheet(name="Actions", table="actions", headers=_ACTIONS, rows=actions),
            Sheet(name="Measures", table="measures", headers=_MEASURES, rows=measures),
            Sheet(name="Served by", table="served", headers=_SERVED, rows=served),
        ),
    )


def _summary(office: Office, one: death_reviews.FollowedReview) -> tuple[Value, ...]:
    today, standing = office.today(), RecommendationStanding
    counted = [each.standing(today) for each in one.recommendations]
    calm = [counted.count(each) for each in (standing.DONE, standing.IN_HAND, standing.WAITING)]
    review = one.review
    return (
        review.reference, names.name(review.kind), review.title, names.name(review.stage),
        review.since, len(counted), *calm, len(counted) - sum(calm),
    )  # fmt: skip


def _progress(
    office: Office, review: str, one: Recommendation, agencies: dict[AgencyId, str]
) -> tuple[Value, ...]:
    return (
        review, one.number, one.text, agencies[one.agency] if one.agency else "", one.made_on,
        one.sent, one.acknowledged, one.owner, words.steps(one.steps), one.due,
        names.name(one.standing(office.today())), one.evidence, one.done,
    )  # fmt: skip


def _actions(office: Office, page: PlanPage, one: PriorityOverview) -> Iterator[tuple[Value, ...]]:
    known, standing = one.priority, one.priority.standing
    lead = known.lead_officer
    if known.lead_agency is not None:
        lead = ", ".join(filter(None, (lead, page.agencies[known.lead_agency])))
    head = (
        known.name, known.objective, lead, names.name(standing.rag) if standing else "Not rated",
        standing.reason if standing else "",
    )  # fmt: skip
    for action in one.actions or (None,):
        yield (*head, *(_action(office, page, action) if action else ("", "", None, None, "", "")))


def _action(office: Office, page: PlanPage, action: PlanAction) -> tuple[Value, ...]:
    agency = page.agencies[action.agency] if action.agency else ""
    late = "yes" if action.overdue(office.today()) else "no"
    return (
        action.what, f"{action.officer}, {agency}", action.due, action.ended, action.progress,
        late,
    )  # fmt: skip


def _measures(one: PriorityOverview) -> Iterator[tuple[Value, ...]]:
    for measure in one.measures:
        base, latest = measure.baseline, measure.latest
        yield (
            one.priority.name, measure.name, names.name(measure.scope), measure.unit,
            *((base.value, base.period, base.source) if base else (None, "", "")),
            measure.target,
            *((latest.value, latest.period, latest.source, latest.on) if latest
              else (None, "", "", None)),
            words.change(measure),
        )  # fmt: skip
