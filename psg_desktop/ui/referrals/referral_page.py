"""The page of one referral: where it stands, what was told, the decision, and what is related."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.attaching.attachments import Owner
from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_lists, referrals
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.referral_lists import ReferralRow
from psg_desktop.domain.referrals import Referral, ReferralOutcome, ReferralState
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.document_entries import DocumentsOf
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.passages import Passage, breakable
from psg_desktop.ui.parts.record_cards import EntryCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.parts.referral_statuses import standing
from psg_desktop.ui.referrals.decision_sheet import DecisionSheet
from psg_desktop.ui.referrals.sheet import ReferralSheet, amend_sheet
from psg_desktop.ui.referrals.step_sheets import answer_sheet, return_sheet
from psg_desktop.ui.widgets.buttons import button, link, primary
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, fields, names

_TEXTS = (
    ("problem", "What the problem is"),
    ("risk_reason", "Risk or urgency, and why"),
    ("tried", "What was tried first"),
    ("asks", "What the group is asked for"),
    ("awareness_reason", "What the person said, or why not told"),
    ("children", "Children at the address"),
)


class ReferralPage(RecordPage):
    """Shows one referral; emits `referral_chosen(ReferralId)` for an earlier or later one.

    `attach_asked(Owner, files)` and `document_chosen(AttachmentId)` are for its documents.
    """

    referral_chosen = Signal(object)
    attach_asked = Signal(object, object)
    document_chosen = Signal(object)

    def __init__(self, office: Office, notifier: Notifier, referral: ReferralId) -> None:
        self.decide = primary("Decide")
        self.send_back = button("Return to the referrer")
        self.complete = button("What was missing has come")
        self.answer = button("Note the answer")
        self.again = button("Refer again")
        super().__init__(notifier, "Referral")
        self._office, self.id = office, referral
        self.facts = LiveCard("Referral")
        self.told = LiveCard("What was told")
        self.decision = LiveCard("Decision")
        self.related = EntryCard("Referred before and since")
        self.documents = DocumentsOf(office, Owner(referral=referral))
        self.documents.attach_asked.connect(self.attach_asked)
        self.documents.document_chosen.connect(self.document_chosen)
        self.history = HistoryCard(office, self._known)
        self._seen: object = None
        self.decide.clicked.connect(self.ask_decision)
        self.send_back.clicked.connect(self._ask_return)
        self.complete.clicked.connect(lambda: referrals.complete(office, referral))
        self.answer.clicked.connect(self._ask_answer)
        self.again.clicked.connect(self._ask_again)
        self.add_cards(
            main=(self.facts, self.decision, self.told, self.documents),
            side=(self.related, self.history),
        )

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self.decide, self.complete, self.send_back, self.answer, self.again)

    @override
    def read(self) -> None:
        referral = referrals.get(self._office, self.id)
        (row,) = referral_lists.some(self._office, [self.id])
        related = self._related(referral)
        self.retitle(heading=f"Referral {referral.reference}")
        self._show_tools(referral)
        if (referral, row, related) != self._seen:
            self._seen = (referral, row, related)
            self._show_facts(referral, row)
            self._show_told(referral)
            self._show_decision(referral)
        entries = [self._entry(one) for one in related]
        self.related.show_entries(related, entries, "No other referral is known.")
        self.documents.show_now()
        self.history.show_record(self.id)

    @override
    def ask_change(self) -> None:
        referral = referrals.get(self._office, self.id)
        if not referral.decided:
            self.sheet_asked.emit(amend_sheet(self._office, referral))

    @override
    def focus_start(self) -> None:
        shown = next(one for one in (*self.more_tools(), self.change) if not one.isHidden())
        shown.setFocus()

    def ask_decision(self, _checked: object = None, case: CaseId | None = None) -> None:
        """Ask for the decision; *case* is the one it is to be joined to, where that was said."""
        sheet = DecisionSheet(self._office, referrals.get(self._office, self.id), case)
        sheet.case_opened.connect(self.case_chosen)
        self.sheet_asked.emit(sheet)

    def _ask_return(self) -> None:
        referral = referrals.get(self._office, self.id)
        self.sheet_asked.emit(return_sheet(self._office, referral))

    def _ask_answer(self) -> None:
        referral = referrals.get(self._office, self.id)
        self.sheet_asked.emit(answer_sheet(self._office, referral))

    def _ask_again(self) -> None:
        sheet = ReferralSheet(self._office, referrals.get(self._office, self.id))
        sheet.referral_saved.connect(self.referral_chosen)
        self.sheet_asked.emit(sheet)

    def _show_tools(self, referral: Referral) -> None:
        for tool in (self.decide, self.send_back, self.change):
            tool.setVisible(not referral.decided)
        self.complete.setVisible(referral.state is ReferralState.INCOMPLETE)
        self.answer.setVisible(referral.decided)
        self.again.setVisible(referral.decided)

    def _show_facts(self, referral: Referral, row: ReferralRow) -> None:
        today = self._office.today()
        agencies = lists.agency_names(self._office)
        agency = agencies.get(referral.referred_by, "") if referral.referred_by else ""
        sender = ", ".join(part for part in (referral.referrer, agency, referral.contact) if part)
        came = f"{dates.prose(referral.received_on)}, {names.name(referral.route).casefold()}"
        allowed = self._office.partnership().referral_days
        known: list[tuple[str, str | Status]] = [
            ("Where it stands", standing(row, today)),
            ("Received", came),
            ("From", breakable(sender) or "not said"),
            ("To be dealt with", names.name(referral.urgency) if referral.urgency else "not said"),
        ]
        if row.late:
            known.insert(1, ("Decided within", f"{allowed} working days are over"))
        if referral.returned is not None:
            chase = dates.prose(referral.returned.chase_on)
            known.insert(1, ("To be chased on", chase))
        self.facts.clear()
        self.facts.add(Facts(known))
        if referral.returned is not None:
            self.facts.add(label("What is missing", "overline"))
            self.facts.add(Passage(referral.returned.missing, "What is missing"))

    def _show_told(self, referral: Referral) -> None:
        self.told.clear()
        if referral.subject is not None:
            self._add_subject(referral.kind, referral)
        born = dates.prose(referral.born) if referral.born else ""
        where = ", ".join(part for part in (referral.address, referral.postcode) if part)
        knows = names.name(referral.awareness) if referral.awareness else ""
        facts = [
            ("About a", names.name(referral.kind).casefold()),
            ("Name", referral.name),
            ("Also known as", ", ".join(referral.aliases)),
            ("Date of birth", born),
            ("Address", where),
            ("Phones", ", ".join(referral.phones)),
            ("Does the person know?", knows),
        ]
        self.told.add(Facts([(term, breakable(said)) for term, said in facts if said]))
        for name, words in _TEXTS:
            if text := getattr(referral, name):
                self.told.add(label(words, "overline"))
                self.told.add(Passage(text, words))

    def _add_subject(self, kind: CaseKind, referral: Referral) -> None:
        if referral.subject is None:
            return
        name = parties.name_of(self._office, kind, referral.subject)
        opened = link(f"Open {name}".replace("&", "&&"))
        opened.setAccessibleName(f"Open {name}, the {kind.value} on file")
        opened.clicked.connect(partial(self._open_subject, referral))
        self.told.add(opened)

    def _open_subject(self, referral: Referral, _checked: object = None) -> None:
        self.party_chosen.emit(referral.kind, referral.subject)

    def _show_decision(self, referral: Referral) -> None:
        decision = referral.decision
        self.decision.clear()
        self.decision.setVisible(decision is not None)
        if decision is None:
            return
        if referral.case is not None:
            reference = lists.case_page(self._office, referral.case).case.reference
            opened = link(f"Open case {reference}")
            opened.clicked.connect(partial(self._open_case, referral.case))
            self.decision.add(opened)
        told = f"{dates.prose(decision.told_on)}" if decision.told_on else "not yet told"
        facts = [
            ("Outcome", names.name(decision.outcome)),
            ("Decided", f"{dates.prose(decision.on)}, {decision.decided_by}"),
            ("Referrer told", told),
        ]
        if decision.outcome is ReferralOutcome.REDIRECTED:
            sent = f", sent {dates.prose(decision.sent_on)}" if decision.sent_on else ""
            answered = decision.acknowledged_on
            known = dates.prose(answered) if answered else "not yet"
            facts += [("Sent to", f"{decision.forum}{sent}"), ("Acknowledged", known)]
        limbs = {one.code: one.name for one in referrals.all_limbs(self._office)}
        for limb in decision.limbs:
            met = "met" if limb.met else "not met"
            why = f": {limb.reason}" if limb.reason else ""
            facts.append((limbs.get(limb.limb, limb.limb), f"{met}{why}"))
        self.decision.add(Facts([(term, breakable(said)) for term, said in facts]))
        for words, text in (("Reason", decision.reason), ("What was told", decision.told)):
            if text:
                self.decision.add(label(words, "overline"))
                self.decision.add(Passage(text, words))

    def _open_case(self, case: CaseId, _checked: object = None) -> None:
        self.case_chosen.emit(case)

    def _related(self, referral: Referral) -> tuple[ReferralRow, ...]:
        return referral_lists.related(self._office, referral)

    def _entry(self, row: ReferralRow) -> Entry:
        came = f"received {dates.prose(row.received_on)}"
        return Entry(
            key=row.id,
            title=f"{row.reference}  {row.name}",
            marks=(standing(row, self._office.today()),),
            facts="  ·  ".join(part for part in (came, row.referred_by) if part),
            opens=partial(self.referral_chosen.emit, row.id),
        )

    def _known(self) -> dict[str, str]:
        codes = {one.code: one.name for one in referrals.all_limbs(self._office)}
        return codes | fields.by_text(lists.agency_names(self._office))
