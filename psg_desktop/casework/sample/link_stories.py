"""Cases of the sample that belong together, and why."""

from collections.abc import Collection, Iterator

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import involvements
from psg_desktop.casework.sample.choosing import About, still_open
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import CaseId

_LINKS = 2
# Two stories, and what joins them.
_RELATED = (
    (
        About(CaseKind.PLACE, "youth_asb"),
        About(CaseKind.PROJECT, "youth_asb"),
        "The project offers the young people who gather here something to do on Fridays.",
    ),
    (
        About(CaseKind.PERSON, "street_drinking"),
        About(CaseKind.PLACE, "drug_dealing"),
        "Outreach meets some of the same people in both cases.",
    ),
    (
        About(CaseKind.PLACE, "drug_dealing"),
        About(CaseKind.PERSON, "cuckooing"),
        "Police ask whether the same group is behind the dealing in both cases.",
    ),
    (
        About(CaseKind.PERSON, "neighbour_dispute"),
        About(CaseKind.PROJECT, "asb_personal"),
        "Both households were sent the project's leaflet about the right to a case review.",
    ),
)
# True of any two cases: for a sample too small to hold a pair of stories.
_OTHERWISE = "Both leads are asked by the same callers: they talk before each review."


def tell(office: Office, lasting: Collection[CaseId]) -> None:
    """Link two pairs of related cases, as far as there are any."""
    cases = still_open(office, lasting)
    for case, other, nature in list(_pairs(cases))[:_LINKS]:
        involvements.link(office, case.id, other.id, nature)


def _pairs(cases: tuple[Case, ...]) -> Iterator[tuple[Case, Case, str]]:
    told = False
    for one, another, nature in _RELATED:
        first, second = one.among(cases), another.among(cases)
        if first and second:
            told = True
            yield first[0], second[0], nature
    if not told and len(cases) > 1:
        yield cases[0], cases[-1], _OTHERWISE
