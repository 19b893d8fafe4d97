"""Forms of a risk instrument: its questions, what each answer weighs, its bands and proposals."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from psg_desktop.casework.assessing import risk_instruments
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind, RiskLevel
from psg_desktop.domain.ids import RiskInstrumentId
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.risk_instruments import RiskBand, RiskInstrument
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import options_of
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.settings_page.list_sheets import code_for
from psg_desktop.ui.settings_page.risk_rows import ProposalRows, QuestionRows
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import risk as words

_YES = "yes"
_SCORE = "Enter a whole score, such as 14."
_STARTS = (("medium_from", RiskLevel.MEDIUM), ("high_from", RiskLevel.HIGH))
_PLAIN = ("name", "remarks", "kinds", "questions", "proposals", "since")
_Build = Callable[[dict[str, Any]], RiskInstrument]


def new_instrument_sheet(office: Office) -> RecordSheet:
    """Give the form of an instrument that is not there yet."""
    form = _form(office)
    form.show_values({"since": office.today(), "kinds": (CaseKind.PERSON,)})

    def build(given: dict[str, Any]) -> RiskInstrument:
        taken = {one.code for one in risk_instruments.every(office)}
        code = code_for(given["name"], taken)
        return RiskInstrument(id=RiskInstrumentId(office.new_id()), code=code, **given)

    return _sheet(office, "New risk instrument", form, build)


def next_version_sheet(office: Office, instrument: RiskInstrument) -> RecordSheet:
    """Give the form of the version after one; assessments made with it stay as they are."""
    draft = risk_instruments.draft_of(office, instrument)
    form = _form(office)
    _show(form, draft)
    title = f"Version {draft.version} of the {instrument.name}"
    return _sheet(office, title, form, lambda given: replace(draft, **given))


def change_sheet(office: Office, instrument: RiskInstrument) -> RecordSheet:
    """Give the form of a version that no case was assessed with yet."""
    form = _form(office)
    _show(form, instrument)
    return _sheet(
        office, words.version(instrument), form, lambda given: replace(instrument, **given)
    )


def _sheet(office: Office, title: str, form: Form, build: _Build) -> RecordSheet:
    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if not given["name"]:
            gathered.note(FieldProblem(field="name", problem=Problem.NAME_MISSING))
        made = gathered.make(lambda: build(_read(given)))
        gathered.settle()
        if made is not None:
            risk_instruments.save(office, made)

    return RecordSheet(title, form, keep, save="Save this version")


def _read(given: dict[str, Any]) -> dict[str, Any]:
    """Turn the answers of the form into fields of an instrument."""
    starts = ((name, level, given.pop(name)) for name, level in _STARTS)
    higher = tuple(
        RiskBand(level=level, begins=begins) for _name, level, begins in starts if begins
    )
    return given | {
        "example": bool(given["example"]),
        "bands": (RiskBand(level=RiskLevel.STANDARD, begins=0), *higher),
    }


def _show(form: Form, instrument: RiskInstrument) -> None:
    begins = {band.level: band.begins for band in instrument.bands}
    form.show_values(
        {name: getattr(instrument, name) for name in _PLAIN}
        | {name: begins.get(level, 0) for name, level in _STARTS}
        | {"example": (_YES,) if instrument.example else ()}
    )


def _form(office: Office) -> Form:
    form = Form()
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    form.add("kinds", "For cases about a", Ticks(options_of(CaseKind)))
    form.add(
        "example",
        "Where it comes from",
        Ticks([Option(_YES, "An example, not agreed by the partnership")]),
        optional=True,
    )
    form.add("remarks", "Remarks", LongText(lines=3), optional=True)
    form.add("since", "In force from", date_ahead(office), optional=True)
    form.add_heading("Questions")
    form.add("questions", "Questions and answers", QuestionRows())
    form.add_heading("Bands")
    form.add_widget(
        label("A score below these is standard. Every score is in one band.", "hint", wrap=True)
    )
    form.add("medium_from", "Medium from a score of", CountLine(_SCORE), optional=True)
    form.add("high_from", "High from a score of", CountLine(_SCORE), optional=True)
    form.add_heading("When the risk is raised")
    form.add("proposals", "Actions to propose", ProposalRows(), optional=True)
    return form
