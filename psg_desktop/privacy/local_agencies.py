"""Agencies whose name tells where a case is: what a depersonalised page calls them instead.

A parish or town council, or a body named after a ward or town of the district, is finer than any
area a page may name; all of one kind are called the same, so that none can be told from another.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from psg_desktop.domain.agencies import Agency, AgencyKind
from psg_desktop.privacy.identities.folding import fold_word
from psg_desktop.privacy.identities.listed import listed
from psg_desktop.reference.agencies import agencies_for
from psg_desktop.reference.districts import district, districts
from psg_desktop.reference.wards import wards_of
from psg_desktop.words.names import name

PARISH_OR_TOWN: Final = "A parish or town council"
LOCAL: Final = "A local agency"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_POSSESSIVE: Final = re.compile(r"['\u2019]s\Z")
_LEAST: Final = 3
# Parts of ward names that say which side or what kind, and not which town.
_GENERAL: Final = frozenset(
    listed(
        "and the of saint north south east west northern southern eastern western central centre"
        " town city rural village villages upper lower great little old new parish ward district"
    )
)
_LOCAL_COUNCIL: Final = re.compile(
    r"\b(?:parish|town|village|community|neighbourhood)\b.*\b(?:council|meeting)\b"
    r"|\bcity of\b.*\bcouncil\b|\bcity council\b",
    re.IGNORECASE,
)
# A council of a whole district or county is as wide as the widest area a page may name.
_WIDE: Final = frozenset({AgencyKind.DISTRICT_COUNCIL, AgencyKind.COUNTY_COUNCIL})


def group_name(agency: Agency, district_code: str, wards: frozenset[str] = frozenset()) -> str:
    """Give the name of an agency as a depersonalised page may print it.

    Args:
        agency: The agency as the vault knows it.
        district_code: GSS code of the partnership's district, "" where it is not set.
        wards: Names of wards the partnership brought in itself.
    """
    if not tells_where(agency, district_code, wards):
        return agency.label
    if agency.kind is AgencyKind.PARISH_OR_TOWN or _is_local_council(agency):
        return PARISH_OR_TOWN
    if agency.kind is AgencyKind.OTHER:
        return LOCAL
    return f"{LOCAL}: {name(agency.kind).lower()}"


def tells_where(agency: Agency, district_code: str, wards: frozenset[str] = frozenset()) -> bool:
    """Say whether the name of an agency is finer than any area a page may name."""
    if agency.kind is AgencyKind.PARISH_OR_TOWN:
        return True
    if fold_word(agency.name) in _official(district_code):
        return False
    local = local_words(district_code, wards)
    return _is_local_council(agency) or any(word in local for word in _words(agency))


@cache
def local_words(district_code: str, wards: frozenset[str] = frozenset()) -> frozenset[str]:
    """Give the folded words by which the wards of a district tell a town or a village.

    Words of the district's own name and of its county are left out: they tell nothing finer.
    """
    home = district(district_code)
    wide = _folded(home.name, home.county) if home else frozenset()
    words = _folded(*(ward.name for ward in wards_of(district_code)), *wards)
    return frozenset(word for word in words - wide - _GENERAL if len(word) >= _LEAST)


def _folded(*names: str) -> frozenset[str]:
    return frozenset(fold_word(word) for text in names for word in _WORD.findall(text))


@cache
def _official(district_code: str) -> frozenset[str]:
    """Give the folded names of the councils of England and of the bodies of this district."""
    councils = (text for one in districts() for text in (one.council, one.county_council))
    bodies = (one.name for one in agencies_for(district_code))
    return frozenset(fold_word(text) for text in (*councils, *bodies) if text)


def _is_local_council(agency: Agency) -> bool:
    if agency.kind in _WIDE:
        return False
    return any(_LOCAL_COUNCIL.search(text) for text in (agency.name, agency.short_name))


def _words(agency: Agency) -> Iterator[str]:
    for text in (agency.name, agency.short_name):
        for word in _WORD.findall(text):
            yield fold_word(_POSSESSIVE.sub("", word))
