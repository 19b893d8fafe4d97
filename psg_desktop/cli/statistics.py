"""The verbs that publish statistics, and that list what was published."""

import itertools
import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import alternatives, publishing, publishing_files
from psg_desktop.casework.statistics.builder import asked_for
from psg_desktop.casework.statistics.protecting import NoSafeTables
from psg_desktop.casework.statistics.publishing import Plan
from psg_desktop.cli.outcomes import Exit, say, show
from psg_desktop.cli.vaults import open_vault
from psg_desktop.clock import Clock
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.statistics.measures import MEASURES, MeasureCode
from psg_desktop.domain.statistics.periods import Period, read_period
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.faults import DiskFull, Unwritable
from psg_desktop.words import periods as period_words
from psg_desktop.words import statistics_page as page_words
from psg_desktop.words.statistics_choices import coarser, fill, instead


def statistics(typed: Namespace, clock: Clock) -> Exit:
    """Publish the statistics of a period, or say only what would be published.

    Raises:
        Refused: It is not a period, or it is not over.
        Fault: The ledger cannot be read, or a file cannot be written.
    """
    period = read_period(typed.period)
    if period is None:
        raise refuse("period", Problem.PERIOD_UNREADABLE)
    with open_vault(typed, clock) as office:
        try:
            planned = _planned(office, period, typed)
        except NoSafeTables as unsafe:
            say(str(unsafe))
            return Exit.NEEDS_DECISION
        show(_told(planned, period))
        if typed.plan:
            show(_alternatives(office, planned, typed))
            say("Nothing was published: this is the plan only.")
            return Exit.DONE
        written = _published(office, planned, typed.out)
    say(f"{len(written)} files written to {typed.out}.")
    return Exit.DONE


def releases(typed: Namespace, clock: Clock) -> Exit:
    """List every release of statistics, the latest first."""
    with open_vault(typed, clock) as office:
        found = publishing.releases(office)
    if typed.json:
        show([json.dumps([_plain(one) for one in found], ensure_ascii=False)])
    else:
        show(_line(one) for one in found)
        if not found:
            say("No statistics were published from this vault.")
    return Exit.DONE


def _published(office: Office, planned: Plan, out: Path) -> tuple[Path, ...]:
    """Put a release into the ledger and write its files; a fault says how far it came.

    The ledger comes first: files that nobody knows of could not be reckoned with any more, while a
    release without its files is written again by the same command.
    """
    try:
        publishing_files.make_folder(out)
    except Unwritable as fault:
        raise Unwritable(f"{page_words.NOTHING_PUBLISHED} {fault}") from None
    release = publishing.publish(office, planned)
    try:
        return publishing_files.write_release(office, release, out)
    except (DiskFull, Unwritable) as fault:
        said = f"{page_words.FILES_MISSING} {fault} The same command writes them."
        raise type(fault)(said) from fault


def _planned(office: Office, period: Period, typed: Namespace) -> Plan:
    if typed.table is None:
        if typed.by:
            raise refuse("breakdowns", Problem.BREAKDOWN_WITHOUT_TABLE)
        return publishing.plan(office, period)
    _say_choices(typed.table, typed.by)
    return publishing.plan_table(office, asked_for(typed.table, typed.by, period))


def _say_choices(measure: str, by: Sequence[str]) -> None:
    """List what there is to choose from where something else was typed; the refusal follows."""
    if measure not in set(MeasureCode):
        say(f"Measures: {', '.join(MeasureCode)}.")
        return
    allowed = MEASURES[MeasureCode(measure)].breakdowns
    if any(one not in set(allowed) for one in by):
        say(f"Breakdowns of {measure}: {', '.join(allowed)}.")


def _alternatives(office: Office, planned: Plan, typed: Namespace) -> list[str]:
    """Say what else would tell more than a table that somebody asked for."""
    if typed.table is None or planned.published:
        return []
    found = alternatives.search(office, asked_for(typed.table, typed.by, planned.release.period))
    better = [one for one in itertools.takewhile(lambda one: one.changes, found) if one.plan]
    said = [f"  {instead(one.changes)}: {fill(one.withheld, one.numbers)}" for one in better]
    return ["These would tell more:", *said] if said else ["Nothing was found that tells more."]


def _told(planned: Plan, period: Period) -> list[str]:
    numbers = sum(len(row) for one in planned.tables for row in one.shown)
    withheld = sum(one.withheld for one in planned.tables)
    name, tables, seen = period_words.period(period), len(planned.tables), numbers - withheld
    said = [f"{name}: {tables} tables, {seen:,} of {numbers:,} numbers shown."]
    held = sum(cell in planned.held for one in planned.tables for cell in one.table.every_cell)
    if held:
        what = "1 number of 10 or more is" if held == 1 else f"{held:,} numbers of 10 or more are"
        said.append(f"{what} withheld, so that others stay safe.")
    # Of a table that shows nothing either way, coarser does not show more.
    shown = [one for one in planned.coarser if one.chosen.withheld < one.chosen.numbers]
    said += [coarser(one.title, one.finest, one.chosen) for one in shown]
    if planned.left_out:
        said.append("Left out, because earlier releases would give too much of them away:")
        said += [f"  {title}" for title in planned.left_out]
    if planned.published:
        said.append("This period was published before; its numbers stand as they were.")
    return said


def _line(release: StatisticsRelease) -> str:
    ended = f", withdrawn on {release.withdrawn_on.isoformat()}" if release.withdrawn_on else ""
    on = release.published_at.date().isoformat()
    return f"{release.period.code}  published on {on}, {len(release.tables)} tables{ended}"


def _plain(release: StatisticsRelease) -> dict[str, object]:
    return {
        "id": str(release.id),
        "period": release.period.code,
        "published_at": release.published_at.isoformat(),
        "data_on": release.data_on.isoformat(),
        "tables": len(release.tables),
        "digest": release.certificate.digest,
        "withdrawn_on": release.withdrawn_on.isoformat() if release.withdrawn_on else None,
        "withdrawn_because": release.withdrawn_because or None,
    }
