"""The form of one place: its ward follows from the postcode while it is typed."""

from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework import places
from psg_desktop.casework.office import Office
from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.places import Place, PlaceKind
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.reference import wards
from psg_desktop.ui.parts.address_lines import PostcodeLine, UprnLine
from psg_desktop.ui.parts.choosing import give_way
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.usual_choice import UsualChoice
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label

_FIELDS = ("name", "kind", "address", "postcode", "uprn", "ward", "remarks")


class PlaceSheet(RecordSheet):
    """Adds a place, or changes *place*; emits `place_saved(PlaceId)` once it is kept."""

    place_saved = Signal(object)

    def __init__(self, office: Office, place: Place | None = None) -> None:
        words, save = ("Change the place", "Save") if place else ("New place", "Add the place")
        super().__init__(words, Form(), self._keep_place, save=save)
        self._office = office
        self._before = place
        self.id = place.id if place else PlaceId(office.new_id())
        self._ask_facts(self.form)
        if place is not None:
            self.form.show_values({name: getattr(place, name) for name in _FIELDS})
        self._follow()
        self.saved.connect(lambda: self.place_saved.emit(self.id))

    def _ask_facts(self, form: Form) -> None:
        form.add("name", "Name", Line(longest=LINE_LIMIT), hint="What people call it.")
        form.add("kind", "Kind of place", UsualChoice(PlaceKind.OTHER))
        form.add(
            "address",
            "Address",
            Line(longest=LINE_LIMIT),
            hint="In one line, without the postcode.",
            optional=True,
        )
        self._postcode = form.add("postcode", "Postcode", PostcodeLine(), optional=True)
        self._postcode.edited.connect(self._follow)
        self.said = label(role="hint", wrap=True)
        form.add_widget(self.said)
        self._offered = self._wards()
        ward = give_way(Choice(self._offered, nothing="Not known"))
        form.add("ward", "Ward", ward, optional=True)
        form.add("uprn", "UPRN", UprnLine(), optional=True)
        form.add("remarks", "Remarks", LongText(lines=4), optional=True)

    def _wards(self) -> tuple[Option, ...]:
        """Offer the wards of the district, and the one the place has."""
        offered = {
            one.code: one.name for one in wards.wards_of(self._office.partnership().district)
        }
        had = self._before.ward if self._before else ""
        if had and had not in offered:
            known = wards.ward(had)
            offered[had] = known.name if known else had
        return tuple(Option(code, name) for code, name in offered.items())

    def _follow(self) -> None:
        """Say the ward of the postcode, or ask for it."""
        postcode = tidy_postcode(self._postcode.typed())
        found = wards.ward_of(postcode) if postcode else None
        if found is not None:
            said = f"Ward: {found.name}"
        elif postcode:
            said = "The ward of this postcode is not in the table that comes with the program."
        else:
            said = ""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.form.show_only("ward", shown=found is None and bool(self._offered))

    def _keep_place(self, given: dict[str, Any]) -> None:
        found = wards.ward_of(given["postcode"]) if given["postcode"] else None
        ward = found.code if found else given.get("ward") or ""
        places.save(self._office, Place(id=self.id, **{**given, "ward": ward}))
