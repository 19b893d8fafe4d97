"""The action templates of the partnership, and the form of one."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from typing_extensions import override

from psg_desktop.casework.caseload import action_templates
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.action_templates import ActionTemplate
from psg_desktop.domain.agencies import AgencyKind
from psg_desktop.domain.ids import ActionTemplateId
from psg_desktop.ui.parts.choosing import choice_of, give_way
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Choice, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import names

_ANY = "Any focus area"
_DAY = timedelta(days=1)


class ActionTemplatesCard(SettingsCard):
    """What is usually done about each focus area, those in force first."""

    def __init__(self, office: Office) -> None:
        add = button("Add an action template", "plus")
        super().__init__(office, "Action templates", add)
        add.clicked.connect(lambda: self.ask(template_sheet(office)))

    @override
    def concern(self) -> object:
        return action_templates.listed(self.office), settings.focus_areas(self.office)

    @override
    def draw(self) -> None:
        self.say("A new action can start from one of these. Actions made from it stay as they are.")
        today = self.office.today()
        areas = {one.code: one.name for one in settings.focus_areas(self.office)}
        found = sorted(
            action_templates.listed(self.office),
            key=lambda one: (not one.in_force(today), areas.get(one.focus_area, "")),
        )
        self.add_entries([self._entry(one, areas, today) for one in found])

    def _entry(self, template: ActionTemplate, areas: dict[str, str], today: date) -> Entry:
        used = template.in_force(today)
        owner = names.name(template.owner_kind) if template.owner_kind else "any agency"
        facts = (
            "" if used else "Out of use",
            areas.get(template.focus_area, template.focus_area) or _ANY,
            owner,
            f"within {template.days} days",
            span(template.since, template.until),
        )
        return Entry(
            key=template.id,
            title=template.what,
            facts="  ·  ".join(part for part in facts if part),
            steps=(
                Step(words="Change", done=lambda: self.ask(template_sheet(self.office, template))),
                Step(
                    words="Take out of use" if used else "Take into use again",
                    done=lambda: self._turn(template),
                ),
            ),
        )

    def _turn(self, template: ActionTemplate) -> None:
        today = self.office.today()
        if template.in_force(today):
            ended = today - _DAY
            # A template that began today is out of use from its first day on.
            since = min(template.since, ended) if template.since else None
            turned = replace(template, since=since, until=ended)
        else:
            turned = replace(template, since=today, until=None)
        action_templates.save(self.office, turned)


def template_sheet(office: Office, template: ActionTemplate | None = None) -> RecordSheet:
    """Give the form of an action template."""
    form = Form()
    form.add("what", "What is to be done", LongText(lines=3))
    form.add("focus_area", "For cases about", _area_choice(office), optional=True)
    owner = give_way(choice_of(AgencyKind, nothing="Differs"))
    form.add("owner_kind", "Usually done by", owner, optional=True)
    form.add("days", "Days to do it in", CountLine("Enter a number of days, 1 or more."))
    form.add("since", "In force from", date_ahead(office), optional=True)
    form.add("until", "Last day", date_ahead(office), optional=True)
    shown = ("what", "focus_area", "owner_kind", "days", "since", "until")
    if template is not None:
        form.show_values({name: getattr(template, name) or None for name in shown})
    else:
        form.show_values({"days": 14, "since": office.today()})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        given["focus_area"] = given["focus_area"] or ""
        made = (
            replace(template, **given)
            if template
            else ActionTemplate(id=ActionTemplateId(office.new_id()), **given)
        )
        action_templates.save(office, made)

    words, save = ("Change the template", "Save") if template else ("New template", "Add it")
    return RecordSheet(words, form, keep, save=save)


def _area_choice(office: Office) -> Choice:
    today = office.today()
    areas = [one for one in settings.focus_areas(office) if one.in_force(today)]
    return give_way(Choice([Option(one.code, one.name) for one in areas], nothing=_ANY))
