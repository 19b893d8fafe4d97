"""Which parish or town council works on a case tells where it is: no page says which."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psg_desktop.casework.caseload import actions, cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.agencies import Agency, AgencyKind
from psg_desktop.domain.cases import Case
from psg_desktop.domain.ids import ActionId, AgencyId
from psg_desktop.domain.packs import PackContents
from psg_desktop.privacy.local_agencies import PARISH_OR_TOWN, local_words
from psg_desktop.reference.wards import wards_of
from tests.attacks.searching import everything_in
from tests.attacks.test_pack import copy_of
from tests.builders import a_case, a_person
from tests.effort import examples

DISTRICT = "E07000009"
PLACES = sorted(local_words(DISTRICT))
NAMES = st.sampled_from(
    ("City of {} Council", "{} Town Council", "{} Parish Council", "{} Community Trust", "{} Homes")
)
COUNCILS = ("City of Ely Council", "Soham Town Council", "Burwell Parish Council")


def local_agency(office: Office, name: str, kind: AgencyKind) -> Agency:
    agency = Agency(id=AgencyId(office.new_id()), name=name, kind=kind)
    agencies.save(office, agency)
    return agency


def worked_by(office: Office, leads: list[Agency]) -> list[Case]:
    """Open a case for each agency, with a text that names it and an action it owns."""
    made = []
    for number, agency in enumerate(leads, 1):
        person = a_person(full_name=f"Wilf Marrowby{'x' * number}")
        case = a_case(
            reference=f"PSG-2026-{number:03}", subject=person.id, lead_agency=agency.id,
            problem=f"{agency.name} rang. {agency.name.upper()}'s clerk asked for a visit.",
        )  # fmt: skip
        cases.open_case(office, cases.Opening(case=case, new_subject=person))
        for done in (False, True):
            action = an_action(office, case, agency)
            actions.add(office, action)
            if done:
                actions.complete(office, action.id, date(2026, 11, 2), f"{agency.name} came.")
        made.append(case)
    return made


def an_action(office: Office, case: Case, agency: Agency) -> Action:
    return Action(
        id=ActionId(office.new_id()), case=case.id, what=f"Meet {agency.name} about the bench.",
        state=ActionState.AGREED, owner=agency.id, officer="Joan Cloverley", due=date(2026, 12, 1),
    )  # fmt: skip


def contents(office: Office, made: list[Case]) -> tuple[PackContents, bytes]:
    proposal = packs.propose_pack(office, date(2026, 12, 3), [case.id for case in made])
    approved = packs.approve_pack(office, packs.accept_as_proposed(office, proposal))
    return approved.pack.contents, packs.draw(approved.pack)


@settings(
    max_examples=examples(4, soak=80), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    named=st.lists(
        st.tuples(NAMES, st.sampled_from(PLACES), st.sampled_from(AgencyKind)),
        min_size=1, max_size=3, unique_by=lambda one: one[1],
    )
)  # fmt: skip
def test_that_no_agency_of_a_pack_tells_the_town(
    empty_vault: object, named: list[tuple[str, str, AgencyKind]]
) -> None:
    with copy_of(empty_vault) as office:  # type: ignore[arg-type]  # the path of the fixture
        leads = [
            local_agency(office, form.format(town.title()), kind) for form, town, kind in named
        ]
        _, pdf = contents(office, worked_by(office, leads))
    words = set(re.findall(r"[a-z]+", everything_in(pdf).lower()))
    assert not words & set(PLACES)


@pytest.mark.parametrize("which", range(2))
def test_that_two_councils_cannot_be_told_apart(desk: Office, which: int) -> None:
    leads = [local_agency(desk, name, AgencyKind.PARISH_OR_TOWN) for name in COUNCILS]
    one, other = leads[which], leads[which + 1]
    made = worked_by(desk, [one, other])
    pack, _ = contents(desk, made)
    first, second = pack.entries
    assert first.agencies == second.agencies == (PARISH_OR_TOWN,)
    assert first.text == second.text
    assert first.done == second.done
    (heading,) = pack.actions
    assert heading.agency == PARISH_OR_TOWN
    assert len(heading.actions) == len(made)
    assert len({action.what for action in heading.actions}) == 1


def test_that_the_attack_knows_every_ward() -> None:
    assert all(any(word in ward.name.lower() for word in PLACES) for ward in wards_of(DISTRICT))
