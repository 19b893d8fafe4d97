"""The made-up caseload can be believed: who works for whom, and what a project is called."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from psg_desktop.casework import sample
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards
from psg_desktop.casework.sample import ward_stories
from psg_desktop.casework.sample.cast import Cast
from psg_desktop.casework.sample.people_and_places import STREETS
from psg_desktop.casework.sample.place_stories import PROJECTS
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.partnership import PARTNERSHIP_ID
from psg_desktop.domain.referrals import ACCEPTING, Referral, ReferralOutcome
from psg_desktop.store.vault import FLOOR_COST
from psg_desktop.words import sample_stages
from tests.builders import TODAY, new_id
from tests.fakes import FixedClock

STAGES: list[int] = []


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    place: Path = tmp_path_factory.mktemp("sample") / "Fenmarket.psgstore"
    STAGES.clear()
    recipe = sample.Recipe(cases=12, cost=FLOOR_COST, tell=lambda done, _of: STAGES.append(done))
    made = sample.build(place, FixedClock(), recipe)
    yield made
    made.close()


def test_that_everybody_works_for_one_agency(office: Office) -> None:
    works_for = defaultdict[str, set[AgencyId | None]](set)
    with office.reading() as unit:
        for agency in unit.agencies.all():
            works_for[agency.contacts[0].name].add(agency.id)
        for action in unit.actions.all():
            works_for[action.officer].add(action.owner)
        for offer in unit.support_offers.all():
            works_for[offer.officer].add(offer.agency)
        for held in unit.interventions.all():
            works_for[held.officer].add(held.agency)
    many = {name: len(agencies) for name, agencies in works_for.items() if len(agencies) > 1}
    assert many == {}


def test_that_every_project_has_a_name_of_its_own() -> None:
    cast = Cast(new_id, TODAY)
    names = [cast._project_name(story) for story in PROJECTS for _ in range(9)]
    assert len(set(names)) == len(names)


def test_that_each_stage_is_told_in_order_with_words(office: Office) -> None:
    assert office.partnership().sample
    stages = list(sample_stages.Stage)
    assert [sample_stages.Stage(one) for one in STAGES] == stages[: sample_stages.Stage.PACK]
    made, published = stages[: sample_stages.Stage.FIRST], stages[sample_stages.Stage.FIRST :]
    assert all(sample_stages.said(one).startswith("Making up ") for one in made)
    said = {sample_stages.said(one) for one in published}
    assert said == {"Publishing a quarter of statistics."}


def test_that_every_case_of_somebody_or_somewhere_came_by_one_referral(office: Office) -> None:
    with office.reading() as unit:
        cases = {one.id: one for one in unit.cases.all() if one.kind is not CaseKind.PROJECT}
        known = unit.referrals.all()
    opened = [one for one in known if outcome(one) is ReferralOutcome.ACCEPTED_NEW]
    assert sorted(one.case for one in opened if one.case) == sorted(cases)
    for one in opened:
        assert one.case is not None
        assert one.decision is not None
        case = cases[one.case]
        assert (one.subject, one.decision.on) == (case.subject, case.opened)
        assert one.received_on < case.opened
    others = [one for one in known if one.decision and one.case is None]
    assert len(others) >= 0.9 * len(cases)
    assert {outcome(one) for one in others}.isdisjoint(ACCEPTING)


def test_that_referrals_are_numbered_as_they_came(office: Office) -> None:
    with office.reading() as unit:
        known = [one for one in unit.referrals.all() if one.received_on <= TODAY]
    by_number = sorted(known, key=lambda one: one.reference)
    told = [one for one in by_number if one.decision and "meeting" in one.decision.decided_by]
    assert [one.received_on for one in told] == sorted(one.received_on for one in told)
    assert len({one.reference for one in known}) == len(known)


def outcome(referral: Referral) -> ReferralOutcome | None:
    return referral.decision.outcome if referral.decision else None


def test_that_everybody_and_everywhere_is_in_a_ward_of_the_map(office: Office) -> None:
    drawn = {one.code: one.name for one in local_wards.outlines(office)}
    assert drawn == ward_stories.WARDS
    with office.reading() as unit:
        lived = {stay.ward for one in unit.people.all() for stay in one.addresses if stay.lines}
        stood = {one.ward for one in unit.places.all()}
        groups = unit.partnership.get(PARTNERSHIP_ID).ward_groups
    assert lived | stood <= drawn.keys()
    assert sorted(ward for one in groups for ward in one.wards) == sorted(drawn)
    assert set(STREETS) == {street for street in STREETS if ward_stories.ward_of(street)}


def test_that_neighbouring_wards_share_their_border(office: Office) -> None:
    rings = [set(one.rings[0]) for one in local_wards.outlines(office)]
    shared = [sum(bool(len(ring & other) > 2) for other in rings) - 1 for ring in rings]
    assert min(shared) >= 2
