"""Forms of the room: an action agreed, and what became of the item that was on at the end."""

from typing import Any

from psg_desktop.casework.meeting import meetings, rooms
from psg_desktop.casework.meeting.rooms import AgreedAction
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import STANDING_KINDS, ItemState
from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.ui.meetings.item_sheets import case_choice
from psg_desktop.ui.parts.action_sheets import add_action_fields
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.wrapped_choices import NumberedChoice
from psg_desktop.words.agendas import item_masked

_BECAME = (
    Option(ItemState.DONE, "It was dealt with; no decision is recorded."),
    Option(ItemState.DEFERRED, "It is put off to the next meeting."),
    Option(ItemState.TO_COME, "It was not reached."),
)


def agree_action_sheet(office: Office, line: AgendaLine) -> RecordSheet:
    """Give the form; an item about no case asks for the case as well."""
    form = Form()
    add_action_fields(form, office, meetings.get(office, line.item.meeting).on)
    if line.case is None:
        form.add("case", "Case it belongs to", case_choice(office), hint="A few letters will do.")
    of_item = line.case.id if line.case else None

    def keep(given: dict[str, Any]) -> None:
        chosen = given.pop("case", None) or of_item
        case = CaseId(chosen) if chosen else None
        rooms.agree_action(office, line.item.id, AgreedAction(case=case, **given))

    return RecordSheet("Agree an action", form, keep, save="Agree")


def end_sheet(office: Office, line: AgendaLine, to_come: int) -> RecordSheet:
    """Give the form that ends a meeting while nothing is recorded about the item that is on.

    Args:
        office: The open vault.
        line: The item.
        to_come: How many other items were not reached.
    """
    form = Form()
    named = f"Item {line.item.position + 1}, {item_masked(line)}, has no decision."
    form.add_widget(label(named, "strong", wrap=True))
    form.add("became", "What became of it", NumberedChoice(_BECAME))
    form.show_values({"became": _likely(line)})
    if to_come:
        others = "Another item was" if to_come == 1 else f"{to_come} other items were"
        form.add_widget(label(f"{others} not reached; the minutes say so.", "hint", wrap=True))

    def keep(given: dict[str, Any]) -> None:
        rooms.end(office, line.item.meeting, {line.item.id: given["became"]})

    return RecordSheet(
        "End the meeting", form, keep, save="End the meeting", renamed={"on": "became"}
    )


def _likely(line: AgendaLine) -> ItemState:
    """Give what became of it most likely: standing business and a case just closed are done."""
    closed = line.case is not None and line.case.state is CaseState.CLOSED
    return ItemState.DONE if closed or line.item.kind in STANDING_KINDS else ItemState.TO_COME
