"""The card of what projects owe: late reports, milestones, final reports, money to go back."""

from collections.abc import Sequence
from datetime import date

from psg_desktop.domain.project_files import ProjectClock, ProjectWait
from psg_desktop.domain.today import Today
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.lines import Line
from psg_desktop.ui.today.targets import OpenProject
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates, names
from psg_desktop.words import projects as words


def projects(today: Today) -> DayCard | None:
    """What of any project is late or outstanding, by what it is."""
    if not today.projects:
        return None
    card = DayCard(f"Projects  {len(today.projects):,}")
    for clock in ProjectClock:
        found = [one for one in today.projects if one.clock is clock]
        if found:
            card.add(label(f"{names.name(clock)}  {len(found):,}", "strong"))
            card.add_group(names.name(clock), _lines(found, today.day))
    return card


def _lines(found: Sequence[ProjectWait], day: date) -> list[Line]:
    lines = []
    for one in sorted(found, key=lambda wait: wait.since):
        away = dates.distance(one.since, day)
        late = one.since < day and one.clock is not ProjectClock.CLAWBACK_OUTSTANDING
        lines.append(
            Line(
                lead=words.lead(one),
                words=f"{one.name}: {one.what}" if one.what else one.name,
                detail=away,
                hint=f"{names.name(one.clock)}, {dates.full(one.since)}. {one.name}",
                status=Status("red" if late else "amber", away),
                target=OpenProject(project=one.project),
            )
        )
    return lines
