"""The decision on a referral: the test part by part, the outcome, and what the referrer is told."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.openings import Subject
from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_subjects, referrals
from psg_desktop.casework.referring.referral_subjects import NewCase
from psg_desktop.casework.referring.referrals import Joining
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.reference_rows import ThresholdLimb
from psg_desktop.domain.referrals import (
    JOINING,
    UNTESTED,
    LimbAnswer,
    Referral,
    ReferralDecision,
    ReferralOutcome,
)
from psg_desktop.domain.refusals import FieldProblem, Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.passages import shortened
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.choices import SearchChoice
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form

_OFFERED = 8
_TITLE = 60
_MET, _NOT_MET = "met", "not_met"
_OPENS = frozenset({"title", "lead_agency", "review_due"})
_JOINS = frozenset({"case", "role"})
_REDIRECTS = frozenset({"forum", "sent_on", "acknowledged_on"})
_DECISION = ("reason", "decided_by", "on", "told", "told_on")
_RENAMED = {"full_name": "about", "name": "about"}


class DecisionForm(Form):
    """Asks only what belongs to the outcome that is chosen."""

    def __init__(self, office: Office, referral: Referral) -> None:
        super().__init__()
        self._office, self._referral = office, referral
        self.limbs: tuple[ThresholdLimb, ...] = referrals.limbs(office, office.today())
        self._ask_test()
        self._outcome = self.add("outcome", "Outcome", choice_of(ReferralOutcome))
        self._ask_case()
        self._ask_forum()
        self.add("reason", "Reason", LongText(lines=3))
        self.add("decided_by", "Decided by", Line(longest=LINE_LIMIT), hint="A person or meeting.")
        self.add("on", "Decided on", date_back(office))
        self.add_heading("The answer to the referrer")
        self.add("told", "What the referrer was told", LongText(lines=2), optional=True)
        self.add("told_on", "Told on", date_back(office), optional=True)
        self._propose()
        self._outcome.edited.connect(self.follow_outcome)
        self.follow_outcome()

    def choose(self, outcome: ReferralOutcome, case: CaseId) -> None:
        """Propose an outcome and the case it joins."""
        self._outcome.set_value(outcome)
        page = lists.case_page(self._office, case)
        self.case.set_value(Option(case, page.case.reference, page.case.title))
        self.follow_outcome()

    def follow_outcome(self) -> None:
        """Show what belongs to the outcome."""
        outcome = self._outcome.value()
        opens = outcome is ReferralOutcome.ACCEPTED_NEW
        joins = outcome in JOINING
        shown = dict.fromkeys(_OPENS, opens) | dict.fromkeys(_JOINS, joins)
        shown |= dict.fromkeys(_REDIRECTS, outcome is ReferralOutcome.REDIRECTED)
        shown["about"] = (opens or joins) and self._referral.subject is None
        shown["role"] = joins and self._referral.kind is not CaseKind.PROJECT
        for name, is_shown in shown.items():
            self.show_only(name, shown=is_shown)
        for limb in self.limbs:
            for name in (f"met_{limb.code}", f"why_{limb.code}"):
                self.show_only(name, shown=outcome not in UNTESTED)

    def answers(self, given: dict[str, Any]) -> tuple[LimbAnswer, ...]:
        """Give the parts of the test that were answered."""
        return tuple(
            LimbAnswer(
                limb=limb.code,
                met=given[f"met_{limb.code}"] == _MET,
                reason=given[f"why_{limb.code}"],
            )
            for limb in self.limbs
            if given.get(f"met_{limb.code}") is not None
        )

    def _ask_test(self) -> None:
        if self.limbs:
            self.add_heading("The threshold test")
        for limb in self.limbs:
            answers = Choice((Option(_MET, "Yes, met"), Option(_NOT_MET, "No, not met")))
            self.add(f"met_{limb.code}", limb.name, answers, hint=limb.prompt)
            why = f"{limb.name}: why"
            self.add(f"why_{limb.code}", why, LongText(lines=2), optional=True)
        self.add_heading("The decision")

    def _ask_case(self) -> None:
        self.add(
            "about",
            "Name of the new record",
            Line(longest=LINE_LIMIT),
            hint="What was told is kept in it. Choose a record in the referral if it is on file.",
        )
        self.add("title", "Working title of the case", Line(longest=LINE_LIMIT))
        self.add("lead_agency", "Lead agency", AgencyChoice(self._office), optional=True)
        self.add("review_due", "First review", date_ahead(self._office), optional=True)
        self.case = self.add("case", "Case it joins", SearchChoice(self._find_cases))
        self.add("role", "Role in the case", choice_of(RoleKind, nothing="Other"), optional=True)

    def _ask_forum(self) -> None:
        self.add("forum", "Forum", Line(longest=LINE_LIMIT), hint="Such as MARAC or early help.")
        self.add("sent_on", "Sent on", date_back(self._office), optional=True)
        self.add("acknowledged_on", "Acknowledged on", date_back(self._office), optional=True)

    def _propose(self) -> None:
        told = self._referral
        self.show_values(
            {
                "about": told.name or told.address or told.postcode,
                "title": shortened(told.problem, _TITLE).removesuffix("."),
                "review_due": cases.proposed_review(self._office, None),
                "on": self._office.today(),
                "sent_on": self._office.today(),
            }
        )

    def _find_cases(self, typed: str) -> Sequence[Option]:
        asked = CaseFilter(view=CaseView.OPEN, words=typed)
        found = lists.cases(self._office, asked, CaseOrder(), slice(0, _OFFERED))
        return [Option(row.id, row.reference, row.title) for row in found.rows]


class DecisionSheet(RecordSheet):
    """Decides a referral; `case_opened(CaseId)` follows where it opens or joins one.

    *case* is the one it is to be joined to, where that was said already.
    """

    case_opened = Signal(object)

    def __init__(self, office: Office, referral: Referral, case: CaseId | None = None) -> None:
        self._decided = DecisionForm(office, referral)
        super().__init__(
            f"Decide {referral.reference}",
            self._decided,
            self._decide,
            save="Record the decision",
            renamed=_RENAMED,
        )
        self._office, self._referral = office, referral
        self._case: CaseId | None = None
        if case is not None:
            self._decided.choose(ReferralOutcome.DUPLICATE, case)
        self.saved.connect(self._lead_on)

    def _lead_on(self) -> None:
        if self._case is not None:
            self.case_opened.emit(self._case)

    def _decide(self, given: dict[str, Any]) -> None:
        outcome: ReferralOutcome | None = given["outcome"]
        if outcome is None:
            raise refuse("outcome", Problem.NOTHING_CHOSEN)
        gathered = Gathering()
        self._check_test(gathered, given, outcome)
        decision = gathered.make(lambda: self._decision(given, outcome))
        if outcome is ReferralOutcome.ACCEPTED_NEW or outcome in JOINING:
            self._place(gathered, given, decision)
            return
        gathered.settle()
        if decision is not None:
            referrals.decide(self._office, self._referral.id, decision)

    def _check_test(
        self, gathered: Gathering, given: dict[str, Any], outcome: ReferralOutcome
    ) -> None:
        for limb in self._decided.limbs:
            name = f"met_{limb.code}"
            if outcome not in UNTESTED and given[name] is None:
                gathered.note(FieldProblem(field=name, problem=Problem.LIMB_UNANSWERED))
        if given["on"] is None:
            gathered.note(FieldProblem(field="on", problem=Problem.DATE_MISSING))

    def _decision(self, given: dict[str, Any], outcome: ReferralOutcome) -> ReferralDecision:
        whole = {name: given[name] for name in (*_DECISION, *sorted(_REDIRECTS)) if name in given}
        whole["on"] = given["on"] or self._office.today()
        return ReferralDecision(outcome=outcome, limbs=self._decided.answers(given), **whole)

    def _place(
        self, gathered: Gathering, given: dict[str, Any], decision: ReferralDecision | None
    ) -> None:
        office, referral = self._office, self._referral
        new: Subject | None = None
        if referral.subject is None:
            new = gathered.make(
                lambda: referral_subjects.new_subject(office, referral, given["about"])
            )
        if "case" in given:
            if given["case"] is None:
                gathered.note(FieldProblem(field="case", problem=Problem.NOTHING_CHOSEN))
            gathered.settle()
            if decision is not None:
                role = given.get("role") or RoleKind.OTHER
                joining = Joining(case=given["case"], role=role, new_subject=new)
                referrals.join(office, referral.id, decision, joining)
                self._case = given["case"]
            return
        asked = NewCase(
            title=given["title"], lead_agency=given["lead_agency"], review_due=given["review_due"]
        )
        opened = gathered.make(lambda: referral_subjects.opening(office, referral, new, asked))
        gathered.settle()
        if decision is not None and opened is not None:
            self._case = referrals.accept(office, referral.id, decision, opened)
