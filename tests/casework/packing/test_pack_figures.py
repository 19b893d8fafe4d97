"""The figures of a pack count what its pages print, and what is overdue is as at their day."""

from datetime import date, timedelta

import pytest

from psg_desktop.casework.caseload import actions, cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import ActionFilter, ActionView
from psg_desktop.domain.packs import PackContents
from tests.builders import TODAY, a_closure, an_action
from tests.casework.caseload.test_cases import desk_agency, opened

MEETING = TODAY + timedelta(days=12)


def made(office: Office, chosen: list[CaseId]) -> PackContents:
    proposal = packs.propose_pack(office, MEETING, chosen)
    proposal = packs.accept_as_proposed(office, proposal)
    return packs.approve_pack(office, proposal).pack.contents


def figures(pack: PackContents) -> dict[str, str]:
    return {line.label: line.figure for line in pack.glance}


def test_that_every_figure_can_be_counted_on_the_pages(desk: Office) -> None:
    chosen = [opened(desk, opened=date(2026, 5 + month, 3)) for month in range(5)]
    for case, due in zip(chosen[1:], (-9, -1, 3), strict=False):
        action = an_action(case=case.id, owner=desk_agency(desk), due=TODAY + timedelta(days=due))
        actions.add(desk, action)
    cases.close(desk, chosen[0].id, a_closure())
    pack = made(desk, [case.id for case in chosen])
    assert figures(pack) == {
        "Cases in this pack": str(len(pack.entries)),
        "Open cases": "4",
        "Closed cases": "1",
        "Opened since the start of September 2026": str(
            sum(one.opened in {"September 2026", "October 2026", "November 2026"}
                for one in pack.entries)
        ),
        "Open actions": str(sum(len(agency.actions) for agency in pack.actions)),
        "Overdue actions": "2",
    }  # fmt: skip


def test_that_cases_left_out_change_no_figure(desk: Office) -> None:
    shown = opened(desk)
    before = figures(made(desk, [shown.id]))
    hidden = opened(desk)
    actions.add(desk, an_action(case=hidden.id, owner=desk_agency(desk), due=date(2026, 1, 1)))
    assert figures(made(desk, [shown.id])) == before


@pytest.mark.parametrize("days", [-1, 0, 1, 11])
def test_that_the_window_and_the_pack_agree_on_what_is_overdue(desk: Office, days: int) -> None:
    case = opened(desk)
    actions.add(
        desk, an_action(case=case.id, owner=desk_agency(desk), due=TODAY + timedelta(days=days))
    )
    (row,) = actions.listed(desk, ActionFilter(view=ActionView.ALL), slice(0, None)).rows
    pack = made(desk, [case.id])
    (action,) = pack.actions[0].actions
    assert (action.overdue, action.state == "Overdue") == (row.overdue, row.overdue)
    assert pack.as_at == desk.today()
