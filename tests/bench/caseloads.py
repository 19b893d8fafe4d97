"""Vaults of many made-up cases to measure on."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.vault import vaults
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import Case, CaseKind, CaseState, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ActionId, AgencyId, CaseId, PersonId
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.people import Person
from psg_desktop.store.vault import FLOOR_COST, KdfCost
from tests.fakes import FixedClock

PASSPHRASE = "fen market bell tower clock"
PARTNERSHIP = Partnership(name="Fenmarket CSP", district="E07000009", sample=True)
SURNAMES = ("Tansleyford", "Marrowby", "Dabberwick", "Sedgeaitė", "O'Reedley", "Lodebank")
TROUBLES = (
    "Noise at night",
    "Bins set alight",
    "Cuckooing",
    "Neighbour dispute",
    "Scrambler bikes",
)
RISKS = (RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.STANDARD, None)
STATES = (CaseState.ACTIVE_PLAN, CaseState.ASSESSMENT, CaseState.MONITORING)
AT_ONCE = 10_000


@contextmanager
def empty(cost: KdfCost = FLOOR_COST) -> Iterator[Office]:
    """Give an open vault with its lists and no case, gone afterwards."""
    with TemporaryDirectory(prefix="psg-desktop-bench-") as folder:
        place = Path(folder) / "bench.psgstore"
        office = vaults.create(place, PASSPHRASE, PARTNERSHIP, FixedClock(), cost=cost)
        try:
            yield office
        finally:
            office.close()


@contextmanager
def filled(count: int, cost: KdfCost = FLOOR_COST) -> Iterator[Office]:
    """Give an open vault with so many cases, a person and two actions to each."""
    with empty(cost) as office:
        leads = [one.id for one in agencies.choices(office)]
        for start in range(0, count, AT_ONCE):
            _fill(office, leads, range(start, min(start + AT_ONCE, count)))
        yield office


def _fill(office: Office, leads: list[AgencyId], numbers: range) -> None:
    people = [
        Person(
            id=PersonId(office.new_id()),
            full_name=f"Wren {SURNAMES[number % len(SURNAMES)]} {number}",
            aliases=(f"Jay{number}",),
        )
        for number in numbers
    ]
    made = [
        _case(office, leads, number, one.id) for number, one in zip(numbers, people, strict=True)
    ]
    with office.working(Act.IMPORT_RECORDS) as unit:
        unit.people.put_all(people)
        unit.cases.put_all(made)
        unit.actions.put_all(
            _action(office, one, turn) for one in made for turn in range(2) if one.lead_agency
        )


def _case(office: Office, leads: list[AgencyId], number: int, subject: PersonId) -> Case:
    return Case(
        id=CaseId(office.new_id()),
        reference=f"PSG-2026-{number:06}",
        kind=CaseKind.PERSON,
        subject=subject,
        title=f"{TROUBLES[number % len(TROUBLES)]} {number}",
        problem="Neighbours heard shouting and music most nights since the spring.",
        opened=office.today() - timedelta(days=100 + number % 900),
        lead_agency=leads[number % len(leads)],
        risk=RISKS[number % len(RISKS)],
        state=STATES[number % len(STATES)],
        review_due=office.today() + timedelta(days=number % 90 - 20),
    )


def _action(office: Office, case: Case, turn: int) -> Action:
    return Action(
        id=ActionId(office.new_id()),
        case=case.id,
        what="Visit at home and leave a card",
        state=ActionState.AGREED,
        owner=case.lead_agency,
        officer="Joan Cloverley",
        due=office.today() + timedelta(days=30 * turn - 10),
    )
