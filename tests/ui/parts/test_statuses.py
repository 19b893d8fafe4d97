"""What an action and a risk level look like, and how they are read out."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.ids import ActionId, AgencyId, CaseId
from psg_desktop.ui.parts.statuses import action_status, dated, risk_status, span
from psg_desktop.ui.widgets.chips import Status

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)
AGREED = Action(
    id=ActionId(uuid4()),
    case=CaseId(uuid4()),
    what="Fit a gate",
    state=ActionState.AGREED,
    owner=AgencyId(uuid4()),
    officer="P. Reedcutter",
    due=TODAY,
)


@pytest.mark.parametrize(
    ("days", "status"),
    [
        (-3, Status("red", "Overdue 3 days")),
        (-1, Status("red", "Overdue 1 day")),
        (0, Status("amber", "Agreed, due today")),
        (7, Status("amber", "Agreed, due in 7 days")),
        (8, Status("green", "Agreed")),
    ],
)
def test_that_an_open_action_says_how_near_it_is(days: int, status: Status) -> None:
    assert action_status(replace(AGREED, due=TODAY + days * DAY), TODAY) == status


def test_that_a_finished_action_says_whether_it_was_late() -> None:
    done = AGREED.complete(TODAY, "Done.")
    late = AGREED.complete(TODAY + DAY, "Done.")
    assert action_status(done, TODAY) == Status("done", "Completed")
    assert action_status(late, TODAY) == Status("done", "Completed late")
    assert action_status(AGREED.cancel(TODAY, "No."), TODAY) == Status("none", "Cancelled")


def test_that_no_risk_level_is_not_a_low_one() -> None:
    assert risk_status(RiskLevel.HIGH, " risk").spoken == "High risk, red"
    assert risk_status(None, " risk") == Status("none", "Not assessed")


def test_that_dates_and_spans_are_in_words() -> None:
    assert dated(TODAY + 12 * DAY, TODAY) == "Thu 3 Dec 2026, in 12 days"
    assert dated(None, TODAY) == "no date set"
    assert span(TODAY, TODAY + DAY) == "from Sat 21 Nov 2026 to Sun 22 Nov 2026"
    assert span(None, None) == ""
