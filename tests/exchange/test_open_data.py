"""Every file of the open data gives a truthful result or one sentence, within time and memory."""

import time
from pathlib import Path

import psutil
import pytest

from psg_desktop.domain.places import PlaceKind
from psg_desktop.exchange.check import DryRun, check
from psg_desktop.exchange.known import Existing, Known
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.opening import likeliest_sheet, open_sheet
from psg_desktop.exchange.outcomes import Status
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.faults import Unreadable
from tests.exchange.workbooks import TODAY

MEMORY = 500 * 1024 * 1024
SECONDS = 25.0
STATISTICS = "No column holds a person, a place or a project"

# What each file truthfully holds: purpose and rows, or a part of the refusing sentence.
EXPECTED: dict[str, tuple[Purpose, int] | str] = {
    "messy/bbc_airport_crime_first1500_no_header_filename_prefix.csv": (Purpose.INCIDENTS, 1500),
    "messy/bbc_crime_outcomes_2012-16_first3000_cr_line_endings.csv": STATISTICS,
    "messy/bbc_iopc_recommendations_2021.xlsx": STATISTICS,
    "messy/council_election_exports/democracy-counts-utf-16le.csv": (Purpose.PLACES, 34),
    "messy/council_election_exports/ems-dcounts-districts.csv": (Purpose.PLACES, 19),
    "messy/council_election_exports/ems-idox-eros.csv": (Purpose.PLACES, 9),
    "messy/council_election_exports/ems-other.csv": (Purpose.PLACES, 9),
    "messy/council_election_exports/ems-xpress-weblookup.CSV": (Purpose.PLACES, 9),
    "messy/council_election_exports/ext-csv-with-tsv-ext.tsv": (Purpose.PLACES, 9),
    "messy/council_election_exports/ext-tsv-with-csv-ext.csv": (Purpose.PLACES, 9),
    "messy/council_election_exports/incomplete-file.CSV": (Purpose.PLACES, 9),
    "messy/council_election_exports/not-a-csv.csv": "not a workbook",
    "messy/council_election_exports/small-files-empty.csv": "empty",
    "messy/council_election_exports/small-files-nearly_empty.csv": "no rows below the header",
    "messy/defra_fly_tipping_by_local_authority_2012-2022.xlsx": STATISTICS,
    "messy/lfb_animal_rescue_incidents_2009-2018.csv": (Purpose.INCIDENTS, 5898),
    "messy/ni_council_noise_complaints_2023-24.xlsx": STATISTICS,
    "messy/ons_baby_names_girls_2020.xlsx": STATISTICS,
    "messy/ons_baby_names_historic_top100.xls": STATISTICS,
    "messy/ons_fraud_cybercrime_tables_2018.xlsx": STATISTICS,
    "police_uk/2022-northumbria-asb-first3000.tab": (Purpose.INCIDENTS, 3000),
    "police_uk/2024-06-cambridgeshire-outcomes.csv": (Purpose.INCIDENTS, 5765),
    "police_uk/2024-06-cambridgeshire-stop-and-search.csv": STATISTICS,
    "police_uk/2024-06-cambridgeshire-street.csv": (Purpose.INCIDENTS, 7290),
    "police_uk/2024-east-cambridgeshire-outcomes.csv": (Purpose.INCIDENTS, 4047),
    "police_uk/2024-east-cambridgeshire-stop-and-search.csv": STATISTICS,
    "police_uk/2024-east-cambridgeshire-street.csv": (Purpose.INCIDENTS, 5169),
}


def _dry_run(path: Path, known: Known | None = None) -> DryRun:
    opened = likeliest_sheet(read_workbook(path))
    return check(opened.table, opened.mapping, known or Known(), TODAY)


@pytest.mark.parametrize("name", EXPECTED)
def test_that_each_open_file_gives_what_it_holds_or_a_sentence(
    name: str, shared_data: Path
) -> None:
    process = psutil.Process()
    memory, began = process.memory_info().rss, time.process_time()
    expected = EXPECTED[name]
    if isinstance(expected, str):
        with pytest.raises(Unreadable, match=expected):
            _dry_run(shared_data / name)
    else:
        run = _dry_run(shared_data / name)
        assert (run.mapping.purpose, len(run.table.rows)) == expected
        assert sum(run.count(status) for status in Status) == len(run.rows)
        assert sum(len(draft.rows) for draft in run.drafts) == run.count(Status.NEW)
    assert time.process_time() - began < SECONDS
    assert process.memory_info().rss - memory < MEMORY


def test_that_no_open_file_is_left_untried(shared_data: Path) -> None:
    there = {
        str(path.relative_to(shared_data))
        for folder in ("messy", "police_uk")
        for path in (shared_data / folder).rglob("*")
        if path.is_file()
    }
    assert there == set(EXPECTED)


def test_that_the_sheets_nobody_would_import_are_refused_one_by_one(shared_data: Path) -> None:
    for name in ("ons_baby_names_girls_2020.xlsx", "ons_fraud_cybercrime_tables_2018.xlsx"):
        for sheet in read_workbook(shared_data / "messy" / name).sheets:
            opened = open_sheet(sheet)
            with pytest.raises(Unreadable):
                check(opened.table, opened.mapping, Known(), TODAY)


def test_that_street_crime_becomes_places_with_a_count_for_each_month(shared_data: Path) -> None:
    run = _dry_run(shared_data / "police_uk/2024-east-cambridgeshire-street.csv")
    parking = next(
        draft
        for draft in run.drafts
        if draft.place is not None
        and draft.place.name == "On or near Parking Area (East Cambridgeshire 001A)"
    )
    assert parking.place is not None
    assert parking.place.kind is PlaceKind.CAR_PARK
    assert parking.case is None
    assert parking.person is None
    january = parking.notes[0]
    rows = [
        row
        for row in run.table.rows
        if "On or near Parking Area" in row.cells
        and "East Cambridgeshire 001A" in row.cells
        and "2024-01" in row.cells
    ]
    assert january.text.startswith(f"January 2024: {len(rows)} incidents (")
    assert "Anti-social behaviour" in january.text


def test_that_rows_without_a_location_are_named_and_not_imported(shared_data: Path) -> None:
    run = _dry_run(shared_data / "police_uk/2024-06-cambridgeshire-street.csv")
    skipped = [row for row in run.rows if row.status is Status.SKIPPED]
    assert len(skipped) == 237
    assert {row.reason for row in skipped} == {"It has no location, so it belongs to no place."}


def test_that_the_same_open_file_again_brings_nothing_new(shared_data: Path) -> None:
    path = shared_data / "police_uk/2024-east-cambridgeshire-street.csv"
    first = _dry_run(path)
    known = Known(
        fingerprints={
            fingerprint: Existing(id="1", label="earlier import")
            for draft in first.drafts
            for fingerprint in draft.fingerprints
        }
    )
    again = _dry_run(path, known)
    assert again.count(Status.SAME) == first.count(Status.NEW)
    assert again.drafts == ()


def test_that_oddities_of_real_workbooks_are_named(shared_data: Path) -> None:
    book = read_workbook(shared_data / "messy/defra_fly_tipping_by_local_authority_2012-2022.xlsx")
    hidden = [sheet for sheet in book.sheets if sheet.hidden]
    assert [sheet.name for sheet in hidden] == ["Lookup_"]
    assert "hidden" in hidden[0].notes[0].sentence
    opened = open_sheet(book.sheets[2])
    assert (opened.header.row, opened.header.upper_row) == (2, 1)
    assert len(opened.table.totals_rows) == 101
    names = " ".join(note.sentence for note in opened.table.notes)
    assert "rows add up other rows" in names
    assert "rows are hidden" in names
