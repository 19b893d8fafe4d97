"""The windows of the program itself, on the made-up caseload of Fenmarket."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from psg_desktop.casework import lists, sample
from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs as packs_work
from psg_desktop.casework.parties import agencies, people, places
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import CaseFilter, CaseView, Found, FoundKind
from psg_desktop.domain.orders import CaseOrder, ProjectColumn, ProjectOrder
from psg_desktop.settings import Settings
from psg_desktop.store.vault import FLOOR_COST
from psg_desktop.ui.application import Application
from psg_desktop.ui.caseload.page import CaseloadPage
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.packs.release import ReleasePage
from psg_desktop.ui.vault.change import ChangePassphrase
from psg_desktop.ui.vault.checking import CheckBackup
from psg_desktop.ui.vault.door import Door, Openers
from tests.fakes import FixedClock
from tests.ui.windows import window

CASES = 24


@cache
def office() -> Office:
    """The made-up caseload, built once in a place of its own and read by every window."""
    place = Path(tempfile.mkdtemp(prefix="psg-desktop-windows-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    recipe = sample.Recipe(cases=CASES, cost=FLOOR_COST)
    made = sample.build(place / "Fenmarket.psgstore", FixedClock(), recipe)
    atexit.register(made.close)
    return made


def main_window(application: Application, go: Callable[[MainWindow], object]) -> QWidget:
    """Make the window of the caseload, gone to one place in it."""
    made = MainWindow(office(), application.appearance, JobsAtOnce(), Settings())
    made.frame.destroyed.connect(lambda: office().forget(made.notifier.announce))
    made.frame.desk.banner.hide()
    go(made)
    return made.frame


def door(go: Callable[[Door], object]) -> Door:
    """Make the window before a vault is open."""

    def never(*_: object) -> Any:
        raise AssertionError("nothing is opened here")

    openers = Openers(create=never, unlock=never, restore=never, sample=never)
    made = Door(openers, FixedClock(), JobsAtOnce(), Path.cwd())
    go(made)
    return made


def a_case() -> CaseId:
    """Some case of the caseload with much in it."""
    worked = CaseFilter(kinds=frozenset({CaseKind.PERSON, CaseKind.PLACE}))
    late = replace(worked, view=CaseView.OVERDUE_ACTIONS)
    found = lists.cases(office(), late, CaseOrder(), slice(0, 1)).rows
    every = lists.cases(office(), worked, CaseOrder(), slice(0, 1)).rows
    return (found or every)[0].id


def some(kind: FoundKind) -> Found:
    """Find one person, place, project or agency of the caseload."""
    first = slice(0, 1)
    id_: UUID
    match kind:
        case FoundKind.PERSON:
            id_ = people.listed(office(), "", first).rows[0].id
        case FoundKind.PLACE:
            id_ = places.listed(office(), "", first).rows[0].id
        case FoundKind.PROJECT:
            order = ProjectOrder(column=ProjectColumn.STANDING)
            id_ = projects.listed(office(), "", first, order).rows[0].id
        case _:
            id_ = agencies.listed(office())[0].id
    return Found(kind=kind, id=id_, label="", detail="")


@window("welcome")
def welcome(application: Application) -> QWidget:
    return door(lambda made: made.show_welcome())


@window("new vault")
def new_vault(application: Application) -> QWidget:
    return door(lambda made: made.show_create())


@window("unlock")
def unlock(application: Application) -> QWidget:
    return door(lambda made: made.show_unlock(office().place))


@window("today")
def today(application: Application) -> QWidget:
    return main_window(application, lambda made: made.frame.go("today"))


@window("caseload")
def caseload(application: Application) -> QWidget:
    return main_window(application, lambda made: made.frame.go("caseload"))


@window("caseload with preview")
def caseload_with_preview(application: Application) -> QWidget:
    def go(made: MainWindow) -> None:
        made.frame.go("caseload")
        page = made.frame.page
        assert isinstance(page, CaseloadPage)
        page.table.choose(a_case())
        made.screens.caseloads.preview(a_case())

    return main_window(application, go)


@window("case")
def case(application: Application) -> QWidget:
    return main_window(application, lambda made: made.screens.open_case(a_case()))


@window("assess the risk")
def assess_risk(application: Application) -> QWidget:
    def go(made: MainWindow) -> None:
        screen = made.screens.open_case(a_case())
        screen.go("risk")
        screen.risk.assess()

    return main_window(application, go)


@window("new case")
def new_case(application: Application) -> QWidget:
    return main_window(application, lambda made: made.screens.make_new("case"))


@window("vault")
def vault(application: Application) -> QWidget:
    return main_window(application, lambda made: made.frame.go("vault"))


@window("change passphrase")
def change_passphrase(application: Application) -> QWidget:
    def go(made: MainWindow) -> None:
        made.frame.go("vault")
        made.frame.open_sheet(ChangePassphrase(office(), JobsAtOnce(), lambda: None))

    return main_window(application, go)


@window("check backup")
def check_backup(application: Application) -> QWidget:
    def go(made: MainWindow) -> None:
        made.frame.go("vault")
        backup = Path("Fenmarket-2026-11-20T090200Z.psgbackup")
        made.frame.open_sheet(CheckBackup(backup, JobsAtOnce(), FixedClock()))

    return main_window(application, go)


@window("packs")
def packs(application: Application) -> QWidget:
    return main_window(application, lambda made: made.frame.go("packs"))


@window("choose cases for a pack")
def choose_for_pack(application: Application) -> QWidget:
    return main_window(application, lambda made: made.screens.make_new("pack"))


@window("note")
def note(application: Application) -> QWidget:
    return main_window(
        application, lambda made: made.screens.open_case(a_case()).chronology.add_note()
    )


@cache
def drawn_pack() -> tuple[packs_work.ApprovedPack, bytes]:
    """Approve and draw a pack of the made-up caseload, once; its texts are kept there."""
    chosen = [row.id for row in packs_work.suggested_cases(office())]
    proposal = packs_work.propose_pack(office(), office().today(), chosen)
    approved = packs_work.approve_pack(office(), packs_work.accept_as_proposed(office(), proposal))
    return approved, packs_work.draw(approved.pack)


@window("pack")
def pack(application: Application) -> QWidget:
    approved, pdf = drawn_pack()

    def go(made: MainWindow) -> None:
        made.frame.open_page(ReleasePage(office(), approved, pdf), "packs")

    return main_window(application, go)


def _section(name: str, key: str) -> None:
    @window(name)
    def section(application: Application) -> QWidget:
        return main_window(application, lambda made: made.frame.go(key))


for _name in (
    "actions",
    "interventions",
    "people",
    "places",
    "projects",
    "agencies",
    "import",
    "settings",
):
    _section(_name, _name)


def _record(kind: FoundKind) -> None:
    @window(f"{kind.value} page")
    def record(application: Application) -> QWidget:
        return main_window(application, lambda made: made.screens.open_found(some(kind)))


for _kind in (FoundKind.PERSON, FoundKind.PLACE, FoundKind.PROJECT, FoundKind.AGENCY):
    _record(_kind)


def _form(key: str) -> None:
    @window(f"new {key}")
    def form(application: Application) -> QWidget:
        return main_window(application, lambda made: made.screens.make_new(key))


for _key in ("person", "place", "project", "agency"):
    _form(_key)
