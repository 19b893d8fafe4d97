"""What a row of a spreadsheet would become: plain values, record by record, for casework to keep.

A draft is text as typed plus what was read from it; it makes no promise that the domain accepts it,
only that nothing the row said has been lost.
"""

from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import CaseKind, CaseState, RiskLevel
from psg_desktop.domain.places import PlaceKind
from psg_desktop.domain.referrals import Awareness, ReferralRoute, Urgency


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
        titled: Whether the row gives the title itself.
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
    titled: bool = False


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
class ReferralDraft:
    """A referral as a row describes it; `agency` is a name from the list, or a new one."""

    kind: CaseKind
    reference: str = ""
    received: date | None = None
    route: ReferralRoute = ReferralRoute.FORM
    name: str = field(default="", repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    born: date | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    children: str = field(default="", repr=False)
    problem: str = field(repr=False)
    tried: str = field(default="", repr=False)
    urgency: Urgency | None = None
    risk_reason: str = field(default="", repr=False)
    awareness: Awareness | None = None
    awareness_reason: str = field(default="", repr=False)
    asks: str = field(default="", repr=False)
    agency: str = ""
    referrer: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountDraft:
    """How many contacts a row counts for one case in one month.

    Attributes:
        case: Identifier of the case as text.
        measure: A name from the list.
        agency: A name from the list, a new one, or "".
        month: The first day of the month.
        differs: What the vault holds for the month is another number, which stays unless it is
            decided to be replaced.
    """

    case: str
    measure: str
    agency: str = ""
    month: date
    count: int
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDraft:
    """All records one row, or several rows of one case or place, would become.

    Attributes:
        rows: The numbers of the rows, the carrying one first.
        fingerprints: One for each row, to be remembered so that the same file changes nothing.
        key: What the row is known by in a later file, such as its reference; "" if nothing.
        others: Further people named in rows of the same case.
        joins: Identifier of the existing record the row was decided to belong to, or "".
        joins_kind: Which kind of record that is: "case", "person", "place", "project",
            "referral", "waiting" (the same referral, not decided yet) or "row".
        appends: Identifier of the case a referral is appended to, or "".
        follows: Identifier of the referral that came before, or "".
        taken: What of a row that differs from its case is taken over, by `Differing`.
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
    appends: str = ""
    follows: str = ""
    referral: ReferralDraft | None = field(default=None, repr=False)
    counts: tuple[CountDraft, ...] = ()
    taken: frozenset[str] = frozenset()
