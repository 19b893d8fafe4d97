"""The forms of a release: whether it is published, and why it is withdrawn."""

from collections.abc import Callable
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import publishing
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.statistics.naming import name_of
from psg_desktop.ui.widgets.controls import LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import periods
from psg_desktop.words import statistics_page as words


def publish_sheet(
    release: StatisticsRelease, folder: Path, publish: Callable[[], object]
) -> RecordSheet:
    """Give the form that asks once more before a release is published."""
    form = Form()
    form.add_widget(label(name_of(release), "strong", wrap=True))
    form.add_widget(label(words.NEVER_AGAIN, wrap=True))
    there = sum(len(one.table.every_cell) for one in release.tables)
    shown = there - sum(one.withheld for one in release.tables)
    form.add_widget(
        Facts(
            [
                ("Period", periods.period(release.period)),
                ("Tables", f"{len(release.tables):,}"),
                ("Numbers shown", words.shown_of(shown, there)),
                ("Folder", str(folder)),
            ]
        )
    )
    return RecordSheet("Publish", form, lambda _given: publish(), save="Publish")


def withdraw_sheet(office: Office, release: StatisticsRelease) -> RecordSheet:
    """Give the form that withdraws a release."""
    form = Form()
    form.add_widget(label(name_of(release), "strong", wrap=True))
    form.add_widget(label(words.STILL_RECKONED, wrap=True))
    form.add("withdrawn_because", "Reason", LongText(lines=4), hint=words.REASON_HINT)
    return RecordSheet(
        "Withdraw the release",
        form,
        lambda given: publishing.withdraw(office, release.id, given["withdrawn_because"]),
        save="Withdraw it",
    )
