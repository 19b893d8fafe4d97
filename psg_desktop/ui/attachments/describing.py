"""The fields that say what a document is, for one that is added and for one that is changed."""

from collections.abc import Mapping
from typing import Any

from psg_desktop.casework.attaching import attachments, kinds
from psg_desktop.casework.attaching.attachments import Described
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import Attachment
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import give_way
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Choice, Line, Option
from psg_desktop.ui.widgets.forms import Form


def add_fields(form: Form, office: Office, *, titled: bool = True, kept: str = "") -> None:
    """Add the fields to a form; several files at once take their titles from their names."""
    if titled:
        form.add(
            "title", "Title", Line(longest=LINE_LIMIT),
            hint="What it is, such as “Letter to the landlord about the gate”.",
        )  # fmt: skip
    known = [Option(code, name) for code, name in kinds.choices(office, kept)]
    form.add("document_kind", "Kind", give_way(Choice(known, nothing="Choose one")))
    form.add("dated", "Date on the document", date_back(office), optional=True)


def described(given: Mapping[str, Any], title: str) -> Described:
    """Give what a form says of a document."""
    return Described(
        title=given.get("title", title),
        document_kind=given["document_kind"] or "",
        dated=given["dated"],
    )


def change_sheet(office: Office, attachment: Attachment) -> RecordSheet:
    """Give the form that changes the title, kind and date of a document."""
    form = Form()
    add_fields(form, office, kept=attachment.document_kind)
    form.show_values({name: getattr(attachment, name) for name in form.fields})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        attachments.amend(office, attachment.id, described(given, attachment.title))

    return RecordSheet("Change the document", form, keep)
