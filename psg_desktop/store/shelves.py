"""Between values and rows: one shelf for each kind of record."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Boolean, RowMapping, Table

from psg_desktop.domain.actions import Action
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.cases import Case
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.involvements import CaseLink, Involvement
from psg_desktop.domain.notes import Note
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.plain import Plain, field_names, from_plain, to_plain
from psg_desktop.domain.projects import Project
from psg_desktop.domain.reference_rows import ClosureReason, FocusArea, ReviewInterval
from psg_desktop.domain.releases import GroupText, Release
from psg_desktop.domain.reviews import Review
from psg_desktop.domain.text import fold
from psg_desktop.store import schema
from psg_desktop.store.search import Searchable, searchable

V = TypeVar("V")
Row = dict[str, Any]
# One encoder for all: `json.dumps` makes a new one at each call.
_TO_JSON = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf(Generic[V]):
    """How one kind of record lies in its table.

    Attributes:
        derived: Columns computed from the plain form, such as search keys.
        case: The field that names the case a record belongs to, "" where there is none.
        search: What search may find in a value, None where nothing is searched.
    """

    kind: RecordKind
    value: type[V]
    table: Table
    derived: Callable[[Plain], Row] = field(default=lambda _plain: {})
    case: str = ""
    search: Callable[[Plain], Searchable] | None = None

    def to_row(self, plain: Plain) -> Row:
        """Give the row of a plain value: lists and nested values become JSON text."""
        row = {
            name: _TO_JSON(part) if isinstance(part, list | dict) else part
            for name, part in plain.items()
        }
        return row | self.derived(plain)

    def to_plain(self, row: RowMapping) -> Plain:
        """Give the plain value of a row."""
        nested, switches = _nested(self.table, self.value)
        plain = {name: row[name] for name in field_names(self.value)}
        for name in nested:
            if plain[name] is not None:
                plain[name] = json.loads(plain[name])
        for name in switches:
            plain[name] = bool(plain[name])
        return plain

    def to_value(self, row: RowMapping) -> V:
        """Give the value of a row."""
        return from_plain(self.value, self.to_plain(row))

    def case_of(self, plain: Plain) -> str | None:
        """Give the identifier of the case a plain value belongs to."""
        return str(plain[self.case]) if self.case else None


_NESTED = {
    "contacts", "aliases", "addresses", "identifiers", "phones", "emails", "household", "budget",
    "milestones", "focus_areas", "hold", "external_leads", "escalations", "closures", "meetings",
    "pack_meetings", "ward_groups", "cases",
}  # fmt: skip


def _nested(table: Table, value: type[Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names = field_names(value)
    switches = tuple(one for one in names if isinstance(table.c[one].type, Boolean))
    return tuple(one for one in names if one in _NESTED), switches


def _name_key(plain: Plain) -> Row:
    return {"name_key": fold(plain["name"])}


def _person(plain: Plain) -> Row:
    return {"name_key": fold(plain["full_name"])}


def _project(plain: Plain) -> Row:
    return {
        "name_key": fold(plain["name"]),
        "budget_pence": sum(line["pence"] for line in plain["budget"]),
    }


def _case(plain: Plain) -> Row:
    closed = plain["state"] == "closed"
    return {
        "title_key": fold(plain["title"]),
        "closed_on": plain["closures"][-1]["on"] if closed else None,
    }


AGENCIES = Shelf(
    kind=RecordKind.AGENCY, value=Agency, table=schema.agencies, derived=_name_key,
    search=searchable("name", "short_name"),
)  # fmt: skip
PEOPLE = Shelf(
    kind=RecordKind.PERSON, value=Person, table=schema.people, derived=_person,
    search=searchable("full_name", "aliases", "addresses", "phones", "emails", "identifiers",
                      texts=("remarks",)),
)  # fmt: skip
PLACES = Shelf(
    kind=RecordKind.PLACE, value=Place, table=schema.places, derived=_name_key,
    search=searchable("name", "address", "postcode", "uprn", texts=("remarks",)),
)  # fmt: skip
PROJECTS = Shelf(
    kind=RecordKind.PROJECT, value=Project, table=schema.projects, derived=_project,
    search=searchable("name", "commissioner", texts=("objective", "remarks")),
)  # fmt: skip
CASES = Shelf(
    kind=RecordKind.CASE, value=Case, table=schema.cases, derived=_case, case="id",
    search=searchable("reference", "title", "lead_practitioner", texts=("problem", "blocked")),
)  # fmt: skip
INVOLVEMENTS = Shelf(
    kind=RecordKind.INVOLVEMENT, value=Involvement, table=schema.involvements, case="case"
)
CASE_LINKS = Shelf(kind=RecordKind.CASE_LINK, value=CaseLink, table=schema.case_links, case="case")
ACTIONS = Shelf(
    kind=RecordKind.ACTION, value=Action, table=schema.actions, case="case",
    search=searchable("officer", texts=("what", "outcome")),
)  # fmt: skip
REVIEWS = Shelf(
    kind=RecordKind.REVIEW, value=Review, table=schema.reviews, case="case",
    search=searchable(texts=("decision",)),
)  # fmt: skip
NOTES = Shelf(
    kind=RecordKind.NOTE, value=Note, table=schema.notes, case="case",
    search=searchable(texts=("text",)),
)  # fmt: skip
FOCUS_AREAS = Shelf(kind=RecordKind.FOCUS_AREA, value=FocusArea, table=schema.focus_areas)
CLOSURE_REASONS = Shelf(
    kind=RecordKind.CLOSURE_REASON, value=ClosureReason, table=schema.closure_reasons
)
REVIEW_INTERVALS = Shelf(
    kind=RecordKind.REVIEW_INTERVAL, value=ReviewInterval, table=schema.review_intervals
)
PARTNERSHIP = Shelf(kind=RecordKind.PARTNERSHIP, value=Partnership, table=schema.partnership)
GROUP_TEXTS = Shelf(
    kind=RecordKind.GROUP_TEXT, value=GroupText, table=schema.group_texts, case="case"
)
RELEASES = Shelf(kind=RecordKind.RELEASE, value=Release, table=schema.releases)

# In the order in which rows may be put without pointing at what is not there yet.
ALL: tuple[Shelf[Any], ...] = (
    PARTNERSHIP, FOCUS_AREAS, CLOSURE_REASONS, REVIEW_INTERVALS, AGENCIES, PEOPLE, PLACES, PROJECTS,
    CASES, INVOLVEMENTS, CASE_LINKS, ACTIONS, REVIEWS, NOTES, GROUP_TEXTS, RELEASES,
)  # fmt: skip
BY_KIND: dict[RecordKind, Shelf[Any]] = {shelf.kind: shelf for shelf in ALL}


def plain_of(value: object) -> Plain:
    """Give the plain form of a record."""
    plain: Plain = to_plain(value)
    return plain


def key_of(id_: UUID) -> str:
    """Give an identifier as the tables hold it."""
    return str(id_)
