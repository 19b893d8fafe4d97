"""Small forms about one intervention: reviews, breaches, an appeal, corrections and its end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from psg_desktop.casework.assessing import interventions
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import InterventionId
from psg_desktop.domain.intervention_facts import (
    Appeal,
    AppealOutcome,
    Appellant,
    Breach,
    ReviewHeld,
)
from psg_desktop.domain.intervention_lists import HeldIntervention
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of, give_way
from psg_desktop.ui.parts.intervention_form import conditions
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.passages import breakable, shortened
from psg_desktop.ui.parts.sheets import RecordSheet, edited
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates

_CORRECTED = ("agency", "officer", "reference", "area", "expires", "conditions", "reason")
_End = Callable[[Office, InterventionId, date, str], None]


def change_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form that corrects an intervention."""
    one = held.intervention
    form = _about(held)
    form.add("agency", "Issued by", AgencyChoice(office))
    form.add("officer", "Named officer", Line(longest=LINE_LIMIT), optional=True)
    form.add("reference", "Their number for it", Line(longest=LINE_LIMIT), optional=True)
    form.add("area", "Area", Line(longest=LINE_LIMIT))
    form.show_only("area", shown=bool(one.area))
    form.add("expires", "Last day", date_ahead(office), optional=True)
    form.add("conditions", "Conditions", conditions(), optional=True)
    form.add("reason", "Why it is used", LongText(lines=3), optional=True)
    form.show_values({name: getattr(one, name) for name in _CORRECTED})

    def keep(given: dict[str, Any]) -> None:
        now = interventions.get(office, one.id)
        interventions.amend(office, replace(now, **edited(one, given)))

    return RecordSheet("Change the intervention", form, keep)


def review_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form that records a review of an intervention."""
    form = _about(held)
    form.add("outcome", "What was found, and what follows", LongText(lines=4))
    _add_day(form, office, "on", "Reviewed on")

    def keep(given: dict[str, Any]) -> None:
        made = ReviewHeld(on=_day(given, "on"), outcome=given["outcome"])
        interventions.review(office, held.intervention.id, made)

    return RecordSheet("Review the intervention", form, keep, save="Record the review")


def breach_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form that records a breach."""
    form = _about(held)
    if held.intervention.facts.breach:
        form.add_widget(label(held.intervention.facts.breach, "hint", wrap=True))
    form.add("evidence", "What happened, and how it is known", LongText(lines=5))
    _add_day(form, office, "on", "It happened on")
    form.add("reported_to", "Reported to", Line(longest=LINE_LIMIT), optional=True)
    form.add(
        "action",
        "What was done about it",
        LongText(lines=3),
        hint="Leave it empty until something is. It stays on Today until then.",
        optional=True,
    )

    def keep(given: dict[str, Any]) -> None:
        made = Breach(**{**given, "on": _day(given, "on")})
        interventions.record_breach(office, held.intervention.id, made)

    return RecordSheet("Record a breach", form, keep, save="Record the breach")


def answer_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form that says what was done about a breach."""
    one = held.intervention
    waiting = [place for place, breach in enumerate(one.breaches) if not breach.answered]
    form = _about(held)
    options = [
        Option(
            place,
            f"{dates.grid(one.breaches[place].on)}: {shortened(one.breaches[place].evidence, 40)}",
        )
        for place in waiting
    ]
    form.add("place", "Breach", give_way(Choice(options, nothing="Choose the breach")))
    form.add("action", "What was done about it", LongText(lines=4))
    form.add("reported_to", "Reported to", Line(longest=LINE_LIMIT), optional=True)
    form.show_values({"place": waiting[0] if waiting else None})

    def keep(given: dict[str, Any]) -> None:
        if given["place"] is None:
            raise refuse("place", Problem.NOTHING_CHOSEN)
        interventions.answer_breach(
            office, one.id, given["place"], given["action"], given["reported_to"]
        )

    return RecordSheet("Answer a breach", form, keep, save="Record it")


def appeal_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form that records an appeal."""
    one = held.intervention
    form = _about(held)
    if one.appeal_until is not None:
        words = f"An appeal can be lodged until {dates.prose(one.appeal_until)}."
        form.add_widget(label(words, "hint", wrap=True))
    form.add("by", "Who appealed", choice_of(Appellant))
    _add_day(form, office, "lodged", "Lodged on")

    def keep(given: dict[str, Any]) -> None:
        if given["by"] is None:
            raise refuse("by", Problem.NOTHING_CHOSEN)
        made = Appeal(lodged=_day(given, "lodged"), by=given["by"])
        interventions.lodge_appeal(office, one.id, made)

    return RecordSheet("Record an appeal", form, keep, save="Record the appeal")


def decide_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form that records what became of an appeal."""
    form = _about(held)
    outcome = form.add("outcome", "What became of it", choice_of(AppealOutcome))
    _add_day(form, office, "decided", "Decided on")
    form.add("end_reason", "Why it was quashed", LongText(lines=3))
    form.show_only("end_reason", shown=False)
    outcome.edited.connect(
        lambda: form.show_only("end_reason", shown=outcome.value() is AppealOutcome.QUASHED)
    )

    def keep(given: dict[str, Any]) -> None:
        if given["outcome"] is None:
            raise refuse("outcome", Problem.NOTHING_CHOSEN)
        why = given.get("end_reason", "")
        day = _day(given, "decided")
        interventions.decide_appeal(office, held.intervention.id, given["outcome"], day, why)

    return RecordSheet("Outcome of the appeal", form, keep, save="Record the outcome")


def end_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form that ends an intervention before its last day."""
    return _ending(office, held, ("End it early", "End it"), interventions.end_early)


def withdraw_sheet(office: Office, held: HeldIntervention) -> RecordSheet:
    """Give the form that takes an intervention back."""
    return _ending(office, held, ("Withdraw it", "Withdraw it"), interventions.withdraw)


def _ending(
    office: Office, held: HeldIntervention, words: tuple[str, str], verb: _End
) -> RecordSheet:
    form = _about(held)
    form.add("end_reason", "Why", LongText(lines=3))
    _add_day(form, office, "ended", "On")

    def keep(given: dict[str, Any]) -> None:
        verb(office, held.intervention.id, _day(given, "ended"), given["end_reason"])

    return RecordSheet(words[0], form, keep, save=words[1])


def _about(held: HeldIntervention) -> Form:
    form = Form()
    words = f"{held.intervention.facts.name}: {held.target}"
    form.add_widget(label(breakable(shortened(words, 200)), "strong", wrap=True))
    return form


def _add_day(form: Form, office: Office, name: str, words: str) -> None:
    form.add(name, words, date_back(office), hint="Today unless another day is given.")
    form.show_values({name: office.today()})


def _day(given: dict[str, Any], name: str) -> date:
    day: date | None = given[name]
    if day is None:
        raise refuse(name, Problem.DATE_MISSING)
    return day
