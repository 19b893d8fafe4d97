"""Measure how much the identity finder finds, how much it masks in vain, and how fast.

Run: python -m tests.bench.redaction. Texts come from the open data beside the repository
(PSG_SHARED_DATA says where else). Every second record of each text is used; the others were
never looked at while the finder was written and are measured only with --unseen.
"""

import argparse
import csv
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from psg_desktop.privacy.identities import Finder, IdentityKind, KnownIdentity, Layer, Span
from psg_desktop.privacy.wordlists import shipped_lexicon

_BESIDE: Final = Path(__file__).resolve().parents[3] / "shared" / "data"
_DIRECT: Final = frozenset(
    {
        "PERSON", "STREET_ADDRESS", "PHONE_NUMBER", "EMAIL_ADDRESS", "CREDIT_CARD", "IBAN_CODE",
        "US_SSN", "US_DRIVER_LICENSE", "IP_ADDRESS", "DOMAIN_NAME", "ZIP_CODE",
    }
)  # fmt: skip
_WORD: Final = re.compile(r"\w+")
_LAYERS: Final = (
    ("known", frozenset({Layer.KNOWN})),
    ("known + pattern", frozenset({Layer.KNOWN, Layer.PATTERN})),
    ("all", frozenset(Layer)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text and its marked passages: (start, end, type), in characters."""

    text: str = field(repr=False)
    marks: tuple[tuple[int, int, str], ...] = ()


def _data() -> Path:
    return Path(os.environ.get("PSG_SHARED_DATA", _BESIDE))


def _labelled(unseen: int) -> list[Labelled]:
    path = _data() / "deid" / "presidio_research" / "synth_dataset_v2.json"
    records = json.loads(path.read_text(encoding="utf-8"))[unseen::2]
    return [
        Labelled(
            text=record["full_text"],
            marks=tuple(
                (s["start_position"], s["end_position"], s["entity_type"]) for s in record["spans"]
            ),
        )
        for record in records
    ]


def _narratives(unseen: int) -> Iterator[tuple[str, list[str]]]:
    sources = (
        ("coroners' reports", "deid/coroner_pfd_road_traffic_reports_100.csv",
         ("investigation", "circumstances", "concerns")),
        ("ombudsman findings", "text/housing_ombudsman_asb_noise_findings_2020-2026.csv",
         ("complaint",)),
    )  # fmt: skip
    for name, path, columns in sources:
        with (_data() / path).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))[unseen::2]
        yield name, [row[column] for row in rows for column in columns]


def _vault(texts: Iterable[Labelled]) -> list[KnownIdentity]:
    """Give the people marked in the texts as the vault would hold them."""
    names = {t.text[a:b] for t in texts for a, b, kind in t.marks if kind == "PERSON"}
    return [KnownIdentity(kind=IdentityKind.PERSON, text=name, key=name) for name in sorted(names)]


def _covered(start: int, end: int, text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether every letter and digit of a passage is masked."""
    left = set(range(start, end))
    for a, b in spans:
        left -= set(range(a, b))
    return not any(text[place].isalnum() for place in left)


def _tally(texts: list[Labelled], found: list[tuple[Span, ...]], layers: frozenset[Layer]) -> str:
    counts: Counter[str] = Counter()
    for labelled, spans in zip(texts, found, strict=True):
        masked = [(s.start, s.end) for s in spans if s.layer in layers]
        for start, end, kind in labelled.marks:
            group = "direct" if kind in _DIRECT else "other"
            counts[group] += 1
            counts[f"{group} found"] += _covered(start, end, labelled.text, masked)
        for word in _WORD.finditer(labelled.text):
            if any(a < word.end() and word.start() < b for a, b in masked):
                counts["masked"] += 1
                counts["right"] += any(
                    a < word.end() and word.start() < b for a, b, _ in labelled.marks
                )
    direct = counts["direct found"] / max(1, counts["direct"])
    other = counts["other found"] / max(1, counts["other"])
    return f"{direct:>8.3f} {other:>8.3f} {counts['right'] / max(1, counts['masked']):>10.3f}"


def _timed(finder: Finder, texts: list[str]) -> tuple[list[tuple[Span, ...]], float]:
    begun = time.perf_counter()
    found = [finder.find(text) for text in texts]
    return found, sum(map(len, texts)) / (time.perf_counter() - begun)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _kinds(texts: list[Labelled], found: list[tuple[Span, ...]]) -> str:
    total: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for labelled, spans in zip(texts, found, strict=True):
        masked = [(s.start, s.end) for s in spans]
        for start, end, kind in labelled.marks:
            total[kind] += 1
            hit[kind] += _covered(start, end, labelled.text, masked)
    lines = [
        f"  {kind:<20} {hit[kind]:>4} of {count:>4}  {hit[kind] / count:.3f}"
        for kind, count in total.most_common()
    ]
    return "\n".join(["", "by type, nothing known, all layers", *lines])


def _measure_labelled(unseen: int) -> None:
    texts = _labelled(unseen)
    plain = [labelled.text for labelled in texts]
    _say(f"synthetic sentences ({len(texts)})")
    _say(f"{'':<34}{'direct':>8} {'other':>8} {'precision':>10} {'chars/s':>10}")
    kinds = ""
    for name, known in (("nothing known", []), ("people known", _vault(texts))):
        found, speed = _timed(Finder(known, shipped_lexicon()), plain)
        kinds = kinds or _kinds(texts, found)
        for layers_name, layers in _LAYERS[0 if known else 1 :]:
            tally = _tally(texts, found, layers)
            _say(f"{name + ', ' + layers_name:<34}{tally} {speed:>10,.0f}")
    _say(kinds)


def _share(texts: list[str], found: list[tuple[Span, ...]], *, doubtful: bool) -> float:
    """Give the share of words masked by sure or by doubtful passages."""
    masked = sum(
        len(_WORD.findall(text[span.start : span.end]))
        for text, spans in zip(texts, found, strict=True)
        for span in spans
        if span.doubtful is doubtful
    )
    return masked / sum(len(_WORD.findall(text)) for text in texts)


def _measure_narratives(unseen: int) -> None:
    finder = Finder([], shipped_lexicon())
    _say("\nnarrative, nothing known: share of the words masked")
    _say(f"{'':<28}{'texts':>7} {'sure':>7} {'doubtful':>9} {'chars/s':>10}")
    for name, texts in _narratives(unseen):
        found, speed = _timed(finder, texts)
        sure = _share(texts, found, doubtful=False)
        doubtful = _share(texts, found, doubtful=True)
        _say(f"{name:<28}{len(texts):>7} {sure:>7.3f} {doubtful:>9.3f} {speed:>10,.0f}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unseen", action="store_true", help="the records never looked at")
    unseen = 1 if parser.parse_args().unseen else 0
    _say("records never looked at" if unseen else "records looked at while writing")
    _measure_labelled(unseen)
    _measure_narratives(unseen)


if __name__ == "__main__":
    main()
