"""Random caseloads told quarter by quarter, with late corrections, reopenings and deletions.

What was published of a quarter is frozen: corrections change what is counted from then on only,
as the ledger of releases has it. Nothing here is about anybody: codes and days.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from psg_desktop.domain import quarters
from psg_desktop.domain.referrals import ReferralOutcome
from psg_desktop.domain.statistics import matters, possible
from psg_desktop.domain.statistics.breakdowns import Breakdown, BreakdownCode, Catalogue, Category
from psg_desktop.domain.statistics.counted import counted
from psg_desktop.domain.statistics.histories import History, Population, Standing
from psg_desktop.domain.statistics.matters import MatterFacts, ReferralFacts
from psg_desktop.domain.statistics.openness import Spell

B = BreakdownCode
FIRST = date(2024, 7, 1)  # the first quarter of which any table tells
PUBLISHED = (date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1))
_BEGIN, _DAYS = date(2024, 1, 1), 980
RISKS = ("low", "medium", "high", "not_recorded")
AGENCIES = ("police", "housing", "council", "not_recorded")
OUTCOMES = tuple(one.value for one in ReferralOutcome)
_LIKELY = (12, 2, 4, 1, 2, 1, 1, 1)
CODES: dict[BreakdownCode, tuple[str, ...]] = {
    B.KIND: ("person", "place", "project"),
    B.FOCUS_AREA: ("noise", "hoarding", "drugs", "not_recorded"),
    B.WARD: tuple(f"ward_{number}" for number in range(1, 9)),
    B.RISK: RISKS,
    B.REFERRING_AGENCY: AGENCIES,
    B.LEAD_AGENCY: AGENCIES,
    B.AGE: tuple(code for _, code in matters.AGES),
    B.WAITING: tuple(code for _, code in matters.WAITS),
    B.BEFORE: (matters.WITHIN_6, matters.WITHIN_12, matters.NOT_BEFORE),
    B.OUTCOME: (*OUTCOMES, "not_recorded"),
    B.OPENING: (matters.FIRST_TIME, matters.AGAIN),
    B.REASON: ("resolved", "no_contact", "moved", "not_recorded"),
    B.FINAL_RISK: RISKS,
    B.ANSWER: ("held", "not_held", "not_recorded"),
}
_GROUPS = {
    B.WARD_GROUP: {"north": CODES[B.WARD][:3], "south": CODES[B.WARD][3:]},
    B.FOCUS_GROUP: {"home": ("noise", "hoarding"), "rest": ("drugs", "not_recorded")},
    B.REFERRING_AGENCY_KIND: {"police": ("police",), "rest": AGENCIES[1:]},
    B.LEAD_AGENCY_KIND: {"police": ("police",), "rest": AGENCIES[1:]},
    B.ACCEPTANCE: {
        "accepted": OUTCOMES[:2],
        "not_accepted": OUTCOMES[2:],
        "not_recorded": ("not_recorded",),
    },
}
TRAITS = (B.KIND, B.FOCUS_AREA, B.WARD, B.RISK, B.REFERRING_AGENCY, B.LEAD_AGENCY)
_WORK = {
    B.OWNER_AGENCY: AGENCIES, B.ISSUING_AGENCY: AGENCIES, B.REVIEW_TIME: ("on_time", "late"),
    B.ACTION_TIME: ("on_time", "late"), B.INTERVENTION_KIND: ("cbo", "abc"), B.ENDING: ("ran_out",),
}  # fmt: skip


def catalogue() -> Catalogue:
    """Give the breakdowns that the made-up vault's lists have."""
    singles = {code: {one: (one,) for one in codes} for code, codes in (CODES | _WORK).items()}
    return Catalogue(
        breakdowns={
            code: Breakdown(
                code=code,
                label=code.value,
                categories=tuple(
                    Category(code=name, label=name, codes=frozenset(codes))
                    for name, codes in categories.items()
                ),
            )
            for code, categories in (singles | _GROUPS).items()
        }
    )


@dataclass
class Caseload:
    """A caseload as the vault has it on the day of a release, and what was counted before."""

    dice: Random
    facts: dict[str, MatterFacts]
    frozen: dict[str, dict[date, Standing]] = field(default_factory=dict)
    _latest: dict[str, dict[date, Standing]] = field(default_factory=dict)

    @classmethod
    def made(cls, seed: int, size: int) -> "Caseload":
        dice = Random(seed)
        weights = {code: [dice.random() ** 2 + 0.05 for _ in CODES[code]] for code in TRAITS}
        facts = {}
        for number in range(size):
            traits = tuple(dice.choices(CODES[one], weights[one])[0] for one in TRAITS)
            facts[f"{number:04}"] = _matter(dice, traits)
        return cls(dice=dice, facts=facts)

    def counted(self, quarter: date) -> Population:
        """Count up to a quarter as it is known after it; what was published stays as it was."""
        asked = quarters.between(FIRST, quarter)
        day = quarters.last_day(quarter)
        empty = Population(
            code=matters.MATTERS,
            variables=matters.VARIABLES,
            quarters=asked,
            histories=(),
            derived=matters.DERIVED,
        )
        lives = possible.courses(
            empty, matters.HAPPENINGS, possible.matters(asked, CODES[B.REASON][:3])
        )
        empty = replace(empty, possible=lives)
        known = {key: seen for key, one in self.facts.items() if (seen := _as_known(one, day))}
        now = counted(empty, matters.HAPPENINGS, known.items())
        fresh = dict(zip(now.keys, now.population.histories, strict=True))
        keys = sorted({*fresh, *self.frozen})
        histories = tuple(self._with_frozen(key, fresh.get(key), asked) for key in keys)
        self._latest = {
            key: dict(zip(asked, one.standings, strict=True))
            for key, one in zip(keys, histories, strict=True)
        }
        return replace(empty, histories=histories)

    def published(self) -> None:
        """Freeze what was counted last."""
        self.frozen = self._latest

    def corrected(self) -> None:
        """Let time pass: records are corrected, reopened and deleted, late."""
        for key in sorted(self.facts):
            chance = self.dice.random()
            if chance < 0.03:
                del self.facts[key]
            elif chance < 0.08:
                self.facts[key] = self._recoded(self.facts[key])
            elif chance < 0.12:
                self.facts[key] = _matter(self.dice, self.facts[key].traits)
            elif chance < 0.16:
                self.facts[key] = self._reopened(self.facts[key])

    def _recoded(self, one: MatterFacts) -> MatterFacts:
        place = self.dice.randrange(len(TRAITS))
        traits = list(one.traits)
        traits[place] = self.dice.choice(CODES[TRAITS[place]])
        return replace(one, traits=tuple(traits))

    def _reopened(self, one: MatterFacts) -> MatterFacts:
        """Open a closed case again, as of a day that may lie in a quarter published long ago."""
        last = one.spells[-1] if one.spells else None
        if last is None or last.closed is None:
            return one
        since = last.closed + timedelta(days=self.dice.randrange(5, 300))
        return replace(one, spells=(*one.spells, Spell(opened=since, again=True)))

    def _with_frozen(self, key: str, fresh: History | None, asked: tuple[date, ...]) -> History:
        before = self.frozen.get(key, {})
        published = {quarter for known in self.frozen.values() for quarter in known}
        traits = (fresh.standings[-1] if fresh else list(before.values())[-1]).traits
        standings = []
        for place, quarter in enumerate(asked):
            if quarter in before:
                standings.append(before[quarter])
            elif quarter in published or fresh is None:
                standings.append(Standing(traits=traits))
            else:
                standings.append(fresh.standings[place])
        return History(standings=tuple(standings))


def _matter(dice: Random, traits: tuple[str, ...]) -> MatterFacts:
    """Make a matter: a referral, decided or not, and the case it may have become."""
    came = _BEGIN + timedelta(days=dice.randrange(_DAYS))
    decided = (
        came + timedelta(days=int(120 * dice.random() ** 1.5)) if dice.random() < 0.97 else None
    )
    outcome = dice.choices(OUTCOMES, _LIKELY)[0] if decided else ""
    touched = came - timedelta(days=dice.randrange(1, 900)) if dice.random() < 0.3 else None
    referral = ReferralFacts(received_on=came, decided_on=decided, outcome=outcome, touched=touched)
    opened = decided if decided and outcome == OUTCOMES[0] else None
    spells = tuple(_spells(dice, opened)) if opened else ()
    return MatterFacts(traits=traits, referral=referral, spells=spells)


def _spells(dice: Random, opened: date) -> Iterator[Spell]:
    since, again = opened, False
    while True:
        if dice.random() < 0.3:
            yield Spell(opened=since, again=again)
            return
        closed = since + timedelta(days=dice.randrange(20, 400))
        answered = closed + timedelta(days=dice.randrange(80, 200))
        yield Spell(
            opened=since,
            again=again,
            closed=closed,
            reason=dice.choice((*CODES[B.REASON][:3], "")),
            final_risk=dice.choice((*RISKS[:3], "")),
            ask_on=closed + timedelta(days=90),
            answered_on=answered if dice.random() < 0.7 else None,
            answer=dice.choice(("held", "not_held")),
        )
        if dice.random() > 0.2:
            return
        since, again = closed + timedelta(days=dice.randrange(10, 200)), True


def _as_known(one: MatterFacts, day: date) -> MatterFacts | None:
    """Give a matter as the vault has it on a day: nothing of it lies ahead."""
    referral = one.referral
    if referral is None or referral.received_on > day:
        return None
    if referral.decided_on is not None and referral.decided_on > day:
        referral = replace(referral, decided_on=None, outcome="")
    spells = tuple(_spell_as_known(spell, day) for spell in one.spells if spell.opened <= day)
    return replace(one, referral=referral, spells=spells)


def _spell_as_known(spell: Spell, day: date) -> Spell:
    if spell.closed is not None and spell.closed > day:
        return Spell(opened=spell.opened, again=spell.again)
    if spell.answered_on is not None and spell.answered_on > day:
        return replace(spell, answered_on=None, answer="")
    return spell
