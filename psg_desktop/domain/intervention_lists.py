"""Rows of the register of interventions, how it is narrowed and ordered, and its counts."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain.ids import AgencyId, CaseId, InterventionId
from psg_desktop.domain.intervention_clocks import Running
from psg_desktop.domain.intervention_facts import Standing, TargetKind
from psg_desktop.domain.intervention_kinds import Family
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.orders import Order


class RegisterView(StrEnum):
    """The ways the register starts out."""

    LIVE = "live"
    PLANNED = "planned"
    EXPIRING = "expiring"
    BREACHED = "breached"
    OVER = "over"
    ALL = "all"


class RegisterColumn(StrEnum):
    """What the register can be ordered by."""

    STATUS = "status"
    NAME = "name"
    TARGET = "target"
    AGENCY = "agency"
    SERVED = "served"
    EXPIRES = "expires"
    BREACHES = "breaches"
    CASE = "case"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterOrder(Order[RegisterColumn]):
    """What the register is ordered by."""

    column: RegisterColumn = RegisterColumn.EXPIRES


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """What narrows the register; empty parts do not narrow.

    Attributes:
        kinds: Codes of kinds.
        areas: Codes of wards of places, or areas as they were described.
        target: A person or place.
    """

    view: RegisterView = RegisterView.LIVE
    words: str = field(default="", repr=False)
    kinds: frozenset[str] = frozenset()
    agencies: frozenset[AgencyId] = frozenset()
    areas: frozenset[str] = field(default=frozenset(), repr=False)
    target: UUID | None = None
    case: CaseId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionRow:
    """One line of the register; `target` is the name of a person or place, or an area.

    Attributes:
        next_review: None once it no longer runs.
        unanswered: Breaches about which nothing was done.
    """

    id: InterventionId
    case: CaseId
    reference: str
    case_title: str = field(repr=False)
    code: str
    name: str
    short_name: str
    family: Family
    target_kind: TargetKind
    target_id: UUID | None
    target: str = field(repr=False)
    agency: str
    served_on: date | None
    starts: date | None
    expires: date | None
    standing: Standing
    next_review: date | None
    breaches: int
    unanswered: int
    renewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLine:
    """A clock that runs, with what a list or an agenda says of it."""

    running: Running
    intervention: InterventionId
    case: CaseId
    reference: str
    case_title: str = field(repr=False)
    short_name: str
    target: str = field(repr=False)
    case_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldIntervention:
    """An intervention of a case with the words around it.

    Attributes:
        target: Name of the person or place, or the area.
        renewed: Whether another follows it.
    """

    intervention: Intervention
    target: str = field(repr=False)
    agency: str
    renewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """How many interventions of one kind there were in a time.

    Attributes:
        issued: Served in it; `live` were in force on its last day; `breached` had a breach in it;
            `expired` ran to their last day in it.
    """

    code: str
    name: str
    family: Family
    issued: int
    live: int
    breached: int
    expired: int
