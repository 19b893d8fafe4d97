"""Loads the one bundled type family, so that every machine shows the same letters."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from psg_desktop.faults import Unreadable
from psg_desktop.paths import resource
from psg_desktop.reference import tokens


@cache
def load() -> None:
    """Make the bundled family known to Qt, once in the life of the process.

    Raises:
        Unreadable: a font file of the installation is missing or damaged.
    """
    for name in tokens.type_scale().files:
        if QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}"))) < 0:
            raise Unreadable(
                f"The font file {name} of this program cannot be read. Install the program again."
            )


def body(zoom: int) -> QFont:
    """Give the font of running text at *zoom* per cent."""
    scale = tokens.type_scale()
    font = QFont(scale.family)
    font.setPointSizeF(scale.body * zoom / 100)
    return font


def strong(font: QFont) -> QFont:
    """Give *font* in its semi-bold weight."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
