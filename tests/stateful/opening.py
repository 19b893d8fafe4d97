"""Whether a list or page shows each record: what none can open is lost, though it is kept."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from psg_desktop.casework import lists
from psg_desktop.casework.assessing import demand, demand_lists, register, risk, risk_instruments
from psg_desktop.casework.assessing import intervention_kinds as kinds
from psg_desktop.casework.caseload import (
    action_templates,
    actions,
    closing,
    problem_analyses,
    projects,
)
from psg_desktop.casework.information_law import disposals, information, retention
from psg_desktop.casework.meeting import action_sheets, agendas, attendance, meetings
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.parties import agencies, merging, people, places, premises
from psg_desktop.casework.partnership import settings
from psg_desktop.casework.referring import referral_lists, referrals
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.intervention_lists import RegisterFilter, RegisterOrder, RegisterView
from psg_desktop.domain.lists import ActionFilter, ActionView, CaseFilter, CaseView
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.referral_lists import ReferralFilter, ReferralView
from tests.stateful import opening_boards
from tests.stateful.world import World

ALL = slice(0, None)
Lists = Callable[[Office], Iterable[Any]]


def _cases(office: Office) -> list[UUID]:
    asked = CaseFilter(view=CaseView.ALL)
    return [row.id for row in lists.cases(office, asked, CaseOrder(), ALL).rows]


def _of_cases(read: Callable[[Office, Any], Iterable[Any]]) -> Lists:
    """Read what belongs to a case from the page of each case that the list shows."""
    return lambda office: [one for case in _cases(office) for one in read(office, case)]


def _of_meetings(read: Callable[[Office, Any], Iterable[Any]]) -> Lists:
    return lambda office: [one for line in _meetings(office) for one in read(office, line.id)]


def _meetings(office: Office) -> list[Any]:
    return [
        line.meeting for group in MeetingGroup for line in meetings.calendar(office, group)
    ]  # fmt: skip


def _merges(office: Office) -> list[Any]:
    parties = [*people.listed(office, "", ALL).rows, *places.listed(office, "", ALL).rows]
    return [one for party in parties for one in merging.merges_of(office, party.id)]


def _of_places(read: Callable[[Office, Any], Iterable[Any]]) -> Lists:
    return lambda office: [
        one for place in places.listed(office, "", ALL).rows for one in read(office, place.id)
    ]


def _interventions(office: Office) -> Iterable[Any]:
    asked = RegisterFilter(view=RegisterView.ALL)
    listed = register.listed(office, asked, RegisterOrder(), ALL).rows
    of_cases = [
        one.intervention for case in _cases(office) for one in register.of_case(office, case)
    ]
    assert {one.id for one in listed} == {one.id for one in of_cases}
    return listed


def _stays(office: Office) -> list[Any]:
    return [one.stay for one in retention.due(office) if one.stay is not None]


LISTS: dict[RecordKind, Lists] = opening_boards.LISTS | {
    RecordKind.AGENCY: agencies.listed,
    RecordKind.PERSON: lambda office: people.listed(office, "", ALL).rows,
    RecordKind.PLACE: lambda office: places.listed(office, "", ALL).rows,
    RecordKind.PROJECT: lambda office: projects.listed(office, "", ALL).rows,
    RecordKind.PLACE_TIE: _of_places(
        lambda office, place: [row.tie for row in premises.people_of(office, place)]
    ),
    RecordKind.PRIORITY_STATUS: _of_places(premises.priorities_of),
    RecordKind.MERGE: _merges,
    RecordKind.CASE: _cases,
    RecordKind.INVOLVEMENT: _of_cases(
        lambda office, case: [
            row.involvement for row in lists.case_page(office, case).involvements if row.label
        ]
    ),
    RecordKind.CASE_LINK: _of_cases(
        lambda office, case: [one.link for one in lists.case_page(office, case).links]
    ),
    RecordKind.ACTION: lambda office: (
        actions.listed(office, ActionFilter(view=ActionView.ALL), ALL).rows
    ),
    RecordKind.REVIEW: _of_cases(lambda office, case: lists.case_page(office, case).reviews),
    RecordKind.NOTE: _of_cases(lambda office, case: lists.case_page(office, case).notes),
    RecordKind.FOCUS_AREA: settings.focus_areas,
    RecordKind.CLOSURE_REASON: settings.closure_reasons,
    RecordKind.REVIEW_INTERVAL: settings.review_intervals,
    RecordKind.PARTNERSHIP: lambda office: [office.partnership()],
    RecordKind.RELEASE: packs.releases,
    RecordKind.RISK_INSTRUMENT: risk_instruments.every,
    RecordKind.RISK_ASSESSMENT: _of_cases(risk.assessments),
    RecordKind.PROBLEM_ANALYSIS: _of_cases(problem_analyses.of_case),
    RecordKind.ACTION_TEMPLATE: action_templates.listed,
    RecordKind.REFERRAL: lambda office: (
        referral_lists.listed(office, ReferralFilter(view=ReferralView.ALL), ALL).rows
    ),
    RecordKind.THRESHOLD_LIMB: referrals.all_limbs,
    RecordKind.MEETING: _meetings,
    RecordKind.AGENDA_ITEM: _of_meetings(
        lambda office, meeting: [line.item for line in agendas.lines(office, meeting)]
    ),
    RecordKind.ATTENDANCE: _of_meetings(attendance.listed),
    RecordKind.INTERVENTION_KIND: kinds.every,
    RecordKind.INTERVENTION: _interventions,
    RecordKind.DEMAND_MEASURE: demand_lists.measures,
    RecordKind.DEMAND_TRIGGER: demand_lists.triggers,
    RecordKind.DEMAND_COUNT: _of_cases(demand.counts),
    RecordKind.RETENTION_RULE: retention.schedule,
    RecordKind.DISPOSAL: disposals.certificates,
    RecordKind.LEGAL_BASIS: _of_cases(lambda office, case: information.of_case(office, case).bases),
    RecordKind.DISCLOSURE: _of_cases(
        lambda office, case: information.of_case(office, case).disclosures
    ),
    RecordKind.CLOSURE_PROPOSAL: _of_cases(closing.of_case),
    RecordKind.HOLD_CHECK: _of_cases(closing.hold_checks),
    RecordKind.ACTION_SHEET: lambda office: [
        one for row in agencies.listed(office) for one in action_sheets.sent(office, row.id)
    ],
}
UNLISTED = {
    RecordKind.STATISTICS: "listed by the command `releases`",
    RecordKind.STATISTICS_CORRECTION: "read with the release that is corrected",
    RecordKind.GROUP_TEXT: "seen where a pack is read, as the words of its passage",
    RecordKind.STAY: "seen at the record it keeps, while it keeps it; after that in the history",
    RecordKind.LEAVE: "listed until it is over",
    RecordKind.POLICE_MONTH: "shown added up, by ward and quarter",
    RecordKind.WARD_BOUNDARY: "shown as names to choose from, and as how many there are",
}


def every_record_is_listed(world: World) -> None:
    """See that each record stands in a list, and that no list shows what is not there."""
    held: dict[RecordKind, set[str]] = {kind: set() for kind in RecordKind}
    for kind, id_ in world.state:
        held[kind].add(id_)
    for kind, read in LISTS.items():
        if held[kind]:
            found = {str(getattr(one, "id", one)) for one in read(world.office)}
            assert found == held[kind], f"The lists of {kind} and its table differ."
    kept = {str(stay.id) for stay in _stays(world.office)}
    live = (one for one in world.all(RecordKind.STAY) if one.counts(world.today))
    assert kept <= {str(one.id) for one in live}
