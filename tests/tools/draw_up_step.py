"""Draws up the newest migration from the tables on the page: `python -m tests.tools.draw_up_step`.

What stands in every step before it is made in memory; what today's tables have beyond that becomes
frozen SQL in the step named below. Once a version of the program went out with a step, that step
is history: name a new one here, and never draw the old one again.
"""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable
from sqlcipher3 import dbapi2

from psg_desktop.store import migrations, schema
from psg_desktop.store.vault.connections import engine_on

STEP, BEFORE, FILE = "0005", "0004", "0005_finished_statistics.py"
PURPOSE = "Tables asked for, corrections and demand in the ledger of releases; wards brought in."
LONGEST = 96
VERSIONS = Path(migrations.__file__).parent / "versions"


def main() -> None:
    """Write the step beside the earlier ones."""
    engine = engine_on(lambda: dbapi2.connect(":memory:", isolation_level=None))
    with engine.connect() as connection:
        for path in sorted(VERSIONS.glob("[0-9]*.py")):
            if path.name < FILE:
                for statement in _load(path).STEPS:
                    connection.exec_driver_sql(statement)
        statements = list(_missing(connection))
    engine.dispose()
    (VERSIONS / FILE).write_text(_page(statements), encoding="utf-8")


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{path.name} cannot be read")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _missing(connection: Connection) -> list[str]:
    statements: list[str] = []
    for table in schema.metadata.sorted_tables:
        known = {row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table.name}")')}
        indexes = {
            row[1] for row in connection.exec_driver_sql(f'PRAGMA index_list("{table.name}")')
        }
        if not known:
            statements.append(_said(CreateTable(table), connection))
        for column in table.c:
            if known and column.name not in known:
                added = _said(CreateColumn(column), connection)
                statements.append(f'ALTER TABLE "{table.name}" ADD COLUMN {added}')
        new = sorted((one for one in table.indexes if one.name not in indexes), key=_name)
        statements += [_said(CreateIndex(one), connection) for one in new]
    return statements


def _name(index: Any) -> str:
    return str(index.name)


def _said(element: Any, connection: Connection) -> str:
    lines = str(element.compile(dialect=connection.dialect)).strip().splitlines()
    return "\n".join(_short(line.rstrip().replace("\t", "    ")) for line in lines)


def _short(line: str) -> str:
    """Break the one sort of line that grows too long: a key into a table of a long name."""
    return line.replace(" REFERENCES", "\n        REFERENCES") if len(line) > LONGEST else line


def _page(statements: list[str]) -> str:
    steps = "\n".join(f'    """\n{_indented(one)}\n    """,' for one in statements)
    return (
        f'"""{PURPOSE}"""\n\nfrom alembic import op\n\nrevision = "{STEP}"\n'
        f'down_revision = "{BEFORE}"\n\nSTEPS = (\n{steps}\n)\n\n\n'
        'def upgrade() -> None:\n    """Make the tables and columns."""\n'
        "    for step in STEPS:\n        op.execute(step)\n"
    )


def _indented(statement: str) -> str:
    return "\n".join(f"    {line}" for line in statement.splitlines())


if __name__ == "__main__":
    main()
