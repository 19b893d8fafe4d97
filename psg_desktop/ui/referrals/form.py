"""The form of a referral, in the order of a telephone call; two answers are enough to save it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from psg_desktop.casework.assessing import demand
from psg_desktop.casework.office import Office
from psg_desktop.domain.alike import Alike, Sought
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import ReferralId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.referrals import Awareness, ReferralRoute, Urgency
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.address_lines import PostcodeLine
from psg_desktop.ui.parts.alike_hint import AlikeHint, Step
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.passages import shortened
from psg_desktop.ui.parts.tab_order import go_down
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import link
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.dates import BirthDate
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import demand as words_of_demand

_PARTIES = frozenset({FoundKind.PERSON, FoundKind.PLACE, FoundKind.PROJECT})
_MERGED = frozenset({FoundKind.PERSON, FoundKind.PLACE})
_OF_PEOPLE = ("born", "aliases", "awareness", "awareness_reason")


class ListLine(Line):
    """Several short things in one line, with commas between; the value is a tuple."""

    def __init__(self) -> None:
        super().__init__(longest=10 * LINE_LIMIT)

    @override
    def value(self) -> Any:
        parts = (" ".join(part.split()) for part in self.line.text().split(","))
        return tuple(part for part in parts if part)

    @override
    def set_value(self, value: Any) -> None:
        super().set_value(", ".join(value or ()))

    @override
    def typed(self) -> Any:
        return self.line.text().strip()


class Linked(QFrame):
    """Says which record or referral this one is linked with; `taken_away` lets go of it."""

    taken_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._words = label(wrap=True)
        self.away = link("Take the link away")
        self.away.clicked.connect(self.taken_away)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 6, 12, 6)
        across.addWidget(self._words, 1)
        across.addWidget(self.away)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say what it is linked with, or nothing."""
        self._words.setText(words)
        self.away.setAccessibleName(f"Take the link away: {words}")
        self.setVisible(bool(words))


class ReferralForm(Form):
    """Asks for a referral, and says what on file looks like whom it is about.

    `append_asked(CaseId)` follows when it is to join the case of one of those, and
    `merge_asked(PartyKind, UUID, UUID)` where it was *merging* and one of those is the linked
    record under another name. What meets a trigger of high demand already is said in `demand`.
    """

    append_asked = Signal(object)
    merge_asked = Signal(object, object, object)

    def __init__(self, office: Office, *, merging: bool = False) -> None:
        super().__init__()
        self._office, self._merging = office, merging
        self.subject: UUID | None = None
        self.earlier: ReferralId | None = None
        self.restored = Banner()
        self.add_widget(self.restored)
        self._ask_about()
        self._ask_problem()
        self._ask_sender()
        self._ask_rest()
        self._kind.edited.connect(self.follow_kind)
        told = (self._name, self._born, self._address, self._postcode, self._phones, self._aliases)
        for control in told:
            control.edited.connect(self._look)

    def link_subject(self, kind: CaseKind, id_: UUID, words: str) -> None:
        """Say that the referral is about a record on file."""
        self.subject = id_
        self._kind.set_value(kind)
        self.follow_kind()
        self.about.show_words(f"About the {kind.value} on file: {words}")
        self._follow_link()

    def link_earlier(self, id_: ReferralId, words: str) -> None:
        """Say which referral came before this one."""
        self.earlier = id_
        self.before.show_words(f"Referred before: {words}")
        self.changed.emit()

    @override
    def is_changed(self) -> bool:
        return super().is_changed() or self._links() != self._clean_links

    @override
    def mark_saved(self) -> None:
        super().mark_saved()
        self._clean_links = self._links()

    def _links(self) -> tuple[UUID | None, ReferralId | None]:
        return self.subject, self.earlier

    def _ask_about(self) -> None:
        self._clean_links = self._links()
        self._kind = self.add("kind", "It is about a", choice_of(CaseKind))
        self._name = self.add(
            "name",
            "Name",
            Line(longest=LINE_LIMIT),
            hint="Of the person, place or project. An address is enough where there is none.",
        )
        self.about = Linked()
        self.about.taken_away.connect(self._unlink_subject)
        self.add_widget(self.about)
        self.demand = Banner()
        self.demand.keep()
        self.add_widget(self.demand)
        self.alike = AlikeHint(self._office, "This looks like what is on file:", self._steps())
        self.alike.found_changed.connect(self._follow_found)
        self.add_widget(self.alike)
        self._born = self.add("born", "Date of birth", BirthDate(), optional=True)
        self._address = self.add("address", "Address", Line(longest=LINE_LIMIT), optional=True)
        self._postcode = self.add("postcode", "Postcode", PostcodeLine(), optional=True)
        self._phones = self.add("phones", "Phones", ListLine(), optional=True)
        self._aliases = self.add(
            "aliases",
            "Also known as",
            ListLine(),
            hint="Several names with commas between.",
            optional=True,
        )
        self.before = Linked()
        self.before.taken_away.connect(self._unlink_earlier)
        self.add_widget(self.before)

    def _ask_problem(self) -> None:
        self.add_heading("The problem")
        self.add("problem", "What the problem is", LongText(lines=5))
        self.add("urgency", "How long it can wait", choice_of(Urgency), optional=True)
        self.add("risk_reason", "Risk or urgency, and why", LongText(lines=3), optional=True)
        self.add(
            "tried",
            "What was tried first",
            LongText(lines=3),
            hint="Initial enquiries and early intervention.",
            optional=True,
        )
        self.add("asks", "What the group is asked for", LongText(lines=2), optional=True)

    def _ask_sender(self) -> None:
        self.add_heading("Who refers")
        self.add("referred_by", "Referring agency", AgencyChoice(self._office), optional=True)
        self.add("referrer", "Referrer's name", Line(longest=LINE_LIMIT), optional=True)
        self.add("contact", "How to reach them", Line(longest=LINE_LIMIT), optional=True)

    def _ask_rest(self) -> None:
        self.add_heading("More")
        self.add("children", "Children at the address", LongText(lines=2), optional=True)
        self.add("awareness", "Does the person know?", choice_of(Awareness), optional=True)
        self.add(
            "awareness_reason",
            "What they said, or why they were not told",
            LongText(lines=2),
            optional=True,
        )
        self.add("route", "How it came", choice_of(ReferralRoute))
        self.add("received_on", "Received on", date_back(self._office))
        self._last = self.add("reference", "Reference", Line(width=24, longest=LINE_LIMIT))

    def _steps(self) -> tuple[Step, ...]:
        return (
            Step(words=_linking, done=self._take),
            Step(words=_appending, done=lambda one: self.append_asked.emit(one.cases[0].id)),
            Step(words=self._merging_words, done=self._merge),
        )

    def _merging_words(self, one: Alike) -> str:
        """Offer to merge a record with the one that is linked, where both are of one kind."""
        kind = self._kind.value()
        alike_kind = one.known.kind in _MERGED and kind is not None and kind == one.known.kind
        linked = self.subject is not None and self.subject != one.known.id
        return "Merge with the linked record" if self._merging and linked and alike_kind else ""

    def _merge(self, one: Alike) -> None:
        self.merge_asked.emit(PartyKind(one.known.kind.value), self.subject, one.known.id)

    def _follow_link(self) -> None:
        self.alike.offer_again()
        self._tell_demand()
        self._look()
        self.changed.emit()

    def _follow_found(self) -> None:
        self._tell_demand()
        # A step that appears during a call must not catch what is typed for the next field.
        go_down((self._last, self.alike))

    def _tell_demand(self) -> None:
        """Say whose demand is high: of the linked record, or else of those that look like it."""
        asked = (
            [("The linked record", self.subject)]
            if self.subject is not None
            else [
                (one.known.names[0], one.known.id)
                for one in self.alike.found
                if one.known.kind in _MERGED
            ]
        )
        told = [
            f"{shortened(name)} meets a trigger of high demand. {words_of_demand.met(one)}."
            for name, id_ in asked
            for one in demand.triggers_met_by(self._office, id_)
        ]
        if told:
            self.demand.say("\n".join(told), Tone.CARE)
        else:
            self.demand.hide()

    def _take(self, one: Alike) -> None:
        words = one.known.names[0]
        if one.known.kind is FoundKind.REFERRAL:
            self.link_earlier(ReferralId(one.known.id), words)
        else:
            self.link_subject(CaseKind(one.known.kind.value), one.known.id, words)

    def _unlink_subject(self) -> None:
        self.subject = None
        self.about.show_words("")
        self._follow_link()

    def _unlink_earlier(self) -> None:
        self.earlier = None
        self.before.show_words("")
        self.changed.emit()

    def follow_kind(self) -> None:
        """Ask of people only what is asked of people."""
        person = (self._kind.value() or CaseKind.PERSON) is CaseKind.PERSON
        for name in _OF_PEOPLE:
            self.show_only(name, shown=person)

    def _look(self) -> None:
        names = (self._name.value(), *self._aliases.value())
        sought = Sought(
            names=tuple(name for name in names if name),
            born=self._born.value(),
            address=self._address.value(),
            postcode=self._postcode.value(),
            phones=self._phones.value(),
        )
        asked = replace(sought, leave_out=self.subject) if sought != Sought() else None
        self.alike.ask(asked)


def _linking(one: Alike) -> str:
    if one.known.kind is FoundKind.REFERRAL:
        return "It is a re-referral"
    return "Use this record" if one.known.kind in _PARTIES else ""


def _appending(one: Alike) -> str:
    open_case = one.cases and not one.cases[0].closed
    return f"Append to {one.cases[0].reference}" if open_case else ""
