"""The form of an action agreed in the room: with owner, officer and date, or it is no action."""

from typing import Any

from psg_desktop.casework.meeting import rooms
from psg_desktop.casework.meeting.rooms import AgreedAction
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.ui.meetings.item_sheets import case_choice
from psg_desktop.ui.parts.action_sheets import add_action_fields
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.forms import Form


def agree_action_sheet(office: Office, line: AgendaLine) -> RecordSheet:
    """Give the form; an item about no case asks for the case as well."""
    form = Form()
    add_action_fields(form, office)
    if line.case is None:
        form.add("case", "Case it belongs to", case_choice(office), hint="A few letters will do.")
    of_item = line.case.id if line.case else None

    def keep(given: dict[str, Any]) -> None:
        chosen = given.pop("case", None) or of_item
        case = CaseId(chosen) if chosen else None
        rooms.agree_action(office, line.item.id, AgreedAction(case=case, **given))

    return RecordSheet("Agree an action", form, keep, save="Agree")
