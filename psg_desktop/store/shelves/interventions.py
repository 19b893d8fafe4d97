"""Shelves of interventions and of the kinds there are."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.intervention_kinds import InterventionKind
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.plain import Plain, from_plain, to_plain
from psg_desktop.store import schema
from psg_desktop.store.search import Searchable, found_in
from psg_desktop.store.shelves.shelf import Row, Shelf


def _derived(plain: Plain) -> Row:
    """Give what lists are narrowed by; whether it has expired depends on the day, so it is not."""
    one = from_plain(Intervention, plain)
    pending = one.appeal is not None and one.appeal.outcome is None
    return {
        "name": one.facts.name,
        "short_name": one.facts.short_name,
        "family": one.facts.family.value,
        "one_off": int(one.facts.one_off),
        "next_review": to_plain(one.next_review),
        "appeal_until": to_plain(one.appeal_until),
        "appealed_on": to_plain(one.appeal.lodged) if pending and one.appeal else None,
        "unanswered_since": to_plain(one.unanswered_since),
        "breach_count": len(one.breaches),
        "unanswered_count": sum(not breach.answered for breach in one.breaches),
    }


def _searchable(plain: Plain) -> Searchable:
    facts, breaches, reviews = plain["facts"], plain["breaches"], plain["reviews"]
    names = [
        facts["name"], facts["short_name"], plain["area"], plain["officer"], plain["reference"],
        *(one["reported_to"] for one in breaches),
    ]  # fmt: skip
    texts = [
        plain["reason"], plain["end_reason"], *plain["conditions"],
        *(part for one in breaches for part in (one["evidence"], one["action"])),
        *(one["outcome"] for one in reviews),
    ]  # fmt: skip
    return found_in(names, texts)


INTERVENTION_KINDS = Shelf(
    kind=RecordKind.INTERVENTION_KIND, value=InterventionKind, table=schema.intervention_kinds
)
INTERVENTIONS = Shelf(
    kind=RecordKind.INTERVENTION, value=Intervention, table=schema.interventions,
    derived=_derived, case="case", search=_searchable,
)  # fmt: skip
