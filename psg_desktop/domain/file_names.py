"""Names of files from outside, made safe to show, to keep and to propose on any system."""

import re
import unicodedata

from psg_desktop.domain import text

LONGEST = 150
_SEPARATORS = re.compile(r"[/\\]+")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
# Names that Windows keeps for devices, with whatever ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_ENDING = re.compile(r"\w\.[a-z][a-z0-9]{1,3}$", re.IGNORECASE)
_NAMELESS = "document"
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_LONGEST_ENDING = 12


def shown_name(name: str) -> str:
    """Give the last part of a file's name without signs that hide or turn round what it says.

    An override of the writing direction makes "fdp.exe" look like "exe.pdf"; such signs go.
    """
    parts = [part for part in _SEPARATORS.split(name) if part.strip(". ")]
    last = parts[-1] if parts else ""
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in _HIDDEN)
    return _shortened(text.line(seen)) or _NAMELESS


def safe_name(name: str) -> str:
    """Give a name that may be written on Windows, macOS and Linux, and leads to no other folder."""
    seen = _FORBIDDEN.sub("_", shown_name(name)).strip(". ") or _NAMELESS
    return f"_{seen}" if _DEVICES.match(seen) else seen


def title_of(name: str) -> str:
    """Give the words of a file's name as the title to propose.

    "invoice.pdf.exe" keeps its ending, as it is not what the rest of its name says.
    """
    shown = shown_name(name)
    stem, _ = split(shown)
    words = shown if _ENDING.search(stem) else stem
    return text.line(words.replace("_", " "))


def split(name: str) -> tuple[str, str]:
    """Part a name into its words and its ending, such as "letter" and ".pdf"."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or not ending or len(ending) > _LONGEST_ENDING:
        return name, ""
    return stem, f".{ending}"


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    stem, ending = split(name)
    return stem[: LONGEST - len(ending)].rstrip() + ending
