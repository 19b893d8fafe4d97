"""Reading finished bytes back finds all that a holder of the file could find."""

import io

import pikepdf
import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas  # noqa: TID251 files of others, to be read

from psg_desktop.documents.pdf.preview import page_count, page_image, page_images
from psg_desktop.documents.pdf.reading import read_back
from psg_desktop.faults import Unreadable


def drawn(*lines: str) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.setAuthor("M Marker")
    for place, line in enumerate(lines):
        canvas.drawString(72, 700 - 14 * place, line)
    canvas.linkURL("https://example.org/marker", (72, 700, 200, 712))
    canvas.bookmarkPage("here")
    canvas.addOutlineEntry("A marker in the outline", "here")
    canvas.textAnnotation("A marker in a note", (10, 10, 20, 20))
    canvas.save()
    return target.getvalue()


def test_that_words_divided_at_a_line_end_are_found_whole() -> None:
    read = read_back(drawn("Mrs Smith-", "Jones of Fen-", "market"))

    assert "Smith-Jones" in read.flowing()[0]
    assert "Fenmarket" in read.dehyphenated()[0]
    assert "MrsSmith-JonesofFen-market" in read.dense()[0]


def test_that_metadata_outline_links_and_notes_are_found() -> None:
    read = read_back(drawn("words"))

    assert read.metadata["Author"] == "M Marker"
    assert [mark.title for mark in read.bookmarks] == ["A marker in the outline"]
    assert [link.address for link in read.links] == ["https://example.org/marker"]
    assert "A marker in a note" in read.annotations
    assert {"M Marker", "A marker in the outline", "A marker in a note"} <= set(read.everything())


def test_that_attachments_are_found_with_their_words() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn("words")))
    writer.add_attachment("marker.txt", b"a marker inside")
    target = io.BytesIO()
    writer.write(target)

    read = read_back(target.getvalue())

    assert [(it.name, it.data) for it in read.attachments] == [("marker.txt", b"a marker inside")]
    assert {"marker.txt", "a marker inside"} <= set(read.everything())


def test_that_an_empty_page_reads_as_nothing() -> None:
    empty = pikepdf.new()
    empty.add_blank_page()
    target = io.BytesIO()
    empty.save(target)

    assert read_back(target.getvalue()).pages == ("",)


def test_that_what_is_not_a_pdf_is_refused_plainly() -> None:
    with pytest.raises(Unreadable, match="cannot be opened as a PDF"):
        read_back(b"not a PDF at all")
    with pytest.raises(Unreadable):
        page_count(b"")


def test_that_pages_become_pictures_of_the_width_asked_for() -> None:
    image, *others = page_images(drawn("words"), 300)

    assert not others
    assert image.width == 300
    assert abs(image.height / image.width - 842 / 595) < 0.01
    assert len(image.pixels) == image.stride * image.height
    assert image.stride >= 4 * image.width
    dark = sum(1 for at in range(0, len(image.pixels), 4) if image.pixels[at] < 100)
    assert 0 < dark < image.width * image.height / 10


def test_that_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(IndexError):
        page_image(drawn("words"), 2, 300)


def test_that_words_only_the_structure_and_the_metadata_say_are_read() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    figure = pikepdf.Dictionary(S=pikepdf.Name.Figure, Alt="Maple House", ActualText="Ash House")
    document.Root.StructTreeRoot = document.make_indirect(figure)
    with document.open_metadata() as said:
        said["dc:title"] = "Elm House"
    made = io.BytesIO()
    document.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    words = " ".join(read_back(made.getvalue()).everything())

    assert all(house in words for house in ("Maple House", "Ash House", "Elm House"))
