"""Proposes the columns of referrals and of counts, and says when a table holds one of them."""

from collections.abc import Sequence

from psg_desktop.exchange.fields import FACTS, SUBJECTS, Field, Record
from psg_desktop.exchange.guesses import NO_GUESS, WEAK, Guess, guess_column
from psg_desktop.exchange.headings import HeaderMatch, match_header
from psg_desktop.exchange.mapping import ColumnUse, Mapping, Purpose, Use
from psg_desktop.exchange.month_headings import names_month
from psg_desktop.exchange.purpose_words import ALL_SIGNS, REFERRAL_SIGNS, VOCABULARIES
from psg_desktop.exchange.purposes import fields_of
from psg_desktop.exchange.seen_columns import Seen, looked_at, used
from psg_desktop.exchange.tables import Table

_ENOUGH_SIGNS = 2
_MANY_SIGNS = 4
_FEWEST_MONTHS = 2
_MOSTLY = 0.6
_WORKED_ON = frozenset(
    {Field.STATE, Field.REVIEW, Field.CLOSED, Field.CLOSING_REASON, Field.LEAD_PRACTITIONER}
)
_WHO = SUBJECTS | {Field.REFERENCE, Field.INCIDENT_PLACE}
_AS: dict[Purpose, dict[Field, Field]] = {
    Purpose.REFERRALS: {
        Field.OPENED: Field.RECEIVED,
        Field.LEAD_AGENCY: Field.REFERRING_AGENCY,
        Field.NOTE: Field.PROBLEM,
        Field.RISK: Field.RISK_REASON,
        Field.INCIDENT_PLACE: Field.PLACE_NAME,
        Field.OBJECTIVE: Field.ASKS,
    },
    Purpose.DEMAND: {
        Field.INCIDENT_DATE: Field.MONTH,
        Field.LEAD_AGENCY: Field.MEASURE_AGENCY,
        Field.INCIDENT_PLACE: Field.PLACE_NAME,
        Field.ADDRESS: Field.PLACE_ADDRESS,
        Field.POSTCODE: Field.PLACE_POSTCODE,
    },
}
_WITHOUT_FIELD = {
    Purpose.REFERRALS: ColumnUse(
        header="", use=Use.NOTES, why="it is told below what the problem is"
    ),
    Purpose.DEMAND: ColumnUse(header="", use=Use.LEAVE_OUT, why="a count has no room for it"),
}


def own_purpose(table: Table) -> Purpose | None:
    """Say whether a table holds referrals or counts; None where it holds neither."""
    if _holds_counts(table):
        return Purpose.DEMAND
    return Purpose.REFERRALS if _holds_referrals(table.headers) else None


def suggest_for(table: Table, purpose: Purpose) -> Mapping:
    """Propose the columns of a table of referrals or of counts."""
    seen = [_look(table, at, purpose) for at in range(len(table.headers))]
    if purpose is Purpose.DEMAND:
        seen = _without_sums(seen)
    return Mapping(purpose=purpose, columns=used(seen, _WITHOUT_FIELD[purpose]))


def _look(table: Table, at: int, purpose: Purpose) -> Seen:
    seen = looked_at(table, at)
    if purpose is Purpose.DEMAND and names_month(seen.header):
        why = "its heading names a month"
        return seen.guessed(Guess(field=Field.MONTH_COUNT, certainty=1.0, why=why))
    match = VOCABULARIES[purpose].match(seen.header)
    if match is not None and not _better(match_header(seen.header), match):
        return seen.guessed(_guess(match))
    following = table.headers[at + 1] if at + 1 < len(table.headers) else ""
    found = guess_column(seen.header, following, seen.texts)
    field = _AS[purpose].get(found.field, found.field) if found.field is not None else None
    return seen.guessed(found).filling(field) if field in fields_of(purpose) else seen


def _better(general: HeaderMatch | None, own: HeaderMatch) -> bool:
    return general is not None and general.certainty > own.certainty


def _guess(match: HeaderMatch) -> Guess:
    exact = match.certainty == 1.0
    bare = match.word in {"no", "number"}
    return Guess(
        field=match.field,
        certainty=WEAK if bare else match.certainty,
        rank=match.rank,
        why="its heading names this field" if exact else "its heading resembles this field",
    )


def _without_sums(seen: Sequence[Seen]) -> list[Seen]:
    """Take no column for the count of a month where no column says which month it is."""
    fields = {column.field for column in seen}
    if Field.MONTH_COUNT not in fields or Field.MONTH in fields:
        return list(seen)
    return [one.guessed(NO_GUESS) if one.field is Field.COUNT else one for one in seen]


def _holds_referrals(headers: Sequence[str]) -> bool:
    signs, worked_on = set(), False
    for header in headers:
        own = VOCABULARIES[Purpose.REFERRALS].match(header)
        if own is not None and (own.word in REFERRAL_SIGNS or own.field in ALL_SIGNS):
            signs.add(own.field)
            continue
        general = match_header(header)
        worked_on |= general is not None and (
            general.field in _WORKED_ON or FACTS[general.field].record is Record.ACTION
        )
    return len(signs) >= (_MANY_SIGNS if worked_on else _ENOUGH_SIGNS)


def _holds_counts(table: Table) -> bool:
    found = {
        match.field
        for header in table.headers
        if (match := VOCABULARIES[Purpose.DEMAND].match(header)) is not None
    }
    named = {match.field for header in table.headers if (match := match_header(header)) is not None}
    if not (found | named) & _WHO:
        return False
    if {Field.MEASURE, Field.MONTH, Field.COUNT} <= found:
        return True
    months = [at for at, header in enumerate(table.headers) if names_month(header)]
    return len(months) >= _FEWEST_MONTHS and Field.MEASURE in found and _numbers(table, months)


def _numbers(table: Table, columns: Sequence[int]) -> bool:
    """Say whether most of what stands in some columns are numbers."""
    texts = [text for at in columns for text in looked_at(table, at).texts]
    plain = sum(text.removesuffix(".0").replace(",", "").isdecimal() for text in texts)
    return not texts or plain >= _MOSTLY * len(texts)
