"""One of each document the program writes, small and long, for the tests of its structure."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from psg_desktop.documents.pdf.pack import render_pack
from psg_desktop.domain.packs import approve
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.papers.board_report.pdf import draw_pdf
from psg_desktop.papers.board_report.sections import Ground
from psg_desktop.papers.board_report.telling import report_of
from psg_desktop.papers.disposal_certificate import CertificatePaper, certificate
from psg_desktop.papers.referral_form import BlankForm, blank_form
from psg_desktop.papers.subject_copy import CopyEntry, CopyPaper, draw_copy
from tests.documents.sample_packs import contents, filled, pack
from tests.papers.board_report import releases

_SENTENCE = "The visitors came again at night and left before morning. "


def _bare_pack() -> bytes:
    return render_pack(approve(replace(contents(0), glance=(), actions=()), undecided=0))


def _long_pack() -> bytes:
    return render_pack(approve(filled(_SENTENCE * 40, cases=1), undecided=0))


def _nameless_pack() -> bytes:
    return render_pack(approve(filled(""), undecided=0))


def _form() -> bytes:
    limbs = tuple((f"Part {number} of the test", _SENTENCE * number) for number in range(1, 9))
    return blank_form(BlankForm(partnership="Fenmarket CSP", area="Fenmarket", limbs=limbs))


def _copy(words: str, *, final: bool) -> bytes:
    entry = CopyEntry(
        kind="Note", title="12 March 2026", unsure=True, parts=(("What", words), ("By", "<b>&"))
    )
    return draw_copy(
        CopyPaper(
            partnership="Fenmarket CSP",
            title="What is held on a person",
            facts=(("Request", "IR-2026-004"), ("Asked on", "2 March 2026")),
            told=("This is a copy of what is held.", words),
            entries=(entry,) * 4,
            final=final,
        )
    )


def _certificate(words: str, classes: int) -> bytes:
    return certificate(
        CertificatePaper(
            partnership="Fenmarket CSP",
            facts=(("Certificate", "D-2026-003"), ("Why", words)),
            removed=tuple((f"Class {number}", 1_000 * number) for number in range(classes)),
            closing=("Copies may still be in backups.", words),
        )
    )


def _board_report(*tables: PublishedTable) -> bytes:
    return draw_pdf(report_of(releases.publication(*tables), Ground(outlines=releases.EAST)))


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "pack": lambda: render_pack(pack(14)),
    "real pack": lambda: render_pack(pack(1, sample=False)),
    "bare pack": _bare_pack,
    "long pack": _long_pack,
    "nameless pack": _nameless_pack,
    "referral form": _form,
    "subject copy": lambda: _copy("Seen at home.", final=True),
    "long subject copy": lambda: _copy(_SENTENCE * 200, final=False),
    "certificate": lambda: _certificate("The time is up.", 5),
    "board report": lambda: _board_report(*releases.tables()),
    "bare board report": _board_report,
    "long certificate": lambda: _certificate(_SENTENCE * 200, 90),
}


@cache
def drawn(name: str) -> bytes:
    """Draw the document of this name, once for all tests."""
    return DOCUMENTS[name]()
