"""A referral being typed, kept as a draft: a line a person can read, and the answers below it."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from psg_desktop.casework.caseload import notes
from psg_desktop.casework.office import Office
from psg_desktop.casework.referring.referrals import DRAFT_KEY
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AgencyId, ReferralId
from psg_desktop.domain.plain import from_plain, to_plain
from psg_desktop.domain.referrals import Awareness, ReferralRoute, Urgency
from psg_desktop.domain.today import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of the form for a new referral, as far as they were given."""

    kind: CaseKind | None = None
    name: str = field(default="", repr=False)
    born: date | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    children: str = field(default="", repr=False)
    problem: str = field(default="", repr=False)
    urgency: Urgency | None = None
    risk_reason: str = field(default="", repr=False)
    tried: str = field(default="", repr=False)
    asks: str = field(default="", repr=False)
    awareness: Awareness | None = None
    awareness_reason: str = field(default="", repr=False)
    referred_by: AgencyId | None = None
    referrer: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    route: ReferralRoute | None = None
    received_on: date | None = None
    reference: str = ""
    subject: UUID | None = None
    earlier: ReferralId | None = None


def keep(office: Office, answers: Answers) -> None:
    """Keep what is being typed."""
    first = " ".join((answers.name or answers.address or answers.problem).split())
    notes.keep_draft(office, DRAFT_KEY, f"{first}\n{json.dumps(to_plain(answers))}")


def kept(office: Office) -> tuple[Draft, Answers] | None:
    """Read what was being typed, None where nothing was."""
    draft = notes.draft(office, DRAFT_KEY)
    if draft is None:
        return None
    plain: dict[str, Any] = json.loads(draft.text.split("\n", maxsplit=1)[1])
    return draft, from_plain(Answers, plain)


def forget(office: Office) -> None:
    """Forget what was being typed."""
    notes.discard_draft(office, DRAFT_KEY)
