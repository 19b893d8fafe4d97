"""Support that is offered, documents that are kept, and what people ask about themselves."""

import hashlib
from dataclasses import replace

from psg_desktop.casework.attaching import attachments, copies, kinds
from psg_desktop.casework.attaching.attachments import Described, Owner
from psg_desktop.casework.attaching.files import ReadFile
from psg_desktop.casework.caseload import support
from psg_desktop.casework.information_law import copy_documents, copy_files, requests
from psg_desktop.domain.access_marks import AccessMark, Exemption, MarkHow
from psg_desktop.domain.attachments import Attachment, FileSort
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import AccessMarkId, AccessRequestId, SupportOfferId
from psg_desktop.domain.subject_access import (
    AccessRequest,
    Clarification,
    Extension,
    RequestState,
)
from psg_desktop.domain.support import (
    Attempt,
    ContactResult,
    ContactWay,
    SupportAnswer,
    SupportCode,
    SupportOffer,
    SupportPurpose,
    SupportState,
)
from tests.stateful.choosing import Choose, Nothing
from tests.stateful.moves.life_of_a_case import any_case
from tests.stateful.world import World, move


def of_open_case(world: World, choose: Choose, kind: RecordKind) -> tuple[SupportOffer, bool]:
    """Choose a record of a case; say whether the case is open."""
    closed = {one.id for one in world.all(RecordKind.CASE) if one.closed}
    found: SupportOffer = choose.likely(world.all(kind), lambda one: one.case not in closed)
    return found, found.case not in closed


def an_attempt(world: World, choose: Choose) -> Attempt:
    on = choose.day(world.today, -20, 1)
    return Attempt(on=on, how=choose.of(ContactWay), result=choose.of(ContactResult))


@move("support", support.offer)
def offer_support(world: World, choose: Choose) -> None:
    case, on = any_case(world, choose), choose.day(world.today, -20, 1)
    types = [one for one in support.codes(world.office) if one.purpose is SupportPurpose.TYPE]
    row = choose.one(types)
    made = SupportOffer(
        id=SupportOfferId(world.new_id()), case=case.id, support=row.code, offered_on=on,
        person=choose.maybe([one.id for one in world.all(RecordKind.PERSON)]),
    )  # fmt: skip
    known = any(one.code == row.code and one.in_force(on) for one in types)
    world.legal(not case.closed and on <= world.today and known)
    support.offer(world.office, made)


@move("support", support.amend)
def amend_support(world: World, choose: Choose) -> None:
    offer, still = of_open_case(world, choose, RecordKind.SUPPORT_OFFER)
    changed = replace(offer, what=choose.text(), officer=choose.name())
    world.legal(still)
    support.amend(world.office, changed)


@move("support", support.answer)
def answer_support(world: World, choose: Choose) -> None:
    offer, still = of_open_case(world, choose, RecordKind.SUPPORT_OFFER)
    rows = [one for one in support.codes(world.office) if one.purpose is SupportPurpose.REASON]
    row, on = choose.one(rows), choose.day(world.today, -3, 1)
    given = SupportAnswer(state=choose.of(SupportState), on=on, reason=row.code)
    last = offer.answers[-1].on if offer.answers else offer.offered_on
    reached = given.state is not SupportState.NOT_REACHED or bool(offer.attempts)
    listed = any(one.code == row.code and one.in_force(on) for one in rows)
    world.legal(still and last <= on <= world.today and reached and listed)
    support.answer(world.office, offer.id, given)


@move("support", support.record_attempt, support.correct_attempt)
def seek_contact(world: World, choose: Choose) -> None:
    offer, still = of_open_case(world, choose, RecordKind.SUPPORT_OFFER)
    made, place = an_attempt(world, choose), choose.number(0, 1)
    if choose.flag():
        world.legal(still and made.on <= world.today)
        support.record_attempt(world.office, offer.id, made)
        return
    other = choose.maybe((made,))
    possible = other is None or other.on <= world.today
    world.legal(still and place < len(offer.attempts) and possible)
    support.correct_attempt(world.office, offer.id, place, other)


@move("support", support.save_code, kinds.save_kind)
def change_a_list_of_support(world: World, choose: Choose) -> None:
    until = choose.maybe((choose.day(world.today, 0, 60),))
    if choose.flag():
        kind = choose.one(kinds.all_kinds(world.office))
        kinds.save_kind(world.office, replace(kind, until=until))
        return
    row: SupportCode = choose.one(support.codes(world.office))
    support.save_code(world.office, replace(row, until=until))


def owned_by_closed(world: World, one: Attachment | Owner) -> bool:
    closed = {case.id for case in world.all(RecordKind.CASE) if case.closed}
    return one.case in closed


@move("files", attachments.attach, attachments.attach_all)
def attach_a_document(world: World, choose: Choose) -> None:
    owner = choose.one(
        [
            *(Owner(case=one.id) for one in world.all(RecordKind.CASE)),
            *(Owner(referral=one.id) for one in world.all(RecordKind.REFERRAL)),
            *(Owner(meeting=one.id) for one in world.all(RecordKind.MEETING)),
        ]
    )
    content = choose.one((b"Dear neighbour", b"Minutes", b"\x89PNG"))
    digest = hashlib.sha256(content).hexdigest()
    file = ReadFile(name="letter.txt", content=content, sort=FileSort.TEXT, digest=digest)
    dated = choose.maybe((choose.day(world.today, -9, 1),))
    said = Described(title=choose.text(), document_kind="letter", dated=dated)
    known = world.all(RecordKind.ATTACHMENT)
    mine = owner.case or owner.referral or owner.meeting
    new = all((one.owner, one.digest) != (mine, digest) for one in known)
    possible = dated is None or dated <= world.today
    world.legal(said.title.strip() and not owned_by_closed(world, owner) and new and possible)
    if choose.flag():
        attachments.attach(world.office, owner, file, said)
    else:
        (added,) = attachments.attach_all(world.office, owner, [(file, said)])
        assert isinstance(added, attachments.Added)


@move("files", attachments.amend, attachments.remove)
def change_a_document(world: World, choose: Choose) -> None:
    known = choose.one(world.all(RecordKind.ATTACHMENT))
    title = choose.text()
    if choose.flag():
        world.legal(not owned_by_closed(world, known))
        attachments.remove(world.office, known.id)
        return
    world.legal(title.strip() and not owned_by_closed(world, known))
    attachments.amend(world.office, known.id, Described(title=title, document_kind="letter"))


@move("files", attachments.wipe_removed)
def wipe_what_was_removed(world: World, choose: Choose) -> None:
    attachments.wipe_removed(world.office)


@move("files", copies.save_copy)
def copy_a_document_out(world: World, choose: Choose) -> None:
    if not choose.rarely():  # undo does not reach behind it
        raise Nothing
    known, why = choose.one(world.all(RecordKind.ATTACHMENT)), choose.text()
    world.legal(why.strip())
    copies.save_copy(world.office, known.id, world.folder / "copy.txt", why)


@move("files", copies.save_copies, copy_documents.save_for_redaction)
def copy_documents_out_for_a_request(world: World, choose: Choose) -> None:
    if not choose.rarely():  # undo does not reach behind it
        raise Nothing
    known, request = choose.one(world.all(RecordKind.ATTACHMENT)), any_request(world, choose)
    if choose.rarely():
        copies.save_copies(world.office, {known.id: world.folder / "copies.txt"}, "Why")
        return
    copy_documents.save_for_redaction(world.office, request.id, [known.id], world.folder)


def any_request(world: World, choose: Choose) -> AccessRequest:
    found: AccessRequest = choose.likely(
        world.all(RecordKind.ACCESS_REQUEST), lambda one: one.state is RequestState.OPEN
    )
    return found


@move("requests", requests.receive)
def receive_a_request(world: World, choose: Choose) -> None:
    on = choose.day(world.today, -9, 1)
    request = AccessRequest(
        id=AccessRequestId(world.new_id()), reference="IR", received_on=on,
        person=choose.one(world.all(RecordKind.PERSON)).id, asked_by=choose.name(),
        identity_asked_on=choose.maybe((on,)),
    )  # fmt: skip
    world.legal(on <= world.today)
    requests.receive(world.office, request)


@move("requests", requests.amend)
def amend_a_request(world: World, choose: Choose) -> None:
    request = any_request(world, choose)
    world.legal(request.state is RequestState.OPEN)
    requests.amend(world.office, replace(request, asks=choose.text()))


@move("requests", requests.confirm_identity)
def confirm_who_asked(world: World, choose: Choose) -> None:
    request, how = any_request(world, choose), choose.text()
    world.legal(request.state is RequestState.OPEN and how.strip())
    requests.confirm_identity(world.office, request.id, world.today, how)


@move("requests", requests.ask, requests.clarified, requests.extend)
def stop_or_stretch_the_clock(world: World, choose: Choose) -> None:
    request = any_request(world, choose)
    waits = any(one.answered_on is None for one in request.clarifications)
    still = request.state is RequestState.OPEN
    match choose.number(0, 2):
        case 0:
            world.legal(still and not waits)
            question = Clarification(asked_on=world.today, question="Which years?")
            requests.ask(world.office, request.id, question)
        case 1:
            world.legal(still and waits)
            requests.clarified(world.office, request.id, world.today)
        case _:
            if not still or request.extension is not None:
                world.legal(permitted=False)
            extension = Extension(told_on=world.today, reason="Many records.")
            requests.extend(world.office, request.id, extension)


@move("requests", requests.end)
def end_a_request(world: World, choose: Choose) -> None:
    request, outcome = any_request(world, choose), choose.text()
    state = choose.one((RequestState.REFUSED, RequestState.WITHDRAWN))
    world.legal(request.state is RequestState.OPEN and outcome.strip())
    requests.end(world.office, request.id, state, world.today, outcome)


@move("requests", requests.mark, requests.unmark)
def mark_a_copy(world: World, choose: Choose) -> None:
    known = world.all(RecordKind.ACCESS_MARK)
    if known and choose.flag():
        requests.unmark(world.office, choose.some(known))
        return
    request = any_request(world, choose)
    mark = AccessMark(
        id=AccessMarkId(world.new_id()), request=request.id, spot="a" * 64,
        how=choose.of(MarkHow), exemption=Exemption.THIRD_PARTY, reason=choose.text(),
    )  # fmt: skip
    world.legal(request.state is RequestState.OPEN)
    requests.mark(world.office, [mark])


@move("requests", copy_files.answer)
def answer_with_a_copy(world: World, choose: Choose) -> None:
    if not choose.rarely():  # undo does not reach behind it
        raise Nothing
    request, searched = any_request(world, choose), choose.text()
    if request.state is not RequestState.OPEN or not searched.strip():
        world.legal(permitted=False)
    copy_files.answer(world.office, request.id, world.folder / "copy", searched)
