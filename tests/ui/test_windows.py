"""No page, sheet or box of the program escapes the list of windows, and so none escapes a rule."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QWidget

import psg_desktop.ui
from psg_desktop.ui.application import Application
from psg_desktop.ui.as_at.past_page import PastPage
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.list_page import ListPage
from psg_desktop.ui.parts.party_list import PartyListPage
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.parts.sheets import NewRecordSheet
from psg_desktop.ui.widgets.side_sheet import SideSheet
from tests.ui.every_window import WINDOWS

# Only ever seen as one of their kinds.
ABSTRACT = {Page, ListPage, PartyListPage, PastPage, RecordPage, NewRecordSheet}


def kinds(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    """Give a class of ours and every one below it."""
    if kind.__module__.startswith("psg_desktop.ui"):
        yield kind
    for below in kind.__subclasses__():
        yield from kinds(below)


@pytest.fixture
def all_kinds() -> set[type[QWidget]]:
    prefix = psg_desktop.ui.__name__ + "."
    for module in pkgutil.walk_packages(psg_desktop.ui.__path__, prefix):
        importlib.import_module(module.name)
    tops = (Page, SideSheet, QDialog, QMainWindow)
    # A dialog for files is the system's or Qt's own; what stands in it is not ours.
    found = {kind for top in tops for kind in kinds(top)} - ABSTRACT
    return {kind for kind in found if not issubclass(kind, QFileDialog)}


def test_that_every_page_sheet_and_box_is_in_the_list(
    application: Application, all_kinds: set[type[QWidget]]
) -> None:
    seen: set[type[QWidget]] = set()
    for make in WINDOWS.values():
        made = make(application)
        seen |= {type(made), *(type(one) for one in made.findChildren(QWidget))}
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    missing = sorted(f"{kind.__module__}.{kind.__name__}" for kind in all_kinds - seen)
    assert not missing, "Add to the list of windows: " + ", ".join(missing)
