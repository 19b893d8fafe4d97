"""Builds a sample vault."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from random import Random
from uuid import UUID

from typing_extensions import override

from psg_desktop.casework.assessing import intervention_kinds
from psg_desktop.casework.office import Office
from psg_desktop.casework.sample import (
    case_review_stories,
    closing_stories,
    demand_stories,
    diary,
    document_stories,
    held_meeting,
    meeting_stories,
    party_stories,
    plan_stories,
    police_stories,
    project_stories,
    referral_stories,
    request_stories,
    risk_stories,
    support_stories,
    ward_stories,
)
from psg_desktop.casework.sample import people_and_places as made_up
from psg_desktop.casework.sample.cast import Cast
from psg_desktop.casework.sample.person_stories import PEOPLE
from psg_desktop.casework.sample.place_stories import PLACES, PROJECTS
from psg_desktop.casework.sample.referral_history import History
from psg_desktop.casework.sample.story import Story
from psg_desktop.casework.sample.telling import Event, Telling
from psg_desktop.casework.vault import vaults
from psg_desktop.clock import Clock
from psg_desktop.domain.changes import Act
from psg_desktop.domain.involvements import Involvement
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.referrals import Referral
from psg_desktop.domain.retention import RetentionTrigger
from psg_desktop.store import shelves
from psg_desktop.store.vault import DEFAULT_COST, KdfCost
from psg_desktop.words.sample_stages import Stage, Tell, nothing

CASES = 200
YEARS = 3
PASSPHRASE = "heron teasel lantern staithe drove"  # noqa: S105 - printed on purpose, for a sample
_NOT_TAKEN_ON = 0.9  # how many referrals open no case, for each case
_SHARES = ((PEOPLE, 0.62), (PLACES, 0.27), (PROJECTS, 0.11))


@dataclass
class _PastClock(Clock):
    """A clock the builder moves, so that the sample's history lies in the past."""

    moment: datetime

    @override
    def now(self) -> datetime:
        return self.moment

    @override
    def today(self) -> date:
        return self.moment.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a sample is made.

    Attributes:
        cases: About how many; the last ones may open today.
        seed: The same seed makes the same sample.
        stages: How many there are in all, where more follows the vault.
        quarters: How many of the last quarters are published, where files are written as well.
        tell: Hears of each stage when it begins.
    """

    cases: int = CASES
    seed: int = 1
    cost: KdfCost = DEFAULT_COST
    stages: int = Stage.PACK
    quarters: int = 0
    tell: Tell = nothing

    def begin(self, stage: Stage) -> None:
        """Tell that a stage begins."""
        self.tell(stage, self.stages)


USUAL = Recipe()


def build(place: Path, clock: Clock, recipe: Recipe = USUAL) -> Office:
    """Make a sample vault and open it.

    Raises:
        VaultExists: Something is there already.
        Unwritable, DiskFull: It cannot be written there.
    """
    today = clock.today()
    past = _PastClock(clock.now() - timedelta(days=365 * YEARS))
    recipe.begin(Stage.FILE)
    office = vaults.create(place, PASSPHRASE, _partnership(), past, cost=recipe.cost)
    try:
        _set_up(office)
        _fill(office, past, recipe, today)
        # The same open vault with the real clock: opening it again would derive its key again.
        opened = Office(office.desk, clock)
        _finish(opened, recipe)
    except BaseException:
        office.close()
        raise
    return opened


def _partnership() -> Partnership:
    return Partnership(
        name=made_up.PARTNERSHIP,
        confidentiality=made_up.CONFIDENTIALITY,
        ward_groups=ward_stories.GROUPS,
        sample=True,
    )


def _fill(office: Office, past: _PastClock, recipe: Recipe, today: date) -> None:
    recipe.begin(Stage.CASES)
    rng = Random(recipe.seed)  # noqa: S311 - made-up data, not a secret
    cast = Cast(_ids(rng, past.moment), today)
    cast.kinds = intervention_kinds.every(office)
    with office.working(Act.SET_UP) as unit:
        unit.agencies.put_all(cast.agencies)
        unit.places.put_all(cast.places)
        unit.meetings.put_all(meeting_stories.planned(office.new_id, today))
    events = sorted(_events(cast, rng, recipe.cases, today), key=lambda event: event.on)
    history = _history(office, cast, recipe)
    others = round(recipe.cases * _NOT_TAKEN_ON)
    # The sort keeps a case before the referral that opened it on the same day.
    events = sorted((*events, *history.events(events, others, today)), key=lambda one: one.on)
    for entry in diary.entries(diary.open_to_the_end(events), today):
        done = bisect(events, entry.on, key=lambda event: event.on)
        _write_up(office, past, cast, events[:done])
        events = events[done:]
        past.moment = entry.moment
        entry.tell(office)
    _write_up(office, past, cast, events)
    past.moment = cast.moment(today)
    recipe.begin(Stage.WORK)
    risk_stories.tell(office, rng, today)
    demand_stories.tell(office, today)
    party_stories.tell(office, today)
    police_stories.tell(office, today)
    recipe.begin(Stage.PROJECTS)
    project_stories.tell(office, today)
    plan_stories.tell(office)
    closing_stories.tell(office, rng, today)
    request_stories.tell(office, today)


def _finish(office: Office, recipe: Recipe) -> None:
    """Tell what is dated from today, with the clock of today."""
    recipe.begin(Stage.REFERRALS)
    referral_stories.tell(office)
    document_stories.tell(office)
    support_stories.tell(office)
    case_review_stories.tell(office)
    recipe.begin(Stage.MEETING)
    held_meeting.prepare_next(office)


def _write_up(office: Office, past: _PastClock, cast: Cast, events: list[Event]) -> None:
    """Put what happened, the oldest first, week by week with the clock of each week."""
    for week in _by_week(events):
        past.moment = cast.moment(week[-1].on)
        _put(office, Act.DECIDE_REFERRAL, [event for event in week if _decides(event)])
        _put(office, Act.RECORD_REVIEW, [event for event in week if not _decides(event)])


def _set_up(office: Office) -> None:
    """Bring in the wards, and keep referrals that were not taken on for as long as the rest."""
    ward_stories.tell(office)
    with office.working(Act.SAVE_RETENTION_RULE) as unit:
        for rule in unit.retention_rules.where(trigger=RetentionTrigger.REFERRAL_NOT_ACCEPTED):
            source = "The group's own choice, so that what comes again is known."
            unit.retention_rules.put(replace(rule, months=12 * YEARS, source=source))


def _history(office: Office, cast: Cast, recipe: Recipe) -> History:
    # Chance and identifiers of its own, so that the rest of the sample stays as it was.
    rng = Random(f"referrals {recipe.seed}")  # noqa: S311 - made-up data, not a secret
    with office.reading() as unit:
        limbs = [one.code for one in unit.threshold_limbs.all()]
    return History(cast, _ids(rng, office.now()), rng, limbs)


def _ids(rng: Random, start: datetime) -> Callable[[], UUID]:
    """Make identifiers in order (UUID version 7), the same for the same seed."""
    made = 0

    def new_id() -> UUID:
        nonlocal made
        made += 1
        moment = int(start.timestamp() * 1000) + made
        return UUID(
            int=(moment << 80) | (7 << 76) | (rng.getrandbits(12) << 64) | (2 << 62)
            | rng.getrandbits(62)
        )  # fmt: skip

    return new_id


def _events(cast: Cast, rng: Random, cases: int, today: date) -> Iterable[Event]:
    opened = sorted(_openings(rng, cases, today))
    numbers = defaultdict[int, int](int)
    for day in opened:
        numbers[day.year] += 1
        reference = f"PSG-{day.year}-{numbers[day.year]:03}"
        yield from Telling(cast, rng, _story(rng), reference).events(day, today)


def _openings(rng: Random, cases: int, today: date) -> Iterable[date]:
    """Spread the openings over the years, rather more of them lately."""
    whole = 365 * YEARS
    return (
        today - timedelta(days=2 + int((whole - 60) * rng.random() ** 1.35)) for _ in range(cases)
    )


def _story(rng: Random) -> Story:
    stories, _ = rng.choices(_SHARES, weights=[share for _, share in _SHARES])[0]
    return rng.choice(stories)


def _by_week(events: Iterable[Event]) -> Iterable[list[Event]]:
    """Part events, the oldest first, by the week they are written up in.

    A unit of work for each day would take most of the building's time.
    """
    return (list(week) for _, week in groupby(events, key=lambda one: one.on.isocalendar()[:2]))


def _decides(event: Event) -> bool:
    """Say whether an event is a referral, or the case that opened by one."""
    return any(isinstance(record, Involvement | Referral) for record in event.records)


def _put(office: Office, act: Act, events: list[Event]) -> None:
    records = [record for event in events for record in event.records]
    if not records:
        return
    with office.working(act) as unit:
        for shelf in shelves.ALL:
            made = [record for record in records if isinstance(record, shelf.value)]
            if made:
                unit.collection(shelf.kind).put_all(made)
