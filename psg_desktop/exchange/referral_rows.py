"""What every row of a list of referrals would become: a referral that waits for a decision."""

from collections.abc import Iterable
from dataclasses import replace

from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.text import fold
from psg_desktop.exchange.asking import Asked, Before, decided
from psg_desktop.exchange.columns import Columns, problem
from psg_desktop.exchange.drafts import ReferralDraft, RowDraft
from psg_desktop.exchange.known import person_key, place_key, reference_key
from psg_desktop.exchange.outcomes import RowOutcome, Status, Twin
from psg_desktop.exchange.referral_assembly import referral_of, referral_remarks
from psg_desktop.exchange.troubles import ABSENCES
from psg_desktop.faults import Unreadable

MOST = 2_000
"""Each referral is compared with everybody on file, which takes its time."""

_SUBJECTS = frozenset({"person", "place", "project"})


class ReferralRows:
    """One pass over the rows of a table of referrals."""

    def __init__(self, asked: Asked) -> None:
        """Begin.

        Raises:
            Unreadable: There are more rows than referrals anybody would decide.
        """
        if len(asked.table.rows) > MOST:
            raise Unreadable(
                f"The sheet has {len(asked.table.rows):,} rows, and at most {MOST:,} referrals are "
                "imported at once. Copy the rows you need to a new workbook, or choose what each "
                "row is under Match."
            )
        self._asked, self._known = asked, asked.known
        self._columns = Columns(asked.table, asked.mapping, asked.decisions)
        self._columns.read_all(asked.known, asked.today)
        self._before = Before(asked, counted=False)
        self._rows: dict[str, int] = {}

    def outcomes(self) -> tuple[RowOutcome, ...]:
        """Say what every row would become, in the order of the file."""
        rows = enumerate(self._asked.table.rows)
        return tuple(self._outcome(at, row.number) for at, row in rows)

    def drafts(self, outcomes: Iterable[RowOutcome]) -> tuple[RowDraft, ...]:
        """Give the rows that are decided."""
        return tuple(one.draft for one in outcomes if one.draft is not None and not one.undecided)

    def _outcome(self, at: int, number: int) -> RowOutcome:
        before = self._before.outcome(at, number)
        if before is not None:
            return before
        values, problems = self._columns.row(at, number)
        referral = referral_of(values)
        unread = any(found.stops for found in problems)
        problems.extend(
            problem(remark, number)
            for remark in referral_remarks(referral)
            if not (unread and remark.trouble in ABSENCES)
        )
        found = tuple(problems)
        if any(one.stops for one in found):
            return RowOutcome(number=number, status=Status.WRONG, problems=found)
        draft = replace(self._before.blank(at, number), referral=referral, key=_key(referral))
        outcome = RowOutcome(number=number, status=Status.NEW, draft=draft, problems=found)
        return self._matched(outcome, draft, referral)

    def _matched(self, outcome: RowOutcome, draft: RowDraft, referral: ReferralDraft) -> RowOutcome:
        first = self._rows.setdefault(_who(referral), outcome.number)
        status, twin = self._twin(draft, referral)
        if twin is None and first != outcome.number:
            status, twin = Status.DUPLICATE, _earlier_row(first)
        if twin is None:
            return outcome
        return decided(replace(outcome, status=status, twin=twin), draft, self._asked.decisions)

    def _twin(self, draft: RowDraft, referral: ReferralDraft) -> tuple[Status, Twin | None]:
        before = self._known.row_keys.get(draft.key)
        if before is not None and before.id in self._known.waiting:
            why = "imported before, and not decided yet"
            return Status.CHANGED, _twin_of("waiting", before.id, before.label, why)
        return Status.DUPLICATE, self._by_reference(referral) or self._alike(referral)

    def _by_reference(self, referral: ReferralDraft) -> Twin | None:
        if not referral.reference:
            return None
        key = reference_key(referral.reference)
        why = "the same reference"
        if found := self._known.referrals.get(key):
            return _twin_of("referral", found.id, found.label, why)
        if found := self._known.cases.get(key):
            facts = self._known.case_facts.get(found.id)
            open_case = found if facts is not None and not facts.closed else None
            made = _twin_of("case", found.id, found.label, why)
            return (
                replace(made, case=open_case.id, case_label=open_case.label) if open_case else made
            )
        return None

    def _alike(self, referral: ReferralDraft) -> Twin | None:
        """Choose what looks most like it: a record on file, a case, or another referral."""
        found = self._known.alike(referral)
        referred = next((one for one in found if one.kind == "referral"), None)
        kinds = ({referral.kind.value}, {"case"}, {"referral"})
        best = next((one for kind in kinds for one in found if one.kind in kind), None)
        if best is None or referred is None or best is referred:
            return best
        why = f"{best.why}; referred before as {referred.label}"
        return replace(best, why=why, earlier=referred.id)


def _twin_of(kind: str, id_: str, label: str, why: str) -> Twin:
    return Twin(kind=kind, id=id_, label=label, why=why)


def _earlier_row(number: int) -> Twin:
    why = "the same name or address, further up in this file"
    return Twin(kind="row", id=str(number), label=f"row {number}", why=why)


def _key(referral: ReferralDraft) -> str:
    """Give what a referral is known by in a later file: who, and the day it came in."""
    came = referral.received.isoformat() if referral.received is not None else ""
    return f"referral:{_who(referral)}:{came}"


def _who(referral: ReferralDraft) -> str:
    if referral.kind is CaseKind.PERSON and referral.name:
        return person_key(referral.name, referral.born)
    if referral.kind is CaseKind.PROJECT and referral.name:
        return f"project|{fold(referral.name)}"
    return place_key(referral.address or referral.name, referral.postcode)
