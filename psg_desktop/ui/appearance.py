"""Puts a look on the whole program and keeps it there: scheme, zoom, icons in today's ink."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from psg_desktop.paths import resource
from psg_desktop.ui import fonts, theme
from psg_desktop.ui.theme import SchemeChoice, Theme

_ICON = "icon_name"
_INK = "icon_ink"
_SHARPNESS = 2  # icons are drawn at twice their size, for screens at 150 and 200 %


class Appearance(QObject):
    """The look of the running program; `changed` says that everything painted by hand is stale."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._wanted = (SchemeChoice.SYSTEM, 100, False)
        self._pictures = TemporaryDirectory(prefix="psg-desktop-look-")
        fonts.load()
        application.styleHints().colorSchemeChanged.connect(self._follow)
        application.aboutToQuit.connect(self._pictures.cleanup)

    def apply(self, scheme: SchemeChoice, zoom: int = 100, *, dense: bool = False) -> None:
        """Put on a look: *zoom* in per cent; a scheme of `SYSTEM` follows the system."""
        self._wanted = (scheme, zoom, dense)
        dark = scheme is SchemeChoice.DARK
        if scheme is SchemeChoice.SYSTEM:
            hints = self._application.styleHints()
            dark = hints.colorScheme() is Qt.ColorScheme.Dark
        self._put_on(theme.make(dark=dark, zoom=zoom, dense=dense))

    @property
    def scheme(self) -> SchemeChoice:
        """Tell which scheme was asked for."""
        return self._wanted[0]

    @property
    def zoom(self) -> int:
        """Tell the zoom in per cent."""
        return self._wanted[1]

    @property
    def dense(self) -> bool:
        """Tell whether rows stand closer together."""
        return self._wanted[2]

    def _follow(self) -> None:
        scheme, zoom, dense = self._wanted
        if scheme is SchemeChoice.SYSTEM:
            self.apply(scheme, zoom, dense=dense)

    def _put_on(self, look: Theme) -> None:
        if _worn and _worn[-1] == look:
            return
        _worn[:] = [look]
        self._application.setPalette(look.palette())
        self._application.setFont(fonts.body(look.zoom))
        self._application.setStyleSheet(look.style_sheet(self._picture))
        for widget in self._application.allWidgets():
            for dressed in (widget, *widget.actions()):
                if isinstance(dressed, QAbstractButton | QAction) and dressed.property(_ICON):
                    dress(dressed, dressed.property(_ICON), dressed.property(_INK))
        self.changed.emit()

    def _picture(self, name: str, token: str) -> str:
        path = Path(self._pictures.name) / f"{name}-{current().colours[token][1:]}.svg"
        if not path.exists():
            path.write_bytes(_drawing(name, current().colours[token]))
        return path.as_posix()


_worn: list[Theme] = []


def current() -> Theme:
    """Give the look the program wears; light at 100 % before any was put on."""
    return _worn[-1] if _worn else theme.make()


def icon(name: str, ink: str = "ink", *, gap: int = 0) -> QIcon:
    """Give the icon *name* in the colour of token *ink*, as of now, with a *gap* at its right."""
    colours = current().colours
    made = QIcon(_tinted(name, colours[ink], 24, gap))
    made.addPixmap(_tinted(name, colours["disabled"], 24, gap), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, ink: str, side: int) -> QPixmap:
    """Give the icon *name* in the colour of token *ink*, *side* pixels wide and high."""
    return _tinted(name, current().colours[ink], side)


def filled(name: str, fill: str, outline: str, side: int) -> QPixmap:
    """Give a filled icon with an outline, in the colours of two tokens, *side* pixels wide."""
    colours = current().colours
    return _tinted(name, f'{colours[fill]}" stroke-width="1.6" stroke="{colours[outline]}', side)


def dress(wearer: QAbstractButton | QAction, name: str, ink: str = "ink") -> None:
    """Give a button or action the icon *name*, and again whenever the look changes."""
    wearer.setProperty(_ICON, name)
    wearer.setProperty(_INK, ink)
    if isinstance(wearer, QAction):
        wearer.setIcon(icon(name, ink))
        return
    side = current().px(18)
    gap = 8 if wearer.text() else 0
    wearer.setIcon(icon(name, ink, gap=gap))
    wearer.setIconSize(QSize(side * (24 + gap) // 24, side))


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> bytes:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return drawing.replace("currentColor", colour).encode()


@lru_cache(maxsize=512)
def _tinted(name: str, colour: str, side: int, gap: int = 0) -> QPixmap:
    tall, wide = side * _SHARPNESS, (side + gap) * _SHARPNESS
    image = QImage(wide, tall, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    area = QRectF(0, 0, tall, tall)
    QSvgRenderer(QByteArray(_drawing(name, colour))).render(painter, area)
    painter.end()
    image.setDevicePixelRatio(_SHARPNESS)
    return QPixmap.fromImage(image)
