"""Reading one case, and a list as it stood a year ago, in a vault of 10,000 cases.

- Reading everything the page of a case with 300 entries in its chronology shows, as values, is
  held against the same rows read by plain SQL through the driver: goal at most 3 times. The page
  painted is reported beside it.
- The caseload as at a day a year back, after a year in which every case was reviewed twice and
  half of them were moved on, is held against today's list read whole: goal at most 5 times.
"""

import random
from dataclasses import replace
from datetime import timedelta

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import as_at
from psg_desktop.domain.cases import Case, CaseMove, CaseState
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, NoteId
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.notes import Note
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.notifier import Notifier
from tests.bench.caseloads import filled
from tests.bench.measuring import Figure, best_in_turn, peak_mb, seconds
from tests.fakes import FixedClock

CASES, ENTRIES = 10_000, 300
OPENING_GOAL, AS_AT_GOAL = 3.0, 5.0
AT_ONCE = 500
OF_A_CASE = ("cases", "involvements", "actions", "reviews", "notes", "case_links")


def figures() -> list[Figure]:
    """Open the fullest case, then read the list of a year ago."""
    with filled(CASES) as office:
        opening = _opening(office)
        a_year_ago = office.today()
        _work_a_year(office)
        ours, bare = best_in_turn(
            lambda: as_at.caseload_as_at(office, a_year_ago), lambda: _today(office), rounds=3
        )
    return [
        *opening,
        Figure(
            name=f"{CASES:,} cases as at a year ago",
            ours=ours,
            yardstick="today's list, read whole",
            bare=bare,
            goal=AS_AT_GOAL,
            peak_mb=peak_mb(),
        ),
    ]


def _opening(office: Office) -> list[Figure]:
    application = Application()
    case = lists.cases(office, CaseFilter(), CaseOrder(), slice(0, 1)).rows[0].id
    _write_chronology(office, case)
    driver = office.desk.vault.reader.raw_connection()

    def ours() -> None:
        screen = CaseScreen(office, Notifier(), case)
        screen.resize(1000, 700)
        screen.refresh()
        screen.show()
        screen.repaint()
        screen.close()

    def bare() -> None:
        cursor = driver.cursor()
        for table in OF_A_CASE:
            column = "id" if table == "cases" else "case"
            cursor.execute(f'SELECT * FROM {table} WHERE "{column}" = ?', (str(case),)).fetchall()  # noqa: S608 - names from this page

    read, plain = best_in_turn(lambda: lists.case_page(office, case), bare, rounds=20)
    painted = min(seconds(ours) for _ in range(5))
    driver.close()
    application.alarm.remove()
    sql = "its rows by plain SQL"
    return [
        Figure(
            name=f"a case of {ENTRIES} entries, read",
            ours=read,
            yardstick=sql,
            bare=plain,
            goal=OPENING_GOAL,
            peak_mb=peak_mb(),
        ),
        Figure(name="  the same, painted", ours=painted, yardstick=sql, bare=plain),
    ]


def _write_chronology(office: Office, case: CaseId) -> None:
    with office.working(Act.IMPORT_RECORDS) as unit:
        unit.notes.put_all(
            Note(
                id=NoteId(office.new_id()),
                case=case,
                happened_on=office.today() - timedelta(days=number),
                text="Called at the door; nobody answered, and a card was left.",
                written_at=office.now(),
            )
            for number in range(ENTRIES)
        )


def _work_a_year(office: Office) -> None:
    """Let a year pass in which the caseload was worked on."""
    rng, clock = random.Random(0), office._clock
    assert isinstance(clock, FixedClock)
    for quarter in range(4):
        clock.forward(days=91)
        with office.reading() as unit:
            cases = unit.cases.all()
        part = [case for place, case in enumerate(cases) if place % 2 == quarter % 2]
        for start in range(0, len(part), AT_ONCE):
            with office.working(Act.AMEND_CASE) as unit:
                for case in part[start : start + AT_ONCE]:
                    due = office.today() + timedelta(days=rng.randint(14, 56))
                    moved = _moved(case) if rng.random() < 0.25 else case
                    unit.cases.put(replace(moved, review_due=due))


def _moved(case: Case) -> Case:
    if case.state is CaseState.ACTIVE_PLAN:
        return case.move(CaseMove.STEP_DOWN)
    return case.move(CaseMove.START_PLAN) if case.state is CaseState.ASSESSMENT else case


def _today(office: Office) -> None:
    lists.cases(office, CaseFilter(view=CaseView.OPEN), CaseOrder(), slice(0, None))
