"""The section of figures that are shown exactly: priority areas, projects, reviews by law."""

from collections.abc import Iterator
from typing import Final

from psg_desktop.papers.board_report.parts import Matter, Part, Section, Sentence
from psg_desktop.papers.statistics.publication import OpenTable, Publication
from psg_desktop.words import board_report as words

_ORDER: Final = (
    "priority_areas", "moves_of_priority_areas", "projects_by_rating", "money_of_projects",
    "asb_case_reviews", "recommendations_of_death_reviews",
)  # fmt: skip
_NOTHING: Final = {
    "moves_of_priority_areas": words.NO_MOVES,
    "money_of_projects": words.NO_MONEY,
}
_LAW: Final = "asb_case_reviews"


def open_section(publication: Publication) -> Section:
    """Give the section, each table under what is to be said of it."""
    tables = {one.code: one for one in publication.open_tables}
    ordered = [tables[code] for code in _ORDER if code in tables]
    parts = [part for one in ordered for part in _parts(one)]
    first = Sentence(words=words.OPEN_FIGURES if parts else words.NO_TABLE)
    return Section(title=words.OTHER, parts=(first, *parts))


def _parts(one: OpenTable) -> Iterator[Part]:
    if not one.rows:
        yield Sentence(words=_NOTHING.get(one.code, words.nothing_of(one.title)))
        return
    if one.code == _LAW:
        yield Sentence(words=words.CASE_REVIEW_LAW)
    yield Matter(title=one.title, headers=one.headers, rows=one.rows)
