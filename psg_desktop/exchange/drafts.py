"""What a row of a spreadsheet would become: plain values, record by record, for casework to keep.

A draft is text as typed plus what was read from it; it makes no promise that the domain accepts it,
only that nothing the row said has been lost.
"""

from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import CaseKind, CaseState, RiskLevel
from psg_desktop.domain.places import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """A person as a row describes them."""

    full_name: str = field(repr=False)
    known_as: tuple[str, ...] = field(default=(), repr=False)
    born: date | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    emails: tuple[str, ...] = field(default=(), repr=False)
    nhs_number: str = field(default="", repr=False)
    remarks: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDraft:
    """A place as a row describes it; `ward` is a name or code as written."""

    name: str = field(repr=False)
    kind: PlaceKind = PlaceKind.OTHER
    address: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    uprn: str = field(default="", repr=False)
    ward: str = ""
    remarks: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectDraft:
    """A project as a row describes it."""

    name: str = field(repr=False)
    objective: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDraft:
    """A case as a row describes it.

    Attributes:
        lead_agency: A name from the list of agencies, or a new one as written.
        focus_areas: Names from the list.
        closing_reason: A reason from the list, set when the case is closed.
    """

    kind: CaseKind
    reference: str = ""
    title: str = field(default="", repr=False)
    focus_areas: tuple[str, ...] = ()
    lead_agency: str = ""
    lead_practitioner: str = field(default="", repr=False)
    risk: RiskLevel | None = None
    state: CaseState | None = None
    opened: date | None = None
    review: date | None = None
    closed: date | None = None
    closing_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDraft:
    """An action as a row describes it; one without owner, officer or due date is only proposed."""

    what: str = field(repr=False)
    agency: str = ""
    officer: str = field(default="", repr=False)
    due: date | None = None
    state: ActionState = ActionState.PROPOSED
    ended: date | None = None
    outcome: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """A note for the chronology of a case, or for the remarks of a place when there is no case."""

    text: str = field(repr=False)
    happened_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDraft:
    """All records one row, or several rows of one case or place, would become.

    Attributes:
        rows: The numbers of the rows, the carrying one first.
        fingerprints: One for each row, to be remembered so that the same file changes nothing.
        key: What the row is known by in a later file, such as its reference; "" if nothing.
        others: Further people named in rows of the same case.
        joins: Identifier of the existing record the row was decided to belong to, or "".
        joins_kind: Which kind of record that is: "case", "person", "place" or "row".
    """

    rows: tuple[int, ...]
    fingerprints: tuple[str, ...] = ()
    key: str = field(default="", repr=False)
    case: CaseDraft | None = None
    person: PersonDraft | None = field(default=None, repr=False)
    place: PlaceDraft | None = field(default=None, repr=False)
    project: ProjectDraft | None = field(default=None, repr=False)
    actions: tuple[ActionDraft, ...] = ()
    notes: tuple[NoteDraft, ...] = ()
    others: tuple[PersonDraft, ...] = field(default=(), repr=False)
    joins: str = ""
    joins_kind: str = ""
