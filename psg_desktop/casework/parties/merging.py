"""Merging two records of one person or place: everything moves, and all of it can be taken back."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import Case
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.ids import CaseLinkId, MergeId
from psg_desktop.domain.involvements import CaseLink, PartyKind
from psg_desktop.domain.merges import Merge, merged_person, merged_place
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.plain import to_plain
from psg_desktop.domain.pointers import repointed
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.store.queries import place_rows, pointing
from psg_desktop.store.units import Unit

_KINDS = {PartyKind.PERSON: RecordKind.PERSON, PartyKind.PLACE: RecordKind.PLACE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """What is to be merged, and how.

    Attributes:
        kept: The record that stays; `other` the one that goes.
        theirs: The fields in which the value of the other stands.
        link_cases: Whether to link the open cases that both are the subject of.
    """

    kind: PartyKind
    kept: UUID
    other: UUID
    reason: str = field(default="", repr=False)
    theirs: frozenset[str] = frozenset()
    link_cases: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What would happen.

    Attributes:
        kept, other: The two records; `merged` the one there would be, None where it is refused.
        moves: How many records of each kind would name the one that stays.
        open_cases: References of the open cases that each is the subject of, if both are of one.
    """

    kept: Person | Place
    other: Person | Place
    moves: tuple[tuple[RecordKind, int], ...]
    open_cases: tuple[str, ...] = ()


def preview(office: Office, kind: PartyKind, kept: UUID, other: UUID) -> MergePreview:
    """Read both records, and what a merge would move.

    Raises:
        Refused: It is the same record, or one of them is not there.
    """
    _check(kept, other, "because")
    with office.reading() as unit:
        shelf = unit.collection(_KINDS[kind])
        named = pointing.records_naming(unit.reading, other)
        mine, theirs = _open_cases(unit, kept), _open_cases(unit, other)
        both = (*mine, *theirs) if mine and theirs else ()
        return MergePreview(
            kept=shelf.get(kept),
            other=shelf.get(other),
            moves=tuple((one, len(records)) for one, records in named.items()),
            open_cases=tuple(case.reference for case in both),
        )


def merge(office: Office, merging: Merging) -> MergeId:
    """Merge two records: what named the one that goes names the one that stays.

    Raises:
        Refused: It is the same record, the reason is missing, or one of them is not there.
    """
    _check(merging.kept, merging.other, merging.reason)
    with office.working(Act.MERGE_RECORDS) as unit:
        shelf = unit.collection(_KINDS[merging.kind])
        kept, other = shelf.get(merging.kept), shelf.get(merging.other)
        if merging.link_cases:
            _link_cases(office, unit, merging)
        joined = _joined(unit, kept, other, merging.theirs)
        shelf.put(joined)
        for kind, records in pointing.records_naming(unit.reading, merging.other).items():
            # What lies within the other one may be the one that stays, which is settled already.
            others = (one for one in records if one.id != merging.kept)
            moved = [repointed(one, merging.other, merging.kept) for one in others]
            unit.collection(kind).put_all(moved)
        shelf.remove(merging.other)
        made = _record(office, unit, merging, other)
        unit.merges.put(made)
    return made.id


def take_back(office: Office, id_: MergeId) -> None:
    """Take a merge back: both records are there again, and everything names whom it named.

    Raises:
        Refused: There is no such merge, or what it touched was changed since.
    """
    with office.reading() as unit:
        batch = unit.merges.get(id_).batch
    undoing.undo(office, batch)


def merges_of(office: Office, kept: UUID) -> tuple[Merge, ...]:
    """Read what was merged into a person or a place, the last merge first."""
    with office.reading() as unit:
        return tuple(reversed(unit.merges.where(kept=kept)))


def _check(kept: UUID, other: UUID, reason: str) -> None:
    found = Findings()
    found.when(kept == other, "other", Problem.SAME_RECORD)
    found.when(not reason.strip(), "merge_reason", Problem.REASON_MISSING)
    found.settle()


def _joined(
    unit: Unit, kept: Person | Place, other: Person | Place, theirs: frozenset[str]
) -> Person | Place:
    if isinstance(kept, Person) and isinstance(other, Person):
        return merged_person(kept, other, theirs)
    if isinstance(kept, Place) and isinstance(other, Place):
        chosen = other if "part_of" in theirs else kept
        above = place_rows.above(unit.reading, chosen.part_of)
        return merged_place(kept, other, theirs, above)
    raise TypeError("A person is not merged with a place.")


def _record(office: Office, unit: Unit, merging: Merging, other: Person | Place) -> Merge:
    return Merge(
        id=MergeId(office.new_id()),
        kind=merging.kind,
        kept=merging.kept,
        merged=merging.other,
        name=other.full_name if isinstance(other, Person) else other.name,
        was=json.dumps(to_plain(other), ensure_ascii=False),
        at=office.now(),
        by=office.who,
        reason=merging.reason.strip(),
        batch=unit.batch,
    )


def _open_cases(unit: Unit, subject: UUID) -> list[Case]:
    return [case for case in unit.cases.where(subject=subject) if not case.closed]


def _link_cases(office: Office, unit: Unit, merging: Merging) -> None:
    linked: set[frozenset[UUID]] = {
        frozenset({one.case, one.other}) for one in unit.case_links.all()
    }
    mine, theirs = _open_cases(unit, merging.kept), _open_cases(unit, merging.other)
    unit.case_links.put_all(_links(office, mine, theirs, linked))


def _links(
    office: Office, mine: list[Case], theirs: list[Case], linked: set[frozenset[UUID]]
) -> Iterable[CaseLink]:
    for case in mine:
        for other in theirs:
            if frozenset({case.id, other.id}) not in linked:
                yield CaseLink(
                    id=CaseLinkId(office.new_id()),
                    case=case.id,
                    other=other.id,
                    nature="The same subject",
                )
