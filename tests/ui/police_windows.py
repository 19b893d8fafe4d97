"""The windows of police figures."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.statistics import police_reviewing
from psg_desktop.casework.statistics.police import Intake, KindTally
from psg_desktop.domain.police_counts import MonthKey, PoliceFigure, PoliceMonth
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.places.place_sheets import proposed_sheet
from psg_desktop.ui.police.intake_sheet import intake_sheet
from psg_desktop.ui.police.page import PoliceFiguresPage
from psg_desktop.words import police as words
from tests.ui.list_windows import frame
from tests.ui.program_windows import office
from tests.ui.windows import window

RECORDED = PoliceFigure.RECORDED


def page() -> PoliceFiguresPage:
    return PoliceFiguresPage(office(), Notifier(), JobsAtOnce())


@window("police figures")
def wards(application: Application) -> QWidget:
    return frame(application, page())


@window("police figures, proposals")
def proposals(application: Application) -> QWidget:
    made = page()
    shown = frame(application, made)
    made.tabs.setCurrentIndex(1)
    return shown


@window("police figures, refused")
def refused(application: Application) -> QWidget:
    made = page()
    shown = frame(application, made)
    with TemporaryDirectory() as empty:
        made.bringing.read((Path(empty),))
    return shown


@window("police files to bring in")
def intake(application: Application) -> QWidget:
    quarter = police_reviewing.quarters_known(office(), RECORDED)[0].quarter
    key = MonthKey(kind=RECORDED, month=quarter, force="Fenshire Constabulary")
    month = PoliceMonth(id=key.id, kind=key.kind, month=key.month, force=key.force)
    looked = Intake(
        new=(),
        revised=(month,),
        unchanged=3,
        tallies=(
            KindTally(kind=RECORDED, months=(quarter,), placed=5169, unplaced=237, outside=1884),
        ),
        notices=(
            words.told_twice("2026-07-fenshire-street.csv", "2026-07-street.csv", [quarter]),
            words.areas_parted(12, ["Fenmarket 003C"]),
        ),
    )
    return frame(application, page(), intake_sheet(office(), looked))


@window("proposed priority area")
def proposed(application: Application) -> QWidget:
    quarter = police_reviewing.quarters_known(office(), RECORDED)[0].quarter
    found = police_reviewing.data_review(office(), RECORDED, quarter)
    assert found is not None
    return frame(application, page(), proposed_sheet(office(), found.proposals[0]))
