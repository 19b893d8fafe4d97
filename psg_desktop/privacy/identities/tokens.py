"""Cut a folded text into words and numbers, and say how each stands in its sentence."""

import re
from dataclasses import dataclass, field
from typing import Final

from psg_desktop.privacy.identities.folding import FoldedText
from psg_desktop.privacy.identities.listed import listed

_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")
_NAME_GAP: Final = re.compile(r"\s*|\s*['\-_/\\*~.]{1,3}\s*")
_STOP: Final = re.compile(
    r"[.!?]['\")\]]*\s|\n\s*\n|[:;•|]\s|^\s*[-*]\s|\n\s*[-*•]|\n\s*\d+[.)]|\t"
)
# After these a full stop ends a shortened word, not a sentence; so it does after an initial.
_SHORTENED: Final = frozenset(
    listed(
        "mr mrs ms mx dr st rd ave no nos sgt insp supt cllr rev prof tel ref approx eg ie vs etc"
    )
)
_NUMBER_GAP: Final = re.compile(r"[\s\-./()_,:+|\\#*]*")
_LONGEST_GAP: Final = 40
_LOUD: Final = 3


@dataclass(slots=True, kw_only=True)
class Token:
    """A run of letters or of digits; `start` and `end` count letters of the folded text.

    `name_gap` and `number_gap` say whether what stands between this token and the one before it
    may stand inside a split name or number; `opens` that a sentence or heading starts here;
    `mark` is the one character before it, if only one stands between;
    `glued` says that none does.
    """

    lower: str = field(repr=False)
    cased: str = field(repr=False)
    start: int
    end: int
    name_gap: bool
    number_gap: bool
    opens: bool
    glued: bool
    mark: str
    shouted: bool = False

    @property
    def capitalised(self) -> bool:
        """Whether it starts with a capital that tells something."""
        return self.cased[0].isupper() and not self.shouted


def _gap_may_join(gap: str) -> bool:
    if len(gap) > _LONGEST_GAP and not gap.isspace():
        return False
    return gap.isspace() or not gap or _NAME_GAP.fullmatch(gap) is not None


def _token(folded: FoldedText, start: int, end: int, last: Token | None) -> Token:
    gap = folded.cased[last.end if last else 0 : start]
    first = last is None
    shortened = last is not None and (last.lower in _SHORTENED or len(last.lower) == 1)
    return Token(
        lower=folded.lower[start:end],
        cased=folded.cased[start:end],
        start=start,
        end=end,
        name_gap=not first and _gap_may_join(gap),
        number_gap=not first
        and (gap.isspace() or (len(gap) <= _LONGEST_GAP and bool(_NUMBER_GAP.fullmatch(gap)))),
        opens=first or (not (shortened and gap == ". ") and bool(_STOP.search(gap[:200]))),
        glued=not gap and not first,
        mark=gap if len(gap) == 1 else "",
    )


def _mark_shouting(tokens: list[Token]) -> None:
    """Mark the words of a passage in capitals, where a capital says nothing about a name."""
    words = [token for token in tokens if token.cased[0].isalpha()]
    loud = [len(w.cased) > 1 and w.cased.isupper() for w in words]
    for place, word in enumerate(words):
        around = loud[max(0, place - 3) : place + 4]
        small = words[max(0, place - 3) : place + 4]
        lower = sum(1 for w in small if w.cased[-1].islower())
        word.shouted = word.cased.isupper() and sum(around) >= _LOUD and lower <= len(around) // 3


def tokenise(folded: FoldedText) -> list[Token]:
    """Cut a folded text into tokens in their order."""
    tokens: list[Token] = []
    last: Token | None = None
    for match in _TOKEN.finditer(folded.cased):
        last = _token(folded, *match.span(), last)
        tokens.append(last)
    _mark_shouting(tokens)
    return tokens
