"""Saving a case against a bare transaction that writes the same rows: goal at most 3 times.

The same rows are those of the case, its search entry with both indexes, the batch and the audit
entry, written through the driver on a connection with the same settings.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from statistics import median

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case
from tests.bench.caseloads import filled
from tests.bench.measuring import Figure, peak_mb, seconds

GOAL = 3.0
TURNS = 60
NAMED = "SELECT * FROM {} ORDER BY rowid DESC LIMIT 1"


def figures() -> list[Figure]:
    """Amend title and problem of one case again and again, ours and bare in turn."""
    with filled(2_000) as office:
        with office.reading() as unit:
            case = unit.cases.all()[0]
        ours, bare = _ours(office, case), _bare(office, case)
        pairs = [(seconds(ours), seconds(bare)) for _ in range(TURNS)]
        return [
            Figure(
                name="saving a case",
                ours=median(pair[0] for pair in pairs),
                yardstick="bare transaction, same rows",
                bare=median(pair[1] for pair in pairs),
                goal=GOAL,
                peak_mb=peak_mb(),
            )
        ]


def _ours(office: Office, case: Case) -> Callable[[], None]:
    turns = count()

    def save() -> None:
        turn = next(turns)
        cases.amend(
            office, replace(case, title=f"Noise {turn}", problem=f"Noise, heard {turn} times.")
        )

    return save


def _bare(office: Office, case: Case) -> Callable[[], None]:
    """Say the statements that ours says, with the values ours worked out once."""
    cases.amend(office, replace(case, title="Noise", problem="Noise, heard before."))
    engine = office.desk.vault.engine
    with engine.connect() as connection:
        rows = {
            table: dict(connection.exec_driver_sql(NAMED.format(table)).mappings().one())
            for table in ("batches", "audit", "search_entries")
        }
        del rows["batches"]["sequence"]
        where = "SELECT * FROM cases WHERE id = ?"
        rows["cases"] = dict(connection.exec_driver_sql(where, (str(case.id),)).mappings().one())
        number = rows["search_entries"]["id"]
        bodies = {
            table: connection.exec_driver_sql(
                f"SELECT body FROM {table} WHERE rowid = {number}"  # noqa: S608 - fixed names
            ).scalar_one()
            for table in ("search_names", "search_texts")
        }
    turns = count(1)

    def save() -> None:
        turn = next(turns)
        driver = engine.raw_connection()
        say = driver.cursor().execute
        say("PRAGMA query_only=OFF")
        say("BEGIN IMMEDIATE")
        fields = ", ".join(f'"{name}" = :{name}' for name in rows["cases"])
        say(f"UPDATE cases SET {fields} WHERE id = :id", rows["cases"])  # noqa: S608 - fixed
        ((number,),) = say(
            "SELECT id FROM search_entries WHERE record = ?", (str(case.id),)
        ).fetchall()
        for table, body in bodies.items():
            say(f"DELETE FROM {table} WHERE rowid = ?", (number,))  # noqa: S608 - fixed names
            say(f"INSERT INTO {table} (rowid, body) VALUES (?, ?)", (number, f"{body} {turn}"))  # noqa: S608 - fixed names
        say("DELETE FROM search_entries WHERE id = ?", (number,))
        _insert(say, "search_entries", rows["search_entries"] | {"id": number})
        _insert(say, "batches", rows["batches"] | {"id": str(office.new_id())})
        last = say("SELECT max(sequence) FROM audit").fetchone()[0]
        batch = say("SELECT id FROM batches ORDER BY rowid DESC LIMIT 1").fetchone()[0]
        _insert(say, "audit", rows["audit"] | {"sequence": last + 1, "batch": batch})
        say("COMMIT")
        driver.close()

    return save


def _insert(say: Callable[..., object], table: str, row: dict[str, object]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join(f":{name}" for name in row)
    say(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)  # noqa: S608 - fixed names
