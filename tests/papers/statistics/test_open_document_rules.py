"""The Government Analysis Function's rules, each read back from the .ods with odfpy."""

import io
import re
from typing import Any

import pytest
from odf import style, table, text
from odf.namespaces import FONS, OFFICENS, STYLENS, TABLENS
from odf.opendocument import load

from tests.papers.statistics.made_up import sample
from tests.papers.statistics.reading import Files, grid_of


@pytest.fixture(scope="module")
def files() -> Files:
    return Files(sample())


@pytest.fixture(scope="module")
def book(files: Files) -> Any:
    return load(io.BytesIO(files.ending(".ods")))


def named(book: Any) -> dict[str, Any]:
    return {one.getAttribute("name"): one for one in book.getElementsByType(style.Style)}


def test_that_each_table_is_marked_as_a_named_range_with_headings(files: Files, book: Any) -> None:
    ranges = book.getElementsByType(table.DatabaseRange)
    tabs = [one.getAttribute("name") for one in book.getElementsByType(table.Table)]
    assert [one.getAttribute("name") for one in ranges] == [
        "definitions", "open_by_ward", "table_a1", "mixed_table", "demand_before_and_after",
        "money", "certificate",
    ]  # fmt: skip
    assert len(ranges) == len(tabs) - 1
    for one, tab, rows in zip(ranges, tabs[1:], list(files.open_rows().values())[1:], strict=True):
        grid = grid_of(rows)
        last = f"{chr(ord('A') + len(grid[0]) - 1)}{len(rows)}"
        place = f"'{tab}'.A{len(rows) - len(grid) + 1}:'{tab}'.{last}"
        assert one.getAttribute("targetrangeaddress") == place
        assert one.getAttribute("containsheader") in {True, "true"}


def test_that_headings_are_marked_as_such(book: Any) -> None:
    for sheet in book.getElementsByType(table.Table)[1:]:
        (head,) = sheet.getElementsByType(table.TableHeaderRows)
        assert len(head.getElementsByType(table.TableRow)) == 1


def test_that_no_cell_is_merged_repeated_or_empty(book: Any) -> None:
    for cell in book.getElementsByType(table.TableCell):
        keys = {key for _, key in cell.attributes}
        assert not keys & {
            "number-columns-spanned", "number-rows-spanned", "number-columns-repeated", "formula",
        }  # fmt: skip
        assert str(cell).strip()
    assert not book.getElementsByType(table.CoveredTableCell)


def test_that_nothing_is_hidden_and_no_cell_holds_more_than_it_shows(
    files: Files, book: Any
) -> None:
    assert not re.search('visibility="(collapse|filter)"|display="false"',
                         files.parts(".ods")["content.xml"])  # fmt: skip
    for cell in book.getElementsByType(table.TableCell):
        number = cell.attributes.get((OFFICENS, "value"))
        if number is not None:
            assert float(number) == float(str(cell).replace(",", ""))
        kept = {key for space, key in cell.attributes if space == OFFICENS}
        assert kept <= {"value", "value-type"}


def test_that_text_is_sans_serif_wrapped_and_large_enough(book: Any) -> None:
    styles = named(book)
    (default,) = [
        one
        for one in book.getElementsByType(style.DefaultStyle)
        if one.getAttribute("family") == "table-cell"
    ]
    (words,) = default.getElementsByType(style.TextProperties)
    assert words.getAttribute("fontname") == "Arial"
    assert words.getAttribute("fontsize") == "12pt"
    for name in ("Title", "Over_title"):
        (words,) = styles[name].getElementsByType(style.TextProperties)
        assert words.getAttribute("fontsize") == "14pt"
        assert words.getAttribute("fontweight") == "bold"
    for name in ("Title", "Head", "Body", "Sign", "Number", "Money", "Link"):
        (cell,) = styles[name].getElementsByType(style.TableCellProperties)
        assert cell.attributes[FONS, "wrap-option"] == "wrap"


def test_that_nothing_is_slanted_shaded_or_said_by_colour_alone(files: Files, book: Any) -> None:
    look = files.parts(".ods")["styles.xml"] + files.parts(".ods")["content.xml"]
    assert "font-style" not in look
    assert "background-color" not in look
    coloured = [
        one
        for one in book.getElementsByType(style.TextProperties)
        if (FONS, "color") in one.attributes
    ]
    assert len(coloured) == 1
    assert coloured[0].attributes[STYLENS, "text-underline-style"] == "solid"


def test_that_every_style_in_use_is_there(book: Any) -> None:
    known = set(named(book))
    for kind in (table.TableCell, table.TableRow, table.TableColumn, table.Table):
        for one in book.getElementsByType(kind):
            assert one.attributes[TABLENS, "style-name"] in known


def test_that_titles_stand_in_a1_and_the_cover_comes_first_with_links(
    files: Files, book: Any
) -> None:
    pages = files.open_rows()
    assert next(iter(pages)) == "Cover"
    assert all(str(rows[1][0]).startswith("This sheet") for rows in pages.values())
    links = [one.getAttribute("href") for one in book.getElementsByType(text.A)]
    assert links == [f"#'{tab}'.A1" for tab in list(pages)[1:]]
    assert all(len(tab) < 31 for tab in pages)


def test_that_it_opens_on_the_first_tab_in_british_english(files: Files) -> None:
    parts = files.parts(".ods")
    assert re.search('name="ActiveTable"[^>]*>Cover<', parts["settings.xml"])
    assert "en-GB" in parts["meta.xml"]
    assert "FR" not in parts["styles.xml"]


def test_that_nothing_of_the_writers_template_is_left(files: Files) -> None:
    assert set(files.parts(".ods")) == {
        "mimetype", "content.xml", "meta.xml", "settings.xml", "styles.xml",
        "META-INF/manifest.xml",
    }  # fmt: skip
