"""The reply of an agency: previewed, taken line by line in one change, refused in words."""

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from psg_desktop.casework.caseload import actions, cases
from psg_desktop.casework.meeting import replies
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.action_replies import Effect, Verdict
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.notes import NoteBasis
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.faults import Unreadable
from psg_desktop.words import replies as words
from tests.builders import a_closure
from tests.replying import FIRST, agreed, fill, opened, owner, sheet_of

DUE = date(2026, 12, 1)


@pytest.fixture
def sent(desk: Office, tmp_path: Path) -> tuple[list[Action], Path]:
    """Three actions of one agency, and their sheet in this order."""
    case = opened(desk)
    made = [
        agreed(desk, case, owner(desk), f"Thing {number}", DUE + timedelta(days=number))
        for number in range(3)
    ]
    return made, sheet_of(desk, owner(desk), tmp_path)


Sent = tuple[list[Action], Path]


def verdicts(office: Office, path: Path) -> list[Verdict]:
    return [line.verdict for line in replies.read(office, path).lines]


def take_all(office: Office, path: Path) -> int:
    return replies.take(office, [one for one in replies.read(office, path).lines if one.takeable])


def notes_of(office: Office, action: Action) -> list[tuple[str, object, NoteBasis]]:
    with office.reading() as unit:
        found = unit.notes.where(case=action.case)
    return [(note.text, note.source, note.basis) for note in found]


def test_that_a_whole_reply_becomes_one_change_and_is_taken_back_as_one(
    desk: Office, sent: Sent
) -> None:
    (done, going, later), path = sent
    fill(path, FIRST, PROGRESS="Gate fitted, photograph kept.", DONE_ON=desk.today())
    fill(path, FIRST + 1, PROGRESS="Waiting for the owner.")
    fill(path, FIRST + 2, NEW_DUE=date(2027, 1, 8))
    reply = replies.read(desk, path)
    assert [line.effects for line in reply.lines] == [
        (Effect.COMPLETE,),
        (Effect.NOTE,),
        (Effect.AMEND_DUE,),
    ]
    assert replies.take(desk, reply.lines) == 3
    kept = actions.get(desk, done.id)
    assert (kept.state, kept.ended) == (ActionState.COMPLETED, desk.today())
    assert kept.outcome == "Gate fitted, photograph kept."
    assert actions.get(desk, later.id).due == date(2027, 1, 8)
    assert notes_of(desk, going) == [
        (
            "Progress on the action “Thing 1”: Waiting for the owner.",
            owner(desk),
            NoteBasis.REPORTED,
        )
    ]
    undoing.undo_last(desk)
    assert [actions.get(desk, one.id) for one in (done, going, later)] == [done, going, later]
    assert notes_of(desk, going) == []


def test_that_the_same_reply_twice_changes_nothing_and_says_so(desk: Office, sent: Sent) -> None:
    _, path = sent
    fill(path, FIRST, PROGRESS="Done and dusted.", DONE_ON=desk.today())
    fill(path, FIRST + 1, PROGRESS="Half way.", NEW_DUE=date(2027, 1, 8))
    assert take_all(desk, path) == 2
    again = replies.read(desk, path)
    assert [line.verdict for line in again.lines] == [Verdict.KEPT, Verdict.KEPT, Verdict.EMPTY]
    assert words.summary(again.lines) == "This reply was taken in already. Nothing would change."
    with pytest.raises(Refused):
        take_all(desk, path)


def test_that_one_answer_is_taken_and_the_others_left(desk: Office, sent: Sent) -> None:
    (first, second, _), path = sent
    for number in range(2):
        fill(path, FIRST + number, PROGRESS="Done.", DONE_ON=desk.today())
    replies.take(desk, replies.read(desk, path).lines[1:2])
    assert actions.get(desk, first.id) == first
    assert actions.get(desk, second.id).state is ActionState.COMPLETED


def test_that_what_was_changed_since_the_sheet_was_made_is_shown(desk: Office, sent: Sent) -> None:
    (first, second, _), path = sent
    fill(path, FIRST, PROGRESS="Done.", DONE_ON=desk.today())
    fill(path, FIRST + 1, PROGRESS="Done.", DONE_ON=desk.today())
    actions.reassign(desk, first.id, owner(desk, 1), "Ida Fennick")
    actions.cancel(desk, second.id, desk.today(), "Not needed.")
    changed, gone, _ = replies.read(desk, path).lines
    assert changed.verdict is Verdict.CHANGED
    assert "with Ida Fennick" in words.reason(changed)
    assert (gone.verdict, gone.problem) == (Verdict.REFUSED, Problem.MOVE_NOT_POSSIBLE)


def test_that_a_note_comes_from_the_agency_that_was_sent_the_row(desk: Office, sent: Sent) -> None:
    (first, *_), path = sent
    fill(path, FIRST, PROGRESS="Half way.")
    actions.reassign(desk, first.id, owner(desk, 1), "Ida Fennick")
    replies.take(desk, replies.read(desk, path).lines[:1])
    assert notes_of(desk, first)[0][1] == owner(desk)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"DONE_ON": date(2026, 11, 20)}, Problem.OUTCOME_MISSING),
        ({"PROGRESS": "Done.", "DONE_ON": date(2027, 5, 1)}, Problem.DATE_IN_FUTURE),
        ({"NEW_DUE": date(2026, 1, 5)}, Problem.DATE_IN_PAST),
        ({"PROGRESS": "x" * 20_000}, Problem.TEXT_TOO_LONG),
        ({"PROGRESS": "x" * 20_001, "DONE_ON": date(2026, 11, 20)}, Problem.TEXT_TOO_LONG),
    ],
)
def test_that_an_answer_that_cannot_be_is_refused_with_its_reason(
    desk: Office, sent: Sent, cells: dict[str, object], problem: Problem
) -> None:
    line = replies.read(desk, fill(sent[1], FIRST, **cells)).lines[0]
    assert (line.verdict, line.problem) == (Verdict.REFUSED, problem)
    assert words.reason(line)
    with pytest.raises(Refused):
        replies.take(desk, [line])


def test_that_an_unreadable_date_says_which_and_dates_typed_as_words_are_read(
    desk: Office, sent: Sent
) -> None:
    _, path = sent
    fill(path, FIRST, PROGRESS="Soon.", NEW_DUE="when I can")
    fill(path, FIRST + 1, PROGRESS="Done.", DONE_ON="20/11/2026")
    unreadable, read, _ = replies.read(desk, path).lines
    assert unreadable.verdict is Verdict.REFUSED
    assert words.reason(unreadable).startswith("New date asked for: “when I can” is not a date.")
    assert read.answer.done_on == date(2026, 11, 20)


def test_that_a_closed_case_takes_no_note(desk: Office, sent: Sent) -> None:
    (first, *_), path = sent
    cases.close(desk, first.case, a_closure(on=desk.today()))
    line = replies.read(desk, fill(path, FIRST, PROGRESS="Half way.")).lines[0]
    assert line.problem in {Problem.CASE_IS_CLOSED, Problem.MOVE_NOT_POSSIBLE}


def test_that_rows_of_no_action_and_of_one_answered_above_are_not_taken(
    desk: Office, sent: Sent
) -> None:
    _, path = sent
    code = replies.read(desk, path).lines[0].answer.code
    fill(path, FIRST, PROGRESS="First.")
    fill(path, FIRST + 1, PROGRESS="Second.", CODE=code)
    fill(path, FIRST + 2, PROGRESS="Third.", CODE="0123456789abcdef-01234567")
    assert verdicts(desk, path) == [Verdict.TO_TAKE, Verdict.REFUSED, Verdict.UNKNOWN]


def test_that_what_an_agency_changes_in_our_columns_is_not_read(desk: Office, sent: Sent) -> None:
    (first, *_), path = sent
    fill(path, FIRST, WHAT="Another thing", OFFICER="Nobody", DUE=date(2030, 1, 1), STATE="Done")
    assert verdicts(desk, path)[0] is Verdict.EMPTY
    assert actions.get(desk, first.id) == first


def test_that_a_change_between_looking_and_taking_is_refused(desk: Office, sent: Sent) -> None:
    (first, *_), path = sent
    lines = replies.read(desk, fill(path, FIRST, NEW_DUE=date(2027, 1, 8))).lines[:1]
    actions.amend(desk, replace(first, what="Something else"))
    with pytest.raises(Refused):
        replies.take(desk, lines)
    assert actions.get(desk, first.id).due == first.due


def test_that_a_file_that_is_no_action_sheet_is_refused_in_words(
    desk: Office, sent: Sent, tmp_path: Path
) -> None:
    book = Workbook()
    book.create_sheet("Other").append(["Case", "Done on"])
    book.save(tmp_path / "other.xlsx")
    (tmp_path / "broken.xlsx").write_bytes(sent[1].read_bytes()[:900])
    for name, said in (
        ("other.xlsx", "not an action sheet"),
        ("broken.xlsx", "damaged|hold together"),
        ("no.xlsx", "no file"),
    ):
        with pytest.raises(Unreadable, match=said):
            replies.read(desk, tmp_path / name)


def test_that_a_sheet_without_its_codes_is_refused_in_words(desk: Office, sent: Sent) -> None:
    for number in range(3):
        fill(sent[1], FIRST + number, CODE=None)
    with pytest.raises(Unreadable, match="row codes"):
        replies.read(desk, sent[1])


LETTERS = st.characters(max_codepoint=0x17F, categories=("L", "N", "P", "S"))
TEXTS = st.text(LETTERS, min_size=1, max_size=40)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "PROGRESS": TEXTS.filter(lambda said: said[0] != "="),
        "DONE_ON": st.dates(date(2026, 10, 1), date(2026, 12, 1)),
        "NEW_DUE": st.dates(date(2026, 11, 1), date(2027, 3, 1)),
    },
)


@given(given_answers=st.lists(ANSWERS, min_size=3, max_size=3))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_what_was_taken_is_what_was_answered(
    desk: Office, given_answers: list[dict[str, object]]
) -> None:
    case = opened(desk, 100 + len(cases_of(desk)))
    agency = owner(desk, 3)
    for old in open_of(desk, agency):
        actions.cancel(desk, old.id, desk.today(), "Of another example.")
    made = [agreed(desk, case, agency, f"Thing {n}", DUE + timedelta(days=n)) for n in range(3)]
    with tempfile.TemporaryDirectory() as folder:
        path = sheet_of(desk, agency, Path(folder))
        for number, cells in enumerate(given_answers):
            fill(path, FIRST + number, **cells)
        lines = replies.read(desk, path).lines
        chosen = [line for line in lines if line.takeable]
        if chosen:
            replies.take(desk, chosen)
        after = replies.read(desk, path).lines
    for before, cells, line in zip(made, given_answers, lines, strict=True):
        now = actions.get(desk, before.id)
        if not line.takeable:
            assert now == before
        elif "DONE_ON" in cells:
            assert (now.ended, now.outcome) == (cells["DONE_ON"], cells["PROGRESS"])
        else:
            assert now == replace(before, due=cells.get("NEW_DUE", before.due))
            assert ("PROGRESS" in cells) == (Effect.NOTE in line.effects)
    assert not any(line.takeable for line in after)


def cases_of(office: Office) -> tuple[object, ...]:
    with office.reading() as unit:
        return tuple(unit.cases.all())


def open_of(office: Office, agency: object) -> list[Action]:
    with office.reading() as unit:
        return [one for one in unit.actions.where(owner=agency) if one.open]
