"""A request for access through the window: received, clocked, read, decided, given."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.attaching import attachments, files
from psg_desktop.casework.attaching.attachments import Described, Owner
from psg_desktop.casework.caseload import notes
from psg_desktop.casework.information_law import copy_files, information, requests
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.ids import AccessRequestId, PersonId
from psg_desktop.domain.subject_access import AccessRequest, RequestState
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import Cancelled, Ending, Job, JobsAtOnce, Progress
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.people.person_page import PersonPage
from psg_desktop.ui.subject_access.documents import SAVE
from psg_desktop.ui.subject_access.register_page import RegisterPage
from psg_desktop.ui.subject_access.request_page import RequestPage
from psg_desktop.ui.subject_access.review_page import MASK_AGAIN, SHOW, ReviewPage
from psg_desktop.ui.today.lines import Lines
from psg_desktop.ui.today.page import TodayPage
from psg_desktop.ui.widgets.chips import StatusChip
from tests.builders import a_note, a_person
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, SHIFT, Hands, Key, open_frame, page_of, words_of

NEIGHBOUR = "Oswin Thrapstonby"


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def person(office: Office) -> PersonId:
    case = samples.bare_case(office)
    people.save(office, a_person(full_name=NEIGHBOUR))
    notes.add(office, a_note(case=case, text=f"{NEIGHBOUR} heard shouting from the yard."))
    return PersonId(page_of(office, case).case.subject)


def received(frame: Frame, office: Office, notifier: Notifier, person: PersonId) -> AccessRequestId:
    page = PersonPage(office, notifier, person)
    page.sheet_asked.connect(frame.open_sheet)
    frame.open_page(page)
    hands = Hands(frame)
    hands.press("New request")
    hands.sheet.form.fields["identity_asked_on"].control.set_value(office.today())
    hands.save()
    assert "IR-2026-001 Wendell Tansyfield" in words_of(page.requests)
    (row,) = requests.listed(office)
    return row.request.id


def test_that_a_request_goes_from_the_telephone_to_the_copy(
    frame: Frame, office: Office, notifier: Notifier, person: PersonId, tmp_path: Path
) -> None:
    id_ = received(frame, office, notifier, person)
    page, hands = RequestPage(office, notifier, id_), Hands(frame)
    page.sheet_asked.connect(frame.open_sheet)
    frame.open_page(page)
    (chip,) = page.clock.findChildren(StatusChip)
    assert chip.accessibleName() == "Waits for proof of identity"
    page.take("identity")
    hands.sheet.save_asked.emit()
    assert hands.problems() == {"identity_how": "Say by what the identity was confirmed."}
    hands.sheet.form.fields["identity_how"].control.set_value("Passport seen.")
    hands.save()
    assert "confirmed on 21 November 2026: Passport seen." in words_of(page.clock)
    assert "21 December 2026" in words_of(page.clock)
    review = ReviewPage(office, notifier, JobsAtOnce(), id_, lambda _parent: tmp_path / "copy")
    review.sheet_asked.connect(frame.open_sheet)
    frame.open_page(review)
    _decide_the_note(review, hands)
    while review.copy.waiting:
        review.accept_entry()
    _make_the_copy(review, hands)
    assert requests.get(office, id_).request.state is RequestState.ANSWERED
    written = (tmp_path / "copy" / "IR-2026-001.json").read_text("utf-8")
    assert "Wendell Tansyfield" in written
    assert NEIGHBOUR not in written
    with office.reading() as unit:
        (case,) = unit.cases.all()
    assert len(information.of_case(office, case.id).disclosures) == 1


def _make_the_copy(review: ReviewPage, hands: Hands) -> None:
    hands.press("Make the copy")
    hands.sheet.form.fields["searched"].control.set_value("This vault. No paper files exist.")
    told: list[str] = []
    review.told.connect(told.append)
    hands.key(Key.Key_Return, CTRL)
    assert told == [
        "The copy is saved in the folder “copy” as IR-2026-001.pdf and IR-2026-001.json."
    ]


def _decide_the_note(review: ReviewPage, hands: Hands) -> None:
    """Show a masked name with a reason, mask it again, and hold words back."""
    place = next(n for n, one in enumerate(review.copy.entries) if one.kind == "Note")
    review.table.setCurrentIndex(review.table.table_model.index(place, 0))
    compare = review.compare
    assert NEIGHBOUR in compare.left.toPlainText()
    assert NEIGHBOUR not in compare.right.toPlainText()
    compare.left.go(compare.left.spans[0])
    hands.press(SHOW)
    hands.sheet.save_asked.emit()
    assert hands.problems() == {"reason": "Give the reason."}
    hands.sheet.form.fields["reason"].control.set_value("Agreed in writing.")
    hands.save()
    assert NEIGHBOUR in compare.right.toPlainText()
    assert compare.left.hasFocus()
    compare.left.go(compare.left.spans[0])
    hands.press(MASK_AGAIN)
    assert NEIGHBOUR not in compare.right.toPlainText()
    start = compare.left.toPlainText().index("from the yard")
    compare.left.selected.emit(start, start + len("from the yard"))
    hands.press("Mask the selected words")
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"exemption"}
    hands.sheet.form.fields["exemption"].control.set_value("crime")
    hands.save()
    assert "heard shouting [held back]." in compare.right.toPlainText()


def test_that_an_entry_is_held_back_and_given_after_all(
    frame: Frame, office: Office, notifier: Notifier, person: PersonId
) -> None:
    id_ = received(frame, office, notifier, person)
    review = ReviewPage(office, notifier, JobsAtOnce(), id_)
    review.sheet_asked.connect(frame.open_sheet)
    frame.open_page(review)
    hands = Hands(frame)
    hands.press("Hold it back")
    hands.sheet.form.fields["exemption"].control.set_value("harm_health")
    hands.sheet.form.fields["reason"].control.set_value("The GP advises so.")
    hands.save()
    assert "held back" in review.compare.right.toPlainText()
    hands.press("Give it after all")
    assert "held back" not in review.compare.right.toPlainText()


class Held:
    """A runner that keeps what it is given until it is told to go on."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []
        self.jobs: list[Job] = []

    def run(self, work: Callable[[Progress], Any], ending: Ending[Any]) -> Job:
        job = Job()

        def go() -> None:
            try:
                ending.done(work(Progress(job.stop, ending.progress)))
            except Cancelled:
                ending.cancelled()

        self.waiting.append(go)
        self.jobs.append(job)
        return job

    def close(self) -> None:
        """Have nothing to stop."""

    def go_on(self) -> None:
        self.waiting.pop(0)()


def test_that_the_search_tells_how_far_it_is_and_is_stopped_and_begun_again(
    frame: Frame, office: Office, notifier: Notifier, person: PersonId
) -> None:
    id_ = received(frame, office, notifier, person)
    runner, hands = Held(), Hands(frame)
    review = ReviewPage(office, notifier, runner, id_)
    frame.open_page(review)
    assert not review.body.isEnabled()
    hands.press("Stop")
    runner.go_on()
    assert review.looking.words.startswith("The search was stopped")
    assert not review.make.isEnabled()
    told: list[str] = []
    review.retitled.connect(lambda: told.append(review.summary))
    hands.press("Look again")
    runner.go_on()
    assert any(one.endswith("looked through") for one in told)
    assert review.body.isEnabled()
    assert review.copy.entries
    people.save(office, a_person(full_name="Somebody Else"))
    assert not review.body.isEnabled()
    frame.go_back()
    assert runner.jobs[-1].stop.is_set()
    runner.go_on()


def test_that_documents_to_be_added_by_hand_are_named_above_the_entries(
    frame: Frame, office: Office, notifier: Notifier, person: PersonId, tmp_path: Path
) -> None:
    id_ = received(frame, office, notifier, person)
    with office.reading() as unit:
        (case,) = unit.cases.all()
    letter = tmp_path / "letter.txt"
    letter.write_text("Only within is Wendell Tansyfield named.", "utf-8")
    read = files.read_file(letter)
    said = Described(title="Letter of complaint", document_kind="letter")
    attachments.attach(office, Owner(case=case.id), read, said)
    review = ReviewPage(office, notifier, JobsAtOnce(), id_)
    frame.open_page(review)
    assert (
        "not in the copy and were not searched: Letter of complaint."
        in review.documents.said.text()
    )
    written = copy_files.write_for_review(office, person, tmp_path / "out")
    held = json.loads(written.data.read_text("utf-8"))
    assert held["documents_not_in_this_file"] == ["Letter of complaint"]
    document = pypdfium2.PdfDocument(written.paper)
    first = " ".join(document[0].get_textpage().get_text_bounded().split())
    document.close()
    assert "What they say is not in this file" in first
    assert "Document: Letter of complaint" in first


def with_documents(office: Office, tmp_path: Path) -> None:
    with office.reading() as unit:
        (case,) = unit.cases.all()
    for number, words in enumerate(("Wendell shouted.", "The neighbour heard it.")):
        letter = tmp_path / f"letter {number}.txt"
        letter.write_text(words, "utf-8")
        read = files.read_file(letter)
        said = Described(title="Letter of complaint", document_kind="letter_received")
        attachments.attach(office, Owner(case=case.id), read, said)


def test_that_the_documents_are_saved_to_be_redacted_and_it_is_on_record_of_each(
    frame: Frame, office: Office, notifier: Notifier, person: PersonId, tmp_path: Path
) -> None:
    id_ = received(frame, office, notifier, person)
    with_documents(office, tmp_path)
    out = tmp_path / "out"
    review = ReviewPage(office, notifier, JobsAtOnce(), id_, lambda _parent: out)
    review.sheet_asked.connect(frame.open_sheet)
    warned: list[str] = []
    review.warned.connect(warned.append)
    frame.open_page(review)
    kinds = {one.text for entry in review.copy.files for one in entry.passages}
    assert "Letter received" in kinds
    hands = Hands(frame)
    for _ in range(2):
        hands.press(SAVE)
        assert "nothing in them is masked" in words_of(hands.sheet.form)
        hands.key(Key.Key_Return, CTRL)
    assert "2 documents are saved" in warned[0]
    folders = sorted(one.name for one in out.iterdir())
    first = "IR-2026-001 documents, not redacted"
    assert folders == [first, f"{first} (2)"]
    written = {one.name: one.read_text("utf-8") for one in (out / first).iterdir()}
    assert set(written) == {"Letter of complaint.txt", "Letter of complaint (2).txt"}
    assert set(written.values()) == {"Wendell shouted.", "The neighbour heard it."}
    with office.reading() as unit:
        kept = [one.copies for one in unit.attachments.all()]
    assert [len(copies) for copies in kept] == [2, 2]
    assert kept[0][0].why == "To be redacted by hand for request IR-2026-001."


def test_that_the_keys_of_the_review_work_from_its_list(
    frame: Frame, office: Office, notifier: Notifier, person: PersonId
) -> None:
    id_ = received(frame, office, notifier, person)
    review = ReviewPage(office, notifier, JobsAtOnce(), id_)
    frame.open_page(review)
    place = next(n for n, one in enumerate(review.copy.entries) if one.kind == "Note")
    review.table.setCurrentIndex(review.table.table_model.index(place, 0))
    review.table.setFocus()
    walked: list[object] = []
    review.compare.left.walked.connect(walked.append)
    Hands(frame).key(Key.Key_F8)
    assert review.answers[SHOW].isEnabled()
    review.compare.left.setFocus()
    Hands(frame).key(Key.Key_F8, SHIFT)
    assert len(walked) == 2


def test_that_an_answered_request_offers_no_step_when_one_comes_back_to_it(
    frame: Frame, office: Office, notifier: Notifier, person: PersonId
) -> None:
    id_ = received(frame, office, notifier, person)
    requests.end(office, id_, RequestState.WITHDRAWN, office.today(), "By telephone.")
    page = RequestPage(office, notifier, id_)
    frame.open_page(page)
    frame.open_page(RegisterPage(office, notifier))
    frame.go_back()
    assert page.person.hasFocus()
    assert not page.review.isVisible()
    assert not page.more.isVisible()


def test_that_the_register_shows_what_waits_and_an_undo_takes_the_page_away(
    frame: Frame, office: Office, notifier: Notifier, person: PersonId, qtbot: QtBot
) -> None:
    id_ = received(frame, office, notifier, person)
    register = RegisterPage(office, notifier)
    frame.open_page(register)
    with qtbot.waitSignal(register.request_chosen) as chosen:
        Hands(frame).press("IR-2026-001 Wendell Tansyfield")
    assert chosen.args == [id_]
    page = RequestPage(office, notifier, id_)
    frame.open_page(page)
    with qtbot.waitSignal(page.gone):
        undoing.undo_last(office)
    assert not requests.listed(office)


def test_that_the_first_page_names_the_request_and_opens_it(
    office: Office, application: Application, person: PersonId, qtbot: QtBot
) -> None:
    request = requests.receive(
        office,
        AccessRequest(
            id=AccessRequestId(office.new_id()), reference="new", person=person,
            received_on=office.today(), asked_by="Wendell Tansyfield",
        ),
    )  # fmt: skip
    main = MainWindow(office, application.appearance, JobsAtOnce(), Settings())
    qtbot.addWidget(main.frame)
    main.frame.show()
    main.frame.go("today")
    today = main.frame.page
    assert isinstance(today, TodayPage)
    lines = [row for one in today.findChildren(Lines) for row in one.table_model.rows]
    (line,) = [one for one in lines if one.lead == request.reference]
    assert (line.words, line.detail) == ("Wendell Tansyfield", "in 30 days")
    today.chosen.emit(line.target)
    assert isinstance(main.frame.page, RequestPage)
