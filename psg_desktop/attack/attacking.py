"""The attack itself: every cell that is not printed as it is, every change, every whole row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from psg_desktop.attack.contradicting import Contradiction, contradiction, rows
from psg_desktop.attack.judging import Finding
from psg_desktop.attack.knowing import Knowledge
from psg_desktop.attack.published import Publication
from psg_desktop.attack.questions import Asking, Question, every_sum, questions
from psg_desktop.attack.remainders import with_remainders
from psg_desktop.attack.solving import Impossible
from psg_desktop.attack.splitting import bounded, split
from psg_desktop.attack.unknowns import JOINT_LIMIT, unknowns_of

_SWEEPS: Final = 40
# Sweeps that settle so few costs more than to ask them one by one.
_WORTHWHILE: Final = 3
_IN_VAIN: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacked:
    """What was attacked and found.

    `there` are withheld numbers of which it only is certain that somebody is counted, who may be
    few (S3): whether they are, the files do not tell. `joint` says whether the intervals are the
    true ones, `flows` whether sums that were assumed agree with the tables; where they do not,
    records were corrected, and they were left out.
    """

    tables: int
    cells: int
    changes: int
    findings: tuple[Finding, ...]
    there: tuple[Finding, ...]
    joint: bool
    flows: bool = True


Tell = Callable[[int, int], None]
"""Told how many numbers of how many have been attacked."""


def attack(
    published: Publication, tell: Tell | None = None, limit: int = JOINT_LIMIT
) -> Attacked | Contradiction:
    """Work out whatever can be worked out.

    Raises:
        AttackUnfinished: The solver needed too long.
    """
    wanted = with_remainders(published)
    unknowns = unknowns_of(wanted, limit)
    asked = questions(wanted, unknowns)
    given = bounded(rows([*published.tables, *published.links], published, unknowns))
    found = split(unknowns.count, given, every_sum(asked.every))
    try:
        asking = Asking(Knowledge(found), found)
    except Impossible:
        return _without_flows(contradiction(published, unknowns), published, tell, limit)
    findings = tuple(_answers(_left(asked.every, asking), asking, tell))
    there = tuple(one for cell in asked.cells if (one := cell.somebody(asking)))
    return Attacked(
        tables=len(published.tables),
        cells=len(asked.cells),
        changes=len(asked.changes),
        findings=findings,
        there=there,
        joint=unknowns.joint,
    )


def _without_flows(
    found: Contradiction, published: Publication, tell: Tell | None, limit: int
) -> Attacked | Contradiction:
    """Leave out the sums that were only assumed and do not agree, and attack again."""
    certain = [one for one in published.links if not (one.assumed and one in found.links)]
    if len(certain) == len(published.links):
        return found
    again = attack(replace(published, links=tuple(certain)), tell, limit)
    return replace(again, flows=False) if isinstance(again, Attacked) else again


def _left(asked: list[Question], asking: Asking) -> list[Question]:
    """Settle what can be settled by data sets that suit many questions at once."""
    chance = np.random.default_rng(0)
    left = [one for one in asked if not one.settled(asking)]
    vain = 0
    for _ in range(_SWEEPS):
        # Chance makes each data set another one.
        asking.knowledge.push(
            (part, way * chance.random())
            for one in left
            for parts, way in one.wishes(asking)
            for part in parts
            if chance.integers(2)
        )
        before = len(left)
        left = [one for one in left if not one.settled(asking)]
        vain = vain + 1 if before - len(left) < _WORTHWHILE else 0
        if vain == _IN_VAIN:
            break
    return left


def _answers(left: list[Question], asking: Asking, tell: Tell | None) -> Iterator[Finding]:
    """Ask the rest one by one."""
    for done, one in enumerate(left):
        if tell is not None:
            tell(done, len(left))
        found = one.answer(asking)
        if found is not None:
            yield found
