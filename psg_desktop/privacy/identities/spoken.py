"""What people write in words of their own: ages, dates, handles, plates and houses in a sentence.

Shapes that need the words around them; what has a published format is in `patterns`.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from psg_desktop.privacy.identities.findings import Finding
from psg_desktop.privacy.identities.kinds import IdentityKind, Layer


class _Saying(NamedTuple):
    kind: IdentityKind
    shape: re.Pattern[str]
    why: str
    doubtful: bool = False


_TENS: Final = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens"
_UNITS: Final = r"(?:[\s\-](?:one|two|three|four|five|six|seven|eight|nine))?"
_YEAR_WORDS: Final = (
    r"(?:nineteen\s(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety){_UNITS})"
    r"|two\sthousand(?:\sand\s[a-z]{3,9})?)"
)
_POINTERS: Final = (
    r"opposite|outside|next\sdoor\s(?:at|to)|li(?:ves|ved|ving)\sat|resident\s(?:at|of)"
    r"|neighbours?\s(?:at|of|in)|residents\s(?:at|of)|occupiers?\s(?:at|of)|visited|tenant\s(?:at|of)"
)
_NOT_A_COUNT: Final = (
    r"(?!\w|[.:,]\d|\s?%|\s?(?:am|pm|and\s\d|to\s\d|or\s\d|-)|\s(?!(?:and|which|who|where|is|was"
    r"|has|had|again|on|in|at|with|by|about|said|for|last|this|today|yesterday)\b)[a-z])"
)
_SITES: Final = r"facebook|insta(?:gram)?|snap(?:chat)?|tik\s?tok|twitter|telegram|discord|fb|ig|sc"
_SAYINGS: Final = (
    _Saying(
        IdentityKind.AGE,
        re.compile(
            r"\b\d{1,3}\s(?:years?|yrs?)\sof\sage\b|\b(?:in\s(?:his|her|their)|early|mid|late)"
            rf"(?:[\s\-](?:early|mid|late))?[\s\-](?:\d0'?s|{_TENS})\b",
            re.IGNORECASE,
        ),
        "is an age",
    ),
    _Saying(
        IdentityKind.DATE,
        re.compile(rf"\b{_YEAR_WORDS}\b", re.IGNORECASE),
        "is a year in words",
        doubtful=True,
    ),
    _Saying(
        IdentityKind.DATE,
        re.compile(r"(?<![\w/])[0-3]?\d\s?[./\-]\s?[ivx]{1,4}\s?[./\-]\s?(?:\d{4}|\d\d)(?!\w)"),
        "is a date with its day",
    ),
    _Saying(
        IdentityKind.EMAIL,
        re.compile(
            r"(?<![\w\-])[\w\-]{1,40}(?:(?:\.|\sdot\s)[\w\-]{1,40}){0,3}\sat\s[\w\-]{1,40}"
            r"(?:\sdot\s[\w\-]{2,20}){1,3}\b",
            re.IGNORECASE,
        ),
        "is an e-mail address in words",
    ),
    _Saying(
        IdentityKind.URL,
        re.compile(
            rf"\b(?:{_SITES})(?:\s(?:as|name|user|username|handle|account|id))?\s?[:=\s]\s?"
            r"(?P<it>(?=[\w.]*[_\d.])\w[\w.]{2,40}\w)",
            re.IGNORECASE,
        ),
        "is a name on a social network",
    ),
    _Saying(
        IdentityKind.VEHICLE,
        re.compile(
            r"\b(?:reg(?:istration)?|vrm|vrn|(?:number\s)?plates?|index)(?:\s(?:no|number|mark|is))?"
            r"\.?\s?:?\s(?P<it>(?=[A-Z ]{0,6}\d)[A-Z\d]{1,4}(?:[\s\-]?[A-Z\d]{1,4}){0,2})"
            r"(?![A-Za-z\d])"
        ),
        "is given as a vehicle registration",
    ),
    _Saying(
        IdentityKind.CRIME_REFERENCE,
        re.compile(
            r"(?<![\w/])(?:\d{2}/[A-Z]{1,3}/\d{3,8}/\d{2,4}|[A-Z]{0,2}\d{5,8}/\d{2}|[A-Z]\d{7,9})"
            r"(?![\w/])"
        ),
        "is set out as a crime or incident reference",
    ),
    _Saying(
        IdentityKind.REFERENCE,
        re.compile(r"(?<![\w/])[A-Z]{3,6}\s(?P<it>\d{2}/\d{2,6})(?![\w/])"),
        "is set out as a case reference",
    ),
    _Saying(
        IdentityKind.POSTCODE,
        re.compile(
            r"(?<!\w)[A-Z](?:\s?[A-Z])?\s?\d(?:\s?\d)?\s{1,2}\d\s?[ABD-HJLNP-UW-Z]\s?"
            r"[ABD-HJLNP-UW-Z](?!\w)",
            re.IGNORECASE,
        ),
        "is set out as a postcode",
    ),
    _Saying(
        IdentityKind.ADDRESS,
        re.compile(
            rf"\b(?i:{_POINTERS})\s(?:(?i:no|nos|number)\.?\s)?(?P<it>\d{{1,3}}[a-zA-Z]?){_NOT_A_COUNT}"
        ),
        "may be set out as a house number",
        doubtful=True,
    ),
    _Saying(
        IdentityKind.ADDRESS,
        re.compile(r"(?<![\w/.])\d{1,4}[a-zA-Z]?,?\s[Tt]he\s[A-Z][\w'\-]{2,24}"),
        "is set out as a house and its street",
    ),
)


def spoken_findings(cased: str) -> Iterator[Finding]:
    """Find what is told by the words around it in a folded text; findings may overlap."""
    for saying in _SAYINGS:
        for match in saying.shape.finditer(cased):
            start, end = match.span("it" if "it" in saying.shape.groupindex else 0)
            yield Finding(
                start=start,
                end=end,
                kind=saying.kind,
                layer=Layer.PATTERN,
                doubtful=saying.doubtful,
                why=saying.why,
            )
