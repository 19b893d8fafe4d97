"""Draws every window in light and dark, at 100 and 150 per cent, from the made-up caseload.

`python -m tests.screenshots [WINDOW ...]` writes them to `screenshots/`, which git ignores, and the
few that the README shows to `docs/pictures/`. The windows are those of the accessibility rules, so
a new window cannot escape either.
"""

import argparse
import os
import re
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from psg_desktop.documents.pdf.pack import render_pack
from psg_desktop.documents.pdf.preview import page_images
from psg_desktop.papers.board_report.pdf import draw_pdf
from psg_desktop.papers.board_report.sections import Ground
from psg_desktop.papers.board_report.telling import report_of
from psg_desktop.ui.application import Application
from psg_desktop.ui.theme import SchemeChoice
from tests.documents import sample_packs
from tests.papers.board_report import releases
from tests.ui import program_windows
from tests.ui.every_window import KIT, WINDOWS

ROOT = Path(__file__).resolve().parent.parent
EVERY = ROOT / "screenshots"
README = ROOT / "docs" / "pictures"
# Window, look and zoom of the pictures that the README shows.
CHOSEN = {
    ("today", "light", 100), ("caseload with preview", "light", 100), ("case", "light", 100),
    ("caseload", "dark", 100), ("pack: read", "light", 100), ("welcome", "light", 100),
}  # fmt: skip
CASES = 48
PAGE_WIDTH = 1000  # pixels


def main() -> int:
    """Draw everything, or the windows that are named; say where it is."""
    typed = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    typed.add_argument("names", nargs="*", metavar="WINDOW", help=", ".join(sorted(WINDOWS)))
    names: list[str] = typed.parse_args().names
    application = Application()
    application.alarm.remove()
    program_windows.CASES = CASES
    for folder in (EVERY, README):
        folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        for zoom in (100, 150):
            application.appearance.apply(SchemeChoice(scheme), zoom)
            for name in sorted(names or set(WINDOWS) - KIT):
                draw(application, name, scheme, zoom)
    if not names:
        draw_pages()
    print(f"Pictures of every window and page are in {EVERY}, those of the README in {README}.")
    return 0


def draw(application: Application, name: str, scheme: str, zoom: int) -> None:
    """Draw one window at 1280 by 720 and leave nothing of it behind."""
    shown = WINDOWS[name](application)
    shown.resize(1280, 720)
    shown.show()
    settle()
    picture = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    file = f"{file_name(name)}-{scheme}-{zoom}.png"
    picture.save(str(EVERY / file))
    if (name, scheme, zoom) in CHOSEN:
        # For PNG a low quality is a strong compression; nothing is lost.
        picture.save(str(README / f"{file_name(name)}-{scheme}.png"), None, 0)
    dispose(shown)


def file_name(name: str) -> str:
    """Give the name of a window as every system takes it in a file's name."""
    return "-".join(re.findall(r"\w+", name))


def draw_pages() -> None:
    """Draw every page of a pack and of a board report of made-up caseloads."""
    report = report_of(releases.publication(*releases.tables()), Ground(outlines=releases.EAST))
    documents = {"pack": render_pack(sample_packs.pack(12)), "report": draw_pdf(report)}
    for name, pdf in documents.items():
        for number, page in enumerate(page_images(pdf, PAGE_WIDTH), 1):
            image = QImage(
                page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32
            )
            image.save(str(EVERY / f"{name}-page-{number:02}.png"))


def settle() -> None:
    """Let layouts and paints that are due happen."""
    QApplication.sendPostedEvents()


def dispose(shown: QWidget) -> None:
    """Close a window and have it deleted now."""
    shown.close()
    shown.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    sys.exit(main())
