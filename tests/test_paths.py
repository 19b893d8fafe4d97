"""Where choosers start."""

from pathlib import Path

import pytest

from psg_desktop import paths


def test_that_choosers_start_in_the_home_where_there_is_no_documents_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    documents = home / "Documents"
    monkeypatch.setattr(paths, "user_documents_path", lambda: documents)
    monkeypatch.setattr(Path, "home", lambda: home)
    assert paths.documents_folder() == home
    documents.mkdir()
    assert paths.documents_folder() == documents
