"""The quarterly data review: what the police figures say of each ward, and what they propose."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards
from psg_desktop.domain import quarters
from psg_desktop.domain.area_proposals import Proposal, Stood, proposals
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.partnership import PARTNERSHIP_ID
from psg_desktop.domain.places import Place
from psg_desktop.domain.police_counts import PoliceFigure
from psg_desktop.domain.police_review import ALL, Recorded, months_wanted, quarters_of, recorded
from psg_desktop.domain.priority_areas import PriorityStatus, in_order
from psg_desktop.reference import lsoas
from psg_desktop.store.queries import police as queries
from psg_desktop.store.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterKnown:
    """A quarter of which figures are on record, and of how many of its months."""

    quarter: date
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaProposal:
    """A proposal, and the place its decision would be about.

    Attributes:
        ward: Name of the ward.
        place: The place that stands for the ward, None where it is not on file.
        place_name: Its name, or the one it would be added by.
        made_up: Whether the figures are those of the sample.
    """

    proposal: Proposal
    ward: str
    place: PlaceId | None
    place_name: str = field(repr=False)
    made_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFigure:
    """The count of one small area in a quarter; its name is "" where it is not known."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DataReview:
    """Everything the review of one quarter looks at.

    Attributes:
        ward_names: Names of the wards by their codes.
        forces: Who reported, in the months looked at.
        taken_in: When the latest of these figures were brought in.
        made_up: Whether they are those of the sample, in whose district there is no police.
    """

    quarter: date
    recorded: Recorded
    ward_names: dict[str, str]
    forces: tuple[str, ...]
    taken_in: date
    proposals: tuple[AreaProposal, ...]
    made_up: bool


def quarters_known(office: Office, kind: PoliceFigure) -> tuple[QuarterKnown, ...]:
    """Read the quarters of which figures of one kind are on record, the newest first."""
    with office.reading() as unit:
        months = queries.months(unit.reading, kind)
    known = Recorded(wards=(), categories=(), months=frozenset(months), counts={})
    return tuple(
        QuarterKnown(quarter=quarter, months=known.known(quarter))
        for quarter in quarters_of(months)
    )


def data_review(office: Office, kind: PoliceFigure, quarter: date) -> DataReview | None:
    """Read the review of a quarter, None where no figures of one kind are on record for it.

    Only crimes and anti-social behaviour propose anything: outcomes say what the police did.
    """
    wanted = months_wanted(quarter)
    with office.reading() as unit:
        months = queries.between(unit.reading, kind, wanted[0], wanted[-1])
        partnership = unit.partnership.get(PARTNERSHIP_ID)
        made_up = partnership.sample and not partnership.district
        local = local_wards.of_unit(unit)
        held = recorded(months, local.names)
        if not held.known(quarter):
            return None
        names = {code: local.name(code) for code in held.wards}
        proposed = _proposals(unit, held, quarter, names) if kind is PoliceFigure.RECORDED else ()
    return DataReview(
        quarter=quarter,
        recorded=held,
        ward_names=names,
        forces=tuple(sorted({one.force for one in months if one.force})),
        taken_in=max(one.taken_in for one in months),
        proposals=tuple(replace(one, made_up=made_up) for one in proposed),
        made_up=made_up,
    )


def small_areas(
    office: Office, kind: PoliceFigure, quarter: date, ward: str, category: str
) -> tuple[AreaFigure, ...]:
    """Read the counts of a ward by its small areas, the highest first."""
    counts = Counter[str]()
    with office.reading() as unit:
        months = queries.between(unit.reading, kind, quarter, quarters.last_day(quarter))
    for month in months:
        for area in month.areas:
            if area.ward == ward:
                wanted = (one for one in area.counts if category in (ALL, one.category))
                counts[area.area] += sum(one.count for one in wanted)
    return tuple(
        AreaFigure(name=known.name if (known := lsoas.small_area(code)) else code, count=count)
        for code, count in counts.most_common()
    )


def _proposals(
    unit: Unit, held: Recorded, quarter: date, names: dict[str, str]
) -> tuple[AreaProposal, ...]:
    latest = _latest_by_ward(unit)
    stood = {
        ward: Stood(stage=status.stage, since=status.since)
        for ward, (_place, status) in latest.items()
    }
    made = []
    for one in proposals(held, quarter, stood):
        name = names[one.ward]
        known = latest.get(one.ward)
        place = known[0] if known else _named_after(unit, one.ward, name)
        made.append(
            AreaProposal(
                proposal=one,
                ward=name,
                place=place.id if place else None,
                place_name=place.name if place else f"{name} ward",
            )
        )
    return tuple(made)


def _latest_by_ward(unit: Unit) -> dict[str, tuple[Place, PriorityStatus]]:
    """Give for each ward the place of it that was decided on last, and that decision."""
    found: dict[str, tuple[Place, PriorityStatus]] = {}
    for status in in_order(unit.priority_statuses.all()):
        place = unit.places.find(status.place)
        if place is not None and place.ward:
            found[place.ward] = (place, status)
    return found


def _named_after(unit: Unit, ward: str, name: str) -> Place | None:
    wanted = {name.casefold(), f"{name} ward".casefold()}
    held = unit.places.where(ward=ward)
    return next((one for one in held if one.name.casefold() in wanted), None)
