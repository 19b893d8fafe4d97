"""Spellings that caseworkers really use, written without looking at the finder's own forms."""

import random
from collections.abc import Callable

FIRST = [
    "John",
    "Siân",
    "Rose",
    "Will",
    "Mark",
    "Grace",
    "Łukasz",
    "Eglė",
    "Ștefan",
    "Søren",
    "Anne-Marie",
    "Mohammed",
    "Kevin",
    "Sharon",
    "Jo",
    "Oluwaseun",
    "Zoë",
    "Bartłomiej",
    "May",
    "Summer",
    "Agnieszka",
    "D'Arcy",
    "Li",
    "Nguyệt",
    "Frank",
    "Penny",
    "Art",
]
LAST = [
    "Smith",
    "O'Brien",
    "McDonald",
    "MacKenzie",
    "Ng",
    "Li",
    "Begum",
    "Okafor",
    "Green",
    "Walker-Jones",
    "Kowalski",
    "Wiśniewska",
    "Müller",
    "Größ",
    "Marsh",
    "Young",
    "Field",
    "O’Neill",
    "van Dijk",
    "Al-Rashid",
    "Sørensen",
    "Petrauskienė",
    "Church",
    "Brook",
    "Day",
    "De Souza",
    "Fitzgerald",
    "Hill",
    "St John",
    "Ivănescu",
    "Price-Ødegård",
]
FILLER = [
    "Officers attended after a call about noise.",
    "The tenancy was reviewed at the meeting.",
    "Housing wrote to the household twice",
    "no further action was taken;",
    "a warning was issued in March",
    "support was offered, and refused",
    "complaints fell",
]


def typo(word: str, chance: random.Random) -> str:
    """Make one slip in a word of five letters or more: drop, double, exchange or mistype."""
    place = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + word[place] + word[place:]
    if kind == 2:
        return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    return word[:place] + chance.choice("qxzkv") + word[place + 1 :]


def without_marks(word: str) -> str:
    return "".join(c for c in word if c not in "'’-")


NAME_VARIANTS: dict[str, Callable[[str, str], str]] = {
    "as held": lambda f, s: f"{f} {s}",
    "upper": lambda f, s: f"{f} {s}".upper(),
    "lower": lambda f, s: f"{f} {s}".lower(),
    "reversed": lambda f, s: f"{s}, {f}",
    "reversed plain": lambda f, s: f"{s} {f}",
    "possessive": lambda f, s: f"{f} {s}'s",
    "curly possessive": lambda f, s: f"{f} {s}’s",
    "without marks": lambda f, s: f"{without_marks(f)} {without_marks(s)}",
    "marks to spaces": lambda f, s: (
        f"{f} {s}".replace("'", " ").replace("’", " ").replace("-", " ")
    ),
    "hyphen of another kind": lambda f, s: f"{f} {s}".replace("-", "\u2011"),
    "joined": lambda f, s: without_marks(f + s).replace(" ", ""),
    "line break": lambda f, s: f"{f}\n{s}",
    "windows line break": lambda f, s: f"{f}\r\n{s}",
    "many spaces": lambda f, s: f"{f}   \t {s}",
    "no-break space": lambda f, s: f"{f}\u00a0{s}",
    "zero width": lambda f, s: "\u200b".join(f"{f} {s}"),
    "soft hyphen": lambda f, s: f"{f[:2]}\u00ad{f[2:]} {s[:2]}\u00ad{s[2:]}",
    "full width": lambda f, s: "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in f"{f} {s}"
    ),
    "initial": lambda f, s: f"{f[0]} {s}",
    "dotted initial": lambda f, s: f"{f[0]}. {s}",
    "initial after": lambda f, s: f"{s} {f[0]}",
    "dotted initials": lambda f, s: f"{f[0]}.{s[0].upper()}.",
    "spaced initials": lambda f, s: f"{f[0]}. {s[0].upper()}.",
    "titled": lambda _, s: f"Mr {s}",
    "titled initial": lambda _, s: f"Mrs {s[0].upper()}",
    "underscore": lambda f, s: f"{f}_{s}",
    "dot": lambda f, s: f"{f}.{s}",
    "slash": lambda f, s: f"{f}/{s}",
    "in quotes": lambda f, s: f"“{f}” ‘{s}’",
    "in brackets": lambda f, s: f"({f}) [{s}]",
    "with a digit": lambda f, s: f"{f}{s}84",
    "emoji": lambda f, s: f"{f}😀{s}",
}
