"""Every rule over every window, in both palettes and enlarged."""

import os

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.ui import appearance as looks
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.theme import SchemeChoice, make
from tests.ui import accessibility, kit_windows
from tests.ui.every_window import WINDOWS

# Each palette and each size once; every pair of them in the long run.
LOOKS = [("light", 100), ("dark", 200)]
if os.environ.get("HYPOTHESIS_PROFILE") == "soak":
    LOOKS += [("light", 200), ("dark", 100)]


@pytest.fixture(params=LOOKS, ids=[f"{scheme} at {zoom}" for scheme, zoom in LOOKS])
def look(request: pytest.FixtureRequest, application: Application) -> tuple[str, int]:
    scheme, zoom = request.param
    application.appearance.apply(SchemeChoice(scheme), zoom)
    return scheme, zoom


@pytest.fixture(params=sorted(WINDOWS))
def opened(
    request: pytest.FixtureRequest, application: Application, look: object, qtbot: QtBot
) -> QWidget:
    made = WINDOWS[request.param](application)
    qtbot.addWidget(made, before_close_func=leave_the_form)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def leave_the_form(made: QWidget) -> None:
    """Close a form that has something to lose: the frame would not close over it."""
    if isinstance(made, Frame) and made.side.sheet is not None:
        made.side.sheet.close_sheet()


def test_that_a_window_keeps_every_rule(opened: QWidget) -> None:
    broken = {rule.__name__: rule(opened) for rule in accessibility.RULES}
    assert {rule: found for rule, found in broken.items() if found} == {}
    # And it fits the smallest screen.
    least = opened.minimumSizeHint()
    assert least.width() <= 1280
    assert least.height() <= 720


PAIRS = [
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window, 4.5),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base, 4.5),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase, 4.5),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base, 4.5),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button, 4.5),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight, 4.5),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase, 4.5),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Base, 4.5),
    (QPalette.ColorRole.Dark, QPalette.ColorRole.Base, 3.0),
]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled])
def test_that_the_palette_can_be_read(dark: bool, group: QPalette.ColorGroup) -> None:
    palette = make(dark=dark).palette()
    for front, back, least in PAIRS:
        found = accessibility.contrast(palette.color(group, front), palette.color(group, back))
        assert found >= least, f"{front.name} on {back.name}: {found:.2f}"


def test_that_contrast_is_computed_as_the_standard_does() -> None:
    black, white = QColor(0, 0, 0), QColor(255, 255, 255)
    assert accessibility.contrast(black, white) == pytest.approx(21)
    assert accessibility.contrast(white, white) == pytest.approx(1)
    assert accessibility.contrast(QColor(0, 0, 0, 0), white) == pytest.approx(1)


def test_that_every_control_of_a_form_shows_the_focus(look: object, qtbot: QtBot) -> None:
    form = kit_windows.every_control()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    ring = looks.current().colour("focus")
    parts = [part for field in form.fields.values() for part in field.control.parts()]
    assert [said for part in parts for said in accessibility.unseen_focus(part, ring)] == []


def test_that_tab_goes_down_a_form(application: Application, qtbot: QtBot) -> None:
    made = kit_windows.every_control()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert accessibility.out_of_order(made) == []


def test_that_the_rules_find_what_breaks_them(qtbot: QtBot) -> None:
    bad = kit_windows.bad_window()
    qtbot.addWidget(bad)
    bad.show()
    bad.activateWindow()
    qtbot.waitUntil(bad.isActiveWindow)
    assert len(accessibility.nameless(bad)) == 1
    assert len(accessibility.same_names(bad)) == 1
    assert len(accessibility.markup(bad)) == 1
    assert len(accessibility.small_targets(bad)) == 1
    assert len(accessibility.unreachable(bad)) == 0
    assert len(accessibility.clipped(bad)) == 1
    assert len(accessibility.cut_on_the_right(bad)) == 1
    assert len(accessibility.names_without_their_label(bad)) == 1
