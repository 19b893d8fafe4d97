"""One sample case told from a story: its people, what happened month by month, and how it ended."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import cycle
from random import Random

from psg_desktop.casework.sample import interventions
from psg_desktop.casework.sample.cast import Cast
from psg_desktop.casework.sample.story import Story
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import (
    Case,
    CaseKind,
    CaseMove,
    CaseState,
    Closure,
    ExternalLead,
    RiskLevel,
)
from psg_desktop.domain.ids import ActionId, CaseId, InvolvementId, NoteId, ReviewId
from psg_desktop.domain.involvements import Involvement
from psg_desktop.domain.notes import Note, NoteBasis
from psg_desktop.domain.reviews import DEFAULT_INTERVALS, Review

Record = object
_RISKS = (RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.MEDIUM, RiskLevel.STANDARD)
_BASES = (NoteBasis.FACT, NoteBasis.REPORTED, NoteBasis.REPORTED, NoteBasis.JUDGEMENT)
_MEETING = "PSG meeting"
# How often, from 0 to 1, things happen, so that every part of the window has something to show.
_SET_ASIDE, _BLOCKED, _LED, _STEPPED_DOWN = 0.22, 0.6, 0.96, 0.18
_LATE_REVIEW = 0.18
_PLANNED_BY = 16  # days after the opening
_ANSWERED, _FAILED, _FOLLOWED_UP, _IN_TIME = 0.93, 0.12, 0.55, 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Records that came to be, or changed, on one day; values in the order they are put."""

    on: date
    records: tuple[Record, ...] = field(repr=False)


class Telling:
    """Tells one case, a day at a time, until it is closed or today is reached."""

    def __init__(self, cast: Cast, rng: Random, story: Story, reference: str) -> None:
        self._cast = cast
        self._rng = rng
        self._story = story
        self._reference = reference
        self._words = cast.words(story, rng)

    def events(self, opened: date, today: date) -> Iterator[Event]:
        """Give what happened from the opening to today, oldest first."""
        case = self._case(opened)
        yield Event(on=opened, records=(*self._words.subject, case, *self._around(case)))
        case = case.move(CaseMove.START_PLAN)
        day = opened + timedelta(days=self._rng.randint(3, _PLANNED_BY))
        if day > today:
            return
        actions = self._actions(case, day)
        yield Event(on=day, records=(case, *actions))
        yield from self._course(case, actions, day, today)

    def _course(
        self, case: Case, actions: tuple[Action, ...], day: date, today: date
    ) -> Iterator[Event]:
        ends = day + timedelta(days=self._rng.randint(70, 420))
        for on, made in interventions.told(self._cast, case, self._words, day, min(ends, today)):
            yield Event(on=on, records=(made,))
        every = DEFAULT_INTERVALS[case.risk or RiskLevel.MEDIUM]
        notes = iter(self._story.notes)
        decisions = cycle(self._story.decisions)
        slack = self._rng.choice((0, 0, 0, 9, 24, 45))
        until = min(ends, today - timedelta(days=slack))
        for planned in _days(day, until, every):
            visit = min(_held_on(case, planned, every), until)
            done, actions = self._done(actions, visit)
            yield Event(on=visit, records=(*self._notes(case, notes, visit), *done))
            case, review = self._review(case, next(decisions), visit, every)
            added = self._follow_up(case, visit)
            actions = (*actions, *added)
            yield Event(on=visit, records=(review, case, *added))
        if ends <= today:
            yield self._end(case, actions, ends)
        elif self._rng.random() < _SET_ASIDE:
            yield self._set_aside(case, today - timedelta(days=self._rng.randint(4, 40)))

    def _case(self, opened: date) -> Case:
        risk = None if self._story.kind is CaseKind.PROJECT else self._rng.choice(_RISKS)
        every = DEFAULT_INTERVALS[risk or RiskLevel.MEDIUM]
        return Case(
            id=CaseId(self._cast.new_id()),
            reference=self._reference,
            kind=self._story.kind,
            subject=self._words.subject_id,
            title=self._words.title or self._story.title,
            opened=opened,
            focus_areas=self._story.focus,
            problem=self._words.say(self._story.problem),
            blocked=self._story.blocked if self._rng.random() < _BLOCKED else "",
            referred_by=self._cast.agency(self._rng.choice(("Police", "Council", "Housing"))),
            lead_agency=self._cast.agency(self._story.lead) if self._rng.random() < _LED else None,
            lead_practitioner=self._words.officer,
            risk=risk,
            review_due=opened + timedelta(days=_PLANNED_BY + every),
        )

    def _around(self, case: Case) -> tuple[Involvement, ...]:
        found = []
        for kind, party, role in self._words.parties(case.kind):
            found.append(
                Involvement(
                    id=InvolvementId(self._cast.new_id()),
                    case=case.id,
                    party_kind=kind,
                    party=party,
                    role=role,
                    since=case.opened,
                )
            )
        return tuple(found)

    def _actions(self, case: Case, day: date) -> tuple[Action, ...]:
        return tuple(self._agreed(case, day, owner, what) for owner, what in self._story.actions)

    def _follow_up(self, case: Case, day: date) -> tuple[Action, ...]:
        """Give the action a review adds, if it adds one."""
        if self._rng.random() > _FOLLOWED_UP:
            return ()
        owner, what = self._rng.choice(self._story.actions)
        return (self._agreed(case, day, owner, f"{what}: report back on progress"),)

    def _agreed(self, case: Case, day: date, owner: str, what: str) -> Action:
        return Action(
            id=ActionId(self._cast.new_id()),
            case=case.id,
            what=self._words.say(what),
            state=ActionState.AGREED,
            owner=self._cast.agency(owner),
            officer=self._cast.officer(self._rng, owner),
            due=day + timedelta(days=self._rng.randint(10, 70)),
            agreed_on=day,
            meeting=_MEETING,
        )

    def _done(
        self, actions: tuple[Action, ...], day: date
    ) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
        """Give the actions that come to an end by a day, and all of them as they then stand."""
        ended = []
        for action in actions:
            if not action.open or action.due is None:
                continue
            if action.due <= day and self._rng.random() < _ANSWERED:
                ended.append(self._ended(action, day))
        by_id = {one.id: one for one in ended}
        return tuple(ended), tuple(by_id.get(one.id, one) for one in actions)

    def _ended(self, action: Action, day: date) -> Action:
        if self._rng.random() < _FAILED:
            return action.give_up(day, "No engagement after three attempts.")
        return action.complete(_done_on(action, day), "Done and reported to the meeting.")

    def _notes(self, case: Case, notes: Iterator[str], day: date) -> tuple[Note, ...]:
        told = next(notes, None)
        if told is None:
            return ()
        happened = day - timedelta(days=self._rng.randint(0, 6))
        return (
            Note(
                id=NoteId(self._cast.new_id()),
                case=case.id,
                happened_on=max(happened, case.opened),
                text=self._words.say(told),
                written_at=self._cast.moment(day),
                source=self._cast.agency(self._story.lead),
                basis=self._rng.choice(_BASES),
            ),
        )

    def _review(self, case: Case, decision: str, day: date, every: int) -> tuple[Case, Review]:
        due = day + timedelta(days=every)
        review = Review(
            id=ReviewId(self._cast.new_id()),
            case=case.id,
            held_on=day,
            decision=self._words.say(decision),
            meeting=_MEETING,
            next_due=due,
        )
        case = replace(case, review_due=due)
        if case.state is CaseState.ACTIVE_PLAN and self._rng.random() < _STEPPED_DOWN:
            case = case.move(CaseMove.STEP_DOWN)
        return case, review

    def _end(self, case: Case, actions: tuple[Action, ...], day: date) -> Event:
        reason = self._rng.choice(("resolved", "resolved", "no_incidents", "single_agency"))
        closure = Closure(
            reason=reason,
            summary="The problem has eased and held through the last two reviews. Agencies agreed "
            "to close; the lead practitioner stays the first contact.",
            on=day,
            final_risk=None if case.kind is CaseKind.PROJECT else RiskLevel.STANDARD,
            told="The person referred and the lead agency, at the meeting.",
            review_after=day + timedelta(days=90),
        )
        left = tuple(
            one.cancel(day, "No longer needed: the case is closed.") for one in actions if one.open
        )
        return Event(on=day, records=(*left, case.close(closure)))

    def _set_aside(self, case: Case, day: date) -> Event:
        day = max(day, case.opened)
        turn = self._rng.randrange(3)
        if turn == 0:
            changed = case.hold_back("In hospital; work paused.", day, day + timedelta(days=60))
        elif turn == 1:
            lead = ExternalLead(group="MARAC", psg_role="Support with target hardening", since=day)
            changed = case.hand_over(lead)
        else:
            ask = "Ask the Delivery Group to unblock a decision between two agencies."
            changed = case.escalate("Delivery Group", ask, day)
        return Event(on=day, records=(changed,))


def _held_on(case: Case, planned: date, every: int) -> date:
    """Give the day a review was held: sometimes later than planned, never near the next one."""
    rng = Random(f"{case.id} {planned}")  # noqa: S311 - made-up data, not a secret
    late = rng.random() < _LATE_REVIEW
    return planned + timedelta(days=rng.randint(3, max(4, every // 2)) if late else 0)


def _done_on(action: Action, told_on: date) -> date:
    """Give the day an action was done that was heard of at a review: mostly by its due date."""
    rng = Random(str(action.id))  # noqa: S311 - made-up data, not a secret
    if action.due is None or rng.random() > _IN_TIME:
        return told_on
    day = action.due - timedelta(days=rng.randint(0, 6))
    return max(day, action.agreed_on or day)


def _days(start: date, end: date, every: int) -> Iterator[date]:
    day = start + timedelta(days=every)
    while day <= end:
        yield day
        day += timedelta(days=every)
