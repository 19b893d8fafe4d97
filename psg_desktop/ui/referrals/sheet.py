"""Taking a referral down, and correcting it; what is being typed is kept and survives a crash."""

from contextlib import suppress
from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal

from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_drafts, referrals
from psg_desktop.casework.referring.referral_drafts import Answers
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.referrals import Referral, ReferralRoute
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused
from psg_desktop.domain.today import Draft
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.referrals.form import ReferralForm
from psg_desktop.ui.widgets.banner import Tone
from psg_desktop.words import dates

PAUSE = 2_000  # milliseconds
_FIELDS = tuple(one.name for one in fields(Answers) if one.name not in {"subject", "earlier"})
# A hidden field keeps what it held: nothing, or what was told before the kind was changed.
_EMPTY: dict[str, Any] = {
    "born": None, "aliases": (), "awareness": None, "awareness_reason": "",
}  # fmt: skip


class ReferralSheet(RecordSheet):
    """The form for a new referral; *again* is the one that this repeats.

    Emits `referral_saved(ReferralId)`, or `append_asked(ReferralId, CaseId)` where it is to join
    a case that is there, or `merge_asked(PartyKind, UUID, UUID)`: then what was typed is kept and
    offered again by the next form. The answers are kept as a draft two seconds after the last
    change; `flush()` keeps them at once. Saving or closing the form forgets them.
    """

    referral_saved = Signal(object)
    append_asked = Signal(object, object)
    merge_asked = Signal(object, object, object)

    def __init__(self, office: Office, again: Referral | None = None) -> None:
        self._answers = ReferralForm(office, merging=True)
        super().__init__("New referral", self._answers, self._receive, save="Save the referral")
        self._office = office
        self.id = ReferralId(office.new_id())
        self._append: CaseId | None = None
        self._done = False
        self._propose()
        held = referral_drafts.kept(office) if again is None else None
        if again is not None:
            self._repeat(again)
        elif held is not None:
            self._restore(*held)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self._answers.changed.connect(self._pause.start)
        self._answers.append_asked.connect(self._append_to)
        self._answers.merge_asked.connect(self._merge)
        self.closed.connect(self._finish)
        self.saved.connect(self._lead_on)

    def flush(self) -> None:
        """Keep at once what has been typed."""
        self._pause.stop()
        if not self._done and self._answers.is_changed():
            form = self._answers
            told = Answers(**form.values(), subject=form.subject, earlier=form.earlier)
            referral_drafts.keep(self._office, told)

    def _propose(self) -> None:
        self._answers.show_values(
            {
                "kind": CaseKind.PERSON,
                "route": ReferralRoute.TELEPHONE,
                "received_on": self._office.today(),
                "reference": referrals.next_reference(self._office),
            }
        )

    def _restore(self, draft: Draft, told: Answers) -> None:
        form = self._answers
        for name in _FIELDS:
            form.fields[name].control.set_value(getattr(told, name))
        _link(self._office, form, told.kind or CaseKind.PERSON, told)
        typed = dates.clock_time(draft.saved_at)
        form.restored.say(
            f"This is what you typed at {typed} and did not save.", Tone.NEWS, step="Start afresh"
        )
        form.restored.stepped.connect(self._start_afresh)

    def _start_afresh(self) -> None:
        form = self._answers
        blank = Answers()
        for name in _FIELDS:
            form.fields[name].control.set_value(getattr(blank, name))
        form.about.taken_away.emit()
        form.before.taken_away.emit()
        self._propose()
        form.restored.hide()
        form.focus_first()

    def _repeat(self, again: Referral) -> None:
        told = ("kind", "name", "born", "address", "postcode", "phones", "aliases", "children")
        self._answers.show_values({name: getattr(again, name) for name in told})
        _link(self._office, self._answers, again.kind, again)
        self._answers.link_earlier(again.id, again.reference)

    def _append_to(self, case: CaseId) -> None:
        self._append = case
        self.save_asked.emit()
        self._append = None

    def _merge(self, kind: PartyKind, kept: UUID, other: UUID) -> None:
        self.flush()
        self._done = True  # so that closing the form does not forget what was typed
        self.close_sheet()
        self.merge_asked.emit(kind, kept, other)

    def _receive(self, given: dict[str, Any]) -> None:
        form = self._answers
        referral = made(self._office, given, form, self.id)
        referrals.receive(self._office, referral)
        self._done = True

    def _lead_on(self) -> None:
        if self._append is None:
            self.referral_saved.emit(self.id)
        else:
            self.append_asked.emit(self.id, self._append)

    def _finish(self) -> None:
        self._pause.stop()
        if not self._done:
            self._done = True
            referral_drafts.forget(self._office)


def amend_sheet(office: Office, referral: Referral) -> RecordSheet:
    """Give the form that corrects a referral that waits."""
    form = ReferralForm(office)
    form.show_values({name: getattr(referral, name) for name in _FIELDS})
    _link(office, form, referral.kind, referral)
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        kept = referrals.get(office, referral.id)
        changed = made(office, given, form, referral.id)
        referrals.amend(office, replace(changed, state=referral.state, returned=kept.returned))

    return RecordSheet("Change the referral", form, keep)


def made(office: Office, given: dict[str, Any], form: ReferralForm, id_: ReferralId) -> Referral:
    """Make a referral from the answers of the form.

    Raises:
        Refused: Something is missing or cannot be, each beside its field.
    """
    gathered = Gathering()
    for name, problem in (
        ("kind", Problem.NOTHING_CHOSEN),
        ("route", Problem.NOTHING_CHOSEN),
        ("received_on", Problem.DATE_MISSING),
    ):
        if given[name] is None:
            gathered.note(FieldProblem(field=name, problem=problem))
    whole = {
        **_EMPTY,
        **given,
        "kind": given["kind"] or CaseKind.PERSON,
        "route": given["route"] or ReferralRoute.TELEPHONE,
        "received_on": given["received_on"] or office.today(),
    }
    referral = gathered.make(
        lambda: Referral(id=id_, subject=form.subject, earlier=form.earlier, **whole)
    )
    gathered.settle()
    assert referral is not None  # noqa: S101 - settle has raised where nothing was made
    return referral


def _link(office: Office, form: ReferralForm, kind: CaseKind, told: Answers | Referral) -> None:
    form.follow_kind()
    with suppress(Refused):  # a record that was taken away, as by an undo, is linked no more
        if told.subject is not None:
            form.link_subject(kind, told.subject, parties.name_of(office, kind, told.subject))
    with suppress(Refused):
        if told.earlier is not None:
            form.link_earlier(told.earlier, referrals.get(office, told.earlier).reference)
