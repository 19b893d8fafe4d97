"""The look of the window, computed from the one file of tokens: palette, style sheet, measures."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum

from PySide6.QtGui import QColor, QPalette

from psg_desktop.paths import resource
from psg_desktop.reference import tokens

SMALLEST_ZOOM = 80
LARGEST_ZOOM = 200
_COLOUR = re.compile(r"@([a-z][a-z0-9_]*)")
_MEASURE = re.compile(r"\b(\d+(?:\.\d+)?)(px|pt)\b")
_PICTURE = re.compile(r"picture\(([a-z-]+), ([a-z0-9_]+)\)")
_HAIRLINES = 2  # rules of one and rings of two pixels keep their width at every zoom up to 150 %


class SchemeChoice(Enum):
    """Which of the two palettes a worker wants."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One look: its colours by token name, and its zoom in per cent (80 to 200)."""

    colours: Mapping[str, str]
    dark: bool = False
    zoom: int = 100
    dense: bool = False

    def colour(self, name: str) -> QColor:
        """Give the colour of the token *name*."""
        return QColor(self.colours[name])

    def px(self, measure: float) -> int:
        """Give *measure*, in pixels at 100 %, at this zoom."""
        return round(measure * self.zoom / 100)

    @property
    def row_height(self) -> int:
        """Give the height of a row of a grid in pixels."""
        measures = tokens.measures()
        return self.px(measures.row_dense if self.dense else measures.row_comfortable)

    def palette(self) -> QPalette:
        """Give the palette every control draws with."""
        palette = QPalette()
        for role, name in _ROLES:
            palette.setColor(role, self.colour(name))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette

    def style_sheet(self, picture: Callable[[str, str], str]) -> str:
        """Give the style sheet; *picture* gives the path of an icon in a token's colour."""
        text = resource("window.qss").read_text(encoding="utf-8")
        text = _MEASURE.sub(self._scaled, text)
        text = _PICTURE.sub(lambda found: f'url("{picture(found[1], found[2])}")', text)
        return _COLOUR.sub(lambda found: self.colours[found[1]], text)

    def _scaled(self, found: re.Match[str]) -> str:
        number, unit = float(found[1]), found[2]
        if unit == "pt":
            return f"{number * self.zoom / 100:g}pt"
        if number <= _HAIRLINES:
            return found[0]
        return f"{self.px(number)}px"


def make(*, dark: bool = False, zoom: int = 100, dense: bool = False) -> Theme:
    """Give a look from the file of tokens; a zoom outside 80 to 200 is brought inside."""
    zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
    scheme = tokens.Scheme.DARK if dark else tokens.Scheme.LIGHT
    return Theme(colours=asdict(tokens.palette(scheme)), dark=dark, zoom=zoom, dense=dense)


_R = QPalette.ColorRole
_ROLES = (
    (_R.Window, "window"),
    (_R.WindowText, "ink"),
    (_R.Base, "surface"),
    (_R.AlternateBase, "sunken"),
    (_R.Text, "ink"),
    (_R.PlaceholderText, "ink2"),
    (_R.Button, "surface"),
    (_R.ButtonText, "ink"),
    (_R.BrightText, "ink"),
    (_R.ToolTipBase, "surface"),
    (_R.ToolTipText, "ink"),
    (_R.Highlight, "selection"),
    (_R.HighlightedText, "ink"),
    (_R.Link, "accent"),
    (_R.LinkVisited, "accent"),
    (_R.Accent, "accent"),
    (_R.Light, "surface"),
    (_R.Midlight, "sunken"),
    (_R.Mid, "line"),
    (_R.Dark, "field"),
    (_R.Shadow, "field"),
)
