"""Everything a report says, and its drawn files as others read them."""

import re
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

from psg_desktop.papers.board_report.parts import Matter, Part, Picture, Report, Sentence
from psg_desktop.papers.board_report.printing import said
from psg_desktop.papers.board_report.sketches import Words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBER = re.compile(r"(?<![\w,.-])\d[\d,]*(?:\.\d+)?(?![\w])")


def body(report: Report) -> Iterator[str]:
    """Every piece of words of the sections."""
    for section in report.sections:
        yield section.title
        for part in section.parts:
            yield from words_of(part)


def words_of(part: Part) -> Iterator[str]:
    if isinstance(part, Sentence):
        yield part.words
    elif isinstance(part, Matter):
        yield part.title
        yield from part.headers
        yield from (said(one) for row in part.rows for one in row)
    else:
        yield from picture_words(part)


def picture_words(part: Picture) -> Iterator[str]:
    yield from (part.title, part.subtitle, part.source, part.sketch.alt)
    yield from (one.words for one in part.sketch.marks if isinstance(one, Words))


def numbers_in(words: str) -> set[str]:
    return {one.rstrip(",") for one in _NUMBER.findall(words)}


def pdf_text(pdf: bytes, folder: Path, *, option: str = "-layout") -> str:
    file = folder / "report.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", option, file, "-"], capture_output=True, check=True)
    return told.stdout.decode()


def pdf_info(pdf: bytes, folder: Path, *options: str) -> str:
    file = folder / "report.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdfinfo", *options, file], capture_output=True, check=True)
    return told.stdout.decode()


def part(word_file: bytes, name: str = "word/document.xml") -> ET.Element:
    with zipfile.ZipFile(BytesIO(word_file)) as held:
        return ET.fromstring(held.read(name))  # noqa: S314 drawn by the test itself


def styled(word_file: bytes, style: str) -> list[str]:
    found = []
    for paragraph in part(word_file).iter(f"{W}p"):
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        if named is not None and named.get(f"{W}val") == style:
            found.append("".join(one.text or "" for one in paragraph.iter(f"{W}t")))
    return found


def word_text(word_file: bytes) -> str:
    return "\n".join(
        "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        for paragraph in part(word_file).iter(f"{W}p")
    )
