"""Puts counted police files into the wards of one district, and says what did not fit."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain.police_counts import AreaCounts, CategoryCount, MonthKey, PoliceMonth
from psg_desktop.exchange.police_files import CountedFile
from psg_desktop.reference import districts, lsoas, wards
from psg_desktop.words import police as words

_MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])(-[0-9]{2})?\Z")
_AREA = re.compile(r"[A-Z0-9]{8,9}\Z")
_LONGEST = 120
Spot = tuple[str, str]
"""Ward and area."""


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """The district whose figures are wanted, and the day they are read on."""

    code: str
    today: date

    @property
    def name(self) -> str:
        """What the areas of the district are called by."""
        known = districts.district(self.code)
        return known.name if known else ""

    @property
    def placed(self) -> bool:
        """Whether it is known in which ward each of its areas lies."""
        return bool(wards.wards_of(self.code))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedFiles:
    """The months found, each once, and what is to be said of the rest."""

    months: tuple[PoliceMonth, ...]
    notices: tuple[str, ...]


@dataclass(slots=True)
class _Strays:
    """What did not fit, over all files: how many rows, and the names of areas."""

    unreadable: int = 0
    future: int = 0
    older: Counter[str] = field(default_factory=Counter)
    parted: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Month:
    """One month of one file while it is added up."""

    spots: defaultdict[Spot, Counter[str]] = field(
        default_factory=lambda: defaultdict[Spot, Counter[str]](Counter)
    )
    unplaced: int = 0
    outside: int = 0
    unmatched: int = 0


def place(files: Iterable[CountedFile], district: District) -> PlacedFiles:
    """Put counted files into the wards of a district.

    A month of which several files tell differently is taken from the last of them.
    """
    strays = _Strays()
    found: dict[MonthKey, PoliceMonth] = {}
    replaced: defaultdict[tuple[str, str], list[MonthKey]] = defaultdict(list)
    for one in files:
        strays.unreadable += one.short
        for key, month in _months(one, district, strays).items():
            made = _finished(key, month, one, district.today)
            earlier = found.get(key)
            if earlier is None or not earlier.says_the_same(made):
                if earlier is not None:
                    replaced[earlier.source, one.name].append(key)
                found[key] = made
    notices = [
        words.told_twice(earlier, later, [key.month for key in keys])
        for (earlier, later), keys in replaced.items()
    ]
    ordered = sorted(found.values(), key=lambda one: (one.kind, one.month, one.force))
    return PlacedFiles(months=tuple(ordered), notices=(*notices, *_said(strays)))


def _months(file: CountedFile, district: District, strays: _Strays) -> dict[MonthKey, _Month]:
    made: dict[MonthKey, _Month] = {}
    spots = {code: _spot(code, file.area_names, district) for code in file.area_names}
    known = {month: _month(month) for month in {key[0] for key in file.counts}}
    for (written, force, area, category), count in file.counts.items():
        month = known[written]
        if month is None or not 0 < len(category) <= _LONGEST or len(force) > _LONGEST:
            strays.unreadable += count
        elif month > district.today:
            strays.future += count
        elif area and not _AREA.match(area):
            strays.unreadable += count
        else:
            key = MonthKey(kind=file.kind, month=month, force=force)
            _add(made.setdefault(key, _Month()), spots[area], category, count)
            _note(strays, spots[area], count)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Where an area lies: its ward and code, or why it is in no ward of the district."""

    area: str
    name: str = ""
    ward: str = ""
    inside: bool = False
    older: bool = False


def _spot(code: str, names: Mapping[str, str], district: District) -> _Found:
    known = lsoas.small_area(code)
    name = known.name if known else names[code]
    if known is not None and known.ward:
        inside = lsoas.district_of(known) == district.code
        ward = known.ward if inside else ""
    else:
        # Areas are called after their district: "East Cambridgeshire 003G".
        inside = name.rpartition(" ")[0].casefold() == district.name.casefold() != ""
        ward = ""
    older = known is not None and known.boundaries != lsoas.LATEST
    return _Found(area=code, name=name[:_LONGEST], ward=ward, inside=inside, older=older)


def _add(into: _Month, spot: _Found, category: str, count: int) -> None:
    if not spot.area:
        into.unplaced += count
    elif not spot.inside:
        into.outside += count
    elif not spot.ward:
        into.unmatched += count
    else:
        into.spots[spot.ward, spot.area][category] += count


def _note(strays: _Strays, spot: _Found, count: int) -> None:
    if not spot.inside:
        return
    if spot.older:
        (strays.older if spot.ward else strays.parted)[spot.name] += count
    elif not spot.ward:
        strays.unknown[spot.name] += count


def _finished(key: MonthKey, month: _Month, file: CountedFile, today: date) -> PoliceMonth:
    return PoliceMonth(
        id=key.id,
        kind=key.kind,
        month=key.month,
        force=key.force,
        areas=tuple(
            AreaCounts(
                ward=ward,
                area=area,
                counts=tuple(
                    CategoryCount(category=category, count=count)
                    for category, count in sorted(counts.items())
                ),
            )
            for (ward, area), counts in sorted(month.spots.items())
        ),
        unplaced=month.unplaced,
        outside=month.outside,
        unmatched=month.unmatched,
        source=file.name[:_LONGEST],
        digest=file.digest,
        taken_in=today,
    )


def _month(written: str) -> date | None:
    found = _MONTH.match(written.strip())
    return date(int(found[1]), int(found[2]), 1) if found else None


def _said(strays: _Strays) -> list[str]:
    said = []
    if strays.unreadable:
        said.append(words.rows_unreadable(strays.unreadable))
    if strays.future:
        said.append(words.rows_in_future(strays.future))
    for counted, sentence in (
        (strays.older, words.areas_older),
        (strays.parted, words.areas_parted),
        (strays.unknown, words.areas_unknown),
    ):
        if counted:
            said.append(sentence(counted.total(), sorted(counted)))
    return said
