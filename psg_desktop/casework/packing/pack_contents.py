"""Accepted words put together into what the pages of a pack show."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.packs import (
    AgencyActions,
    GlanceLine,
    PackAction,
    PackContents,
    PackEntry,
    PackStep,
)
from psg_desktop.domain.partnership import Partnership
from psg_desktop.privacy.summaries import BLOCKED, TEXT, CaseProposal, age_band, month
from psg_desktop.words.names import name

TITLE = "Delivery Group pack"
_RECENT_MONTHS = 3
NOTHING_WRITTEN = "No text for the group has been written for this case."


def contents_of(
    partnership: Partnership, meeting_on: date, as_at: date, cases: Sequence[CaseProposal]
) -> PackContents:
    """Put the accepted words of cases together, in the order given; the first is "Case 1"."""
    numbered = [(f"Case {number}", case) for number, case in enumerate(cases, 1)]
    entries = tuple(_entry(reference, case) for reference, case in numbered)
    actions = _by_agency(numbered)
    return PackContents(
        title=TITLE,
        partnership=partnership.name,
        marking=partnership.marking,
        handling=partnership.handling,
        meeting_on=meeting_on,
        as_at=as_at,
        glance=tuple(_glance(entries, actions, as_at)),
        entries=entries,
        actions=actions,
        sample=partnership.sample,
    )


def strings_of(contents: PackContents) -> Iterator[str]:
    """Give every text of a pack that people wrote, for the last look."""
    for entry in contents.entries:
        yield entry.text
        yield entry.blocked
        for step in entry.done:
            yield step.what
    for agency in contents.actions:
        for action in agency.actions:
            yield action.what


def _glance(
    entries: Sequence[PackEntry], actions: Sequence[AgencyActions], as_at: date
) -> Iterator[GlanceLine]:
    """Count what the pages print, and nothing else.

    A reader could count the same, so a plain number tells nothing more. Figures of cases that are
    not printed stay out: taken from the printed ones, they would tell how many those are.
    """
    months = _months_before(as_at)
    closed = sum(one.state == name(CaseState.CLOSED) for one in entries)
    late = sum(action.overdue for agency in actions for action in agency.actions)
    figures = (
        ("Cases in this pack", len(entries)),
        ("Open cases", len(entries) - closed),
        ("Closed cases", closed),
        (f"Opened since the start of {months[-1]}", sum(one.opened in months for one in entries)),
        ("Open actions", sum(len(agency.actions) for agency in actions)),
        ("Overdue actions", late),
    )
    for label, figure in figures:
        yield GlanceLine(label=label, figure=str(figure))


def _months_before(day: date) -> list[str]:
    """Give the month of a day and the two before it, in words, the latest first."""
    months = [day.replace(day=1)]
    while len(months) < _RECENT_MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return [month(one) for one in months]


def _entry(reference: str, case: CaseProposal) -> PackEntry:
    facts = case.facts
    words = {one.part: one.printed for one in case.passages}
    done = [one for one in facts.actions if one.ended is not None]
    return PackEntry(
        reference=reference,
        kind=facts.kind,
        focus=facts.focus,
        age_band=age_band(facts.age),
        area=facts.area,
        state=facts.state,
        risk=facts.risk,
        opened=month(facts.opened),
        agencies=facts.agencies,
        text=words.get(TEXT, NOTHING_WRITTEN),
        done=tuple(
            PackStep(month=month(one.ended), agency=one.agency, what=words[one.part])
            for one in done
        ),
        blocked=words.get(BLOCKED, ""),
        next_review=month(facts.next_review),
    )


def _by_agency(numbered: Sequence[tuple[str, CaseProposal]]) -> tuple[AgencyActions, ...]:
    found: dict[str, list[PackAction]] = {}
    for reference, case in numbered:
        words = {one.part: one.printed for one in case.passages}
        for action in case.facts.actions:
            if action.ended is None:
                found.setdefault(action.agency, []).append(
                    PackAction(
                        entry=reference,
                        what=words[action.part],
                        due=month(action.due),
                        state=action.state,
                        overdue=action.overdue,
                    )
                )
    return tuple(
        AgencyActions(
            agency=agency,
            actions=tuple(sorted(found[agency], key=lambda one: not one.overdue)),
        )
        for agency in sorted(found)
    )
