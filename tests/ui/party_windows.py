"""The windows of merging, premises and priority areas."""

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.parties import people, places, premises
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.ui.application import Application
from psg_desktop.ui.merging.page import MergePage
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.tie_sheets import person_sheet
from psg_desktop.ui.places.place_page import PlacePage
from psg_desktop.ui.places.place_sheets import premises_sheet, priority_sheet
from tests.ui.list_windows import ALL, frame
from tests.ui.program_windows import office
from tests.ui.windows import window


def a_place() -> PlaceId:
    """Some place with a stage, and premises within it where the caseload has any."""
    rows = places.listed(office(), "", ALL).rows
    return max(rows, key=lambda row: (len(premises.within(office(), row.id)), bool(row.stage))).id


@window("merge of people")
def merge(application: Application) -> QWidget:
    rows = sorted(people.listed(office(), "", ALL).rows, key=lambda row: row.cases, reverse=True)
    return frame(application, MergePage(office(), PartyKind.PERSON, rows[0].id, rows[1].id))


@window("place with premises")
def place(application: Application) -> QWidget:
    return frame(application, PlacePage(office(), Notifier(), a_place()))


@window("premises form")
def premises_form(application: Application) -> QWidget:
    page = PlacePage(office(), Notifier(), a_place())
    return frame(application, page, premises_sheet(office(), a_place()))


@window("priority form")
def priority_form(application: Application) -> QWidget:
    page = PlacePage(office(), Notifier(), a_place())
    return frame(application, page, priority_sheet(office(), a_place()))


@window("connection form")
def connection_form(application: Application) -> QWidget:
    page = PlacePage(office(), Notifier(), a_place())
    return frame(application, page, person_sheet(office(), a_place()))
