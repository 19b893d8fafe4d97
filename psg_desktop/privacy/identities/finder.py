"""Find who and where in a text: every layer, settled into passages that do not overlap."""

import re
from collections.abc import Iterable
from typing import Final

from psg_desktop.privacy.identities.doubtful import DoubtfulWords
from psg_desktop.privacy.identities.findings import BLANK, Finding
from psg_desktop.privacy.identities.folding import FoldedText, fold, fold_word
from psg_desktop.privacy.identities.kinds import IdentityKind, KnownIdentity, Layer, Span
from psg_desktop.privacy.identities.known import known_findings
from psg_desktop.privacy.identities.known_index import NAMES, PLACES, KnownIndex
from psg_desktop.privacy.identities.lexicon import Lexicon
from psg_desktop.privacy.identities.patterns import pattern_findings
from psg_desktop.privacy.identities.spoken import spoken_findings
from psg_desktop.privacy.identities.streets import street_findings
from psg_desktop.privacy.identities.titles import titled_findings
from psg_desktop.privacy.identities.tokens import tokenise
from psg_desktop.privacy.placeholders import PLACEHOLDER

_MOST_ROUNDS: Final = 4
_SPACED: Final = re.compile(r"\s+")


def _hidden(folded: FoldedText, extents: Iterable[tuple[int, int]]) -> FoldedText:
    """Put blanks over parts of a folded text, so that no layer reads them."""
    cased, lower = list(folded.cased), list(folded.lower)
    for start, end in extents:
        cased[start:end] = lower[start:end] = BLANK * (end - start)
    return FoldedText(
        cased="".join(cased), lower="".join(lower), starts=folded.starts, ends=folded.ends
    )


def _without_placeholders(text: str) -> FoldedText:
    """Fold a text and hide what an earlier redaction put there."""
    folded = fold(text)
    placeholders = [match.span() for match in PLACEHOLDER.finditer(folded.cased)]
    return _hidden(folded, placeholders) if placeholders else folded


def _settled(findings: list[Finding]) -> list[Finding]:
    """Join findings that overlap: the whole extent, called what the surest of them calls it."""
    settled: list[Finding] = []
    findings.sort(key=lambda finding: (finding.start, -finding.end))
    for finding in findings:
        last = settled[-1] if settled else None
        if last is None or finding.start >= last.end:
            settled.append(finding)
            continue
        best = max(last, finding, key=lambda one: one.weight)
        end = max(last.end, finding.end)
        best.start, best.end = last.start, end
        settled[-1] = best
    return settled


class Finder:
    """Finds identities in any number of texts; build one for each state of the vault."""

    def __init__(self, known: Iterable[KnownIdentity], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._index = KnownIndex(known, lexicon)

    def find(self, text: str) -> tuple[Span, ...]:
        """Give the passages that point to someone or somewhere, in order, none overlapping.

        Where layers overlap, the whole passage is given once, as the surest layer calls it.
        """
        folded = _without_placeholders(text)
        if not folded.cased:
            return ()
        findings = self._once_more(folded, _settled(self._findings(folded)))
        sole = {next(iter(f.keys)) for f in findings if len(f.keys) == 1}
        return tuple(self._spans(findings, folded, sole))

    def _once_more(self, folded: FoldedText, findings: list[Finding]) -> list[Finding]:
        """Search what would be left for the vault's own, until nothing more is found.

        A word judged by its neighbours may be judged otherwise when they are masked; redacting a
        redacted text must change nothing.
        """
        for _ in range(_MOST_ROUNDS):
            if not findings or not self._index.phrases:
                break
            left = _hidden(folded, [(f.start, f.end) for f in findings])
            more = known_findings(left, tokenise(left), self._index, self._lexicon)
            if not more:
                break
            findings = _settled(findings + more)
        return findings

    def _findings(self, folded: FoldedText) -> list[Finding]:
        tokens = tokenise(folded)
        return [
            *known_findings(folded, tokens, self._index, self._lexicon),
            *pattern_findings(folded.cased),
            *spoken_findings(folded.cased),
            *street_findings(folded.cased, self._lexicon),
            *titled_findings(folded.cased, self._lexicon),
            *DoubtfulWords(tokens, self._lexicon).findings(),
        ]

    def _spans(self, findings: list[Finding], folded: FoldedText, sole: set[str]) -> Iterable[Span]:
        end_before = 0
        for finding in findings:
            words = folded.lower[finding.start : finding.end]
            first = finding.start + len(words) - len(words.lstrip())
            if not words.strip():
                continue
            start, end = folded.original(first, first + len(words.strip()))
            if end <= end_before:
                continue
            yield Span(
                start=max(start, end_before),
                end=end,
                kind=finding.kind,
                layer=finding.layer,
                doubtful=finding.doubtful,
                why=finding.why,
                key=_key(finding, words, sole),
            )
            end_before = end


def _key(finding: Finding, words: str, sole: set[str]) -> str:
    """Say whom a passage means: the one it can be, or the one told elsewhere in the text."""
    if len(finding.keys) == 1:
        return next(iter(finding.keys))
    told = finding.keys & sole
    if len(told) == 1:
        return next(iter(told))
    spelled = fold_word(_SPACED.sub(" ", words))
    group = "name" if finding.kind in NAMES | {IdentityKind.UNKNOWN_NAME} else str(finding.kind)
    if finding.kind in PLACES:
        group = "place"
    return f"spelled {group}:{spelled}" if finding.layer is not Layer.KNOWN or spelled else ""
