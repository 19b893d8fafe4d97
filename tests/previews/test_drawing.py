"""Hostile pictures and pages are drawn in a process that can open nothing, or refused in words."""

import io
import os
import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas  # noqa: TID251 files of others, to be read

from psg_desktop.faults import Unreadable
from psg_desktop.previews import asking, drawing, limits
from psg_desktop.previews.protocol import Drawn, Form, Verdict, answer, read_answer


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    """Give a red picture."""
    made = io.BytesIO()
    Image.new(mode, size, "red" if mode == "RGB" else 1).save(made, kind)
    return made.getvalue()


def pdf(words: str = "The gate is open", password: str = "") -> bytes:
    """Give a PDF of two pages."""
    made = io.BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption(password) if password else None)
    canvas.drawString(100, 700, words)
    canvas.showPage()
    canvas.drawString(100, 700, "Second page")
    canvas.save()
    return made.getvalue()


def claimed(width: int, height: int) -> bytes:
    """Give a PNG of a few bytes that claims to be vast."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    parts = b"\x89PNG\r\n\x1a\n"
    for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\x00" * 99)), (b"IEND", b"")):
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        parts += len(data).to_bytes(4, "big") + kind + data + check
    return parts


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP"])
def test_that_a_picture_is_drawn_as_plain_pixels(kind: str) -> None:
    verdict, drawn = drawing.draw(Form.PICTURE, picture(kind), 0, 30)
    assert verdict is Verdict.DRAWN
    assert drawn is not None
    assert (drawn.width, drawn.height, len(drawn.pixels)) == (30, 20, 1800)
    assert drawn.pixels[0] > 200 > drawn.pixels[1]


def test_that_the_confined_process_draws_a_page_with_its_words() -> None:
    drawn = asking.page(Form.PDF, pdf(), 0, 300)
    assert (drawn.pages, drawn.width) == (2, 300)
    assert "The gate is open" in drawn.words
    assert set(drawn.pixels) - {255}  # something is drawn on the white
    assert "Second page" in asking.page(Form.PDF, pdf(), 1, 100).words


def test_that_the_confined_process_draws_photographs_of_telephones() -> None:
    """Turned ones and ones of several frames need parts of the reader that are loaded before."""
    turned, several, sideways = io.BytesIO(), io.BytesIO(), Image.Exif()
    sideways[0x0112] = 6
    photo = Image.new("RGB", (60, 40), "red")
    photo.save(turned, "JPEG", exif=sideways)
    photo.save(several, "MPO", save_all=True, append_images=[photo])
    drawn = asking.page(Form.PICTURE, turned.getvalue(), 0, 300)
    assert (drawn.width, drawn.height) == (40, 60)
    assert asking.page(Form.PICTURE, several.getvalue(), 0, 300).width == 60
    clear = io.BytesIO()
    Image.new("RGBA", (60, 40), (255, 0, 0, 0)).save(clear, "PNG")
    assert set(asking.page(Form.PICTURE, clear.getvalue(), 0, 30).pixels) == {255}
    for mode in ("1", "L", "P", "I;16", "LA"):
        assert asking.page(Form.PICTURE, picture(mode=mode), 0, 30).width == 30


@pytest.mark.parametrize(
    ("form", "content", "said"),
    [
        (Form.PICTURE, claimed(60_000, 60_000), "too large"),
        (Form.PICTURE, claimed(2**31 - 1, 2**31 - 1), "too large"),
        (Form.PICTURE, b"\x89PNG\r\n\x1a\nnothing more", "damaged"),
        (Form.PICTURE, b"<svg/>", "damaged"),
        (Form.PDF, b"%PDF-1.7 nothing more", "damaged"),
        (Form.PDF, pdf(password="letmein"), "locked with a password"),
    ],
    ids=["60000", "2G", "cut", "svg", "junk", "locked"],
)
def test_that_what_cannot_be_shown_is_told_in_a_sentence(
    form: Form, content: bytes, said: str
) -> None:
    with pytest.raises(Unreadable, match=said):
        asking.page(form, content, 0, 300)


def test_that_damaged_bytes_never_break_the_drawing() -> None:
    rng = random.Random(7)
    wholes = ((Form.PDF, pdf()), (Form.PICTURE, picture("JPEG")), (Form.PICTURE, picture("PNG")))
    for form, whole in wholes:
        for _ in range(40):
            damaged = bytearray(whole)
            for _ in range(rng.randint(1, 12)):
                damaged[rng.randrange(len(damaged))] = rng.randrange(256)
            cut = damaged[: rng.randint(1, len(damaged))] if rng.random() < 0.3 else damaged
            verdict, drawn = drawing.draw(form, bytes(cut), 0, 50)
            assert (drawn is not None) == (verdict is Verdict.DRAWN)


def test_that_no_more_is_drawn_than_allowed() -> None:
    for across, down in ((1, 10**9), (10**9, 1), (20_000, 5_000), (3, 3)):
        wide, high = drawing.fitted(across, down, limits.DRAWN_WIDTH, grow=True)
        assert 1 <= wide <= limits.DRAWN_WIDTH
        assert wide * high <= limits.DRAWN_PIXELS


def test_that_an_answer_that_does_not_add_up_is_none() -> None:
    drawn = Drawn(pages=1, width=2, height=1, words="x", pixels=b"123456")
    whole = answer(Verdict.DRAWN, drawn)
    assert read_answer(whole) == (Verdict.DRAWN, drawn)
    vast = answer(Verdict.DRAWN, Drawn(pages=1, width=10**9, height=9, words="", pixels=b""))
    for odd in (b"", whole[:-1], whole + b"x", b"xxxx" + whole[4:], vast, whole[:4] + b"\x09"):
        assert read_answer(odd) is None or read_answer(odd) != (Verdict.DRAWN, drawn)
    assert read_answer(vast) is None


# A process that waits for what never comes.
HANGING = [sys.executable, "-c", "import threading; threading.Event().wait()"]


def test_that_a_process_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.3)
    monkeypatch.setattr(asking, "command", lambda: HANGING)
    with pytest.raises(Unreadable, match="given up"):
        asking.page(Form.PDF, pdf(), 0, 300)


def test_that_whoever_watches_can_end_the_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Enough(Exception):
        pass

    def stop() -> None:
        raise Enough

    monkeypatch.setattr(asking, "command", lambda: HANGING)
    with pytest.raises(Enough):
        asking.page(Form.PDF, pdf(), 0, 300, stop)


@pytest.mark.skipif(os.name != "posix", reason="The limits of a process are those of POSIX.")
def test_that_the_confined_process_can_neither_read_nor_write_nor_start_anything(
    tmp_path: Path,
) -> None:
    known = tmp_path / "known.txt"
    known.write_text("secret")
    tries = f"""
import os, resource, subprocess
from psg_desktop.previews.confinement import confine
confine()
for name, tried in (
    ("read", lambda: open({str(known)!r})),
    ("write", lambda: open({str(tmp_path / "new.txt")!r}, "w")),
    ("start", lambda: subprocess.Popen(["true"])),
    ("memory", lambda: bytearray(2 * 1024**3)),
):
    try:
        tried()
    except (OSError, MemoryError):
        print(name, "refused")
print("time", resource.getrlimit(resource.RLIMIT_CPU)[0])
"""
    done = subprocess.run([sys.executable, "-c", tries], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "read refused", "write refused", "start refused", "memory refused",
        f"time {limits.PROCESSOR_SECONDS}",
    ]  # fmt: skip
    assert not (tmp_path / "new.txt").exists()
