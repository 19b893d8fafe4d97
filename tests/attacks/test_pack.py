"""Nobody of the vault is in the pack, read back by somebody else's reader.

Every text of random caseloads goes through the verbs on a real encrypted vault, is accepted as
proposed, approved, and drawn.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.parties import agencies, identities
from psg_desktop.casework.reviewing import reviews
from psg_desktop.casework.vault import vaults
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import ActionId, AgencyId, CaseId, PersonId, ReviewId
from psg_desktop.domain.people import HouseholdMember, Identifier, IdentifierKind, Person
from psg_desktop.domain.reviews import Review
from psg_desktop.domain.text import TEXT_LIMIT
from tests.attacks.caseloads import Caseload, Somebody, Told, caseloads
from tests.attacks.searching import everything_in, plain, seen, seen_of
from tests.effort import examples
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE

EXAMPLES = examples(12, soak=2000)
MEETING = date(2026, 12, 3)


@contextmanager
def copy_of(vault: Path) -> Iterator[Office]:
    with TemporaryDirectory() as folder:
        place = Path(shutil.copytree(vault, Path(folder) / "desk.psgstore"))
        office = vaults.unlock(place, PASSPHRASE, FixedClock())
        try:
            yield office
        finally:
            office.close()


def as_person(office: Office, one: Somebody) -> Person:
    return Person(
        id=PersonId(office.new_id()),
        full_name=one.name,
        aliases=(one.alias,),
        born=one.born,
        addresses=(AddressStay(lines=one.line, postcode=one.postcode),),
        identifiers=(
            Identifier(kind=IdentifierKind.NHS_NUMBER, value=one.nhs),
            Identifier(kind=IdentifierKind.NATIONAL_INSURANCE, value=one.insurance),
            Identifier(kind=IdentifierKind.VEHICLE, value=one.plate),
        ),
        phones=(one.phone,),
        household=(HouseholdMember(name=one.household, relation="Partner"),),
    )


def write(office: Office, caseload: Caseload) -> list[CaseId]:
    """Write a caseload through the verbs, as a worker would."""
    owner = Agency(id=AgencyId(office.new_id()), name="Fenmarket Homes")
    agencies.save(office, owner)
    made = []
    for number, (somebody, texts) in enumerate(
        zip(caseload.people, caseload.texts, strict=True), 1
    ):
        person = as_person(office, somebody)
        case = Case(
            id=CaseId(office.new_id()),
            reference=f"PSG-2026-{number:03}",
            kind=CaseKind.PERSON,
            subject=person.id,
            title=f"Concerns about {somebody.name}",
            opened=date(2026, 9, 1),
            problem=texts[0].words,
            blocked=texts[1].words,
            lead_practitioner=caseload.officer,
        )
        action = Action(
            id=ActionId(office.new_id()),
            case=case.id,
            what=texts[2].words,
            state=ActionState.AGREED,
            owner=owner.id,
            officer=caseload.officer,
            due=date(2026, 12, 1),
        )
        cases.open_case(office, cases.Opening(case=case, new_subject=person, actions=(action,)))
        reviews.record(office, a_review(office, case.id, texts[3]))
        made.append(case.id)
    return made


def a_review(office: Office, case: CaseId, text: Told) -> Review:
    return Review(
        id=ReviewId(office.new_id()), case=case, held_on=date(2026, 11, 12), decision=text.words
    )


def printed(office: Office, chosen: list[CaseId]) -> bytes:
    """Print the pack as proposed, with whatever is doubtful masked."""
    proposal = packs.accept_as_proposed(office, packs.propose_pack(office, MEETING, chosen))
    return packs.draw(packs.approve_pack(office, proposal).pack)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(caseload=caseloads())
def test_that_nobody_is_in_the_pack(empty_vault: Path, caseload: Caseload) -> None:
    with copy_of(empty_vault) as office:
        pdf = printed(office, write(office, caseload))
    assert seen(everything_in(pdf), caseload) == set()


@settings(max_examples=examples(25, soak=2000), deadline=None)
@given(caseload=caseloads())
def test_that_the_attacker_finds_everybody_in_the_originals(caseload: Caseload) -> None:
    for text in (one for four in caseload.texts for one in four):
        found = seen(text.words, caseload)
        for mention in text.mentions:
            telling = seen_of(mention, plain(mention.spelt))
            assert telling <= found


def test_that_the_attacker_finds_a_name_in_a_pack_drawn_without_redaction(
    empty_vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Somebody(
        "Ștefan Thistlemarsh", "Dabbo", "14 Teasel Close", "CB7 4EE", "07700 900123",
        "943 476 5919", "AB 12 34 56 C", "AB12 CDE", date(1980, 3, 31), "Niamh Starlingham",
    )  # fmt: skip
    words = "ștefan thistlemarsh (Dabbo, born 31 March 1980) of 14 Teasel Close, ring 07700900123."
    text = Told(words, ())
    caseload = Caseload([one], [(text, text, text, text)], "Rose Quillfeather")

    class Nothing:
        def find(self, _words: str) -> tuple[()]:
            return ()

    monkeypatch.setattr(identities, "finder", lambda _office: Nothing())
    with copy_of(empty_vault) as office:
        pdf = printed(office, write(office, caseload))
    found = seen(everything_in(pdf), caseload)
    assert {"stefan thistlemarsh", "dabbo", "14 teasel close", "31 march 1980"} <= found
    assert "7700900123" in found


def test_that_a_text_at_its_limit_can_be_accepted_and_printed_although_masks_are_longer(
    empty_vault: Path,
) -> None:
    told = Told(("Vex Dabbo, " * TEXT_LIMIT)[:TEXT_LIMIT], ())
    one = Somebody(
        "Vex Dabbo", "Dabbo", "14 Teasel Close", "CB7 4EE", "07700 900123", "943 476 5919",
        "AB 12 34 56 C", "AB12 CDE", date(1980, 3, 31), "Niamh Starlingham",
    )  # fmt: skip
    short = Told("Nothing new.", ())
    with copy_of(empty_vault) as office:
        chosen = write(office, Caseload([one], [(told, short, short, short)], "Joan"))
        pdf = printed(office, chosen)
    assert "dabbo" not in everything_in(pdf).casefold()
