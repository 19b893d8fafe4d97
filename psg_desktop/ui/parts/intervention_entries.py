"""How an intervention is shown: its status, the clocks that run, and its facts in a line."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from psg_desktop.domain.intervention_clocks import Clock, Running, running
from psg_desktop.domain.intervention_facts import Standing
from psg_desktop.domain.intervention_lists import HeldIntervention, InterventionRow
from psg_desktop.domain.interventions import Intervention
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, interventions, names

_MARKS = {
    Standing.PLANNED: "none",
    Standing.IN_FORCE: "green",
    Standing.GIVEN: "done",
    Standing.EXPIRED: "done",
    Standing.ENDED_EARLY: "done",
    Standing.WITHDRAWN: "none",
    Standing.QUASHED: "none",
}
_PRESSING = {Clock.BREACH: "red", Clock.REVIEW: "amber", Clock.EXPIRY: "amber"}
SOON = 28


def standing_status(
    where: Standing, starts: date | None, expires: date | None, today: date
) -> Status:
    """Give the mark and words of where an intervention stands."""
    mark = _MARKS[where]
    if where is Standing.IN_FORCE and expires is not None and (expires - today).days <= SOON:
        mark = "amber"
    return Status(mark, interventions.standing(where, starts, expires, today))


def row_status(row: InterventionRow, today: date) -> Status:
    """Give the status of a line of the register."""
    return standing_status(row.standing, row.starts, row.expires, today)


def clock_status(run: Running, today: date) -> Status:
    """Give the mark and words of a clock; a review past its day is red."""
    late = run.clock is Clock.REVIEW and run.day < today
    mark = "red" if late else _PRESSING.get(run.clock, "none")
    return Status(mark, interventions.clock(run, today))


def held_entry(held: HeldIntervention, today: date, steps: Sequence[Step]) -> Entry:
    """Give the entry of an intervention on the page of its case."""
    one = held.intervention
    status = standing_status(one.standing(today), one.starts, one.expires, today)
    ticking = [
        clock_status(run, today)
        for run in running(one, today, renewed=held.renewed)
        if run.clock is not Clock.EXPIRY
    ]
    return Entry(
        key=one.id,
        title=_title(held),
        marks=(status, *ticking),
        facts=_facts(held),
        text=_text(one),
        about=f"About the {one.facts.short_name}",
        steps=steps,
    )


def _title(held: HeldIntervention) -> str:
    """Tell it from others of its kind: a renewed one stands beside the one before."""
    one = held.intervention
    begun = one.starts if one.served else None
    when = f"from {dates.grid(begun)}" if begun else "not served"
    return f"{one.facts.short_name}, {when}: {held.target}"


def _facts(held: HeldIntervention) -> str:
    one = held.intervention
    issued = ", ".join(part for part in (held.agency, one.officer) if part)
    until = one.last_day
    parts = (
        one.facts.name if one.facts.name != one.facts.short_name else "",
        issued or "Nobody issues it yet",
        one.reference,
        f"served {dates.grid(one.served_on)}" if one.served_on else "",
        f"until {dates.grid(until)}" if until and not one.facts.one_off else "",
        f"next review {dates.grid(one.next_review)}" if one.next_review else "",
        "follows an earlier one" if one.renews else "",
        "renewed" if held.renewed else "",
    )
    return "  ·  ".join(part for part in parts if part)


def _text(one: Intervention) -> str:
    told = [f"{number}. {condition}" for number, condition in enumerate(one.conditions, 1)]
    if one.reason:
        told.append(f"Why: {one.reason}")
    told += [f"Reviewed {dates.grid(held.on)}: {held.outcome}" for held in one.reviews]
    for breach in one.breaches:
        to = f" Reported to {breach.reported_to}." if breach.reported_to else ""
        done = f" Done: {breach.action}" if breach.answered else " Nothing has been done yet."
        told.append(f"Breach on {dates.grid(breach.on)}: {breach.evidence}{to}{done}")
    if one.appeal is not None:
        told.append(_appeal(one))
    if one.end_reason and one.ended:
        told.append(f"{names.name(one.state)} {dates.grid(one.ended)}: {one.end_reason}")
    return "\n".join(told)


def _appeal(one: Intervention) -> str:
    if one.appeal is None:
        return ""
    by = names.name(one.appeal.by).casefold()
    words = f"Appeal lodged {dates.grid(one.appeal.lodged)} by {by}"
    if one.appeal.outcome is None or one.appeal.decided is None:
        return f"{words}, not decided yet."
    outcome = names.name(one.appeal.outcome).casefold()
    return f"{words}. Decided {dates.grid(one.appeal.decided)}: {outcome}."


class InterventionsOfCard(EntryCard):
    """The interventions made for a person or place; each opens its case, `case_chosen(CaseId)`."""

    case_chosen = Signal(object)

    def __init__(self, none: str) -> None:
        super().__init__("Interventions")
        self._none = none

    def show_rows(self, rows: Sequence[InterventionRow], today: date) -> None:
        """Show them, the latest first."""
        self.show_entries((rows, today), [self._entry(row, today) for row in rows], self._none)

    def _entry(self, row: InterventionRow, today: date) -> Entry:
        waiting = f"{row.unanswered} not answered" if row.unanswered else ""
        breaches = f"{row.breaches} breach{'es' if row.breaches > 1 else ''}"
        served = f"served {dates.grid(row.served_on)}" if row.served_on else "not served yet"
        facts = (row.agency, served, breaches if row.breaches else "", waiting)
        return Entry(
            key=row.id,
            title=f"{row.name}  {row.reference}",
            marks=(row_status(row, today),),
            facts="  ·  ".join(part for part in facts if part),
            opens=partial(self.case_chosen.emit, row.case),
        )
