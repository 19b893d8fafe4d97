"""Risk instruments: which versions there are, and how an edit makes the next one."""

from dataclasses import replace
from datetime import timedelta

from psg_desktop.casework.office import Office
from psg_desktop.domain import risk_instruments as rules
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import RiskInstrumentId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.risk_instruments import RiskInstrument
from psg_desktop.store.queries import risk as risk_query
from psg_desktop.store.units import Unit


def every(office: Office) -> tuple[RiskInstrument, ...]:
    """Read every version of every instrument, the latest version of each first."""
    with office.reading() as unit:
        found = unit.risk_instruments.all()
    return tuple(sorted(found, key=lambda one: (one.code, -one.version)))


def in_use(office: Office, kind: CaseKind | None = None) -> tuple[RiskInstrument, ...]:
    """Read the version of each instrument that holds today, for one kind of case or for all."""
    return rules.in_use(every(office), office.today(), kind)


def used(office: Office) -> frozenset[RiskInstrumentId]:
    """Read which versions a case was assessed with; these are never changed again."""
    with office.reading() as unit:
        return risk_query.used_instruments(unit.reading)


def draft_of(office: Office, instrument: RiskInstrument) -> RiskInstrument:
    """Give a copy as the next version, in force from today, not kept yet."""
    with office.reading() as unit:
        number = _last_version(unit, instrument.code) + 1
    return instrument.follow(RiskInstrumentId(office.new_id()), office.today(), number)


def save(office: Office, instrument: RiskInstrument) -> None:
    """Keep a new instrument, a new version, or a change of a version that was never used.

    The version before ends the day before a new one begins.

    Raises:
        Refused: A case was assessed with this version, another instrument has its name, or its
            number was given in the meantime.
    """
    with office.working(Act.SAVE_RISK_INSTRUMENT) as unit:
        kept = unit.risk_instruments.find(instrument.id)
        others = [one for one in unit.risk_instruments.all() if one.id != instrument.id]
        _check(unit, instrument, kept, others)
        if kept is None and instrument.since is not None:
            for before in others:
                if before.code == instrument.code:
                    unit.risk_instruments.put(rules.ended(before, instrument.since))
        unit.risk_instruments.put(instrument)


def retire(office: Office, id_: RiskInstrumentId) -> None:
    """Take a version out of use from today on; what was assessed with it stays."""
    with office.working(Act.SAVE_RISK_INSTRUMENT) as unit:
        kept = unit.risk_instruments.get(id_)
        last = office.today() - timedelta(days=1)
        since = None if kept.since is not None and kept.since > last else kept.since
        unit.risk_instruments.put(replace(kept, since=since, until=last))


def bring_back(office: Office, id_: RiskInstrumentId) -> None:
    """Take a version into use again."""
    with office.working(Act.SAVE_RISK_INSTRUMENT) as unit:
        unit.risk_instruments.put(replace(unit.risk_instruments.get(id_), until=None))


def _check(
    unit: Unit,
    instrument: RiskInstrument,
    kept: RiskInstrument | None,
    others: list[RiskInstrument],
) -> None:
    found = Findings()
    changed = kept is not None and kept != instrument
    in_record = changed and instrument.id in risk_query.used_instruments(unit.reading)
    found.when(in_record, "", Problem.VERSION_IN_USE)
    numbers = {one.version for one in others if one.code == instrument.code}
    found.when(instrument.version in numbers, "", Problem.CHANGED_MEANWHILE)
    names = {one.name.casefold() for one in others if one.code != instrument.code}
    found.when(instrument.name.casefold() in names, "name", Problem.ALREADY_THERE)
    found.settle()


def _last_version(unit: Unit, code: str) -> int:
    return max((one.version for one in unit.risk_instruments.where(code=code)), default=0)
