"""An application for an ASB case review: who applies, and the incidents they name.

Source: Anti-social Behaviour, Crime and Policing Act 2014, section 104, and the design's domain
notes, section b.10.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain.addresses import bad_postcode
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.lengths import check_lines, check_texts
from psg_desktop.domain.refusals import Findings, Problem


class ApplicantKind(StrEnum):
    """Who asks for a review."""

    VICTIM = "victim"
    ON_BEHALF = "on_behalf"
    OTHER_PERSON = "other_person"


class ApplicationRoute(StrEnum):
    """How an application came."""

    TELEPHONE = "telephone"
    ONLINE_FORM = "online_form"
    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"
    THROUGH_AGENCY = "through_agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Who applied, and how to reach them.

    Attributes:
        relation: What they are to the victim, such as a daughter, a councillor or a neighbour.
        consent_how, consent_on: How and when the victim agreed, where another acts on their behalf.

    Raises:
        Refused: The name is missing, the postcode has no such shape, or a text is too long.
    """

    kind: ApplicantKind
    name: str = field(repr=False)
    relation: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    consent_how: str = field(default="", repr=False)
    consent_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse an applicant nobody could write to."""
        found = Findings()
        found.when(not self.kind, "kind", Problem.NOTHING_CHOSEN)
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(bad_postcode(self.postcode), "postcode", Problem.POSTCODE_UNKNOWN_SHAPE)
        undated = bool(self.consent_how.strip()) and self.consent_on is None
        found.when(undated, "consent_on", Problem.DATE_MISSING)
        check_lines(found, self, "name", "relation", "address", "phone", "email")
        check_texts(found, self, "consent_how")
        found.settle()

    @property
    def lacks_consent(self) -> bool:
        """Whether another acts for the victim, and that the victim agreed is not on record."""
        return self.kind is ApplicantKind.ON_BEHALF and self.consent_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident, and the report of it.

    Attributes:
        agency: Whom it was reported to; `reported_to` says so in words where it is not on file.
        reporter: Who reported it, where the local test counts different people.
        reference: The number that agency gave the report.

    Raises:
        Refused: It was reported to nobody, or before it happened, or a text is too long.
    """

    reported_on: date
    happened_on: date | None = None
    agency: AgencyId | None = None
    reported_to: str = field(default="", repr=False)
    reporter: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    what: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a report that cannot have been made."""
        found = Findings()
        nobody = self.agency is None and not self.reported_to.strip()
        found.when(nobody, "agency", Problem.NOTHING_CHOSEN)
        early = self.happened_on is not None and self.reported_on < self.happened_on
        found.when(early, "reported_on", Problem.ENDS_BEFORE_START)
        check_lines(found, self, "reported_to", "reporter", "reference")
        check_texts(found, self, "what")
        found.settle()
