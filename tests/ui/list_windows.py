"""Forms beside the lists with rows in them, a history unfolded, and the settings."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.assessing import demand_lists, register
from psg_desktop.casework.assessing import intervention_kinds as kinds
from psg_desktop.casework.caseload import projects
from psg_desktop.casework.parties import people
from psg_desktop.casework.partnership import ward_boundaries
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.intervention_kinds import Family
from psg_desktop.domain.intervention_lists import RegisterFilter, RegisterOrder, RegisterView
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.settings import Settings
from psg_desktop.ui.agencies.page import AgenciesPage
from psg_desktop.ui.agencies.sheet import AgencySheet
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.demand.sheet import DemandSheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.demand.page import CaseloadDemandPage
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.meetings.page import MeetingsPage
from psg_desktop.ui.meetings.plan_sheets import SeriesSheet
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page, Section
from psg_desktop.ui.parts.intervention_form import register_sheet
from psg_desktop.ui.parts.intervention_sheets import breach_sheet
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.people.page import PeoplePage
from psg_desktop.ui.people.person_page import PersonPage
from psg_desktop.ui.people.sheet import PersonSheet
from psg_desktop.ui.places.page import PlacesPage
from psg_desktop.ui.places.sheet import PlaceSheet
from psg_desktop.ui.projects.page import ProjectsPage
from psg_desktop.ui.projects.sheet import ProjectSheet
from psg_desktop.ui.settings_page.demand_cards import trigger_sheet
from psg_desktop.ui.settings_page.page import SettingsPage
from psg_desktop.ui.settings_page.partnership_sheets import partnership_sheet
from psg_desktop.ui.settings_page.power_sheets import power_sheet
from psg_desktop.ui.settings_page.wards_card import intake_sheet
from tests.exchange import boundary_files
from tests.ui.program_windows import office
from tests.ui.windows import window

ALL = slice(0, 100)


def frame(application: Application, page: Page, sheet: RecordSheet | None = None) -> QWidget:
    """Make a frame that shows a page, and a form beside it."""
    made = Frame(
        (Section("list", "List", "people", lambda: page),), "A. Worker", application.appearance
    )
    made.resize(1280, 720)
    made.go("list")
    if sheet is not None:
        made.open_sheet(sheet)
    return made


def with_rows(sheet: RecordSheet) -> RecordSheet:
    """Give a form with one more row in each of its lists."""
    for field in sheet.form.fields.values():
        if isinstance(field.control, RecordRows):
            field.control.add_row()
    return sheet


@window("person with history")
def person(application: Application) -> QWidget:
    one = max(people.listed(office(), "", ALL).rows, key=lambda row: row.cases)
    page = PersonPage(office(), Notifier(), one.id)
    page.history.unfold()
    return frame(application, page)


@window("person form")
def person_form(application: Application) -> QWidget:
    one = max(people.listed(office(), "", ALL).rows, key=lambda row: row.cases)
    sheet = with_rows(PersonSheet(office(), people.get(office(), one.id)))
    return frame(application, PeoplePage(office(), Notifier()), sheet)


@window("place form")
def place_form(application: Application) -> QWidget:
    return frame(application, PlacesPage(office(), Notifier()), PlaceSheet(office()))


@window("project form")
def project_form(application: Application) -> QWidget:
    one = projects.get(office(), projects.listed(office(), "", ALL).rows[0].id)
    sheet = with_rows(ProjectSheet(office(), one))
    return frame(application, ProjectsPage(office(), Notifier()), sheet)


@window("agency form")
def agency_form(application: Application) -> QWidget:
    sheet = with_rows(AgencySheet(office()))
    return frame(application, AgenciesPage(office(), Notifier()), sheet)


def settings(application: Application) -> SettingsPage:
    """Make the page of settings."""
    return SettingsPage(office(), Notifier(), application.appearance, Settings)


@window("settings in parts")
def settings_page(application: Application) -> QWidget:
    return frame(application, settings(application))


@window("series of meetings")
def series_of_meetings(application: Application) -> QWidget:
    sheet = SeriesSheet(office(), MeetingGroup.PSG)
    sheet.form.show_values({"first": office().today(), "last": office().today().replace(year=2027)})
    return frame(application, MeetingsPage(office(), Notifier()), sheet)


@window("partnership form")
def partnership_form(application: Application) -> QWidget:
    return frame(application, settings(application), partnership_sheet(office()))


@window("wards in settings")
def wards_in_settings(application: Application) -> QWidget:
    page = settings(application)
    page.show_view("wards")
    return frame(application, page)


@window("wards to bring in")
def wards_to_bring_in(application: Application) -> QWidget:
    page = settings(application)
    page.show_view("wards")
    with TemporaryDirectory() as folder:
        named = ("Fenmarket Castle", "Lode Bank", "Osier Fen", "Sedge Drove")
        path = boundary_files.written(Path(folder), boundary_files.wards(*named))
        intake = ward_boundaries.look(office(), path)
    return frame(application, page, intake_sheet(office(), intake))


def intervened() -> CaseId:
    """Some case of the caseload with an intervention in it, a breached one if there is any."""
    due = register.clock_lines(office())
    if due:
        return due[0].case
    asked = RegisterFilter(view=RegisterView.ALL)
    rows = register.listed(office(), asked, RegisterOrder(), ALL).rows
    return max(rows, key=lambda row: (row.unanswered, row.breaches, row.reference)).case


@window("interventions of a case")
def interventions_of_a_case(application: Application) -> QWidget:
    screen = CaseScreen(office(), Notifier(), intervened())
    made = frame(application, screen)
    screen.go("interventions")
    return made


@window("intervention form")
def intervention_form(application: Application) -> QWidget:
    screen = CaseScreen(office(), Notifier(), intervened())
    sheet = register_sheet(office(), intervened())
    sheet.form.show_values({"kind": "cpn", "served_on": office().today()})
    sheet.form.changed.emit()
    return frame(application, screen, with_rows(sheet))


@window("breach form")
def breach_form(application: Application) -> QWidget:
    held = register.of_case(office(), intervened())[0]
    screen = CaseScreen(office(), Notifier(), intervened())
    return frame(application, screen, breach_sheet(office(), held))


@window("powers in settings")
def powers(application: Application) -> QWidget:
    page = settings(application)
    page.powers.shown = {Family.NOTICE}
    made = frame(application, page)
    page.show_view("powers")
    return made


def counted_case() -> CaseId:
    """The case of the caseload with the most counts of demand."""
    with office().reading() as unit:
        tally = Counter(one.case for one in unit.demand_counts.all())
    return tally.most_common(1)[0][0]


@window("demand of a case")
def demand_of_a_case(application: Application) -> QWidget:
    screen = CaseScreen(office(), Notifier(), counted_case())
    made = frame(application, screen)
    screen.go("demand")
    return made


@window("demand grid")
def demand_grid(application: Application) -> QWidget:
    screen = CaseScreen(office(), Notifier(), counted_case())
    screen.refresh()
    made = frame(application, screen)
    made.open_sheet(DemandSheet(office(), screen.head.page.case))
    return made


@window("demand of the caseload")
def demand_of_the_caseload(application: Application) -> QWidget:
    return frame(application, CaseloadDemandPage(office(), Notifier()))


@window("high demand in settings")
def high_demand(application: Application) -> QWidget:
    page = settings(application)
    made = frame(application, page)
    page.show_view("demand_triggers")
    return made


@window("trigger form")
def trigger_form(application: Application) -> QWidget:
    row = demand_lists.triggers(office())[0]
    return frame(application, settings(application), trigger_sheet(office(), row))


@window("power form")
def power_form(application: Application) -> QWidget:
    row = kinds.every(office())[0]
    return frame(application, settings(application), power_sheet(office(), row))
