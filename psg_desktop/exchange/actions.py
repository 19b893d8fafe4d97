"""The actions of a row, as far as the domain can hold them."""

from dataclasses import replace

from psg_desktop.domain.actions import LIVE_STATES, ActionState
from psg_desktop.exchange.drafts import ActionDraft
from psg_desktop.exchange.fields import FACTS, Field, Record
from psg_desktop.exchange.row_values import RowValues

NO_OUTCOME = "The imported spreadsheet gives no outcome."
ACTION_DETAILS = tuple(
    field
    for field, facts in FACTS.items()
    if facts.record is Record.ACTION and field is not Field.ACTION
)


def row_actions(values: RowValues) -> tuple[tuple[ActionDraft, ...], str]:
    """Give the actions of a row, and the text of those too little is known of.

    An open action without owner, officer or due date can only be proposed. A finished one without
    these, or without the day it ended, cannot be an action at all and is told in the notes; so are
    details of an action that is nowhere named.
    """
    actions: list[ActionDraft] = []
    told: list[str] = []
    for number, one in values.actions():
        if not one.has(Field.ACTION):
            told.extend(one.told(ACTION_DETAILS, number))
            continue
        action = _action(one)
        if action is None:
            told.append(_told(one))
        else:
            actions.append(action)
    return tuple(actions), "\n\n".join(told)


def owned(values: RowValues) -> bool:
    """Say whether the action of a row has an owner agency, a named officer and a due date."""
    return all(
        values.has(place) for place in (Field.ACTION_AGENCY, Field.ACTION_OFFICER, Field.ACTION_DUE)
    )


def _action(values: RowValues) -> ActionDraft | None:
    """Give an action as the domain can hold it, or None where it cannot."""
    action = _written(values)
    if action.state in LIVE_STATES:
        return action
    if not owned(values) or action.ended is None:
        return None
    return action if action.outcome else replace(action, outcome=NO_OUTCOME)


def _written(values: RowValues) -> ActionDraft:
    return ActionDraft(
        what=values.line(Field.ACTION),
        agency=values.line(Field.ACTION_AGENCY),
        officer=values.line(Field.ACTION_OFFICER),
        due=values.day(Field.ACTION_DUE),
        state=_state(values),
        ended=values.day(Field.ACTION_ENDED),
        outcome="\n\n".join(values.lines(Field.ACTION_OUTCOME)),
    )


def _state(values: RowValues) -> ActionState:
    written = values.line(Field.ACTION_STATE)
    if not written:
        return ActionState.AGREED if owned(values) else ActionState.PROPOSED
    state = ActionState(written)
    return state if owned(values) or state not in LIVE_STATES else ActionState.PROPOSED


def _told(values: RowValues) -> str:
    action = _written(values)
    facts = (
        action.state.value.replace("_", " "),
        action.agency,
        action.officer,
        f"due {action.due.isoformat()}" if action.due is not None else "",
        f"ended {action.ended.isoformat()}" if action.ended is not None else "",
    )
    outcome = f" {action.outcome}" if action.outcome else ""
    return f"Action ({', '.join(filter(None, facts))}): {action.what}{outcome}"
