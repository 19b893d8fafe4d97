"""UK identifiers that can be told by their shape alone, with nothing known.

Shapes follow GOV.UK's published formats (postcode, National Insurance number, NHS number, vehicle
registration, driving licence) and the way police and courts number their records. A failed check
digit is mentioned and masked all the same: a mistyped number still points to someone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from psg_desktop.privacy.identities.dates import written_dates
from psg_desktop.privacy.identities.findings import Finding
from psg_desktop.privacy.identities.kinds import IdentityKind, Layer

_GAP: Final = r"[\s\-.]{0,2}"
_AREAS: Final = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E"
    " EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL"
    " LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL"
    " SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
).replace(" ", "|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A shape, what it is, and why a reviewer should believe it."""

    kind: IdentityKind
    shape: re.Pattern[str]
    why: str
    doubtful: bool = False


def _pattern(
    kind: IdentityKind, shape: str, why: str, *, doubtful: bool = False, cased: bool = False
) -> Pattern:
    flags = 0 if cased else re.IGNORECASE
    return Pattern(kind=kind, shape=re.compile(shape, flags), why=why, doubtful=doubtful)


_POLICE_WORDS: Final = (
    r"crime|incident|log|cad|occurrence|storm|custody|investigation|niche|athena|connect|cris|crn"
    r"|red\s?sigma|caution|arrest|exhibit|warrant"
)
_OWNED_WORDS: Final = (
    r"uprn|usrn|passport|licen[cs]e|account|acc|tenancy|rent|policy|invoice|hospital|claim|collar"
    r"|shoulder|badge|swift|liquidlogic|mosaic|paris|rio|prison|noms?|staff|ticket|booking|id|card"
)
_CASE_WORDS: Final = (
    r"ref(?:erence)?|case|urn|pnc(?:id)?|cro|nhs|ni(?:no)?|ecins|court|asn|marac|mappa|psg|ctr"
)


def _given(kind: IdentityKind, labels: str) -> Pattern:
    """Make the pattern of a number that the word before it calls a reference of some kind."""
    return _pattern(
        kind,
        rf"\b(?:{labels})\.?(?:\s(?:reference|ref|number|numbers|no|id|log))?s?\.?[\s:#=]{{1,3}}"
        r"(?P<it>(?:[A-Z]{1,5}[\-/]?)?\d[A-Z\d/\-]{0,24}(?:\s\d{2,8}){0,4})",
        "is a number given as a reference",
    )


PATTERNS: Final[tuple[Pattern, ...]] = (
    _pattern(
        IdentityKind.EMAIL,
        r"(?<![\w.+\-])[\w.+\-']{1,64}(?:\s?@\s?|\s?[(\[]\s?at\s?[)\]]\s?)[\w\-]{1,63}"
        r"(?:(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?)[\w\-]{1,63}){1,4}",
        "is set out as an e-mail address",
    ),
    _pattern(
        IdentityKind.URL,
        r"\b(?:https?:/{1,2}|www\.)[^\s\ufffc<>\"]{1,500}",
        "is set out as a web address",
    ),
    _pattern(
        IdentityKind.URL,
        r"(?<![\w.\-@])[a-z0-9\-]{2,63}(?:\.[a-z0-9\-]{1,63}){0,2}\."
        r"(?:com|org|net|uk|io|me|info|co|gov|eu|ie|biz|tv)\b(?:/[^\s\ufffc<>\"]{0,300})?",
        "is set out as a web address",
    ),
    _pattern(IdentityKind.URL, r"(?<![\w.@])@[\w.\-]{2,40}", "is set out as a handle"),
    _pattern(
        IdentityKind.POSTCODE,
        r"(?<![A-Za-z\d])(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?[\s\-]{0,3}\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z\d])",
        "is set out as a postcode",
    ),
    _pattern(
        IdentityKind.PHONE,
        rf"(?<![\d/])(?:\+|\(\+|00)\s?\d{{1,3}}\)?{_GAP}(?:\(0\)|\(?0?)(?:{_GAP}[()]?\d){{6,12}}(?!\d)"
        r"(?:\s?(?:ext|x)\.?\s?\d{1,6})?",
        "is set out as a phone number from abroad",
    ),
    _pattern(
        IdentityKind.PHONE,
        r"(?<![\d/+])\(?0\d(?:[\s\-.()]{0,2}\d){7,9}(?!\d)(?:\s?(?:ext|x)\.?\s?\d{1,6})?",
        "is set out as a phone number",
    ),
    _pattern(
        IdentityKind.PHONE,
        r"(?<![\d/])(?:1[\-.\s])?\(?\d{3}\)?[\-.\s]{1,2}\d{3}[\-.\s]\d{4}(?!\d)(?:\s?x\d{1,6})?",
        "is set out as a phone number",
    ),
    _pattern(
        IdentityKind.NI_NUMBER,
        r"(?<![A-Za-z\d])[A-Z]{2}[\s\-]{0,2}(?:\d{2}[\s\-]{0,2}){3}[A-D](?![A-Za-z\d])",
        "is set out as a National Insurance number",
    ),
    _pattern(
        IdentityKind.NI_NUMBER,
        r"(?<![A-Za-z\d])[A-Z]{2}[\s\-]{0,2}\d{2}(?:[\s\-]{0,2}\d{2}){2}(?![A-Za-z\d])",
        "is set out as a National Insurance number without its last letter",
        cased=True,
    ),
    _pattern(
        IdentityKind.VEHICLE,
        r"(?<![A-Za-z\d])[A-Z]{2}\d{2}[\s\-]?[A-Z]{3}(?![A-Za-z\d])",
        "is set out as a vehicle registration",
    ),
    _pattern(
        IdentityKind.VEHICLE,
        r"(?<![A-Za-z\d])(?:[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}\s?[A-Z]"
        r"|[A-Z]{3}\s\d{4}|[A-Z]{1,2}\s\d{3,4})(?![A-Za-z\d])",
        "is set out as an older vehicle registration",
        cased=True,
    ),
    _pattern(
        IdentityKind.VEHICLE,
        r"(?<![A-Za-z\d])(?:[a-z]\d{1,3}[a-z]{3}|[a-z]{3}\d{1,3}[a-z])(?![A-Za-z\d])",
        "is set out as an older vehicle registration",
    ),
    _pattern(
        IdentityKind.IDENTIFIER,
        r"(?<![A-Za-z\d])[A-Z9]{5}\s?\d{6}\s?[A-Z9]{2}\s?\d[A-Z]{2}(?![A-Za-z\d])",
        "is set out as a driving licence number",
    ),
    _pattern(
        IdentityKind.CRIME_REFERENCE,
        r"(?<![\w/])\d{2}[A-Z]{0,2}/\d{3,8}/\d{2,4}(?![\w/])"
        r"|(?<![\w/])(?:[A-Z]{1,4}[\-/]?|(?-i:[A-Z]{1,4})\s)\d{6,8}[\-/]\d{2,6}(?!\w)",
        "is set out as a crime or incident reference",
    ),
    _pattern(
        IdentityKind.REFERENCE,
        r"(?<![\w/])(?:(?:19|20)?\d{2}/\d{1,7}[A-Z]|\d{1,6}/\d{2}[A-Z])(?!\w)",
        "is set out as a PNC or CRO number",
    ),
    _pattern(
        IdentityKind.REFERENCE,
        r"(?<![\w/])\d{2}[A-Z]{2}\d{5,11}(?!\w)|(?<![\w/])[A-Z]{1,5}[\-/]\d{2,4}[\-/]\d{1,6}(?!\w)",
        "is set out as a case reference",
    ),
    _given(IdentityKind.CRIME_REFERENCE, _POLICE_WORDS),
    _given(IdentityKind.REFERENCE, _CASE_WORDS),
    _given(IdentityKind.IDENTIFIER, _OWNED_WORDS),
    _pattern(
        IdentityKind.OFFICER,
        r"\b(?P<it>(?:PC|PCSO|DC|PS|DS|WPC|TPC|SC|SPC)\s?\d{1,6})\b",
        "is an officer's number",
    ),
    _pattern(
        IdentityKind.PLACE,
        r"(?<!\w)[HJNOST][A-HJ-Z]\s?\d{3,5}\s?\d{3,5}(?!\w)|-?\d{1,2}\.\d{4,}[,\s]{1,3}-?\d{1,3}\.\d{4,}",
        "is set out as a position on the map",
        cased=True,
    ),
    _pattern(
        IdentityKind.PLACE,
        r"/{3}[a-z]{2,20}\.[a-z]{2,20}\.[a-z]{2,20}",
        "is set out as three words for a position",
    ),
    _pattern(
        IdentityKind.PLACE,
        r"(?<![\w.@/])[a-z]{4,20}\.[a-z]{4,20}\.[a-z]{4,20}(?![\w.@/])",
        "may be three words for a position",
        doubtful=True,
        cased=True,
    ),
    _pattern(
        IdentityKind.AGE,
        r"\b(?:aged?|age of|turn(?:s|ed|ing)?)[\s:]{1,2}(?P<it>\d{1,3})\b"
        r"|\b\d{1,3}[\s\-]{0,2}(?:years?|yrs?|months?|mths?)"
        r"[\s\-]{0,2}old\b|\b\d{1,3}\s?(?:yo|y/o|y\.o\.?|yrs?\.?\sold)\b",
        "is an age",
    ),
    _pattern(
        IdentityKind.AGE,
        r"\baged?\s(?P<said>(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s\-]?)?"
        r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
        r"|sixteen|seventeen|eighteen|nineteen)?)\b(?<=[a-z])(?<!aged)(?<!age)",
        "is an age",
    ),
    _pattern(
        IdentityKind.DATE_OF_BIRTH,
        r"\b(?:dob|d\.o\.b\.?|date\sof\sbirth|born(?:\son|\sin)?)[\s:\-(]{1,3}"
        r"(?P<it>(?:[A-Z]{3,9}\s)?\d[\d/\-.\s]{2,14}\d)",
        "is given as a date of birth",
    ),
    _pattern(
        IdentityKind.NUMBER,
        r"(?<![\w.])(?=(?:[()\s\-.]{0,2}\d){7})\(?\d{1,4}\)?(?:[\s\-.]{1,2}\d{1,5}){1,5}(?!\w)",
        "is a long number written in groups",
        doubtful=True,
    ),
    _pattern(
        IdentityKind.POSTCODE,
        rf"(?<![A-Za-z\d])(?!(?<=the\s)[BM]\d)(?:{_AREAS})\d{{1,2}}[A-Z]?(?:\s\d)?(?![A-Za-z\d])",
        "may be the first half of a postcode",
        doubtful=True,
    ),
)
_NHS: Final = re.compile(r"(?<![\d/+])[1-9]\d{2}[\s\-]{0,2}\d{3}[\s\-]{0,2}\d{4}(?!\d)")
_SHORT_DATE: Final = re.compile(
    r"(?<![\w/.])(?:3[01]|[12]\d|0?[1-9])[/](?:1[0-2]|0?[1-9])(?![\w/])"
)
_ROUND_THE_CLOCK: Final = frozenset({"24/7", "1/2", "1/3", "1/4", "2/3"})
_TIME: Final = re.compile(
    r"(?:t|[\s,]{1,3}(?:at\s)?)\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]m)?(?!\d)", re.IGNORECASE
)
_BIRTH: Final = re.compile(r"(?:\bdob|d\.o\.b\.?|\bbirth|\bborn)\W{0,4}(?:on\s)?$", re.IGNORECASE)


def _found(
    start: int, end: int, kind: IdentityKind, why: str, *, doubtful: bool = False
) -> Finding:
    return Finding(start=start, end=end, kind=kind, layer=Layer.PATTERN, doubtful=doubtful, why=why)


def _nhs_check_holds(number: str) -> bool:
    """Say whether the check digit of an NHS number is right (modulus 11)."""
    digits = [int(c) for c in number if c.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == digits[9]


def _nhs_numbers(cased: str) -> Iterator[Finding]:
    for match in _NHS.finditer(cased):
        said = "right" if _nhs_check_holds(match[0]) else "wrong"
        why = f"is set out as an NHS number (its check digit is {said})"
        yield _found(match.start(), match.end(), IdentityKind.NHS_NUMBER, why)


def _dates(cased: str) -> Iterator[Finding]:
    for written in written_dates(cased):
        born = _BIRTH.search(cased[max(0, written.start - 20) : written.start])
        kind = IdentityKind.DATE_OF_BIRTH if born else IdentityKind.DATE
        why = "is given as a date of birth" if born else "is a date with its day"
        time = _TIME.match(cased, written.end)
        yield _found(written.start, time.end() if time else written.end, kind, why)
    for match in _SHORT_DATE.finditer(cased):
        if match[0] not in _ROUND_THE_CLOCK:
            why = "may be a day and a month"
            yield _found(match.start(), match.end(), IdentityKind.DATE, why, doubtful=True)


def pattern_findings(cased: str) -> Iterator[Finding]:
    """Find everything told by its shape in a folded text; findings may overlap."""
    yield from _nhs_numbers(cased)
    for pattern in PATTERNS:
        for match in pattern.shape.finditer(cased):
            group = next((name for name, got in match.groupdict().items() if got), 0)
            start, end = match.span(group)
            if end > start:
                yield _found(start, end, pattern.kind, pattern.why, doubtful=pattern.doubtful)
    yield from _dates(cased)
