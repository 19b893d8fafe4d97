"""What a file is, by what it holds; its name is never believed, and nothing of it is run.

Pictures and PDF are known by their first bytes, text by the whole: it has to be readable and free
of control signs. Whatever a browser or an office program would run or fetch from is not text here.
"""

import codecs
from typing import Final

from psg_desktop.domain.attachments import FileSort

_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM")
_OTHER_PICTURES: Final = (b"II*\x00", b"MM\x00*", b"8BPS", b"\x00\x00\x01\x00")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF: Final = b"{\\rtf"
_ARCHIVES: Final = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf'\x1c", b"\x1f\x8b", b"BZh")
_PROGRAMS: Final = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
_RECORDINGS: Final = (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"\xff\xfb", b"RIFF")
_PARTS_OF_OFFICE: Final = (
    b"word/", b"xl/", b"ppt/", b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis"
)  # fmt: skip
_SIGNATURES: Final = (
    (_PICTURES, FileSort.PICTURE),
    ((_OLE, _RTF), FileSort.OFFICE),
    (_OTHER_PICTURES, FileSort.OTHER_PICTURE),
    (_PROGRAMS, FileSort.PROGRAM),
    (_RECORDINGS, FileSort.RECORDING),
    (_ARCHIVES, FileSort.ARCHIVE),
)
_STILLS: Final = (b"heic", b"heix", b"mif1", b"avif")
_MARKUP: Final = (
    (b"<!doctype html", FileSort.WEB_PAGE),
    (b"<html", FileSort.WEB_PAGE),
    (b"<svg", FileSort.DRAWING),
    (b"<?xml", FileSort.OTHER),
)
_SCRIPTED: Final = (b"<script", b"<iframe", b"javascript:")
_HEAD: Final = 4096
_ALLOWED: Final = frozenset("\t\n\r\f")
_MOST_ODD: Final = 0.001


def recognise(content: bytes) -> FileSort:
    """Say what a file holds."""
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return _by_signature(content, head) or _by_markup(head) or _by_text(content)


def _by_signature(content: bytes, head: bytes) -> FileSort | None:
    start = content[:16]
    if head.startswith(b"%PDF-"):
        return FileSort.PDF
    if start[4:8] == b"ftyp":
        return FileSort.OTHER_PICTURE if start[8:12] in _STILLS else FileSort.RECORDING
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return FileSort.OTHER_PICTURE
    found = next((sort for signs, sort in _SIGNATURES if start.startswith(signs)), None)
    office = any(part in content[:_HEAD] for part in _PARTS_OF_OFFICE)
    return FileSort.OFFICE if found is FileSort.ARCHIVE and office else found


def _by_markup(head: bytes) -> FileSort | None:
    lowered = head.lower()
    for start, sort in _MARKUP:
        if lowered.startswith(start):
            return FileSort.DRAWING if b"<svg" in lowered else sort
    return FileSort.WEB_PAGE if any(part in lowered for part in _SCRIPTED) else None


def _by_text(content: bytes) -> FileSort:
    text = decoded(content)
    if text is None or _odd(text):
        return FileSort.OTHER
    lines = text[:2000].casefold().splitlines()
    headed = any(line.startswith(("received:", "message-id:", "mime-version:")) for line in lines)
    return FileSort.MESSAGE if headed else FileSort.TEXT


def decoded(content: bytes) -> str | None:
    """Read bytes as text: UTF-8, UTF-16 with its mark, or the letters of Windows; None if none."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        codings: tuple[str, ...] = ("utf-16",)
    else:
        codings = ("utf-8-sig", "cp1252")
    for coding in codings:
        try:
            return content.decode(coding)
        except UnicodeDecodeError:
            continue
    return None


def _odd(text: str) -> bool:
    odd = sum(1 for sign in text[:200_000] if sign < " " and sign not in _ALLOWED)
    return "\x00" in text or odd > len(text) * _MOST_ODD
