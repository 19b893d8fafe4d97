"""Meetings and the items of their agendas, as papers and pages name them."""

from psg_desktop.domain.agendas import AgendaItem
from psg_desktop.domain.meeting_lists import Aftermath, AgendaLine
from psg_desktop.domain.meetings import Meeting, MeetingGroup
from psg_desktop.words import dates, names


def group_meeting(group: MeetingGroup) -> str:
    """Give "PSG meeting", "Delivery Group meeting" or "CSP board meeting"."""
    return f"{names.name(group)} meeting"


def meeting_words(meeting: Meeting) -> str:
    """Give what reviews and actions call the meeting: "PSG meeting Thu 3 Dec 2026"."""
    return f"{group_meeting(meeting.group)} {dates.grid(meeting.on)}"


def time_and_place(meeting: Meeting) -> str:
    """Give "10:00 for 120 minutes, Committee room 2", as far as it is known."""
    starts = f"{meeting.starts:%H:%M} for " if meeting.starts else ""
    return ", ".join(part for part in (f"{starts}{meeting.length} minutes", meeting.place) if part)


def item_lead(line: AgendaLine) -> str:
    """Give the reference an item goes by, "" where it has none."""
    return line.case.reference if line.case else line.reference


def item_words(line: AgendaLine) -> str:
    """Give what an item is called, with the title of its case: it may name somebody."""
    item = line.item
    if line.case is not None:
        about = f", {line.about}" if line.about else ""
        return f"{line.case.title}{about}"
    return item.title or line.about or names.name(item.kind)


def item_masked(line: AgendaLine) -> str:
    """Give what an item may be called on a screen that others can see: no title, no name."""
    lead = item_lead(line)
    return f"{names.name(line.item.kind)} {lead}".strip()


def item_kind(item: AgendaItem) -> str:
    """Give the kind of an item."""
    return names.name(item.kind)


def what_became(left: Aftermath) -> str:
    """Give "8 items dealt with, 2 put off, 1 not reached", leaving out what is none."""
    several = "1 item" if left.settled == 1 else f"{left.settled} items"
    parts = [f"{several} dealt with"]
    for count, words in ((left.put_off, "put off"), (left.not_reached, "not reached")):
        if count:
            parts.append(f"{count} {words}")
    return ", ".join(parts)


def minutes(count: int) -> str:
    """Give "1 minute" or "12 minutes"."""
    return "1 minute" if count == 1 else f"{count:,} minutes"
