"""A referral joined to a case: the note of it there, and the role of whom it is about."""

from psg_desktop.casework.caseload.openings import PARTY
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId, InvolvementId, NoteId
from psg_desktop.domain.involvements import Involvement, RoleKind
from psg_desktop.domain.notes import Note, NoteBasis
from psg_desktop.domain.referrals import Referral
from psg_desktop.domain.text import TEXT_LIMIT
from psg_desktop.store.units import Unit


def put_joined(office: Office, unit: Unit, referral: Referral, role: RoleKind) -> None:
    """Put a referral that was decided to join a case, with its note and role there."""
    if referral.case is not None:
        unit.notes.put(_note(office, unit, referral, referral.case))
        _put_role(office, unit, referral, referral.case, role)
    unit.referrals.put(referral)


def _put_role(office: Office, unit: Unit, referral: Referral, case: CaseId, role: RoleKind) -> None:
    """Give its subject a role in the case, unless it has one that still runs."""
    if referral.subject is None or referral.kind not in PARTY:
        return
    held = unit.involvements.where(case=case, party=referral.subject)
    if any(one.until is None for one in held):
        return
    unit.involvements.put(
        Involvement(
            id=InvolvementId(office.new_id()),
            case=case,
            party_kind=PARTY[referral.kind],
            party=referral.subject,
            role=role,
            since=referral.received_on,
        )
    )


def _note(office: Office, unit: Unit, referral: Referral, case: CaseId) -> Note:
    agency = unit.agencies.find(referral.referred_by) if referral.referred_by else None
    sender = agency.label if agency else referral.referrer
    source = f" from {sender}" if sender else ""
    head = f"Referral {referral.reference}{source} joined to this case. "
    return Note(
        id=NoteId(office.new_id()),
        case=case,
        happened_on=referral.received_on,
        text=f"{head}{referral.problem}"[:TEXT_LIMIT],
        written_at=office.now(),
        source=referral.referred_by,
        basis=NoteBasis.REPORTED,
    )
