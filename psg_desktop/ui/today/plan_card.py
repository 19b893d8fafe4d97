"""The cards of the plan: overdue actions, and recommendations somebody has to look after."""

from datetime import date

from psg_desktop.domain.death_reviews import RecommendationDue, RecommendationStanding
from psg_desktop.domain.plan_lists import PlanActionDue
from psg_desktop.domain.today import Today
from psg_desktop.ui.parts.recommendations import standing_status
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.lines import Line
from psg_desktop.ui.today.targets import OpenDeathReviews, OpenPriority
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names

# A line has room for a word or two; the hint says it whole.
_SHORT = {
    RecommendationStanding.NOT_ACKNOWLEDGED: "Not answered",
    RecommendationStanding.MILESTONE_LATE: "Milestone late",
}


def plan_actions(today: Today) -> DayCard | None:
    """Overdue actions of the plan; each line opens its priority."""
    if not today.plan_actions:
        return None
    card = DayCard(f"Overdue in the plan  {len(today.plan_actions):,}")
    card.add_group("Overdue in the plan", [_action(one, today.day) for one in today.plan_actions])
    return card


def recommendations(today: Today) -> DayCard | None:
    """Recommendations of death reviews that are overdue, not sent or not acknowledged."""
    if not today.recommendations:
        return None
    card = DayCard(f"Death review recommendations  {len(today.recommendations):,}")
    lines = [_recommendation(one, today.day) for one in today.recommendations]
    card.add_group("Death review recommendations", lines)
    return card


def _action(one: PlanActionDue, day: date) -> Line:
    due = one.action.due or day
    days = (day - due).days
    late = f"{days} day late" if days == 1 else f"{days:,} days late"
    return Line(
        lead=one.agency,
        words=one.action.what,
        detail=late,
        hint=f"{one.name}: {one.action.officer}, due {dates.full(due)}, {late}",
        status=Status("red", late),
        target=OpenPriority(priority=one.priority),
    )


def _recommendation(one: RecommendationDue, day: date) -> Line:
    told = one.recommendation
    status, standing = standing_status(told, day), told.standing(day)
    short = _SHORT.get(standing) or names.name(standing)
    due = f", due {dates.full(told.due)}" if told.due else ""
    return Line(
        lead=f"{one.reference}, {told.number}",
        words=told.text,
        detail=short,
        hint=f"{one.agency}: {status.word}{due}",
        status=Status(status.state, short),
        target=OpenDeathReviews(),
    )
