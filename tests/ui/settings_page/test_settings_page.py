"""Settings: the partnership, its meetings and packs, the lists it can change, this machine."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.meeting.meeting_series import Planned, series
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.partnership import AreaLevel, WardGroup
from psg_desktop.reference import wards
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.settings_page.list_sheets import code_for, focus_area_sheet
from psg_desktop.ui.settings_page.page import SettingsPage
from psg_desktop.ui.settings_page.partnership_sheets import WardGroupRows
from psg_desktop.ui.theme import SchemeChoice
from tests.ui.cases.desk import Hands, Key, open_frame, words_of

CTRL = Qt.KeyboardModifier.ControlModifier
KEPT: list[Settings] = []


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def page(
    frame: Frame, office: Office, notifier: Notifier, application: Application
) -> Iterator[SettingsPage]:
    KEPT[:] = [Settings(vault="/somewhere/fenmarket.psgstore")]
    made = SettingsPage(office, notifier, application.appearance, lambda: KEPT[-1])
    made.settings_changed.connect(KEPT.append)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    yield made
    application.appearance.apply(SchemeChoice.LIGHT)


def test_that_a_series_keeps_its_weekday_and_keeps_off_bank_holidays() -> None:
    planned = series(date(2025, 11, 27), 4, date(2026, 2, 26))
    assert planned == (
        Planned(on=date(2025, 11, 27)),
        Planned(on=date(2026, 1, 8), instead_of=date(2025, 12, 25)),
        Planned(on=date(2026, 1, 22)),
        Planned(on=date(2026, 2, 19)),
    )


def test_that_a_series_that_cannot_be_is_empty() -> None:
    assert series(date(2026, 2, 2), 1, date(2026, 2, 1)) == ()


def test_that_the_partnership_is_changed_by_keyboard(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    hands.press("Change the partnership")
    hands.tab_to("Start of case references")
    hands.key(Key.Key_A, CTRL)
    hands.type("FEN")
    hands.save()
    assert office.partnership().reference_prefix == "FEN"
    assert "start with FEN" in words_of(page.partnership)
    undoing.undo_last(office)
    assert "start with PSG" in words_of(page.partnership)


def test_that_a_partnership_without_a_name_is_refused(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    hands.press("Change the partnership")
    hands.key(Key.Key_A, CTRL)
    hands.key(Key.Key_Delete)
    hands.sheet.form.fields["quiet_after_days"].control.set_value(0)
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"name", "quiet_after_days"}
    assert office.partnership().name == "Fenmarket CSP"


def test_that_the_confidentiality_statement_is_written(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    page.show_view("statement")
    assert "None is written yet" in words_of(page.statement)
    hands.press("Change the confidentiality statement")
    hands.save()
    assert "to prevent crime and disorder" in office.partnership().confidentiality
    assert "to prevent crime and disorder" in words_of(page.statement)


def test_that_the_pack_settings_are_kept(page: SettingsPage, hands: Hands, office: Office) -> None:
    page.show_view("pack")
    hands.press("Change what a pack prints")
    hands.type("Ward")
    hands.fill({"Marking on each page": " (DRAFT)"})
    hands.save()
    assert office.partnership().area_level is AreaLevel.WARD_GROUP
    assert office.partnership().marking.endswith("(DRAFT)")
    assert "No group of wards is made yet" in words_of(page.pack)


def test_that_ward_groups_are_kept_and_a_ward_is_in_one_only(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    page.show_view("pack")
    one, two, *_ = (ward.code for ward in wards.wards_of(office.partnership().district))
    hands.press("Ward groups")
    rows = hands.sheet.form.fields["ward_groups"].control
    assert isinstance(rows, WardGroupRows)
    rows.set_value([WardGroup(name="North", wards=(one, two)), WardGroup(name="S", wards=(one,))])
    hands.key(Key.Key_S, CTRL)
    assert "one group only" in hands.problems()["ward_groups"]
    groups = (WardGroup(name="North", wards=(one, two)),)
    rows.set_value(groups)
    hands.save()
    assert office.partnership().ward_groups == groups
    assert "North" in words_of(page.pack)


def test_that_a_focus_area_is_added_with_a_code_of_its_own(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    page.show_view("focus_areas")
    hands.press("Add a focus area")
    hands.type("E-scooters & mopeds")
    hands.save()
    added = next(one for one in settings.focus_areas(office) if one.name == "E-scooters & mopeds")
    assert added.code == "e_scooters_mopeds"
    assert added.since == office.today()
    assert added.in_force(office.today())


def test_that_codes_are_never_given_twice() -> None:
    assert code_for("Noise", {"noise", "noise_2"}) == "noise_3"
    assert code_for("&&", ()) == "row"


def test_that_a_focus_area_goes_out_of_use_and_comes_back(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    page.show_view("focus_areas")
    area = settings.focus_areas(office)[0]
    hands.press(f"Take out of use: {area.name}")
    assert not settings.focus_areas(office)[0].in_force(office.today())
    assert settings.focus_areas(office)[0].in_force(office.today() - timedelta(days=1))
    hands.press(f"Take into use again: {area.name}")
    assert settings.focus_areas(office)[0].in_force(office.today())


def test_that_a_focus_area_changed_in_nothing_stays_as_it_was(
    frame: Frame, hands: Hands, office: Office
) -> None:
    before = settings.focus_areas(office)
    frame.open_sheet(focus_area_sheet(office, before[3]))
    hands.save()
    assert settings.focus_areas(office) == before


def test_that_a_name_already_on_the_list_is_refused(
    frame: Frame, hands: Hands, office: Office
) -> None:
    frame.open_sheet(focus_area_sheet(office))
    hands.type(settings.focus_areas(office)[0].name.upper())
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["name"] == "This is already there."


def test_that_a_closure_reason_is_added_and_changed(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    page.show_view("closure_reasons")
    hands.press("Add a closure reason")
    hands.type("Work done")
    hands.fill({"Days until it is asked whether it held": "60"})
    hands.save()
    kept = next(one for one in settings.closure_reasons(office) if one.name == "Work done")
    assert (kept.review_after_days, kept.needs_group) == (60, False)
    hands.press("Change: Work done")
    hands.type(" well")
    hands.save()
    names = [one.name for one in settings.closure_reasons(office) if one.id == kept.id]
    assert names == ["Work done well"]


def test_that_a_new_interval_counts_from_today_and_the_old_one_is_kept(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    page.show_view("intervals")
    hands.press("Change: High risk: every 14 days")
    hands.key(Key.Key_A, CTRL)
    hands.type("10")
    hands.save()
    assert cases.interval(office, RiskLevel.HIGH) == 10
    past = office.today() - timedelta(days=1)
    before = [
        one.days
        for one in settings.review_intervals(office)
        if one.risk is RiskLevel.HIGH and one.in_force(past)
    ]
    assert before == [14]
    settings.change_interval(office, RiskLevel.HIGH, 7)
    assert cases.interval(office, RiskLevel.HIGH) == 7
    assert len(settings.review_intervals(office)) == len(RiskLevel) + 1


def test_that_an_interval_of_no_days_is_refused(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    page.show_view("intervals")
    hands.press("Change: High risk: every 14 days")
    hands.key(Key.Key_A, CTRL)
    hands.type("0")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["days"] == "Enter a number of days, 1 or more."


def test_that_the_look_is_put_on_at_once_and_kept(
    page: SettingsPage, application: Application
) -> None:
    page.show_view("machine")
    page.machine.scheme.set_value(SchemeChoice.DARK)
    page.machine.zoom.set_value(125)
    page.machine.zoom.edited.emit()
    assert (application.appearance.scheme, application.appearance.zoom) == (SchemeChoice.DARK, 125)
    assert (KEPT[-1].scheme, KEPT[-1].zoom) == ("dark", 125)


def test_that_a_vault_that_is_not_to_be_remembered_is_forgotten(page: SettingsPage) -> None:
    page.show_view("machine")
    page.machine.more.set_value(())
    page.machine.more.edited.emit()
    assert not KEPT[-1].remember_vault
    assert KEPT[-1].vault == ""


def test_that_one_part_is_shown_at_a_time(page: SettingsPage) -> None:
    page.show_view("focus_areas")
    assert page.contents.currentItem().text().startswith("Focus areas")
    assert page.focus_areas.isVisible()
    assert not page.partnership.isVisible()
    page.contents.setCurrentRow(0)
    assert page.partnership.isVisible()
    assert not page.focus_areas.isVisible()


def test_that_a_narrow_page_offers_its_parts_in_one_box(
    page: SettingsPage, frame: Frame, hands: Hands
) -> None:
    page.resize(600, 700)
    assert not page.contents.isVisible()
    page.choice.set_value("closure_reasons")
    page.choice.edited.emit()
    assert page.closure_reasons.isVisible()
    assert "Add a closure reason" in words_of(page.closure_reasons)
