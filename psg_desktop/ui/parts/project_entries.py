"""How projects are shown in more than one place: colours, reports owed, money, milestones."""

from datetime import date

from psg_desktop.domain.project_files import OwedReport, ProjectFile
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.projects import Milestone
from psg_desktop.domain.rag import Rag
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names
from psg_desktop.words.quarters import quarter


def rag_status(rag: Rag | None, before: str = "") -> Status:
    """Give the chip of a colour, its word first: nobody has to tell colours apart."""
    if rag is None:
        return Status("none", f"{before}not rated" if before else "Not rated")
    return Status(rag.value, f"{before}{names.name(rag).casefold()}" if before else names.name(rag))


def aspect_status(aspect: Aspect, held: ProjectRating | None) -> Status:
    """Give the chip of one aspect, such as "Spend amber"."""
    return rag_status(held.rag if held else None, f"{names.name(aspect)} ")


def report_status(owed: OwedReport, day: date) -> Status:
    """Give the chip of a quarter that is reported on, or should be."""
    if owed.report is not None:
        late = ", late" if owed.report.late else ""
        return Status("done", f"Received {dates.grid(owed.report.received)}{late}")
    if owed.late(day):
        return Status("red", f"Was due {dates.grid(owed.due)}")
    return Status("none", f"Due {dates.grid(owed.due)}")


def milestone_status(milestone: Milestone, day: date) -> Status:
    """Give the chip of a milestone."""
    due = milestone.due
    if milestone.reached:
        late = due is not None and milestone.reached > due
        said = f"Reached {dates.grid(milestone.reached)}"
        return Status("done", f"{said}, after it was due" if late else said)
    if due is None:
        return Status("none", "No date set")
    if milestone.overdue(day):
        return Status("red", f"Was due {dates.grid(due)}")
    return Status("none", f"Due {dates.grid(due)}")


def next_report(file: ProjectFile, day: date) -> str:
    """Give the report that comes next in words, "" where none is asked for."""
    owed = file.next_report(day)
    if owed is None:
        return ""
    said = "was due" if owed.late(day) else "due"
    return f"{quarter(owed.quarter)} {said} {dates.grid(owed.due)}"
