"""Forms about one item of an agenda: adding one, and changing its words and minutes."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from psg_desktop.casework import lists
from psg_desktop.casework.meeting import agendas
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import STANDING_KINDS, AgendaItem, ItemKind
from psg_desktop.domain.ids import AgendaItemId, CaseId
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.meetings import Meeting
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.choices import SearchChoice
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import names
from psg_desktop.words.agendas import item_words

_FOUND = 12
# What is proposed from its own list is not typed in by hand.
_BY_HAND = tuple(
    kind
    for kind in ItemKind
    if kind not in {ItemKind.NEW_REFERRAL, ItemKind.INTERVENTION}
    and (kind not in STANDING_KINDS or kind is ItemKind.OTHER_BUSINESS)
)


def case_choice(office: Office) -> SearchChoice:
    """Give a choice of one open case, found by its reference, title or a name in it."""

    def find(typed: str) -> list[Option]:
        asked = CaseFilter(view=CaseView.OPEN, words=typed)
        rows = lists.cases(office, asked, CaseOrder(), slice(0, _FOUND)).rows
        return [Option(row.id, f"{row.reference}  {row.title}") for row in rows]

    return SearchChoice(find)


def add_sheet(office: Office, meeting: Meeting) -> RecordSheet:
    """Give the form that puts an item on an agenda."""
    form = Form()
    kinds = [Option(kind, names.name(kind)) for kind in _BY_HAND]
    form.add("kind", "What sort of business", Choice(kinds))
    form.add("case", "Case", case_choice(office), hint="A few letters will do.", optional=True)
    form.add(
        "title",
        "What the papers call it",
        Line(longest=LINE_LIMIT),
        hint="Where it is about no case.",
        optional=True,
    )
    _add_common(form)
    form.show_values({"kind": ItemKind.OTHER_BUSINESS})

    def keep(given: dict[str, Any]) -> None:
        chosen: UUID | None = given["case"]
        minutes = given["minutes"]
        agendas.add_item(
            office,
            AgendaItem(
                id=AgendaItemId(office.new_id()),
                meeting=meeting.id,
                kind=given["kind"],
                case=CaseId(chosen) if chosen else None,
                title=given["title"],
                ask=given["ask"],
                minutes=minutes or 2,
                pinned=bool(minutes),
            ),
        )

    return RecordSheet("Add an item", form, keep, save="Add the item")


def change_sheet(office: Office, line: AgendaLine) -> RecordSheet:
    """Give the form that changes what is asked under an item, and its minutes."""
    item = line.item
    form = Form()
    form.add("title", "What the papers call it", Line(longest=LINE_LIMIT), optional=True)
    _add_common(form)
    minutes = item.minutes if item.pinned else 0
    form.show_values({"title": item.title, "ask": item.ask, "minutes": minutes})

    def keep(given: dict[str, Any]) -> None:
        typed = given["minutes"]
        agendas.amend_item(
            office,
            replace(
                item,
                title=given["title"],
                ask=given["ask"],
                minutes=typed or item.minutes,
                pinned=bool(typed),
            ),
        )

    return RecordSheet(item_words(line), form, keep)


def _add_common(form: Form) -> None:
    form.add("ask", "What the group is asked to decide", LongText(lines=4), optional=True)
    form.add(
        "minutes",
        "Minutes to keep for it",
        CountLine("Enter the minutes, such as 10."),
        hint="Left empty, it shares the time of the meeting with the others.",
        optional=True,
    )
