"""Saving the quarter's return: which quarter, which place, and what to say then."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import returns
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.save_place import ask_save_place
from psg_desktop.words.quarters import months, quarter

Chooser = Callable[[QWidget, str], Path | None]


def choose_place(parent: QWidget, name: str) -> Path | None:
    """Let the worker choose where the workbook goes; None when they change their mind."""
    return ask_save_place(parent, "Save the quarter's return", name, "Excel workbook (*.xlsx)")


class ReturnSheet(RecordSheet):
    """Emits `said(sentence)` when the return was saved."""

    said = Signal(str)

    def __init__(
        self, office: Office, project: ProjectId | None = None, choose: Chooser = choose_place
    ) -> None:
        form = Form()
        words = "of this project" if project else "of every project"
        form.add_widget(
            label(
                f"A workbook with the reports, objectives, money, milestones and clawback {words}. "
                "It names projects and people and is not protected: keep it restricted.",
                "secondary",
                wrap=True,
            )
        )
        options = [
            Option(one, f"{quarter(one)}, {months(one)}") for one in returns.quarters(office)
        ]
        form.add("quarter", "Quarter", Choice(options, nothing="Choose the quarter"))
        form.show_values({"quarter": options[0].key})
        form.mark_saved()
        super().__init__("Quarter's return", form, self._save_return, save="Save the workbook")
        self._office, self._project, self._choose = office, project, choose
        self._sentence = ""
        self.saved.connect(self._tell)

    def _save_return(self, given: dict[str, Any]) -> None:
        wanted: date | None = given["quarter"]
        if wanted is None:
            raise refuse("quarter", Problem.NOTHING_CHOSEN)
        named = projects.get(self._office, self._project).name if self._project else ""
        place = self._choose(self, returns.file_name(wanted, named))
        if place is None:
            return
        count = returns.write(self._office, wanted, place, self._project)
        many = f"{count:,} project{'' if count == 1 else 's'}"
        self._sentence = (
            f"{place.name} holds the return of {many} for {quarter(wanted)}. It is not protected: "
            "send it, then delete it."
        )

    def _tell(self) -> None:
        if self._sentence:
            self.said.emit(self._sentence)
