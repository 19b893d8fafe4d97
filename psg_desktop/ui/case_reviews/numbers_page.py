"""The four numbers to publish for a year: each opens to the reviews it is made of."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.asb_reviews import review_numbers
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_numbers import (
    Numbers,
    Period,
    PublishedNumber,
    YearKind,
    period_of,
    starting_year,
)
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.faults import Fault
from psg_desktop.paths import documents_folder
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.choosing import choice_of, give_way
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.parts.review_statuses import state_status
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.save_place import ask_save_place
from psg_desktop.ui.widgets.sections import ReadingColumn
from psg_desktop.words import dates, names

_LAW = (
    "The law asks for these four numbers to be published for a period of at most twelve months "
    "(Anti-social Behaviour, Crime and Policing Act 2014, section 104(9) and (10)). Which months "
    "are counted, and how the numbers are published, is decided locally: check this with your "
    "legal team. The file names nobody."
)
_MEANS = {
    PublishedNumber.APPLICATIONS: "Received in the year, those withdrawn later included.",
    PublishedNumber.NOT_MET: "By the day of the decision. One decided again after an appeal "
    "counts each time.",
    PublishedNumber.CARRIED_OUT: "By the day of the first panel that was held.",
    PublishedNumber.WITH_RECOMMENDATIONS: "Of those carried out in the year.",
}
_NONE = "None in this year."

SavePlace = Callable[[QWidget, Path], Path | None]


class NumbersPage(Page):
    """Emits `review_chosen(CaseReviewId)`."""

    review_chosen = Signal(object)

    def __init__(
        self, office: Office, notifier: Notifier, save_place: SavePlace | None = None
    ) -> None:
        super().__init__("Numbers to publish")
        self._office, self._save_place = office, save_place or choose_place
        self._seen: Numbers | None = None
        self.kind = give_way(choice_of(YearKind))
        self.kind.name("Which years")
        self.year = give_way(Choice(()))
        self.year.name("Year")
        self.save = button("Save the numbers", "export")
        self.save.clicked.connect(self._save)
        self.said = label(role="secondary", wrap=True)
        self.said.hide()
        self.numbers = {number: EntryCard(names.name(number)) for number in PublishedNumber}
        self.column = ReadingColumn("Numbers to publish")
        self.column.add("law", label(_LAW, "secondary", wrap=True))
        self.column.add("year", FlowRow(self.kind, self.year))
        self.column.add("said", self.said)
        for number, card in self.numbers.items():
            self.column.add(number.value, card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.kind.set_value(YearKind.FINANCIAL)
        self._offer_years()
        self.kind.edited.connect(self._change_kind)
        self.year.edited.connect(self.refresh)
        notifier.changed.connect(self._hear)

    @property
    def period(self) -> Period:
        """The year that is shown."""
        today = self._office.today()
        kind = self.kind.value() or YearKind.FINANCIAL
        return period_of(kind, self.year.value() or starting_year(kind, today))

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.save,)

    @override
    def refresh(self) -> None:
        found = review_numbers.of_period(self._office, self.period)
        since, until = dates.prose(found.period.since), dates.prose(found.period.until)
        self.retitle(summary=f"{since} to {until}")
        for number, card in self.numbers.items():
            card.retitle(f"{names.name(number)}  {found.counts[number]:,}")
            entries = [self._entry(one, number) for one in found.reviews[number]]
            none = f"{_NONE} {_MEANS[number]}"
            card.show_entries((found.reviews[number], found.counts[number]), entries, none)
            for line in card.findChildren(EntryLine):
                # One review may stand under several numbers.
                said = f"{line.opener.toolTip()}, {names.name(number).casefold()}"
                line.opener.setAccessibleName(said)

    @override
    def focus_start(self) -> None:
        self.kind.combo.setFocus()

    def _entry(self, one: CaseReview, number: PublishedNumber) -> Entry:
        facts = [f"received {dates.grid(one.received_on)}"]
        refusals = [done.on for done in one.decisions if not done.met]
        if number is PublishedNumber.NOT_MET:
            facts += [f"decided {dates.grid(day)}" for day in refusals]
        if one.held is not None:
            facts.append(f"panel held {dates.grid(one.held.on)}")
        if one.recommendations:
            facts.append(f"{len(one.recommendations)} recommended")
        return Entry(
            key=(number, one.id),
            title=f"{one.reference}  {' '.join(one.behaviour.split())}",
            marks=(state_status(one.state),),
            facts="  ·  ".join(facts),
            opens=partial(self.review_chosen.emit, one.id),
        )

    def _offer_years(self) -> None:
        kind = self.kind.value() or YearKind.FINANCIAL
        last = starting_year(kind, self._office.today())
        first = min(starting_year(kind, review_numbers.first_day(self._office)), last - 1)
        options = []
        for year in range(last, first - 1, -1):
            words = f"{year}/{(year + 1) % 100:02}" if kind is YearKind.FINANCIAL else str(year)
            options.append(Option(year, words))
        self.year.set_options(options)
        self.year.set_value(last)

    def _change_kind(self) -> None:
        self._offer_years()
        self.refresh()

    def _save(self) -> None:
        since = self.period.since.isoformat()
        place = self._save_place(self, documents_folder() / f"ASB case reviews from {since}.csv")
        if place is None:
            return
        try:
            review_numbers.write(self._office, self.period, place)
            said = f"The numbers are saved as {place.name}."
        except Fault as fault:
            said = str(fault)
        self.said.setText(said)
        self.said.show()
        announce(self, said)

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()


def choose_place(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose where the numbers go; None when they change their mind."""
    return ask_save_place(parent, "Save the numbers", start, "Spreadsheet (*.csv)")
