"""Forms that plan meetings: one, or a series."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from psg_desktop.casework import meetings, settings
from psg_desktop.casework.office import Office
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates

_USUAL_WEEKS = 4
_SHOWN = 60


class Group(StrEnum):
    """Whose meetings: the field of the partnership that holds their dates."""

    PSG = "meetings"
    DELIVERY_GROUP = "pack_meetings"


NAMES = {Group.PSG: "PSG meeting", Group.DELIVERY_GROUP: "Delivery Group meeting"}


def dates_of(partnership: Partnership, group: Group) -> tuple[date, ...]:
    """Give the dates of one group's meetings in order."""
    return tuple(sorted(getattr(partnership, group.value)))


def keep_dates(office: Office, group: Group, days: set[date]) -> None:
    """Keep the dates of one group's meetings."""
    now, planned = office.partnership(), tuple(sorted(days))
    if group is Group.PSG:
        settings.save(office, replace(now, meetings=planned))
    else:
        settings.save(office, replace(now, pack_meetings=planned))


def one_sheet(office: Office, group: Group) -> RecordSheet:
    """Give the form that plans one meeting."""
    form = Form()
    form.add("on", "Date of the meeting", date_ahead(office), hint="Such as 3 dec or +2w.")

    def keep(given: dict[str, Any]) -> None:
        on, planned = given["on"], set(dates_of(office.partnership(), group))
        found = Findings()
        found.when(on is None, "on", Problem.DATE_MISSING)
        found.when(on is not None and on < office.today(), "on", Problem.DATE_IN_PAST)
        found.when(on in planned, "on", Problem.ALREADY_THERE)
        found.settle()
        keep_dates(office, group, {*planned, on})

    return RecordSheet(f"Add a {NAMES[group]}", form, keep, save="Add the meeting")


class SeriesSheet(RecordSheet):
    """Plans meetings every so many weeks on one weekday, keeping off bank holidays."""

    def __init__(self, office: Office, group: Group) -> None:
        form = Form()
        form.add("first", "First meeting", date_ahead(office), hint="Its weekday is kept.")
        form.add(
            "weeks", "Weeks between meetings", CountLine("Enter a number of weeks, 1 or more.")
        )
        form.add("last", "Until", date_ahead(office), hint="Such as +1y.")
        form.show_values({"weeks": _USUAL_WEEKS})
        said = label(role="hint", wrap=True)
        form.add_widget(said)
        words = f"Add a series of {NAMES[group]}s"
        super().__init__(words, form, self._keep_series, save="Add the meetings")
        self._office, self._group, self.said = office, group, said
        form.changed.connect(self._say)

    def planned(self) -> tuple[meetings.Planned, ...]:
        """Give the meetings that would be added, none while an answer is missing."""
        given = self.form.values()
        first, weeks, last = given["first"], given["weeks"], given["last"]
        if first is None or last is None or weeks < 1:
            return ()
        return meetings.series(first, weeks, last)

    def _say(self) -> None:
        planned = self.planned()
        if not planned:
            self.said.setText("")
            return
        several = "" if len(planned) == 1 else "s"
        days = [_said(one) for one in planned[:_SHOWN]]
        more = f"\nand {len(planned) - _SHOWN} more" if len(planned) > _SHOWN else ""
        self.said.setText(f"{len(planned)} meeting{several}:\n" + "\n".join(days) + more)

    def _keep_series(self, given: dict[str, Any]) -> None:
        first, last = given["first"], given["last"]
        found = Findings()
        found.when(first is None, "first", Problem.DATE_MISSING)
        past = first is not None and first < self._office.today()
        found.when(past, "first", Problem.DATE_IN_PAST)
        found.when(last is None, "last", Problem.DATE_MISSING)
        backwards = first is not None and last is not None and last < first
        found.when(backwards, "last", Problem.ENDS_BEFORE_START)
        found.when(given["weeks"] < 1, "weeks", Problem.INTERVAL_NOT_POSITIVE)
        found.settle()
        before = set(dates_of(self._office.partnership(), self._group))
        added = {one.on for one in self.planned()} - before
        if not added:
            raise refuse("first", Problem.ALREADY_THERE)
        keep_dates(self._office, self._group, before | added)


def _said(one: meetings.Planned) -> str:
    moved = f" (not {dates.short(one.instead_of)}, a bank holiday)" if one.instead_of else ""
    return f"{dates.grid(one.on)}{moved}"
