"""Bringing in the wards of the district from a file: looked at first, kept and removed in one step.

What is looked at says every ward in use that the file does not have; nothing of the records is
changed by it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards
from psg_desktop.casework.parties.local_wards import LocalWards
from psg_desktop.domain.changes import Act
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.ward_boundaries import WardBoundary, id_of
from psg_desktop.exchange import outlines, ward_files
from psg_desktop.exchange.ward_files import WardFile
from psg_desktop.reference import districts, wards
from psg_desktop.store.queries import local_wards as queries
from psg_desktop.store.units import Unit
from psg_desktop.words import ward_boundaries as words


@dataclass(frozen=True, slots=True, kw_only=True)
class WardIntake:
    """What bringing in a file would do.

    Attributes:
        wards: The wards that would be kept, by name.
        replaced: How many that were brought in before would go.
        notices: What is to be said of the file, in sentences.
    """

    wards: tuple[WardBoundary, ...]
    source: str
    replaced: int
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """Which wards were brought in: how many, from which file, and when.

    Attributes:
        elsewhere: Whether the file gave them to another district than the partnership's.
    """

    count: int
    source: str
    taken_in: date
    elsewhere: bool


def look(office: Office, path: Path) -> WardIntake:
    """Read a file, and say what bringing it in would do; nothing is kept.

    Raises:
        Unreadable: It has no wards of the district that can be used; the sentence says why.
    """
    partnership = office.partnership()
    found = ward_files.read(path, partnership.district, _home(partnership))
    made = sorted(_made(found, office.today()), key=lambda one: (one.name.casefold(), one.code))
    with office.reading() as unit:
        notices = tuple(_notices(unit, partnership, found))
        replaced = len(queries.brought_in(unit.reading))
    return WardIntake(wards=tuple(made), source=found.name, replaced=replaced, notices=notices)


def bring_in(office: Office, intake: WardIntake) -> None:
    """Keep the wards that were looked at; those brought in before go."""
    with office.working(Act.BRING_IN_WARDS) as unit:
        kept = {one.id for one in intake.wards}
        for one in unit.ward_boundaries.all():
            if one.id not in kept:
                unit.ward_boundaries.remove(one.id)
        unit.ward_boundaries.put_all(intake.wards)


def remove(office: Office) -> None:
    """Take away the wards that were brought in; records keep the codes they were given.

    Raises:
        Refused: None were brought in.
    """
    with office.working(Act.REMOVE_WARDS) as unit:
        held = unit.ward_boundaries.all()
        if not held:
            raise refuse("", Problem.NOT_FOUND)
        for one in held:
            unit.ward_boundaries.remove(one.id)


def brought_in(office: Office) -> BroughtIn | None:
    """Say which wards were brought in, None where none were."""
    with office.reading() as unit:
        held = unit.ward_boundaries.all()
    if not held:
        return None
    latest, district = max(held, key=lambda one: one.taken_in), office.partnership().district
    return BroughtIn(
        count=len(held),
        source=latest.source,
        taken_in=latest.taken_in,
        elsewhere=bool(district) and any(one.district not in ("", district) for one in held),
    )


def _home(partnership: Partnership) -> str:
    known = districts.district(partnership.district)
    return known.name if known else partnership.district


def _made(found: WardFile, today: date) -> Iterator[WardBoundary]:
    for one in found.wards:
        yield WardBoundary(
            id=id_of(one.code),
            code=one.code,
            name=one.name,
            rings=one.rings,
            district=one.district,
            source=found.name,
            digest=found.digest,
            taken_in=today,
        )


def _notices(unit: Unit, partnership: Partnership, found: WardFile) -> Iterator[str]:
    if found.left_out:
        yield words.left_out(found.left_out)
    kept = sum(outlines.corners(one.rings) for one in found.wards)
    if kept < found.corners // 2:
        yield words.made_coarser(found.corners, kept)
    codes, local = {one.code for one in found.wards}, local_wards.of_unit(unit)
    uses = list(_uses(unit, partnership, codes))
    if uses:
        missing = _named(local, (code for one in uses for code in one.codes))
        yield words.not_in_file(missing, [one.words for one in uses])
    elsewhere = [one.name for one in wards.wards_of(partnership.district) if one.code not in codes]
    if elsewhere:
        yield words.postcodes_elsewhere(elsewhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """Wards that something uses and the file has not."""

    codes: tuple[str, ...]
    words: str


def _uses(unit: Unit, partnership: Partnership, codes: set[str]) -> Iterator[_Use]:
    for group in partnership.ward_groups:
        missing = tuple(code for code in group.wards if code not in codes)
        if missing:
            yield _Use(codes=missing, words=f"the ward group {group.name}")
    reading = unit.reading
    for counts, one, many in (
        (queries.of_places(reading), "place", "places"),
        (queries.of_addresses(reading), "address", "addresses"),
    ):
        strange = Counter({code: count for code, count in counts.items() if code not in codes})
        if strange:
            yield _Use(codes=tuple(strange), words=words.counted(strange.total(), one, many))
    figures = tuple(sorted(queries.police_wards(reading) - codes))
    if figures:
        yield _Use(codes=figures, words="police figures on record")


def _named(local: LocalWards, codes: Iterable[str]) -> list[str]:
    """Name wards by name and code, each once."""
    found = {}
    for code in codes:
        name = local.name(code)
        found[code] = name if name == code else f"{name} ({code})"
    return sorted(found.values())
