"""Actions: agreeing, doing, reassigning, giving up and cancelling them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import Action
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ActionId, AgencyId
from psg_desktop.domain.lists import ActionFilter, ActionRow, Page
from psg_desktop.domain.orders import ActionOrder
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.store.queries import actions_list

_NEXT_DUE = ActionOrder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Who does an agreed action, by when, and at which meeting that was agreed."""

    owner: AgencyId | None
    officer: str = field(repr=False)
    due: date | None
    meeting: str = ""


def add(office: Office, action: Action) -> None:
    """Add an action to a case.

    Raises:
        Refused: The case is closed, or there is no such case.
    """
    with office.working(Act.ADD_ACTION) as unit:
        if unit.cases.get(action.case).closed:
            raise refuse("case", Problem.CASE_IS_CLOSED)
        unit.actions.put(action)


def amend(office: Office, action: Action) -> None:
    """Keep changed words, owner or dates of an action; its state is changed by the moves below.

    Raises:
        Refused: The state differs from the one kept.
    """
    with office.working(Act.AMEND_ACTION) as unit:
        if unit.actions.get(action.id).state is not action.state:
            raise refuse("state", Problem.CHANGED_MEANWHILE)
        unit.actions.put(action)


def agree(office: Office, id_: ActionId, terms: Terms) -> None:
    """Make a proposed action binding, on terms that fill in what it lacked: one change in all.

    Raises:
        Refused: The terms lack owner, officer or due date, or it is not proposed.
    """

    def agreed(action: Action) -> Action:
        bound = replace(action, owner=terms.owner, officer=terms.officer, due=terms.due)
        return bound.agree(office.today(), terms.meeting)

    _change(office, id_, agreed)


def start(office: Office, id_: ActionId) -> None:
    """Say that work on an action has begun."""
    _change(office, id_, lambda action: action.start())


def complete(office: Office, id_: ActionId, on: date, outcome: str) -> None:
    """Say that an action was done, when, and with what evidence.

    Raises:
        Refused: Without saying what was done, or on a day to come.
    """
    _check_end(office, on, outcome)
    _change(office, id_, lambda action: action.complete(on, outcome))


def give_up(office: Office, id_: ActionId, on: date, reason: str) -> None:
    """Say that an action was not achieved, and why.

    Raises:
        Refused: Without a reason, or on a day to come.
    """
    _check_end(office, on, reason)
    _change(office, id_, lambda action: action.give_up(on, reason))


def cancel(office: Office, id_: ActionId, on: date, reason: str) -> None:
    """Withdraw an action, saying by whom and why.

    Raises:
        Refused: Without a reason, or on a day to come.
    """
    _check_end(office, on, reason)
    _change(office, id_, lambda action: action.cancel(on, reason))


def reassign(
    office: Office, id_: ActionId, owner: AgencyId, officer: str, due: date | None = None
) -> None:
    """Give an action to another owner, with a new due date where one is set.

    Raises:
        Refused: Without a named officer.
    """
    _change(office, id_, lambda action: action.reassign(owner, officer, due))


def reopen(office: Office, id_: ActionId) -> None:
    """Take a finished action up again."""
    _change(office, id_, lambda action: action.reopen())


def get(office: Office, id_: ActionId) -> Action:
    """Read one action.

    Raises:
        Refused: There is no such action.
    """
    with office.reading() as unit:
        return unit.actions.get(id_)


def listed(
    office: Office, asked: ActionFilter, part: slice, order: ActionOrder = _NEXT_DUE
) -> Page[ActionRow]:
    """Read one page of the actions of the whole caseload, by due date unless asked otherwise."""
    with office.reading() as unit:
        return actions_list.page(unit.reading, asked, office.today(), part, order)


def _check_end(office: Office, on: date, outcome: str) -> None:
    found = Findings()
    found.when(on > office.today(), "ended", Problem.DATE_IN_FUTURE)
    found.when(not outcome.strip(), "outcome", Problem.OUTCOME_MISSING)
    found.settle()


def _change(office: Office, id_: ActionId, moved: Callable[[Action], Action]) -> None:
    with office.working(Act.MOVE_ACTION) as unit:
        unit.actions.put(moved(unit.actions.get(id_)))
