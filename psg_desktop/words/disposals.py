"""What is said of records that are due for disposal, and of those that went."""

from collections.abc import Mapping

from psg_desktop.domain.disposals import Disposal
from psg_desktop.domain.retention import DueRecord, RetentionRule, RetentionTrigger, StayKind
from psg_desktop.words import dates, names

CANNOT_BE_UNDONE = (
    "This cannot be undone. The record goes with everything that belongs to it, and with the "
    "people and places that are in no other case or referral. Backups made before today still "
    "hold it until they are deleted."
)
_HAPPENED = {
    RetentionTrigger.CASE_CLOSED: "closed",
    RetentionTrigger.REFERRAL_NOT_ACCEPTED: "decided",
    RetentionTrigger.LAST_INVOLVED: "in no case, last changed",
    RetentionTrigger.CASE_REVIEW_CLOSED: "closed",
}
_YEAR = 12


def length(months: int) -> str:
    """Give a time of keeping, such as "6 years" or "18 months"."""
    if months % _YEAR == 0:
        return counted(months // _YEAR, "year")
    return counted(months, "month")


def counted(count: int, one: str) -> str:
    """Give a count with its noun, such as "3 records"."""
    return f"{count:,} {one if count == 1 else f'{one}s'}"


def rule_title(rule: RetentionRule) -> str:
    """Give a row of the schedule in a few words."""
    kind = f", {names.name(rule.case_kind).casefold()}" if rule.case_kind else ""
    return f"{names.name(rule.trigger)}{kind}: {length(rule.months)}"


def why(one: DueRecord) -> str:
    """Say since when a record is due, and which row of the schedule says so."""
    event, rule = one.event, one.rule
    said = f"{_HAPPENED[event.trigger]} {dates.grid(event.on)}"
    return f"Due since {dates.grid(one.due)}  ·  {said}  ·  kept {length(rule.months)}"


def kept(one: DueRecord) -> str:
    """Say what keeps a record, since when and how long."""
    if one.stay is None:
        return ""
    stay = one.stay
    verb = "On hold" if stay.kind is StayKind.HOLD else "Kept longer"
    until = f" until {dates.grid(stay.until)}" if stay.until else ", with no last day"
    return f"{verb} since {dates.grid(stay.made_on)}{until}"


def removed(disposal: Disposal) -> tuple[tuple[str, int], ...]:
    """Give what classes of record went, with how many of each."""
    return tuple((names.name(one.kind), one.count) for one in disposal.removed)


def closing(disposal: Disposal) -> tuple[str, ...]:
    """Give what a certificate says below its counts."""
    removed = (
        f"{counted(disposal.records, 'record')} and {counted(disposal.elsewhere, 'other trace')} "
        "(entries of the search, drafts, imported rows) were removed. Lines of the audit trail "
        f"reduced to what can be counted: {len(disposal.entries):,}."
    )
    elsewhere = (
        "Backups made before this disposal still hold what was removed. Delete them when the "
        "backup plan allows."
    )
    return removed, elsewhere


def title(disposal: Disposal) -> str:
    """Give a disposal in a few words, which name nobody."""
    stone = disposal.tombstone
    kind = f" about a {names.name(stone.case_kind).casefold()}" if stone.case_kind else ""
    return f"{disposal.number} {names.name(stone.about)}{kind}"


def facts(disposal: Disposal, reasons: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Give what a certificate says, as pairs of a term and its words.

    *reasons* names closing reasons by their code.
    """
    stone = disposal.tombstone
    reason = reasons.get(stone.reason, stone.reason.replace("_", " ").capitalize())
    pairs = (
        ("Certificate", disposal.number),
        ("Disposed of", dates.moment_words(disposal.at)),
        ("By", disposal.by),
        ("What it was", title(disposal).removeprefix(f"{disposal.number} ")),
        ("Focus area", ", ".join(stone.groups)),
        ("Opened or received", stone.opened),
        ("Closed, decided or last changed", stone.ended),
        ("Reason or outcome", reason),
        ("Time of keeping", f"{length(disposal.months)} from: {names.name(disposal.trigger)}"),
        ("Source of that time", disposal.source),
    )
    return tuple((term, words) for term, words in pairs if words)
