"""Accepted words put together into what the pages of a pack show."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby

from psg_desktop.domain.lists import CaseRow
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
from psg_desktop.privacy.tables.display import floor_display
from psg_desktop.words.names import name

TITLE = "Delivery Group pack"
NOTHING_WRITTEN = "No text for the group has been written for this case."


def contents_of(
    partnership: Partnership,
    meeting_on: date,
    cases: Sequence[CaseProposal],
    caseload: Sequence[CaseRow],
) -> PackContents:
    """Put the accepted words of cases together, in the order given; the first is "Case 1".

    The caseload is every open case, for the figures at a glance.
    """
    numbered = [(f"Case {number}", case) for number, case in enumerate(cases, 1)]
    return PackContents(
        title=TITLE,
        partnership=partnership.name,
        marking=partnership.marking,
        handling=partnership.handling,
        meeting_on=meeting_on,
        glance=tuple(_glance(caseload)),
        entries=tuple(_entry(reference, case) for reference, case in numbered),
        actions=_by_agency(numbered),
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


def _glance(caseload: Sequence[CaseRow]) -> Iterator[GlanceLine]:
    yield GlanceLine(label="Open cases", figure=floor_display(len(caseload)))
    for heading, key in _BREAKDOWNS:
        for label, count in _counted(caseload, key):
            yield GlanceLine(label=f"{heading}: {label}", figure=floor_display(count))
    overdue = sum(row.overdue_actions for row in caseload)
    yield GlanceLine(
        label="Open actions", figure=floor_display(sum(row.open_actions for row in caseload))
    )
    yield GlanceLine(label="Overdue actions", figure=floor_display(overdue))


def _risk(row: CaseRow) -> str:
    return name(row.risk) if row.risk else "Not assessed"


_BREAKDOWNS: tuple[tuple[str, Callable[[CaseRow], str]], ...] = (
    ("Kind", lambda row: name(row.kind)),
    ("Risk", _risk),
    ("State", lambda row: name(row.state)),
)


def _counted(caseload: Sequence[CaseRow], key: Callable[[CaseRow], str]) -> list[tuple[str, int]]:
    labels = sorted(map(key, caseload))
    return [(label, len(list(same))) for label, same in groupby(labels)]


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
