"""The form of one agency: what it is, its standing, and whom to reach there."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.agencies import Agency, AgencyKind, Contact, Standing
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.sheets import NewRecordSheet
from psg_desktop.ui.parts.usual_choice import UsualChoice
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.row_editor import Cells

_FIELDS = ("name", "short_name", "kind", "standing", "contacts")


class AgencySheet(NewRecordSheet):
    """Adds an agency, or changes *agency*; emits `agency_saved(AgencyId)` once it is kept."""

    id: AgencyId
    agency_saved = Signal(object)

    def __init__(self, office: Office, agency: Agency | None = None) -> None:
        words, save = ("Change the agency", "Save") if agency else ("New agency", "Add the agency")
        super().__init__(words, _form(agency), self._keep_agency, save=save)
        self._office = office
        self._before = agency
        self.id = agency.id if agency else AgencyId(office.new_id())
        self.saved.connect(lambda: self.agency_saved.emit(self.id))

    def _keep_agency(self, given: dict[str, Any]) -> None:
        before = self._before
        made = replace(before, **given) if before else Agency(id=self.id, **given)
        agencies.save(self._office, made)


def contact_rows() -> RecordRows:
    """Give the editor of whom to reach."""

    def cells() -> Cells:
        return {
            "name": ("Name", Line(longest=LINE_LIMIT)),
            "post": ("Post (optional)", Line(longest=LINE_LIMIT)),
            "email": ("E-mail (optional)", Line(longest=LINE_LIMIT)),
            "phone": ("Phone (optional)", Line(longest=LINE_LIMIT)),
        }

    def make(given: dict[str, Any]) -> Contact:
        if not given["name"]:
            raise refuse("contacts", Problem.NAME_MISSING)
        return Contact(**given)

    return RecordRows(
        "contact",
        cells,
        make,
        lambda one: {name: getattr(one, name) for name in ("name", "post", "email", "phone")},
    )


def _form(agency: Agency | None) -> Form:
    form = Form()
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    form.add(
        "short_name",
        "Short name",
        Line(width=24, longest=40),
        hint="For lists and grids, such as Housing.",
        optional=True,
    )
    form.add("kind", "Kind of agency", UsualChoice(AgencyKind.OTHER))
    form.add(
        "standing",
        "Standing",
        UsualChoice(Standing.INVITED),
        hint="Under section 5 of the Crime and Disorder Act 1998.",
    )
    form.add("contacts", "Contacts", contact_rows(), optional=True)
    if agency is not None:
        form.show_values({name: getattr(agency, name) for name in _FIELDS})
    return form
