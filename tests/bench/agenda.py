"""An agenda for 60 items out of 10,000 cases: proposed, shared out and saved within a second."""

from dataclasses import replace
from datetime import timedelta

from psg_desktop.casework.meeting import agendas, meetings
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.agendas import STANDING_KINDS, total
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import Meeting, MeetingGroup
from tests.bench.caseloads import filled
from tests.bench.measuring import Figure, peak_mb, seconds

ITEMS = 60
GOAL = 1.0
ONE_SECOND = 1.0
ROUNDS = 5


def figures() -> list[Figure]:
    """Propose the agenda of a meeting at which 55 cases are due, and take it back, five times."""
    with filled(10_000) as office:
        meeting = _meeting(office)
        taken = []
        for _ in range(ROUNDS):
            taken.append(seconds(lambda: agendas.propose_agenda(office, meeting.id)))
            lines = agendas.lines(office, meeting.id)
            assert len(lines) == ITEMS
            assert total([line.item for line in lines]) == meeting.length
            undoing.undo_last(office)
        return [
            Figure(
                name=f"agenda of {ITEMS} items, 10,000 cases",
                ours=min(taken),
                yardstick="one second",
                bare=ONE_SECOND,
                goal=GOAL,
                peak_mb=peak_mb(),
            )
        ]


def _meeting(office: Office) -> Meeting:
    on = office.today() + timedelta(days=14)
    meeting = Meeting(
        id=MeetingId(office.new_id()), group=MeetingGroup.PSG, on=on, length=3 * ITEMS
    )
    meetings.plan(office, meeting)
    due = ITEMS - len(STANDING_KINDS)
    with office.working(Act.AMEND_CASE) as unit:
        unit.cases.put_all(
            replace(case, review_due=on if number < due else on + timedelta(days=30))
            for number, case in enumerate(unit.cases.all())
        )
    return meeting
