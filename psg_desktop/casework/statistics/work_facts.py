"""Reviews, actions and interventions read from the vault."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from psg_desktop.casework.statistics.known_cases import Codes, KnownCase
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.interventions import InterventionFacts
from psg_desktop.domain.statistics.work import ActionFacts, ReviewFacts
from psg_desktop.store.queries.counting import (
    ActionColumns,
    InterventionColumns,
    ReviewColumns,
)

B = BreakdownCode


def reviews(
    cases: Mapping[str, KnownCase], held: Iterable[ReviewColumns], codes: Codes
) -> Iterator[tuple[str, ReviewFacts]]:
    """Give every review that was to be held or was, by the key of what set its day.

    That is the review before it, or the case where it is the first.

    Args:
        cases: Every case, by its identifier.
        held: Every review, those of one case together and in the order they were held.
        codes: The codes that count.
    """
    by_case = {case: tuple(found) for case, found in groupby(held, key=lambda one: one.case)}
    for id_, case in cases.items():
        about = case.columns
        traits = (
            codes.of(B.KIND, about.kind),
            codes.of(B.RISK, about.risk),
            codes.of(B.LEAD_AGENCY, about.lead_agency),
        )
        key, due = id_, about.first_due
        for one in by_case.get(id_, ()):
            yield key, ReviewFacts(traits=traits, due=due, held=one.held_on, spells=case.spells)
            key, due = one.id, one.next_due
        if due is not None:
            yield key, ReviewFacts(traits=traits, due=due, held=None, spells=case.spells)


def actions(
    cases: Mapping[str, KnownCase], found: Iterable[ActionColumns], codes: Codes
) -> Iterator[tuple[str, ActionFacts]]:
    """Give every action."""
    for one in found:
        case = cases.get(one.case)
        traits = (
            codes.of(B.KIND, case.columns.kind if case else ""),
            codes.of(B.OWNER_AGENCY, one.owner),
        )
        yield one.id, ActionFacts(traits=traits, due=one.due, ended=one.ended, state=one.state)


def interventions(
    found: Iterable[InterventionColumns], codes: Codes
) -> Iterator[tuple[str, InterventionFacts]]:
    """Give every intervention."""
    for one in found:
        traits = (
            codes.of(B.INTERVENTION_KIND, one.kind),
            codes.of(B.ISSUING_AGENCY, one.agency),
        )
        facts = InterventionFacts(
            traits=traits,
            state=one.state,
            served=one.served,
            starts=one.starts,
            expires=one.expires,
            ended=one.ended,
            one_off=one.one_off,
            breaches=one.breaches,
        )
        yield one.id, facts
