"""Disposing of a record whose time of keeping is over. Nothing brings it back but a backup."""

from pathlib import Path
from uuid import UUID

from psg_desktop.casework.information_law import requests, retention
from psg_desktop.casework.office import Office
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.disposals import Disposal, Tombstone, quarter
from psg_desktop.domain.ids import CaseId, CaseReviewId, DisposalId, ReferralId
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.retention import DueKind, DueRecord, Event
from psg_desktop.papers.disposal_certificate import CertificatePaper, certificate
from psg_desktop.store import disposing
from psg_desktop.store.queries.pointing import records_naming
from psg_desktop.store.units import Unit
from psg_desktop.words import disposals as words


def dispose(office: Office, record: UUID, typed: str) -> Disposal:
    """Dispose of a record that is due, and of everything that belongs to it; give the certificate.

    It cannot be undone, and backups made before still hold what is gone. `record` is a case,
    referral, person or place; `typed` what was typed to confirm: its reference or name.

    Raises:
        Refused: It is not due, a hold keeps it, or something else was typed.
    """
    with office.working(Act.DISPOSE) as unit:
        due = _checked(office, unit, record, typed)
        made = DisposalId(office.new_id())
        tombstone = _tombstone(unit, due.event)
        _check_requests(unit, due.event)
        removal = disposing.dispose(unit, RecordKind(due.event.about.value), str(record))
        disposal = Disposal(
            id=made,
            number=_number(office, unit),
            at=office.now(),
            by=office.who,
            trigger=due.rule.trigger,
            months=due.rule.months,
            source=due.rule.source,
            tombstone=tombstone,
            removed=removal.counts(),
            elsewhere=removal.elsewhere,
            entries=disposing.reduce_trail(unit, removal, str(made)),
        )
        unit.disposals.put(disposal)
        for kind, ids in removal.gone.items():
            unit.note_touched(kind, ids)
    return disposal


def certificates(office: Office) -> tuple[Disposal, ...]:
    """Read the certificate of every disposal, the newest first."""
    with office.reading() as unit:
        return tuple(reversed(unit.disposals.all()))


def _checked(office: Office, unit: Unit, record: UUID, typed: str) -> DueRecord:
    found = [one for one in retention.due_in(unit, office.today()) if one.event.record == record]
    if not found:
        raise refuse("", Problem.NOT_DUE)
    if found[0].stay is not None:
        raise refuse("", Problem.KEPT_BY_A_STAY)
    if typed.strip() != found[0].event.confirm:
        raise refuse("typed", Problem.NOT_CONFIRMED)
    return found[0]


def _check_requests(unit: Unit, event: Event) -> None:
    """Refuse to take away what somebody has asked for; section 173 of the Act makes it a crime.

    Raises:
        Refused: Somebody whom the record names waits for the answer to a request.
    """
    kind, record = RecordKind(event.about.value), str(event.record)
    going = {id_ for ids in disposing.gather(unit.reading.connection, kind, record).gone.values()
             for id_ in ids}  # fmt: skip
    for one in requests.owed(unit):
        naming = records_naming(unit.reading, one.person)
        named = {str(value.id) for values in naming.values() for value in values}
        if going & (named - {str(one.id)} | {str(one.person)}):
            raise refuse("", Problem.ASKED_FOR_BY_REQUEST)


def _tombstone(unit: Unit, event: Event) -> Tombstone:
    match event.about:
        case DueKind.CASE:
            case = unit.cases.get(CaseId(event.record))
            groups = {one.code: one.group for one in unit.focus_areas.all()}
            held = {groups.get(code, "") for code in case.focus_areas} - {""}
            return Tombstone(
                about=event.about,
                case_kind=case.kind,
                groups=tuple(sorted(held)),
                opened=quarter(case.opened),
                ended=quarter(event.on),
                reason=case.closures[-1].reason,
            )
        case DueKind.REFERRAL:
            referral = unit.referrals.get(ReferralId(event.record))
            return Tombstone(
                about=event.about,
                case_kind=referral.kind,
                opened=quarter(referral.received_on),
                ended=quarter(event.on),
                reason=referral.decision.outcome.value if referral.decision else "",
            )
        case DueKind.CASE_REVIEW:
            review = unit.case_reviews.get(CaseReviewId(event.record))
            return Tombstone(
                about=event.about,
                opened=quarter(review.received_on),
                ended=quarter(event.on),
                reason=review.ending,
            )
        case _:
            return Tombstone(about=event.about, ended=quarter(event.on))


def _number(office: Office, unit: Unit) -> str:
    year = office.today().year
    made = sum(one.at.year == year for one in unit.disposals.all())
    return f"D-{year}-{made + 1:03}"


def write_certificate(office: Office, disposal: Disposal, path: Path) -> None:
    """Write the certificate of a disposal as PDF.

    Raises:
        Unwritable, DiskFull: It cannot be written there.
    """
    with office.reading() as unit:
        reasons = {one.code: one.name for one in unit.closure_reasons.all()}
    paper = CertificatePaper(
        partnership=office.partnership().name,
        facts=words.facts(disposal, reasons),
        removed=words.removed(disposal),
        closing=words.closing(disposal),
    )
    with replacing(path) as file:
        file.write(certificate(paper))
