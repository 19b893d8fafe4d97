"""Support of a case on a real encrypted file, and the closing that shows the attempts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from psg_desktop.casework.caseload import cases, support
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.ids import SupportOfferId
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.support import SupportAnswer, SupportState
from tests.builders import TODAY, a_closure, new_id
from tests.case_review_values import an_attempt, an_offer
from tests.casework.caseload.test_cases import kept, opened

DAY = timedelta(days=1)


def problems(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refused.value.problems}


def test_that_an_offer_its_attempts_and_answers_are_kept_counted_and_undone(desk: Office) -> None:
    case = opened(desk)
    made = an_offer(id=SupportOfferId(new_id()), case=case.id, offered_on=TODAY, officer="Ivy Holt")
    support.offer(desk, made)
    support.record_attempt(desk, made.id, an_attempt(TODAY - DAY), an_attempt(TODAY))
    gone = SupportAnswer(state=SupportState.NOT_REACHED, on=TODAY, reason="no_reply")
    support.answer(desk, made.id, gone)
    found = support.engagement_of(desk, case.id)
    assert found.states == {SupportState.NOT_REACHED: 1}
    assert len(found.attempts) == 2
    assert identities.finder(desk).find("Ivy Holt rang.")
    undoing.undo_last(desk)
    assert support.of_case(desk, case.id)[0].state is SupportState.OFFERED
    undoing.undo_last(desk)
    assert support.of_case(desk, case.id) == (made,)


def test_that_a_code_out_of_use_stays_with_what_was_given_it(desk: Office) -> None:
    case = opened(desk)
    made = an_offer(id=SupportOfferId(new_id()), case=case.id, offered_on=TODAY)
    support.offer(desk, made)
    row = next(one for one in support.codes(desk) if one.code == made.support)
    support.save_code(desk, replace(row, until=TODAY - DAY))
    support.amend(desk, replace(made, what="A new tenancy"))
    with pytest.raises(Refused) as refused:
        support.offer(desk, replace(made, id=SupportOfferId(new_id())))
    assert problems(refused) == {("support", Problem.REASON_NOT_ON_LIST)}


def test_that_a_closing_for_no_contact_writes_down_the_attempts_on_record(desk: Office) -> None:
    case = opened(desk)
    closing = a_closure(reason="no_contact", attempts="")
    with pytest.raises(Refused) as refused:
        cases.close(desk, case.id, closing)
    assert problems(refused) == {("attempts", Problem.ATTEMPTS_MISSING)}
    made = an_offer(id=SupportOfferId(new_id()), case=case.id, offered_on=TODAY)
    support.offer(desk, made.attempt(an_attempt(TODAY - DAY)))
    cases.close(desk, case.id, closing, attempts=(an_attempt(TODAY),))
    written = kept(desk, case).closures[-1].attempts.splitlines()
    assert len(written) == 2
    assert all(line.endswith("telephone, no answer (Outreach worker)") for line in written)
    assert {one.support for one in support.of_case(desk, case.id)} == {"housing", "contact"}
    with pytest.raises(Refused):
        support.record_attempt(desk, made.id, an_attempt(TODAY))
