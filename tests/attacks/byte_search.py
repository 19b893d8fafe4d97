"""Looks for words in files as bytes, in every usual form a program might write them in."""

from collections.abc import Iterable
from pathlib import Path

FORMS = ("utf-8", "utf-16-le", "utf-16-be")


def patterns(pieces: Iterable[str]) -> dict[bytes, str]:
    """Give the bytes of each piece as typed, in capitals and in small letters, and the piece."""
    return {
        cased.encode(form): piece
        for piece in pieces
        for cased in (piece, piece.upper(), piece.lower())
        for form in FORMS
    }


def held(data: bytes, pieces: Iterable[str]) -> set[str]:
    """Give the pieces that *data* holds in any form."""
    return {piece for pattern, piece in patterns(pieces).items() if pattern in data}


def holding(pieces: Iterable[str], *places: Path) -> list[str]:
    """Name the files below *places* that hold a piece, in their bytes or in their own name."""
    known = tuple(pieces)
    return [
        f"{file.name}: {piece}"
        for place in places
        for file in sorted(place.rglob("*"))
        for piece in sorted(held(_bytes(file) + str(file.relative_to(place)).encode(), known))
    ]


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
