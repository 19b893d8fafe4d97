"""Fifty things going wrong on marked records: no message, log or output tells who it was about."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from psg_desktop.casework.caseload import actions, cases, notes, projects  # fmt: skip
from psg_desktop.casework.importing import imports  # fmt: skip
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs  # fmt: skip
from psg_desktop.casework.parties import agencies, involvements, people, places  # fmt: skip
from psg_desktop.casework.reviewing import reviews  # fmt: skip
from psg_desktop.casework.trail import undoing  # fmt: skip
from psg_desktop.casework.vault import exports, upkeep, vaults  # fmt: skip
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.cases import Case, CaseKind, CaseMove, ExternalLead
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ActionId, AgencyId, CaseId, PlaceId, ProjectId
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.projects import BudgetLine, Project
from psg_desktop.domain.refusals import Refused
from psg_desktop.faults import Fault
from psg_desktop.words.refusals import sentences
from tests.builders import (
    TODAY,
    a_case,
    a_closure,
    a_note,
    a_person,
    a_review,
    an_action,
    new_id,
)  # fmt: skip
from tests.fakes import FixedClock

MARKER = "Zephyrine Quillfeather"
LONG = MARKER * 20_000
LATER = TODAY + timedelta(days=400)
PIECES = ("zephyrine", "quillfeather")


class Scene:
    """A vault with one marked case, and a place to write."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self.folder = office, folder
        self.person = a_person(full_name=MARKER, remarks=MARKER)
        self.case = a_case(subject=self.person.id, title=MARKER, problem=f"{MARKER} rang.")
        opening = cases.Opening(case=self.case, new_subject=self.person)
        cases.open_case(office, opening)
        self.note = a_note(case=self.case.id, text=MARKER)
        notes.add(office, self.note)
        self.action = an_action(
            case=self.case.id, what=MARKER, officer=MARKER, state=ActionState.PROPOSED, owner=None
        )
        actions.add(office, self.action)

    def opened(self, **changes: Any) -> None:
        """Try to open another case about the same person."""
        held = {"subject": self.person.id, "title": MARKER, "reference": "PSG-2026-777"} | changes
        cases.open_case(self.office, cases.Opening(case=a_case(**held)))

    def sql(self, statement: str, **values: object) -> None:
        """Say something to the database that it refuses."""
        with self.office.working(Act.SAVE_PERSON) as unit:
            unit.reading.connection.execute(text(statement), values)

    def file(self, content: bytes, name: str) -> Path:
        """Write a file from outside with the marker in it."""
        path = self.folder / name
        path.write_bytes(content)
        return path

    def pack(self) -> packs.PackProposal:
        """Propose a pack of the case."""
        return packs.propose_pack(self.office, date(2026, 12, 3), [self.case.id])


LEAD = ExternalLead(group="", reference=MARKER, lead_professional=MARKER, since=TODAY)
FAULTS: dict[str, Callable[[Scene], object]] = {
    "case without title": lambda s: s.opened(title=" "),
    "case without reference": lambda s: s.opened(reference=""),
    "case with a taken reference": lambda s: s.opened(reference=s.case.reference),
    "case opened in the future": lambda s: s.opened(opened=LATER),
    "case about nobody": lambda s: s.opened(subject=new_id()),
    "case of another kind": lambda s: s.opened(kind=CaseKind.PLACE),
    "case with a long title": lambda s: s.opened(title=LONG),
    "case with a long problem": lambda s: s.opened(problem=LONG),
    "case with a lead that is not there": lambda s: s.opened(lead_agency=AgencyId(new_id())),
    "case known already, another subject": lambda s: cases.open_case(
        s.office, cases.Opening(case=a_case(), new_subject=a_person(full_name=MARKER))
    ),
    "case with too short an interval": lambda s: s.opened(review_every=0),
    "amending a state": lambda s: cases.amend(s.office, s.case.move(CaseMove.START_PLAN)),
    "amending a case that is not there": lambda s: cases.amend(s.office, a_case(title=MARKER)),
    "amending without a subject": lambda s: cases.amend(
        s.office, replace(s.case, subject=new_id())
    ),
    "a move that is not possible": lambda s: cases.move(s.office, s.case.id, CaseMove.STEP_UP),
    "holding without a reason": lambda s: cases.hold(s.office, s.case.id, " ", None),
    "holding until yesterday": lambda s: cases.hold(
        s.office, s.case.id, MARKER, TODAY - timedelta(days=1)
    ),
    "handing over to nobody": lambda s: cases.hand_over(s.office, s.case.id, LEAD),
    "escalating to nobody": lambda s: cases.escalate(s.office, s.case.id, "", MARKER),
    "escalating without an ask": lambda s: cases.escalate(s.office, s.case.id, MARKER, ""),
    "resuming what goes on": lambda s: cases.resume(s.office, s.case.id, MARKER),
    "closing without a summary": lambda s: cases.close(s.office, s.case.id, a_closure(summary="")),
    "closing for an unknown reason": lambda s: cases.close(
        s.office, s.case.id, a_closure(reason=MARKER, summary=MARKER)
    ),
    "closing in the future": lambda s: cases.close(
        s.office, s.case.id, a_closure(summary=MARKER, on=LATER)
    ),
    "reopening what is open": lambda s: cases.reopen(s.office, s.case.id, MARKER),
    "a case that is not there": lambda s: cases.reopen(s.office, CaseId(new_id()), MARKER),
    "person without a name": lambda s: people.save(
        s.office, a_person(full_name="", remarks=MARKER)
    ),
    "person with a long name": lambda s: people.save(s.office, a_person(full_name=LONG)),
    "person with a long alias": lambda s: people.save(s.office, a_person(aliases=(LONG,))),
    "person born in the future": lambda s: people.save(
        s.office, a_person(full_name=MARKER, born=LATER)
    ),
    "person born too long ago": lambda s: people.save(
        s.office, a_person(full_name=MARKER, born=date(1850, 1, 1))
    ),
    "an address with a bad postcode": lambda _: AddressStay(lines=MARKER, postcode=MARKER),
    "an address that ends first": lambda _: AddressStay(lines=MARKER, since=LATER, until=TODAY),
    "place without a name": lambda _: Place(id=PlaceId(new_id()), name="", remarks=MARKER),
    "place with a bad postcode": lambda s: places.save(
        s.office, Place(id=PlaceId(new_id()), name=MARKER, postcode=MARKER)
    ),
    "project that ends first": lambda s: projects.save(
        s.office, Project(id=ProjectId(new_id()), name=MARKER, starts=LATER, ends=TODAY)
    ),
    "project below nothing": lambda _: Project(
        id=ProjectId(new_id()), name=MARKER, budget=(BudgetLine(source=MARKER, pence=-1),)
    ),
    "agency without a name": lambda s: agencies.save(
        s.office, Agency(id=AgencyId(new_id()), name="")
    ),
    "action without words": lambda s: Action(
        id=ActionId(new_id()), case=s.case.id, what="", officer=MARKER
    ),
    "action agreed without an owner": lambda s: actions.agree(
        s.office, s.action.id, actions.Terms(owner=None, officer=MARKER, due=TODAY, meeting=MARKER)
    ),
    "action done before it was agreed": lambda s: actions.complete(
        s.office, s.action.id, TODAY, MARKER
    ),
    "action that is not there": lambda s: actions.start(s.office, ActionId(new_id())),
    "action of no case": lambda s: actions.add(s.office, an_action(what=MARKER)),
    "note without words": lambda s: notes.add(s.office, a_note(case=s.case.id, text=" ")),
    "note that is too long": lambda s: notes.add(s.office, a_note(case=s.case.id, text=LONG)),
    "note of no case": lambda s: notes.add(s.office, a_note(text=MARKER)),
    "note from the future": lambda s: notes.add(
        s.office, a_note(case=s.case.id, text=MARKER, happened_on=LATER)
    ),
    "review of no case": lambda s: reviews.record(s.office, a_review(decision=MARKER)),
    "review without a decision": lambda s: reviews.record(
        s.office, a_review(case=s.case.id, decision="")
    ),
    "a case linked with itself": lambda s: involvements.link(
        s.office, s.case.id, s.case.id, MARKER
    ),
    "a pack of nothing": lambda s: packs.propose_pack(s.office, TODAY, []),
    "a pack with words undecided": lambda s: packs.approve_pack(s.office, s.pack()),
    "a pack with a name accepted": lambda s: packs.accept(
        s.office, s.pack(), s.case.id, {"text": f"{MARKER} rang."}
    ),
    "a row that is there twice": lambda s: s.sql(
        "INSERT INTO import_templates (name, template) VALUES (:a, :a), (:a, :a)", a=MARKER
    ),
    "a table that is not there": lambda s: s.sql("INSERT INTO nowhere VALUES (:a)", a=MARKER),
    "a link into nothing": lambda s: s.sql(
        'UPDATE notes SET "case" = :a WHERE text = :a', a=MARKER
    ),
    "a spreadsheet that is none": lambda s: imports.read(
        s.file(b"PK\x03\x04" + MARKER.encode(), "a.xlsx")
    ),
    "a template that is none": lambda s: imports.template_from_file(
        s.file(MARKER.encode(), "t.json")
    ),
    "an export over a file": lambda s: exports.export_everything(
        s.office, s.file(MARKER.encode(), "out")
    ),
    "a backup to nowhere": lambda s: upkeep.back_up(s.office, s.folder / "no" / "where" / "b"),
    "a backup that is none": lambda s: upkeep.restore(
        s.file(MARKER.encode(), "b.psgbackup"), s.folder / "r.psgstore", MARKER
    ),
    "a wrong passphrase": lambda s: vaults.change_passphrase(s.office, MARKER, MARKER),
    "a vault in use": lambda s: vaults.unlock(s.office.place, MARKER, FixedClock()),
    "an undo with nothing left": lambda s: [undoing.undo_last(s.office) for _ in range(9)],
}


@pytest.mark.parametrize("name", FAULTS)
def test_that_what_goes_wrong_names_nobody(
    name: str, desk: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    scene = Scene(desk, tmp_path)
    with pytest.raises(Exception) as problem:  # noqa: PT011 - whatever it is, it names nobody
        FAULTS[name](scene)
    assert told(problem.value, caplog.text, *capfd.readouterr()) == []


def told(problem: BaseException, *more: str) -> list[str]:
    """Give the pieces of the marker in anything the problem can be made to say."""
    said = [str(problem), repr(problem), *more]
    if isinstance(problem, Refused):
        said += sentences(problem.problems)
    last: BaseException | None = problem
    while last is not None:
        said += [repr(last.args), *traceback.format_exception_only(last)]
        last = last.__cause__ or last.__context__
    return [piece for piece in PIECES if any(piece in one.casefold() for one in said)]


def test_that_there_are_fifty_of_them() -> None:
    assert len(FAULTS) >= 50


def test_that_a_message_with_a_name_would_be_noticed() -> None:
    assert told(ValueError(f"no such person: {MARKER}")) == list(PIECES)
    inner = Fault("The file cannot be read.")
    inner.__context__ = KeyError(MARKER)
    assert told(inner) == list(PIECES)


@pytest.mark.parametrize("value", [a_person(full_name=MARKER, remarks=MARKER), a_note(text=MARKER)])
def test_that_a_record_shown_by_a_debugger_names_nobody(value: Person) -> None:
    assert told(ValueError(repr(value))) == []


def test_that_a_case_shown_by_a_debugger_names_nobody() -> None:
    shown = a_case(title=MARKER, problem=MARKER, lead_practitioner=MARKER)
    assert isinstance(shown, Case)
    assert told(ValueError(repr(shown))) == []
