"""What a document is put together from: each piece is tagged, or the drawing stops."""

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.platypus import PageBreak, SimpleDocTemplate

from psg_desktop.documents.pdf.fonts import REGULAR, drawable
from psg_desktop.tagging.canvas import TaggedCanvas
from psg_desktop.tagging.flowables import Drawing, Figure, Prose, Style
from psg_desktop.tagging.lists import Item, listed
from psg_desktop.tagging.marking import Undeclared
from psg_desktop.tagging.structure import Artefact, Element, Role, Scope, Structure, tag
from psg_desktop.tagging.tables import Grid, Heads, Layout, TaggedTable, Tags, Tiles
from tests.tagging.walking import content_of, elements, kids, of_kind, opened, runs

PLAIN = Style("plain", fontName=REGULAR, fontSize=11, leading=15)
NUMBERED = Style("numbered", parent=PLAIN, leftIndent=40)
LONG = "The visitors came again at night and left before morning. " * 150
FONT = [("FONTNAME", (0, 0), (-1, -1), REGULAR)]


@pytest.fixture(autouse=True)
def fonts() -> None:
    drawable()


def heading(words: str, rank: int) -> Prose:
    return Prose(words, Style(f"h{rank}", parent=PLAIN, rank=rank))


def built(*story: object, title: str = "A paper") -> bytes:
    made = BytesIO()
    paper = SimpleDocTemplate(
        made, pagesize=A4, title=title, initialFontName=REGULAR, invariant=1, pageCompression=0
    )
    paper.build(list(story), canvasmaker=TaggedCanvas)
    return made.getvalue()


def heard(pdf: bytes, folder: Path) -> str:
    file = folder / "heard.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True)
    return told.stdout.decode()


def test_that_a_paragraph_over_three_pages_is_one_element() -> None:
    with opened(built(Prose(LONG, PLAIN), Prose("The end.", PLAIN))) as document:
        first, last = of_kind(document, "P")

        assert len(document.pages) == 3
        assert len({page for page, _ in runs(first)}) == 3
        assert len(list(runs(last))) == 1


def test_that_a_table_over_pages_is_one_table_with_one_header() -> None:
    rows = [[Prose(f"Row {at}", PLAIN), Prose("words", PLAIN)] for at in range(120)]
    head = [[Prose("What", PLAIN), Prose("Why", PLAIN)]]
    cells = Tags(Grid(Heads(rows=1)))
    tables = [
        TaggedTable(head + part, renderCB=cells, repeatRows=1, style=FONT)
        for part in (rows[:70], rows[70:])
    ]
    with opened(built(*tables)) as document:
        (table,) = of_kind(document, "Table")
        lines = [it for it in elements(table) if it.S == "/TR"]

        assert len(document.pages) >= 3
        assert len(lines) == 121
        assert [str(it.A.Scope) for it in of_kind(document, "TH")] == ["/Column"] * 2
        repeated = [
            b"/Artifact <</Type/Pagination>>" in it.Contents.read_bytes() for it in document.pages
        ]
        assert repeated[1:] == [True] * (len(document.pages) - 1)


def test_that_rows_which_go_on_with_a_row_are_that_row() -> None:
    rows = [["a", Prose("one", PLAIN)], [[], Prose("two", PLAIN)], ["b", Prose("three", PLAIN)]]
    grid = Grid(Heads(columns=frozenset({0})), frozenset({1}))
    with opened(built(TaggedTable(rows, renderCB=Tags(grid), style=FONT))) as document:
        cells = of_kind(document, "TD")

        assert [len(list(runs(cell))) for cell in cells] == [2, 1]
        assert len(of_kind(document, "TR")) == 2


def test_that_empty_cells_are_cells() -> None:
    rows = [[Prose("What", PLAIN), Prose("Who", PLAIN)], [[], []], [[], []]]
    table = TaggedTable(rows, renderCB=Tags(Grid(Heads(rows=1))), style=FONT)
    with opened(built(table)) as document:
        assert len(of_kind(document, "TD")) == 4


def test_that_a_box_is_no_table_and_tiles_are_a_list() -> None:
    box = TaggedTable([[[Prose("In a box", PLAIN)]]], renderCB=Tags(Layout()), style=FONT)
    tiles = [[[Prose("41", PLAIN), Prose("cases", PLAIN)], [Prose("3", PLAIN)], []]]
    with opened(built(box, TaggedTable(tiles, renderCB=Tags(Tiles()), style=FONT))) as document:
        names = [str(it.S) for it in elements(document.Root.StructTreeRoot)]

    assert names == ["/Document", "/P", "/L", "/LI", "/LBody", "/P", "/P", "/LI", "/LBody"]


def test_that_numbered_paragraphs_are_a_list_with_labels(tmp_path: Path) -> None:
    items = [("1.1", Item("Short.", NUMBERED)), ("1.2", Item(LONG, NUMBERED))]
    pdf = built(heading("Findings", 1), *listed(items))
    with opened(pdf) as document:
        (listing,) = of_kind(document, "L")
        first, second = kids(listing)

        assert [str(it.S) for it in kids(first)] == ["/Lbl", "/LBody"]
        assert len({page for page, _ in runs(kids(second)[1])}) > 1
        assert len(of_kind(document, "Lbl")) == 2
    assert '"1.2' in heard(pdf, tmp_path)


def test_that_words_at_the_ends_of_lines_do_not_run_together(tmp_path: Path) -> None:
    word = "abcdefghij" * 14
    words = f"{LONG[:300]} {word} last words"
    pdf = built(Prose(words, PLAIN), Prose(f"a<br/>b {words}", PLAIN), Prose(word, PLAIN))
    first, second, third = re.findall(r'"(.*)"', heard(pdf, tmp_path))

    assert first.split() == words.split()
    assert second.split() == ["a", "b", *words.split()]
    assert third == word


def test_that_words_over_a_page_do_not_run_together(tmp_path: Path) -> None:
    told = re.findall(r'"(.*)"', heard(built(Prose(LONG, PLAIN)), tmp_path))

    assert "".join(told).split() == LONG.split()


class Loose(Drawing):
    """Draws what it is told to, outside any tag."""

    def __init__(self, draw: object) -> None:
        super().__init__()
        self._draw = draw
        self.width = self.height = 10

    def draw(self) -> None:
        self._draw(self.canv)


def test_that_text_nobody_declared_stops_the_drawing() -> None:
    with pytest.raises(Undeclared):
        built(Loose(lambda canvas: canvas.drawString(0, 0, "secret")))


def test_that_text_in_a_row_beside_its_cells_stops_the_drawing() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.tagged(Element(role=Role.ROW)):
            canvas.drawString(0, 0, "secret")

    with pytest.raises(Undeclared):
        built(Loose(draw))


def test_that_a_link_outside_a_tag_for_links_stops_the_drawing() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.bookmarkPage("here")
        canvas.link_to("here", (0, 0, 5, 5), "Here")

    with pytest.raises(Undeclared):
        built(Loose(draw))


def test_that_lines_and_areas_are_artefacts_by_themselves() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.line(0, 0, 5, 5)
        canvas.circle(3, 3, 2)
        canvas.lines([(0, 0, 1, 1), (1, 1, 2, 2)])

    with opened(built(Prose("Words", PLAIN), Loose(draw))) as document:
        found = content_of(document.pages[0])

    assert (found.stray, found.faults, found.numbers) == ([], [], [0])
    assert found.artefacts == 1


def test_that_what_is_tagged_within_an_artefact_stays_one() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.artefact(Artefact.FOOTER), canvas.tagged(Element(role=Role.PARAGRAPH)):
            canvas.drawString(0, 0, "Page 1")
        with canvas.tagged(Element(role=Role.PARAGRAPH)):
            canvas.drawString(0, 0, "before ")
            with canvas.artefact():
                canvas.drawString(0, 0, "!")
            canvas.drawString(0, 0, "after")

    with opened(built(Loose(draw))) as document:
        (paragraph,) = of_kind(document, "P")

        assert len(list(runs(paragraph))) == 2
        assert content_of(document.pages[0]).artefacts == 2


def test_that_an_element_goes_on_over_a_page_turned_by_hand() -> None:
    made = BytesIO()
    canvas = TaggedCanvas(made, pagesize=A4, initialFontName=REGULAR)
    canvas.setTitle("By hand")
    with canvas.tagged(Element(role=Role.PARAGRAPH)):
        canvas.drawString(50, 50, "one ")
        canvas.showPage()
        canvas.setFont(REGULAR, 11)
        canvas.drawString(50, 800, "two")
    canvas.showPage()
    canvas.save()
    with opened(made.getvalue()) as document:
        (paragraph,) = of_kind(document, "P")

        assert len(document.pages) == 2
        assert len(list(runs(paragraph))) == 2


def test_that_a_figure_without_words_a_table_without_headers_and_a_nameless_file_are_refused() -> (
    None
):
    with pytest.raises(ValueError, match="figure"):
        Figure(" ")
    with pytest.raises(ValueError, match="header cells"):
        Heads()
    with pytest.raises(ValueError, match="scope"):
        Element(role=Role.HEADER_CELL)
    with pytest.raises(ValueError, match="title"):
        built(Prose("Words", PLAIN), title=" ")
    with pytest.raises(TypeError):
        TaggedTable([[Prose("Words", PLAIN)]])
    assert Element(role=Role.HEADER_CELL, scope=Scope.ROW).scope is Scope.ROW


@settings(deadline=None)
@given(ranks=st.lists(st.integers(0, 9), min_size=1, max_size=30))
def test_that_headings_of_any_ranks_are_numbered_without_gaps(ranks: list[int]) -> None:
    structure = Structure()
    made = [Element(role=Role.HEADING, level=rank) for rank in ranks]
    for one in made:
        structure.hang(one)
    levels = [int(tag(one)[1:]) for one in made]

    assert levels[0] == 1
    for at, (level, rank) in enumerate(zip(levels[1:], ranks[1:], strict=True), start=1):
        assert level <= levels[at - 1] + 1
        if rank == ranks[at - 1]:
            assert level == levels[at - 1]
        assert (level <= levels[at - 1]) or rank > ranks[at - 1]


def test_that_a_heading_without_words_leaves_no_gap() -> None:
    story = heading("One", 1), heading("", 2), heading("Below", 3), PageBreak(), heading("Two", 1)
    with opened(built(*story)) as document:
        assert [str(it.S) for it in of_kind(document, "H1", "H2", "H3")] == ["/H1", "/H2", "/H1"]
