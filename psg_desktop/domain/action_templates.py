"""Action templates: first steps that are usual for a focus area, to start an action from."""

from dataclasses import dataclass
from datetime import date

from psg_desktop.domain import text
from psg_desktop.domain.agencies import AgencyKind
from psg_desktop.domain.ids import ActionTemplateId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards, covers


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionTemplate:
    """What is usually done about a focus area, by whom and within how many days.

    Attributes:
        focus_area: Code of the focus area it is for, "" where it serves any case.
        owner_kind: The kind of agency that usually owns it, None where that differs.

    Raises:
        Refused: It says nothing, is too long, leaves no day, or ends before it starts.
    """

    id: ActionTemplateId
    focus_area: str = ""
    what: str
    owner_kind: AgencyKind | None = None
    days: int = 14
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a template of nothing."""
        found = Findings()
        found.when(not self.what.strip(), "what", Problem.TEXT_MISSING)
        found.when(len(self.what) > text.TEXT_LIMIT, "what", Problem.TEXT_TOO_LONG)
        found.when(self.days < 1, "days", Problem.INTERVAL_NOT_POSITIVE)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it is offered on *day*."""
        return covers(self.since, self.until, day)

    def serves(self, focus_areas: tuple[str, ...]) -> bool:
        """Say whether it is offered for a case of these focus areas."""
        return not self.focus_area or self.focus_area in focus_areas
