"""On which legal basis a case is worked, and what was told to whom, why and through which gateway.

The usual basis is public task with two conditions of substantial public interest; consent is
recorded only by an explicit act. Sources: the design's domain notes, fact 7 and section b.11.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import AgencyId, CaseId, DisclosureId, LegalBasisId
from psg_desktop.domain.refusals import Findings, Problem


class Basis(StrEnum):
    """Under which part of article 6 of the UK GDPR information is used."""

    PUBLIC_TASK = "public_task"
    LEGAL_OBLIGATION = "legal_obligation"
    VITAL_INTERESTS = "vital_interests"
    CONSENT = "consent"


class Gateway(StrEnum):
    """The power or duty under which something is told to somebody."""

    SECTION_115 = "section_115"
    SECTION_17A = "section_17a"
    SAFEGUARDING = "safeguarding"
    COURT_ORDER = "court_order"
    CONSENT = "consent"
    OTHER_POWER = "other_power"
    SUBJECT_ACCESS = "subject_access"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """The basis of a case from a day on; the latest counts, the earlier ones stay on record.

    Attributes:
        reason: Why this basis, in the words of whoever decided.
        consent_by, consent_how: Who gave consent, and how: only where the basis is consent.

    Raises:
        Refused: The reason is missing, or consent is claimed without who gave it and how.
    """

    id: LegalBasisId
    case: CaseId
    basis: Basis
    since: date
    reason: str = field(repr=False)
    consent_by: str = field(default="", repr=False)
    consent_how: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a basis nobody could account for."""
        found = Findings()
        consent = self.basis is Basis.CONSENT
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(consent and not self.consent_by.strip(), "consent_by", Problem.NAME_MISSING)
        found.when(consent and not self.consent_how.strip(), "consent_how", Problem.TEXT_MISSING)
        for name in ("reason", "consent_how"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        long = len(self.consent_by) > text.LINE_LIMIT
        found.when(long, "consent_by", Problem.LINE_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """One thing that was told to somebody outside the group's own record.

    Attributes:
        agency: Whom it was told, `recipient` the officer there.
        what: What was told; `why` the purpose, and why no less would do.
        told_by: Who told it.

    Raises:
        Refused: Nobody is named, what, why or who told it is missing, or a text is too long.
    """

    id: DisclosureId
    case: CaseId
    on: date
    gateway: Gateway
    agency: AgencyId | None = None
    recipient: str = field(default="", repr=False)
    what: str = field(repr=False)
    why: str = field(repr=False)
    told_by: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a disclosure nobody could account for."""
        found = Findings()
        nobody = self.agency is None and not self.recipient.strip()
        found.when(nobody, "recipient", Problem.NAME_MISSING)
        found.when(not self.what.strip(), "what", Problem.TEXT_MISSING)
        found.when(not self.why.strip(), "why", Problem.REASON_MISSING)
        found.when(not self.told_by.strip(), "told_by", Problem.NAME_MISSING)
        for name in ("what", "why"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        for name in ("recipient", "told_by"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        found.settle()
