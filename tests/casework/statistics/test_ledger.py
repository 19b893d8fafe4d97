"""The ledger of a vault: what it holds reads back, and nothing from outside passes for it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import correcting, ledger, publishing
from psg_desktop.casework.statistics.ledger import FOREIGN, LedgerDamaged
from psg_desktop.casework.statistics.publishing import Plan
from psg_desktop.casework.vault import upkeep, vaults
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.ids import BatchId
from psg_desktop.domain.plain import Plain
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.domain.statistics.periods import quarter_period, read_period
from psg_desktop.domain.statistics.published import StatisticsId
from psg_desktop.store import migrations, trail
from psg_desktop.store.shelves import STATISTICS, plain_of
from psg_desktop.store.trail import Mark, Step
from tests.casework.statistics.entries import an_entry, put_entry
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.papers.statistics.made_up import SUMMER, by_ward
from tests.store.test_migrations import KEPT

SAID = "The tables by area were exchanged."
VERBS: dict[str, Callable[[Office, LedgerEntry], object]] = {
    "plan": lambda office, _entry: publishing.plan(office, quarter_period(SUMMER)),
    "publish": lambda office, entry: publishing.publish(office, _planned(office, entry)),
    "withdraw": lambda office, entry: publishing.withdraw(
        office, entry.id, "The areas were wrong."
    ),
    "correct": lambda office, entry: correcting.correct(office, entry.id, SAID),
    "releases": lambda office, _entry: publishing.releases(office),
    "corrections": lambda office, _entry: correcting.corrections(office),
}


def _planned(office: Office, entry: LedgerEntry) -> Plan:
    new = replace(entry, id=StatisticsId(office.new_id()), period="2026Q1", earlier=1)
    return Plan(entry=new, tables=(by_ward(120, 60, 25, 40),), published=False)


def run(office: Office, said: str, **values: object) -> None:
    """Write to the vault behind the back of every verb."""
    with office.desk.vault.engine.begin() as connection:
        connection.execute(text(said), values)


def copied(office: Office, entry: LedgerEntry) -> None:
    """Put a row in as it stood in another vault."""
    insert(office, STATISTICS.to_row(plain_of(entry)))


def insert(office: Office, row: Plain) -> None:
    """Put a row into the table of releases."""
    names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
    run(office, f"insert into statistics ({names}) values ({places})", **row)  # noqa: S608 - names of columns


@pytest.mark.parametrize("verb", VERBS)
def test_that_a_row_of_another_vault_is_refused_by_every_verb(desk: Office, verb: str) -> None:
    own = put_entry(desk, "2026Q2")
    copied(desk, an_entry(desk, "2026Q1"))
    with pytest.raises(LedgerDamaged) as refused:
        VERBS[verb](desk, own)
    assert str(refused.value) == FOREIGN


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    "damage",
    [
        "update statistics set content = content || ' '",
        "update statistics set demand = '[]'",
        "update statistics set about = 'opened'",
        "update statistics set period = '2026Q1'",
        "update statistics set withdrawn_on = '2026-11-20', withdrawn_because = 'x'",
        "delete from statistics",
    ],
)
def test_that_an_altered_or_missing_row_is_refused_by_every_verb(
    desk: Office, verb: str, damage: str
) -> None:
    own = put_entry(desk, "2026Q2")
    run(desk, damage)
    with pytest.raises(LedgerDamaged):
        VERBS[verb](desk, own)


def test_that_a_row_that_says_it_was_published_here_breaks_the_trail(desk: Office) -> None:
    put_entry(desk, "2026Q2")
    # Its entry of the trail copied as well: the chain of the trail tells.
    run(
        desk,
        'insert into audit select sequence + 1000, at, who, batch, act, kind, :id, "case",'
        " created, removed, changes, digest from audit where kind = 'statistics'",
        id="another",
    )
    assert not upkeep.check_trail(desk).sound


def test_that_a_correction_put_in_from_outside_is_refused(desk: Office) -> None:
    own = put_entry(desk, "2026Q2")
    correcting.correct(desk, own.id, SAID)
    run(desk, "update statistics_corrections set text = 'Wilf Marrowby was left out.'")
    with pytest.raises(LedgerDamaged):
        correcting.corrections(desk)


def test_that_an_entry_about_the_boards_tables_alone_has_the_digest_it_always_had() -> None:
    # Worked out by the program as it was before there was anything else to be about.
    before = "4ada1f9efefa57f6a03c0ee4e157030f08885632d1b92843668e2e89f5f899b7"
    assert ledger.digest("[]", "[]") == before
    told = {ledger.digest("a", "b"), ledger.digest("a", "b", "c"), ledger.digest("a", "b", "", "c")}
    assert len(told | {ledger.digest("a", "bc"), ledger.digest("ab", "", "c")}) == 5


def test_that_what_was_published_before_there_were_newer_fields_reads_back(desk: Office) -> None:
    put_entry(desk, "2026Q2")
    # The trail of then says nothing of them.
    run(
        desk,
        "update audit set changes = json_remove(changes, '$.about', '$.demand')"
        " where kind = 'statistics'",
    )
    (found,) = publishing.releases(desk)
    assert (found.period, found.about) == (read_period("2026Q2"), "")


def test_that_a_release_published_under_the_schema_before_stands_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Path(shutil.copytree(KEPT / "schema-0004.psgstore", tmp_path / "old.psgstore"))
    monkeypatch.setattr(migrations, "HEAD", "0004")
    office = vaults.unlock(place, PASSPHRASE, FixedClock())
    entry = an_entry(office, "2026Q2")
    old = {name: part for name, part in plain_of(entry).items() if name not in {"about", "demand"}}
    _publish_as_then(office, old)
    office.close()
    monkeypatch.undo()
    office = vaults.unlock(place, PASSPHRASE, FixedClock())
    try:
        (found,) = publishing.releases(office)
        assert ledger.read(office).entries == (entry,)
        assert (found.certificate.digest, found.about, found.cohorts) == (entry.digest, "", ())
        assert upkeep.check_trail(office).sound
        publishing.withdraw(office, entry.id, "Areas were wrong.")
        assert publishing.releases(office)[0].withdrawn_on == office.today()
    finally:
        office.close()


def _publish_as_then(office: Office, plain: Plain) -> None:
    """Put a release and its entry of the trail into the tables as they were."""
    step = Step(kind=RecordKind.STATISTICS, record=plain["id"], case=None, before=None, after=plain)
    mark = Mark(
        batch=BatchId(office.new_id()), act=Act.PUBLISH_STATISTICS, who=office.who, at=office.now()
    )
    insert(office, plain)
    with office.desk.vault.engine.begin() as connection:
        trail.write(connection, mark, [step])
