"""The sections of the report that count people's cases, reviews, actions and interventions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from psg_desktop.domain.statistics.measures import MeasureCode
from psg_desktop.domain.statistics.published import PublishedTable, StatisticsRelease
from psg_desktop.papers.board_report import tables
from psg_desktop.papers.board_report.parts import Matter, Part, Section, Sentence
from psg_desktop.papers.board_report.reading import MAPPED, Numbers
from psg_desktop.papers.board_report.tables import Told
from psg_desktop.papers.board_report.ward_map import map_parts
from psg_desktop.papers.statistics.demand_table import demand_table
from psg_desktop.reference.boundaries import Outline
from psg_desktop.words import board_report as words
from psg_desktop.words import statistics_demand as demand_words
from psg_desktop.words.demand import MEAN_CAVEAT

# Tables of a section in its order; a release has of each the finer or the coarser one, or neither.
_SECTIONS: Final = (
    (
        words.CASELOAD,
        (
            "flow", "flow_by_kind", "open_by_risk", "open_by_age", "open_by_lead_agency",
            "open_by_lead_agency_kind", "referred_by_referring_agency",
            "referred_by_referring_agency_kind", "decided_by_outcome", "decided_by_acceptance",
            "undecided_by_waiting",
        ),
    ),
    (
        words.TIMELINESS,
        (
            "reviews", "reviews_by_lead_agency", "reviews_by_lead_agency_kind", "actions",
            "actions_by_owner_agency", "actions_by_owner_agency_kind",
        ),
    ),
    (words.PROBLEMS, ("open_by_focus_area", "open_by_focus_group")),
    (words.WHERE, MAPPED),
    (words.OUTCOMES, ("closed_by_reason", "closed_by_final_risk", "outcomes", "referred_again")),
    (
        words.INTERVENTIONS,
        ("interventions", "interventions_by_kind", "interventions_by_family"),
    ),
)  # fmt: skip
# Not every table has a chart: the report is to be read at a meeting.
_CHARTED: Final = frozenset(
    {
        "reviews", "reviews_by_lead_agency", "reviews_by_lead_agency_kind", "actions",
        "actions_by_owner_agency", "actions_by_owner_agency_kind", "open_by_focus_area",
        "open_by_focus_group", "open_by_risk", "closed_by_reason",
    }
)  # fmt: skip
# What is drawn over time of a table whose rows are measures.
_OVER_TIME: Final = {
    "flow": MeasureCode.OPEN_AT_END,
    "interventions": MeasureCode.INTERVENTIONS_LIVE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What maps are drawn on: outlines of wards, and the sentence on whose they are."""

    outlines: Sequence[Outline] = ()
    licence: str = words.MAP_LICENCE


def counted_sections(release: StatisticsRelease, source: str, ground: Ground) -> Iterator[Section]:
    """Give the sections about what is counted of people's cases.

    Args:
        release: With its tables.
        source: Whose figures these are, below each chart.
        ground: What the map is drawn on.
    """
    numbers = Numbers(release)
    for title, codes in _SECTIONS:
        told = Told()
        for published in filter(None, map(numbers.table, codes)):
            told.take(published, partial(_pictures, published, source, ground))
        nothing = words.NO_WARDS if title == words.WHERE else words.NO_TABLE
        more = tuple(_demand(release)) if title == words.OUTCOMES else ()
        yield Section(title=title, parts=(*told.closed(nothing), *more))


def _demand(release: StatisticsRelease) -> Iterator[Part]:
    if not release.cohorts:
        yield Sentence(words=words.NO_DEMAND)
        return
    table = demand_table(release.cohorts)
    *headers, _ = table.headers
    yield Matter(title=table.title, headers=(*headers, demand_words.COMPARED), rows=table.rows)
    yield Sentence(words=demand_words.DEFINITION)
    yield Sentence(words=MEAN_CAVEAT)


def _pictures(published: PublishedTable, source: str, ground: Ground) -> Sequence[Part]:
    code = published.table.code
    if code in MAPPED:
        return map_parts(published, ground.outlines, source, ground.licence)
    if code in _OVER_TIME:
        return tables.over_time(published, _OVER_TIME[code], source)
    return tables.by_row(published, source) if code in _CHARTED else ()
