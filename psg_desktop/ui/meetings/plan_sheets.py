"""Forms that plan meetings: one, or a series; and that change or cancel one."""

from dataclasses import replace
from typing import Any

from psg_desktop.casework.meeting import meeting_series, meetings
from psg_desktop.casework.meeting.meeting_series import Planned
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import Meeting, MeetingGroup
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.clock_times import TimeLine
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.number_lines import CountLine, WholeLine
from psg_desktop.ui.parts.sheets import RecordSheet, edited
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates, names

_USUAL_WEEKS = 4
_SHOWN = 60
_FACTS = ("on", "starts", "length", "place", "chair", "papers_days", "referral_days")


def meeting_name(group: MeetingGroup) -> str:
    """Give "PSG meeting", "Delivery Group meeting" or "CSP board meeting"."""
    return f"{names.name(group)} meeting"


def new_sheet(office: Office, group: MeetingGroup) -> RecordSheet:
    """Give the form that plans one meeting, with the usual facts of its group."""
    usual = meetings.usual(office, group, office.today())
    form = _form(office)
    form.show_values({name: getattr(usual, name) for name in _FACTS} | {"on": None})

    def keep(given: dict[str, Any]) -> None:
        meetings.plan(office, replace(usual, **_checked(given)))

    return RecordSheet(f"Plan a {meeting_name(group)}", form, keep, save="Plan the meeting")


def change_sheet(office: Office, id_: MeetingId) -> RecordSheet:
    """Give the form that changes the day, time, place, chair and cut-offs of a meeting."""
    shown = meetings.get(office, id_)
    form = _form(office)
    form.show_values({name: getattr(shown, name) for name in _FACTS})

    def keep(given: dict[str, Any]) -> None:
        changed = edited(shown, _checked(given))
        meetings.amend(office, replace(meetings.get(office, id_), **changed))

    return RecordSheet(f"The {meeting_name(shown.group)}", form, keep)


def cancel_sheet(office: Office, meeting: Meeting) -> RecordSheet:
    """Give the form that calls a meeting off."""
    form = Form()
    form.add("cancelled_because", "Why it is cancelled", LongText(lines=3))

    def keep(given: dict[str, Any]) -> None:
        meetings.cancel(office, meeting.id, given["cancelled_because"])

    words = f"Cancel the {meeting_name(meeting.group)} of {dates.grid(meeting.on)}"
    return RecordSheet(words, form, keep, save="Cancel the meeting")


class SeriesSheet(RecordSheet):
    """Plans meetings every so many weeks on one weekday, keeping off bank holidays."""

    def __init__(self, office: Office, group: MeetingGroup) -> None:
        form = Form()
        form.add("first", "First meeting", date_ahead(office), hint="Its weekday is kept.")
        form.add(
            "weeks", "Weeks between meetings", CountLine("Enter a number of weeks, 1 or more.")
        )
        form.add("last", "Until", date_ahead(office), hint="Such as +1y.")
        form.show_values({"weeks": _USUAL_WEEKS})
        said = label(role="hint", wrap=True)
        form.add_widget(said)
        words = f"Plan a series of {meeting_name(group)}s"
        super().__init__(words, form, self._keep_series, save="Plan the meetings")
        self._office, self._group, self.said = office, group, said
        form.changed.connect(self._say)

    def planned(self) -> tuple[Planned, ...]:
        """Give the meetings that would be planned, none while an answer is missing."""
        given = self.form.values()
        first, weeks, last = given["first"], given["weeks"], given["last"]
        if first is None or last is None or weeks < 1:
            return ()
        return meeting_series.series(first, weeks, last)

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
        meetings.plan_days(self._office, self._group, [one.on for one in self.planned()])


def _form(office: Office) -> Form:
    form = Form()
    form.add("on", "Date of the meeting", date_ahead(office), hint="Such as 3 dec or +2w.")
    form.add("starts", "Starts at", TimeLine(), hint="Such as 10:00 or 2pm.", optional=True)
    form.add("length", "Length in minutes", CountLine("Enter the minutes, such as 120."))
    form.add("place", "Place", Line(longest=LINE_LIMIT), optional=True)
    form.add("chair", "Chair", Line(longest=LINE_LIMIT), optional=True)
    form.add(
        "papers_days", "Papers go out", WholeLine(), hint="Working days before the meeting, or 0."
    )
    form.add(
        "referral_days", "Referrals close", WholeLine(), hint="Working days before the meeting."
    )
    return form


def _checked(given: dict[str, Any]) -> dict[str, Any]:
    """Give the answers, refusing those without which there is no meeting at all."""
    found = Findings()
    found.when(given["on"] is None, "on", Problem.DATE_MISSING)
    for name in ("papers_days", "referral_days"):
        found.when(given[name] is None, name, Problem.LENGTH_NOT_POSSIBLE)
    found.settle()
    return given


def _said(one: Planned) -> str:
    moved = f" (not {dates.short(one.instead_of)}, a bank holiday)" if one.instead_of else ""
    return f"{dates.grid(one.on)}{moved}"
