"""What the verbs leave in a vault, as statistics count it."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from psg_desktop.casework.caseload import cases, closing
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies, places
from psg_desktop.casework.referring import referrals
from psg_desktop.casework.referring.referrals import Joining
from psg_desktop.casework.reviewing import reviews
from psg_desktop.casework.statistics import facts
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.places import Place
from psg_desktop.domain.quarters import between
from psg_desktop.domain.referrals import Referral, ReferralOutcome
from psg_desktop.domain.reviews import Review
from psg_desktop.domain.statistics.counted import Counted
from tests.builders import TODAY, a_case, a_closure, a_person, a_review, an_action, new_id
from tests.casework.caseload.test_cases import opened
from tests.casework.caseload.test_closing import check
from tests.casework.referring.test_referrals import decision, received
from tests.fakes import FixedClock

QUARTERS = between(date(2025, 10, 1), date(2026, 12, 31))
NOW = date(2026, 10, 1)


def counted(office: Office, code: str = "matters") -> Counted:
    return next(one for one in facts.populations(office, QUARTERS) if one.population.code == code)


def told(
    office: Office, code: str = "matters"
) -> dict[str, list[tuple[date, str, dict[str, str]]]]:
    """Give what is counted of each unit: the quarter, what happened, and its details."""
    found = counted(office, code)
    return {
        key: [
            (quarter, event.measure, dict(event.details))
            for quarter, standing in zip(QUARTERS, history.standings, strict=True)
            for event in standing.events
        ]
        for key, history in zip(found.keys, found.population.histories, strict=True)
    }


def traits(office: Office, key: UUID, code: str = "matters") -> dict[str, str]:
    found = counted(office, code)
    history = found.population.histories[found.keys.index(str(key))]
    return dict(zip(found.population.variables, history.standings[-1].traits, strict=True))


def names(office: Office, key: UUID, code: str = "matters") -> list[str]:
    return [measure for _, measure, _ in told(office, code)[str(key)]]


def accepted(office: Office, referral: Referral, **changes: Any) -> Case:
    person = a_person()
    case = a_case(
        subject=person.id, reference=cases.next_reference(office), opened=TODAY, **changes
    )
    outcome = decision(office, ReferralOutcome.ACCEPTED_NEW)
    opening = Opening(case=case, new_subject=person)
    referrals.accept(office, referral.id, outcome, opening)
    return case


def test_that_a_referral_and_the_case_it_became_are_one_matter(desk: Office) -> None:
    referral = received(desk)
    case = accepted(desk, referral)
    assert told(desk)[str(referral.id)] == [
        (NOW, "decided", {"outcome": "accepted_new"}),
        (NOW, "open_at_end", {"age": "under_3_months"}),
        (NOW, "opened", {"opening": "first_time"}),
        (NOW, "referred", {"before": "not_within_12_months"}),
    ]
    assert str(case.id) not in told(desk)


def test_that_a_referral_that_joins_a_case_is_a_matter_of_its_own(desk: Office) -> None:
    first = received(desk)
    case = accepted(desk, first)
    second = received(desk, received_on=TODAY)
    joining = Joining(case=case.id, role=RoleKind.SUBJECT)
    referrals.join(desk, second.id, decision(desk, ReferralOutcome.ACCEPTED_JOINED), joining)
    assert names(desk, second.id) == ["decided", "referred"]
    assert len(counted(desk).keys) == 2


def test_that_a_case_without_referral_counts_and_a_deleted_one_is_gone(desk: Office) -> None:
    case = opened(desk)
    assert names(desk, case.id) == ["open_at_end", "opened", "open_at_end"]
    undoing.undo_last(desk)
    assert counted(desk).keys == ()


def test_that_a_referral_after_a_closing_is_one_again(desk: Office, clock: FixedClock) -> None:
    case = opened(desk, opened=date(2026, 3, 1))
    closing.close(desk, case.id, a_closure(on=date(2026, 4, 15), told="The tenant"))
    six, more = (
        received(desk, subject=case.subject, received_on=day)
        for day in (date(2026, 10, 14), date(2026, 10, 15))
    )
    assert told(desk)[str(six.id)][0][2] == {"before": "within_6_months"}
    other = received(desk, received_on=date(2026, 11, 1), earlier=more.id)
    assert told(desk)[str(other.id)][0][2] == {"before": "within_6_months"}
    alone = received(desk, received_on=date(2026, 11, 2))
    assert told(desk)[str(alone.id)][0][2] == {"before": "not_within_12_months"}


def test_that_gaps_are_not_recorded_and_strange_codes_are_other(desk: Office) -> None:
    case = opened(desk, focus_areas=("off_every_list",))
    assert traits(desk, case.id) == {
        "kind": "person",
        "focus_area": "other",
        "ward": "not_recorded",
        "risk": "not_recorded",
        "referring_agency": "not_recorded",
        "lead_agency": "not_recorded",
    }


def test_that_a_matter_has_the_ward_and_agencies_on_record(desk: Office) -> None:
    place = Place(id=PlaceId(new_id()), name="Green", postcode="CB7 4EE")
    places.save(desk, place)
    lead = agencies.choices(desk)[0].id
    case = a_case(kind=CaseKind.PLACE, subject=place.id, lead_agency=lead, focus_areas=("noise",))
    cases.open_case(desk, Opening(case=case))
    known = traits(desk, case.id)
    assert known["ward"].startswith("E05")
    assert known["lead_agency"] == str(lead)
    assert known["focus_area"] == "noise"


def test_that_a_review_is_on_time_by_the_day_set_before(desk: Office) -> None:
    case = opened(desk, opened=date(2026, 4, 1), review_due=date(2026, 5, 1))
    one, two, three = (
        a_review(id=new_id(), case=case.id, held_on=held, next_due=due)
        for held, due in (
            (date(2026, 5, 1), date(2026, 6, 1)),
            (date(2026, 6, 20), None),
            (date(2026, 7, 20), date(2026, 8, 3)),
        )
    )
    for review in (one, two, three):
        _hold(desk, review)
    april, july = date(2026, 4, 1), date(2026, 7, 1)
    assert told(desk, "reviews") == {
        str(case.id): [(april, "review_due", {"review_time": "on_time"})],
        str(one.id): [(april, "review_due", {"review_time": "late"})],
        str(two.id): [(july, "review_due", {"review_time": "not_recorded"})],
        str(three.id): [(july, "review_due", {"review_time": "not_held"})],
    }


def _hold(office: Office, review: Review) -> None:
    reviews.record(office, review)


def test_that_an_answer_counts_when_it_is_given(desk: Office) -> None:
    case = opened(desk, opened=date(2026, 2, 1))
    closing.close(desk, case.id, a_closure(on=date(2026, 4, 15), review_after=date(2026, 7, 15)))
    assert names(desk, case.id)[-2:] == ["not_yet_asked_at_end"] * 2
    check(desk, case, answered_on=date(2026, 9, 1))
    assert told(desk)[str(case.id)][-1] == (date(2026, 7, 1), "hold_answered", {"answer": "held"})


def test_that_actions_have_their_owner(desk: Office) -> None:
    case = opened(desk)
    owner = agencies.choices(desk)[0].id
    action = an_action(case=case.id, owner=owner, due=date(2026, 9, 20))
    with desk.working(Act.IMPORT_RECORDS) as unit:
        unit.actions.put(action)
    assert told(desk, "actions")[str(action.id)] == [
        (date(2026, 7, 1), "action_due", {"action_time": "still_open"})
    ]
    assert traits(desk, action.id, "actions") == {"kind": "person", "owner_agency": str(owner)}


def test_that_a_history_names_nobody(desk: Office) -> None:
    case = replace(opened(desk), title="Calls at night")
    referral = received(desk, name="Ottoline Sedgeway")
    said = repr([one.population for one in facts.populations(desk, QUARTERS)])
    for word in ("Marrowby", "Ottoline", "Calls", str(case.id), str(referral.id)):
        assert word not in said
