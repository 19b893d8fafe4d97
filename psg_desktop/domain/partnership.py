"""The partnership a vault belongs to, and what it decided about packs and meetings."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.refusals import Findings, Problem

# There is one such record in a vault; its identifier is fixed so that it can be found.
PARTNERSHIP_ID = UUID("00000000-0000-7000-8000-000000000001")


class AreaLevel(StrEnum):
    """How fine an area a depersonalised page may name."""

    DISTRICT = "district"
    WARD_GROUP = "ward_group"
    OUTWARD_POSTCODE = "outward_postcode"


@dataclass(frozen=True, slots=True, kw_only=True)
class WardGroup:
    """Wards that are named together on depersonalised pages."""

    name: str
    wards: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """What a vault knows about its own group.

    Attributes:
        name: The Community Safety Partnership's name.
        district: GSS code of the district.
        reference_prefix: Start of case references, such as "PSG".
        area_level: How fine an area a pack may name.
        marking: Printed on each page of a pack.
        referral_days: Working days within which a referral should be decided.
        confidentiality: The statement read out at the start of each meeting.
        sample: Whether the caseload is made up, so that every print says so.

    Raises:
        Refused: The name is missing.
    """

    id: UUID = PARTNERSHIP_ID
    name: str
    district: str = ""
    reference_prefix: str = "PSG"
    area_level: AreaLevel = AreaLevel.OUTWARD_POSTCODE
    ward_groups: tuple[WardGroup, ...] = ()
    marking: str = "OFFICIAL-SENSITIVE"
    handling: str = "Depersonalised. For members of the Delivery Group only."
    confidentiality: str = ""
    quiet_after_days: int = 30
    referral_days: int = 10
    sample: bool = False

    def __post_init__(self) -> None:
        """Refuse a partnership without a name."""
        found = Findings()
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(not self.reference_prefix.strip(), "reference_prefix", Problem.REFERENCE_MISSING)
        long = len(self.confidentiality) > text.TEXT_LIMIT
        found.when(long, "confidentiality", Problem.TEXT_TOO_LONG)
        for name in ("quiet_after_days", "referral_days"):
            found.when(getattr(self, name) < 1, name, Problem.INTERVAL_NOT_POSITIVE)
        found.settle()
