"""Keeps a vault of today's schema for later tests: `python -m tests.tools.keep_fixture`.

It lies in `tests/store/fixtures` beside what an export of it said. Once a version of the program
went out with a schema, its fixture is history and is never made again.
"""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from psg_desktop.casework.office import Office
from psg_desktop.casework.sample import building
from psg_desktop.casework.statistics import correcting, publishing
from psg_desktop.casework.vault import exports, vaults
from psg_desktop.domain import quarters
from psg_desktop.domain.statistics.periods import quarter_period
from psg_desktop.store.migrations import HEAD
from psg_desktop.store.vault import FLOOR_COST
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE

PLACE = Path(__file__).resolve().parent.parent / "store" / "fixtures"
CASES = 10


def main() -> None:
    """Make the vault and write down what it holds."""
    vault = PLACE / f"schema-{HEAD}.psgstore"
    shutil.rmtree(vault, ignore_errors=True)
    with TemporaryDirectory() as folder:
        office = building.build(vault, FixedClock(), building.Recipe(cases=CASES, cost=FLOOR_COST))
        vaults.change_passphrase(office, building.PASSPHRASE, PASSPHRASE)
        _publish(office)
        exports.export_everything(office, Path(folder))
        office.close()
        held = {
            path.name: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            for path in sorted(Path(folder).glob("*.jsonl"))
        }
    words = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    (PLACE / f"schema-{HEAD}.json").write_text(f"{words}\n", encoding="utf-8")


def _publish(office: Office) -> None:
    """Put a release and its correction into the ledger: later versions have to read them."""
    last = quarters.shifted(quarters.quarter_of(office.today()), -1)
    release = publishing.publish(office, publishing.plan(office, quarter_period(last)))
    said = "The tables by ward were exchanged with those of the year before."
    correcting.correct(office, release.id, said)


if __name__ == "__main__":
    main()
