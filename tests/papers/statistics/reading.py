"""Reads the files of a release back with readers that have no line in common with the writers."""

import csv
import io
import json
import zipfile
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from python_calamine import CalamineWorkbook

from psg_desktop.papers.statistics.files import statistics_files
from psg_desktop.papers.statistics.publication import Publication

Rows = list[list[object]]


class Files:
    """What a reader makes of the files of one release."""

    def __init__(self, publication: Publication) -> None:
        self.raw = statistics_files(publication)

    def ending(self, ending: str) -> bytes:
        found = [content for name, content in self.raw.items() if name.endswith(ending)]
        assert len(found) == 1
        return found[0]

    def excel(self) -> Workbook:
        return load_workbook(io.BytesIO(self.ending(".xlsx")))

    def excel_rows(self) -> dict[str, Rows]:
        pages = self.excel().worksheets
        return {page.title: [trimmed(row) for row in page.values] for page in pages}

    def open_rows(self) -> dict[str, Rows]:
        book = CalamineWorkbook.from_filelike(io.BytesIO(self.ending(".ods")))
        return {
            name: [
                trimmed(row)
                for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            ]
            for name in book.sheet_names
        }

    def described(self) -> dict[str, Any]:
        told = json.loads(self.ending("-csv-metadata.json"))
        assert isinstance(told, dict)
        return told

    def table(self, url: str) -> list[list[str]]:
        text = self.raw[url].decode("utf-8")
        return list(csv.reader(io.StringIO(text, newline="")))

    def parts(self, ending: str) -> dict[str, str]:
        """Every part of a workbook as text."""
        with zipfile.ZipFile(io.BytesIO(self.ending(ending))) as packed:
            return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def trimmed(row: Any) -> list[object]:
    """A row without the empty cells at its end; whole numbers are whole whatever read them."""
    found = [int(one) if isinstance(one, float) and one.is_integer() else one for one in row]
    while found and found[-1] in (None, ""):
        found.pop()
    return found


def grid_of(rows: Rows) -> Rows:
    """The table of a sheet: all below its title and the lines that say what is on it."""
    return rows[next(place for place, row in enumerate(rows) if len(row) > 1) :]
