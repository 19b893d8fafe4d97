"""Making a vault: one form, a passphrase hard to guess, and no way round the warning."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.vault.passphrases import ENOUGH, TOO_WEAK, Strength, strength, words
from psg_desktop.ui.vault.create import Create, NewVault
from psg_desktop.ui.widgets.controls import Option

PASSPHRASE = "heron lantern drove staithe"


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Create:
    made = Create(tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def problems(page: Create) -> dict[str, str]:
    page.go.click()
    return {name: one.problem for name, one in page.form.fields.items() if one.problem}


def fill(page: Create, again: str = PASSPHRASE) -> None:
    district = page.form.fields["district"].control
    district.set_option(Option("E07000009", "East Cambridgeshire"))  # type: ignore[attr-defined]
    page._passphrases["passphrase"].set_value(PASSPHRASE)
    page._passphrases["again"].set_value(again)


def test_that_an_empty_form_says_what_is_missing_beside_each_field(page: Create) -> None:
    assert set(problems(page)) == {"district", "name", "passphrase"}


def test_that_the_district_suggests_the_name_of_its_partnership(page: Create) -> None:
    fill(page)
    assert "Cambridgeshire" in page.form.values()["name"]


def test_that_a_district_is_found_by_part_of_its_name(page: Create) -> None:
    control = page.form.fields["district"].control
    QTest.keyClicks(control.parts()[0], "Fenland")
    assert control.value() == "E07000010"


def test_that_two_different_passphrases_are_refused(page: Create) -> None:
    fill(page, again="heron lantern drove")
    page.accepted.setChecked(True)
    assert set(problems(page)) == {"again"}


def test_that_nothing_is_made_before_the_warning_is_accepted(page: Create) -> None:
    made: list[NewVault] = []
    page.create_asked.connect(made.append)
    fill(page)
    page.go.click()
    assert made == []
    page.accepted.setChecked(True)
    page.go.click()
    assert [one.place.name for one in made] == ["Our caseload.psgstore"]


def test_that_what_is_asked_for_does_not_show_the_passphrase(page: Create) -> None:
    made: list[NewVault] = []
    page.create_asked.connect(made.append)
    fill(page)
    page.accepted.setChecked(True)
    page.go.click()
    assert PASSPHRASE not in repr(made)


@pytest.mark.parametrize("name", ["", "a/b", "what?"])
def test_that_a_name_no_system_takes_is_refused(page: Create, name: str) -> None:
    fill(page)
    page.accepted.setChecked(True)
    page.form.fields["file"].control.set_value(name)
    assert set(problems(page)) == {"file"}


@pytest.mark.parametrize("guessable", ["", "   ", "password", "Passw0rd1", "qwertyuiop"])
def test_that_what_is_guessed_first_is_too_weak(guessable: str) -> None:
    assert strength(guessable) < ENOUGH


def test_that_the_refusal_goes_once_the_passphrase_is_strong(page: Create) -> None:
    fill(page)
    page._passphrases["passphrase"].set_value("password")
    assert problems(page)["passphrase"] == TOO_WEAK
    line = page._passphrases["passphrase"].line
    line.selectAll()
    QTest.keyClicks(line, PASSPHRASE)
    assert page._strength.text() == words(Strength.STRONG)
    assert page.form.fields["passphrase"].problem == ""


def test_that_the_name_of_the_partnership_is_no_secret() -> None:
    assert strength("Fenmarket1", ["Fenmarket CSP"]) < ENOUGH


@pytest.mark.parametrize("hard", [PASSPHRASE, "x" * 10 + PASSPHRASE * 20])
def test_that_unrelated_words_are_strong_enough(hard: str) -> None:
    assert strength(hard) >= Strength.GOOD


def test_that_every_strength_has_words() -> None:
    assert all(words(one) for one in Strength if one is not Strength.MISSING)
