"""One case as it stood on a day that has passed, to be read only."""

from collections.abc import Iterable, Mapping
from datetime import date

from typing_extensions import override

from psg_desktop.casework import code_names
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import as_at
from psg_desktop.casework.trail.as_at import CaseAsAt
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.plain import Plain, to_plain
from psg_desktop.ui.as_at.past_page import PastPage
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine
from psg_desktop.ui.widgets.labels import rule
from psg_desktop.ui.widgets.sections import Card, Facts, ReadingColumn
from psg_desktop.words import fields, names

# What says nothing to a person, or is shown as the heading of the entry.
_SILENT = frozenset({"id", "case", "party_kind", "written_at"})
_TITLES = (
    "what", "statement", "text", "decision", "name", "party", "other", "title", "kind_name",
)  # fmt: skip


class CaseAsAtPage(PastPage[CaseAsAt]):
    """Shows every record of a case as it stood, kind by kind, in words."""

    def __init__(self, office: Office, case: CaseId, day: date) -> None:
        super().__init__("Case as at a past day", office, day)
        self._case = case
        self.column = ReadingColumn("Case as it stood")
        self.put_below(self.column)

    @override
    def read(self, day: date) -> CaseAsAt:
        return as_at.case_as_at(self.office, self._case, day)

    @override
    def show_found(self, found: CaseAsAt, day: date) -> None:
        self.retitle(f"{found.case.reference} as at a past day", found.case.title)
        before, self.column = self.column, ReadingColumn("Case as it stood")
        for key, card in self._cards(found):
            self.column.add(key, card)
        self.put_below(self.column, instead=before)

    def _cards(self, found: CaseAsAt) -> Iterable[tuple[str, Card]]:
        known = self._known(found)
        card = Card("The case")
        card.add(Facts(_facts(RecordKind.CASE, to_plain(found.case), known)))
        yield "case", card
        for kind, records in found.records.items():
            if records:
                yield kind.value, _card(kind, records, known)

    def _known(self, found: CaseAsAt) -> dict[str, str]:
        return code_names.every(self.office) | fields.by_text(found.names)


def _card(kind: RecordKind, records: Iterable[Plain], known: Mapping[str, str]) -> Card:
    entries = [_entry(kind, one, known) for one in records]
    card = Card(f"{names.name(kind)} ({len(entries)})")
    for place, entry in enumerate(reversed(entries)):
        if place:
            card.add(rule())
        card.add(EntryLine(entry))
    return card


def _entry(kind: RecordKind, plain: Plain, known: Mapping[str, str]) -> Entry:
    title = next((name for name in _TITLES if plain.get(name)), "")
    said = fields.words(kind, title, plain[title], known) if title else names.name(kind)
    rest = [(words, text) for words, text in _facts(kind, plain, known, without=title)]
    return Entry(
        key=plain["id"],
        title=said,
        text="\n".join(f"{words}: {text}" for words, text in rest),
        about=f"{names.name(kind)} {plain['id'][-4:]}",
    )


def _facts(
    kind: RecordKind, plain: Plain, known: Mapping[str, str], without: str = ""
) -> list[tuple[str, str]]:
    return [
        (fields.field_name(name), fields.words(kind, name, part, known))
        for name, part in plain.items()
        if name not in _SILENT and name != without and part not in (None, "", [], {})
    ]
