"""Forms of the kinds of intervention: new and changed rows, and the day a law changes."""

from dataclasses import replace
from typing import Any

from typing_extensions import override

from psg_desktop.casework.assessing import intervention_kinds as kinds
from psg_desktop.casework.office import Office
from psg_desktop.domain.intervention_kinds import (
    Aim,
    Family,
    InterventionKind,
    Length,
    LengthUnit,
)
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import choice_of, give_way
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.settings_page.list_sheets import code_for
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label

_YES = "yes"
_LINES = ("name", "short_name", "issuers", "source")
_TEXTS = ("breach", "caveat")
_NUMBERS = ("minimum_age", "review_every", "review_every_under_18", "appeal_days")
_LENGTHS = {
    "usual": "Usual length",
    "usual_under_18": "Usual length, under 18",
    "longest": "Longest",
    "longest_under_18": "Longest, under 18",
}
_TICKS = ("age_is_law", "one_off")


class LengthLine(Line):
    """A length such as "6 months"; the value is a `Length`, None where it is empty."""

    def __init__(self) -> None:
        super().__init__(width=14, longest=20)

    @override
    def value(self) -> Any:
        """Give the length that is typed."""
        return read_length(self.typed())

    @override
    def set_value(self, value: object) -> None:
        """Show a length."""
        shown = f"{value.count} {value.unit.value}" if isinstance(value, Length) else ""
        self.line.setText(shown)

    @override
    def typed(self) -> str:
        """Give what stands there."""
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        """Say what cannot be read as a length."""
        if not self.typed() or read_length(self.typed()) is not None:
            return ""
        return "Enter a number and hours, days, weeks, months or years, such as 6 months."


def read_length(typed: str) -> Length | None:
    """Give the length of "6 months" or "1 year", else None."""
    count, _, unit = typed.casefold().partition(" ")
    plural = unit.strip() if unit.strip().endswith("s") else f"{unit.strip()}s"
    if not count.isdecimal() or int(count) < 1 or plural not in set(LengthUnit):
        return None
    return Length(count=int(count), unit=LengthUnit(plural))


def power_sheet(office: Office, row: InterventionKind | None = None) -> RecordSheet:
    """Give the form of a new kind of intervention, or of one row of a known kind."""
    form = _form(office, row)
    form.add("since", "In force from", date_ahead(office), optional=True)
    form.add("until", "Last day", date_ahead(office), optional=True)
    if row is None:
        form.show_values({"since": office.today()})
    else:
        form.show_values({"since": row.since, "until": row.until})

    def keep(given: dict[str, Any]) -> None:
        if row is not None:
            kinds.save(office, replace(row, **_read(given)))
            return
        taken = {one.code for one in kinds.every(office)}
        made = _read(given)
        code = code_for(made["name"], taken)
        kinds.save(office, InterventionKind(id=office.new_id(), code=code, **made))

    words = ("Change the row", "Save") if row else ("New kind of intervention", "Add it")
    return RecordSheet(words[0], form, keep, save=words[1])


def change_law_sheet(office: Office, row: InterventionKind) -> RecordSheet:
    """Give the form of the row that takes over on the day a law changes."""
    form = _form(office, row)
    form.add(
        "since",
        "The new law holds from",
        date_ahead(office),
        hint="The row before it ends the day before. Both stay, side by side.",
    )

    def keep(given: dict[str, Any]) -> None:
        made = replace(row, id=office.new_id(), until=None, **_read(given))
        kinds.change_law(office, made, row.id)

    return RecordSheet(f"The law changes: {row.short_name}", form, keep, save="Add the new law")


def commence_sheet(office: Office, row: InterventionKind) -> RecordSheet:
    """Give the form that puts a coming power in force from a day."""
    form = Form()
    form.add_widget(label(row.name, "strong", wrap=True))
    form.add("since", "It is law from", date_back(office), hint="Check the day at the source.")

    def keep(given: dict[str, Any]) -> None:
        if given["since"] is None:
            raise refuse("since", Problem.DATE_MISSING)
        kinds.save(office, replace(row, commenced=True, since=given["since"]))

    return RecordSheet("Give it a date", form, keep, save="Put it in force")


def end_sheet(office: Office, row: InterventionKind) -> RecordSheet:
    """Give the form that ends a row; what was served under it stays as it is."""
    form = Form()
    form.add_widget(label(row.name, "strong", wrap=True))
    form.add("until", "Last day", date_back(office))
    form.show_values({"until": office.today()})

    def keep(given: dict[str, Any]) -> None:
        if given["until"] is None:
            raise refuse("until", Problem.DATE_MISSING)
        kinds.save(office, replace(row, until=given["until"]))

    return RecordSheet("Take out of use", form, keep, save="Take it out of use")


def _form(office: Office, row: InterventionKind | None) -> Form:
    form = Form()
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    form.add("short_name", "Short name", Line(longest=LINE_LIMIT), hint="Such as CPN.")
    form.add("family", "What it is", choice_of(Family))
    form.add("aim", "Given to or made for", choice_of(Aim))
    form.add("issuers", "Who may issue it", Line(longest=LINE_LIMIT), optional=True)
    form.add("minimum_age", "Youngest age", CountLine(), optional=True)
    form.add("age_is_law", "About the age", _tick("Younger is refused, by law"), optional=True)
    for name, words in _LENGTHS.items():
        form.add(name, words, LengthLine(), hint="Such as 6 months.", optional=True)
    form.add("review_every", "Days between reviews", CountLine(), optional=True)
    form.add("review_every_under_18", "The same, under 18", CountLine(), optional=True)
    form.add("appeal_days", "Days to appeal", CountLine(), optional=True,
             hint="The day it is served is the first of them.")  # fmt: skip
    form.add("one_off", "How it runs", _tick("It is done once it is given"), optional=True)
    form.add("after", "Usually comes after", _steps_before(office, row), optional=True)
    form.add("breach", "What a breach means", LongText(lines=3), optional=True)
    form.add("caveat", "Check before relying on it", LongText(lines=2), optional=True)
    form.add("source", "Source", Line(longest=LINE_LIMIT), optional=True)
    if row is not None:
        shown = (*_LINES, *_TEXTS, *_NUMBERS, *_LENGTHS, "family", "aim", "after")
        form.show_values({name: getattr(row, name) for name in shown})
        form.show_values({name: (_YES,) if getattr(row, name) else () for name in _TICKS})
    return form


def _steps_before(office: Office, row: InterventionKind | None) -> Choice:
    own = row.code if row else ""
    found = {one.code: one.name for one in kinds.every(office) if one.code != own}
    return give_way(Choice([Option(*one) for one in found.items()], nothing="Nothing else"))


def _tick(words: str) -> Ticks:
    return Ticks([Option(_YES, words)])


def _read(given: dict[str, Any]) -> dict[str, Any]:
    """Give the answers as a row has them.

    Raises:
        Refused: Name, family or what it is for is missing.
    """
    found = Findings()
    found.when(not given["name"], "name", Problem.NAME_MISSING)
    found.when(not given["short_name"], "short_name", Problem.NAME_MISSING)
    for name in ("family", "aim"):
        found.when(given[name] is None, name, Problem.NOTHING_CHOSEN)
    found.settle()
    numbers = {name: given[name] or None for name in _NUMBERS}
    ticks = {name: bool(given[name]) for name in _TICKS}
    return {**given, **numbers, **ticks, "after": given["after"] or ""}
