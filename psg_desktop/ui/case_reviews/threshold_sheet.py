"""The decision on the threshold: each part answered, the count of reports worked out beside it."""

from typing import Any

from psg_desktop.casework.asb_reviews import applications, review_rules
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_counting import Count, counted
from psg_desktop.domain.case_review_rules import ReviewThreshold
from psg_desktop.domain.case_review_thresholds import LimbFinding, ReviewLimb, ThresholdDecision
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import names

_ASKED = {
    ReviewLimb.BEHAVIOUR: "Has it caused harassment, alarm or distress to somebody?",
    ReviewLimb.PERSISTENCE: "Does it go on, or come again and again?",
    ReviewLimb.HARM: "Is anybody harmed, or likely to be? Think of who is vulnerable, too.",
    ReviewLimb.RESPONSE: "Was the answer of agencies so far not adequate?",
}
_TOLD = ("told", "told_on")
_NEEDED = {
    "met": Problem.NOTHING_CHOSEN,
    "reason": Problem.REASON_MISSING,
    "decided_by": Problem.NAME_MISSING,
    "on": Problem.DATE_MISSING,
}


def yes_no(yes: str = "Yes", no: str = "No") -> Choice:
    """Give a choice of yes or no; the value is True, False or None."""
    return Choice((Option(True, yes), Option(False, no)))  # noqa: FBT003 - the key is the answer


class ThresholdForm(Form):
    """Asks for each part of the test, and the decision that follows."""

    def __init__(self, office: Office, review: CaseReview) -> None:
        super().__init__()
        rule = review_rules.rules(office, review.received_on).threshold
        self.rule, self.count = rule, counted(review, rule)
        self.add_heading("The threshold test")
        for limb in ReviewLimb:
            hint = count_words(self.count, rule) if limb is ReviewLimb.COMPLAINTS else _ASKED[limb]
            answer = self.add(f"met_{limb.value}", names.name(limb), yes_no(), hint=hint)
            if limb is ReviewLimb.COMPLAINTS:
                answer.set_value(self.count.met)
            words = f"{names.name(limb)}: why"
            self.add(f"why_{limb.value}", words, LongText(lines=2), optional=True)
        self.add_heading("The decision")
        law = "Enough qualifying complaints of anti-social behaviour meet the threshold by law."
        self.add_widget(label(law, "secondary", wrap=True))
        self.add("met", "Is the threshold met?", yes_no("Yes, a review is held", "No, not met"))
        self.add("reason", "Reason", LongText(lines=3))
        self.add("decided_by", "Decided by", Line(longest=LINE_LIMIT), hint="A person or a group.")
        self.add("on", "Decided on", date_back(office))
        self.add_heading("The answer to the applicant")
        self.add("told", "Who was told, and how", LongText(lines=2), optional=True)
        self.add("told_on", "Told on", date_back(office), optional=True)
        self.show_values({"on": office.today(), "decided_by": office.who})

    def show_decision(self, decision: ThresholdDecision) -> None:
        """Show a decision to be corrected, or to be added to who was told."""
        shown = ("met", "reason", "decided_by", "on", *_TOLD)
        self.show_values({name: getattr(decision, name) for name in shown})
        for one in decision.findings:
            self.show_values(
                {f"met_{one.limb.value}": one.met, f"why_{one.limb.value}": one.reason}
            )

    def findings(self, given: dict[str, Any]) -> tuple[LimbFinding, ...]:
        """Give the parts that were answered."""
        return tuple(
            LimbFinding(
                limb=limb,
                met=given[f"met_{limb.value}"],
                reason=given[f"why_{limb.value}"],
            )
            for limb in ReviewLimb
            if given[f"met_{limb.value}"] is not None
        )


def count_words(count: Count, rule: ReviewThreshold) -> str:
    """Say how many reports qualify, and how many the threshold asks for."""
    people = f", or by {rule.people} different people" if rule.people else ""
    found = f" by {count.people} people" if rule.people else ""
    one = count.complaints == 1
    qualify = "1 report qualifies" if one else f"{count.complaints} reports qualify"
    return (
        f"{qualify}{found}; the threshold is {rule.complaints}{people}. A report qualifies if it "
        f"was made within {_months(rule.report_months)} of the behaviour, and within "
        f"{_months(rule.months)} before the application."
    )


def _months(count: int) -> str:
    return "a month" if count == 1 else f"{count} months"


def threshold_sheet(office: Office, review: CaseReview, *, correcting: bool = False) -> RecordSheet:
    """Give the form of the decision; *correcting* shows the last one."""
    form = ThresholdForm(office, review)
    if correcting and review.decision is not None:
        form.show_decision(review.decision)

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        for limb in ReviewLimb:
            name = f"met_{limb.value}"
            if given[name] is None:
                gathered.note(FieldProblem(field=name, problem=Problem.LIMB_UNANSWERED))
        for name, problem in _NEEDED.items():
            if given[name] in {None, ""}:
                gathered.note(FieldProblem(field=name, problem=problem))
        gathered.settle()
        decision = ThresholdDecision(
            findings=form.findings(given),
            needed=form.rule.complaints,
            counted=form.count.complaints,
            **{name: given[name] for name in ("met", "reason", "decided_by", "on", *_TOLD)},
        )
        applications.decide(office, review.id, decision, correcting=correcting)

    title = "Correct the decision" if correcting else "Decide on the threshold"
    return RecordSheet(title, form, keep, save="Record the decision")
