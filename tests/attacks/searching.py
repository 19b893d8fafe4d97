"""The attacker: reads a text or a PDF with other people's tools and looks for people in it."""

import re
import unicodedata
from io import BytesIO
from itertools import chain
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination

from tests.attacks.caseloads import EVERYDAY, Caseload, Mention, Somebody, written

_UNCOMBINED = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss"})
LONG = 5


def plain(words: str) -> str:
    """Fold case, accents and line breaks away."""
    parted = unicodedata.normalize("NFKD", words.casefold()).translate(_UNCOMBINED)
    kept = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return " ".join(kept.replace("’", "'").split())


def squeezed(words: str) -> str:
    """Keep letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", plain(words))


def everything_in(pdf: bytes) -> str:
    """Give all words of a PDF: pages, metadata, outline, links and attachments."""
    reader = PdfReader(BytesIO(pdf))
    pages = (page.extract_text() for page in reader.pages)
    information = (str(value) for value in (reader.metadata or {}).values())
    more = reader.xmp_metadata
    links = (
        str(note.get_object().get("/A", "")) + str(note.get_object().get("/Contents", ""))
        for page in reader.pages
        for note in page.get("/Annots", ())
    )
    attached = (
        name + data.decode("latin-1")
        for name, parts in reader.attachments.items()
        for data in parts
    )
    outline = (str(one.title) for one in _flat(reader.outline))
    packet = more.stream.get_data().decode() if more is not None else ""
    return "\n".join(chain(pages, information, links, attached, outline, (packet,)))


def _flat(outline: Any) -> list[Destination]:
    if isinstance(outline, list):
        return [one for part in outline for one in _flat(part)]
    return [outline]


def seen(words: str, caseload: Caseload) -> set[str]:
    """Give what points at anybody of a caseload in these words."""
    flat, tight = plain(words), squeezed(words)
    found = set(chain.from_iterable(_seen(flat, tight, one) for one in caseload.people))
    found |= {name for name in _names(caseload.officer) if _stands(name, flat)}
    for mention in chain.from_iterable(one.mentions for four in caseload.texts for one in four):
        found |= seen_of(mention, flat)
    return found


def seen_of(mention: Mention, flat: str) -> set[str]:
    """Give what a mention betrays by the very way it was spelt."""
    spelt = plain(mention.spelt)
    if mention.kind not in {"name", "household"}:
        return {spelt} if _stands(spelt, flat) else set()
    names = {spelt} if " " in spelt else set()
    return {name for name in names | _telling(spelt) if _stands(name, flat)}


def _seen(flat: str, tight: str, person: Somebody) -> set[str]:
    found = {
        name for name in (*_names(person.name), *_names(person.household)) if _stands(name, flat)
    }
    found |= {one for one in (plain(person.alias), plain(person.line)) if _stands(one, flat)}
    numbers = (person.nhs, person.insurance, person.plate, person.postcode, person.phone[1:])
    found |= {one for one in map(squeezed, numbers) if one in tight}
    found |= {one for one in map(plain, written(person.born)) if _stands(one, flat)}
    return found


def _names(name: str) -> set[str]:
    return {plain(name)} | _telling(plain(name))


def _telling(name: str) -> set[str]:
    """Give the parts of a name that are long and no everyday words."""
    parts = re.split(r"[\s,]+", name.removesuffix("'s"))
    return {one for one in parts if len(one) >= LONG and not set(one.split("-")) & EVERYDAY}


def _stands(words: str, flat: str) -> bool:
    """Say whether words stand in a text, not inside a longer word."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", flat) is not None
