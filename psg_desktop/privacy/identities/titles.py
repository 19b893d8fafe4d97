"""People told by the title before their name: "Mr S", "PC Rowan", "mrs kowalska"."""

import re
from collections.abc import Iterator
from typing import Final

from psg_desktop.privacy.identities.findings import Finding
from psg_desktop.privacy.identities.folding import fold_word
from psg_desktop.privacy.identities.grammar import STOP_WORDS
from psg_desktop.privacy.identities.kinds import IdentityKind, Layer
from psg_desktop.privacy.identities.lexicon import Lexicon

_OFFICES: Final = (
    "PC|PCSO|WPC|DC|DS|DI|DCI|PS|Sgt|Sergeant|Insp|Inspector|Constable|Supt|Superintendent|Cllr"
    "|Councillor|Judge|Coroner"
)
_POLITE: Final = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Revd|Sir|Lady|Lord|Dame|Master"
_NAME: Final = (
    r"(?:[A-Z]\.?(?![\w'])|(?:[Oo]['\s])?[^\W\d_a-z][\w']{1,30}(?:-[^\W\d_][\w']{1,30}){0,2})"
)
_TITLED: Final = re.compile(
    rf"\b(?P<title>(?i:{_POLITE})|{_OFFICES})\.?[ \n]{{1,3}}"
    rf"(?P<name>{_NAME}(?:\s{{1,2}}(?:(?:de|van|der|von|bin|al|la|le)\s)?{_NAME}){{0,3}})"
)
_LOWER: Final = re.compile(
    rf"\b(?P<title>{_POLITE})\.?[ \n]{{1,3}}(?P<name>[^\W\d_][\w'\-]{{0,30}})", re.IGNORECASE
)
_NOT_ALONE: Final = frozenset({"miss", "master", "sir", "lady", "lord", "dame"})


def _found(match: re.Match[str], end: int, *, doubtful: bool) -> Finding:
    office = re.fullmatch(_OFFICES, match["title"]) is not None
    return Finding(
        start=match.start("name"),
        end=end,
        kind=IdentityKind.OFFICER if office else IdentityKind.PERSON,
        layer=Layer.PATTERN,
        doubtful=doubtful,
        why="follows a title" if not doubtful else "follows a title, but may be an ordinary word",
    )


def _name_end(match: re.Match[str], lexicon: Lexicon) -> int:
    """Leave off trailing words that are no names: "Mr Rowan Housing"."""
    words = list(re.finditer(r"\S+", match["name"]))
    while len(words) > 1 and fold_word(words[-1][0]) in lexicon.allowed:
        words.pop()
    return match.start("name") + words[-1].end()


def titled_findings(cased: str, lexicon: Lexicon) -> Iterator[Finding]:
    """Find the words after a title that are, or may be, a name."""
    for match in _TITLED.finditer(cased):
        first = fold_word(match["name"].split()[0])
        office = re.fullmatch(_OFFICES, match["title"]) is not None
        if office and (first in lexicon.allowed or first in STOP_WORDS):
            continue
        yield _found(
            match, _name_end(match, lexicon), doubtful=first in STOP_WORDS and len(first) > 1
        )
    for match in _LOWER.finditer(cased):
        word = fold_word(match["name"])
        ordinary = lexicon.is_word(word) and len(word) > 1
        if not word or word in STOP_WORDS - {"a", "i"}:
            continue
        if ordinary and match["name"].islower() and word not in lexicon.surnames:
            continue
        if match["title"].lower() in _NOT_ALONE and (ordinary or match["title"].islower()):
            continue
        yield _found(match, match.end(), doubtful=ordinary)
