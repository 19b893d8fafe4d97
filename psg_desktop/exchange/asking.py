"""What a check is asked about, and the first answers for a row: left out, or there before."""

from dataclasses import dataclass, field, replace
from datetime import date

from psg_desktop.exchange.drafts import RowDraft
from psg_desktop.exchange.fingerprints import fingerprints
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.mapping import Mapping
from psg_desktop.exchange.outcomes import Choice, Decisions, RowOutcome, Status, Twin
from psg_desktop.exchange.tables import Table

_LEFT_OUT = "You chose to leave it out."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A table, what its columns fill, what the vault holds, and what was decided so far."""

    table: Table = field(repr=False)
    mapping: Mapping
    known: Known = field(repr=False)
    today: date
    decisions: Decisions


class Before:
    """Says of a row that it is left out, came in before, or stands further up in the file."""

    def __init__(self, asked: Asked, *, counted: bool) -> None:
        """Begin; when *counted*, equal rows are different things."""
        self._asked, self._counted = asked, counted
        self._prints = fingerprints(asked.table, asked.mapping, counted=counted)
        self._first: dict[str, int] = {}

    def outcome(self, at: int, number: int) -> RowOutcome | None:
        """Give what is known of row *at* before it is read; None where it must be read."""
        if number in self._asked.decisions.skipped:
            return skipped(number, _LEFT_OUT)
        print_ = self._prints[at]
        existing = self._asked.known.fingerprints.get(print_)
        if existing is not None:
            why = "imported before, unchanged"
            twin = Twin(kind="row", id=existing.id, label=existing.label, why=why)
            return RowOutcome(number=number, status=Status.SAME, twin=twin)
        if not self._counted:
            first = self._first.setdefault(print_, number)
            if first != number:
                return skipped(number, f"It says exactly the same as row {first}.")
        return None

    def blank(self, at: int, number: int) -> RowDraft:
        """Give the draft of a row before it is read."""
        return RowDraft(rows=(number,), fingerprints=(self._prints[at],))


def skipped(number: int, reason: str) -> RowOutcome:
    """Leave a row out, with the reason in a sentence."""
    return RowOutcome(number=number, status=Status.SKIPPED, reason=reason)


def decided(outcome: RowOutcome, draft: RowDraft, decisions: Decisions) -> RowOutcome:
    """Give a row that is, or looks like, something there, with what was decided about it."""
    general = decisions.general.get(outcome.status)
    choice = decisions.choices.get(outcome.number, general)
    if choice is Choice.SKIP:
        return replace(outcome, status=Status.SKIPPED, draft=None, reason=_LEFT_OUT)
    if choice is Choice.APPEND and not (outcome.twin and outcome.twin.case):
        choice = None
    return replace(outcome, choice=choice, draft=joined(draft, outcome.twin, choice))


def joined(draft: RowDraft, twin: Twin | None, choice: Choice | None) -> RowDraft:
    """Give a draft with the record it was decided to belong to."""
    if twin is None or choice not in {Choice.JOIN, Choice.APPEND}:
        return draft
    appends = twin.case if choice is Choice.APPEND else ""
    return replace(
        draft, joins=twin.id, joins_kind=twin.kind, appends=appends, follows=twin.earlier
    )
