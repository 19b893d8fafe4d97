"""Every value a person can meet has a name."""

import importlib
import pkgutil
import re
from enum import StrEnum

import pytest

import psg_desktop.domain
from psg_desktop.domain.cases import CaseKind, CaseMove
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.people import IdentifierKind
from psg_desktop.words.names import NAMED, choices, name

# Codes with sentences in modules of their own, and names of columns that the grid words itself.
ELSEWHERE = {
    "ActionColumn", "AgencyColumn", "BreakdownCode", "Check", "CountedUnit", "Direction",
    "DisplayRule", "Effect", "LeftOut", "MeasureCode", "OpenFigureCode", "PeriodKind",
    "PersonColumn", "PlaceColumn", "PointingWhy", "Problem", "ProjectColumn", "SheetColumn",
    "Source", "Verdict",
}  # fmt: skip


def test_that_every_kind_of_word_in_the_domain_is_named_here() -> None:
    prefix = psg_desktop.domain.__name__ + "."
    found = {
        member
        for module in pkgutil.walk_packages(psg_desktop.domain.__path__, prefix)
        for member in vars(importlib.import_module(module.name)).values()
        if isinstance(member, type) and issubclass(member, StrEnum) and member is not StrEnum
    }
    assert {one.__name__ for one in found - set(NAMED)} == ELSEWHERE
    assert found >= set(NAMED)


@pytest.mark.parametrize("kind", NAMED)
def test_that_names_are_sentence_case_and_told_apart(kind: type[StrEnum]) -> None:
    shown = [words for _, words in choices(kind)]
    assert len(set(shown)) == len(kind)
    for words in shown:
        assert words[0].isupper()
        assert "_" not in words
        # An abbreviation that was put in lower case by mistake.
        assert not re.search(r"\b(nhs|pnc|cro|psg|csp)\b", words, re.IGNORECASE) or re.search(
            r"\b(NHS|PNC|CRO|PSG|CSP)\b", words
        )


def test_that_equal_codes_of_two_kinds_keep_their_own_names() -> None:
    assert name(CaseKind.PERSON) == name(PartyKind.PERSON) == "Person"
    assert name(CaseMove.HOLD) == "Put on hold"
    assert name(IdentifierKind.NHS_NUMBER) == "NHS number"
