"""Small forms about a referral: returning it, and noting what the referrer was told."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referrals
from psg_desktop.domain.referrals import Referral, ReferralOutcome
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import LongText
from psg_desktop.ui.widgets.forms import Form


def return_sheet(office: Office, referral: Referral) -> RecordSheet:
    """Give the form that returns a referral to the referrer."""
    form = Form()
    form.add("missing", "What is missing", LongText(lines=4))
    form.add(
        "chase_on", "Chase it on", date_ahead(office), hint="Such as +1w. It shows on Today then."
    )
    if referral.returned is not None:
        known = referral.returned
        form.show_values({"missing": known.missing, "chase_on": known.chase_on})
    return RecordSheet(
        "Return to the referrer",
        form,
        lambda given: referrals.send_back(office, referral.id, given["missing"], given["chase_on"]),
        save="Return it",
    )


def answer_sheet(office: Office, referral: Referral) -> RecordSheet:
    """Give the form that notes what the referrer was told, and that another forum has it."""
    form = Form()
    form.add("told", "What the referrer was told", LongText(lines=4))
    form.add("told_on", "Told on", date_back(office))
    form.add("acknowledged_on", "Acknowledged by the forum on", date_back(office), optional=True)
    decision = referral.decision
    redirected = decision is not None and decision.outcome is ReferralOutcome.REDIRECTED
    form.show_only("acknowledged_on", shown=redirected)
    form.show_values({"told_on": office.today()})
    if decision is not None and decision.told_on is not None:
        names = ("told", "told_on", "acknowledged_on")
        form.show_values({name: getattr(decision, name) for name in names})
    return RecordSheet(
        "Answer to the referrer",
        form,
        lambda given: referrals.answer(
            office, referral.id, given["told"], given["told_on"], given.get("acknowledged_on")
        ),
    )
