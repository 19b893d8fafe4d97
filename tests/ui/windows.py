"""Every window there is, made with plain contents, so that no rule misses one.

A screen adds a function that makes its window, marked with `@window("its name")`; the function
takes the `Application` and gives the widget, not yet shown.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from psg_desktop.ui.application import Application

Maker = Callable[[Application], QWidget]
WINDOWS: dict[str, Maker] = {}


def window(name: str) -> Callable[[Maker], Maker]:
    """Put a maker of a window into the list."""

    def add(make: Maker) -> Maker:
        assert name not in WINDOWS, f"There are two windows called {name}."
        WINDOWS[name] = make
        return make

    return add
