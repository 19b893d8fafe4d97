"""Reads a table shipped in `resources/reference/`."""

import csv
import gzip
import io

from psg_desktop import paths


def rows(name: str) -> list[dict[str, str]]:
    """Give the rows of a shipped table by column name, packed (`.gz`) or not."""
    return list(csv.DictReader(io.StringIO(text(name))))


def text(name: str) -> str:
    """Give the text of a shipped file, packed (`.gz`) or not."""
    content = paths.resource(f"reference/{name}").read_bytes()
    if name.endswith(".gz"):
        content = gzip.decompress(content)
    return content.decode("utf-8")
