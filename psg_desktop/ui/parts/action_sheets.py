"""Forms about one action: adding and changing it, and the moves that need a word or a date."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel

from psg_desktop.casework.caseload import action_templates, actions
from psg_desktop.casework.caseload.action_templates import Offer
from psg_desktop.casework.caseload.actions import Terms
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import LIVE_STATES, Action, ActionState
from psg_desktop.domain.ids import ActionId, CaseId
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, give_way
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.passages import breakable, shortened
from psg_desktop.ui.parts.sheets import RecordSheet, edited
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label

_MOST_SHOWN = 200
_MOST_OFFERED = 70
DUE_HINT = "Such as 3 dec, +2w or psg for the next meeting."


def add_action_fields(form: Form, office: Office, met_on: date | None = None) -> None:
    """Ask what is to be done, by whom and by when; *met_on* is the day of the meeting that asks."""
    form.add(
        "what",
        "What is to be done",
        LongText(lines=2),
        hint="One thing that somebody can tick off.",
    )
    form.add("owner", "Owner agency", AgencyChoice(office))
    form.add("officer", "Named officer", Line(longest=LINE_LIMIT))
    form.add("due", "Due date", date_ahead(office, met_on), hint=DUE_HINT)


def state_of(given: dict[str, Any]) -> ActionState:
    """Give agreed as soon as owner, officer or due date is given, else proposed."""
    agreed = given["owner"] or given["officer"] or given["due"]
    return ActionState.AGREED if agreed else ActionState.PROPOSED


def add_sheet(office: Office, case: CaseId) -> RecordSheet:
    """Give the form that adds an action to a case."""
    form = Form()
    _add_templates(form, office, case)
    add_action_fields(form, office)
    form.mark_saved()
    form.add_widget(
        label("Without owner, officer and due date it is kept as proposed.", "hint", wrap=True)
    )
    _add_meeting(form)

    def keep(given: dict[str, Any]) -> None:
        given.pop("template", None)
        state = state_of(given)
        on = office.today() if state is ActionState.AGREED else None
        made = Action(id=ActionId(office.new_id()), case=case, state=state, agreed_on=on, **given)
        actions.add(office, made)

    return RecordSheet("Add an action", form, keep, save="Add the action")


def _add_templates(form: Form, office: Office, case: CaseId) -> None:
    """Offer the templates of the case's focus areas; choosing one fills in what it knows."""
    offers = action_templates.offers(office, case)
    if not offers:
        return
    options = [Option(offer, shortened(offer.template.what, _MOST_OFFERED)) for offer in offers]
    choice = give_way(Choice(options, nothing="An empty form"))
    form.add("template", "Start from", choice, optional=True)

    def fill() -> None:
        offer: Offer | None = choice.value()
        if offer is not None:
            values = {"what": offer.template.what, "owner": offer.owner, "due": offer.due}
            form.show_values(values)

    choice.edited.connect(fill)


def change_sheet(office: Office, action: Action) -> RecordSheet:
    """Give the form that corrects an action's words, owner, officer or due date."""
    form = Form()
    add_action_fields(form, office)
    _add_meeting(form)
    shown = ["what", "owner", "officer", "due", "meeting"]
    if action.state not in LIVE_STATES:
        form.add("outcome", "What came of it", LongText(lines=4))
        shown.append("outcome")
    form.show_values({name: getattr(action, name) for name in shown})
    return RecordSheet(
        "Change the action",
        form,
        lambda given: actions.amend(office, _with_edits(office, action, given)),
    )


def _with_edits(office: Office, shown: Action, given: dict[str, Any]) -> Action:
    return replace(actions.get(office, shown.id), **edited(shown, given))


def agree_sheet(office: Office, action: Action) -> RecordSheet:
    """Give the form that makes a proposed action binding, asking for what it still lacks."""
    form = Form()
    form.add_widget(_about(action))
    form.add("owner", "Owner agency", AgencyChoice(office))
    form.add("officer", "Named officer", Line(longest=LINE_LIMIT))
    form.add("due", "Due date", date_ahead(office), hint=DUE_HINT)
    _add_meeting(form)
    form.show_values({name: getattr(action, name) for name in ("owner", "officer", "due")})

    return RecordSheet(
        "Agree the action",
        form,
        lambda given: actions.agree(office, action.id, Terms(**given)),
        save="Agree",
    )


def reassign_sheet(office: Office, action: Action) -> RecordSheet:
    """Give the form that hands an action to another owner."""
    form = Form()
    form.add_widget(_about(action))
    form.add("owner", "New owner agency", AgencyChoice(office))
    form.add("officer", "Named officer", Line(longest=LINE_LIMIT))
    form.add("due", "Due date", date_ahead(office), hint=DUE_HINT)
    form.show_values({"owner": action.owner, "due": action.due})

    def keep(given: dict[str, Any]) -> None:
        if given["owner"] is None:
            raise refuse("owner", Problem.OWNER_MISSING)
        actions.reassign(office, action.id, given["owner"], given["officer"], given["due"])

    return RecordSheet("Hand the action on", form, keep, save="Hand it on")


def complete_sheet(office: Office, action: Action) -> RecordSheet:
    """Give the form that says an action was done."""
    return _ending(
        office, action, "Complete the action", "What was done, and the evidence", "Complete"
    )


def give_up_sheet(office: Office, action: Action) -> RecordSheet:
    """Give the form that says an action was not achieved."""
    return _ending(
        office, action, "Not achieved", "Why it was not achieved, and what comes instead", "Save"
    )


def cancel_sheet(office: Office, action: Action) -> RecordSheet:
    """Give the form that withdraws an action."""
    return _ending(office, action, "Cancel the action", "By whom and why", "Cancel the action")


_VERBS = {
    "Complete the action": actions.complete,
    "Not achieved": actions.give_up,
    "Cancel the action": actions.cancel,
}


def _add_meeting(form: Form) -> None:
    hint = "The meeting, such as PSG meeting."
    form.add("meeting", "Agreed at", Line(longest=LINE_LIMIT), hint=hint, optional=True)


def _about(action: Action) -> QLabel:
    return label(breakable(shortened(action.what, _MOST_SHOWN)), "strong", wrap=True)


def _ending(office: Office, action: Action, title: str, question: str, save: str) -> RecordSheet:
    form = Form()
    form.add_widget(_about(action))
    form.add("outcome", question, LongText(lines=4))
    form.add("ended", "On", date_back(office), hint="Today unless another day is given.")
    form.show_values({"ended": office.today()})

    def keep(given: dict[str, Any]) -> None:
        if given["ended"] is None:
            raise refuse("ended", Problem.DATE_MISSING)
        _VERBS[title](office, action.id, given["ended"], given["outcome"])

    return RecordSheet(title, form, keep, save=save)
