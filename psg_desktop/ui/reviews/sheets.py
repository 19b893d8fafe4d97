"""Forms of the review load: days of leave, and the moves proposed before they are made."""

from collections.abc import Sequence
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.reviewing import review_load
from psg_desktop.domain.ids import LeaveId
from psg_desktop.domain.leave import Leave
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.review_load import ReviewMove
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.passages import shortened
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label, rule
from psg_desktop.words import dates


def leave_sheet(office: Office) -> RecordSheet:
    """Give the form that keeps days of leave."""
    form = Form()
    form.add("since", "First day off", date_ahead(office))
    form.add("until", "Last day off", date_ahead(office), hint="Empty for one day.", optional=True)
    form.add("words", "What for", Line(longest=LINE_LIMIT), optional=True)

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if given["since"] is None:
            gathered.note(FieldProblem(field="since", problem=Problem.DATE_MISSING))
        since = given["since"] or office.today()
        until = given["until"] or since
        made = gathered.make(
            lambda: Leave(
                id=LeaveId(office.new_id()), since=since, until=until, words=given["words"]
            )
        )
        gathered.settle()
        if made is not None:
            review_load.add_leave(office, made)

    return RecordSheet("Leave", form, keep, save="Keep the leave")


def spread_sheet(office: Office, moves: Sequence[ReviewMove]) -> RecordSheet:
    """Give the list of moves, to be made in one step that one undo takes back."""
    form = Form()
    form.add_widget(
        label(
            "High risk stays where it is. Nothing moves past its interval, past the next PSG "
            "meeting, or onto a day off.",
            wrap=True,
        )
    )
    for move in moves:
        form.add_widget(rule())
        form.add_widget(label(f"{move.reference}  {shortened(move.title, 60)}", wrap=True))
        went = f"{dates.grid(move.before)} → {dates.grid(move.after)}"
        form.add_widget(label(went, "secondary", wrap=True))
    noun = "1 review" if len(moves) == 1 else f"{len(moves):,} reviews"
    return RecordSheet(
        "Spread the reviews",
        form,
        lambda _given: review_load.move_reviews(office, moves),
        save=f"Move {noun}",
    )
