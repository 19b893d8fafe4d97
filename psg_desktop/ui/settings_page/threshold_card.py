"""The parts of the test a referral must meet: dated, and changed from a day on."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referrals
from psg_desktop.domain.reference_rows import ThresholdLimb
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.text import LINE_LIMIT, fold
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.settings_page import dated_rows
from psg_desktop.ui.settings_page.list_sheets import code_for
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form


class ThresholdCard(SettingsCard):
    """What is asked of each referral before it is decided, parts in force first."""

    def __init__(self, office: Office) -> None:
        add = button("Add a part of the test", "plus")
        super().__init__(office, "Threshold test", add)
        add.clicked.connect(lambda: self.ask(limb_sheet(office)))

    @override
    def concern(self) -> object:
        return referrals.all_limbs(self.office)

    @override
    def draw(self) -> None:
        today = self.office.today()
        found = dated_rows.in_force_first(referrals.all_limbs(self.office), today)
        self.add_entries([self._entry(one, today) for one in found])
        self.say("Decisions keep the answers to what was asked on their day.")

    def _entry(self, limb: ThresholdLimb, today: date) -> Entry:
        return Entry(
            key=limb.id,
            title=limb.name,
            facts=dated_rows.facts(limb, today),
            text=limb.prompt,
            about="What is asked",
            steps=(
                Step(words="Change", done=lambda: self.ask(limb_sheet(self.office, limb))),
                dated_rows.turning(limb, today, partial(referrals.save_limb, self.office)),
            ),
        )


def limb_sheet(office: Office, limb: ThresholdLimb | None = None) -> RecordSheet:
    """Give the form of one part of the test."""
    form = Form()
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    form.add("prompt", "What is asked", LongText(lines=3, longest=LINE_LIMIT), optional=True)
    if limb is not None:
        form.show_values({"name": limb.name, "prompt": limb.prompt})

    def keep(given: dict[str, Any]) -> None:
        known = referrals.all_limbs(office)
        others = {fold(one.name) for one in known if limb is None or one.id != limb.id}
        found = Findings()
        found.when(not given["name"], "name", Problem.NAME_MISSING)
        found.when(fold(given["name"]) in others, "name", Problem.ALREADY_THERE)
        found.settle()
        if limb is not None:
            referrals.save_limb(office, replace(limb, **given))
            return
        code = code_for(given["name"], {one.code for one in known})
        since = office.today()
        made = ThresholdLimb(id=office.new_id(), code=code, since=since, **given)
        referrals.save_limb(office, made)

    words, save = ("Change the part", "Save") if limb else ("New part of the test", "Add it")
    return RecordSheet(words, form, keep, save=save)
