"""Incidents at places: many rows become few places, each with a count for every month.

Open incident data names places and no people. A place on the caseload with "June 2024: 3 incidents"
is what such a table truthfully holds; one record for every incident would bury the casework.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from psg_desktop.domain import text
from psg_desktop.exchange.date_shapes import MONTHS
from psg_desktop.exchange.drafts import NoteDraft, PlaceDraft, RowDraft
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.mapping import Mapping
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.sheets import counted
from psg_desktop.exchange.word_lists import place_kind

_NO_LOCATION = frozenset({"no location", "unknown location", "not known", "location unknown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident: the first of its month or None, and its kind or ""."""

    month: date | None
    kind: str


class Places:
    """The places of a file, each made once however many incidents it has."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, str, str], PlaceDraft | None] = {}

    def of(self, values: RowValues) -> PlaceDraft | None:
        """Give the place of an incident, or None when the row has no location."""
        said = (
            values.joined(Field.INCIDENT_PLACE),
            values.line(Field.INCIDENT_AREA),
            values.line(Field.WARD),
            values.line(Field.POSTCODE),
        )
        if said not in self._made:
            self._made[said] = _place(*said)
        return self._made[said]


def _place(location: str, area: str, ward: str, postcode: str) -> PlaceDraft | None:
    """Make a place, told apart from its namesakes by the area around it."""
    if location.casefold() in _NO_LOCATION:
        return None
    if not location:
        if not ward:
            return None
        location = f"{ward} ward"
    around = area or ward
    name = f"{location} ({around})" if around and around not in location else location
    return PlaceDraft(
        name=name[: text.LINE_LIMIT],
        kind=place_kind(location),
        postcode=postcode,
        ward=ward,
    )


def noun_of(mapping: Mapping) -> str:
    """Say what a row is: an incident, or what came of one when the type is an outcome."""
    headers = mapping.headers_of(Field.INCIDENT_KIND)
    return "recorded outcome" if any("outcome" in h.casefold() for h in headers) else "incident"


def incident(values: RowValues) -> Incident:
    """Give the month and kind of an incident."""
    day = values.day(Field.INCIDENT_DATE)
    month = day.replace(day=1) if day is not None else None
    return Incident(month=month, kind=values.line(Field.INCIDENT_KIND))


class Gathering:
    """The incidents of a file, gathered by place."""

    def __init__(self, noun: str) -> None:
        """Begin; *noun* is what one row is called, such as "incident"."""
        self._noun = noun
        self._by_place: dict[PlaceDraft, list[tuple[RowDraft, Incident]]] = {}

    def carrier(self, place: PlaceDraft) -> int:
        """Give the first row at the same place, or 0 when there is none yet."""
        rows = self._by_place.get(place)
        return rows[0][0].rows[0] if rows else 0

    def add(self, draft: RowDraft, place: PlaceDraft, happened: Incident) -> None:
        """Count one incident at its place."""
        self._by_place.setdefault(place, []).append((draft, happened))

    def drafts(self) -> tuple[RowDraft, ...]:
        """Give one draft for every place, with one note for every month."""
        return tuple(self._draft(rows) for rows in self._by_place.values())

    def _draft(self, rows: list[tuple[RowDraft, Incident]]) -> RowDraft:
        months: dict[date | None, Counter[str]] = {}
        for _, happened in rows:
            months.setdefault(happened.month, Counter())[happened.kind] += 1
        return replace(
            rows[0][0],
            rows=tuple(draft.rows[0] for draft, _ in rows),
            fingerprints=tuple(draft.fingerprints[0] for draft, _ in rows),
            notes=tuple(_notes(months, self._noun)),
        )


def _notes(months: dict[date | None, Counter[str]], noun: str) -> Iterable[NoteDraft]:
    for month in sorted(months, key=lambda day: day or date.min):
        kinds = months[month]
        when = f"{MONTHS[month.month - 1]} {month.year}" if month is not None else "No date"
        told = f"{when}: {counted(sum(kinds.values()), noun)}{_kinds(kinds)}."
        yield NoteDraft(text=told, happened_on=month)


def _kinds(kinds: Counter[str]) -> str:
    named = [(kind, number) for kind, number in kinds.most_common() if kind]
    if not named:
        return ""
    return f" ({', '.join(f'{number} {kind}' for kind, number in named)})"
