"""The copy of what is held on a person: nothing about them is missed, and nobody else is in it."""

import dataclasses
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from psg_desktop.casework.caseload import cases, notes
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.information_law import copies, copy_files, information, requests
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.domain.access_marks import AccessMark, Exemption, MarkHow
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.ids import AccessMarkId, AccessRequestId, PersonId
from psg_desktop.domain.information import Gateway
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.merges import Merge
from psg_desktop.domain.people import HouseholdMember, Person
from psg_desktop.domain.plain import to_plain
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.subject_access import AccessRequest, RequestState
from psg_desktop.privacy.redaction import Placeholders
from psg_desktop.privacy.subject_entries import Entry, SubjectCopy
from psg_desktop.store import schema, shelves
from tests.builders import a_case, a_note, a_person, an_action, new_id
from tests.domain_fields import FIELDS
from tests.store.records import any_of
from tests.store.test_round_trip import put_base

NAME = "Ansel Quorbleton"
SUBJECT = a_person(full_name=NAME)
BASE = a_case(id=new_id(), reference="BASE-1", subject=SUBJECT.id, title="Calls")
# A postcode has its shape, a list of codes its codes; what was merged is tried on its own below.
UNPLANTABLE = {
    "addresses.AddressStay.postcode",
    "places.Place.postcode",
    "referrals.Referral.postcode",
    "merges.Merge.was",
}
LISTS_OF_TEXTS = {"aliases", "phones", "emails", "conditions"}
TABLES_BESIDE = {
    "attachment_pieces": "the contents of documents, which are listed and given as they are",
    "audit": "read as the history of the records",
    "batches": "one line for each unit of work; its entries are in the audit trail",
    "reductions": "numbers of entries only",
    "drafts": "read as texts that were not saved yet",
    "import_templates": "names of columns of spreadsheets",
    "imported_rows": "read as where a record came from",
    "search_entries": "the same words as the records, folded",
}


def whole(copy: SubjectCopy) -> str:
    """Give everything a copy holds before anything is masked."""
    return "\n".join(p.text for entry in copy.entries for p in entry.passages)


def given_out(copy: SubjectCopy) -> str:
    held = copy.given_entries(Placeholders(seed=1))
    return "\n".join(text for _, parts in held for _, text in parts)


class Planting:
    """Puts the person's name and a word of its own into each text that may name somebody."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.seen: set[str] = set()

    def into(self, value: Any) -> Any:
        """Give a record with its texts planted, as far as it lets them be."""
        kind = type(value)
        known = FIELDS.get(f"{kind.__module__.rsplit('.', 1)[-1]}.{kind.__name__}")
        identifying = known.identifying.split() if known else []
        for one in dataclasses.fields(value):
            path = f"{kind.__module__.rsplit('.', 1)[-1]}.{kind.__name__}.{one.name}"
            planted = self._part(path, getattr(value, one.name), one.name in identifying)
            try:
                value = replace(value, **{one.name: planted})
            except Refused:
                self.words = {w: p for w, p in self.words.items() if p != path}
        return value

    def _part(self, path: str, held: Any, identifying: bool) -> Any:
        if dataclasses.is_dataclass(held):
            return self.into(held)
        if isinstance(held, tuple):
            if held and dataclasses.is_dataclass(held[0]):
                self.seen.add(path)
                return tuple(self.into(one) for one in held)
            return (self._text(path),) if identifying and self._of_texts(path, held) else held
        if identifying and type(held) is str and path not in UNPLANTABLE:
            return self._text(path)
        return held

    def _of_texts(self, path: str, held: tuple[Any, ...]) -> bool:
        """Say whether a list holds texts: it is told by what it held, or by its name."""
        return type(held[0]) is str if held else path.rsplit(".", 1)[-1] in LISTS_OF_TEXTS

    def _text(self, path: str) -> str:
        self.seen.add(path)
        word = f"zq{len(self.words)}zq"
        self.words[word] = path
        return f"{NAME} {word}"


def examples(kind: RecordKind) -> list[Any]:
    """Give some records of a kind, the same at each run."""
    found: list[Any] = []

    @settings(
        max_examples=20, database=None, derandomize=True, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(one=any_of(kind, BASE))
    def gather(one: Any) -> None:
        found.append(one)

    gather()
    return found


def _named(planting: Planting, one: Any) -> Any:
    """Give the person's own record the name by which the others speak of them."""
    if not isinstance(one, Person):
        return one
    planting.words = {w: p for w, p in planting.words.items() if w not in one.full_name}
    return replace(one, full_name=NAME)


def _merged(planting: Planting, one: Any) -> Any:
    """Give a merge of somebody into the person, whose whole record went with it."""
    if not isinstance(one, Merge):
        return one
    went = json.dumps(to_plain(planting.into(a_person(remarks="Met."))))
    return replace(one, kind=PartyKind.PERSON, kept=SUBJECT.id, was=went)


@pytest.fixture(scope="module")
def texts() -> tuple[list[Any], Planting]:
    """One record for each field of each kind that can hold a text about somebody."""
    planting = Planting()
    kept: list[Any] = []
    for kind in RecordKind:
        if kind in {RecordKind.ACCESS_MARK, RecordKind.PARTNERSHIP, RecordKind.CASE}:
            continue
        for number, one in enumerate(examples(kind)):
            before = set(planting.seen)
            trial = Planting()
            trial.into(one)
            if trial.seen <= before:
                continue
            id_ = (
                SUBJECT.id
                if kind is RecordKind.PERSON
                else UUID(int=(list(RecordKind).index(kind) + 1) * 1000 + number)
            )
            if kind is RecordKind.PERSON and any(type(k) is Person for k in kept):
                continue
            made = replace(_merged(planting, planting.into(one)), id=id_)
            kept.append(_named(planting, made))
    return kept, planting


def put_all(office: Office, records: list[Any]) -> None:
    by_value = {shelf.value: shelf for shelf in shelves.ALL}
    with office.working(Act.OPEN_CASE) as unit:
        unit.people.put(SUBJECT)
        put_base(unit, BASE)
        for shelf in shelves.ALL:
            for one in records:
                if by_value[type(one)] is shelf:
                    unit.shelf(shelf).put(one)


def test_that_every_text_about_the_person_of_every_kind_is_in_the_copy(
    desk: Office, texts: tuple[list[Any], Planting]
) -> None:
    records, planting = texts
    put_all(desk, records)
    held = whole(copies.gather(desk, SUBJECT.id))
    missing = {path for word, path in planting.words.items() if word not in held}
    assert missing == set()


def test_that_every_field_that_may_name_somebody_was_tried(
    texts: tuple[list[Any], Planting],
) -> None:
    """A field added tomorrow is planted above, or says here why it cannot be."""
    _, planting = texts
    reached = {type(one).__name__ for one in texts[0]}
    missing = {
        f"{name}.{one}"
        for name, known in FIELDS.items()
        for one in known.identifying.split()
        if name.split(".")[1] in reached and f"{name}.{one}" not in planting.seen | UNPLANTABLE
    }
    typed = {path for path in missing if path.rsplit(".", 1)[-1] in TYPED}
    assert missing - typed == set()


# Dates and lists of values that have texts of their own.
TYPED = {"born", "addresses", "identifiers", "household", "at"}


def test_that_every_table_is_read_or_says_why_not() -> None:
    held = {shelf.table.name for shelf in shelves.ALL}
    assert set(schema.metadata.tables) - held == set(TABLES_BESIDE)


NEIGHBOUR = "Oswin Thrapstonby"
OFFICER = "Perpetua Rimmington"


@pytest.fixture
def asked(desk: Office) -> tuple[Office, PersonId, AccessRequestId]:
    """A person with a case in which a neighbour is named, and their request."""
    subject = a_person(
        full_name=NAME,
        phones=("07700 900111",),
        born=date(1980, 3, 31),
        household=(HouseholdMember(name="Kester Quorbleton", relation="Son"),),
        remarks=f"Rang 07700 900111 about {NEIGHBOUR}, who is at 07700 900222.",
    )
    case = a_case(reference="PSG-2026-700", subject=subject.id, title="Calls at night")
    people.save(desk, a_person(full_name=NEIGHBOUR, phones=("07700 900222",)))
    cases.open_case(desk, Opening(case=case, new_subject=subject))
    notes.add(desk, a_note(case=case.id, text=f"{NEIGHBOUR} says {NAME} shouted at 3 am."))
    with desk.working(Act.ADD_ACTION) as unit:
        unit.actions.put(
            an_action(case=case.id, officer=OFFICER, state=ActionState.PROPOSED, owner=None)
        )
    request = requests.receive(
        desk,
        AccessRequest(
            id=AccessRequestId(new_id()),
            reference="-",
            person=subject.id,
            received_on=desk.today(),
            asked_by=NAME,
        ),
    )
    return desk, subject.id, request.id


def found(copy: SubjectCopy, words: str) -> tuple[Entry, Any]:
    """Give the first passage that holds some words, with its entry."""
    return next((e, p) for e in copy.entries for p in e.passages if words in p.text)


def accept_all(office: Office, id_: AccessRequestId, person: PersonId) -> None:
    for entry in copies.gather(office, person, id_).waiting:
        requests.mark(office, [a_mark(id_, entry.key, MarkHow.LOOKED_AT)])


def a_mark(id_: AccessRequestId, spot: str, how: MarkHow, **changed: Any) -> AccessMark:
    return AccessMark(id=AccessMarkId(new_id()), request=id_, spot=spot, how=how, **changed)


def test_that_others_are_masked_and_the_person_is_not(
    asked: tuple[Office, PersonId, AccessRequestId],
) -> None:
    office, person, _ = asked
    said = given_out(copies.gather(office, person))
    assert NAME in said
    assert "07700 900111" in said
    assert "31 March 1980" in said
    for hidden in (NEIGHBOUR, "Thrapstonby", "07700 900222", OFFICER, "Kester"):
        assert hidden not in said


def test_that_a_passage_is_shown_by_decision_until_its_words_change(
    asked: tuple[Office, PersonId, AccessRequestId],
) -> None:
    office, person, id_ = asked
    copy = copies.gather(office, person, id_)
    _, passage = found(copy, "shouted at 3 am")
    (spot,) = [one for one in passage.spots if one.span.start == 0]
    shown = a_mark(id_, spot.key, MarkHow.SHOWN, reason="He agrees, letter of 3 November.")
    requests.mark(office, [shown])
    again = copies.gather(office, person, id_)
    assert found(again, "shouted")[1] == passage
    assert again.given(passage, Placeholders(seed=1)).startswith(NEIGHBOUR)
    with office.working(Act.AMEND_NOTE) as unit:
        note = next(one for one in unit.notes.all() if "shouted" in one.text)
        unit.notes.put(replace(note, text=f"{NEIGHBOUR} says {NAME} shouted at 4 am."))
    changed = copies.gather(office, person, id_)
    assert NEIGHBOUR not in changed.given(found(changed, "at 4 am")[1], Placeholders(seed=1))


def test_that_more_is_masked_and_an_entry_is_held_back_under_an_exemption(
    asked: tuple[Office, PersonId, AccessRequestId],
) -> None:
    office, person, id_ = asked
    copy = copies.gather(office, person, id_)
    entry, passage = found(copy, "shouted at 3 am")
    requests.mark(
        office,
        [a_mark(id_, passage.key, MarkHow.MASKED, exemption=Exemption.CRIME, passage="at 3 am")],
    )
    masked = copies.gather(office, person, id_)
    assert "3 am" not in masked.given(passage, Placeholders(seed=1))
    held = a_mark(
        id_, entry.key, MarkHow.HELD_BACK, exemption=Exemption.HARM_HEALTH, reason="GP's advice."
    )
    requests.mark(office, [held])
    assert "shouted" not in given_out(copies.gather(office, person, id_))


def test_that_a_copy_is_given_whole_logged_and_cannot_be_taken_back(
    asked: tuple[Office, PersonId, AccessRequestId], tmp_path: Path
) -> None:
    office, person, id_ = asked
    accept_all(office, id_, person)
    files = copy_files.answer(office, id_, tmp_path / "out", "The vault; no paper files exist.")
    document = pypdfium2.PdfDocument(files.paper)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document).split()
    read = " ".join(words)
    document.close()
    assert NAME in read
    assert "Information Commissioner" in read
    held = json.loads(files.data.read_text("utf-8"))
    assert held["facts"]["Request"] == "IR-2026-001"
    for hidden in (NEIGHBOUR, "07700 900222", OFFICER):
        assert hidden not in read + files.data.read_text("utf-8")
    row = requests.get(office, id_)
    assert row.request.state is RequestState.ANSWERED
    with office.reading() as unit:
        (case,) = (one.id for one in unit.cases.all() if one.reference == "PSG-2026-700")
    (told,) = information.of_case(office, case).disclosures
    assert told.gateway is Gateway.SUBJECT_ACCESS
    assert "IR-2026-001" in told.what
    requests_after = [one.request.state for one in requests.listed(office, person)]
    assert requests_after == [RequestState.ANSWERED]
    with pytest.raises(Refused):
        requests.mark(office, [a_mark(id_, "a", MarkHow.LOOKED_AT)])


def test_that_nothing_is_given_while_something_waits_for_a_decision(
    asked: tuple[Office, PersonId, AccessRequestId], tmp_path: Path
) -> None:
    office, person, id_ = asked
    other = a_person(full_name="Ansel Wherrington")
    case = a_case(reference="PSG-2026-701", subject=other.id, title="Noise")
    cases.open_case(office, Opening(case=case, new_subject=other))
    notes.add(office, a_note(case=case.id, text="Ansel was there as well."))
    copy = copies.gather(office, person, id_)
    assert [one.unsure for one in copy.waiting].count(True) >= 1
    with pytest.raises(Refused) as caught:
        copy_files.answer(office, id_, tmp_path / "out", "The vault.")
    assert caught.value.problems[0].problem is Problem.UNDECIDED_PASSAGES
    assert not (tmp_path / "out").exists()


def test_that_what_a_record_said_before_and_what_was_removed_is_in_the_copy(
    asked: tuple[Office, PersonId, AccessRequestId],
) -> None:
    office, person, _ = asked
    known = people.get(office, person)
    people.save(office, replace(known, remarks="Snorfield moved out."))
    people.save(office, replace(known, remarks=""))
    with office.working(Act.AMEND_NOTE) as unit:
        note = next(one for one in unit.notes.all() if "shouted" in one.text)
        unit.notes.remove(note.id)
    said = given_out(copies.gather(office, person))
    assert "Snorfield moved out." in said or "moved out." in said
    assert "shouted at 3 am" in said
    assert NEIGHBOUR not in said


def test_that_a_text_not_saved_yet_is_in_the_copy(
    asked: tuple[Office, PersonId, AccessRequestId],
) -> None:
    office, person, _ = asked
    notes.keep_draft(office, "note/somewhere", f"{NAME} half typed")
    assert "half typed" in given_out(copies.gather(office, person))
