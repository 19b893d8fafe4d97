"""From the rows of a list of referrals to referrals that wait for a decision."""

from collections.abc import Iterable
from dataclasses import fields, replace
from uuid import UUID

from psg_desktop.casework.importing.import_agencies import Owners
from psg_desktop.casework.office import Office
from psg_desktop.casework.referring.referral_joining import put_joined
from psg_desktop.casework.referring.referrals import free_reference
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.referrals import Referral, ReferralDecision, ReferralOutcome
from psg_desktop.domain.text import fold
from psg_desktop.exchange.drafts import ReferralDraft, RowDraft
from psg_desktop.store.desk import ImportedRow
from psg_desktop.store.queries import referrals_list
from psg_desktop.store.units import Unit
from psg_desktop.words.fields import field_name

_PARTIES = frozenset({"person", "place", "project"})
_OWN = frozenset({"agency", "received", "reference"})
_SAME = tuple(one.name for one in fields(ReferralDraft) if one.name not in _OWN)
_BLANKS = (
    "name", "born", "address", "postcode", "children", "tried", "urgency", "risk_reason",
    "awareness", "awareness_reason", "asks", "referred_by", "referrer", "contact",
)  # fmt: skip
_TEXTS = ("children", "tried", "risk_reason", "awareness_reason", "asks")


class Referred:
    """Turns drafts into referrals; nothing is written until `put`."""

    def __init__(self, office: Office, unit: Unit) -> None:
        self._office, self._unit = office, unit
        self._owners = Owners(office, unit)
        self._taken = set(referrals_list.references(unit.reading))
        self._made: dict[str, Referral] = {}
        self._given = 0
        self.rows: list[ImportedRow] = []

    def add(self, drafts: Iterable[RowDraft]) -> None:
        """Work out the referral of every row."""
        for draft in drafts:
            if draft.referral is None:
                continue
            made = self._referral(draft, draft.referral)
            self._made[str(draft.rows[0])] = made
            self.rows += [
                ImportedRow(fingerprint=one, row_key=draft.key, record=str(made.id))
                for one in draft.fingerprints
            ]

    def put(self) -> None:
        """Write everything that was worked out."""
        self._owners.put()
        for referral in self._made.values():
            put_joined(self._office, self._unit, referral, RoleKind.OTHER)

    def _referral(self, draft: RowDraft, row: ReferralDraft) -> Referral:
        if draft.joins_kind == "waiting":
            return self._added(self._unit.referrals.get(ReferralId(UUID(draft.joins))), row)
        made = self._new(row)
        made = replace(
            made, subject=self._subject(draft, row.kind), earlier=self._earlier(draft, made)
        )
        return self._appended(made, draft) if draft.appends else made

    def _new(self, row: ReferralDraft) -> Referral:
        told = {name: getattr(row, name) for name in _SAME}
        return Referral(
            id=ReferralId(self._office.new_id()),
            reference=self._reference(row.reference),
            received_on=row.received or self._office.today(),
            referred_by=self._owners.of(row.agency),
            **told,
        )

    def _reference(self, wanted: str) -> str:
        """Give the reference of the file where it is free, else the next of the year."""
        while not wanted or wanted in self._taken:
            wanted = free_reference(self._unit.reading, self._office, self._given)
            self._given += 1
        self._taken.add(wanted)
        return wanted

    def _subject(self, draft: RowDraft, kind: CaseKind) -> UUID | None:
        """Give the record on file a row was decided to be about."""
        if draft.joins_kind in _PARTIES:
            return UUID(draft.joins)
        if draft.joins_kind == "case" or draft.appends:
            case = self._unit.cases.get(CaseId(UUID(draft.appends or draft.joins)))
            return case.subject if case.kind is kind else None
        if draft.joins_kind == "referral":
            before = self._unit.referrals.get(ReferralId(UUID(draft.joins)))
            return before.subject if before.kind is kind else None
        return None

    def _earlier(self, draft: RowDraft, made: Referral) -> ReferralId | None:
        """Give the referral that came before, in the vault or further up in the file."""
        if draft.joins_kind == "row":
            first = self._made.get(draft.joins)
            return first.id if first is not None and first.id != made.id else None
        before = draft.joins if draft.joins_kind == "referral" else draft.follows
        return ReferralId(UUID(before)) if before else None

    def _appended(self, made: Referral, draft: RowDraft) -> Referral:
        case = self._unit.cases.get(CaseId(UUID(draft.appends)))
        decision = ReferralDecision(
            outcome=ReferralOutcome.DUPLICATE,
            reason=f"Appended to case {case.reference} when it came in from a spreadsheet.",
            decided_by=self._office.who or "Whoever brought the spreadsheet in",
            on=self._office.today(),
        )
        return made.decide(decision, case.id)

    def _added(self, kept: Referral, row: ReferralDraft) -> Referral:
        """Give a referral that waits with what a later row says newly; nothing is replaced."""
        later = self._later(row)
        blanks = {
            name: getattr(later, name) for name in _BLANKS if getattr(kept, name) in {None, ""}
        }
        told = [
            f"{field_name(name)}: {getattr(later, name)}"
            for name in _TEXTS
            if getattr(kept, name) and fold(getattr(later, name)) not in fold(getattr(kept, name))
        ]
        if fold(later.problem) not in fold(kept.problem):
            told.insert(0, later.problem)
        problem = "\n".join((kept.problem, "", "A later spreadsheet says:", *told))
        return replace(
            kept,
            aliases=tuple(dict.fromkeys((*kept.aliases, *later.aliases))),
            phones=tuple(dict.fromkeys((*kept.phones, *later.phones))),
            problem=problem if told else kept.problem,
            **blanks,
        )

    def _later(self, row: ReferralDraft) -> Referral:
        told = {name: getattr(row, name) for name in _SAME}
        return Referral(
            id=ReferralId(self._office.new_id()),
            reference="later",
            received_on=self._office.today(),
            referred_by=self._owners.of(row.agency),
            **told,
        )
