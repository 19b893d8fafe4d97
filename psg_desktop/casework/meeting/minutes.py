"""Draft minutes: what a meeting recorded, put into words and drawn as a Word file."""

from pathlib import Path

from psg_desktop.casework.meeting import aftermaths
from psg_desktop.casework.office import Office
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.agendas import ItemState
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.lists import ActionRow
from psg_desktop.domain.meeting_lists import Aftermath, AgendaLine
from psg_desktop.domain.meetings import Attendance, Meeting, MeetingGroup
from psg_desktop.domain.partnership import Partnership
from psg_desktop.papers.minutes import (
    ActionLine,
    MinutedItem,
    MinutesPaper,
    PersonThere,
    draw_minutes,
)
from psg_desktop.words import agendas, dates, names

_WARNING = (
    "Draft minutes. They name people: keep them restricted to those who were asked to the meeting."
)
_SAMPLE = "This is a sample: everybody and every place in it is made up. "


def file_name(meeting: Meeting) -> str:
    """Propose a name for the file, such as "minutes-psg-2026-12-03.docx"."""
    group = meeting.group.value.replace("_", "-")
    return f"minutes-{group}-{dates.iso(meeting.on)}.docx"


def draft_minutes(office: Office, id_: MeetingId) -> bytes:
    """Draw the draft minutes of a meeting as they stand now."""
    return draw_minutes(paper(office, id_))


def save_minutes(office: Office, id_: MeetingId, path: Path) -> None:
    """Write the draft minutes to a file.

    Raises:
        Unwritable, DiskFull: It cannot be written there.
    """
    drawn = draft_minutes(office, id_)
    with replacing(path) as file:
        file.write(drawn)


def paper(office: Office, id_: MeetingId) -> MinutesPaper:
    """Put everything the minutes of a meeting say into words."""
    left = aftermaths.of(office, id_)
    partnership = office.partnership()
    known = {row.id: row for row in left.agreed}
    with office.reading() as unit:
        reviews = {
            line.item.review: unit.reviews.find(line.item.review)
            for line in left.lines
            if line.item.review is not None
        }
    # The groups above the PSG know a case by its reference; its title may name somebody.
    titled = left.meeting.group is MeetingGroup.PSG
    items = []
    for line in left.lines:
        review = reviews.get(line.item.review) if line.item.review else None
        next_due = dates.grid(review.next_due) if review and review.next_due else ""
        agreed = tuple(_action(known[one]) for one in line.item.actions if one in known)
        items.append(_item(line, next_due, agreed, titled=titled))
    return _paper(partnership, left, tuple(items))


def _paper(
    partnership: Partnership, left: Aftermath, items: tuple[MinutedItem, ...]
) -> MinutesPaper:
    meeting = left.meeting
    coming = left.next_meeting
    return MinutesPaper(
        title=f"{partnership.name}: {agendas.group_meeting(meeting.group)}, "
        f"{dates.prose(meeting.on)}",
        marking=partnership.marking,
        warning=f"{_SAMPLE if partnership.sample else ''}{_WARNING}",
        facts=_facts(meeting),
        attendance=tuple(_person(left, one) for one in left.attendance),
        statement=partnership.confidentiality,
        statement_read=_read(meeting),
        items=items,
        carried=tuple(_action(one.action, _times(one.times)) for one in left.carried),
        missed=tuple(
            f"{one.agency}: {len(one.actions)} open action{'' if len(one.actions) == 1 else 's'}"
            + "".join(f"; {each.name} {_presence(each)}" for each in one.people)
            for one in left.missed
        ),
        next_meeting=dates.prose(coming) if coming else "None is planned.",
    )


def _facts(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    starts = f", {meeting.starts:%H:%M}" if meeting.starts else ""
    return (
        ("Date", f"{dates.weekday(meeting.on)} {dates.prose(meeting.on)}{starts}"),
        ("Place", meeting.place or "not recorded"),
        ("Chair", meeting.chair or "not recorded"),
    )


def _read(meeting: Meeting) -> str:
    if meeting.statement_at is None:
        return "It is not recorded that the statement was read."
    return f"Read by {meeting.statement_by} at {dates.clock_time(meeting.statement_at)}."


def _person(left: Aftermath, one: Attendance) -> PersonThere:
    agency = left.agencies.get(one.agency, "") if one.agency else ""
    return PersonThere(
        agency=agency or "Guest",
        name=one.name,
        presence=names.name(one.presence),
        in_place_of=one.substitute_for,
    )


def _presence(one: Attendance) -> str:
    return names.name(one.presence).lower()


_UNDECIDED = {
    ItemState.DEFERRED: "Put off to the next meeting.",
    ItemState.TO_COME: "Not reached at this meeting.",
}


def _item(
    line: AgendaLine, next_due: str, agreed: tuple[ActionLine, ...], *, titled: bool
) -> MinutedItem:
    lead, words = agendas.item_lead(line), agendas.item_words(line)
    if line.case is not None and not titled:
        words = line.item.title
    kind = names.name(line.item.kind)
    about = " ".join(part for part in (lead, "" if words == kind else words) if part)
    decision = line.item.decision or _UNDECIDED.get(line.item.state, "")
    return MinutedItem(
        heading=f"{kind}: {about}" if about else kind,
        ask=line.item.ask,
        decision=decision,
        next_review=next_due,
        actions=agreed,
    )


def _action(row: ActionRow, times: str = "") -> ActionLine:
    return ActionLine(
        reference=row.reference,
        what=row.what,
        owner=row.owner,
        officer=row.officer,
        due=dates.grid(row.due) if row.due else "",
        times=times,
    )


def _times(count: int) -> str:
    return {0: "not yet", 1: "once", 2: "twice"}.get(count, f"{count} times")
