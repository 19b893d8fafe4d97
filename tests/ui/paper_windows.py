"""The windows through which paper comes in and goes out: import, pack and help."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.help.page import HelpPage
from psg_desktop.ui.imports.page import ImportPage
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.packs.choose import ChoosePage
from psg_desktop.ui.packs.flow import PackFlow
from psg_desktop.ui.packs.review import ReviewPage
from psg_desktop.ui.pages import Page, Section
from tests.ui.imports.sheets import counts_workbook, messy_workbook, referred_workbook
from tests.ui.program_windows import office
from tests.ui.windows import window


def frame(application: Application) -> Frame:
    """Make a frame with the three sections."""
    made: list[Frame] = []

    def open_page(page: Page) -> None:
        made[0].open_page(page)

    flow = PackFlow(office(), Notifier(), JobsAtOnce(), open_page)
    sections = (
        Section("packs", "Packs", "pack", flow.home),
        Section("import", "Import", "import", lambda: ImportPage(office(), JobsAtOnce())),
        Section("help", "Help", "help", HelpPage),
    )
    made.append(Frame(sections, "A. Coordinator", application.appearance))
    made[0].setProperty("flow", flow)
    return made[0]


def packs(application: Application, go: Callable[[Frame, PackFlow], object]) -> QWidget:
    """Make a frame that shows the packs, gone on from there."""
    made = frame(application)
    made.go("packs")
    go(made, made.property("flow"))
    return made


def imports(
    application: Application,
    steps: int,
    write: Callable[[Path], Path] = messy_workbook,
) -> QWidget:
    """Make a frame that shows the import of a workbook, so many steps on."""
    made = frame(application)
    made.go("import")
    page = made.page
    assert isinstance(page, ImportPage)
    folder = Path(tempfile.mkdtemp(prefix="psg-desktop-import-"))
    try:
        page.read(write(folder / "tracker.xlsx"))
    finally:
        shutil.rmtree(folder)
    for _ in range(steps):
        page.wizard.go_on()
    return made


def _review(made: Frame, flow: PackFlow) -> ReviewPage:
    flow.prepare()
    choose = made.page
    assert isinstance(choose, ChoosePage)
    choose.go_on()
    review = made.page
    assert isinstance(review, ReviewPage)
    return review


@window("packs released")
def released(application: Application) -> QWidget:
    return packs(application, lambda _frame, _flow: None)


@window("pack: choose")
def choose(application: Application) -> QWidget:
    return packs(application, lambda _frame, flow: flow.prepare())


@window("pack: read")
def read(application: Application) -> QWidget:
    return packs(application, _review)


@window("pack: own words")
def own_words(application: Application) -> QWidget:
    return packs(application, lambda made, flow: _review(made, flow).pane.edit())


@window("import: file")
def import_file(application: Application) -> QWidget:
    return imports(application, 0)


@window("import: match")
def import_match(application: Application) -> QWidget:
    return imports(application, 1)


@window("import: check")
def import_check(application: Application) -> QWidget:
    return imports(application, 2)


@window("import: referrals")
def import_referrals(application: Application) -> QWidget:
    with office().reading() as unit:
        known = [one.full_name for one in unit.people.all()]
    made = imports(application, 2, lambda place: referred_workbook(place, known))
    assert isinstance(made, Frame)
    assert isinstance(made.page, ImportPage)
    made.page.check.tabs.setCurrentIndex(1)
    return made


@window("import: differences")
def import_differences(application: Application) -> QWidget:
    with office().reading() as unit:
        count = next(one for one in unit.demand_counts.all() if one.agency is None)
        case = unit.cases.get(count.case).reference
        measure = next(one.name for one in unit.demand_measures.all() if one.code == count.measure)
    made = imports(application, 2, lambda place: counts_workbook(place, case, measure, count))
    assert isinstance(made, Frame)
    assert isinstance(made.page, ImportPage)
    made.page.check.tabs.setCurrentIndex(2)
    return made


@window("help")
def help_page(application: Application) -> QWidget:
    made = frame(application)
    made.go("help")
    return made
