"""The layer of the vault's own identities: search, judge, and take neighbours together."""

import re
from typing import Final

from psg_desktop.privacy.identities.dates import written_dates
from psg_desktop.privacy.identities.findings import Finding
from psg_desktop.privacy.identities.folding import FoldedText
from psg_desktop.privacy.identities.forms import Shape
from psg_desktop.privacy.identities.judging import Judge, Verdict
from psg_desktop.privacy.identities.kinds import IdentityKind, Layer
from psg_desktop.privacy.identities.known_hits import Hit, HitSearch, Way
from psg_desktop.privacy.identities.known_index import NAMES, PLACES, KnownIndex
from psg_desktop.privacy.identities.lexicon import Lexicon
from psg_desktop.privacy.identities.place_forms import STREET_WORDS
from psg_desktop.privacy.identities.tokens import Token

_TYPE: Final = "|".join(sorted(STREET_WORDS))
_TYPE_AFTER: Final = re.compile(rf"[\s.]{{1,3}}(?:{_TYPE})\b\.?", re.IGNORECASE)
_NUMBER_BEFORE: Final = re.compile(
    r"(?<!\w)(?:(?:flat|apartment|apt|unit|room|plot|house|no|nos|number)\.?\s{0,3}\w{1,4}[\s,/]{1,3})?"
    r"(?:(?:flat|apartment|apt|unit|room|plot|house|no|nos|number)\.?\s{0,3})?"
    r"\d{1,4}\s?[a-z]?(?:\s?[-/&]\s?\d{1,4}\s?[a-z]?)?[\s,]{1,3}$",
    re.IGNORECASE,
)
_INITIALS_BEFORE: Final = re.compile(
    r"(?<![\w'])(?:[A-Z]\.?[\s.]{0,2}){1,3}$|(?<![\w'])[b-hj-z]\.?\s{0,2}$"
)
_INITIALS_AFTER: Final = re.compile(
    r"^,?\s{0,2}(?:(?:[A-Z]\.\s?){1,3}(?!\w)|[B-HJ-Z](?:[\s.]?[A-Z])?(?!\w)|[b-hj-rt-z]\b(?!['.]\w))"
)
_REACH: Final = 40
_WHY: Final = {
    Way.EXACT: "agrees with {what} held in the vault",
    Way.NEAR: "is one letter away from {what} held in the vault",
    Way.INSIDE: "holds {what} of the vault inside a longer word",
}
_SHAPES: Final = {
    Shape.INITIALS: "the initials of someone",
    Shape.SHORT: "a short name",
    Shape.CORE: "a word of an address",
    Shape.PART: "a name",
    Shape.WHOLE: "an entry",
}
_HOUSE: Final = re.compile(
    r"\b(?:at|opposite|outside|from|to|nos?|number)\.?\s{1,2}(\d{1,4}[a-z]?)\b(?!\s?[:%/.]\d|\s?(?:am|pm|hours|days|weeks|miles|o'clock|people|per|times|of)\b)"
)


def _why(hit: Hit, verdict: Verdict) -> str:
    why = _WHY[hit.way].format(what=_SHAPES[hit.shape])
    if verdict is Verdict.DOUBTFUL and hit.way is not Way.INSIDE:
        return f"{why}, but may be an ordinary word or abbreviation here"
    return why


def _kind(hit: Hit) -> IdentityKind:
    top = [entry.kind for entry in hit.entries if entry.shape is hit.shape]
    return next((kind for kind in top if kind in NAMES), top[0])


def _finding(hit: Hit, verdict: Verdict, tokens: list[Token]) -> Finding:
    return Finding(
        start=tokens[hit.first].start,
        end=tokens[hit.last].end,
        kind=_kind(hit),
        layer=Layer.KNOWN,
        doubtful=verdict is Verdict.DOUBTFUL,
        why=_why(hit, verdict),
        keys=hit.keys,
    )


def _extend(finding: Finding, cased: str) -> None:
    """Take in initials beside a name, and numbers and the type beside a street."""
    before = cased[max(0, finding.start - _REACH) : finding.start]
    after = cased[finding.end : finding.end + _REACH]
    if finding.kind in NAMES:
        backward = _INITIALS_BEFORE.search(before)
        forward = _INITIALS_AFTER.match(after)
    elif finding.kind in PLACES:
        forward = _TYPE_AFTER.match(after)
        backward = _NUMBER_BEFORE.search(before)
    else:
        return
    if backward:
        finding.start -= len(before) - backward.start()
    if forward:
        finding.end += len(forward[0].rstrip(" \n"))


def _together(one: Finding, other: Finding, cased: str) -> bool:
    """Say whether two findings side by side are one name or one address."""
    gap = cased[one.end : other.start]
    names = one.kind in NAMES and other.kind in NAMES
    places = one.kind in PLACES and (other.kind in PLACES or other.kind is IdentityKind.POSTCODE)
    if len(gap) > 4 and not gap.isspace():  # noqa: PLR2004 - a comma, a line end, a space
        return False
    if places:
        return bool(one.keys & other.keys) and not gap.strip(" \n,-")
    if names and gap.strip() == ",":
        reversed_order = cased[one.start : one.end].isalpha() and not one.doubtful
        return reversed_order and bool(one.keys & other.keys)
    shared = bool(one.keys & other.keys) or not (one.doubtful or other.doubtful)
    return names and shared and not gap.strip(" \n-'")


def _join(one: Finding, other: Finding) -> Finding:
    best = max(one, other, key=lambda finding: finding.weight)
    return Finding(
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        kind=best.kind,
        layer=Layer.KNOWN,
        doubtful=one.doubtful and other.doubtful,
        why=best.why,
        keys=(one.keys & other.keys) or best.keys,
    )


def _taken_together(findings: list[Finding], cased: str) -> list[Finding]:
    findings.sort(key=lambda finding: (finding.start, -finding.end))
    joined: list[Finding] = []
    for finding in findings:
        last = joined[-1] if joined else None
        if last is not None and finding.start <= last.end:
            sure = last.doubtful == finding.doubtful or finding.end <= last.end
            if sure or last.keys & finding.keys:
                joined[-1] = _join(last, finding)
                continue
        elif last is not None and _together(last, finding, cased):
            joined[-1] = _join(last, finding)
            continue
        joined.append(finding)
    return joined


def _birthdays(folded: FoldedText, index: KnownIndex) -> list[Finding]:
    found: list[Finding] = []
    for written in written_dates(folded.lower) if index.days else ():
        keys = {key for day in written.days for key in index.days.get(day, ())}
        if keys:
            found.append(
                Finding(
                    start=written.start,
                    end=written.end,
                    kind=IdentityKind.DATE_OF_BIRTH,
                    layer=Layer.KNOWN,
                    doubtful=False,
                    why="is a date held in the vault about someone",
                    keys=frozenset(keys),
                )
            )
    return found


def _houses(folded: FoldedText, index: KnownIndex) -> list[Finding]:
    return [
        Finding(
            start=match.start(1),
            end=match.end(1),
            kind=IdentityKind.ADDRESS,
            layer=Layer.KNOWN,
            doubtful=True,
            why="may be a house number held in the vault",
        )
        for match in (_HOUSE.finditer(folded.lower) if index.houses else ())
        if match[1] in index.houses
    ]


def known_findings(
    folded: FoldedText, tokens: list[Token], index: KnownIndex, lexicon: Lexicon
) -> list[Finding]:
    """Find everyone and everywhere the vault knows in a folded text."""
    hits = list(HitSearch(tokens, index, lexicon).hits())
    judge = Judge(tokens, lexicon, hits)
    findings: list[Finding] = []
    for hit in hits:
        verdict = judge.verdict(hit)
        if verdict is not Verdict.CHANCE:
            finding = _finding(hit, verdict, tokens)
            _extend(finding, folded.cased)
            findings.append(finding)
    findings += _birthdays(folded, index) + _houses(folded, index)
    return _taken_together(findings, folded.cased)
