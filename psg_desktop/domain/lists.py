"""Rows of lists, and how a list is narrowed; the narrowing itself happens in the store."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.domain.cases import Case, CaseKind, CaseState, RiskLevel
from psg_desktop.domain.ids import ActionId, AgencyId, CaseId, PersonId, PlaceId, ProjectId
from psg_desktop.domain.involvements import Involvement
from psg_desktop.domain.notes import Note
from psg_desktop.domain.places import PlaceKind
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.domain.project_files import OwedReport
from psg_desktop.domain.project_ratings import ProjectRating
from psg_desktop.domain.reviews import Review

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """Some rows of a list, and how many rows there are in all under the same filter."""

    rows: tuple[Row, ...]
    total: int


class CaseView(StrEnum):
    """The saved views a vault starts with."""

    OPEN = "open"
    ALL = "all"
    REVIEWS_DUE = "reviews_due"
    OVERDUE_ACTIONS = "overdue_actions"
    QUIET = "quiet"
    CLOSURES_PROPOSED = "closures_proposed"
    CLOSED_THIS_QUARTER = "closed_this_quarter"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """What narrows a caseload; empty parts do not narrow.

    Attributes:
        words: Looked for in references, titles, names, aliases, addresses and notes; each word
            must be found somewhere in the case.
        unassigned: Keeps cases without a lead agency.
    """

    view: CaseView = CaseView.OPEN
    words: str = field(default="", repr=False)
    kinds: frozenset[CaseKind] = frozenset()
    states: frozenset[CaseState] = frozenset()
    risks: frozenset[RiskLevel | None] = frozenset()
    lead_agencies: frozenset[AgencyId] = frozenset()
    unassigned: bool = False
    focus_areas: frozenset[str] = frozenset()
    review_from: date | None = None
    review_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One line of the caseload; counts are of agreed actions."""

    id: CaseId
    reference: str
    kind: CaseKind
    title: str = field(repr=False)
    state: CaseState
    risk: RiskLevel | None
    lead_agency: str
    review_due: date | None
    open_actions: int
    overdue_actions: int
    opened: date
    closed_on: date | None


class ActionView(StrEnum):
    """The ways the actions list starts out."""

    OPEN = "open"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFilter:
    """What narrows the actions list."""

    view: ActionView = ActionView.OPEN
    words: str = field(default="", repr=False)
    owners: frozenset[AgencyId] = frozenset()
    states: frozenset[ActionState] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One line of the actions list."""

    id: ActionId
    case: CaseId
    reference: str
    case_title: str = field(repr=False)
    what: str = field(repr=False)
    owner: str
    owner_id: AgencyId | None
    officer: str = field(repr=False)
    due: date | None
    state: ActionState
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One line of the people list."""

    id: PersonId
    full_name: str = field(repr=False)
    aliases: tuple[str, ...] = field(repr=False)
    born: date | None = field(repr=False)
    address: str = field(repr=False)
    cases: int
    open_cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One line of the places list."""

    id: PlaceId
    name: str = field(repr=False)
    kind: PlaceKind
    address: str = field(repr=False)
    postcode: str = field(repr=False)
    ward: str
    ward_name: str
    stage: PriorityStage | None
    cases: int
    open_cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """One line of the projects list; money in pence.

    Attributes:
        next_report: The oldest report that is missing, or the one that is due next.
        ratings: How each aspect that was rated stands.
    """

    id: ProjectId
    name: str = field(repr=False)
    commissioner: str
    starts: date | None
    ends: date | None
    budget_pence: int
    next_milestone: str = field(repr=False)
    next_due: date | None
    next_report: OwedReport | None = None
    ratings: tuple[ProjectRating, ...] = ()
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRow:
    """One line of the agencies list."""

    id: AgencyId
    name: str
    short_name: str
    kind: AgencyKind
    standing: Standing
    active: bool
    led_cases: int
    open_actions: int
    overdue_actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvementRow:
    """A role in a case with the name of who or what holds it."""

    involvement: Involvement
    label: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedCase:
    """A related case as the case page shows it."""

    link: UUID
    case: CaseId
    reference: str
    title: str = field(repr=False)
    nature: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCase:
    """A case somebody or somewhere is involved in, as a person's or place's page shows it."""

    case: CaseRow
    roles: tuple[Involvement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """Everything a case page shows.

    Attributes:
        subject_label: The name of the person, place or project.
        agencies: Names of the agencies mentioned, by identifier.
        notes: Newest first; actions by due date; reviews newest first.
    """

    case: Case
    subject_label: str = field(repr=False)
    agencies: dict[UUID, str]
    involvements: tuple[InvolvementRow, ...]
    actions: tuple[Action, ...]
    reviews: tuple[Review, ...]
    notes: tuple[Note, ...]
    links: tuple[LinkedCase, ...]


class FoundKind(StrEnum):
    """What the search in the top bar can find."""

    CASE = "case"
    PERSON = "person"
    PLACE = "place"
    PROJECT = "project"
    AGENCY = "agency"
    ACTION = "action"
    REFERRAL = "referral"
    DOCUMENT = "document"
    CASE_REVIEW = "case_review"
    PRIORITY = "priority"
    RECOMMENDATION = "recommendation"
    DEATH_REVIEW = "death_review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One answer of the search in the top bar; an action opens its case."""

    kind: FoundKind
    id: UUID
    label: str = field(repr=False)
    detail: str = field(repr=False)
    case: CaseId | None = None
