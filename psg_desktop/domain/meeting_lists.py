"""What the pages of a meeting show: items and what they are about, actions carried, who missed."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from psg_desktop.domain.agendas import AgendaItem, ItemState
from psg_desktop.domain.lists import ActionRow, CaseRow
from psg_desktop.domain.meetings import Attendance, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One item of an agenda with what it is about.

    Attributes:
        case: The caseload's line of its case.
        reference: Of the referral it is about, "" where it is about none.
        about: What the referral or the intervention is called.
        proposed: Actions of its case that wait to be agreed.
    """

    item: AgendaItem
    case: CaseRow | None = None
    reference: str = ""
    about: str = field(default="", repr=False)
    proposed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedAction:
    """An open action and over how many held meetings it was carried."""

    action: ActionRow
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Somebody who was not there, or an agency of whom nobody was, with actions to answer for."""

    agency: str
    people: tuple[Attendance, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftermath:
    """What a meeting leaves behind.

    Attributes:
        agreed: Actions agreed at it.
        carried: Open actions agreed before it.
        missed: Agencies of whom nobody was present, with their open actions.
        reviewed: Cases whose review was recorded at it.
    """

    meeting: Meeting
    lines: tuple[AgendaLine, ...]
    attendance: tuple[Attendance, ...]
    agencies: dict[UUID, str]
    agreed: tuple[ActionRow, ...]
    carried: tuple[CarriedAction, ...]
    missed: tuple[Missed, ...]
    reviewed: int
    next_meeting: date | None

    @property
    def settled(self) -> int:
        """How many items were dealt with."""
        return self._count(ItemState.DONE)

    @property
    def put_off(self) -> int:
        """How many items were put off to the next meeting."""
        return self._count(ItemState.DEFERRED)

    @property
    def not_reached(self) -> int:
        """How many items nobody came to, none while the meeting is to come."""
        return self._count(ItemState.TO_COME) if self.meeting.held else 0

    def _count(self, state: ItemState) -> int:
        return sum(line.item.state is state for line in self.lines)
