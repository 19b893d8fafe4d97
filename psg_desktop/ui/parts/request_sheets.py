"""The form that puts a request about information into the register, or changes it."""

from dataclasses import replace
from typing import Any

from psg_desktop.casework.information_law import requests
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import AccessRequestId, PersonId
from psg_desktop.domain.subject_access import AccessRequest, Regime, RequestKind
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import choice_of, give_way
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.sheets import RecordSheet, edited
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form

_REGIME = (
    "Law enforcement only where the copy comes from what an authority holds to prevent or "
    "prosecute crime, such as the police; what the partnership holds is general."
)


def request_sheet(
    office: Office, person: PersonId, name: str, shown: AccessRequest | None = None
) -> RecordSheet:
    """Give the form for a request of or for a person."""
    form = _form(office)
    fields = tuple(form.fields)
    start: dict[str, Any] = {
        "kind": RequestKind.ACCESS,
        "regime": Regime.GENERAL,
        "received_on": office.today(),
        "asked_by": name,
    }
    form.show_values({one: getattr(shown, one) for one in fields} if shown else start)

    def keep(given: dict[str, Any]) -> None:
        if shown is not None:
            known = requests.get(office, shown.id).request
            requests.amend(office, replace(known, **edited(shown, given)))
            return
        new = AccessRequest(
            id=AccessRequestId(office.new_id()), reference="new", person=person, **given
        )
        requests.receive(office, new)

    title = "Change the request" if shown else "Request about information"
    return RecordSheet(title, form, keep, save="Save" if shown else "Put it into the register")


def _form(office: Office) -> Form:
    form = Form()
    form.add("kind", "What is asked for", give_way(choice_of(RequestKind)))
    form.add("received_on", "Received on", date_back(office), hint="By any way, spoken as well.")
    form.add("asked_by", "Asked by", Line(longest=LINE_LIMIT))
    form.add(
        "authority",
        "Why they may ask",
        LongText(lines=2),
        hint="Only where somebody else asks, such as a solicitor or a parent.",
        optional=True,
    )
    form.add("reply_to", "Where the answer goes", Line(longest=LINE_LIMIT), optional=True)
    form.add(
        "asks",
        "What exactly",
        LongText(lines=4),
        hint="What is asked for, or what is said to be wrong and what it should say.",
        optional=True,
    )
    form.add("regime", "Rules", give_way(choice_of(Regime)), hint=_REGIME)
    form.add(
        "identity_asked_on",
        "Proof of identity asked for on",
        date_back(office),
        hint="Leave it empty if you know who asks: the clock runs from the day of the request.",
        optional=True,
    )
    return form
