"""Disposal in a real vault: what is due, what goes, what stays, and that nothing is left over."""

import json
import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, get_type_hints
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import actions, cases, notes
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.information_law import disposals, requests, retention
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.referring import referrals
from psg_desktop.casework.trail import as_at, undoing
from psg_desktop.casework.vault import upkeep, vaults
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.agendas import AgendaItem, ItemKind
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.disposals import NOBODY
from psg_desktop.domain.ids import (
    AccessRequestId,
    AgendaItemId,
    BatchId,
    CaseLinkId,
    InvolvementId,
    ReleaseId,
)
from psg_desktop.domain.involvements import CaseLink, Involvement, PartyKind, RoleKind
from psg_desktop.domain.people import Person
from psg_desktop.domain.plain import to_plain
from psg_desktop.domain.referrals import ReferralDecision, ReferralOutcome
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.releases import Release, ReleasedCase, ReleaseKind
from psg_desktop.domain.retention import DueKind, RetentionTrigger, StayKind
from psg_desktop.domain.subject_access import AccessRequest, RequestState
from psg_desktop.store import desk as store
from psg_desktop.store import pointers, shelves
from psg_desktop.store.desk import ImportedRow
from psg_desktop.words import trail as trail_words
from tests.attacks import byte_search
from tests.builders import TODAY, a_case, a_closure, a_note, a_person, an_action
from tests.casework.referring.test_referrals import received
from tests.effort import examples
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.store.random_work import work
from tests.vault_bytes import decrypted, rows_holding

WORDS = {"quorbleton", "zibberwick", "vexmoorlane", "snorfield"}
LATER = datetime.fromisoformat("2033-01-15T10:00:00+00:00")


def _opened(office: Office, number: int, person: Person) -> Case:
    case = a_case(reference=f"PSG-2026-{number:03}", subject=person.id, title="Calls at night")
    cases.open_case(office, Opening(case=case, new_subject=person))
    return case


def _marked(office: Office) -> tuple[Case, Person]:
    """Put a case about somebody whose every text has a word that stands nowhere else."""
    person = a_person(full_name="Ansel Quorbleton", remarks="Lives by Vexmoorlane.")
    case = _opened(office, 700, person)
    notes.add(office, a_note(case=case.id, text="Zibberwick was seen. Zibberwick was loud."))
    notes.keep_draft(office, notes.draft_key(case.id), "Snorfield half typed")
    proposed = an_action(case=case.id, state=ActionState.PROPOSED, owner=None, due=None)
    actions.add(office, replace(proposed, officer="Snorfield"))
    with office.working(Act.IMPORT_RECORDS) as unit:
        row = ImportedRow(fingerprint="f" * 64, row_key="Quorbleton 7", record=str(case.id))
        store.remember_rows(unit, unit.batch, [row])
    return case, person


def _beside(office: Office, case: Case) -> Case:
    """Put another case that stays, and everything in it that points at the one that goes."""
    other = _opened(office, 701, a_person(full_name="Somebody Else"))
    with office.working(Act.LINK_CASES) as unit:
        link = CaseLink(
            id=CaseLinkId(office.new_id()), case=other.id, other=case.id, nature="zibberwick"
        )
        unit.case_links.put(link)
        meeting = unit.meetings.all()[0].id
        unit.agenda_items.put(
            AgendaItem(
                id=AgendaItemId(office.new_id()), meeting=meeting, kind=ItemKind.OTHER_BUSINESS,
                case=case.id, title="Quorbleton",
            ),
        )  # fmt: skip
        unit.releases.put(
            Release(
                id=ReleaseId(office.new_id()), kind=ReleaseKind.DELIVERY_GROUP_PACK,
                meeting_on=TODAY, released_at=office.now(), released_by="Desk", digest="0" * 64,
                version="a1",
                cases=tuple(ReleasedCase(case=one.id, reference="A") for one in (case, other)),
            )
        )  # fmt: skip
    return other


def _due_case(office: Office, clock: FixedClock) -> tuple[Case, Person, Case]:
    case, person = _marked(office)
    other = _beside(office, case)
    cases.close(office, case.id, a_closure(summary="Zibberwick rests."))
    clock.moment = LATER
    return case, person, other


def _refused(office: Office, record: UUID, typed: str) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        disposals.dispose(office, record, typed)
    return [one.problem for one in caught.value.problems]


def test_that_a_closed_case_is_due_when_the_row_of_its_day_says_so(
    desk: Office, clock: FixedClock
) -> None:
    case, *_ = _due_case(desk, clock)
    clock.moment = LATER.replace(year=2031)
    assert case.id not in {one.event.record for one in retention.due(desk)}
    clock.moment = LATER
    (due,) = [one for one in retention.due(desk) if one.event.record == case.id]
    assert (due.due, due.rule.months) == (date(2032, 11, 21), 72)


def test_that_nothing_is_disposed_of_that_somebody_has_asked_for(
    desk: Office, clock: FixedClock
) -> None:
    case, person, _ = _due_case(desk, clock)
    request = requests.receive(
        desk,
        AccessRequest(
            id=AccessRequestId(desk.new_id()),
            reference="-",
            person=person.id,
            received_on=desk.today(),
            asked_by=person.full_name,
        ),
    )
    assert _refused(desk, case.id, case.reference) == [Problem.ASKED_FOR_BY_REQUEST]
    requests.end(desk, request.id, RequestState.WITHDRAWN, desk.today(), "Not pursued.")
    disposals.dispose(desk, case.id, case.reference)
    with desk.reading() as unit:
        assert not unit.access_requests.all()


def test_that_a_changed_schedule_counts_from_that_day_on_only(
    desk: Office, clock: FixedClock
) -> None:
    case, *_ = _due_case(desk, clock)
    before = retention.schedule(desk)
    (rule,) = [
        one for one in retention.schedule(desk) if one.trigger is RetentionTrigger.CASE_CLOSED
    ]
    retention.change_rule(desk, rule, 120, "Ten years")
    (due,) = [one for one in retention.due(desk) if one.event.record == case.id]
    assert due.rule.months == 72
    assert len(retention.schedule(desk)) == len(before) + 1
    undoing.undo_last(desk)
    assert retention.schedule(desk) == before


def test_that_a_hold_keeps_a_case_until_it_is_lifted_or_over(
    desk: Office, clock: FixedClock
) -> None:
    case, *_ = _due_case(desk, clock)
    (due,) = [one for one in retention.due(desk) if one.event.record == case.id]
    with pytest.raises(Refused):
        retention.keep(desk, due, StayKind.KEEP_LONGER, "A complaint.", None)
    stay = retention.keep(desk, due, StayKind.HOLD, "A complaint.", None)
    assert _refused(desk, case.id, case.reference) == [Problem.KEPT_BY_A_STAY]
    retention.lift(desk, stay)
    undoing.undo_last(desk)
    assert _refused(desk, case.id, case.reference) == [Problem.KEPT_BY_A_STAY]
    retention.lift(desk, stay)
    assert _refused(desk, case.id, "PSG") == [Problem.NOT_CONFIRMED]
    disposals.dispose(desk, case.id, case.reference)


def test_that_nothing_that_is_not_due_can_be_disposed_of(desk: Office) -> None:
    case, _ = _marked(desk)
    assert _refused(desk, case.id, case.reference) == [Problem.NOT_DUE]


def test_that_no_byte_of_what_was_disposed_of_is_left(desk: Office, clock: FixedClock) -> None:
    case, person, other = _due_case(desk, clock)
    ids = {str(case.id), str(person.id)}
    assert rows_holding(desk, WORDS | ids)
    assert byte_search.held(decrypted(desk), WORDS) == WORDS
    certificate = disposals.dispose(desk, case.id, case.reference)
    assert rows_holding(desk, WORDS | ids | {case.reference.casefold()}) == []
    assert byte_search.held(decrypted(desk), WORDS | ids) == set()
    assert upkeep.check_trail(desk).sound
    assert certificate.records > 5
    assert lists.case_page(desk, other.id).case.id == other.id
    with desk.reading() as unit:
        (release,) = unit.releases.all()
    assert [one.case for one in release.cases] == [NOBODY, other.id]


def test_that_the_certificate_can_be_counted_and_points_to_nobody(
    desk: Office, clock: FixedClock
) -> None:
    case, *_ = _due_case(desk, clock)
    made = disposals.dispose(desk, case.id, case.reference)
    assert disposals.certificates(desk) == (made,)
    assert made.number == "D-2033-001"
    assert (made.tombstone.opened, made.tombstone.ended) == ("2026 Q3", "2026 Q4")
    assert (made.tombstone.case_kind, made.tombstone.reason) == (CaseKind.PERSON, "resolved")
    counted = {one.kind: one.count for one in made.removed}
    assert counted[RecordKind.PERSON] == counted[RecordKind.CASE_LINK] == 1
    assert not WORDS & set(json.dumps(to_plain(made)).casefold().split())


def test_that_somebody_in_another_case_stays_there(desk: Office, clock: FixedClock) -> None:
    case, person = _marked(desk)
    other = _beside(desk, case)
    with desk.working(Act.INVOLVE) as unit:
        unit.involvements.put(
            Involvement(
                id=InvolvementId(desk.new_id()), case=other.id, party_kind=PartyKind.PERSON,
                party=person.id, role=RoleKind.FAMILY,
            )
        )  # fmt: skip
    cases.close(desk, case.id, a_closure())
    clock.moment = LATER
    disposals.dispose(desk, case.id, case.reference)
    with desk.reading() as unit:
        assert unit.people.find(person.id) == person
        assert unit.cases.find(case.id) is None


def test_that_a_referral_that_opened_no_case_goes_with_its_person(
    desk: Office, clock: FixedClock
) -> None:
    referral = received(desk, name="Ansel Quorbleton", problem="Zibberwick again.")
    referrals.decide(
        desk, referral.id,
        ReferralDecision(outcome=ReferralOutcome.WITHDRAWN, reason="Snorfield.",
                         decided_by="Joan Cloverley", on=TODAY),
    )  # fmt: skip
    clock.moment = LATER
    disposals.dispose(desk, referral.id, referral.reference)
    assert rows_holding(desk, WORDS | {str(referral.id)}) == []
    assert upkeep.check_trail(desk).sound


def test_that_somebody_in_no_case_is_due_a_year_after_the_last_change(
    desk: Office, clock: FixedClock
) -> None:
    person = a_person(full_name="Ansel Quorbleton")
    people.save(desk, person)
    clock.moment = clock.moment + timedelta(days=364)
    assert not [one for one in retention.due(desk) if one.event.about is DueKind.PERSON]
    clock.moment = LATER
    disposals.dispose(desk, person.id, "Ansel Quorbleton")
    assert rows_holding(desk, WORDS | {str(person.id)}) == []


def test_that_a_disposal_is_not_undone_nor_anything_it_reached(
    desk: Office, clock: FixedClock
) -> None:
    case, *_ = _due_case(desk, clock)
    with desk.reading() as unit:
        batch = BatchId(
            UUID(
                unit.reading.connection.execute(
                    text("SELECT batch FROM audit WHERE record = :id LIMIT 1"), {"id": str(case.id)}
                ).scalar_one()
            )
        )
    disposals.dispose(desk, case.id, case.reference)
    assert undoing.last_change(desk) is None
    with pytest.raises(Refused) as caught:
        undoing.undo(desk, batch)
    assert caught.value.problems[0].problem is Problem.DISPOSED_OF


def test_that_the_history_and_the_past_go_on_without_what_is_gone(
    desk: Office, clock: FixedClock
) -> None:
    case, _person, other = _due_case(desk, clock)
    disposals.dispose(desk, case.id, case.reference)
    history = lists.whole_history(desk, slice(0, None))
    lines = [trail_words.history_line(one, {}) for one in history.rows]
    assert "Note added: note that was disposed of" in lines
    then = as_at.case_as_at(desk, other.id, date(2026, 11, 21))
    assert then.case.id == other.id


TAMPERING = {
    "what is left is changed": "UPDATE audit SET who = 'X' WHERE sequence = :one",
    "its digest is changed": "UPDATE audit SET digest = 'X' WHERE sequence = :one",
    "the mark is taken away": "DELETE FROM reductions WHERE sequence = :one",
    "the mark names another disposal": "UPDATE reductions SET disposal = 'X' WHERE sequence = :one",
    "another entry is marked": "INSERT INTO reductions SELECT min(sequence), 'X' FROM audit",
    "the certificate is changed": "UPDATE audit SET changes = '{}' WHERE kind = 'disposal'",
}


@pytest.mark.parametrize("tampering", TAMPERING)
def test_that_tampering_after_a_disposal_is_told(
    desk: Office, clock: FixedClock, tampering: str
) -> None:
    case, *_ = _due_case(desk, clock)
    made = disposals.dispose(desk, case.id, case.reference)
    one = made.entries[len(made.entries) // 2].sequence
    with desk.desk.vault.engine.begin() as connection:
        said = text(TAMPERING[tampering])
        assert connection.execute(said, {"one": one} if ":one" in said.text else {}).rowcount
    assert not upkeep.check_trail(desk).sound


def test_that_an_entry_reduced_twice_is_accounted_for(desk: Office, clock: FixedClock) -> None:
    case, _person, other = _due_case(desk, clock)
    clock.moment = datetime.fromisoformat("2026-12-15T10:00:00+00:00")
    cases.close(desk, other.id, a_closure(on=clock.today()))
    clock.moment = LATER
    disposals.dispose(desk, case.id, case.reference)
    disposals.dispose(desk, other.id, "PSG-2026-701")
    assert rows_holding(desk, {str(case.id), str(other.id)}) == []
    assert upkeep.check_trail(desk).sound


def test_that_a_vault_opens_checks_and_restores_after_a_disposal(
    vault: Path, tmp_path: Path, clock: FixedClock
) -> None:
    office = vaults.unlock(vault, PASSPHRASE, clock)
    case, *_ = _due_case(office, clock)
    disposals.dispose(office, case.id, case.reference)
    kept = upkeep.back_up(office, tmp_path)
    office.close()
    assert upkeep.verify(vault, PASSPHRASE, clock).sound
    assert upkeep.verify(kept.path, PASSPHRASE, clock).sound
    upkeep.restore(kept.path, tmp_path / "again.psgstore", PASSPHRASE)
    assert upkeep.verify(tmp_path / "again.psgstore", PASSPHRASE, clock).sound


@pytest.fixture(scope="module")
def made(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault to take copies of, one for each example."""
    return Path(shutil.copytree(empty_vault, tmp_path_factory.mktemp("random") / "a.psgstore"))


@given(seed=st.integers(0, 2**32))
@settings(max_examples=examples(4, soak=80))
def test_that_nothing_points_at_what_is_gone_whatever_was_done_before(
    made: Path, seed: int
) -> None:
    rng, clock = random.Random(seed), FixedClock()
    with tempfile.TemporaryDirectory() as place:
        office = vaults.unlock(Path(shutil.copytree(made, Path(place) / "v")), PASSPHRASE, clock)
        try:
            for _ in range(30):
                work(office, rng)
            _close_all(office)
            clock.moment = LATER
            gone: set[str] = set()
            for one in retention.due(office):
                if rng.random() < 0.6 and _still_due(office, one.event.record):
                    before = _ids(office)
                    disposals.dispose(office, one.event.record, one.event.confirm)
                    gone |= before - _ids(office)
            assert rows_holding(office, gone) == []
            assert upkeep.check_trail(office).sound
        finally:
            office.close()


def _close_all(office: Office) -> None:
    with office.reading() as unit:
        standing = [one.id for one in unit.cases.all() if not one.closed]
    for id_ in standing:
        cases.close(office, id_, a_closure())


def _still_due(office: Office, record: UUID) -> bool:
    return record in {one.event.record for one in retention.due(office)}


def _ids(office: Office) -> set[str]:
    with office.reading() as unit:
        return {str(one.id) for shelf in shelves.ALL for one in unit.shelf(shelf).all()}


def test_that_every_field_that_points_at_a_record_is_named() -> None:
    """A new kind of record says here what becomes of it when what it names is disposed of."""
    named = {
        (shelf.kind, field)
        for shelf, field in (
            *pointers.KEEPERS,
            *pointers.FOLLOWERS,
            *pointers.EMPTIED,
            *pointers.STRUCK_OUT,
            *pointers.MERGED,
            *pointers.WITHIN_A_CASE,
        )
    }
    staying = {"AgencyId", "MeetingId", "RiskInstrumentId", "BatchId"}
    staying |= {
        "PlanId",
        "PlanPriorityId",
        "PlanActionId",
        "DeathReviewId",
        "StatisticsId",
    }  # these are never disposed of
    pointing = {
        (shelf.kind, name)
        for shelf in shelves.ALL
        for name, ids in _identifiers(shelf.value)
        if name not in {"id", shelf.case} and not ids <= staying
    }
    assert pointing - named == set()


def _identifiers(value: type[Any]) -> Iterator[tuple[str, set[str]]]:
    hints = get_type_hints(value)
    for one in fields(value):
        said = str(hints[one.name])
        ids = {word for word in said.replace("[", " ").replace("]", " ").replace(",", " ").split()
               if word.rsplit(".", 1)[-1].endswith("Id") or word == "uuid.UUID"}  # fmt: skip
        nested = "ReleasedCase" in said
        if ids or nested or hints[one.name] is UUID:
            yield one.name, {word.rsplit(".", 1)[-1] for word in ids}
