"""How the cells of each kind of field are read, and what is said when they cannot be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from psg_desktop.domain import text
from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.exchange.cells import EMPTY, CellReader, Reading, as_text, shown
from psg_desktop.exchange.contacts import several_emails, several_phones, tidy_nhs_number
from psg_desktop.exchange.counts import count_reader
from psg_desktop.exchange.dates import DateReader, Order, is_swapped, prose_date
from psg_desktop.exchange.fields import FACTS, Field, Shape
from psg_desktop.exchange.headings import folded_header
from psg_desktop.exchange.sheets import Cell, listed
from psg_desktop.exchange.spellings import Spellings
from psg_desktop.exchange.troubles import Remark, Trouble
from psg_desktop.exchange.word_lists import WORDS, place_kind

OLDEST_AGE = 125
_PAST = frozenset(
    {Field.BORN, Field.OPENED, Field.CLOSED, Field.INCIDENT_DATE, Field.ACTION_ENDED}
    | {Field.RECEIVED}
)
_PLAIN_WORDS = {
    Shape.RISK: "high, medium or standard",
    Shape.STATE: "open, monitoring, on hold, escalated or closed",
    Shape.KIND: "person, place or project",
    Shape.ACTION_STATE: "agreed, in progress, completed, not achieved or cancelled",
    Shape.URGENCY: "today, before the next meeting, or at the next meeting",
    Shape.AWARENESS: "told and agrees, told and does not agree, told, or not told",
    Shape.ROUTE: "telephone, e-mail, referral form or meeting",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of the vault that words of a spreadsheet are compared with."""

    agencies: Spellings
    focus_areas: Spellings
    closing_reasons: Spellings
    measures: Spellings


def cell_reader(field: Field, lists: Lists) -> CellReader:
    """Give the reader for a field that holds no dates."""
    shape = FACTS[field].shape
    if shape in WORDS:
        return CellReader(_from_words(WORDS[shape], _PLAIN_WORDS[shape]))
    if shape is Shape.COUNT:
        return count_reader()
    special: dict[Shape, Callable[[Cell], Reading]] = {
        Shape.TEXT: _prose,
        Shape.POSTCODE: _postcode,
        Shape.PHONE: _phone,
        Shape.EMAIL: _email,
        Shape.NHS_NUMBER: _nhs_number,
        Shape.PLACE_KIND: lambda cell: Reading(value=place_kind(as_text(cell))),
        Shape.AGENCY: _from_list(lists.agencies, _new_agency),
        Shape.FOCUS_AREA: _from_list(lists.focus_areas, _new_focus_area),
        Shape.CLOSING_REASON: _from_list(lists.closing_reasons, _unknown_reason),
        Shape.MEASURE: _from_list(lists.measures, _unknown_measure),
    }
    return CellReader(special.get(shape, _line))


def date_reader(field: Field, order: Order, today: date, cells: Sequence[Cell]) -> CellReader:
    """Give the reader for a column of dates, having looked whether its order can be trusted."""
    shape = FACTS[field].shape
    mixed = order is Order.DAY_FIRST and any(map(is_swapped, set(cells)))
    births = shape is Shape.BIRTH_DATE
    dates = DateReader(today=today, order=order, births=births, mixed=mixed)

    def read(cell: Cell) -> Reading:
        reading = dates.read(cell)
        remarks = reading.remarks
        if shape is Shape.MONTH:
            remarks = tuple(r for r in remarks if r.trouble is not Trouble.ONLY_A_MONTH)
        judged = _judged_date(field, reading.value, today)
        return Reading(
            value=reading.value, remarks=(*remarks, *judged), month_only=reading.month_only
        )

    return CellReader(read)


def _judged_date(field: Field, day: date | None, today: date) -> tuple[Remark, ...]:
    if day is None or field not in _PAST:
        return ()
    if day > today:
        return (
            Remark(
                trouble=Trouble.DATE_AHEAD,
                sentence=f"{prose_date(day)} is still to come.",
                advice="Correct the date, or leave it empty.",
            ),
        )
    if field is Field.BORN and today.year - day.year > OLDEST_AGE:
        return (
            Remark(
                trouble=Trouble.BORN_TOO_LONG_AGO,
                sentence=f"Somebody born on {prose_date(day)} would be over {OLDEST_AGE}.",
                advice="Correct the date of birth, or leave it empty.",
            ),
        )
    return ()


def _line(cell: Cell) -> Reading:
    value = text.line(as_text(cell))
    if len(value) <= text.LINE_LIMIT:
        return Reading(value=value)
    return Reading(remarks=(_too_long(value, text.LINE_LIMIT),))


def _prose(cell: Cell) -> Reading:
    value = text.prose(as_text(cell))
    if len(value) <= text.TEXT_LIMIT:
        return Reading(value=value)
    return Reading(remarks=(_too_long(value, text.TEXT_LIMIT),))


def _too_long(value: str, limit: int) -> Remark:
    return Remark(
        trouble=Trouble.TOO_LONG,
        sentence=f"The text has {len(value):,} characters; there is room for {limit:,}.",
        advice="Shorten it, or put the column in the notes.",
    )


def _kept_aside(cell: Cell, trouble: Trouble, what: str) -> Reading:
    """Keep a value that is not what its column should hold, as a line for the notes."""
    remark = Remark(
        trouble=trouble,
        sentence=f"\u201c{shown(cell)}\u201d is not {what}.",
        advice="It goes into the notes as written. Correct it if you can.",
    )
    return Reading(remarks=(remark,), spare=text.line(as_text(cell)))


def _postcode(cell: Cell) -> Reading:
    tidy = tidy_postcode(as_text(cell))
    if tidy is None:
        return _kept_aside(cell, Trouble.NOT_A_POSTCODE, "a full postcode")
    return Reading(value=tidy)


def _phone(cell: Cell) -> Reading:
    numbers, rest = several_phones(as_text(cell))
    aside = _kept_aside(cell, Trouble.NOT_A_PHONE, "a phone number")
    return _several(numbers, aside if rest else EMPTY)


def _email(cell: Cell) -> Reading:
    addresses, rest = several_emails(as_text(cell))
    aside = _kept_aside(cell, Trouble.NOT_AN_EMAIL, "an e-mail address")
    return _several(addresses, aside if rest else EMPTY)


def _several(found: tuple[str, ...], aside: Reading) -> Reading:
    """Give all values of a cell, beside the cell itself where it says more than these."""
    return replace(aside, value=found[0], also=found[1:]) if found else aside


def _nhs_number(cell: Cell) -> Reading:
    tidy = tidy_nhs_number(as_text(cell))
    if tidy is None:
        return _kept_aside(cell, Trouble.NOT_AN_NHS_NUMBER, "an NHS number")
    return Reading(value=tidy)


def _from_words(words: Mapping[str, str], allowed: str) -> Callable[[Cell], Reading]:
    def read(cell: Cell) -> Reading:
        folded = folded_header(as_text(cell))
        code = words.get(folded) or _only_meaning(folded, words)
        if code is not None:
            return Reading(value=code)
        remark = Remark(
            trouble=Trouble.UNKNOWN_WORD,
            sentence=f"\u201c{shown(cell)}\u201d is not known here.",
            advice=f"Choose {allowed}, or leave it empty.",
        )
        return Reading(remarks=(remark,))

    return read


def _only_meaning(folded: str, words: Mapping[str, str]) -> str | None:
    """Read `high (reviewed May)` by its first word, unless a later word says otherwise."""
    first, *rest = folded.split() or [""]
    code = words.get(first)
    return code if all(words.get(word, code) == code for word in rest) else None


def _from_list(
    spellings: Spellings, unknown: Callable[[Cell, Spellings], Reading]
) -> Callable[[Cell], Reading]:
    def read(cell: Cell) -> Reading:
        written = text.line(as_text(cell))
        exact = spellings.exact(written)
        if exact is not None:
            return Reading(value=exact)
        close = spellings.closest(written)
        if close is None:
            return unknown(cell, spellings)
        remark = Remark(
            trouble=Trouble.READ_AS_LISTED,
            sentence=f"\u201c{shown(cell)}\u201d was read as \u201c{close}\u201d.",
            advice="Change it if something else is meant.",
            suggestion=close,
        )
        return Reading(value=close, remarks=(remark,))

    return read


def _new_agency(cell: Cell, _spellings: Spellings) -> Reading:
    written = text.line(as_text(cell))
    if len(written) > text.LINE_LIMIT:
        return Reading(remarks=(_too_long(written, text.LINE_LIMIT),))
    remark = Remark(
        trouble=Trouble.NEW_AGENCY,
        sentence=f"\u201c{shown(cell)}\u201d is not among your agencies.",
        advice="It will be added. Change it if it is another name for one of yours.",
    )
    return Reading(value=written, remarks=(remark,))


def _new_focus_area(cell: Cell, _spellings: Spellings) -> Reading:
    remark = Remark(
        trouble=Trouble.NEW_FOCUS_AREA,
        sentence=f"\u201c{shown(cell)}\u201d is not among your focus areas.",
        advice="It goes into the notes as written. Change it to one of yours if it is one.",
    )
    return Reading(remarks=(remark,), spare=text.line(as_text(cell)))


def _unknown_reason(cell: Cell, spellings: Spellings) -> Reading:
    reasons = listed(sorted(set(spellings.names.values())), limit=20)
    remark = Remark(
        trouble=Trouble.UNKNOWN_WORD,
        sentence=f"\u201c{shown(cell)}\u201d is not a closing reason on your list.",
        advice=f"Choose one of: {reasons}." if reasons else "Leave it empty.",
    )
    return Reading(remarks=(remark,), spare=text.line(as_text(cell)))


def _unknown_measure(cell: Cell, spellings: Spellings) -> Reading:
    measures = listed(sorted(set(spellings.names.values())), limit=20)
    remark = Remark(
        trouble=Trouble.UNKNOWN_WORD,
        sentence=f"\u201c{shown(cell)}\u201d is not among your measures of demand.",
        advice=f"Put one of these, or add it in Settings: {measures}."
        if measures
        else "Add it in Settings.",
    )
    return Reading(remarks=(remark,), spare=text.line(as_text(cell)))
