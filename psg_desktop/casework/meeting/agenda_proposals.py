"""What is due at a meeting: standing items, referrals, reviews by risk, places, projects, asks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from psg_desktop.casework.caseload.closing import waiting_proposals
from psg_desktop.casework.meeting import meetings as meetings_work
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import (
    STANDING_KINDS,
    AgendaItem,
    ItemKind,
    ItemState,
    by_risk,
    weight,
)
from psg_desktop.domain.cases import CaseKind, CaseState
from psg_desktop.domain.ids import AgendaItemId, CaseId
from psg_desktop.domain.lists import CaseRow
from psg_desktop.domain.meetings import Meeting, MeetingGroup
from psg_desktop.store.queries import agenda_lines, meetings, register
from psg_desktop.store.units import Unit

_KINDS = {
    CaseKind.PERSON: ItemKind.REVIEW,
    CaseKind.PLACE: ItemKind.PLACE,
    CaseKind.PROJECT: ItemKind.PROJECT,
}
# What the groups above the PSG deal with; their own business is added by hand.
_ABOVE = (
    ItemKind.APOLOGIES,
    ItemKind.LAST_MINUTES,
    ItemKind.MATTERS_ARISING,
    ItemKind.ESCALATION,
    ItemKind.OTHER_BUSINESS,
    ItemKind.NEXT_DATE,
)
# What is put on the next agenda as long as it waits for a decision.
_BY_ITSELF = frozenset(
    {ItemKind.NEW_REFERRAL, ItemKind.CLOSURE, ItemKind.ESCALATION, ItemKind.INTERVENTION}
)
# The case and what else an item points at, and what the group is asked.
_Pointer = tuple[CaseId | None, UUID | None, str]


def due_items(office: Office, unit: Unit, meeting: Meeting) -> Iterator[AgendaItem]:
    """Give an item for everything that is due at a meeting, in the order of the papers.

    The PSG deals with referrals, cases, proposed closures and interventions; the groups above it
    with what was escalated to them.
    """
    due = sorted(meetings.cases_due(unit.reading, meeting.on, office.today()), key=_most_pressing)
    psg = meeting.group is MeetingGroup.PSG
    to_close = {one.case: one.summary for one in waiting_proposals(unit)} if psg else {}
    found: dict[ItemKind, list[_Pointer]] = {kind: [(None, None, "")] for kind in STANDING_KINDS}
    for row in due:
        escalated = row.state is CaseState.ESCALATED
        usual = ItemKind.ESCALATION if escalated else _KINDS[row.kind]
        kind = ItemKind.CLOSURE if row.id in to_close else usual
        ask = to_close.get(row.id) or (_escalated_with(unit, row.id) if escalated else "")
        found.setdefault(kind, []).append((row.id, None, ask))
    if psg:
        known = {row.id for row in due}
        others = [(case, None, ask) for case, ask in to_close.items() if case not in known]
        found.setdefault(ItemKind.CLOSURE, []).extend(others)
        undecided = agenda_lines.undecided_referrals(unit.reading)
        found[ItemKind.NEW_REFERRAL] = [(None, referral, "") for referral in undecided]
        found[ItemKind.INTERVENTION] = _clocks(unit, meeting, known | set(to_close))
    wanted = {kind: found.get(kind, []) for kind in (ItemKind if psg else _ABOVE)}
    for kind, pointers in wanted.items():
        for case, about, ask in pointers:
            id_ = AgendaItemId(office.new_id())
            yield AgendaItem(id=id_, meeting=meeting.id, kind=kind, case=case, about=about, ask=ask)
    on = {case for pointers in wanted.values() for case, _about, _ask in pointers}
    for one in _left_over(unit, meeting):
        if one.case is None or one.case not in on:
            yield replace(one, id=AgendaItemId(office.new_id()), meeting=meeting.id)


def _escalated_with(unit: Unit, case: CaseId) -> str:
    """Give what was asked of the higher group when a case was escalated."""
    asked = unit.cases.get(case).escalations
    return asked[-1].ask if asked else ""


def _left_over(unit: Unit, meeting: Meeting) -> Iterator[AgendaItem]:
    """Give what the group's last meeting put off or did not reach, as it would be asked now.

    Referrals, closures, escalated cases and interventions come by themselves while they wait.
    """
    last = meetings_work.before(unit, meeting)
    for one in meetings.items(unit.reading, last.id) if last else ():
        known = (one.case or one.about) and one.kind in _BY_ITSELF
        closed = one.case is not None and unit.cases.get(one.case).closed
        standing = one.kind in STANDING_KINDS and not one.title.strip()
        if one.state is not ItemState.DONE and not (known or closed or standing):
            yield replace(one, state=ItemState.TO_COME, decision="", actions=(), review=None)


def weights(unit: Unit, items: Sequence[AgendaItem]) -> list[int]:
    """Give how long each item takes beside the others, by kind and by the risk of its case."""
    risks = agenda_lines.risks(unit.reading, {one.case for one in items if one.case})
    return [
        weight(one.kind, risks.get(one.case) if one.case else None, of_case=one.case is not None)
        for one in items
    ]


def _clocks(unit: Unit, meeting: Meeting, on_agenda: set[CaseId]) -> list[_Pointer]:
    """Give each intervention with a date to come once, unless its case is dealt with anyway."""
    lines = register.clock_lines(unit.reading, meeting.on)
    return list(
        dict.fromkeys(
            (line.case, line.intervention, "") for line in lines if line.case not in on_agenda
        )
    )


def _most_pressing(row: CaseRow) -> tuple[int, date, str]:
    return by_risk(row.risk), row.review_due or date.max, row.reference
