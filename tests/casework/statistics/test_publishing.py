"""Statistics published from a real vault: quarter after quarter, corrected, deleted, withdrawn."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import ledger, publishing
from psg_desktop.casework.statistics.ledger import LedgerDamaged
from psg_desktop.casework.statistics.publishing import Plan
from psg_desktop.casework.statistics.publishing_files import write_release
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.refusals import Refused
from tests.casework.statistics.sixty_cases import period, sixty_cases


@pytest.fixture
def office() -> Iterator[Office]:
    """A vault of sixty cases opened over the last year and a half."""
    with sixty_cases() as office:
        yield office


def numbers(planned: Plan) -> dict[object, int | None]:
    """Give what every cell of a plan shows."""
    return {
        cell: shown.number
        for one in planned.tables
        for cells, row in zip(one.table.cells, one.shown, strict=True)
        for cell, shown in zip(cells, row, strict=True)
    }


def test_that_what_was_published_once_is_published_again_as_it_was(office: Office) -> None:
    first = publishing.plan(office, period("2025Q4"))
    assert not first.published
    assert any(number is not None for number in numbers(first).values())
    release = publishing.publish(office, first)
    assert release.certificate.digest == first.entry.digest
    with office.working(Act.AMEND_CASE) as unit:
        case = unit.cases.all()[0]
        unit.cases.put(replace(case, opened=date(2025, 1, 2), risk=RiskLevel.HIGH))
    again = publishing.plan(office, period("2025Q4"))
    assert again.published
    assert numbers(again) == numbers(first)
    publishing.publish(office, again)
    assert [one.period.code for one in publishing.releases(office)] == ["2025Q4"]


def test_that_the_next_quarter_shows_the_last_one_as_people_hold_it(office: Office) -> None:
    first = publishing.plan(office, period("2025Q4"))
    publishing.publish(office, first)
    with office.working(Act.AMEND_CASE) as unit:
        unit.cases.put_all(replace(one, risk=RiskLevel.HIGH) for one in unit.cases.all())
    second = publishing.plan(office, period("2026Q1"))
    before, after = numbers(first), numbers(second)
    shared = before.keys() & after.keys()
    assert len(shared) > 100
    assert {one: after[one] for one in shared} == {one: before[one] for one in shared}
    assert second.entry.earlier == 1


def test_that_two_plans_made_of_one_ledger_are_not_both_published(office: Office) -> None:
    first = publishing.plan(office, period("2025Q4"))
    other = publishing.plan(office, period("2025Q3"))
    publishing.publish(office, first)
    with pytest.raises(Refused):
        publishing.publish(office, other)


def test_that_a_withdrawn_release_is_told_and_counts_further(office: Office) -> None:
    first = publishing.plan(office, period("2025Q4"))
    publishing.publish(office, first)
    publishing.withdraw(office, first.entry.id, "The areas were wrong.")
    latest = publishing.releases(office)[0]
    assert (latest.withdrawn_on, latest.withdrawn_because) == (
        office.today(),
        "The areas were wrong.",
    )
    with pytest.raises(Refused):
        publishing.withdraw(office, first.entry.id, "Twice.")
    once_more = publishing.plan(office, period("2025Q4"))
    assert not once_more.published
    assert numbers(once_more) == numbers(first)
    assert once_more.entry.earlier == 1


def test_that_the_files_of_a_release_are_written_together(office: Office, tmp_path: Path) -> None:
    release = publishing.publish(office, publishing.plan(office, period("2025Q4")))
    paths = write_release(office, release, tmp_path)
    assert {path.suffix for path in paths} == {".xlsx", ".ods", ".csv", ".json", ".pdf", ".docx"}


def test_that_a_period_that_is_not_over_is_refused(office: Office) -> None:
    with pytest.raises(Refused):
        publishing.plan(office, period("2026Q4"))


def test_that_the_ledger_holds_no_identifier_of_a_record(office: Office) -> None:
    publishing.publish(office, publishing.plan(office, period("2025Q4")))
    names = {one for found in ledger.read(office).frozen.values() for one in found}
    assert names
    with office.reading() as unit:
        assert not names & {str(one.id) for one in unit.cases.all()}


def test_that_an_altered_ledger_stops_everything(office: Office) -> None:
    publishing.publish(office, publishing.plan(office, period("2025Q4")))
    with office.working(Act.PUBLISH_STATISTICS) as unit:
        unit.reading.connection.execute(text("update statistics set content = content || ' '"))
    with pytest.raises(LedgerDamaged):
        publishing.plan(office, period("2026Q2"))
    with pytest.raises(LedgerDamaged):
        publishing.releases(office)
