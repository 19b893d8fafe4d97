"""The three forms of a release agree cell by cell, and hold no number that is not displayed."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from psg_desktop.domain.statistics.comparing import percentage
from psg_desktop.domain.statistics.magnitudes import PublishedCohort
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.papers.statistics import texts
from psg_desktop.papers.statistics.publication import Publication
from psg_desktop.papers.statistics.silent_tables import divide
from psg_desktop.words import statistics as words
from tests.papers.statistics.made_up import HIGH, LOW, publications, sample
from tests.papers.statistics.reading import Files, Rows, grid_of


def displayed(table: PublishedTable) -> Rows:
    return [["[c]" if one.number is None else one.number for one in row] for row in table.shown]


def check_figures(table: PublishedTable, grid: Rows, tidy: list[list[str]]) -> None:
    """Compare one table of counts on its sheet and in its CSV file with what is published."""
    across = len(table.table.columns)
    assert [row[1 : across + 1] for row in grid[1:]] == displayed(table)
    head, *rows = tidy
    said = head[head.index("status") + 1 :]
    seen = {(row[0], row[1]): dict(zip(head, row, strict=True)) for row in rows}
    assert len(seen) == len(rows) == across * len(table.table.rows)
    for wide in grid[1:]:
        for place, column in enumerate(grid[0][1 : across + 1], start=1):
            one = seen[str(wide[0]), str(column)]
            assert one["value"] == str(wide[place])
            assert (one["status"] == "[c]") is (one["value"] == "[c]")
        first = seen[str(wide[0]), str(grid[0][1])]
        assert [first[name] for name in said] == [str(one) for one in wide[across + 1 :]]


def check_sums(cohorts: Sequence[PublishedCohort], grid: Rows, tidy: list[list[str]]) -> None:
    """Compare demand on its sheet and in its CSV file with what is published."""
    assert [[str(one) for one in row[2:]] for row in grid[1:]] == [row[3:] for row in tidy[1:]]
    shown = sorted([one.cases.number, one.before.number, one.after.number] for one in cohorts)
    assert sorted(row[2:5] for row in grid[1:]) == shown


def allowed(publication: Publication) -> set[int]:
    """Every number that is displayed, and the percentages of those."""
    found = set()
    for table in publication.release.tables:
        numbers = [one for row in table.shown for one in row]
        found |= {one.number for one in numbers if one.number is not None}
        shares = (percentage(part, table.shown[0][0]) for part in numbers)
        found |= {one for one in shares if one is not None}
    return found


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(publications())
def test_that_three_forms_agree_cell_by_cell_and_hold_displayed_numbers_only(
    publication: Publication,
) -> None:
    files = Files(publication)
    excel = files.excel_rows()
    assert excel == files.open_rows()
    tables = files.described()["tables"]
    pages = list(excel.values())[1:]
    divided = divide(publication.release.tables)
    figures = divided.shown
    assert len(tables) == len(pages) + len(divided.silent)
    for place, (told, rows) in enumerate(zip(tables, pages, strict=False)):
        grid, tidy = grid_of(rows), files.table(told["url"])
        assert [told["dc:title"], *told["dc:description"]] == [
            row[0] for row in rows[: len(rows) - len(grid)]
        ]
        if 1 <= place <= len(figures):
            check_figures(figures[place - 1], grid, tidy)
            numbers = {one for row in grid for one in row if not isinstance(one, str)}
            assert numbers <= allowed(publication)
        elif told["urn:psg-desktop:protection"].get("kind") == "sums":
            check_sums(publication.release.cohorts, grid, tidy)
        else:
            assert [[_as_text(one) for one in row] for row in grid] == [
                [_as_text(one) for one in row] for row in tidy
            ]
    for one, told in zip(divided.silent, tables[len(pages) :], strict=True):
        check_silent(one, files.table(told["url"]), pages)
    assert files.described()["dc:description"] == [row[0] for row in excel["Cover"]]


def check_silent(one: PublishedTable, tidy: list[list[str]], pages: list[Rows]) -> None:
    """What a table without a sheet shows stands on the sheet of all such tables."""
    shown = [str(at.number) for row in one.shown for at in row if at.number is not None]
    sheet = next(rows for rows in pages if rows[0][0] == words.SILENT_TITLE)
    title = texts.plain(one.table.title) or words.NAMELESS
    told = [str(row[3]) for row in sheet if row[0] == title]
    assert Counter(shown) <= Counter(told)
    values = [row[tidy[0].index("value")] for row in tidy[1:]]
    assert sorted(value for value in values if value != words.WITHHELD) == sorted(shown)


def _as_text(one: object) -> str:
    """A cell as text, numbers in one form whatever wrote them."""
    try:
        return str(Decimal(str(one)).normalize() + 0) if not isinstance(one, bool) else str(one)
    except ArithmeticError:
        return str(one)


def test_that_no_file_holds_the_band_of_a_withheld_number_or_who_published() -> None:
    files = Files(sample())
    texts = [*files.parts(".xlsx").values(), *files.parts(".ods").values()]
    texts += [raw.decode() for name, raw in files.raw.items() if name.endswith(("csv", "json"))]
    for text in texts:
        assert str(LOW) not in text
        assert str(HIGH) not in text
        assert "7,654,321" not in text
        assert "Robin" not in text


def test_that_the_same_release_makes_the_same_bytes() -> None:
    assert Files(sample()).raw == Files(sample()).raw


def test_that_text_that_looks_like_a_formula_is_harmless_in_each_form() -> None:
    files = Files(sample())
    excel = files.excel_rows()
    cells = [one for rows in excel.values() for row in rows for one in row if isinstance(one, str)]
    assert not [one for one in cells if one.startswith(("=", "+", "-", "@"))]
    assert any(one.startswith("'=HYPERLINK") for one in cells)
    assert "<f>" not in "".join(files.parts(".xlsx").values())
    assert "table:formula" not in files.parts(".ods")["content.xml"]
    urls = [told["url"] for told in files.described()["tables"]]
    fields = [one for url in urls for row in files.table(url) for one in row]
    assert not [one for one in fields if one.startswith(("=", "+", "@"))]
