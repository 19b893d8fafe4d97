"""The checks of the cases on an agenda: what the group cannot decide without."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import Case, CaseKind, CaseState
from psg_desktop.domain.ids import CaseId, ProjectId
from psg_desktop.domain.intervention_clocks import Clock
from psg_desktop.domain.lists import ActionRow
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.preflight import Check, CheckLine
from psg_desktop.store.queries import meetings, project_files, register
from psg_desktop.store.units import Unit

_PRESSING = frozenset({Clock.BREACH, Clock.REVIEW, Clock.EXPIRY})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What is known of the cases on an agenda, beside the cases themselves.

    Attributes:
        touched: Actions changed since the group's last meeting.
        quiet_from: A case whose last entry is before this day is quiet.
    """

    actions: Mapping[UUID, list[ActionRow]]
    touched: set[UUID]
    since: date | None
    entries: Mapping[UUID, date]
    quiet_from: date


def of_cases(
    unit: Unit,
    lines: tuple[AgendaLine, ...],
    day: date,
    last_met: date | None,
    quiet_after: int,
) -> Iterator[CheckLine]:
    """Give what the open cases on an agenda lack, each case once.

    Args:
        unit: A look at the vault.
        lines: The agenda.
        day: Today.
        last_met: The day of the group's last meeting, if there was one.
        quiet_after: Days without an entry until a case is quiet.
    """
    keys: dict[CaseId, AgendaLine] = {}
    for line in lines:
        if line.case is not None and line.case.state is not CaseState.CLOSED:
            keys.setdefault(line.case.id, line)
    facts = _facts(unit, set(keys), day, last_met, quiet_after)
    for id_, line in keys.items():
        case = unit.cases.get(id_)
        for check in (*_of_case(case), *_of_plan(case, facts)):
            yield _line(check, line, case)
        yield from _of_actions(line, case, facts)
    yield from _of_projects(unit, keys, day)
    for clock in register.clock_lines(unit.reading, day, keys):
        if clock.running.clock in _PRESSING:
            case = unit.cases.get(clock.case)
            yield _line(Check.INTERVENTION_DUE, keys[clock.case], case)


def _of_projects(unit: Unit, keys: Mapping[CaseId, AgendaLine], day: date) -> Iterator[CheckLine]:
    """Give the projects on the agenda that have not reported on the last quarter."""
    cases = [unit.cases.get(id_) for id_ in keys]
    held = {ProjectId(one.subject): one for one in cases if one.kind is CaseKind.PROJECT}
    files = project_files.of_projects(unit.reading, held)
    for id_, case in held.items():
        if id_ in files and files[id_].lacks_report_at(day):
            yield _line(Check.PROJECT_REPORT_MISSING, keys[case.id], case)


def _facts(
    unit: Unit, keys: set[CaseId], day: date, last_met: date | None, quiet_after: int
) -> _Facts:
    actions: dict[UUID, list[ActionRow]] = {}
    for row in meetings.live_actions_of(unit.reading, keys, day):
        actions.setdefault(row.case, []).append(row)
    ids: set[UUID] = {row.id for rows in actions.values() for row in rows}
    touched = meetings.touched_after(unit.reading, ids, last_met) if last_met else set()
    return _Facts(
        actions=actions,
        touched=touched,
        since=last_met,
        entries=meetings.last_entries(unit.reading, keys),
        quiet_from=day - timedelta(days=quiet_after),
    )


def _of_case(case: Case) -> Iterator[Check]:
    wanting = (
        (case.risk is None and case.kind is not CaseKind.PROJECT, Check.NO_RISK),
        (case.review_due is None, Check.NO_REVIEW_DATE),
        (case.lead_agency is None, Check.NO_LEAD),
        (not case.focus_areas, Check.NO_FOCUS_AREA),
        (not case.problem.strip(), Check.NO_PROBLEM),
    )
    yield from (check for wrong, check in wanting if wrong)


def _of_plan(case: Case, facts: _Facts) -> Iterator[Check]:
    rows = facts.actions.get(case.id, [])
    agreed = [row for row in rows if row.state is not ActionState.PROPOSED]
    if not agreed and case.state is CaseState.ACTIVE_PLAN:
        yield Check.NO_OPEN_ACTION
    if len(agreed) < len(rows):
        yield Check.ACTIONS_UNDECIDED
    if facts.entries.get(case.id, case.opened) < facts.quiet_from:
        yield Check.CASE_QUIET


def _of_actions(line: AgendaLine, case: Case, facts: _Facts) -> Iterator[CheckLine]:
    for row in facts.actions.get(case.id, []):
        if row.state is ActionState.PROPOSED:
            continue
        if row.overdue:
            yield _of_action(Check.ACTION_OVERDUE, line, case, row)
        elif facts.since is not None and row.id not in facts.touched:
            yield _of_action(Check.ACTION_WITHOUT_UPDATE, line, case, row)


def _of_action(check: Check, line: AgendaLine, case: Case, row: ActionRow) -> CheckLine:
    return CheckLine(
        check=check,
        label=case.reference,
        detail=row.what,
        item=line.item.id,
        case=case.id,
        action=row.id,
    )


def _line(check: Check, line: AgendaLine, case: Case) -> CheckLine:
    return CheckLine(
        check=check, label=case.reference, detail=case.title, item=line.item.id, case=case.id
    )
