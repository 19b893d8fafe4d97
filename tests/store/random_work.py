"""What a worker may do next, chosen at random: for laws that any sequence of work must keep."""

import random
from datetime import date
from typing import Any

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import actions, cases, closing, notes
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.reviewing import reviews
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import Case, CaseMove, ExternalLead
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.plain import to_plain
from psg_desktop.domain.refusals import Refused
from tests.builders import a_case, a_closure, a_note, a_person, a_proposal, a_review, an_action


def contents(office: Office) -> dict[str, Any]:
    """Give all that an export would write of the records, and what search finds."""
    with office.reading() as unit:
        held = {kind: [to_plain(one) for one in unit.collection(kind).all()] for kind in RecordKind}
    found = [(one.kind, one.id, one.label) for one in lists.find(office, "marrowby")]
    return {**held, "found": found}


def some_case(office: Office, rng: random.Random) -> Case | None:
    """Choose any case there is."""
    with office.reading() as unit:
        held = unit.cases.all()
    return rng.choice(held) if held else None


def open_one(office: Office, rng: random.Random) -> None:
    """Open a case about somebody new."""
    person = a_person()
    reference = f"PSG-2026-{rng.randrange(10**6)}"
    case = a_case(subject=person.id, reference=reference)
    cases.open_case(office, cases.Opening(case=case, new_subject=person))


def work_on(office: Office, case: Case, rng: random.Random) -> None:
    """Do one thing a worker does to a case; what is not permitted is refused."""
    id_: CaseId = case.id
    acts = (
        lambda: notes.add(office, a_note(case=id_)),
        lambda: reviews.record(office, a_review(case=id_)),
        lambda: actions.add(
            office, an_action(case=id_, state=ActionState.PROPOSED, owner=None, due=None)
        ),
        lambda: cases.move(office, id_, rng.choice((CaseMove.START_PLAN, CaseMove.STEP_DOWN))),
        lambda: cases.hold(office, id_, "Waiting for a bed.", None),
        lambda: cases.hand_over(office, id_, ExternalLead(group="MARAC", since=date(2026, 11, 1))),
        lambda: cases.close(office, id_, a_closure()),
        lambda: cases.reopen(office, id_, "It began again."),
        lambda: closing.propose(office, a_proposal(case=id_)),
        lambda: people.save(office, a_person(aliases=("Wozzer",))),
        lambda: cases.set_review(office, id_, date(2026, 12, rng.randint(1, 28))),
    )
    rng.choice(acts)()


def work(office: Office, rng: random.Random) -> bool:
    """Do one thing anywhere; say whether it was permitted."""
    case = some_case(office, rng)
    try:
        if case and rng.random() < 0.75:
            work_on(office, case, rng)
        else:
            open_one(office, rng)
    except Refused:
        return False
    return True
