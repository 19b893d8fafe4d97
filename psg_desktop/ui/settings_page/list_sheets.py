"""Forms of the lists the partnership can change: focus areas, closure reasons, review intervals."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.reference_rows import ClosureReason, FocusArea
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.text import LINE_LIMIT, fold
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import names

_YES = "yes"
_DAYS = "Enter a number of days, 1 or more."


def code_for(name: str, taken: Collection[str]) -> str:
    """Make a code for a new row of a list from its name, unlike those *taken*."""
    plain = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")[:40] or "row"
    if plain not in taken:
        return plain
    return next(f"{plain}_{n}" for n in range(2, len(taken) + 3) if f"{plain}_{n}" not in taken)


def _tick(words: str) -> Ticks:
    return Ticks([Option(_YES, words)])


def _add_dates(form: Form, office: Office) -> None:
    form.add("since", "In force from", date_ahead(office), optional=True)
    form.add("until", "Last day", date_ahead(office), optional=True)


def focus_area_sheet(office: Office, area: FocusArea | None = None) -> RecordSheet:
    """Give the form of a focus area."""
    form = Form()
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    form.add("group", "Wider heading", Line(longest=LINE_LIMIT), optional=True)
    form.add(
        "sensitive",
        "Where it is sensitive",
        _tick("A pack prints the wider heading only"),
        optional=True,
    )
    _add_dates(form, office)
    if area is None:
        form.show_values({"since": office.today()})
    else:
        form.show_values({one: getattr(area, one) for one in ("name", "group", "since", "until")})
        form.show_values({"sensitive": (_YES,) if area.sensitive else ()})

    def keep(given: dict[str, Any]) -> None:
        given["sensitive"] = bool(given["sensitive"])
        known = settings.focus_areas(office)
        _check_name(given["name"], [one.name for one in known if area is None or one.id != area.id])
        if area is not None:
            settings.save_focus_area(office, replace(area, **given))
            return
        code = code_for(given["name"], {one.code for one in known})
        settings.save_focus_area(office, FocusArea(id=office.new_id(), code=code, **given))

    words, save = ("Change the focus area", "Save") if area else ("New focus area", "Add it")
    return RecordSheet(words, form, keep, save=save)


def closure_reason_sheet(office: Office, reason: ClosureReason | None = None) -> RecordSheet:
    """Give the form of a closure reason."""
    form = _closure_form(office, reason)

    def keep(given: dict[str, Any]) -> None:
        given["needs_group"] = bool(given["needs_group"])
        given["review_after_days"] = given["review_after_days"] or None
        known = settings.closure_reasons(office)
        others = [one.name for one in known if reason is None or one.id != reason.id]
        _check_name(given["name"], others)
        if reason is not None:
            settings.save_closure_reason(office, replace(reason, **given))
            return
        code = code_for(given["name"], {one.code for one in known})
        settings.save_closure_reason(office, ClosureReason(id=office.new_id(), code=code, **given))

    words, save = (
        ("Change the closure reason", "Save") if reason else ("New closure reason", "Add it")
    )
    return RecordSheet(words, form, keep, save=save)


def interval_sheet(office: Office, risk: RiskLevel, days: int) -> RecordSheet:
    """Give the form of the days between reviews of one risk level."""
    form = Form()
    form.add(
        "days",
        "Days between reviews",
        CountLine(_DAYS),
        hint="It counts from today on. Review dates already set stay as they are.",
    )
    form.show_values({"days": days})
    return RecordSheet(
        f"Reviews at {names.risk(risk).casefold()} risk",
        form,
        lambda given: settings.change_interval(office, risk, given["days"]),
    )


def _check_name(name: str, others: Collection[str]) -> None:
    found = Findings()
    found.when(not name, "name", Problem.NAME_MISSING)
    found.when(fold(name) in {fold(one) for one in others}, "name", Problem.ALREADY_THERE)
    found.settle()


def _closure_form(office: Office, reason: ClosureReason | None) -> Form:
    form = Form()
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    form.add(
        "prompt",
        "What the closing summary should say",
        LongText(lines=3, longest=LINE_LIMIT),
        optional=True,
    )
    form.add(
        "needs_group",
        "What else is asked",
        _tick("The group or authority that takes over must be named"),
        optional=True,
    )
    form.add(
        "review_after_days",
        "Days until it is asked whether it held",
        CountLine(_DAYS),
        optional=True,
    )
    _add_dates(form, office)
    if reason is None:
        form.show_values({"since": office.today()})
    else:
        plain = ("name", "prompt", "review_after_days", "since", "until")
        form.show_values({one: getattr(reason, one) for one in plain})
        form.show_values({"needs_group": (_YES,) if reason.needs_group else ()})
    return form
