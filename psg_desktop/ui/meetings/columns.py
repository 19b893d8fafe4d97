"""The columns of the grids about meetings: the calendar, the agenda, the checks, who comes."""

from datetime import date
from uuid import UUID

from psg_desktop.casework.meeting.meetings import MeetingLine
from psg_desktop.domain.agendas import ItemState
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.meetings import Attendance, Meeting, MeetingState, Presence
from psg_desktop.domain.preflight import CheckLine
from psg_desktop.ui.parts.statuses import risk_status
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import agendas, dates, names, preflight

_PRESENCE = {
    Presence.INVITED: "none",
    Presence.PRESENT: "green",
    Presence.APOLOGY: "amber",
    Presence.ABSENT: "red",
}
# Columns of an agenda that are shown in their time only.
PROPOSED, STATE = 5, 7


def calendar_columns(today: date) -> tuple[Column[MeetingLine], ...]:
    """Give the columns of a list of meetings, as read on a day."""
    return (
        Column("Date", lambda row: dates.grid(row.meeting.on), width=132),
        Column("When", lambda row: dates.distance(row.meeting.on, today), width=110),
        Column("Group", lambda row: names.name(row.meeting.group), width=120),
        Column(
            "Time and place",
            lambda row: agendas.time_and_place(row.meeting),
            width=160,
            stretch=True,
            tooltip=lambda row: agendas.time_and_place(row.meeting),
        ),
        Column("Chair", lambda row: row.meeting.chair, width=130),
        Column("Items", lambda row: str(row.items or ""), width=72, number=True),
        Column("Papers by", _papers, width=110),
        Column(
            "State",
            lambda row: names.name(row.meeting.state),
            width=160,
            status=lambda row: meeting_status(row.meeting, today),
        ),
    )


def agenda_columns() -> tuple[Column[AgendaLine], ...]:
    """Give the columns of an agenda."""
    return (
        Column("No.", lambda line: str(line.item.position + 1), width=44, number=True),
        Column("Business", lambda line: names.name(line.item.kind), width=206),
        Column("Reference", agendas.item_lead, width=128),
        Column(
            "What",
            _what,
            width=166,
            stretch=True,
            tooltip=agendas.item_words,
        ),
        Column(
            "Risk",
            lambda line: risk_status(line.case.risk).word if line.case else "",
            width=112,
            status=lambda line: risk_status(line.case.risk) if line.case else None,
        ),
        Column(
            "Proposed",
            lambda line: str(line.proposed or ""),
            width=88,
            number=True,
            tooltip=lambda _line: "Actions that wait to be agreed",
            spoken=_spoken_proposed,
        ),
        Column(
            "Minutes",
            _minutes,
            width=84,
            number=True,
            spoken=_spoken_minutes,
        ),
        Column("State", _item_state, width=72),
    )


def check_columns(meeting: Meeting) -> tuple[Column[CheckLine], ...]:
    """Give the columns of what is to be seen to before the papers of a meeting go out."""
    return (
        Column(
            "About",
            _about,
            width=126,
        ),
        Column(
            "What is missing",
            lambda line: preflight.sentence(line, meeting),
            width=280,
            tooltip=lambda line: preflight.sentence(line, meeting),
        ),
        Column(
            "Which",
            lambda line: line.detail,
            width=180,
            stretch=True,
            tooltip=lambda line: line.detail,
        ),
        Column("Enter or F", lambda line: preflight.step(line.check), width=190),
    )


def attendance_columns(agencies: dict[UUID, str]) -> tuple[Column[Attendance], ...]:
    """Give the columns of who comes to a meeting; *agencies* are their names."""
    return (
        Column(
            "Agency",
            lambda one: agencies.get(one.agency, "") if one.agency else "Guest",
            width=180,
        ),
        Column("Name", lambda one: one.name, width=140, stretch=True),
        Column(
            "Attendance",
            lambda one: names.name(one.presence),
            width=160,
            status=lambda one: Status(_PRESENCE[one.presence], names.name(one.presence)),
        ),
        Column("In place of", lambda one: one.substitute_for, width=160),
    )


def meeting_status(meeting: Meeting, today: date) -> Status:
    """Give the state of a meeting; one whose day has passed unheld asks for care."""
    words = names.name(meeting.state)
    if meeting.coming and meeting.on < today:
        return Status("amber", f"{words}, its day has passed")
    done = {MeetingState.PAPERS_SENT: "green", MeetingState.MINUTES_APPROVED: "done"}
    return Status(done.get(meeting.state, "none"), words)


def _about(line: CheckLine) -> str:
    return line.label or ("Last meeting" if line.detail else "The meeting")


def _what(line: AgendaLine) -> str:
    words = agendas.item_words(line)
    return "" if words == names.name(line.item.kind) else words


def _papers(row: MeetingLine) -> str:
    return dates.short(row.cut_offs.papers) if row.meeting.coming else ""


def _minutes(line: AgendaLine) -> str:
    return f"{line.item.minutes} kept" if line.item.pinned else str(line.item.minutes)


def _spoken_minutes(line: AgendaLine) -> str:
    kept = ", kept" if line.item.pinned else ""
    return f"{agendas.minutes(line.item.minutes)}{kept}"


def _spoken_proposed(line: AgendaLine) -> str:
    several = "1 proposed action" if line.proposed == 1 else f"{line.proposed} proposed actions"
    return several if line.proposed else ""


def _item_state(line: AgendaLine) -> str:
    return "" if line.item.state is ItemState.TO_COME else names.name(line.item.state)
