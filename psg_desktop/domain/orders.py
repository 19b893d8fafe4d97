"""What the lists can be ordered by; the ordering itself happens in the store."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Column = TypeVar("Column", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Generic[Column]):
    """The column a list is ordered by, and which way round."""

    column: Column
    descending: bool = False


class CaseColumn(StrEnum):
    """What a caseload can be ordered by."""

    REFERENCE = "reference"
    KIND = "kind"
    TITLE = "title"
    STATE = "state"
    RISK = "risk"
    LEAD = "lead"
    REVIEW = "review"
    OPEN_ACTIONS = "open_actions"
    OVERDUE_ACTIONS = "overdue_actions"
    OPENED = "opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOrder(Order[CaseColumn]):
    """What a caseload is ordered by."""

    column: CaseColumn = CaseColumn.REVIEW


class PersonColumn(StrEnum):
    """What the people can be ordered by."""

    NAME = "name"
    ALIASES = "aliases"
    BORN = "born"
    ADDRESS = "address"
    CASES = "cases"
    OPEN_CASES = "open_cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOrder(Order[PersonColumn]):
    """What the people are ordered by."""

    column: PersonColumn = PersonColumn.NAME


class PlaceColumn(StrEnum):
    """What the places can be ordered by."""

    NAME = "name"
    KIND = "kind"
    ADDRESS = "address"
    POSTCODE = "postcode"
    WARD = "ward"
    STAGE = "stage"
    CASES = "cases"
    OPEN_CASES = "open_cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOrder(Order[PlaceColumn]):
    """What the places are ordered by."""

    column: PlaceColumn = PlaceColumn.NAME


class ProjectColumn(StrEnum):
    """What the projects can be ordered by."""

    NAME = "name"
    COMMISSIONER = "commissioner"
    ENDS = "ends"
    BUDGET = "budget"
    MILESTONE = "milestone"
    DUE = "due"
    REPORT = "report"
    STANDING = "standing"
    CASES = "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectOrder(Order[ProjectColumn]):
    """What the projects are ordered by."""

    column: ProjectColumn = ProjectColumn.NAME


class AgencyColumn(StrEnum):
    """What the agencies can be ordered by."""

    NAME = "name"
    SHORT_NAME = "short_name"
    KIND = "kind"
    STANDING = "standing"
    IN_USE = "in_use"
    LEADS = "leads"
    OPEN_ACTIONS = "open_actions"
    OVERDUE_ACTIONS = "overdue_actions"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyOrder(Order[AgencyColumn]):
    """What the agencies are ordered by: those in use first, unless another column is asked for."""

    column: AgencyColumn = AgencyColumn.IN_USE


class ActionColumn(StrEnum):
    """What the actions can be ordered by."""

    STATE = "state"
    DUE = "due"
    WHAT = "what"
    OWNER = "owner"
    OFFICER = "officer"
    CASE = "case"
    CASE_TITLE = "case_title"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionOrder(Order[ActionColumn]):
    """What the actions are ordered by."""

    column: ActionColumn = ActionColumn.DUE
