"""How the window looks on this machine, and whether it remembers the last vault."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal

from psg_desktop.settings import Settings
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.theme import SchemeChoice
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Card

_ZOOMS = (80, 90, 110, 125, 150, 175, 200)
_USUAL = 100
_DENSE, _REMEMBER = "dense", "remember"


class MachineCard(Card):
    """Applies each answer at once; `settings_changed(Settings)` says what is to be kept."""

    settings_changed = Signal(object)

    def __init__(self, appearance: Appearance, settings: Callable[[], Settings]) -> None:
        super().__init__("This machine")
        self._appearance, self._settings = appearance, settings
        self.scheme = Choice(
            [Option(SchemeChoice.LIGHT, "Light"), Option(SchemeChoice.DARK, "Dark")],
            nothing="As the system",
        )
        self.zoom = Choice([Option(zoom, f"{zoom} %") for zoom in _ZOOMS], nothing=f"{_USUAL} %")
        self.more = Ticks(
            [
                Option(_DENSE, "Rows of lists stand closer together"),
                Option(_REMEMBER, "Offer the vault opened last when the program starts"),
            ]
        )
        self.form = Form()
        self.form.add("scheme", "Colours", self.scheme)
        self.form.add("zoom", "Size", self.zoom)
        self.form.add("more", "Lists and start", self.more)
        self.form.changed.connect(self._apply)
        self.add(label("These stay on this machine and are no part of the vault.", "secondary"))
        self.add(self.form)
        appearance.changed.connect(self.show_now)

    def show_now(self) -> None:
        """Show what holds now."""
        look = self._appearance
        chosen = {_DENSE} if look.dense else set()
        if self._settings().remember_vault:
            chosen.add(_REMEMBER)
        self.form.show_values(
            {
                "scheme": None if look.scheme is SchemeChoice.SYSTEM else look.scheme,
                "zoom": None if look.zoom == _USUAL else look.zoom,
                "more": chosen,
            }
        )

    def _apply(self) -> None:
        given = self.form.values()
        scheme = given["scheme"] or SchemeChoice.SYSTEM
        zoom, dense = given["zoom"] or _USUAL, _DENSE in given["more"]
        remember = _REMEMBER in given["more"]
        now = self._settings()
        kept = replace(
            now,
            scheme=scheme.value,
            zoom=zoom,
            dense=dense,
            remember_vault=remember,
            vault=now.vault if remember else "",
        )
        self.settings_changed.emit(kept)
        self._appearance.apply(scheme, zoom, dense=dense)
