"""The steps make today's tables, keep what older vaults hold, and leave nothing half done."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlcipher3 import dbapi2

from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import exports, upkeep, vaults
from psg_desktop.domain.retention import RetentionTrigger
from psg_desktop.faults import NewerVault
from psg_desktop.store import migrations, schema
from psg_desktop.store.vault.connections import engine_on
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE

KEPT = Path(__file__).parent / "fixtures"

LATER = """
from alembic import op

revision = "9000"
down_revision = "NOW"


def upgrade():
    op.execute("CREATE TABLE half_done (id TEXT)")
    op.execute("UPDATE cases SET title = 'overwritten'")
    op.execute("UPDATE there_is_no_such_table SET id = 1")
"""


# What opening an older vault adds to: its history, and lists shipped since.
GROW = ("history", "meetings", "retention_rules")


def shape(connection: Connection) -> dict[str, Any]:
    """Give every table column by column and index by index."""

    def say(statement: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]

    tables = [
        name for name, in say("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name != "alembic_version" and not name.startswith(("sqlite_", "psg_"))
    ]  # fmt: skip
    found: dict[str, Any] = {}
    for name in sorted(tables):
        indexes = {
            index: (unique, say(f"PRAGMA index_info('{index}')"))
            for _, index, unique, *_ in say(f"PRAGMA index_list('{name}')")
        }
        links = {row[2:] for row in say(f"PRAGMA foreign_key_list('{name}')")}
        columns = {row[1]: row[2:] for row in say(f"PRAGMA table_info('{name}')")}
        found[name] = (columns, _named(indexes), links)
    return found


def _named(indexes: dict[str, Any]) -> dict[str, Any]:
    """Keep what an index says, not the number SQLite gives to one without a name."""
    return {
        name if not name.startswith("sqlite_autoindex") else str(said): said
        for name, said in indexes.items()
    }


def test_that_the_steps_make_the_tables_on_the_page(desk: Office) -> None:
    with desk.desk.vault.reader.connect() as connection:
        made = shape(connection)
        version = migrations.version_of(connection)
    engine = engine_on(lambda: dbapi2.connect(":memory:", isolation_level=None))
    with engine.connect() as connection:
        schema.metadata.create_all(connection)
        for statement in schema.FULL_TEXT:
            connection.exec_driver_sql(statement)
        written = shape(connection)
    engine.dispose()
    own = {name: parts for name, parts in made.items() if name in written}
    assert own == written
    assert version == migrations.HEAD


def test_that_a_table_the_page_does_not_know_would_be_noticed(desk: Office) -> None:
    with desk.desk.vault.engine.begin() as connection:
        before = shape(connection)
        connection.exec_driver_sql("ALTER TABLE people ADD COLUMN shoe_size TEXT")
        connection.exec_driver_sql("DROP INDEX ix_people_born")
        assert shape(connection)["people"] != before["people"]
        connection.rollback()


@pytest.mark.parametrize("version", sorted(path.name for path in KEPT.glob("schema-*.psgstore")))
def test_that_a_vault_of_every_earlier_version_opens_with_all_it_held(
    version: str, tmp_path: Path
) -> None:
    place = Path(shutil.copytree(KEPT / version, tmp_path / "old.psgstore"))
    office = vaults.unlock(place, PASSPHRASE, FixedClock())
    try:
        exports.export_everything(office, tmp_path / "out")
        assert upkeep.check_trail(office).sound
    finally:
        office.close()
    kept = json.loads((KEPT / version.replace(".psgstore", ".json")).read_text(encoding="utf-8"))
    found = {
        path.name: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (tmp_path / "out").glob("*.jsonl")
    }
    assert found.keys() >= kept.keys()
    planned = {(row["group"], row["on"]) for row in found["meetings.jsonl"]}
    for row in kept["partnership.jsonl"]:
        # Until version 0002 the dates of meetings stood in the record of the partnership.
        assert planned >= {("psg", day) for day in row.pop("meetings", ())}
        assert planned >= {("delivery_group", day) for day in row.pop("pack_meetings", ())}
    for name, rows in kept.items():
        _compare(name, rows, found[name])
    # A kind of record without a rule would be kept for ever, and nobody told.
    assert {row["trigger"] for row in found["retention_rules.jsonl"]} == set(RetentionTrigger)
    assert sum(map(len, kept.values())) > 200


def _compare(name: str, before: list[dict[str, Any]], now: list[dict[str, Any]]) -> None:
    """Say whether every row is there as it was; a later version may know more of each.

    Lists that the program ships and the trail may have grown by what was new since.
    """
    grown = name.startswith(GROW)
    by_id = {row["id" if "id" in row else "sequence"]: row for row in now}
    assert grown or len(now) == len(before), name
    for row in before:
        assert _holds(by_id[row["id" if "id" in row else "sequence"]], row), name


def _holds(now: object, before: object) -> bool:
    """Say whether *now* is *before*, or *before* with further fields somewhere inside."""
    if isinstance(before, dict) and isinstance(now, dict):
        return all(key in now and _holds(now[key], part) for key, part in before.items())
    if isinstance(before, list) and isinstance(now, list):
        return len(now) == len(before) and all(map(_holds, now, before))
    return now == before


def test_that_a_fixture_is_kept_for_every_step() -> None:
    steps = {one for one in migrations.known_versions() if one}
    kept = {
        path.name[len("schema-") : -len(".psgstore")] for path in KEPT.glob("schema-*.psgstore")
    }
    assert kept == steps


def test_that_a_vault_of_a_later_version_is_refused_unchanged(vault: Path) -> None:
    office = vaults.unlock(vault, PASSPHRASE, FixedClock())
    with office.desk.vault.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    office.close()
    with pytest.raises(NewerVault) as refusal:
        vaults.unlock(vault, PASSPHRASE, FixedClock())
    assert "later version of PSG Desktop" in str(refusal.value)
    assert "nothing was changed" in str(refusal.value)


def test_that_a_step_failing_half_way_leaves_nothing(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = desk.desk.vault.engine
    with engine.connect() as connection:
        before = shape(connection), connection.exec_driver_sql("SELECT * FROM agencies").all()
    place = Path(migrations.__file__).parent
    steps = Path(shutil.copytree(place, tmp_path / "migrations"))
    (steps / "versions" / "9000_later.py").write_text(
        LATER.replace("NOW", migrations.HEAD), encoding="utf-8"
    )
    monkeypatch.setattr(migrations, "__file__", str(steps / "__init__.py"))
    now = migrations.HEAD
    monkeypatch.setattr(migrations, "HEAD", "9000")
    with pytest.raises(Exception, match="there_is_no_such_table"):
        migrations.bring_up_to_date(engine)
    with engine.connect() as connection:
        after = shape(connection), connection.exec_driver_sql("SELECT * FROM agencies").all()
        assert migrations.version_of(connection) == now
    assert after == before


def test_that_the_same_step_without_its_mistake_is_kept(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = Path(shutil.copytree(Path(migrations.__file__).parent, tmp_path / "migrations"))
    sound = LATER.replace("NOW", migrations.HEAD).replace(
        "UPDATE there_is_no_such_table SET id = 1", "SELECT 1"
    )
    (steps / "versions" / "9000_later.py").write_text(sound, encoding="utf-8")
    monkeypatch.setattr(migrations, "__file__", str(steps / "__init__.py"))
    monkeypatch.setattr(migrations, "HEAD", "9000")
    assert migrations.bring_up_to_date(desk.desk.vault.engine)
    with desk.desk.vault.reader.connect() as connection:
        assert "half_done" in shape(connection)
        assert migrations.version_of(connection) == "9000"
