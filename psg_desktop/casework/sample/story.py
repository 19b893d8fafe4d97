"""A kind of sample case; names in braces are filled in from the made-up lists."""

from dataclasses import dataclass

from psg_desktop.domain.cases import CaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One kind of case.

    Attributes:
        lead: Short name of the agency that leads.
        actions: Short name of the owner, and what is done.
        notes: Entries of the chronology, oldest first.
        decisions: What reviews decided, oldest first.
        blocked: What stands in the way, "" where nothing does.
        ages: How old the person is today, from and to, in years.
        also_called: What further projects of this kind are called.
    """

    kind: CaseKind
    title: str
    focus: tuple[str, ...]
    lead: str
    problem: str
    actions: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    decisions: tuple[str, ...]
    blocked: str = ""
    ages: tuple[int, int] = (19, 88)
    also_called: tuple[str, ...] = ()
