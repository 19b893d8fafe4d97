"""How long records are kept, by the event it is counted from."""

from typing import Any

from typing_extensions import override

from psg_desktop.casework.information_law import retention
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import RetentionRuleId
from psg_desktop.domain.retention import RetentionRule, RetentionTrigger
from psg_desktop.ui.parts.choosing import choice_of, give_way
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words.disposals import rule_title

_MONTHS = "Enter a number of months, from 1 to 1,200."


class RetentionCard(SettingsCard):
    """The retention schedule, the rows in force first."""

    def __init__(self, office: Office) -> None:
        add = button("Add a time for one kind of case", "plus")
        super().__init__(office, "Retention schedule", add)
        add.clicked.connect(lambda: self.ask(new_rule_sheet(office)))

    @override
    def concern(self) -> object:
        return retention.schedule(self.office)

    @override
    def draw(self) -> None:
        self.say(
            "The times shipped with the program are examples from practice, not law: check this "
            "with your legal team. A change counts for what happens from that day on. What "
            "happened before keeps the time that was in force then."
        )
        today = self.office.today()
        rows = sorted(retention.schedule(self.office), key=lambda one: not one.in_force(today))
        self.add_entries([self._entry(one) for one in rows])

    def _entry(self, rule: RetentionRule) -> Entry:
        used = rule.in_force(self.office.today())
        facts = ("" if used else "Out of use", span(rule.since, rule.until))
        change = Step(words="Change", done=lambda: self.ask(rule_sheet(self.office, rule)))
        return Entry(
            key=rule.id,
            title=rule_title(rule),
            facts="  ·  ".join(part for part in facts if part),
            text=rule.source,
            about="Where the time comes from",
            steps=(change,) if used else (),
        )


def rule_sheet(office: Office, rule: RetentionRule) -> RecordSheet:
    """Give the form that changes a time of keeping from today on."""
    form = _form()
    form.show_values({"months": rule.months, "source": rule.source})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        retention.change_rule(office, rule, given["months"] or 0, given["source"] or "")

    return RecordSheet("Change the time of keeping", form, keep)


def new_rule_sheet(office: Office) -> RecordSheet:
    """Give the form of a time of keeping for one kind of case or referral."""
    form = Form()
    form.add("trigger", "Counted from", give_way(choice_of(RetentionTrigger)))
    form.add("case_kind", "For cases about", give_way(choice_of(CaseKind)))
    _ask(form)
    form.show_values({"trigger": RetentionTrigger.CASE_CLOSED, "case_kind": CaseKind.PROJECT})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        rule = RetentionRule(
            id=RetentionRuleId(office.new_id()),
            trigger=given["trigger"] or RetentionTrigger.CASE_CLOSED,
            case_kind=given["case_kind"],
            months=given["months"] or 0,
            source=given["source"] or "",
            since=office.today(),
        )
        retention.add_rule(office, rule)

    return RecordSheet("New time of keeping", form, keep, save="Add it")


def _form() -> Form:
    form = Form()
    _ask(form)
    return form


def _ask(form: Form) -> None:
    form.add("months", "Months", CountLine(_MONTHS), hint="72 months are six years.")
    form.add(
        "source",
        "Where this time comes from",
        LongText(lines=3),
        hint="Such as your council's retention schedule, and its date.",
        optional=True,
    )
