"""The threshold and the times of ASB case reviews: dated, and changed from today on."""

from dataclasses import replace
from typing import Any

from typing_extensions import override

from psg_desktop.casework.asb_reviews import review_rules
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_rules import CountedFrom, ReviewThreshold, ReviewTime
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.ui.parts.choosing import choice_of, give_way
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.controls import LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import names

_NUMBER = "Enter a whole number, such as 3."
_THRESHOLD = ("complaints", "months", "report_months", "people", "source")


class ReviewRulesCard(SettingsCard):
    """The threshold, then the time of each step; rows in force first."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, "ASB case reviews")

    @override
    def concern(self) -> object:
        return review_rules.thresholds(self.office), review_rules.times(self.office)

    @override
    def draw(self) -> None:
        self.say(
            "A change counts for applications received from that day on. The times shipped with "
            "the program are examples: put in those of your published procedure, and check this "
            "with your legal team."
        )
        today = self.office.today()
        kept = sorted(review_rules.thresholds(self.office), key=lambda one: not one.in_force(today))
        times = sorted(review_rules.times(self.office), key=lambda one: not one.in_force(today))
        self.add_entries([*map(self._threshold, kept), *map(self._time, times)])

    def _threshold(self, row: ReviewThreshold) -> Entry:
        people = f", or reports by {row.people} different people" if row.people else ""
        return Entry(
            key=row.id,
            title=f"Threshold: {_counted(row.complaints, 'qualifying complaint')}{people}",
            facts=self._facts(
                row,
                f"reported within {_counted(row.report_months, 'month')}",
                f"applied for within {_counted(row.months, 'month')} of the report",
            ),
            text=row.source,
            about="Where it comes from",
            steps=self._steps(row, lambda: threshold_sheet(self.office, row)),
        )

    def _time(self, row: ReviewTime) -> Entry:
        return Entry(
            key=row.id,
            title=f"{names.name(row.step)}: {_counted(row.days, 'working day')}",
            facts=self._facts(row, f"from: {names.name(row.counted_from).casefold()}"),
            text=row.source,
            about="Where it comes from",
            steps=self._steps(row, lambda: time_sheet(self.office, row)),
        )

    def _facts(self, row: ReviewThreshold | ReviewTime, *said: str) -> str:
        used = "" if row.in_force(self.office.today()) else "Out of use"
        return "  ·  ".join(part for part in (used, *said, span(row.since, row.until)) if part)

    def _steps(self, row: ReviewThreshold | ReviewTime, sheet: Any) -> tuple[Step, ...]:
        if not row.in_force(self.office.today()):
            return ()
        return (Step(words="Change", done=lambda: self.ask(sheet())),)


def threshold_sheet(office: Office, known: ReviewThreshold) -> RecordSheet:
    """Give the form that sets the threshold from today on."""
    form = Form()
    form.add("complaints", "Qualifying complaints that meet it", CountLine(_NUMBER),
             hint="The law allows no more than 3. A local number may be lower.")  # fmt: skip
    form.add("report_months", "Reported within so many months of the behaviour", CountLine(_NUMBER),
             hint="The law's own time is 1.")  # fmt: skip
    form.add("months", "Applied for within so many months of the report", CountLine(_NUMBER),
             hint="The law's own time is 6.")  # fmt: skip
    form.add("people", "Or reports by so many different people", CountLine(_NUMBER), optional=True,
             hint="Some councils hold a review when five people report the same.")  # fmt: skip
    form.add("source", "Where it was agreed and published", LongText(lines=3), optional=True)
    form.show_values({name: getattr(known, name) for name in _THRESHOLD})

    def keep(given: dict[str, Any]) -> None:
        changed = replace(known, **given | {"people": given["people"] or None})
        review_rules.change_threshold(office, known, changed)

    return RecordSheet("Threshold of case reviews", form, keep)


def time_sheet(office: Office, known: ReviewTime) -> RecordSheet:
    """Give the form that sets the time of a step from today on."""
    form = Form()
    form.add("days", "Working days", CountLine(_NUMBER))
    form.add("counted_from", "Counted from", give_way(choice_of(CountedFrom)))
    form.add("source", "Where it is published", LongText(lines=3), optional=True)
    names_ = ("days", "counted_from", "source")
    form.show_values({name: getattr(known, name) for name in names_})

    def keep(given: dict[str, Any]) -> None:
        if given["counted_from"] is None:
            raise refuse("counted_from", Problem.NOTHING_CHOSEN)
        review_rules.change_time(office, known, replace(known, **given))

    return RecordSheet(names.name(known.step), form, keep)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else f'{noun}s'}"
