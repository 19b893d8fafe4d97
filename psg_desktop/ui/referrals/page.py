"""The list of referrals: who waits for a decision, what was returned, what was decided."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_lists
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import Page
from psg_desktop.domain.referral_lists import (
    ReferralColumn,
    ReferralFilter,
    ReferralOrder,
    ReferralRow,
    ReferralView,
)
from psg_desktop.domain.referrals import ReferralOutcome, ReferralState, Urgency
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.choosing import give_way, options_of
from psg_desktop.ui.parts.list_page import ListPage, ListWords
from psg_desktop.ui.parts.referral_statuses import standing
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Choice
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column, Filter, Sift, Ticked, ValueCount
from psg_desktop.words import dates, names

_VIEWS = tuple(one for one in options_of(ReferralView) if one.key is not ReferralView.WAITING)
_NOTHING = slice(0, 0)
# What a column narrows: the part of the filter, and the kind of its values.
_SIFTED: dict[str, tuple[str, type[StrEnum]]] = {
    ReferralColumn.KIND: ("kinds", CaseKind),
    ReferralColumn.STATE: ("states", ReferralState),
    ReferralColumn.URGENCY: ("urgencies", Urgency),
    ReferralColumn.OUTCOME: ("outcomes", ReferralOutcome),
}
_MAY_LACK = frozenset({ReferralColumn.URGENCY, ReferralColumn.OUTCOME})
_OF_A_VIEW = _MAY_LACK
_UNDECIDED = frozenset({ReferralView.WAITING, ReferralView.INCOMPLETE})


_TOLD: tuple[Column[ReferralRow], ...] = (
    Column("Reference", lambda row: row.reference, ReferralColumn.REFERENCE, width=98),
    Column("Received", lambda row: dates.grid(row.received_on), ReferralColumn.RECEIVED, width=134),
    Column(
        "Kind", lambda row: names.name(row.kind), ReferralColumn.KIND, width=72, sift=Sift.VALUES
    ),
    Column(
        "About",
        lambda row: row.name,
        ReferralColumn.NAME,
        width=172,
        tooltip=lambda row: row.name,
    ),
    Column(
        "Problem",
        lambda row: " ".join(row.problem.split()),
        width=90,
        stretch=True,
        tooltip=lambda row: row.problem[:600],
    ),
    Column(
        "To be dealt with",
        lambda row: names.name(row.urgency) if row.urgency else "",
        ReferralColumn.URGENCY,
        width=118,
        tooltip=lambda row: names.name(row.urgency) if row.urgency else "",
        sift=Sift.VALUES,
    ),
    Column(
        "From",
        lambda row: row.referred_by,
        ReferralColumn.REFERRED_BY,
        width=128,
        tooltip=lambda row: row.referred_by,
    ),
    Column(
        "Outcome",
        lambda row: row.case_reference or (names.name(row.outcome) if row.outcome else ""),
        ReferralColumn.OUTCOME,
        width=118,
        sift=Sift.VALUES,
    ),
)


def words(today: date) -> ListWords[ReferralRow]:
    """Give what the list is called and shows, as read on a day."""
    return ListWords(
        heading="Referrals",
        one="referral",
        many="referrals",
        search="Search names, addresses, numbers and what was told",
        columns=(_standing(today), *_TOLD),
        key=lambda row: row.id,
        empty=(
            "No referral waits for a decision.",
            "Take one down while the caller is on the line: two answers are enough.",
        ),
        new="New referral",
        kinds=(RecordKind.REFERRAL, RecordKind.CASE, RecordKind.AGENCY, RecordKind.PARTNERSHIP),
    )


def _standing(today: date) -> Column[ReferralRow]:
    return Column(
        "Where it stands",
        lambda row: standing(row, today).word,
        ReferralColumn.STATE,
        width=188,
        status=lambda row: standing(row, today),
        sift=Sift.VALUES,
    )


class ReferralsPage(ListPage[ReferralRow, ReferralOrder]):
    """Emits `referral_chosen(ReferralId)`, `new_asked`, and which blank paper is asked for."""

    referral_chosen = Signal(object)
    new_asked = Signal()
    blank_form_asked = Signal()
    blank_workbook_asked = Signal()

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__(notifier, words(office.today()), ReferralOrder())
        self._office = office
        self.asked = ReferralFilter()
        self.table.set_values(self._values)
        self.view = give_way(Choice(_VIEWS, nothing=names.name(ReferralView.WAITING)))
        self.view.name("Which referrals")
        self.view.edited.connect(self._choose_view)
        self.beside_search(self.view)
        self.blank = button("Blank form", "print")
        self.blank.setToolTip("Save an empty referral form as a PDF, to print or to send out")
        self.blank.clicked.connect(self.blank_form_asked)
        self.workbook = button("Blank workbook", "document")
        self.workbook.setToolTip(
            "Save an empty referral workbook to send out; what comes back is read under Import"
        )
        self.workbook.clicked.connect(self.blank_workbook_asked)
        self.table.filter_asked.connect(self._filter)

    @override
    def read(self, typed: str, part: slice) -> Page[ReferralRow]:
        asked = replace(self.asked, words=typed)
        return referral_lists.listed(self._office, asked, part, self.order)

    @override
    def open_row(self, row: ReferralRow) -> None:
        self.referral_chosen.emit(row.id)

    @override
    def make_new(self) -> None:
        self.new_asked.emit()

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.workbook, self.blank, self.new)

    @override
    def refresh(self) -> None:
        super().refresh()
        held: dict[str, Filter] = {
            column: Ticked(getattr(self.asked, name))
            for column, (name, _kind) in _SIFTED.items()
            if getattr(self.asked, name)
        }
        self.table.show_filters(held)
        self._show_columns()

    @override
    def show_view(self, view: str) -> None:
        """Show one of the views, "incomplete" for instance, with nothing else narrowed."""
        chosen = ReferralView(view) if view else ReferralView.WAITING
        if chosen is not self.asked.view:
            self._show_view(chosen)

    @override
    def explain_empty(self) -> EmptyState:
        if self.typed or self.asked == ReferralFilter():
            return super().explain_empty()
        narrowed = self.asked != ReferralFilter(view=self.asked.view)
        said = {
            ReferralView.WAITING: "No referral waits for a decision.",
            ReferralView.INCOMPLETE: "No referral is with its referrer.",
            ReferralView.DECIDED_THIS_QUARTER: "No referral was decided this quarter.",
            ReferralView.ALL: "There is no referral yet.",
        }
        sentence = "No referral fits these filters." if narrowed else said[self.asked.view]
        made = EmptyState(sentence, "", "Show all referrals")
        made.stepped.connect(lambda: self._show_view(ReferralView.ALL))
        return made

    def _show_columns(self) -> None:
        """Leave out what says nothing in this view, so that names and problems have the room."""
        waiting = self.asked.view in _UNDECIDED
        for place, column in enumerate(self.table.table_model.columns):
            if column.key in _OF_A_VIEW:
                idle = waiting is (column.key == ReferralColumn.OUTCOME)
                narrowed = bool(getattr(self.asked, _SIFTED[column.key][0]))
                self.table.setColumnHidden(place, idle and not narrowed)
        self.table.stretch()

    def _choose_view(self) -> None:
        self._show_view(self.view.value() or ReferralView.WAITING)

    def _show_view(self, view: ReferralView) -> None:
        self.view.set_value(None if view is ReferralView.WAITING else view)
        self.asked = ReferralFilter(view=view)
        self._search(self.typed)

    def _filter(self, key: str, chosen: Filter | None) -> None:
        name, _kind = _SIFTED[key]
        ticked: frozenset[Any] = chosen.values if isinstance(chosen, Ticked) else frozenset()
        only: dict[str, Any] = {name: ticked}
        self.asked = replace(self.asked, **only)
        self._search(self.typed)

    def _values(self, key: str) -> list[ValueCount]:
        name, kind = _SIFTED[key]
        known: list[Any] = [*kind, *((None,) if key in _MAY_LACK else ())]
        asked = replace(self.asked, words=self.typed)
        return [
            ValueCount(one, names.name(one) if one else "Not said", self._count(asked, name, one))
            for one in known
        ]

    def _count(self, asked: ReferralFilter, name: str, value: object) -> int:
        only: dict[str, Any] = {name: frozenset({value})}
        narrowed = replace(asked, **only)
        return referral_lists.listed(self._office, narrowed, _NOTHING).total
