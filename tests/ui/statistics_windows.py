"""The windows of statistics."""

from functools import cache

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.statistics import alternatives, publishing
from psg_desktop.casework.statistics.alternatives import Alternative
from psg_desktop.casework.statistics.publishing import Plan
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.measures import MeasureCode
from psg_desktop.domain.statistics.periods import Period, read_period
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.statistics.page import BUILDER, DEFINITIONS, RELEASES, StatisticsPage
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
def planned() -> Plan:
    """What would be published of a quarter; planned once, as it takes seconds."""
    return publishing.plan(office(), last_quarter())


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


@window("statistics: releases")
def releases(application: Application) -> QWidget:
    return frame(application, page(RELEASES))


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
