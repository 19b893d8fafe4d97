"""From the drafts of a dry run to records of the domain, worked out before anything is written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from psg_desktop.casework.importing.import_agencies import Owners
from psg_desktop.casework.importing.import_cases import References, in_state
from psg_desktop.casework.importing.import_subjects import Subjects
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import Action
from psg_desktop.domain.cases import WORKING_STATES, Case, CaseKind
from psg_desktop.domain.ids import ActionId, CaseId, InvolvementId, NoteId
from psg_desktop.domain.involvements import Involvement, PartyKind, RoleKind
from psg_desktop.domain.notes import Note, NoteBasis
from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.text import fold
from psg_desktop.exchange.differences import Differing
from psg_desktop.exchange.drafts import ActionDraft, CaseDraft, NoteDraft, RowDraft
from psg_desktop.store.desk import ImportedRow
from psg_desktop.store.units import Unit
from psg_desktop.words.names import name

_PARTY = {CaseKind.PERSON: PartyKind.PERSON, CaseKind.PLACE: PartyKind.PLACE}


class Conversion:
    """Turns drafts into records; nothing is written until `put`."""

    def __init__(self, office: Office, unit: Unit, references: References) -> None:
        self._office = office
        self._unit = unit
        self._today = office.today()
        self._references = references
        self._subjects = Subjects(office, unit)
        self._owners = Owners(office, unit)
        self._focus = {fold(one.name): one.code for one in unit.focus_areas.all()}
        self._reasons = {fold(one.name): one.code for one in unit.closure_reasons.all()}
        self._cases: dict[UUID, Case] = {}
        self._involvements: list[Involvement] = []
        self._actions: list[Action] = []
        self._notes: list[Note] = []
        self._known_words: frozenset[tuple[UUID, str]] | None = None
        self.rows: list[ImportedRow] = []

    def add(self, drafts: Iterable[RowDraft]) -> None:
        """Work out the records of every draft."""
        for draft in drafts:
            record = self._record(draft)
            self.rows += [
                ImportedRow(fingerprint=one, row_key=draft.key, record=str(record))
                for one in draft.fingerprints
            ]

    def put(self) -> None:
        """Write everything that was worked out."""
        self._owners.put()
        self._subjects.put()
        self._unit.cases.put_all(self._cases.values())
        self._unit.involvements.put_all(self._involvements)
        self._unit.actions.put_all(self._actions)
        self._unit.notes.put_all(self._notes)

    def _record(self, draft: RowDraft) -> UUID:
        if draft.joins_kind == "case":
            return self._join_case(draft, UUID(draft.joins))
        subject = self._subjects.of(draft)
        if draft.case is None:
            return subject
        case = self._new_case(draft.case, subject)
        self._cases[case.id] = case
        if case.kind in _PARTY:
            self._involve(case, _PARTY[case.kind], subject, RoleKind.SUBJECT)
        for kind, party in self._subjects.others(draft, subject):
            role = RoleKind.LOCATION if kind is PartyKind.PLACE else RoleKind.OTHER
            self._involve(case, kind, party, role)
        self._work(case, draft.actions, draft.notes)
        return case.id

    def _new_case(self, row: CaseDraft, subject: UUID) -> Case:
        days: list[date] = [day for day in (row.opened, row.closed) if day is not None]
        reference = self._references.take(row.reference)
        case = Case(
            id=CaseId(self._office.new_id()),
            reference=reference,
            kind=row.kind,
            subject=subject,
            title=row.title or f"{name(row.kind)} case {reference}",
            opened=min(days) if days else self._today,
            focus_areas=tuple(self._focus.get(fold(one), one) for one in row.focus_areas),
            lead_agency=self._owners.of(row.lead_agency),
            lead_practitioner=row.lead_practitioner,
            risk=row.risk,
            review_due=row.review,
        )
        return in_state(case, row, self._reasons, self._today)

    def _involve(
        self,
        case: Case,
        kind: PartyKind,
        party: UUID,
        role: RoleKind,
        since: date | None = None,
    ) -> None:
        self._involvements.append(
            Involvement(
                id=InvolvementId(self._office.new_id()),
                case=case.id,
                party_kind=kind,
                party=party,
                role=role,
                since=since or case.opened,
            )
        )

    def _work(self, case: Case, acts: Iterable[ActionDraft], notes: Iterable[NoteDraft]) -> None:
        self._actions += [self._action(case.id, one) for one in acts]
        self._notes += [self._note(case, one) for one in notes]

    def _action(self, case: CaseId, row: ActionDraft) -> Action:
        proposed = Action(
            id=ActionId(self._office.new_id()),
            case=case,
            what=row.what,
            owner=self._owners.of(row.agency),
            officer=row.officer,
            due=row.due,
        )
        try:
            return replace(proposed, state=row.state, ended=row.ended, outcome=row.outcome)
        except Refused:
            # Owner, officer, date or outcome is missing, so nobody can have agreed to it yet.
            return proposed

    def _note(self, case: Case, row: NoteDraft) -> Note:
        return Note(
            id=NoteId(self._office.new_id()),
            case=case.id,
            happened_on=row.happened_on or case.opened,
            text=row.text,
            written_at=self._office.now(),
            basis=NoteBasis.REPORTED,
        )

    def _join_case(self, draft: RowDraft, id_: UUID) -> UUID:
        """Take over what a row says newly about a case that is there; moves stay a worker's own."""
        case = self._cases.get(id_) or self._unit.cases.get(id_)
        notes = list(draft.notes)
        if case.kind is CaseKind.PERSON:
            self._subjects.tell_more(case.subject, draft)
        if draft.case is not None:
            case = self._updated(case, draft.case, draft.taken)
            self._cases[id_] = case
            notes += self._state_told(case, draft.case)
        self._join_parties(case, draft)
        known = self._said()
        self._work(
            case,
            [one for one in draft.actions if (id_, fold(one.what)) not in known],
            [one for one in notes if (id_, fold(one.text)) not in known],
        )
        return id_

    def _said(self) -> frozenset[tuple[UUID, str]]:
        """Give the actions and notes that are there, by case and folded words; read once."""
        if self._known_words is None:
            acts = ((one.case, fold(one.what)) for one in self._unit.actions.all())
            told = ((one.case, fold(one.text)) for one in self._unit.notes.all())
            self._known_words = frozenset((*acts, *told))
        return self._known_words

    def _state_told(self, case: Case, row: CaseDraft) -> Iterator[NoteDraft]:
        """Tell a state that only a worker's own move leads to."""
        asked = row.state
        if asked is None or asked is case.state or {asked, case.state} <= WORKING_STATES:
            return
        said = f"A later spreadsheet gives the state as: {name(asked)}."
        yield NoteDraft(text=said, happened_on=self._today)

    def _join_parties(self, case: Case, draft: RowDraft) -> None:
        """Add the person and the place a row names newly, where that was decided."""
        if case.closed:
            return
        if Differing.PERSON in draft.taken and draft.person is not None:
            person = self._subjects.person_named(draft.person)
            self._involve(case, PartyKind.PERSON, person, RoleKind.OTHER, self._today)
        if Differing.PLACE in draft.taken and draft.place is not None:
            place = self._subjects.place_named(draft.place)
            self._involve(case, PartyKind.PLACE, place, RoleKind.LOCATION, self._today)

    def _updated(self, case: Case, row: CaseDraft, taken: frozenset[str]) -> Case:
        """Give a case with what it lacked, and what was decided to be taken in its place."""
        if case.closed:
            return case

        def asked(what: Differing, before: object) -> bool:
            return not before or what in taken

        leads = asked(Differing.LEAD_AGENCY, case.lead_agency)
        named = asked(Differing.LEAD_PRACTITIONER, case.lead_practitioner)
        focus = tuple(self._focus.get(fold(one), one) for one in row.focus_areas)
        return replace(
            case,
            title=row.title if Differing.TITLE in taken else case.title,
            state=(row.state or case.state) if Differing.STATE in taken else case.state,
            focus_areas=(
                focus or case.focus_areas
                if asked(Differing.FOCUS_AREAS, case.focus_areas)
                else case.focus_areas
            ),
            risk=row.risk or case.risk if asked(Differing.RISK, case.risk) else case.risk,
            review_due=(
                row.review or case.review_due
                if asked(Differing.REVIEW, case.review_due)
                else case.review_due
            ),
            lead_agency=(self._owners.of(row.lead_agency) if leads else None) or case.lead_agency,
            lead_practitioner=(row.lead_practitioner if named else "") or case.lead_practitioner,
        )
