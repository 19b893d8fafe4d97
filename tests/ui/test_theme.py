import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from psg_desktop.paths import resource
from psg_desktop.reference import tokens
from psg_desktop.ui import appearance as looks
from psg_desktop.ui import theme
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.application import Application
from psg_desktop.ui.theme import SchemeChoice
from psg_desktop.ui.widgets.buttons import button

COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{)")


def sheet(look: theme.Theme) -> str:
    return look.style_sheet(lambda name, ink: f"/{name}-{ink}.svg")


def test_that_no_colour_is_written_in_the_style_sheet() -> None:
    text = resource("window.qss").read_text(encoding="utf-8")
    assert [found for found in COLOUR.findall(text) if QColor(found).isValid()] == []
    assert not re.search(r"\brgba?\(|\bhsl", text)


def test_that_no_colour_is_written_in_the_code_of_the_window() -> None:
    package = resource(".").parent / "psg_desktop" / "ui"
    found = {
        path.name: colours
        for path in package.rglob("*.py")
        if (colours := re.findall(r"\"#[0-9a-fA-F]{6}\"", path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize("dark", [False, True])
def test_that_every_word_of_the_style_sheet_is_filled_in(dark: bool) -> None:
    text = sheet(theme.make(dark=dark))
    body = text[text.index("*/") + 2 :]
    assert "@" not in body
    assert "picture(" not in body
    known = set(theme.make(dark=dark).colours.values())
    used = {found for found in COLOUR.findall(body) if QColor(found).isValid()}
    assert used <= known


def test_that_measures_grow_with_the_zoom_and_hairlines_do_not() -> None:
    assert "padding: 4px 12px" in sheet(theme.make())
    text = sheet(theme.make(zoom=200))
    assert "padding: 8px 24px" in text
    assert "border: 1px solid" in text
    assert "font-size: 34pt" in text


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (80, 80), (125, 125), (500, 200)])
def test_that_the_zoom_stays_between_its_ends(asked: int, given: int) -> None:
    assert theme.make(zoom=asked).zoom == given


def test_that_rows_are_as_high_as_the_tokens_say() -> None:
    assert theme.make().row_height == tokens.measures().row_comfortable
    assert theme.make(dense=True).row_height == tokens.measures().row_dense


def test_that_the_bundled_letters_are_used_in_both_weights(application: Application) -> None:
    family = tokens.type_scale().family
    assert family in QFontDatabase.families()
    assert QFontInfo(application.qt.font()).family() == family
    assert application.qt.font().pointSizeF() == tokens.type_scale().body


def test_that_a_look_is_put_on_everything_at_once(appearance: Appearance, qtbot: QtBot) -> None:
    worn = button("Save", "save")
    qtbot.addWidget(worn)
    worn.show()
    with qtbot.waitSignal(appearance.changed):
        appearance.apply(SchemeChoice.DARK, 150)
    dark = tokens.palette(tokens.Scheme.DARK)
    palette = QApplication.palette()
    assert palette.color(QPalette.ColorRole.Window).name() == dark.window.lower()
    assert looks.current().dark
    assert looks.current().px(24) == 36
    assert dark.ink.lower() in colours(worn)


def colours(wearer: QPushButton) -> set[str]:
    image: QImage = wearer.icon().pixmap(48, 48).toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_that_the_system_is_followed_when_asked(appearance: Appearance) -> None:
    appearance.apply(SchemeChoice.SYSTEM)
    assert appearance.scheme is SchemeChoice.SYSTEM
    dark = QApplication.styleHints().colorScheme().name == "Dark"
    assert looks.current().dark is dark


def test_that_the_language_is_british_english(application: Application) -> None:
    assert QLocale().name() == "en_GB"
    assert QApplication.applicationName() == "PSG Desktop"
