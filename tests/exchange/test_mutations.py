"""Whatever is done to the bytes of a file, it is read or refused in a sentence; nothing else."""

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from psg_desktop.exchange.check import check
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.opening import likeliest_sheet
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.faults import Unreadable
from psg_desktop.paths import resource
from tests.exchange.workbooks import TODAY

ROUNDS = 60
_SIGNS = b'<>"=/9A &;\0c'


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    cut = chance.randrange(len(changed)) if chance.random() < 0.2 else len(changed)
    return bytes(changed[:cut])


def _edited_inside(content: bytes, chance: random.Random) -> bytes:
    """Change characters of one part of a zipped workbook and pack it again, checksums right."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = bytearray(old.read(name))
            for _ in range(chance.randrange(1, 6) if name == chosen else 0):
                part[chance.randrange(len(part))] = chance.choice(_SIGNS)
            new.writestr(name, bytes(part))
    return target.getvalue()


def _read_or_refused(path: Path) -> None:
    try:
        opened = likeliest_sheet(read_workbook(path))
        check(opened.table, opened.mapping, Known(), TODAY)
    except Unreadable as refused:
        assert str(refused).endswith(".")  # noqa: PT017 - both endings are right


@pytest.mark.parametrize("seed", range(3))
def test_that_a_damaged_workbook_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    content = resource("templates/caseload-template.xlsx").read_bytes()
    for _ in range(ROUNDS):
        damage = chance.choice((_flipped, _edited_inside))
        (tmp_path / "damaged").write_bytes(damage(content, chance))
        _read_or_refused(tmp_path / "damaged")


@pytest.mark.parametrize(
    "name",
    [
        "ons_baby_names_historic_top100.xls",
        "council_election_exports/democracy-counts-utf-16le.csv",
        "council_election_exports/ems-other.csv",
    ],
)
def test_that_damaged_open_data_is_read_or_refused(
    name: str, shared_data: Path, tmp_path: Path
) -> None:
    chance = random.Random(name)
    content = (shared_data / "messy" / name).read_bytes()
    for _ in range(ROUNDS):
        (tmp_path / "damaged").write_bytes(_flipped(content, chance))
        _read_or_refused(tmp_path / "damaged")


def test_that_an_encoding_nobody_knows_is_damage(tmp_path: Path) -> None:
    content = resource("templates/caseload-template.xlsx").read_bytes()
    target = tmp_path / "strange.xlsx"
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"UTF-8", b"UTF-9") if "workbook" in name else part)
    with pytest.raises(Unreadable, match="damaged"):
        read_workbook(target)
