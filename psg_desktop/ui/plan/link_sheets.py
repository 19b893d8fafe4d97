"""The forms that link a case or a project with a priority from the priority's page."""

from collections.abc import Sequence
from typing import Any

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan_links
from psg_desktop.domain.ids import CaseId, PlanPriorityId, ProjectId
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.choices import SearchChoice
from psg_desktop.ui.widgets.controls import Option
from psg_desktop.ui.widgets.forms import Form


def link_case_sheet(office: Office, priority: PlanPriorityId) -> RecordSheet:
    """Give the form that has one more case serve a priority."""
    form = Form()
    form.add(
        "case", "Case", _found(office, FoundKind.CASE),
        hint="Type its reference or words of its title.",
    )  # fmt: skip

    def keep(given: dict[str, Any]) -> None:
        if given["case"] is None:
            raise refuse("case", Problem.SUBJECT_MISSING)
        plan_links.link_case(office, priority, CaseId(given["case"]))

    return RecordSheet("Link a case", form, keep, save="Link the case")


def link_project_sheet(office: Office, priority: PlanPriorityId) -> RecordSheet:
    """Give the form that has one more project serve a priority."""
    form = Form()
    form.add(
        "project", "Project", _found(office, FoundKind.PROJECT), hint="Type words of its name."
    )

    def keep(given: dict[str, Any]) -> None:
        if given["project"] is None:
            raise refuse("project", Problem.NOTHING_CHOSEN)
        plan_links.link_project(office, priority, ProjectId(given["project"]))

    return RecordSheet("Link a project", form, keep, save="Link the project")


def _found(office: Office, kind: FoundKind) -> SearchChoice:
    def find(typed: str) -> Sequence[Option]:
        if not typed.strip():
            return ()
        found = lists.find(office, typed)
        return [Option(one.id, one.label, one.detail) for one in found if one.kind is kind]

    return SearchChoice(find)
