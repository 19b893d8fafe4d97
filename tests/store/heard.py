"""What the driver of an open vault is asked while something is read."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from psg_desktop.casework.office import Office


def queries_of(office: Office, work: Callable[[], object]) -> list[str]:
    """Give the queries *work* says, as the driver hears them, with their values."""
    pool, heard = office.desk.vault.engine.pool, []

    def listen(driver: Any, *_rest: object) -> None:
        driver.set_trace_callback(heard.append)

    event.listen(pool, "checkout", listen)
    work()
    event.remove(pool, "checkout", listen)
    with office.desk.vault.reader.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.set_trace_callback(None)
    return [statement for statement in heard if statement.startswith("SELECT")]
