"""What can be done with an action from the list, each with its keys and its form."""

from collections.abc import Callable
from dataclasses import dataclass

from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import LIVE_STATES, OPEN_STATES, Action, ActionState
from psg_desktop.ui.parts import action_sheets
from psg_desktop.ui.parts.sheets import RecordSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One thing to do with an action: its words, keys, form, and the states it is possible from."""

    words: str
    keys: str
    sheet: Callable[[Office, Action], RecordSheet]
    states: frozenset[ActionState]


MOVES = (
    Move(
        words="Complete",
        keys="Ctrl+Shift+D",
        sheet=action_sheets.complete_sheet,
        states=OPEN_STATES,
    ),
    Move(
        words="Agree",
        keys="Ctrl+Shift+G",
        sheet=action_sheets.agree_sheet,
        states=frozenset({ActionState.PROPOSED}),
    ),
    Move(
        words="Hand on",
        keys="Ctrl+Shift+H",
        sheet=action_sheets.reassign_sheet,
        states=LIVE_STATES,
    ),
    Move(
        words="Not achieved",
        keys="Ctrl+Shift+U",
        sheet=action_sheets.give_up_sheet,
        states=OPEN_STATES,
    ),
    Move(
        words="Cancel",
        keys="Ctrl+Shift+X",
        sheet=action_sheets.cancel_sheet,
        states=LIVE_STATES,
    ),
)


def possible(move: Move, state: ActionState | None) -> bool:
    """Say whether a move can be made from a state; None where no action is chosen."""
    return state in move.states
