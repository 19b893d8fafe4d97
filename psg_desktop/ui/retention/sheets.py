"""Forms about a record whose time of keeping is over: dispose of it, hold it, keep it longer."""

from typing import Any

from psg_desktop.casework.information_law import disposals, retention
from psg_desktop.casework.office import Office
from psg_desktop.domain.retention import DueRecord, StayKind
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words.disposals import CANNOT_BE_UNDONE


def dispose_sheet(office: Office, due: DueRecord) -> RecordSheet:
    """Give the form that asks for the reference or name to be typed before all of it goes."""
    form = Form()
    form.add(
        "typed",
        f"Type {due.event.confirm} to confirm",
        Line(),
        hint=CANNOT_BE_UNDONE,
    )

    def keep(given: dict[str, Any]) -> None:
        disposals.dispose(office, due.event.record, given["typed"] or "")

    return RecordSheet("Dispose of this record", form, keep, save="Dispose of it")


def stay_sheet(office: Office, due: DueRecord, kind: StayKind) -> RecordSheet:
    """Give the form that keeps a record, with the reason and the last day."""
    hold = kind is StayKind.HOLD
    form = Form()
    form.add_widget(label(due.event.label, "strong", wrap=True))
    form.add(
        "reason",
        "Reason",
        LongText(lines=4),
        hint="Such as a complaint, a claim, an inquiry or a request for access that is open."
        if hold
        else "Why it is needed longer than the schedule says, and who decided.",
    )
    form.add("until", "Last day", date_ahead(office), optional=hold)

    def keep(given: dict[str, Any]) -> None:
        retention.keep(office, due, kind, given["reason"] or "", given["until"])

    title = "Put disposal on hold" if hold else "Keep it longer"
    return RecordSheet(title, form, keep, save="Hold it" if hold else "Keep it")
