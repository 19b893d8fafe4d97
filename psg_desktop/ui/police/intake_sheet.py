"""The form that shows what police files would bring in, and brings it in."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import police
from psg_desktop.casework.statistics.police import Intake, KindTally
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import police as words


def intake_sheet(office: Office, intake: Intake) -> RecordSheet:
    """Give the form; nothing is on record before its button is pressed."""
    form = Form()
    form.add_widget(
        label(words.would_keep(len(intake.new), len(intake.revised)), "strong", wrap=True)
    )
    if intake.unchanged:
        form.add_widget(label(words.unchanged(intake.unchanged), wrap=True))
    for one in intake.tallies:
        form.add_widget(label(words.figure(one.kind), "section"))
        form.add_widget(_facts(one))
    if intake.notices:
        form.add_widget(label("What to know about these files", "section"))
    for sentence in intake.notices:
        form.add_widget(label(sentence, wrap=True))
    for sentence in (words.LABEL, words.POINTS, words.ATTRIBUTION):
        form.add_widget(label(sentence, "secondary", wrap=True))
    return RecordSheet(
        "Bring in police figures",
        form,
        lambda _given: police.bring_in(office, intake),
        save="Bring them in",
    )


def _facts(tally: KindTally) -> Facts:
    return Facts(
        [
            ("Months", words.months(tally.months)),
            ("In the wards", words.rows(tally.placed)),
            ("No location", words.rows(tally.unplaced) if tally.unplaced else ""),
            (
                "In other districts",
                f"{words.rows(tally.outside)}, left out" if tally.outside else "",
            ),
        ]
    )
