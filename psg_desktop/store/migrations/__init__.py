"""Schema versions: Alembic steps with frozen SQL, run by the program itself.

A step never imports today's tables: history must not change when the present does.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, text

from psg_desktop.faults import NewerVault

HEAD = "0005"


def lay_out(engine: Engine) -> None:
    """Make every table in a new, empty store."""
    _upgrade(engine)


def bring_up_to_date(engine: Engine) -> bool:
    """Upgrade an older store in one transaction; say whether anything had to be done.

    Raises:
        NewerVault: The store was made by a later version of the program.
    """
    with engine.connect() as connection:
        found = version_of(connection)
    if found == HEAD:
        return False
    if found not in known_versions():
        raise NewerVault(
            "This vault was made by a later version of PSG Desktop. Open it with that version; "
            "nothing was changed."
        )
    _upgrade(engine)
    return True


def version_of(connection: Connection) -> str:
    """Give the schema version of a store, "" before the first step."""
    there = connection.execute(
        text("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'")
    ).scalar()
    if not there:
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def known_versions() -> frozenset[str]:
    """Give every schema version this program can upgrade from."""
    steps = (Path(__file__).parent / "versions").glob("[0-9]*.py")
    return frozenset({"", *(step.stem.split("_", maxsplit=1)[0] for step in steps)})


def _upgrade(engine: Engine) -> None:
    # Alembic takes a third of a second to import and is needed once in a vault's life or two.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent))
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
