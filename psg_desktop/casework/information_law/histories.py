"""The history of records as a person may read it about themselves: who changed what, and when.

What a field says now stands in the record; here stands what it said before, and all that a record
said that was taken away.
"""

from collections.abc import Iterator, Mapping

from psg_desktop.casework.information_law.gathering import LEFT_OUT, Gathering, Relation
from psg_desktop.domain.changes import AuditEntry, FieldChange
from psg_desktop.privacy.subject_entries import Entry, Passage
from psg_desktop.store.queries import traces
from psg_desktop.store.units import Reading
from psg_desktop.words import dates, fields, names
from psg_desktop.words import subject_access as words


def entries(reading: Reading, gathered: Gathering) -> Iterator[Entry]:
    """Give the history of every record that concerns the person, one entry for each record."""
    mine = {str(one) for one in gathered.about}
    told: dict[str, list[AuditEntry]] = {}
    seen = set[int]()
    naming = {*mine, *gathered.own_words}
    for found in (traces.entries_of(reading, mine), traces.entries_naming(reading, naming)):
        for one in found:
            if one.sequence not in seen and one.kind not in LEFT_OUT:
                seen.add(one.sequence)
                told.setdefault(str(one.record), []).append(one)
    sure = {str(one.id) for one in gathered.found if one.relation is not Relation.MAY_SPEAK}
    for record, steps in told.items():
        passages = tuple(_passages(record, steps, gathered, whole=record in mine))
        if passages:
            yield Entry(
                place=f"history/{record}",
                kind="History",
                title=names.name(steps[0].kind),
                unsure=record not in sure | mine and not _points(steps, mine),
                passages=passages,
            )


def _points(steps: list[AuditEntry], mine: set[str]) -> bool:
    return any(id_ in str(change) for one in steps for change in one.changes for id_ in mine)


def _passages(
    record: str, steps: list[AuditEntry], gathered: Gathering, *, whole: bool
) -> Iterator[Passage]:
    for one in steps:
        lines = [_line(one, change, gathered.known) for change in _told(one, gathered, whole)]
        if not lines and not whole:
            continue
        place = f"history/{record}/{one.sequence}"
        text = "\n".join((f"By {one.who}.", *lines))
        yield Passage(
            place=place,
            label=f"{dates.moment_words(one.at)}, {names.name(one.act)}",
            text=text,
            spots=gathered.reader.spots(place, text),
        )


def _told(one: AuditEntry, gathered: Gathering, whole: bool) -> Iterator[FieldChange]:  # noqa: FBT001 - handed on
    for change in one.changes:
        if change.name in words.SILENT or change.before in (None, "", [], {}):
            continue
        if whole or _concerns(change, gathered):
            yield change


def _concerns(change: FieldChange, gathered: Gathering) -> bool:
    said = str(change.before)
    if any(str(id_) in said for id_ in gathered.about):
        return True
    return gathered.reader.mentions(said) is not False


def _line(one: AuditEntry, change: FieldChange, known: Mapping[str, str]) -> str:
    said = fields.words(one.kind, change.name, change.before, known)
    return f"{fields.field_name(change.name)}, before: {said}"
