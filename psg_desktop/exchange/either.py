"""Reads a column that names a person in one row and a place in the next.

The kind the row states decides; without one the words decide where they are plain, and where they
are not a person is asked.
"""

import re

from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.places import PlaceKind
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.troubles import Remark, Trouble
from psg_desktop.exchange.word_lists import place_kind

_BY_KIND: dict[str, Field] = {
    CaseKind.PERSON: Field.PERSON_NAME,
    CaseKind.PLACE: Field.PLACE_NAME,
    CaseKind.PROJECT: Field.PROJECT_NAME,
}
_SAID = re.compile(r"(person|place|project):\s*(\S.*)\Z", re.IGNORECASE)
_TITLE = re.compile(r"(?:mr|mrs|ms|miss|mx|dr)\b\.?\s", re.IGNORECASE)
_NAME_WORD = r"[^\W\d_][\w'\u2019.\-]*"
_NAME = re.compile(rf"{_NAME_WORD}(?:,? {_NAME_WORD}){{1,3}}")
_NUMBER = re.compile(r"\b[0-9]{1,4}[a-z]?\b", re.IGNORECASE)


def told_apart(written: str, kind: str) -> tuple[Field | None, str, tuple[Remark, ...]]:
    """Give the field a name belongs to, the name, and what is to be said or asked about it.

    The kind is the code of a `CaseKind`, "" where the row states none.
    """
    said = _SAID.match(written)
    if said is not None:
        return _BY_KIND[said[1].lower()], said[2], ()
    if kind:
        return _BY_KIND[kind], written, ()
    return _by_words(written)


def _by_words(written: str) -> tuple[Field | None, str, tuple[Remark, ...]]:
    like_place = place_kind(written) is not PlaceKind.OTHER
    numbered = _NUMBER.search(written) is not None
    if (like_place and numbered) or _ends_in_postcode(written):
        return Field.PLACE_NAME, written, (_taken_for(written, "place"),)
    if _TITLE.match(written) or (_NAME.fullmatch(written) and not like_place):
        return Field.PERSON_NAME, written, (_taken_for(written, "person"),)
    return None, "", (_asked(written, "place" if like_place or numbered else "person"),)


def _ends_in_postcode(written: str) -> bool:
    return tidy_postcode(" ".join(written.split()[-2:])) is not None


def _taken_for(written: str, what: str) -> Remark:
    return Remark(
        trouble=Trouble.TAKEN_FOR,
        sentence=f"\u201c{written}\u201d was taken for a {what}.",
        advice="Write \u201cperson:\u201d or \u201cplace:\u201d before it if it is something else.",
    )


def _asked(written: str, likelier: str) -> Remark:
    return Remark(
        trouble=Trouble.PERSON_OR_PLACE,
        sentence=f"\u201c{written}\u201d may be a person or a place.",
        advice="Write \u201cperson:\u201d or \u201cplace:\u201d before it, or match a column that "
        "says which to \u201cKind of case\u201d.",
        suggestion=f"{likelier}: {written}",
    )
