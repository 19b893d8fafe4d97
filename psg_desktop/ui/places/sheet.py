"""The form of one place: its ward follows from the postcode while it is typed."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import places
from psg_desktop.casework.parties.local_wards import local_wards
from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.domain.alike import Alike, Sought
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.places import Place, PlaceKind
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.address_lines import PostcodeLine, UprnLine
from psg_desktop.ui.parts.alike_hint import AlikeHint, Step
from psg_desktop.ui.parts.choosing import give_way
from psg_desktop.ui.parts.passages import shortened
from psg_desktop.ui.parts.record_rows import lines
from psg_desktop.ui.parts.sheets import NewRecordSheet
from psg_desktop.ui.parts.usual_choice import UsualChoice
from psg_desktop.ui.parts.ward_options import ward_options
from psg_desktop.ui.widgets.controls import Choice, Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label

_LONGEST_NAME = 40
_FIELDS = ("name", "aliases", "kind", "address", "postcode", "uprn", "ward", "remarks")


class PlaceForm(Form):
    """Asks for the facts of one place, says its ward, and what place on file it may be.

    Emits `place_chosen(PlaceId)` when one of those is to be opened instead, and
    `merge_asked(PlaceId)` when a place on file and one of those are the same.
    """

    place_chosen = Signal(object)
    merge_asked = Signal(object)

    def __init__(self, office: Office, before: Place | None, id_: PlaceId) -> None:
        super().__init__()
        self._id = id_
        self._name = self.add("name", "Name", Line(longest=LINE_LIMIT), hint="What people call it.")
        aliases = lines("alias", "Alias", lambda: Line(longest=LINE_LIMIT))
        self.add("aliases", "Also known as", aliases, optional=True)
        self.add("kind", "Kind of place", UsualChoice(PlaceKind.OTHER))
        self._address = self.add(
            "address",
            "Address",
            Line(longest=LINE_LIMIT),
            hint="In one line, without the postcode.",
            optional=True,
        )
        self._postcode = self.add("postcode", "Postcode", PostcodeLine(), optional=True)
        self._postcode.edited.connect(self._follow)
        steps = tuple(self._steps(on_file=before is not None))
        places_only = frozenset({FoundKind.PLACE})
        self.alike = AlikeHint(office, "A place like this is on file:", steps, places_only)
        self.add_widget(self.alike)
        for control in (self._name, self._address, self._postcode):
            control.edited.connect(self._look)
        self.said = label(role="hint", wrap=True)
        self.add_widget(self.said)
        self._local = local_wards(office)
        self._offered = ward_options(self._local, before.ward if before else "")
        ward = give_way(Choice(self._offered, nothing="Not known"))
        self.add("ward", "Ward", ward, optional=True)
        self.add("uprn", "UPRN", UprnLine(), optional=True)
        self.add("remarks", "Remarks", LongText(lines=4), optional=True)
        if before is not None:
            self.show_values({name: getattr(before, name) for name in _FIELDS})
        self._follow()

    def _steps(self, *, on_file: bool) -> Iterator[Step]:
        yield Step(words=_opening, done=lambda one: self.place_chosen.emit(one.known.id))
        if on_file:
            yield Step(
                words=lambda _one: "Merge the two",
                done=lambda one: self.merge_asked.emit(one.known.id),
            )

    def _look(self) -> None:
        sought = Sought(
            names=tuple(filter(None, (self._name.value(),))),
            address=self._address.value(),
            postcode=tidy_postcode(self._postcode.typed()) or "",
        )
        self.alike.ask(replace(sought, leave_out=self._id) if sought != Sought() else None)

    def _follow(self) -> None:
        """Say the ward of the postcode, or ask for it."""
        postcode = tidy_postcode(self._postcode.typed())
        found = self._local.of_postcode(postcode or "")
        if found:
            said = f"Ward: {self._local.name(found)}"
        elif postcode:
            said = "The ward of this postcode is not in the table that comes with the program."
        else:
            said = ""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.show_only("ward", shown=not found and bool(self._offered))


def _opening(one: Alike) -> str:
    return f"Open {shortened(one.known.names[0], _LONGEST_NAME)} ({parties.why(one)})"


class PlaceSheet(NewRecordSheet):
    """Adds a place, or changes *place*.

    Emits `place_saved(PlaceId)` once it is kept, `place_chosen(PlaceId)` when a place on file that
    looks like what is typed is to be opened instead, or `merge_asked(PartyKind, PlaceId, PlaceId)`
    when the two are to be merged.
    """

    id: PlaceId
    place_saved = Signal(object)
    place_chosen = Signal(object)
    merge_asked = Signal(object, object, object)

    def __init__(self, office: Office, place: Place | None = None) -> None:
        words, save = ("Change the place", "Save") if place else ("New place", "Add the place")
        id_ = place.id if place else PlaceId(office.new_id())
        form = PlaceForm(office, place, id_)
        super().__init__(words, form, self._keep_place, save=save)
        self._office, self._new, self.id = office, place is None, id_
        form.place_chosen.connect(self.place_chosen)
        form.merge_asked.connect(partial(self.merge_asked.emit, PartyKind.PLACE, id_))
        self.saved.connect(lambda: self.place_saved.emit(self.id))

    def _keep_place(self, given: dict[str, Any]) -> None:
        found = local_wards(self._office).of_postcode(given["postcode"])
        ward = found or given.get("ward") or ""
        outer = None if self._new else places.get(self._office, self.id).part_of
        facts = {**given, "ward": ward, "part_of": outer}
        places.save(self._office, Place(id=self.id, **facts))
