"""Builds a sample vault, and the folder of files `psg-desktop demo` leaves."""

import shutil
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from random import Random
from uuid import UUID

from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.assessing import intervention_kinds
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs, statistics
from psg_desktop.casework.partnership import meeting_days
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
    project_stories,
    referral_stories,
    request_stories,
    risk_stories,
    support_stories,
)
from psg_desktop.casework.sample import people_and_places as made_up
from psg_desktop.casework.sample.cast import Cast
from psg_desktop.casework.sample.person_stories import PEOPLE
from psg_desktop.casework.sample.place_stories import PLACES, PROJECTS
from psg_desktop.casework.sample.story import Story
from psg_desktop.casework.sample.telling import Event, Telling
from psg_desktop.casework.vault import vaults
from psg_desktop.clock import Clock
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.involvements import Involvement
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.partnership import Partnership
from psg_desktop.faults import Fault, Unwritable, VaultExists, VaultInUse
from psg_desktop.store import shelves
from psg_desktop.store.vault import DEFAULT_COST, KdfCost

CASES = 120
YEARS = 3
PASSPHRASE = "heron teasel lantern staithe drove"  # noqa: S105 - printed on purpose, for a sample
VAULT, WORDS = "sample.psgstore", "passphrase.txt"
PACK, FIGURES = "delivery-group-pack.pdf", "caseload-figures.csv"
_SHARES = ((PEOPLE, 0.62), (PLACES, 0.27), (PROJECTS, 0.11))
_PACK_CASES = 24


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


def build(
    place: Path, clock: Clock, *, cases: int = CASES, seed: int = 1, cost: KdfCost = DEFAULT_COST
) -> Office:
    """Make a sample vault and open it.

    The number of cases is about right: the last ones may open today.

    Raises:
        VaultExists: Something is there already.
        Unwritable, DiskFull: It cannot be written there.
    """
    today = clock.today()
    past = _PastClock(clock.now() - timedelta(days=365 * YEARS))
    office = vaults.create(place, PASSPHRASE, _partnership(), past, cost=cost)
    try:
        _fill(office, past, cases, seed, today)
    except BaseException:
        office.close()
        raise
    # The same open vault with the real clock: opening it again would derive its key again.
    opened = Office(office.desk, clock)
    referral_stories.tell(opened)
    document_stories.tell(opened)
    support_stories.tell(opened)
    case_review_stories.tell(opened)
    held_meeting.prepare_next(opened)
    return opened


def make_demo(folder: Path, clock: Clock, *, cases: int, seed: int) -> tuple[Path, ...]:
    """Write a sample vault, its passphrase, a pack and caseload figures into a folder.

    A sample that is there already is replaced; any other vault is left alone.

    Raises:
        VaultExists, Unwritable, DiskFull: The files cannot be made there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Unwritable("The folder for the sample cannot be made here. Choose another.") from None
    vault, words, pack, figures = (folder / name for name in (VAULT, WORDS, PACK, FIGURES))
    if vault.exists():
        _remove_sample(vault, clock)
    with replacing(words) as file:
        file.write(f"{PASSPHRASE}\n".encode())
    office = build(vault, clock, cases=cases, seed=seed)
    try:
        _write_pack(office, pack)
        statistics.write_figures(office, figures)
    finally:
        office.close()
    return vault, words, pack, figures


def _partnership() -> Partnership:
    return Partnership(
        name=made_up.PARTNERSHIP, confidentiality=made_up.CONFIDENTIALITY, sample=True
    )


def _fill(office: Office, past: _PastClock, cases: int, seed: int, today: date) -> None:
    rng = Random(seed)  # noqa: S311 - made-up data, not a secret
    cast = Cast(_ids(rng, past.moment), today)
    cast.kinds = intervention_kinds.every(office)
    with office.working(Act.SET_UP) as unit:
        unit.agencies.put_all(cast.agencies)
        unit.places.put_all(cast.places)
        unit.meetings.put_all(meeting_stories.planned(office.new_id, today))
    events = sorted(_events(cast, rng, cases, today), key=lambda event: event.on)
    for entry in diary.entries(diary.open_to_the_end(events), today):
        done = bisect(events, entry.on, key=lambda event: event.on)
        _write_up(office, past, cast, events[:done])
        events = events[done:]
        past.moment = entry.moment
        entry.tell(office)
    _write_up(office, past, cast, events)
    past.moment = cast.moment(today)
    risk_stories.tell(office, rng, today)
    demand_stories.tell(office, today)
    party_stories.tell(office, today)
    project_stories.tell(office, today)
    plan_stories.tell(office)
    closing_stories.tell(office, rng, today)
    request_stories.tell(office, today)


def _write_up(office: Office, past: _PastClock, cast: Cast, events: list[Event]) -> None:
    """Put what happened, the oldest first, week by week with the clock of each week."""
    for week in _by_week(events):
        past.moment = cast.moment(week[-1].on)
        _put(office, Act.OPEN_CASE, [event for event in week if _opens(event)])
        _put(office, Act.RECORD_REVIEW, [event for event in week if not _opens(event)])


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


def _opens(event: Event) -> bool:
    return any(isinstance(record, Involvement) for record in event.records)


def _put(office: Office, act: Act, events: list[Event]) -> None:
    records = [record for event in events for record in event.records]
    if not records:
        return
    with office.working(act) as unit:
        for shelf in shelves.ALL:
            made = [record for record in records if isinstance(record, shelf.value)]
            if made:
                unit.collection(shelf.kind).put_all(made)


def _write_pack(office: Office, path: Path) -> None:
    """Write a pack as the sample's coordinator accepted it: as proposed, every doubt masked."""
    every = CaseFilter(view=CaseView.ALL)  # a sample of a few cases may have none that is open
    rows = packs.suggested_cases(office) or lists.cases(office, every, CaseOrder(), slice(1)).rows
    chosen = [row.id for row in rows[:_PACK_CASES]]
    on = meeting_days.next_day(office, MeetingGroup.DELIVERY_GROUP) or office.today()
    proposal = packs.propose_pack(office, on, chosen)
    approved = packs.approve_pack(office, packs.accept_as_proposed(office, proposal))
    pdf = packs.draw(approved.pack)
    packs.save(pdf, path)
    packs.record_release(office, approved, pdf)


def _remove_sample(vault: Path, clock: Clock) -> None:
    """Take away an earlier sample; anything else stays where it is.

    Raises:
        VaultExists: It is not a sample of this program.
    """
    if not _is_sample(vault, clock):
        raise VaultExists(
            "Something other than an earlier sample is where the sample would go. Choose another "
            "folder; nothing was changed."
        )
    shutil.rmtree(vault)


def _is_sample(vault: Path, clock: Clock) -> bool:
    try:
        office = vaults.unlock(vault, PASSPHRASE, clock)
    except VaultInUse:
        raise
    except Fault:
        return False
    try:
        return office.partnership().sample
    finally:
        office.close()
