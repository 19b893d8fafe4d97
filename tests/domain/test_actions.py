"""Actions: none is agreed without owner, officer and date, and overdue is never typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import TODAY, an_action


@pytest.mark.parametrize("missing", [{"owner": None}, {"officer": " "}, {"due": None}])
def test_that_an_agreed_action_without_owner_officer_or_date_cannot_exist(
    missing: dict[str, object],
) -> None:
    with pytest.raises(Refused):
        an_action(**missing)


def test_that_a_proposed_action_names_all_that_it_lacks_when_it_is_agreed() -> None:
    proposed = an_action(state=ActionState.PROPOSED, owner=None, officer="", due=None)
    with pytest.raises(Refused) as refusal:
        proposed.agree(TODAY)
    assert {one.problem for one in refusal.value.problems} == {
        Problem.OWNER_MISSING,
        Problem.OFFICER_MISSING,
        Problem.DUE_MISSING,
    }


def test_that_an_action_is_overdue_from_the_day_after_it_is_due() -> None:
    action = an_action(due=TODAY)
    assert not action.overdue_on(TODAY)
    assert action.overdue_on(TODAY + timedelta(days=1))
    assert not action.complete(TODAY, "Done").overdue_on(TODAY + timedelta(days=9))


def test_that_an_action_done_after_its_date_is_late() -> None:
    assert an_action(due=date(2026, 11, 1)).complete(TODAY, "Visited").late
    assert not an_action(due=TODAY).complete(TODAY, "Visited").late


def test_that_an_action_ends_only_with_its_outcome() -> None:
    for end in (Action.complete, Action.give_up, Action.cancel):
        with pytest.raises(Refused):
            end(an_action(), TODAY, "  ")


def test_that_a_finished_action_can_be_taken_up_again_and_nothing_else() -> None:
    done = an_action().complete(TODAY, "Visited")
    with pytest.raises(Refused):
        done.start()
    assert done.reopen().state is ActionState.AGREED


moves = st.lists(
    st.sampled_from(["agree", "start", "complete", "give_up", "cancel", "reopen"]), max_size=15
)


@given(moves)
def test_that_any_sequence_of_permitted_moves_keeps_owner_and_date(names: list[str]) -> None:
    action = an_action(state=ActionState.PROPOSED)
    for name in names:
        try:
            action = _moved(action, name)
        except Refused:
            continue
        if action.state is not ActionState.PROPOSED:
            assert action.owner is not None
            assert action.officer
            assert action.due is not None
        assert action.open == (action.state in {ActionState.AGREED, ActionState.IN_PROGRESS})
        assert (action.ended is not None) == (
            action.state in {ActionState.COMPLETED, ActionState.NOT_ACHIEVED, ActionState.CANCELLED}
        )


def _moved(action: Action, name: str) -> Action:
    match name:
        case "agree":
            return action.agree(TODAY)
        case "start":
            return action.start()
        case "reopen":
            return action.reopen()
        case "complete":
            return action.complete(TODAY, "Done")
        case "give_up":
            return action.give_up(TODAY, "No answer")
        case _:
            return action.cancel(TODAY, "Not needed")
