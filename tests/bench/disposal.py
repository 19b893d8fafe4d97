"""Disposing of one closed case with 10, 100 and 1,000 records, in a vault of 2,000 cases.

The time for each record is reported; a disposal is to be linear in the records of the person, so a
record among 1,000 may take at most as long as a record among 100, and half as long again. What a
disposal costs whatever its size, such as the look through the trail for entries of other records
that name the person, is in the first figure.
"""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from psg_desktop.casework.information_law import disposals
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case, CaseState, Closure
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import NoteId
from psg_desktop.domain.notes import Note
from tests.bench.caseloads import filled
from tests.bench.measuring import Figure, peak_mb, seconds

CASES = 2_000
SIZES = (10, 100, 1_000)
GOAL = 1.5
LONG_AGO = timedelta(days=2_400)


def figures() -> list[Figure]:
    """Dispose of three cases of ten times as many records each."""
    with filled(CASES) as office:
        with office.reading() as unit:
            cases = unit.cases.all()[: len(SIZES)]
        found = {
            size: _disposed(office, case, size) for size, case in zip(SIZES, cases, strict=True)
        }
    each = {size: found[size] / size for size in SIZES}
    return [
        Figure(
            name=f"disposal, each of {size:,} records",
            ours=each[size],
            yardstick="each of 10 times fewer",
            bare=each[SIZES[max(0, place - 1)]],
            goal=GOAL,
            peak_mb=peak_mb(),
        )
        for place, size in enumerate(SIZES)
    ]


def _disposed(office: Office, case: Case, size: int) -> float:
    """Fill a case with notes, close it seven years ago, and time its disposal."""
    day = office.today() - LONG_AGO
    closed = replace(
        case,
        opened=day,
        state=CaseState.CLOSED,
        review_due=None,
        closures=(Closure(reason="resolved", summary="It held.", on=day),),
    )
    with office.working(Act.ADD_NOTE) as unit:
        unit.notes.put_all(
            Note(
                id=NoteId(office.new_id()),
                case=case.id,
                happened_on=day,
                text=f"Seen {number} times, by the bench and near the shops.",
                written_at=office.now(),
            )
            for number in range(size)
        )
        unit.cases.put(closed)
    return seconds(partial(disposals.dispose, office, case.id, case.reference))
