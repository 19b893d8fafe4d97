"""Forms about the partnership itself, what its packs may name, and its groups of wards."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties.local_wards import LocalWards, local_wards
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.partnership import AreaLevel, WardGroup
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.reference import districts
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.usual_choice import UsualChoice
from psg_desktop.ui.parts.ward_options import ward_options
from psg_desktop.ui.widgets.choices import SearchChoice, Ticks, among
from psg_desktop.ui.widgets.controls import Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.row_editor import Cells

_LONGEST_PREFIX = 12
TWICE = "A ward can be in one group only. {} is in two."


def partnership_sheet(office: Office) -> RecordSheet:
    """Give the form of the partnership's name, district, references and quiet days."""
    now = office.partnership()
    options = [
        Option(one.code, one.name, one.county or one.region) for one in districts.districts()
    ]
    form = _partnership_form(options)
    chosen = next((one for one in options if one.key == now.district), None)
    form.show_values(
        {
            "name": now.name,
            "district": chosen,
            "reference_prefix": now.reference_prefix,
            "quiet_after_days": now.quiet_after_days,
            "referral_days": now.referral_days,
        }
    )

    def keep(given: dict[str, Any]) -> None:
        district = given.pop("district") or ""
        settings.save(office, replace(office.partnership(), district=district, **given))

    return RecordSheet("The partnership", form, keep)


def pack_sheet(office: Office) -> RecordSheet:
    """Give the form of what a Delivery Group pack may name and what is printed on it."""
    now = office.partnership()
    form = Form()
    form.add(
        "area_level",
        "Area named in a pack",
        UsualChoice(AreaLevel.OUTWARD_POSTCODE),
        hint="No page for the Delivery Group names anything finer.",
    )
    form.add("marking", "Marking on each page", Line(longest=LINE_LIMIT), optional=True)
    form.add(
        "handling", "Handling instruction", LongText(lines=3, longest=LINE_LIMIT), optional=True
    )
    form.show_values({name: getattr(now, name) for name in ("area_level", "marking", "handling")})
    return RecordSheet(
        "Delivery Group pack",
        form,
        lambda given: settings.save(office, replace(office.partnership(), **given)),
    )


def ward_groups_sheet(office: Office) -> RecordSheet:
    """Give the form of the wards that are named together."""
    now = office.partnership()
    form = Form()
    rows = WardGroupRows(local_wards(office), now.ward_groups)
    form.add("ward_groups", "Groups of wards", rows, optional=True)
    form.show_values({"ward_groups": now.ward_groups})
    return RecordSheet(
        "Ward groups",
        form,
        lambda given: settings.save(office, replace(office.partnership(), **given)),
    )


class WardGroupRows(RecordRows):
    """Groups of the wards of a partnership; a ward is in one group at most."""

    def __init__(self, local: LocalWards, before: Sequence[WardGroup]) -> None:
        self._local = local
        self._options = ward_options(local, *(code for one in before for code in one.wards))
        super().__init__("ward group", self._group_cells, _group, _shown, upright=True)

    def _group_cells(self) -> Cells:
        return {
            "name": ("Name printed in the pack", Line(longest=LINE_LIMIT)),
            "wards": ("Wards", Ticks(self._options)),
        }

    @override
    def problem(self) -> str:
        return super().problem() or self._twice()

    def _twice(self) -> str:
        seen: set[str] = set()
        for group in self.value():
            for code in group.wards:
                if code in seen:
                    return TWICE.format(self._local.name(code))
                seen.add(code)
        return ""


def _group(given: dict[str, Any]) -> WardGroup:
    if not given["name"]:
        raise refuse("name", Problem.NAME_MISSING)
    if not given["wards"]:
        raise refuse("wards", Problem.NOTHING_CHOSEN)
    return WardGroup(name=given["name"], wards=tuple(given["wards"]))


def _shown(group: WardGroup) -> dict[str, Any]:
    return {"name": group.name, "wards": group.wards}


def _partnership_form(options: list[Option]) -> Form:
    form = Form()
    form.add("name", "Name of the partnership", Line(longest=LINE_LIMIT))
    form.add(
        "district",
        "District",
        SearchChoice(among(options)),
        hint="Type a few letters of its name.",
        optional=True,
    )
    form.add(
        "reference_prefix",
        "Start of case references",
        Line(width=_LONGEST_PREFIX, longest=_LONGEST_PREFIX),
        hint="Such as PSG for PSG-2026-014. References given before stay as they are.",
    )
    form.add(
        "quiet_after_days",
        "Days without an entry until a case is quiet",
        CountLine("Enter a number of days, 1 or more."),
    )
    form.add(
        "referral_days",
        "Working days within which a referral is decided",
        CountLine("Enter a number of days, 1 or more."),
        hint="Referrals that wait longer stand first on Today.",
    )
    return form
