"""What can be wrong with a row as a whole, when each of its cells is right."""

from collections.abc import Iterator

from psg_desktop.domain.cases import CaseState
from psg_desktop.exchange.actions import ACTION_DETAILS, owned
from psg_desktop.exchange.dates import prose_date
from psg_desktop.exchange.drafts import CaseDraft, RowDraft
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.person_names import names_several
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.troubles import Remark, Trouble

_MISSING = {
    Purpose.CASES: "no person, place or project",
    Purpose.PEOPLE: "no person",
    Purpose.PLACES: "no place",
    Purpose.INCIDENTS: "no place",
}


def row_remarks(draft: RowDraft, values: RowValues, purpose: Purpose) -> Iterator[Remark]:
    """Give what is wrong or doubtful in the row as a whole."""
    yield from _subject(draft, purpose)
    if draft.case is not None:
        yield from _closing(draft.case, values)
        yield from _kind(draft, draft.case, values)
        for number, action in values.actions():
            yield from _action(action, f"Action {number}" if number > 1 else "The action")


def _subject(draft: RowDraft, purpose: Purpose) -> Iterator[Remark]:
    wanted = {
        Purpose.CASES: draft.person or draft.place or draft.project,
        Purpose.PEOPLE: draft.person,
        Purpose.PLACES: draft.place,
        Purpose.INCIDENTS: draft.place,
    }[purpose]
    if wanted is None:
        yield Remark(
            trouble=Trouble.NO_SUBJECT,
            sentence=f"The row names {_MISSING[purpose]}.",
            advice="Fill in a name or an address, or leave the row out.",
        )

    if draft.person is not None and names_several(draft.person.full_name):
        yield Remark(
            trouble=Trouble.SEVERAL_PEOPLE,
            sentence="The name looks like the names of several people.",
            advice="It is kept as one person. Put each person in a row of their own if not.",
        )


def _closing(case: CaseDraft, values: RowValues) -> Iterator[Remark]:
    if case.state is not CaseState.CLOSED:
        day = values.day(Field.CLOSED)
        if day is not None:
            yield Remark(
                trouble=Trouble.OPEN_WITH_CLOSING_DATE,
                sentence=f"The case is open, yet it has a closing date, {prose_date(day)}.",
                advice="It stays open and the date goes into the notes. Correct the state if not.",
            )
        return
    if not case.closing_reason:
        yield Remark(
            trouble=Trouble.CLOSED_WITHOUT_REASON,
            sentence="The case is closed, and no closing reason is given.",
            advice="Give a reason from your list of closing reasons, or leave the row out.",
        )
    if case.closed is None:
        yield Remark(
            trouble=Trouble.CLOSED_WITHOUT_DATE,
            sentence="The case is closed, and no closing date is given.",
            advice="The day of the import will stand. Fill in the date if it is known.",
        )
    elif case.opened is not None and case.closed < case.opened:
        yield Remark(
            trouble=Trouble.CLOSED_BEFORE_OPENED,
            sentence=(
                f"The case was closed on {prose_date(case.closed)}, before it was opened on "
                f"{prose_date(case.opened)}."
            ),
            advice="Correct one of the dates.",
        )


def _kind(draft: RowDraft, case: CaseDraft, values: RowValues) -> Iterator[Remark]:
    """Say where a row calls its case a place and names none, or the like."""
    stated = values.line(Field.KIND)
    named = draft.person or draft.place or draft.project
    if stated and named and stated != case.kind.value:
        yield Remark(
            trouble=Trouble.OTHER_KIND,
            sentence=f"The row is said to be about a {stated}, and names none.",
            advice=f"It is kept as a case about a {case.kind.value}. Correct one of the two.",
        )


def _action(values: RowValues, which: str) -> Iterator[Remark]:
    if not values.has(Field.ACTION):
        if values.has(*ACTION_DETAILS):
            yield Remark(
                trouble=Trouble.ACTION_WITHOUT_TEXT,
                sentence="The row has details of an action, and does not say what is to be done.",
                advice="The details go into the notes.",
            )
        return
    if not owned(values):
        lacking = [
            word
            for field, word in (
                (Field.ACTION_AGENCY, "owner agency"),
                (Field.ACTION_OFFICER, "named officer"),
                (Field.ACTION_DUE, "due date"),
            )
            if not values.has(field)
        ]
        yield Remark(
            trouble=Trouble.ACTION_INCOMPLETE,
            sentence=f"{which} has no {' and no '.join(lacking)}.",
            advice="It is kept as proposed if it is open, or told in the notes if it is finished.",
        )
