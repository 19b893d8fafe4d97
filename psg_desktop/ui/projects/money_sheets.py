"""Forms about a project's money: a funding line, money by quarter, and money that goes back."""

from dataclasses import replace
from datetime import date
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import funding
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.funding import quarters_of
from psg_desktop.domain.ids import ClawbackId
from psg_desktop.domain.projects import BudgetLine, Project
from psg_desktop.domain.quarters import between, quarter_of, shifted
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.number_lines import MoneyLine
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet, edited
from psg_desktop.ui.projects.quarter_grid import QuarterGrid
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label

_LINE = ("source", "pence", "in_kind", "match")
_CLAWBACK = ("source", "pence", "reason", "agreed_on", "asked_on", "recovered", "recovered_on")
_AHEAD = 3


def line_sheet(office: Office, project: Project, line: BudgetLine | None = None) -> RecordSheet:
    """Give the form that adds a funding line, or changes *line*."""
    form = Form()
    form.add("source", "Who pays", Line(longest=LINE_LIMIT), hint="Such as: Community safety fund")
    form.add("pence", "Amount in pounds", MoneyLine())
    form.add("in_kind", "Given as", given_as())
    form.add(
        "match", "Part it plays", part_played(),
        hint="Some grants ask for other money beside their own: match funding.",
    )  # fmt: skip
    shown = line or BudgetLine(source="")
    form.show_values({name: getattr(shown, name) for name in _LINE})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        funding.save_line(office, project.id, line, replace(shown, **given))

    title = "Change the funding line" if line else "Add a funding line"
    return RecordSheet(title, form, keep)


def given_as() -> Choice:
    """Give the choice between money and time or goods."""
    return Choice([Option(key=False, words="Money"), Option(key=True, words="Time or goods")])


def part_played() -> Choice:
    """Give the choice between a grant and what matches it."""
    return Choice(
        [Option(key=False, words="Grant or own money"), Option(key=True, words="Match funding")]
    )


def spending_sheet(office: Office, project: Project) -> RecordSheet:
    """Give the form in which planned and spent are typed by quarter, for every line at once."""
    form = Form()
    form.add_widget(
        label(
            "Pounds and pence of each financial quarter (Q1 is April to June): 0 for nothing, "
            "empty where it is not known yet. A block can be pasted from a spreadsheet.",
            "secondary",
            wrap=True,
        )
    )
    form.add("budget", "Money by quarter", QuarterGrid(project.budget, _shown(office, project)))

    def keep(given: dict[str, Any]) -> None:
        funding.save_spending(office, project.id, project.budget, given["budget"])

    return RecordSheet("Money by quarter", form, keep)


def _shown(office: Office, project: Project) -> tuple[date, ...]:
    """Give the quarters of the project, with any that has money, and the next three."""
    today = office.today()
    known = quarters_of(project.budget)
    first = min([project.starts or today, today, *known])
    last = max([project.ends or shifted(quarter_of(today), _AHEAD), today, *known])
    return between(first, last)


def clawback_sheet(office: Office, project: Project, held: Clawback | None = None) -> RecordSheet:
    """Give the form about money that is to go back, new or changed."""
    form = Form()
    form.add("source", "Goes back to", Line(longest=LINE_LIMIT), hint="Whoever gave the money.")
    form.add("pence", "Amount in pounds", MoneyLine())
    form.add("reason", "Why it goes back", LongText(lines=3))
    form.add("agreed_on", "Agreed on", date_back(office))
    form.add("asked_on", "Asked for on", date_back(office), optional=True)
    form.add("recovered", "Paid back so far, in pounds", MoneyLine(), optional=True)
    form.add("recovered_on", "Paid back on", date_back(office), optional=True,
             hint="The day of the last payment.")  # fmt: skip
    first = project.budget[0].source if len(project.budget) == 1 else ""
    form.show_values(
        {name: getattr(held, name) for name in _CLAWBACK}
        if held
        else {"source": first, "agreed_on": office.today()}
    )
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if given["agreed_on"] is None:
            gathered.note(FieldProblem(field="agreed_on", problem=Problem.DATE_MISSING))
        facts = {**given, "agreed_on": given["agreed_on"] or office.today()}
        made = gathered.make(
            lambda: (
                replace(held, **edited(held, facts))
                if held
                else Clawback(id=ClawbackId(office.new_id()), project=project.id, **facts)
            )
        )
        gathered.settle()
        if made is not None:
            funding.save_clawback(office, made)

    title = "Change the clawback" if held else "Record a clawback"
    return RecordSheet(title, form, keep)
