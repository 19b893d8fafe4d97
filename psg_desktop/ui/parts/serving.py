"""What a case or a project serves of the plan: its lines, and the form that chooses."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from psg_desktop.domain.ids import PlanPriorityId
from psg_desktop.domain.plan import PlanPriority, year_words
from psg_desktop.domain.plan_lists import Serving
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import names

NO_PLAN = "No plan is begun yet. Begin one under “Plan”."
Opens = Callable[[PlanPriorityId], object]
Keep = Callable[[Sequence[PlanPriorityId]], object]


def rag_status(priority: PlanPriority) -> Status:
    """Give how a priority was judged last, in colour and words."""
    standing = priority.standing
    if standing is None:
        return Status("none", "Not rated yet")
    return Status(standing.rag.value, names.name(standing.rag))


def serving_entries(
    serving: Serving, opens: Opens, keep: Keep, *, closed: bool = False
) -> list[Entry]:
    """Give a line for each priority that is served, then for each that is proposed."""
    served = [one.id for one in serving.served]
    entries = [_entry(one, opens, ()) for one in serving.served]
    if closed:
        return entries
    for one in serving.proposed:
        link = Step(words="Link", done=partial(keep, [*served, one.id]))
        entries.append(_entry(one, opens, (link,), "Proposed by its focus areas"))
    return entries


def serving_sheet(serving: Serving, keep: Keep) -> RecordSheet:
    """Give the form that ticks the priorities of the plan in force that are served."""
    form = Form()
    plan = serving.plan
    every = (*serving.served, *serving.proposed, *serving.others)
    options = [
        Option(one.id, f"{one.name} (proposed)" if one in serving.proposed else one.name)
        for one in every
    ]
    form.add("priorities", "Priorities it serves", Ticks(options), optional=True)
    form.show_values({"priorities": tuple(one.id for one in serving.served)})

    def save(given: dict[str, Any]) -> None:
        keep(given["priorities"])

    return RecordSheet(f"Plan {year_words(plan.year)}" if plan else "Plan", form, save)


def _entry(one: PlanPriority, opens: Opens, steps: tuple[Step, ...], said: str = "") -> Entry:
    return Entry(
        key=one.id,
        title=one.name,
        marks=(rag_status(one), *((said,) if said else ())),
        opens=lambda: opens(one.id),
        steps=steps,
    )
