"""What a machine keeps for its user: whole or as for a new user, and nothing of any vault."""

from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop import settings
from psg_desktop.settings import Settings


def test_that_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    kept = Settings(scheme="dark", zoom=150, dense=True, vault="vault", backups="backups")
    settings.write(tmp_path / "deep" / "settings.json", kept)
    assert settings.read(tmp_path / "deep" / "settings.json") == kept


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"zoom": "large"}', "\x00\xff"])
def test_that_an_unreadable_file_is_as_for_a_new_user(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert settings.read(file) == Settings()


def test_that_no_file_is_as_for_a_new_user(tmp_path: Path) -> None:
    assert settings.read(tmp_path / "none.json") == Settings()


@given(st.binary(max_size=200))
def test_that_any_bytes_can_be_read(tmp_path_factory: pytest.TempPathFactory, found: bytes) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    file.write_bytes(found)
    read = settings.read(file)
    assert {name: type(value) for name, value in asdict(read).items()} == {
        name: type(value) for name, value in asdict(Settings()).items()
    }


def test_that_the_last_vault_is_forgotten_where_it_is_not_wanted(tmp_path: Path) -> None:
    assert Settings().opened(tmp_path).vault == str(tmp_path)
    assert Settings(remember_vault=False, vault="before").opened(tmp_path).vault == ""
