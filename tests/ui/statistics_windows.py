"""The windows of statistics."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.statistics import alternatives, publishing
from psg_desktop.casework.statistics.alternatives import Alternative
from psg_desktop.casework.statistics.plain_tables import plain_tables
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.measures import MeasureCode
from psg_desktop.domain.statistics.periods import Period, read_period
from psg_desktop.domain.statistics.published import StatisticsId, StatisticsRelease
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.statistics.board_view import Planned
from psg_desktop.ui.statistics.correction_sheet import CorrectionSheet
from psg_desktop.ui.statistics.naming import folder_of
from psg_desktop.ui.statistics.page import BUILDER, DEFINITIONS, RELEASES, StatisticsPage
from psg_desktop.ui.statistics.release_page import ReleasePage
from psg_desktop.ui.statistics.sheets import publish_sheet, withdraw_sheet
from psg_desktop.words import statistics_page as words
from tests.ui.list_windows import frame
from tests.ui.program_windows import office
from tests.ui.windows import window


def page(part: int = 0) -> StatisticsPage:
    made = StatisticsPage(office(), Notifier(), JobsAtOnce())
    made.tabs.setCurrentIndex(part)
    return made


def last_quarter() -> Period:
    found = read_period("2026Q3")
    assert found is not None
    return found


@cache
def planned() -> Planned:
    """What would be published of a quarter; planned once, as it takes seconds."""
    plan = publishing.plan(office(), last_quarter())
    return Planned(plan, plain_tables(office(), plan.release))


ASKED = Asked(
    measure=MeasureCode.ACTIONS_DUE,
    period=last_quarter(),
    breakdowns=(BreakdownCode.OWNER_AGENCY, BreakdownCode.ACTION_TIME),
)


@cache
def found() -> tuple[Alternative, ...]:
    return alternatives.search(office(), ASKED)


@window("statistics")
def board(application: Application) -> QWidget:
    return frame(application, page())


@window("statistics: release, seen before")
def preview(application: Application) -> QWidget:
    made = page()
    shown = frame(application, made)
    made.board._show(planned())
    return shown


@window("statistics: table, seen before")
def table(application: Application) -> QWidget:
    made = page()
    shown = frame(application, made)
    made.board._show(planned())
    made.board.preview.choose("flow")
    return shown


@window("statistics: nothing published")
def nothing_published(application: Application) -> QWidget:
    return frame(application, page(RELEASES))


@window("statistics: releases")
def releases(application: Application) -> QWidget:
    made = page(RELEASES)
    shown = frame(application, made)
    one = release()
    earlier = replace(
        one,
        id=StatisticsId(office().new_id()),
        period=one.period.shifted(-1),
        withdrawn_on=office().today(),
        withdrawn_because="The areas of some rows were exchanged.",
    )
    (asked,) = (alternative.plan for alternative in found()[:1])
    assert asked is not None
    made.releases.show_releases((asked.release, one, earlier))
    return shown


def release() -> StatisticsRelease:
    return planned().plan.release


def release_page() -> ReleasePage:
    return ReleasePage(office(), Notifier(), JobsAtOnce(), release())


@window("statistics: release")
def one_release(application: Application) -> QWidget:
    return frame(application, release_page())


@window("statistics: publish")
def publish(application: Application) -> QWidget:
    made = page()
    folder = Path("Documents", folder_of(release()))
    shown = frame(application, made, publish_sheet(release(), folder, lambda: None))
    made.board._show(planned())
    return shown


@window("statistics: withdraw")
def withdraw(application: Application) -> QWidget:
    return frame(application, release_page(), withdraw_sheet(office(), release()))


@window("statistics: correction")
def correction(application: Application) -> QWidget:
    sheet = CorrectionSheet(office(), release())
    sheet.form.show_only("checked", shown=True)
    return frame(application, release_page(), sheet)


@window("statistics: being checked")
def being_checked(application: Application) -> QWidget:
    made = page()
    shown = frame(application, made)
    made.board.running.say(words.checking("matters", 60, 173), step=words.CANCEL, done=lambda: None)
    return shown


@window("statistics: figures in full")
def in_full(application: Application) -> QWidget:
    made = page()
    shown = frame(application, made)
    made.board._show(planned())
    made.board.preview.choose("plain/money_of_projects")
    return shown


@window("statistics: builder")
def builder(application: Application) -> QWidget:
    made = page(BUILDER)
    shown = frame(application, made)
    made.builder.question.choose(ASKED)
    made.builder._offer(found())
    return shown


@window("statistics: definitions")
def definitions(application: Application) -> QWidget:
    return frame(application, page(DEFINITIONS))
