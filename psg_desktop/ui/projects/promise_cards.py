"""Cards of what a project promised: its objectives and its milestones."""

from collections.abc import Iterator
from functools import partial

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import funding, objectives
from psg_desktop.domain.objectives import Objective
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.domain.projects import Milestone
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.project_entries import milestone_status
from psg_desktop.ui.projects import milestone_sheets as steps
from psg_desktop.ui.projects import objective_sheets as sheets
from psg_desktop.ui.projects.file_card import FileCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.words import dates, projects
from psg_desktop.words.quarters import quarter


class ObjectivesCard(FileCard):
    """Each objective as first agreed, what was agreed later, and how far it is."""

    def __init__(self, office: Office) -> None:
        self.add_one = button("Agree an objective", "plus")
        super().__init__(office, "Objectives", self.add_one)
        self.add_one.clicked.connect(lambda: self.ask(sheets.agree_sheet(office, self.file)))

    @override
    def draw(self, file: ProjectFile) -> None:
        entries = [self._entry(file, one) for one in file.objectives]
        none = "None yet. What is agreed first stays here, and reports are made against it."
        self.show_entries((file.objectives, file.reports), entries, none)

    def _entry(self, file: ProjectFile, objective: Objective) -> Entry:
        said = any(report.of(objective.id) for report in file.reports)
        revise = partial(self._revise, objective)
        remove = partial(objectives.take_out, self.office, objective.id)
        # What was reported on or changed stays, so that nobody can agree it anew.
        stays = said or bool(objective.revisions)
        return Entry(
            key=objective.id,
            title=objective.wording,
            facts="  ·  ".join(_facts(file, objective)),
            text="\n\n".join(_revisions(objective)),
            about="What was agreed later",
            steps=(
                Step(words="Change", done=revise),
                *(() if stays else (Step(words="Take out", done=remove),)),
            ),
        )

    def _revise(self, objective: Objective) -> None:
        self.ask(sheets.revise_sheet(self.office, objective))


class MilestonesCard(FileCard):
    """The steps that were promised: due, reached, and moved with the reason."""

    def __init__(self, office: Office) -> None:
        self.add_one = button("Add a milestone", "plus")
        super().__init__(office, "Milestones", self.add_one)
        self.add_one.clicked.connect(
            lambda: self.ask(steps.milestone_sheet(office, self.file.project))
        )

    @override
    def draw(self, file: ProjectFile) -> None:
        held = file.project.milestones
        entries = [self._entry(file, place, one) for place, one in enumerate(held)]
        self.show_entries((held, self.office.today()), entries, "No milestone is set.")

    def _entry(self, file: ProjectFile, place: int, milestone: Milestone) -> Entry:
        project, office = file.project, self.office
        change = partial(self._do, steps.milestone_sheet, milestone)
        reach = partial(self._do, steps.reach_sheet, milestone)
        move = partial(self._do, steps.move_sheet, milestone)
        remove = partial(funding.save_milestone, office, project.id, milestone, None)
        ahead = milestone.reached is None
        possible = (
            ("Reached", reach, ahead),
            ("Move", move, ahead and milestone.due is not None),
            ("Change", change, True),
            ("Take out", remove, not milestone.moves),
        )
        return Entry(
            key=place,
            title=milestone.what,
            marks=(milestone_status(milestone, office.today()),),
            facts=_first(milestone),
            text="\n".join(
                f"Moved on {dates.grid(one.on)} from {dates.grid(one.was)} to "
                f"{dates.grid(one.to)}: {one.reason}"
                for one in milestone.moves
            ),
            about="Why it was moved",
            steps=tuple(Step(words=words, done=done) for words, done, there in possible if there),
        )

    def _do(self, sheet: steps.SheetOf, milestone: Milestone) -> None:
        self.ask(sheet(self.office, self.file.project, milestone))


def _first(milestone: Milestone) -> str:
    if not milestone.moves or milestone.first_due is None:
        return ""
    return f"First promised for {dates.grid(milestone.first_due)}"


def _facts(file: ProjectFile, objective: Objective) -> Iterator[str]:
    yield f"First agreed {dates.grid(objective.agreed_on)}"
    measure = objective.measure
    if measure.what:
        yield projects.measure(measure)
    told = [
        (report.quarter, said)
        for report in file.reports
        if (said := report.of(objective.id)) is not None and said.value is not None
    ]
    if told:
        last, said = told[-1]
        yield f"{quarter(last)}: {projects.measured(said.value, measure.unit)}"
        way = projects.way(measure, said.value)
        if way:
            yield way


def _revisions(objective: Objective) -> Iterator[str]:
    for one in objective.revisions:
        target = "" if one.target is None else f" (target {projects.number(one.target)})"
        yield (
            f"Changed on {dates.grid(one.on)} to: {one.wording}{target}\n"
            f"Why: {one.reason} Agreed by {one.agreed_by}."
        )
