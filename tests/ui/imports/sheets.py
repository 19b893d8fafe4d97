"""A messy workbook of a plainly fictional district, with something wrong in every way there is."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from psg_desktop.domain.demand import DemandCount, shifted

HEADERS = (
    "Our Ref", "Name", "DOB", "Address", "Post Code", "Category", "Risk", "Status", "Opened",
    "Next Review", "Lead", "Action", "Action owner", "Due", "Notes", "Colour",
)  # fmt: skip
FIRST_ROW = 4
"""The number a spreadsheet shows beside the first row below the header."""

ROWS: tuple[tuple[str, ...], ...] = (
    ("T-1", "Wendell Tansyfield", "09/03/1984", "3 Sluice Lane, Fenmarket", "FM1 1AA", "Noise",
     "High", "Active", "01/09/2026", "03/12/2026", "Police", "Visit the flat", "Police",
     "10/12/2026", "Wendell Tansyfield has callers at all hours.", "red"),
    ("T-2", "Oriel Quillfeather", "31/02/1990", "4 Sluice Lane, Fenmarket", "FM1 1AB", "Noise",
     "Medium", "Active", "02/09/2026", "04/12/2026", "Housing", "", "", "", "", "red"),
    ("T-3", "Ossian Bramblewick", "12/05/1971", "5 Sluice Lane, Fenmarket", "FM1 1AB", "Hoarding",
     "Purple", "Active", "03/09/2026", "05/12/2026", "Fire", "", "", "", "Newspapers.", "blue"),
    ("T-4", "", "", "", "", "Noise", "High", "Active", "03/09/2026", "", "Fire", "", "", "",
     "Nobody is named here.", "blue"),
    ("T-5", "Perdita Osierbed", "21.11.65", "9 Withy Row, Fenmarket", "FM1 2AA", "Hoarding",
     "Standard", "Active", "03.09.26", "05/12/2026", "Fire", "Fit alarms", "Fire", "12/12/2026",
     "", "blue"),
    ("Total", "5", "", "", "", "", "", "", "", "", "", "", "", "", "", ""),
)  # fmt: skip


def workbook(path: Path, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    """Write a workbook with a title row, a header in row 3, and a hidden sheet."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Tracker")
        sheet.write_string(0, 0, "Fenmarket PSG tracker")
        for line, cells in enumerate((headers, *rows), start=2):
            for column, cell in enumerate(cells):
                sheet.write_string(line, column, cell)
        hidden = book.add_worksheet("Old list")
        hidden.write_string(0, 0, "Name")
        hidden.write_string(1, 0, "Nobody")
        hidden.hide()
    return path


def messy_workbook(path: Path) -> Path:
    """Write a workbook in which two rows are right and three are wrong."""
    return workbook(path, HEADERS, ROWS)


def referred_workbook(path: Path, known: Sequence[str]) -> Path:
    """Write a list of referrals in which some are of people who are on file."""
    names = (*known[:3], "Ossian Bramblewick", "Perdita Osierbed")
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Referrals")
        headers = ("Date of referral", "Referrer", "Name", "Reason for referral", "Urgency")
        sheet.write_row(0, 0, headers)
        for line, name in enumerate(names, start=1):
            told = (f"{line}/11/2026", "Officer One", name, "Callers at all hours.", "Routine")
            sheet.write_row(line, 0, told)
    return path


def counts_workbook(path: Path, case: str, measure: str, known: DemandCount) -> Path:
    """Write counts of one case by month, one of them another number than the vault's."""
    months = [shifted(known.month, by) for by in range(-1, 2)]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Demand")
        sheet.write_row(0, 0, ("Case", "Measure", *(f"{one:%B %Y}" for one in months)))
        sheet.write_row(1, 0, (case, measure, 40, known.count + 3, 41))
    return path
