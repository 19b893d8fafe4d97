"""Put placeholders where identities stood, the same for the same one within one print."""

import re
import secrets
from collections.abc import Iterable
from hashlib import sha256
from string import ascii_uppercase
from typing import Final

from psg_desktop.privacy.identities.kinds import IdentityKind, Span

_LETTERED: Final = {
    IdentityKind.PERSON: "Person",
    IdentityKind.OFFICER: "Officer",
    IdentityKind.HOUSEHOLD: "Household",
}
_NUMBERED: Final = {
    IdentityKind.ADDRESS: "Address",
    IdentityKind.STREET: "Street",
    IdentityKind.PLACE: "Place",
}
_PLAIN: Final = {
    # All alike: which of several parish councils is meant would tell where.
    IdentityKind.LOCAL_AGENCY: "local agency",
    IdentityKind.POSTCODE: "postcode",
    IdentityKind.PHONE: "phone",
    IdentityKind.EMAIL: "e-mail",
    IdentityKind.URL: "web address",
    IdentityKind.IDENTIFIER: "identifier",
    IdentityKind.REFERENCE: "reference",
    IdentityKind.VEHICLE: "vehicle",
    IdentityKind.DATE_OF_BIRTH: "date of birth",
    IdentityKind.DATE: "date",
    IdentityKind.AGE: "age",
    IdentityKind.NHS_NUMBER: "NHS number",
    IdentityKind.NI_NUMBER: "National Insurance number",
    IdentityKind.CRIME_REFERENCE: "crime reference",
    IdentityKind.UNKNOWN_NAME: "name or place",
    IdentityKind.NUMBER: "number",
}
# Whose it is reads on after the name is gone, and says nothing of the name.
_POSSESSIVE: Final = re.compile(r"\w['\u2019\u02bc]s\Z", re.IGNORECASE)


class Placeholders:
    """The placeholders of one print: "[Person C]" stands for one person all through it.

    Letters and numbers are dealt in an order of their own for each instance, so that two prints
    cannot be joined by them. A seed repeats an order, for a print that must come out the same.
    """

    def __init__(self, seed: int | None = None) -> None:
        self._salt = secrets.token_hex(16) if seed is None else str(seed)
        self._given: dict[tuple[str, str], str] = {}
        self._count: dict[str, int] = {}

    def of(self, span: Span, text: str) -> str:
        """Give the placeholder for a passage of `text`."""
        plain = _PLAIN.get(span.kind)
        if plain is not None:
            return f"[{plain}]"
        word = _LETTERED.get(span.kind) or _NUMBERED[span.kind]
        who = span.key or text[span.start : span.end].casefold()
        given = self._given.get((word, who))
        if given is None:
            given = self._given[word, who] = f"[{word} {self._next(span.kind, word)}]"
        return given

    def _next(self, kind: IdentityKind, word: str) -> str:
        count = self._count.get(word, 0)
        self._count[word] = count + 1
        if kind in _LETTERED:
            turn, place = divmod(count, len(ascii_uppercase))
            letter = self._order(word, turn, ascii_uppercase)[place]
            return f"{letter}{turn + 1}" if turn else letter
        for digits in range(1, 5):
            numbers = range(10 ** (digits - 1), 10**digits)
            if count < len(numbers):
                return self._order(word, digits, map(str, numbers))[count]
            count -= len(numbers)
        raise OverflowError("More than 9,999 places in one print.")

    def _order(self, word: str, turn: int, choices: Iterable[str]) -> list[str]:
        def drawn(choice: str) -> bytes:
            return sha256(f"{self._salt}\0{word}\0{turn}\0{choice}".encode()).digest()

        return sorted(choices, key=drawn)


def redact(text: str, spans: Iterable[Span], placeholders: Placeholders) -> str:
    """Give the text with every given passage replaced; doubtful ones are replaced as well.

    A caller who has a person's decision to keep a passage leaves its span out.
    """
    pieces: list[str] = []
    done = 0
    for span in sorted(spans, key=lambda one: one.start):
        pieces.append(text[done : span.start])
        pieces.append(placeholders.of(span, text))
        if _POSSESSIVE.search(text, span.start, span.end):
            pieces.append("'s")
        done = span.end
    pieces.append(text[done:])
    return "".join(pieces)
