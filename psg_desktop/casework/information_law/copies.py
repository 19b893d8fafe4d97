"""The copy of everything held on a person: gathered over the whole vault, third parties masked."""

from collections.abc import Iterator
from uuid import UUID

from psg_desktop.casework.information_law import gathering, histories
from psg_desktop.casework.information_law.gathering import (
    Gathered,
    Gathering,
    Held,
    Progress,
    Relation,
    nobody_listens,
)
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities, local_wards
from psg_desktop.domain.access_marks import AccessMark
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import AccessRequestId, PersonId
from psg_desktop.domain.leaves import Leaf
from psg_desktop.privacy.identities import KnownIdentity
from psg_desktop.privacy.subject_copies import CopyReader, own_identity
from psg_desktop.privacy.subject_entries import Entry, Passage, SubjectCopy
from psg_desktop.privacy.wordlists import shipped_lexicon
from psg_desktop.store import shelves
from psg_desktop.store.queries import traces
from psg_desktop.store.units import Unit
from psg_desktop.words import names
from psg_desktop.words import subject_access as words
from psg_desktop.words.fields import field_name

# What a record that is pointed at is called.
_CALLED = ("full_name", "short_name", "name", "reference", "title", "what", "on")


def gather(
    office: Office,
    person: PersonId,
    request: AccessRequestId | None = None,
    progress: Progress = nobody_listens,
) -> SubjectCopy:
    """Gather everything held on a person, with the decisions of a request applied.

    *progress* hears how many of how many steps of each part are behind, and may raise to stop.

    Raises:
        Refused: There is no such person.
    """
    with office.reading() as unit:
        subject = unit.people.get(person)
        gathered = gather_in(unit, person, progress)
        entries = (
            *_entries(gathered, progress),
            *histories.entries(unit.reading, gathered),
            *_unsaved(unit, gathered),
            *_imported(unit, gathered),
        )
        marks = unit.access_marks.where(request=request) if request else ()
    return SubjectCopy(
        person=subject.full_name, entries=entries, marks=marks, seed=person.int % 2**31
    )


def marks_of(office: Office, request: AccessRequestId) -> tuple[AccessMark, ...]:
    """Read what was decided about a copy so far."""
    with office.reading() as unit:
        return unit.access_marks.where(request=request)


def gather_in(unit: Unit, person: PersonId, progress: Progress = nobody_listens) -> Gathering:
    """Find the records that concern a person, in a unit of work that is open."""
    held = gathering.everything(unit, progress)
    ids = gathering.same_person(held, person)
    about = gathering.about(held, ids)
    known = (*identities.everyone_in(lambda shelf: held[shelf]), *_officials(held))
    own = own_identity(map(str, about), known)
    agencies = [part for one in held[shelves.AGENCIES] for part in (one.name, one.short_name)]
    lexicon = shipped_lexicon().allowing(list(filter(None, agencies)))
    reader = CopyReader(own, known, lexicon)
    found = gathering.gather(held, about | ids, reader, progress)
    return Gathering(
        ids=ids,
        about=frozenset(about),
        found=found,
        known=_names(unit, found),
        reader=reader,
        own_words=frozenset(one.text for one in own.known if one.kind in gathering.NAMING_WORDS),
    )


def _officials(held: Held) -> Iterator[KnownIdentity]:
    """Give those who sat in meetings, whom no pack ever names."""
    for meeting in held[shelves.MEETINGS]:
        for name in (meeting.chair, meeting.statement_by):
            yield from identities.of_official(name)
    for one in held[shelves.ATTENDANCES]:
        for name in (one.name, one.substitute_for):
            yield from identities.of_official(name)


def _entries(gathered: Gathering, progress: Progress) -> Iterator[Entry]:
    for number, one in enumerate(gathered.found):
        progress(number, len(gathered.found))
        place = f"{one.kind.value}/{one.id}"
        passages = tuple(_passages(place, one, gathered))
        if passages:
            yield Entry(
                place=place,
                kind=names.name(one.kind),
                title=words.title(one.parts()),
                unsure=one.relation is Relation.MAY_SPEAK,
                passages=passages,
                case=_case(one),
                document=one.kind is RecordKind.ATTACHMENT,
            )


def _case(one: Gathered) -> UUID | None:
    if one.kind is RecordKind.CASE:
        return one.id
    named = shelves.BY_KIND[one.kind].case_of(shelves.plain_of(one.value))
    return UUID(named) if named else None


def _passages(place: str, one: Gathered, gathered: Gathering) -> Iterator[Passage]:
    for leaf in one.parts():
        text = words.said(leaf.name, leaf.value, gathered.known)
        at = f"{place}/{leaf.path}"
        spots = gathered.reader.spots(at, text) if _may_name(leaf) else ()
        yield Passage(place=at, label=words.label(leaf, field_name), text=text, spots=spots)


def _may_name(leaf: Leaf) -> bool:
    """Say whether a value is looked through: texts, names of records, and what identifies."""
    return leaf.identifying or leaf.points or type(leaf.value) is str


def _names(unit: Unit, found: tuple[Gathered, ...]) -> dict[str, str]:
    """Give what every record that is pointed at is called."""
    wanted = sorted({str(leaf.value) for one in found for leaf in one.parts() if leaf.points})
    named: dict[str, str] = {}
    for shelf in shelves.ALL:
        for id_, plain in unit.shelf(shelf).plain_of(wanted).items():
            called = next((plain[name] for name in _CALLED if plain.get(name)), None)
            named[id_] = str(called) if called else names.name(shelf.kind)
    lists = (
        unit.document_kinds, unit.support_codes, unit.intervention_kinds,
        unit.focus_areas, unit.closure_reasons, unit.demand_measures,
    )  # fmt: skip
    for one in lists:
        named |= {row.code: row.name for row in one.all()}
    return named | local_wards.code_names(unit)


def _unsaved(unit: Unit, gathered: Gathering) -> Iterator[Entry]:
    for one in traces.unsaved(unit.reading):
        pointed = any(str(id_) in one.key + one.text for id_ in gathered.about)
        mentioned = gathered.reader.mentions(one.text)
        if pointed or mentioned is not False:
            place = f"draft/{one.key}"
            spots = gathered.reader.spots(place, one.text)
            text = Passage(place=place, label="Text", text=one.text, spots=spots)
            yield Entry(
                place=place,
                kind="Text that was not saved yet",
                title="",
                unsure=not pointed and mentioned is None,
                passages=(text,),
            )


def _imported(unit: Unit, gathered: Gathering) -> Iterator[Entry]:
    rows = traces.imported_as(unit.reading, [str(one) for one in gathered.about])
    if rows:
        place = "imported rows"
        text = "\n".join(rows)
        spots = gathered.reader.spots(place, text)
        passage = Passage(place=place, label="Rows of spreadsheets", text=text, spots=spots)
        yield Entry(
            place=place, kind="Where it came from", title="", unsure=False, passages=(passage,)
        )
