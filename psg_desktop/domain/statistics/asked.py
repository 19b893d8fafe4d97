"""A table that somebody asks for: a measure, a period, and what it is broken down by."""

from dataclasses import dataclass

from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.measures import MeasureCode
from psg_desktop.domain.statistics.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A table to be made; its breakdowns in rows first, then in columns."""

    measure: MeasureCode
    period: Period
    breakdowns: tuple[BreakdownCode, ...] = ()

    @property
    def code(self) -> str:
        """What it is called among tables, such as "opened_by_kind_ward"."""
        by = ("by", *(one.value for one in self.breakdowns)) if self.breakdowns else ()
        return "_".join((self.measure.value, *by))
