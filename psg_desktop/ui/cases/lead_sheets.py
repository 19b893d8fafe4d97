"""Forms about the group that leads a case in place of the PSG."""

from dataclasses import asdict, replace
from typing import Any

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case, CaseMove, ExternalLead
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.reference import lists
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.suggesting import suggest
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import names

_ASKED = ("group", "level", "reference", "lead_professional", "psg_role", "next_meeting", "since")


def hand_over_sheet(office: Office, case: Case) -> RecordSheet:
    """Give the form that hands a case over to the group that leads from now on."""
    form = _form(office)
    form.show_values({"since": office.today()})

    def keep(given: dict[str, Any]) -> None:
        lead = ExternalLead(**{**given, "since": given["since"] or office.today()})
        cases.hand_over(office, case.id, lead)

    words = names.name(CaseMove.HAND_OVER)
    return RecordSheet(words, form, keep, save="Hand over")


def lead_sheet(office: Office, case: CaseId, lead: ExternalLead) -> RecordSheet:
    """Give the form that keeps up what is known of the group that leads."""
    form = _form(office)
    form.show_values({name: part for name, part in asdict(lead).items() if name in _ASKED})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        given["since"] = given["since"] or lead.since
        cases.update_lead(office, case, replace(lead, **given))

    return RecordSheet("Change the external lead", form, keep)


def _form(office: Office) -> Form:
    form = Form()
    groups = lists.external_groups()
    group = form.add(
        "group", "Group that leads", Line(longest=LINE_LIMIT), hint="Such as MARAC or Channel."
    )
    suggest(group, [known.name for known in groups])
    level = form.add("level", "Level", Line(longest=LINE_LIMIT), optional=True)
    suggest(level, list(dict.fromkeys(one for known in groups for one in known.levels)))
    form.add("reference", "Their reference", Line(longest=LINE_LIMIT), optional=True)
    form.add("lead_professional", "Lead professional", Line(longest=LINE_LIMIT), optional=True)
    form.add(
        "psg_role",
        "What the PSG does to support",
        Line(longest=LINE_LIMIT),
        hint="Only that they lead is kept here, never their minutes.",
        optional=True,
    )
    form.add("next_meeting", "They meet next on", date_ahead(office), optional=True)
    form.add("since", "From", date_back(office))
    return form
