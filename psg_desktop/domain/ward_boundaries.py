"""Wards as a partnership brought them in: code, name and outline, one record for each ward.

The program ships the wards of a few districts only. What is brought in goes before them.
"""

import re
import uuid
from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain import text
from psg_desktop.domain.ids import WardBoundaryId
from psg_desktop.domain.refusals import Findings, Problem

Ring = tuple[tuple[float, float], ...]

# A GSS code has a letter and eight digits; a code of the council's own has a digit somewhere, so
# that it can be told from words such as "other".
_CODE = re.compile(r"(?=.*[0-9])[A-Za-z0-9._-]{1,20}\Z")
_WIDEST, _HIGHEST = 180, 90
_LEAST_CORNERS = 4  # the first comes again as the last


@dataclass(frozen=True, slots=True, kw_only=True)
class WardBoundary:
    """One ward that was brought in.

    Attributes:
        code: GSS code, or a code of the council's own.
        rings: Closed rings of longitude and latitude in degrees (WGS84), made coarser where they
            were very fine; a ring inside another is a hole by the odd-even rule.
        district: GSS code of the district as the file had it, "" where it had none.
        source: Name of the file it was read from.
        digest: SHA-256 of that file, as hexadecimal digits.
        taken_in: The day it was brought in.

    Raises:
        Refused: The name is missing, the code cannot be one, or the outline is no area.
    """

    id: WardBoundaryId
    code: str
    name: str
    rings: tuple[Ring, ...]
    district: str = ""
    source: str = ""
    digest: str = ""
    taken_in: date = field(default=date.min)

    def __post_init__(self) -> None:
        """Refuse a ward that cannot be."""
        found = Findings()
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        for name in ("name", "district", "source"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        found.when(not may_be_code(self.code), "code", Problem.REFERENCE_MISSING)
        sound = bool(self.rings) and all(map(_closed, self.rings))
        found.when(not sound, "rings", Problem.OUTLINE_BROKEN)
        found.settle()


def may_be_code(written: str) -> bool:
    """Say whether a text can be the code of a ward."""
    return bool(_CODE.match(written))


def id_of(code: str) -> WardBoundaryId:
    """Give the identifier of the ward with this code: made from it, so there is only one."""
    return WardBoundaryId(uuid.uuid5(uuid.NAMESPACE_OID, f"ward/{code}"))


def _closed(ring: Ring) -> bool:
    inside = all(abs(across) <= _WIDEST and abs(up) <= _HIGHEST for across, up in ring)
    return len(ring) >= _LEAST_CORNERS and ring[0] == ring[-1] and inside
