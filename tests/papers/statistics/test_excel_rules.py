"""The Government Analysis Function's rules, each read back from the .xlsx with openpyxl."""

import re
import zipfile
from io import BytesIO

import pytest
from openpyxl.workbook import Workbook

from psg_desktop.words import statistics as words
from tests.papers.statistics.made_up import sample
from tests.papers.statistics.reading import Files, grid_of

SANS = {"Arial"}


@pytest.fixture(scope="module")
def files() -> Files:
    return Files(sample())


@pytest.fixture(scope="module")
def book(files: Files) -> Workbook:
    return files.excel()


def test_that_each_sheet_but_the_cover_has_one_table_with_a_unique_meaningful_name(
    book: Workbook,
) -> None:
    names = [list(page.tables) for page in book.worksheets]
    assert names[0] == []
    assert [len(one) for one in names[1:]] == [1] * (len(names) - 1)
    flat = [one[0] for one in names[1:]]
    assert flat == [
        "definitions",
        "open_by_ward",
        "table_a1",
        "mixed_table",
        "demand_before_and_after",
        "money",
        "certificate",
    ]
    assert all(re.fullmatch(r"[a-z_][a-z_0-9]*", one) for one in flat)


def test_that_a_table_reaches_over_all_its_rows_and_has_no_filter_in_its_heading(
    book: Workbook,
) -> None:
    for page in book.worksheets[1:]:
        (table,) = page.tables.values()
        assert table.ref.startswith("A")
        assert table.ref.endswith(page.dimensions.rpartition(":")[2])
        assert table.headerRowCount != 0
        assert table.autoFilter is None
        assert table.totalsRowCount in {None, 0}


def test_that_no_cell_is_merged(book: Workbook) -> None:
    assert not [page.title for page in book.worksheets if page.merged_cells.ranges]


def test_that_no_cell_row_or_column_of_a_table_is_empty(files: Files) -> None:
    for rows in list(files.excel_rows().values())[1:]:
        grid = grid_of(rows)
        assert {len(row) for row in grid} == {len(grid[0])}
        assert not [one for row in grid for one in row if one in (None, "")]


def test_that_no_row_of_a_sheet_is_blank(files: Files) -> None:
    assert all(row for rows in files.excel_rows().values() for row in rows)


def test_that_each_table_has_one_row_of_headings_filled_and_unique(
    files: Files, book: Workbook
) -> None:
    for page, rows in zip(book.worksheets[1:], list(files.excel_rows().values())[1:], strict=True):
        (table,) = page.tables.values()
        heads = grid_of(rows)[0]
        assert [column.name for column in table.tableColumns] == heads
        assert len({str(one).casefold() for one in heads}) == len(heads)
        assert all(isinstance(one, str) and one.strip() for one in heads)


def test_that_text_is_sans_serif_of_12_points_and_titles_bold_of_14(book: Workbook) -> None:
    for page in book.worksheets:
        assert (page["A1"].font.bold, page["A1"].font.size) == (True, 14)
        for row in page.iter_rows():
            for cell in row:
                assert cell.font.name in SANS
                assert cell.font.size >= 12


def test_that_text_in_tables_and_on_the_cover_is_wrapped(book: Workbook) -> None:
    cover, *pages = book.worksheets
    assert all(cell.alignment.wrap_text for cell in cover["A"])
    for page in pages:
        (table,) = page.tables.values()
        assert all(cell.alignment.wrap_text for row in page[table.ref] for cell in row)


def test_that_the_title_is_in_a1_what_is_on_the_sheet_in_a2_and_all_from_column_a(
    book: Workbook,
) -> None:
    for page in book.worksheets:
        assert isinstance(page["A1"].value, str)
        assert page["A2"].value.startswith("This sheet")
        assert all(row[0].value is not None for row in page.iter_rows())
    assert book.worksheets[2]["A1"].value == "Open cases by ward"


def test_that_the_cover_comes_first_and_holds_what_a_reader_needs(book: Workbook) -> None:
    cover = book.worksheets[0]
    assert cover.title == "Cover"
    said = [cell.value for cell in cover["A"]]
    title = "Statistics of Fenmarket Community Safety Partnership, July to September 2026"
    assert said[0] == title
    for line in (
        "Contact: psg@fenmarket.example, 01632 960 001",
        "Date of next update: 20 January 2027",
        "Published: 20 October 2026",
        words.PROTECTION_LINES[0],
        words.METHOD_LINES[1],
        words.STANDING,
        words.NO_CORRECTIONS,
        words.LICENCE_LINE,
    ):
        assert line in said


def test_that_the_contents_link_to_every_other_sheet(book: Workbook) -> None:
    cover = book.worksheets[0]
    links = [cell.hyperlink.location for cell in cover["A"] if cell.hyperlink]
    assert links == [f"'{page.title}'!A1" for page in book.worksheets[1:]]
    for cell in (cell for cell in cover["A"] if cell.hyperlink):
        assert cell.font.underline == "single"


def test_that_tabs_and_files_are_named_by_the_rules(files: Files, book: Workbook) -> None:
    titles = [page.title for page in book.worksheets]
    assert all(len(one) < 31 for one in titles)
    assert len({one.casefold() for one in titles}) == len(titles)
    assert all(re.fullmatch(r"[a-z0-9-]+\.[a-z]+", name) for name in files.raw)
    assert all(len(name) < 150 for name in files.raw)


def test_that_it_opens_on_the_first_tab(book: Workbook) -> None:
    assert book.active is not None
    assert book.active.title == "Cover"
    assert [page.title for page in book.worksheets if page.sheet_view.tabSelected] == ["Cover"]


def test_that_nothing_is_said_by_colour_alone_slanted_or_shaded(book: Workbook) -> None:
    for page in book.worksheets:
        assert not page.conditional_formatting
        assert page.sheet_properties.tabColor is None
        (style,) = {table.tableStyleInfo for table in page.tables.values()} or {None}
        assert style is None or style.name is None
        for row in page.iter_rows():
            for cell in row:
                assert not cell.font.italic
                assert cell.fill.fill_type is None
                plain = cell.font.color is None or cell.font.color.type == "theme"
                assert plain or cell.font.underline


def test_that_every_sign_in_square_brackets_is_explained_on_the_cover(
    files: Files, book: Workbook
) -> None:
    said = [str(cell.value) for cell in book.worksheets[0]["A"]]
    cells = [one for rows in list(files.excel_rows().values())[1:] for row in rows for one in row]
    signs = set(re.findall(r"\[(?:\w|low|note \d)\]", " ".join(map(str, cells))))
    assert {"[c]", "[x]", "[z]", "[note 1]", "[note 2]", "[note 3]"} <= signs
    for sign in (*signs, "[low]"):
        assert any(line.startswith(sign) for line in said), sign


def test_that_a_withheld_number_is_nothing_but_its_sign(files: Files, book: Workbook) -> None:
    page = book.worksheets[2]
    assert [cell.value for cell in page[9]] == ["E05002", "[c]", "[c]", "[c]", "[c]"]
    for cell in page[9]:
        assert cell.data_type == "s"
        assert cell.comment is None
        assert cell.number_format == "General"
    with zipfile.ZipFile(BytesIO(files.ending(".xlsx"))) as packed:
        parts = set(packed.namelist())
        sheet = packed.read("xl/worksheets/sheet3.xml").decode()
    assert not [one for one in parts if re.search("externalLink|comments|pivot|calcChain", one)]
    last = re.findall(r'<row r="9".*?</row>', sheet)[0]
    assert set(re.findall(r'<c r="\w+" s="\d+" t="(\w+)">', last)) == {"s"}
    assert "<f" not in sheet


def test_that_nothing_is_hidden(files: Files, book: Workbook) -> None:
    assert all(page.sheet_state == "visible" for page in book.worksheets)
    assert not any("hidden=" in text for text in files.parts(".xlsx").values())
    assert not book.defined_names


def test_that_the_properties_say_title_publisher_and_day_only(book: Workbook) -> None:
    told = {name: value for name, value in vars(book.properties).items() if value}
    assert set(told) <= {"title", "creator", "created", "modified", "lastModifiedBy"}
    assert told["creator"] == "Fenmarket Community Safety Partnership"
    assert len(book.custom_doc_props.names) == 0
