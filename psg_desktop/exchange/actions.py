"""The action of a row, as far as the domain can hold it."""

from psg_desktop.domain.actions import LIVE_STATES, ActionState
from psg_desktop.exchange.drafts import ActionDraft
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.row_values import RowValues

NO_OUTCOME = "The imported spreadsheet gives no outcome."


def row_actions(values: RowValues) -> tuple[tuple[ActionDraft, ...], str]:
    """Give the action of a row, or the text it becomes when too little is known of it.

    An open action without owner, officer or due date can only be proposed. A finished one without
    these, or without the day it ended, cannot be an action at all and is told in the notes.
    """
    what = values.line(Field.ACTION)
    if not what:
        return (), ""
    action = ActionDraft(
        what=what,
        agency=values.line(Field.ACTION_AGENCY),
        officer=values.line(Field.ACTION_OFFICER),
        due=values.day(Field.ACTION_DUE),
        state=_state(values),
        ended=values.day(Field.ACTION_ENDED),
        outcome="\n\n".join(values.lines(Field.ACTION_OUTCOME)),
    )
    if action.state in LIVE_STATES:
        return (action,), ""
    if not owned(values) or action.ended is None:
        return (), _told(action)
    if action.outcome:
        return (action,), ""
    return (_without_outcome(action),), ""


def owned(values: RowValues) -> bool:
    """Say whether the action of a row has an owner agency, a named officer and a due date."""
    return all(
        values.has(place) for place in (Field.ACTION_AGENCY, Field.ACTION_OFFICER, Field.ACTION_DUE)
    )


def _state(values: RowValues) -> ActionState:
    written = values.line(Field.ACTION_STATE)
    if not written:
        return ActionState.AGREED if owned(values) else ActionState.PROPOSED
    state = ActionState(written)
    return state if owned(values) or state not in LIVE_STATES else ActionState.PROPOSED


def _without_outcome(action: ActionDraft) -> ActionDraft:
    return ActionDraft(
        what=action.what,
        agency=action.agency,
        officer=action.officer,
        due=action.due,
        state=action.state,
        ended=action.ended,
        outcome=NO_OUTCOME,
    )


def _told(action: ActionDraft) -> str:
    facts = (
        action.state.value.replace("_", " "),
        action.agency,
        action.officer,
        f"due {action.due.isoformat()}" if action.due is not None else "",
        f"ended {action.ended.isoformat()}" if action.ended is not None else "",
    )
    outcome = f" {action.outcome}" if action.outcome else ""
    return f"Action ({', '.join(filter(None, facts))}): {action.what}{outcome}"
