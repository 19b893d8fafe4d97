"""Today's page and the caseload counted once more, from the records and without any query."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import actions, closing
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.referring import referral_lists
from psg_desktop.casework.reviewing import review_queue
from psg_desktop.domain.cases import Case, CaseKind, CaseState
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import ActionFilter, ActionView, CaseView
from psg_desktop.domain.meetings import MeetingGroup, MeetingState
from psg_desktop.domain.today import Gap
from tests.stateful.world import World

ALL = slice(0, None)
OPEN, LIVE = {"agreed", "in_progress"}, {"agreed", "in_progress", "proposed"}


class Count:
    """All records that the counts are made of, read once and looked through one by one."""

    def __init__(self, world: World) -> None:
        self.day: date = world.today
        self.cases: list[Case] = [*world.all(RecordKind.CASE)]
        self.open = [one for one in self.cases if one.state is not CaseState.CLOSED]
        self.actions = world.all(RecordKind.ACTION)
        self.overdue = [
            one for one in self.actions if one.state in OPEN and one.due and one.due < self.day
        ]
        self.reviews = world.all(RecordKind.REVIEW)
        self.notes = world.all(RecordKind.NOTE)
        self.proposals = world.all(RecordKind.CLOSURE_PROPOSAL)
        self.assessments = world.all(RecordKind.RISK_ASSESSMENT)
        self.quiet_days: int = world.office.partnership().quiet_after_days

    def reviews_due(self) -> list[Case]:
        return [one for one in self.open if one.review_due and one.review_due <= self.day]

    def quiet(self) -> list[Case]:
        first = self.day - timedelta(days=self.quiet_days)
        heard = {one.case for one in self.notes if one.happened_on >= first}
        heard |= {one.case for one in self.reviews if one.held_on >= first}
        for one in self.actions:
            if any(day and day >= first for day in (one.agreed_on, one.ended)):
                heard.add(one.case)
        return [one for one in self.open if one.opened < first and one.id not in heard]

    def proposed(self) -> list[Case]:
        waiting = {one.case for one in self.proposals if one.state in {"open", "objected"}}
        return [one for one in self.open if one.id in waiting]

    def closed_this_quarter(self) -> list[Case]:
        first = date(self.day.year, 1 + (self.day.month - 1) // 3 * 3, 1)
        return [one for one in self.cases if one.ended and one.ended >= first]

    def assess_again(self) -> list[UUID]:
        latest: dict[UUID, Any] = {}
        for one in sorted(self.assessments, key=lambda one: (one.made_on, str(one.id))):
            latest[one.case] = one
        still = {one.id for one in self.open}
        due = (one for one in latest.values() if one.due_again and one.due_again <= self.day)
        return [one.case for one in due if one.case in still]

    def gaps(self) -> dict[Gap, int]:
        acted = {one.case for one in self.actions if one.state in OPEN}
        offered = {one.case for one in self.actions if one.state == "proposed"}
        rules: dict[Gap, Callable[[Case], bool]] = {
            Gap.NO_REVIEW_DATE: lambda one: one.review_due is None,
            Gap.NO_LEAD: lambda one: one.lead_agency is None,
            Gap.NO_RISK: lambda one: one.risk is None and one.kind is not CaseKind.PROJECT,
            Gap.NO_FOCUS_AREA: lambda one: not one.focus_areas,
            Gap.NO_OPEN_ACTION: lambda one: (
                one.state is CaseState.ACTIVE_PLAN and one.id not in acted
            ),
            Gap.PROPOSED_ACTIONS: lambda one: one.id in offered,
        }
        return {gap: sum(map(rule, self.open)) for gap, rule in rules.items()}


def counts_are_right(world: World) -> None:
    """See that each saved view and each figure of Today is what a plain count comes to."""
    count, today = Count(world), lists.today(world.office)
    late = {one.case for one in count.overdue}
    assert lists.view_totals(world.office) == {
        CaseView.ALL: len(count.cases),
        CaseView.OPEN: len(count.open),
        CaseView.REVIEWS_DUE: len(count.reviews_due()),
        CaseView.OVERDUE_ACTIONS: len(late),
        CaseView.QUIET: len(count.quiet()),
        CaseView.CLOSURES_PROPOSED: len(count.proposed()),
        CaseView.CLOSED_THIS_QUARTER: len(count.closed_this_quarter()),
    }
    assert today.open_cases == len(count.open)
    assert today.reviews_total == len(count.reviews_due())
    assert today.quiet_total == len(count.quiet())
    assert today.assessments_total == len(count.assess_again())
    waiting = [one for one in world.all(RecordKind.REFERRAL) if one.state != "decided"]
    assert today.referrals_total == len(waiting) == referral_lists.undecided(world.office).total
    shown = {line.gap: line.total for line in today.gaps}
    planned = shown.pop(Gap.NO_MEETING_PLANNED, 0)
    assert shown == {gap: total for gap, total in count.gaps().items() if total}
    assert (planned == 0) == (today.next_meeting is not None)
    assert today.next_meeting == next_meeting(world)


def next_meeting(world: World) -> date | None:
    """Give the day of the next PSG meeting that was not called off."""
    days = [
        one.on
        for one in world.all(RecordKind.MEETING)
        if one.group is MeetingGroup.PSG
        and one.on >= world.today
        and one.state is not MeetingState.CANCELLED
    ]
    return min(days, default=None)


def what_is_overdue_is_seen(world: World) -> None:
    """See that what is overdue stands on Today, in its list and beside its case or agency."""
    count, today = Count(world), lists.today(world.office)
    late = {one.id for one in count.overdue}
    assert {one.id for agency in today.overdue for one in agency.actions} == late
    assert today.overdue_total == len(late)
    listed = actions.listed(world.office, ActionFilter(view=ActionView.OVERDUE), ALL).rows
    assert {one.id for one in listed} == late
    owed = Counter(one.owner for one in count.overdue)
    rows = agencies.listed(world.office)
    assert {row.id: row.overdue_actions for row in rows if row.overdue_actions} == owed
    reviews = {one.id for one in count.reviews_due()}
    assert {one.id for one in today.reviews} == reviews
    assert reviews <= set(review_queue.queue(world.office))
    assert {one.case.id for one in today.assessments} == set(count.assess_again())
    assert {one.case.id for one in today.closed_asking} == asking(world)
    assert today.closed_asking == closing.hold_questions(world.office)
    assert {(one.intervention, one.running.clock) for one in today.clocks} >= unanswered(world)


def asking(world: World) -> set[UUID]:
    """Give the closed cases that ask whether it held."""
    answered = {(one.case, one.closed_on) for one in world.all(RecordKind.HOLD_CHECK)}
    return {
        case.id
        for case in world.all(RecordKind.CASE)
        if case.closure is not None
        and case.closure.review_after is not None
        and max(case.closure.review_after, case.closure.on) <= world.today
        and (case.id, case.closure.on) not in answered
    }


def unanswered(world: World) -> set[tuple[UUID, str]]:
    """Give the interventions of open cases with a breach about which nothing was done."""
    closed = {one.id for one in world.all(RecordKind.CASE) if one.closed}
    return {
        (one.id, "breach")
        for one in world.all(RecordKind.INTERVENTION)
        if one.case not in closed
        and one.state not in {"withdrawn", "quashed"}
        and any(not breach.action.strip() for breach in one.breaches)
    }
