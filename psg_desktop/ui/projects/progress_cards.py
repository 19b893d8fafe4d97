"""Cards of how a project goes: its colours, its quarterly reports, the final report."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.project_files import OwedReport, ProjectFile
from psg_desktop.domain.project_ratings import Aspect, ProjectRating, newest_first
from psg_desktop.domain.project_reports import ProjectReport
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.project_entries import rag_status, report_status
from psg_desktop.ui.projects import progress_sheets as sheets
from psg_desktop.ui.projects.file_card import FileCard
from psg_desktop.ui.projects.report_sheet import report_sheet
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names, projects
from psg_desktop.words.quarters import quarter


class RatingCard(FileCard):
    """Delivery, spend and outcome as they were rated last, and how they were rated before."""

    def __init__(self, office: Office) -> None:
        self.rate = button("Rate", "edit")
        self.rate.setAccessibleName("Rate the project")
        super().__init__(office, "How it stands", self.rate)
        self.rate.clicked.connect(lambda: self.ask(sheets.rating_sheet(office, self.file)))

    @override
    def draw(self, file: ProjectFile) -> None:
        held = file.standing(self.office.today())
        entries = [_rated(file, aspect, held.get(aspect)) for aspect in Aspect] if held else []
        self.show_entries(
            (file.ratings, self.office.today()), entries, "It has not been rated yet."
        )
        self.retitle("How it stands")


class ReportsCard(FileCard):
    """The quarters that are reported on or should be, the newest first."""

    def __init__(self, office: Office) -> None:
        self.take_in = button("Take in a report", "plus")
        self.terms = button("What is asked")
        self.terms.setAccessibleName("What is asked of the project")
        super().__init__(office, "Quarterly reports", self.take_in, self.terms)
        self.take_in.clicked.connect(lambda: self.ask(report_sheet(office, self.file)))
        self.terms.clicked.connect(lambda: self.ask(sheets.terms_sheet(office, self.file)))

    @override
    def draw(self, file: ProjectFile) -> None:
        today = self.office.today()
        rows = _quarters(file, today)
        self.take_in.setEnabled(bool(file.reportable(today)))
        entries = [self._entry(file, one) for one in reversed(rows)]
        seen = (rows, file.reports, file.objectives, file.reporting, today)
        self.show_entries(seen, entries, _none(file))

    def _entry(self, file: ProjectFile, owed: OwedReport) -> Entry:
        today, report = self.office.today(), owed.report
        begun = owed.quarter <= today
        words = "Change" if report else "Take in"
        step = Step(words=words, done=partial(self._take, owed.quarter))
        return Entry(
            key=owed.quarter,
            title=quarter(owed.quarter),
            marks=(report_status(owed, today),),
            facts=f"reported by {report.reported_by}" if report else "",
            text="\n\n".join(_said(file, report)) if report else "",
            about=f"Report on {quarter(owed.quarter)}",
            steps=(step,) if begun else (),
        )

    def _take(self, wanted: date) -> None:
        self.ask(report_sheet(self.office, self.file, wanted))


class FinalCard(FileCard):
    """When the final report is due, when it came, and what it found."""

    def __init__(self, office: Office) -> None:
        self.receive = button("Record the final report")
        super().__init__(office, "Final report", self.receive)
        self.receive.clicked.connect(lambda: self.ask(sheets.final_sheet(office, self.file)))

    @override
    def draw(self, file: ProjectFile) -> None:
        terms, today = file.reporting, self.office.today()
        entries = []
        if terms and (terms.final_due or terms.final_received):
            entries = [
                Entry(
                    key="final",
                    title="Final report",
                    marks=(_final(terms.final_due, terms.final_received, today),),
                    text=terms.findings,
                    about="What the final report found",
                )
            ]
        none = "No final report is asked for. Its day is set under Quarterly reports."
        self.show_entries((terms, today), entries, none)
        self.retitle("Final report")
        received = terms is not None and terms.final_received is not None
        words = "Change the final report" if received else "Record the final report"
        self.receive.setText(words)
        self.receive.setAccessibleName(words)


def _rated(file: ProjectFile, aspect: Aspect, held: ProjectRating | None) -> Entry:
    every = [row for row in newest_first(file.ratings) if row.aspect is aspect]
    earlier = every[every.index(held) + 1 :] if held else []
    before = [
        f"Before: {names.name(row.rag).casefold()} on {dates.grid(row.on)}. {row.reason}".rstrip()
        for row in earlier
    ]
    return Entry(
        key=aspect,
        title=names.name(aspect),
        marks=(rag_status(held.rag if held else None),),
        facts=f"{dates.grid(held.on)}, {held.rated_by}" if held else "",
        text="\n\n".join(filter(None, (held.reason if held else "", *before))),
        about=f"{names.name(aspect)}: the reason, and earlier ratings",
    )


def _final(due: date | None, received: date | None, day: date) -> Status:
    if received is not None:
        late = due is not None and received > due
        said = f"Received {dates.grid(received)}"
        return Status("done", f"{said}, after it was due" if late else said)
    if due is None:
        return Status("none", "No date set")
    return Status("red" if due < day else "none",
                  f"{'Was due' if due < day else 'Due'} {dates.grid(due)}")  # fmt: skip


def _quarters(file: ProjectFile, day: date) -> list[OwedReport]:
    """Give the quarters owed, those reported beside them, and the one that comes next."""
    rows = {one.quarter: one for one in file.owed(day)}
    for report in file.reports:
        rows.setdefault(
            report.quarter, OwedReport(quarter=report.quarter, due=report.due, report=report)
        )
    coming = file.next_report(day)
    if coming is not None:
        rows.setdefault(coming.quarter, coming)
    return [rows[one] for one in sorted(rows)]


def _none(file: ProjectFile) -> str:
    if file.reporting and file.reporting.first_quarter:
        return "No report is due yet."
    return "No quarterly report is asked for yet. Say from which quarter on under What is asked."


def _said(file: ProjectFile, report: ProjectReport) -> Iterator[str]:
    for place, objective in enumerate(file.objectives, 1):
        said = report.of(objective.id)
        if said is None:
            continue
        measure = objective.measure
        value = projects.measured(said.value, measure.unit) if said.value is not None else ""
        known = filter(None, (value, projects.way(measure, said.value)))
        head = f"Objective {place}: {objective.wording}"
        told = ", ".join(known)
        yield f"{head}\n{told}\n{said.narrative}" if told else f"{head}\n{said.narrative}"
    if report.note:
        yield report.note
