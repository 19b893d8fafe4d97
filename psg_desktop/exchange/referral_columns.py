"""The columns of the referral workbook, in the order of the printed form."""

from dataclasses import dataclass
from enum import StrEnum

from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.referrals import Awareness, Urgency
from psg_desktop.exchange.fields import Field
from psg_desktop.words.names import name


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralColumn:
    """One column of the workbook.

    Attributes:
        field: The field it fills when the workbook is imported.
        note: What is shown beside a cell that is chosen; at most 255 characters, as Excel has it.
        choices: The values offered, empty for free text.
        is_date: Whether dates are expected.
        width: In characters.
    """

    header: str
    field: Field
    note: str
    choices: tuple[str, ...] = ()
    is_date: bool = False
    width: int = 20


def _words(members: type[StrEnum]) -> tuple[str, ...]:
    return tuple(name(one) for one in members)


COLUMNS = (
    ReferralColumn(
        header="It is about a",
        field=Field.KIND,
        note="Choose person, place or project. One row is one referral.",
        choices=_words(CaseKind),
        width=14,
    ),
    ReferralColumn(
        header="Name of person, place or project",
        field=Field.EITHER,
        note="The full name without a title, or what the place or project is called. An address "
        "alone is enough where there is no name.",
        width=28,
    ),
    ReferralColumn(
        header="Date of birth",
        field=Field.BORN,
        note="Of a person. Day first, like 21/11/1988.",
        is_date=True,
        width=14,
    ),
    ReferralColumn(header="Address", field=Field.ADDRESS, note="Without the postcode.", width=28),
    ReferralColumn(header="Postcode", field=Field.POSTCODE, note="The full postcode.", width=12),
    ReferralColumn(
        header="Telephone", field=Field.PHONE, note="One number, or several with commas.", width=16
    ),
    ReferralColumn(
        header="Also known as",
        field=Field.KNOWN_AS,
        note="Other names, with semicolons between them.",
    ),
    ReferralColumn(
        header="Children at the address", field=Field.CHILDREN, note="Name and age of each."
    ),
    ReferralColumn(
        header="Does the person know?",
        field=Field.AWARENESS,
        note="Whether the person knows that they are referred, and what they said.",
        choices=_words(Awareness),
        width=24,
    ),
    ReferralColumn(
        header="What they said, or why not told",
        field=Field.AWARENESS_REASON,
        note="What the person said about it, or why they were not told.",
        width=28,
    ),
    ReferralColumn(
        header="What the problem is",
        field=Field.PROBLEM,
        note="Needed. Who or what is harmed, where, when and how often.",
        width=44,
    ),
    ReferralColumn(
        header="How long it can wait",
        field=Field.URGENCY,
        note="Choose from the list. Ring as well if it cannot wait for the next working day.",
        choices=_words(Urgency),
        width=24,
    ),
    ReferralColumn(
        header="Risk or urgency, and why",
        field=Field.RISK_REASON,
        note="What could happen, to whom, and how soon.",
        width=28,
    ),
    ReferralColumn(
        header="What was tried first",
        field=Field.TRIED,
        note="Initial enquiries and early intervention by your agency.",
        width=36,
    ),
    ReferralColumn(
        header="What the group is asked for",
        field=Field.ASKS,
        note="What you want the group to do that your agency cannot do alone.",
        width=28,
    ),
    ReferralColumn(
        header="Referring agency",
        field=Field.REFERRING_AGENCY,
        note="Choose your agency, or write its name if it is not on the list.",
        width=28,
    ),
    ReferralColumn(
        header="Referrer's name",
        field=Field.REFERRER,
        note="Who is expected at the meeting at which this is discussed.",
    ),
    ReferralColumn(
        header="How to reach the referrer",
        field=Field.REFERRER_CONTACT,
        note="Telephone or e-mail.",
        width=24,
    ),
    ReferralColumn(
        header="Date of referral",
        field=Field.RECEIVED,
        note="The day you send this. Day first, like 21/11/2026.",
        is_date=True,
        width=16,
    ),
)
