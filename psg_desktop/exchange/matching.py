"""Says whether a row is something the vault, or an earlier row of the file, already has."""

from collections import defaultdict
from datetime import date

from rapidfuzz import fuzz

from psg_desktop.domain.text import fold
from psg_desktop.exchange.drafts import PersonDraft, RowDraft
from psg_desktop.exchange.known import Existing, Known, person_key, place_key, reference_key
from psg_desktop.exchange.outcomes import Twin

_ALIKE = 86.0


def row_key(draft: RowDraft) -> str:
    """Give what a row is known by in a later file: its reference, else who or where it is about."""
    if draft.case is not None and draft.case.reference:
        return f"case:{reference_key(draft.case.reference)}"
    title = fold(draft.case.title) if draft.case is not None else ""
    if draft.person is not None:
        return f"person:{person_key(draft.person.full_name, draft.person.born)}:{title}"
    if draft.project is not None:
        return f"project:{fold(draft.project.name)}"
    if draft.place is not None:
        where = draft.place.address or draft.place.name
        return f"place:{place_key(where, draft.place.postcode)}:{title}"
    return ""


class Matcher:
    """Compares rows with the vault and with the rows before them."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._rows: dict[str, int] = {}
        self._nameless: dict[str, Existing] = {}
        self._by_birth: dict[str, list[tuple[str, Existing]]] = defaultdict(list)
        for key, existing in known.people.items():
            name, _, born = key.rpartition("|")
            self._nameless.setdefault(name, existing)
            if born:
                self._by_birth[born].append((name, existing))

    def twin(self, draft: RowDraft) -> Twin | None:
        """Find what the row already is; a case by its reference comes before its subject."""
        return self._case(draft) or self._subject(draft)

    def earlier_row(self, draft: RowDraft, number: int) -> int:
        """Give the first row of the file about the same subject, or 0, and remember this one."""
        key = _subject_key(draft)
        first = self._rows.setdefault(key, number) if key else number
        return 0 if first == number else first

    def _case(self, draft: RowDraft) -> Twin | None:
        if draft.case is None or not draft.case.reference:
            return None
        found = self._known.cases.get(reference_key(draft.case.reference))
        return None if found is None else _twin("case", found, "the same reference")

    def _subject(self, draft: RowDraft) -> Twin | None:
        if draft.person is not None:
            return self._person(draft.person)
        if draft.project is not None:
            found = self._known.projects.get(fold(draft.project.name))
            return None if found is None else _twin("project", found, "the same name")
        if draft.place is None:
            return None
        place = draft.place
        for where in filter(None, (place.address, place.name)):
            found = self._known.places.get(place_key(where, place.postcode))
            if found is not None:
                return _twin("place", found, "the same address")
        return None

    def _person(self, person: PersonDraft) -> Twin | None:
        exact = self._known.people.get(person_key(person.full_name, person.born))
        if exact is not None:
            why = "the same name and date of birth" if person.born else "the same name"
            return _twin("person", exact, why)
        folded = fold(person.full_name)
        if person.born is not None:
            return self._born_alike(folded, person.born)
        nameless = self._nameless.get(folded)
        if nameless is None:
            return None
        return _twin("person", nameless, "the same name, with no date of birth to tell them apart")

    def _born_alike(self, folded: str, born: date) -> Twin | None:
        for name, existing in self._by_birth.get(born.isoformat(), ()):
            if fuzz.token_sort_ratio(folded, name) >= _ALIKE:
                return _twin("person", existing, "the same date of birth and a similar name")
        undated = self._known.people.get(f"{folded}|")
        if undated is None:
            return None
        return _twin("person", undated, "the same name, with no date of birth to tell them apart")


def _twin(kind: str, existing: Existing, why: str) -> Twin:
    return Twin(kind=kind, id=existing.id, label=existing.label, why=why)


def _subject_key(draft: RowDraft) -> str:
    if draft.person is not None:
        return f"person:{person_key(draft.person.full_name, draft.person.born)}"
    if draft.project is not None:
        return f"project:{fold(draft.project.name)}"
    if draft.place is not None:
        where = draft.place.address or draft.place.name
        return f"place:{place_key(where, draft.place.postcode)}"
    return ""
