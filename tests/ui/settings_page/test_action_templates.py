"""Action templates: an action starts from one, and the partnership changes its list."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import action_templates, cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.action_templates import ActionTemplate
from psg_desktop.domain.agencies import AgencyKind
from psg_desktop.domain.ids import ActionTemplateId, CaseId
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.reference import workdays
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.action_sheets import add_sheet
from psg_desktop.ui.settings_page.page import SettingsPage
from tests.builders import new_id
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_frame, page_of, words_of


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def case(office: Office) -> CaseId:
    made = samples.bare_case(office)
    cases.amend(office, replace(page_of(office, made).case, focus_areas=("noise",)))
    return made


@pytest.fixture
def page(
    frame: Frame, office: Office, notifier: Notifier, application: Application
) -> SettingsPage:
    made = SettingsPage(office, notifier, application.appearance, Settings)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    made.show_view("action_templates")
    return made


def test_that_every_shipped_template_belongs_to_a_focus_area_on_the_list(office: Office) -> None:
    known = {"", *(one.code for one in settings.focus_areas(office))}
    shipped = action_templates.listed(office)
    assert len(shipped) > len(known) // 2
    assert {one.focus_area for one in shipped} <= known


def test_that_those_of_the_case_are_offered_first_and_those_of_others_never(
    office: Office, case: CaseId
) -> None:
    offers = action_templates.offers(office, case)
    areas = [one.template.focus_area for one in offers]
    assert areas[0] == "noise"
    assert set(areas) == {"noise", ""}
    assert areas == sorted(areas, key=lambda area: not area)
    assert all(workdays.is_working_day(one.due) for one in offers)


def test_that_an_action_starts_from_a_template(frame: Frame, office: Office, case: CaseId) -> None:
    sheet = add_sheet(office, case)
    assert frame.open_sheet(sheet)
    hands = Hands(frame)
    hands.fill({"Start from": "Install", "Named officer": "P. Reedcutter"})
    hands.save()
    (action,) = page_of(office, case).actions
    assert action.what == "Install noise monitoring equipment for two weeks."
    assert action.officer == "P. Reedcutter"
    assert action.due is not None
    assert action.due > office.today()


def test_that_looking_at_the_form_of_a_new_action_is_not_work_to_lose(
    frame: Frame, office: Office, case: CaseId
) -> None:
    sheet = add_sheet(office, case)
    assert frame.open_sheet(sheet)
    assert not sheet.form.is_changed()


def test_that_the_list_is_changed_and_what_is_out_of_use_is_no_longer_offered(
    page: SettingsPage, frame: Frame, office: Office, case: CaseId
) -> None:
    hands = Hands(frame)
    hands.press("Add an action template")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"what": "Say what is to be done."}
    hands.fill({"What is to be done": "Lend a noise meter.", "For cases about": "Noise"})
    hands.save()
    offered = [one.template.what for one in action_templates.offers(office, case)]
    assert "Lend a noise meter." in offered
    hands.press("Take out of use: Lend a noise meter.")
    offered = [one.template.what for one in action_templates.offers(office, case)]
    assert "Lend a noise meter." not in offered
    assert "Out of use" in words_of(page.action_templates)
    undoing.undo_last(office)
    offered = [one.template.what for one in action_templates.offers(office, case)]
    assert "Lend a noise meter." in offered


def test_that_a_template_of_nothing_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        ActionTemplate(
            id=ActionTemplateId(new_id()),
            what=" ",
            days=0,
            owner_kind=AgencyKind.POLICE,
            since=date(2026, 3, 4),
            until=date(2026, 3, 3),
        )
    assert {one.problem for one in refusal.value.problems} == {
        Problem.TEXT_MISSING,
        Problem.INTERVAL_NOT_POSITIVE,
        Problem.ENDS_BEFORE_START,
    }
