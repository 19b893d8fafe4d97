"""Clawback: money of a project that is to go back to whoever gave it."""

from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain import text
from psg_desktop.domain.ids import ClawbackId, ProjectId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards


@dataclass(frozen=True, slots=True, kw_only=True)
class Clawback:
    """Money to be paid back: how much and why, when it was agreed, asked for and recovered.

    Attributes:
        source: The funding line it goes back to.
        pence: What is to be paid back.
        recovered_on: The day of the last payment.
        recovered: What has been paid back so far, in pence.

    Raises:
        Refused: The amount, the source or the reason is missing, a day lies before the one it
            follows, more was paid back than agreed, or a payment has no day.
    """

    id: ClawbackId
    project: ProjectId
    source: str
    pence: int
    reason: str = field(repr=False)
    agreed_on: date
    asked_on: date | None = None
    recovered_on: date | None = None
    recovered: int = 0

    def __post_init__(self) -> None:
        """Refuse a claim nobody could pay."""
        found = Findings()
        found.when(not self.source.strip(), "source", Problem.NAME_MISSING)
        found.when(len(self.source) > text.LINE_LIMIT, "source", Problem.LINE_TOO_LONG)
        found.when(self.pence <= 0, "pence", Problem.AMOUNT_NOT_MONEY)
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(len(self.reason) > text.TEXT_LIMIT, "reason", Problem.TEXT_TOO_LONG)
        found.when(backwards(self.agreed_on, self.asked_on), "asked_on", Problem.BEFORE_AGREED)
        early = backwards(self.asked_on or self.agreed_on, self.recovered_on)
        found.when(early, "recovered_on", Problem.BEFORE_AGREED)
        found.when(not 0 <= self.recovered <= self.pence, "recovered", Problem.MORE_THAN_AGREED)
        found.when(self.recovered > 0 and self.recovered_on is None, "recovered_on",
                   Problem.DATE_MISSING)  # fmt: skip
        unpaid = self.recovered == 0 and self.recovered_on is not None
        found.when(unpaid, "recovered", Problem.AMOUNT_NOT_MONEY)
        found.settle()

    @property
    def outstanding(self) -> int:
        """What is still to be paid back, in pence."""
        return self.pence - self.recovered
