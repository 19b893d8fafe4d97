"""A request about information: its clock, what stops it, what extends it, how it ends.

The days are worked out by hand from UK GDPR article 12A and section 54 of the Data Protection Act
2018, as changed by section 76 of the Data (Use and Access) Act 2025.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.access_marks import AccessMark, Exemption, MarkHow
from psg_desktop.domain.ids import AccessMarkId, AccessRequestId, PersonId
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.subject_access import (
    AccessRequest,
    Clarification,
    Extension,
    RequestKind,
    RequestState,
    months_after,
)
from tests.builders import new_id as an_id

RECEIVED = date(2026, 11, 3)
DAYS = st.dates(date(2024, 1, 1), date(2030, 1, 1))


def always(_day: date) -> bool:
    return True


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def a_request(**changed: object) -> AccessRequest:
    given_: dict[str, object] = {
        "id": AccessRequestId(an_id()),
        "reference": "IR-2026-001",
        "person": PersonId(an_id()),
        "received_on": RECEIVED,
        "asked_by": "Wilf Marrowby",
    }
    return AccessRequest(**(given_ | changed))  # type: ignore[arg-type]  # fields by name


def refused(call: object, *arguments: object) -> set[Problem]:
    with pytest.raises(Refused) as caught:
        call(*arguments)  # type: ignore[operator]  # any verb
    return {one.problem for one in caught.value.problems}


def test_that_an_answer_is_owed_within_one_month() -> None:
    assert a_request().due(RECEIVED, always) == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_that_a_month_without_such_a_day_ends_on_its_last(received: date, due: date) -> None:
    assert a_request(received_on=received).due(received, always) == due


def test_that_a_last_day_on_a_weekend_becomes_the_next_working_day() -> None:
    request = a_request(received_on=date(2026, 11, 5))  # 5 December 2026 is a Saturday
    assert request.due(RECEIVED, weekdays) == date(2026, 12, 7)


def test_that_the_clock_waits_for_the_proof_of_identity() -> None:
    asked = a_request(identity_asked_on=date(2026, 11, 4))
    assert asked.stopped
    assert asked.due(RECEIVED, always) is None
    known = asked.with_identity(date(2026, 11, 12), "Driving licence seen")
    assert not known.stopped
    assert known.due(RECEIVED, always) == date(2026, 12, 12)


def test_that_the_days_of_a_question_do_not_count_first_and_last_included() -> None:
    asked = a_request().asking(Clarification(asked_on=date(2026, 11, 10), question="Which year?"))
    assert asked.stopped
    answered = asked.clarified(date(2026, 11, 14))
    assert answered.days_stopped(date(2026, 11, 20)) == 5
    assert answered.due(date(2026, 11, 20), always) == date(2026, 12, 8)


def test_that_a_day_before_the_clock_started_is_not_taken_off_twice() -> None:
    request = (
        a_request(identity_asked_on=date(2026, 11, 4))
        .asking(Clarification(asked_on=date(2026, 11, 5), question="Which year?"))
        .clarified(date(2026, 11, 12))
        .with_identity(date(2026, 11, 12), "Passport seen")
    )
    assert request.due(RECEIVED, always) == date(2026, 12, 13)


def test_that_an_extension_gives_three_months_from_the_start() -> None:
    told = Extension(told_on=date(2026, 12, 3), reason="Nine cases and four agencies.")
    extended = a_request().extended(told, date(2026, 12, 3), always)
    assert extended.due(date(2026, 12, 3), always) == date(2027, 2, 3)


def test_that_an_extension_after_the_first_month_is_refused() -> None:
    told = Extension(told_on=date(2026, 12, 4), reason="Nine cases.")
    assert refused(a_request().extended, told, date(2026, 12, 4), always) == {
        Problem.EXTENDED_TOO_LATE
    }


def test_that_an_extension_gives_its_reason() -> None:
    with pytest.raises(Refused) as caught:
        Extension(told_on=RECEIVED, reason=" ")
    assert {one.field for one in caught.value.problems} == {"reason"}


def test_that_nothing_is_given_while_identity_is_not_confirmed() -> None:
    asked = a_request(identity_asked_on=RECEIVED)
    given_ = (RequestState.ANSWERED, RECEIVED, "Copy given.")
    assert refused(asked.ended, *given_) == {Problem.IDENTITY_NOT_CONFIRMED}
    assert asked.ended(RequestState.WITHDRAWN, RECEIVED, "Not pursued.").ended_on == RECEIVED


def test_that_an_ended_request_cannot_be_changed() -> None:
    ended = a_request().ended(RequestState.REFUSED, RECEIVED, "Manifestly unfounded.")
    assert refused(ended.clarified, RECEIVED) == {Problem.MOVE_NOT_POSSIBLE}
    assert refused(ended.with_identity, RECEIVED, "Passport") == {Problem.MOVE_NOT_POSSIBLE}


def test_that_putting_right_says_what_is_wrong() -> None:
    with pytest.raises(Refused) as caught:
        a_request(kind=RequestKind.RECTIFICATION)
    assert [one.field for one in caught.value.problems] == ["asks"]


def test_that_a_second_question_waits_for_the_answer_to_the_first() -> None:
    asked = a_request().asking(Clarification(asked_on=RECEIVED, question="Which year?"))
    assert refused(asked.asking, Clarification(asked_on=RECEIVED, question="And where?")) == {
        Problem.ALREADY_THERE
    }


@given(received=DAYS, waited=st.integers(0, 60), asked=st.integers(0, 60))
def test_that_waiting_never_shortens_the_time_for_the_answer(
    received: date, waited: int, asked: int
) -> None:
    plain = a_request(received_on=received)
    question = Clarification(
        asked_on=received + timedelta(days=asked),
        question="Which year?",
        answered_on=received + timedelta(days=asked + waited),
    )
    stopped = a_request(received_on=received, clarifications=(question,))
    first, later = plain.due(received, always), stopped.due(received, always)
    assert first is not None
    assert later == first + timedelta(days=waited + 1)


@given(day=DAYS, months=st.integers(0, 36))
def test_that_months_after_keeps_the_day_or_takes_the_last_of_the_month(
    day: date, months: int
) -> None:
    after = months_after(day, months)
    assert (after.year - day.year) * 12 + after.month - day.month == months
    assert after.day == day.day or (after + timedelta(days=1)).day == 1


@pytest.mark.parametrize("how", [MarkHow.MASKED, MarkHow.HELD_BACK])
def test_that_what_is_kept_from_the_person_names_the_exemption(how: MarkHow) -> None:
    with pytest.raises(Refused) as caught:
        AccessMark(
            id=AccessMarkId(an_id()),
            request=AccessRequestId(an_id()),
            spot="a",
            how=how,
            reason="Told in confidence.",
        )
    assert [one.field for one in caught.value.problems] == ["exemption"]


def test_that_what_is_shown_of_somebody_else_gives_the_reason() -> None:
    with pytest.raises(Refused) as caught:
        AccessMark(
            id=AccessMarkId(an_id()),
            request=AccessRequestId(an_id()),
            spot="a",
            how=MarkHow.SHOWN,
            exemption=Exemption.THIRD_PARTY,
        )
    assert [one.field for one in caught.value.problems] == ["reason"]
