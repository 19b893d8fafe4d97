"""The card of the wards of the partnership: which they are, where from, and how to change them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards
from psg_desktop.casework.partnership import ward_boundaries
from psg_desktop.casework.partnership.ward_boundaries import WardIntake
from psg_desktop.faults import Unreadable
from psg_desktop.paths import documents_folder
from psg_desktop.reference import boundaries
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.open_place import ask_file
from psg_desktop.words import ward_boundaries as words

BRING_IN, REMOVE = "Bring in ward boundaries...", "Remove"
_KINDS = "GeoJSON files (*.geojson *.json);;All files (*)"
Chooser = Callable[[QWidget, Path], Path | None]


def choose_file(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose a file of boundaries; None when they change their mind."""
    return ask_file(parent, "Choose the ward boundaries", start, _KINDS)


class WardsCard(SettingsCard):
    """The wards of the partnership; `chooser` asks for a file, and tests put their own there."""

    banner: Banner

    def __init__(self, office: Office) -> None:
        self.bring, self.remove = button(BRING_IN, "import"), button(REMOVE)
        self.remove.setAccessibleName("Remove the ward boundaries")
        super().__init__(office, "Wards", self.remove, self.bring)
        self.chooser: Chooser = choose_file
        self._start = documents_folder()
        self.bring.clicked.connect(self.choose)
        self.remove.clicked.connect(lambda: self.ask(removing_sheet(self.office)))

    @override
    def concern(self) -> object:
        with self.office.reading() as unit:
            return local_wards.of_unit(unit), unit.partnership.all(), unit.ward_boundaries.all()

    @override
    def draw(self) -> None:
        known = local_wards.local_wards(self.office)
        held = ward_boundaries.brought_in(self.office)
        self.banner = Banner(self)
        self.add(self.banner)
        self.banner.hide()
        self.remove.setVisible(held is not None)
        if held is not None:
            self.add(label(words.from_file(held.count, held.source, held.taken_in), wrap=True))
            if held.elsewhere:
                self.say(words.not_of_the_district())
        elif known.names:
            self.add(label(words.shipped(len(known.names)), wrap=True))
            if not boundaries.outlines_of(self.office.partnership().district):
                self.say(words.NO_OUTLINES)
        else:
            self.add(label(words.NOT_SHIPPED, wrap=True))
        if known.names:
            self.add(label(", ".join(known.names.values()), wrap=True))
            self.say(words.POSTCODES)
        self.say(words.WHERE_FROM)

    def choose(self) -> None:
        """Ask which file is meant, and show what it would bring in, or why it cannot."""
        chosen = self.chooser(self, self._start)
        if chosen is None:
            return
        self._start = chosen.parent
        self.banner.hide()
        try:
            found = ward_boundaries.look(self.office, chosen)
        except Unreadable as fault:
            self.banner.say(str(fault), Tone.PROBLEM)
        else:
            self.ask(intake_sheet(self.office, found))


def intake_sheet(office: Office, intake: WardIntake) -> RecordSheet:
    """Give the form that shows what a file would bring in; its button brings it in."""
    form = Form()
    said = words.would_keep(len(intake.wards), intake.source)
    form.add_widget(label(said, "strong", wrap=True))
    if intake.replaced:
        form.add_widget(label(words.replaces(intake.replaced), wrap=True))
    form.add_widget(label(", ".join(one.name for one in intake.wards), wrap=True))
    if intake.notices:
        form.add_widget(label("What to know about this file", "section"))
    for sentence in intake.notices:
        form.add_widget(label(sentence, wrap=True))
    return RecordSheet(
        "Bring in ward boundaries",
        form,
        lambda _given: ward_boundaries.bring_in(office, intake),
        save="Bring them in",
    )


def removing_sheet(office: Office) -> RecordSheet:
    """Give the form that says what becomes of records; its button removes the boundaries."""
    form = Form()
    form.add_widget(label(words.REMOVED, wrap=True))
    return RecordSheet(
        "Remove the ward boundaries",
        form,
        lambda _given: ward_boundaries.remove(office),
        save="Remove them",
    )
