"""Action templates: choosing one for a case, and changing the partnership's list."""

from dataclasses import dataclass
from datetime import date, timedelta

from psg_desktop.casework.office import Office
from psg_desktop.domain.action_templates import ActionTemplate
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AgencyId, CaseId
from psg_desktop.reference import workdays


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A template filled in for one case: the owner is None where several agencies might be."""

    template: ActionTemplate
    owner: AgencyId | None
    due: date


def listed(office: Office) -> tuple[ActionTemplate, ...]:
    """Read every template, those out of force included."""
    with office.reading() as unit:
        return unit.action_templates.all()


def save(office: Office, template: ActionTemplate) -> None:
    """Keep a new or changed template; actions made from it stay as they are."""
    with office.working(Act.SAVE_SETTINGS) as unit:
        unit.action_templates.put(template)


def offers(office: Office, case: CaseId) -> tuple[Offer, ...]:
    """Give the templates for the focus areas of a case, those of its own areas first.

    Raises:
        Refused: There is no such case.
    """
    today = office.today()
    with office.reading() as unit:
        areas = unit.cases.get(case).focus_areas
        active = [one for one in unit.agencies.all() if one.active]
        found = [
            one for one in unit.action_templates.all() if one.in_force(today) and one.serves(areas)
        ]
    found.sort(key=lambda one: not one.focus_area)
    made = []
    for template in found:
        owners = [one.id for one in active if one.kind is template.owner_kind]
        made.append(
            Offer(
                template=template,
                owner=owners[0] if len(owners) == 1 else None,
                due=_due(today, template.days),
            )
        )
    return tuple(made)


def _due(today: date, days: int) -> date:
    """Give the day so many days on, or the next working day after it."""
    day = today + timedelta(days=days)
    return day if workdays.is_working_day(day) else workdays.add_working_days(day, 1)
