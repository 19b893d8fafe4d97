"""What can be typed after `psg-desktop`, with the help for each verb."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

from typing_extensions import override

from psg_desktop import __version__

PROGRAM = "psg-desktop"
_EPILOG = (
    "Exit codes: 0 done, 1 refused with the reason, 2 wrong usage, 3 a person must decide "
    "something first. Without a verb the window opens."
)


# What the library says about wrong usage, and what a person reads instead.
_PLAIN: Final = (
    ("the following arguments are required: VERB", "Say what to do: give one of the verbs below."),
    ("the following arguments are required: ", "Something is missing: "),
    ("unrecognized arguments: ", "This is not known here: "),
    ("invalid choice: ", "There is no such choice: "),
    ("expected one argument", "A value is missing after it."),
    ("invalid int value: ", "Give a whole number, not "),
)


class _Parser(ArgumentParser):
    """A parser that says in a sentence what is wrong."""

    @override
    def error(self, message: str) -> NoReturn:
        for technical, plain in _PLAIN:
            message = message.replace(technical, plain)
        said = message.removeprefix("argument ")
        print(f"{self.format_usage()}{self.prog}: {said}", file=sys.stderr)
        self.exit(2)


def parser() -> ArgumentParser:
    """Make the parser of every verb."""
    top = _Parser(
        prog=PROGRAM,
        description="An offline, encrypted case desk for Problem-Solving Groups.",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"PSG Desktop {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=_Parser)

    def verb(name: str, purpose: str) -> ArgumentParser:
        # No option may be cut short: "--passphrase WORDS" would be taken for the name of a file,
        # and the words would stand in the list of processes.
        return verbs.add_parser(
            name, help=purpose, description=purpose, epilog=_EPILOG, allow_abbrev=False
        )

    _demo(verb("demo", "Make a sample caseload with a pack and published statistics."))
    _create(verb("create", "Make a new, empty vault."))
    _import(verb("import", "Bring in rows of a spreadsheet (.xlsx, .ods, .csv ...)."))
    _list(verb("list", "List cases, actions or reviews that are due."))
    _export(verb("export", "Write every record as JSON lines and CSV; the files name people."))
    _pack(verb("pack", "Write the approved Delivery Group pack for a meeting as PDF."))
    _subject_access(
        verb("subject-access", "Gather what is held on a person, others masked, for review.")
    )
    _redact(verb("redact", "Mask identities in the text on standard input."))
    _statistics(verb("statistics", "Publish a period's statistics, proven safe, as workbooks."))
    _releases(verb("releases", "List the statistics that were published."))
    _audit(verb("audit", "Attack published tables from outside and list what they give away."))
    _backup(verb("backup", "Write a backup and try it by restoring it elsewhere."))
    _verify(verb("verify", "Check every part of a vault or of a backup file."))
    _restore(verb("restore", "Make a vault of a backup file."))
    verb("self-test", "Try vault, case, pack and reopening in a temporary folder.")
    return top


def parse(arguments: list[str]) -> Namespace:
    """Read the arguments; leaves the program with code 2 and a sentence where they are wrong."""
    return parser().parse_args(arguments)


def _vault(sub: ArgumentParser, *, needed: bool = True) -> None:
    if needed:
        sub.add_argument("vault", metavar="VAULT", type=Path, help="the vault's folder")
    else:
        sub.add_argument(
            "vault",
            metavar="VAULT",
            type=Path,
            nargs="?",
            help="a vault whose people and places are masked wherever they stand",
        )
    sub.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        help="a file whose first line is the passphrase; without it you are asked",
    )


def _json(sub: ArgumentParser) -> None:
    sub.add_argument("--json", action="store_true", help="write the result as JSON")


def _demo(sub: ArgumentParser) -> None:
    sub.add_argument("folder", metavar="DIR", type=Path, help="where the files go")
    sub.add_argument("--cases", metavar="N", type=_count, default=200, help="about so many cases")
    sub.add_argument(
        "--quarters",
        type=int,
        choices=range(5),
        default=4,
        help="how many of the last quarters to publish statistics of",
    )
    sub.add_argument(
        "--seed", metavar="S", type=int, default=1, help="the same seed, the same caseload"
    )


def _create(sub: ArgumentParser) -> None:
    _vault(sub)
    sub.add_argument(
        "--partnership",
        metavar="NAME",
        default="Community Safety Partnership",
        help="the partnership's name",
    )
    sub.add_argument(
        "--district", metavar="CODE", default="", help="GSS code of the district, E07000009 say"
    )


def _import(sub: ArgumentParser) -> None:
    _vault(sub)
    sub.add_argument("file", metavar="FILE", type=Path, help="the spreadsheet")
    sub.add_argument(
        "--template", metavar="T", help="a remembered column mapping, or a JSON file of one"
    )
    sub.add_argument("--sheet", metavar="NAME", help="the sheet, where there are several")
    sub.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
    sub.add_argument(
        "--skip-wrong",
        action="store_true",
        help="leave out rows that are wrong, and bring in the others",
    )
    sub.add_argument(
        "--rejected",
        metavar="FILE",
        type=_workbook,
        help="write the rows left out here, with reasons: an .xlsx workbook",
    )
    _json(sub)


def _list(sub: ArgumentParser) -> None:
    _vault(sub)
    sub.add_argument("what", choices=("cases", "actions", "reviews"), help="what to list")
    _json(sub)


def _export(sub: ArgumentParser) -> None:
    _vault(sub)
    sub.add_argument("--out", metavar="DIR", type=Path, required=True, help="where the files go")


def _pack(sub: ArgumentParser) -> None:
    _vault(sub)
    sub.add_argument(
        "--meeting", metavar="DATE", type=_day, required=True, help="the meeting, as 2026-12-03"
    )
    sub.add_argument("--out", metavar="FILE", type=Path, required=True, help="the PDF to write")
    sub.add_argument(
        "--accept-unmarked",
        action="store_true",
        help="accept, as proposed, every text in which nothing is doubtful",
    )


def _subject_access(sub: ArgumentParser) -> None:
    _vault(sub)
    sub.add_argument(
        "person", metavar="PERSON", help="a name the person is known by, or their identifier"
    )
    sub.add_argument("--out", metavar="DIR", type=Path, required=True, help="where the files go")
    sub.add_argument(
        "--request", metavar="REF", help="apply what was decided for this request, IR-2026-004 say"
    )


def _redact(sub: ArgumentParser) -> None:
    _vault(sub, needed=False)
    _json(sub)


def _statistics(sub: ArgumentParser) -> None:
    _vault(sub)
    sub.add_argument(
        "--period", metavar="P", required=True, help="2026Q3, 2025-26 or 2026Q3-12m say"
    )
    sub.add_argument("--out", metavar="DIR", type=Path, required=True, help="where the files go")
    sub.add_argument(
        "--table", metavar="MEASURE", help="publish one table instead of the board's, opened say"
    )
    sub.add_argument(
        "--by", metavar="BREAKDOWN", action="append", default=[],
        help="break that table down by kind say; up to three times",
    )  # fmt: skip
    sub.add_argument("--plan", action="store_true", help="say what would be shown, publish nothing")


def _releases(sub: ArgumentParser) -> None:
    _vault(sub)
    _json(sub)


def _audit(sub: ArgumentParser) -> None:
    sub.add_argument(
        "places",
        metavar="DIR",
        type=Path,
        nargs="+",
        help="folders of published tables, or single files of a release",
    )
    _json(sub)


def _backup(sub: ArgumentParser) -> None:
    _vault(sub)
    sub.add_argument(
        "--out", metavar="FOLDER", type=Path, required=True, help="a folder outside the vault"
    )


def _verify(sub: ArgumentParser) -> None:
    _vault(sub)
    _json(sub)


def _restore(sub: ArgumentParser) -> None:
    sub.add_argument("file", metavar="BACKUP", type=Path, help="the backup file")
    _vault(sub)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("Give the date as year-month-day, such as 2026-12-03.") from None


def _workbook(text: str) -> Path:
    if not text.lower().endswith(".xlsx"):
        raise ArgumentTypeError("The rows left out are written as a workbook: end it in .xlsx.")
    return Path(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError("Give a whole number, 1 or more.")
    return int(text)
