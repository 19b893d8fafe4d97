"""Reading one case, and a list as it stood a year ago, in a vault of 10,000 cases.

- Reading a case with 300 entries in its chronology, and what its page shows around it, as values
  of the domain. The yardstick is its bare queries: the very statements the reading says, as the
  driver hears them, said again through the driver with every row fetched and nothing made of the
  rows. Goal at most 3 times. A query said twice would count twice there, so their number is
  held by a test (`tests/store/test_case_pages.py`).
- The same page built and painted in the window is reported beside it, without a goal: nearly all
  of that is laying out and drawing, which no query does.
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
from tests.store.heard import queries_of

CASES, ENTRIES = 10_000, 300
OPENING_GOAL, AS_AT_GOAL = 3.0, 5.0
AT_ONCE = 500


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
    said = queries_of(office, lambda: lists.case_page(office, case))
    driver = office.desk.vault.reader.raw_connection()

    def ours() -> None:
        screen = CaseScreen(office, Notifier(), case)
        screen.resize(1000, 700)
        screen.refresh()
        screen.show()
        screen.repaint()
        screen.close()

    def bare() -> None:
        say = driver.cursor().execute
        for statement in said:
            say(statement).fetchall()

    read, plain = best_in_turn(lambda: lists.case_page(office, case), bare, rounds=20)
    painted = min(seconds(ours) for _ in range(5))
    driver.close()
    application.alarm.remove()
    sql = "its own queries, bare"
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
