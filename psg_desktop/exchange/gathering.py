"""Gathers the rows of one case, or of one place, into a single draft."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from psg_desktop.exchange.drafts import CaseDraft, NoteDraft, PersonDraft, RowDraft
from psg_desktop.exchange.known import person_key
from psg_desktop.exchange.outcomes import RowOutcome, Status

_NOT_TOLD = frozenset({"kind", "reference", "titled"})


def orphans_told(outcomes: Iterable[RowOutcome]) -> tuple[RowOutcome, ...]:
    """Give the outcomes with every row that adds to a row left out told as left out too.

    Such a row has a reference and names nobody, so without the first it is about nobody.
    """
    told: list[RowOutcome] = []
    kept: set[int] = set()
    for outcome in outcomes:
        alone = outcome.carrier not in kept
        if outcome.draft is not None and alone and _names_nothing(outcome.draft):
            reason = f"It adds to row {outcome.carrier}, which is left out or undecided."
            told.append(replace(outcome, status=Status.SKIPPED, draft=None, reason=reason))
            continue
        if outcome.draft is not None and not outcome.undecided:
            kept.add(outcome.number)
        told.append(outcome)
    return tuple(told)


def gathered(outcomes: Iterable[RowOutcome]) -> tuple[RowDraft, ...]:
    """Give the drafts of all rows that are decided, later rows added to the case they belong to."""
    drafts: dict[int, RowDraft] = {}
    for outcome in outcomes:
        if outcome.draft is None or outcome.undecided:
            continue
        carrier = drafts.get(outcome.carrier)
        if carrier is None:
            drafts[outcome.number] = outcome.draft
        else:
            drafts[outcome.carrier] = _added(carrier, outcome.draft)
    return tuple(drafts.values())


def _names_nothing(draft: RowDraft) -> bool:
    named = draft.person or draft.place or draft.project or draft.joins
    return not named


def _added(first: RowDraft, later: RowDraft) -> RowDraft:
    """Add a row to the one that carries its case; what it says differently is told in a note."""
    return replace(
        first,
        rows=(*first.rows, *later.rows),
        fingerprints=(*first.fingerprints, *later.fingerprints),
        actions=(*first.actions, *later.actions),
        notes=tuple(
            dict.fromkeys(
                (
                    *first.notes,
                    *later.notes,
                    *_differences(first, later),
                    *_other_place(first, later),
                )
            )
        ),
        others=(*first.others, *_other_people(first, later)),
        place=first.place or later.place,
        project=first.project or later.project,
        taken=first.taken | later.taken,
    )


def _other_people(first: RowDraft, later: RowDraft) -> Iterator[PersonDraft]:
    there = {_key(person) for person in (first.person, *first.others) if person is not None}
    if later.person is not None and _key(later.person) not in there:
        yield later.person


def _key(person: PersonDraft) -> str:
    return person_key(person.full_name, person.born)


def _differences(first: RowDraft, later: RowDraft) -> Iterator[NoteDraft]:
    if first.case is None or later.case is None:
        return
    told = [
        f"{one.name.replace('_', ' ').capitalize()}: {_written(getattr(later.case, one.name))}"
        for one in fields(CaseDraft)
        if one.name not in _NOT_TOLD
        and getattr(later.case, one.name)
        and getattr(later.case, one.name) != getattr(first.case, one.name)
    ]
    if told:
        row = later.rows[0]
        yield NoteDraft(text=f"Row {row} of the spreadsheet also says:\n" + "\n".join(told))


def _other_place(first: RowDraft, later: RowDraft) -> Iterator[NoteDraft]:
    if first.place is None or later.place is None or first.place == later.place:
        return
    parts = dict.fromkeys((later.place.name, later.place.address, later.place.postcode))
    where = ", ".join(filter(None, parts))
    yield NoteDraft(text=f"Row {later.rows[0]} of the spreadsheet also names the place: {where}")


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).replace("_", " ")
