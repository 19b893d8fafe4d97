"""One small vault is made once; each test works on a copy of it."""

import shutil
from pathlib import Path

import pytest

from psg_desktop.store.vault import FLOOR_COST, create
from tests.store.vault.caseload import NOW, PASSPHRASE, Keys, keys_of, lay_out


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "fenmarket.psgstore"
    create(path, PASSPHRASE, label="Coordinator", now=NOW, cost=FLOOR_COST, lay_out=lay_out).close()
    return path


@pytest.fixture(scope="session")
def keys(made: Path) -> Keys:
    return keys_of(made)


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / made.name))
