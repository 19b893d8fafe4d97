"""The review: read, accepted, rewritten, refused, taken up again, all from the keyboard."""

from dataclasses import replace

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.ids import CaseId
from psg_desktop.ui.packs.review import ReviewPage
from psg_desktop.ui.packs.texts import TextRow
from tests.ui.packs.reading import CTRL, SHIFT, Key, Reading

NAME = "Wendell Tansyfield"


def waiting(page: ReviewPage) -> int:
    assert page.proposal is not None
    return len(page.proposal.undecided)


def row(page: ReviewPage) -> TextRow:
    found = page.texts.current
    assert found is not None
    return found


def rewrite(office: Office, page: ReviewPage, problem: str) -> None:
    """Change what a case of the pack says, as somebody on its page would."""
    for one in page._rows:
        if one.passage.part == "text":
            found = lists.case_page(office, CaseId(one.case)).case
            cases.amend(office, replace(found, problem=problem))
            return


def printed(page: ReviewPage) -> str:
    return page.pane.compare.right.toPlainText()


def test_that_the_right_side_shows_exactly_what_is_proposed(reading: Reading) -> None:
    page = reading.review()
    assert printed(page) == row(page).passage.proposed
    assert page.pane.compare.left.toPlainText() == row(page).passage.original
    assert page.summary.startswith(f"{waiting(page)} of {len(page._rows)} texts waiting")


def test_that_enter_accepts_and_goes_to_the_next_text(reading: Reading) -> None:
    page = reading.review()
    before, first = waiting(page), row(page).number
    reading.key(Key.Key_Return)
    assert waiting(page) == before - 1
    assert row(page).number == first + 1


def test_that_one_key_accepts_the_whole_case(reading: Reading) -> None:
    page = reading.review()
    case = row(page).case
    reading.key(Key.Key_Return, SHIFT)
    assert page.proposal is not None
    assert page.proposal.case(case).undecided == ()


def test_that_n_and_p_go_from_text_to_text(reading: Reading) -> None:
    page = reading.review()
    reading.key(Key.Key_N)
    assert row(page).number == 2
    reading.key(Key.Key_P)
    assert row(page).number == 1


def test_that_own_words_are_printed_once_they_are_accepted(reading: Reading) -> None:
    page = reading.review()
    key = row(page).key
    reading.key(Key.Key_E)
    page.pane.compare.right.selectAll()
    reading.type("Neighbours hear shouting at night.")
    reading.key(Key.Key_Return, CTRL)
    assert page.proposal is not None
    kept = page.proposal.case(key[0]).passage(key[1])
    assert kept.accepted == "Neighbours hear shouting at night."


def test_that_own_words_that_name_somebody_are_refused_beside_the_words(
    reading: Reading,
) -> None:
    page = reading.review()
    before = waiting(page)
    reading.key(Key.Key_E)
    page.pane.compare.right.selectAll()
    reading.type("Mr Wendel Tansyfield shouts.")
    reading.key(Key.Key_Return, CTRL)
    assert waiting(page) == before
    assert page.pane.problem.text() == "This still names somebody. Change the marked words."
    marked = page.pane.compare.right.spans
    assert any("Tansyfield" in printed(page)[one.start : one.end] for one in marked)
    assert page.pane.editing


def test_that_esc_goes_back_to_the_proposal(reading: Reading) -> None:
    page = reading.review()
    proposed = printed(page)
    reading.key(Key.Key_E)
    reading.type("xyz")
    reading.key(Key.Key_Escape)
    assert printed(page) == proposed
    assert not page.pane.editing


def test_that_a_doubtful_word_is_printed_when_a_person_says_so(
    office: Office, reading: Reading
) -> None:
    page = reading.review()
    rewrite(office, page, f"{NAME} was seen by the Wherrygate again.")
    while not row(page).passage.doubtful:
        reading.key(Key.Key_N)
    assert "Wherrygate" not in printed(page)
    reading.key(Key.Key_U)
    assert "Wherrygate" in printed(page)
    assert NAME not in printed(page)
    reading.key(Key.Key_M)
    assert "Wherrygate" not in printed(page)


def test_that_somebody_the_vault_knows_is_never_printed_by_a_key(
    office: Office, reading: Reading
) -> None:
    page = reading.review()
    rewrite(office, page, f"{NAME} hears shouting.")
    while NAME not in row(page).passage.original:
        reading.key(Key.Key_N)
    reading.key(Key.Key_F8)
    reading.key(Key.Key_U)
    assert NAME not in printed(page)
    assert "stays masked" in page.pane.problem.text()


def test_that_the_marks_are_walked_through_wherever_the_focus_is(
    office: Office, reading: Reading
) -> None:
    page = reading.review()
    rewrite(office, page, f"{NAME} hears shouting, and {NAME} calls.")
    while NAME not in row(page).passage.original:
        reading.key(Key.Key_N)
    left, right = page.pane.compare.left, page.pane.compare.right
    for place in (page.texts, left, right):
        place.setFocus()
        before = left.current
        reading.key(Key.Key_F8)
        after = left.current
        assert after is not before
        reading.key(Key.Key_F8, SHIFT)
        assert left.current is not after


def test_that_selected_words_are_masked(reading: Reading) -> None:
    page = reading.review()
    left = page.pane.compare.left
    cursor = left.textCursor()
    words = left.toPlainText().split()[0]
    cursor.setPosition(0)
    cursor.setPosition(len(words), cursor.MoveMode.KeepAnchor)
    left.setTextCursor(cursor)
    reading.key(Key.Key_M)
    assert printed(page).startswith("[name or place]")


def test_that_unmarked_texts_are_accepted_together_and_doubtful_ones_wait(
    office: Office, reading: Reading
) -> None:
    page = reading.review()
    rewrite(office, page, "Seen by the Wherrygate again.")
    assert page.proposal is not None
    doubtful = sum(bool(one.doubtful) for _, one in page.proposal.undecided)
    assert doubtful
    reading.key(Key.Key_U, CTRL | SHIFT)
    assert waiting(page) == doubtful


def test_that_decisions_are_there_when_the_pack_is_taken_up_again(reading: Reading) -> None:
    first = reading.review()
    reading.key(Key.Key_Return)
    left = waiting(first)
    reading.frame.go("packs")
    again = reading.review()
    assert again is not first
    assert waiting(again) == left


def test_that_a_text_whose_original_changed_is_asked_about_again(
    office: Office, reading: Reading
) -> None:
    page = reading.review()
    page.accept_case()
    before = waiting(page)
    rewrite(office, page, "Something else altogether is written here now.")
    assert waiting(page) == before + 1


def test_that_undo_takes_an_acceptance_back(office: Office, reading: Reading) -> None:
    page = reading.review()
    before = waiting(page)
    reading.key(Key.Key_Return)
    undoing.undo_last(office)
    assert waiting(page) == before


def test_that_a_text_changed_after_it_was_accepted_holds_the_pack_up(reading: Reading) -> None:
    page = reading.review()
    while waiting(page):
        page.accept_case()
    page.pane.edit()
    page.pane.compare.right.setPlainText("Other words.")
    page.print_pages()
    assert reading.frame.page is page
    assert "Accept the new words first" in page.banner.words
    assert page.head._state.status.word == "Changed"
    page.accept()
    page.print_pages()
    assert reading.frame.page is not page


def test_that_the_pages_wait_until_every_text_is_decided(reading: Reading) -> None:
    page = reading.review()
    page.print_pages()
    assert reading.frame.page is page
    assert page.banner.words.startswith("Not yet:")
