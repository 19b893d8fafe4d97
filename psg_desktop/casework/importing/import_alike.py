"""Who or what on file a referral of a spreadsheet may be, as the form says it while typing."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import alike
from psg_desktop.domain.alike import Alike, Likeness, Sought
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.lists import FoundKind
from psg_desktop.exchange.drafts import ReferralDraft
from psg_desktop.exchange.outcomes import Twin
from psg_desktop.words import dates
from psg_desktop.words.names import name

_LOOKED_AT = 8
# People of one household are not one person.
_OF_PLACES = frozenset({Likeness.SAME_ADDRESS, Likeness.SAME_POSTCODE})


class AlikeFinder:
    """Looks each referral up once, however often the rows are checked."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._found: dict[Sought, tuple[Alike, ...]] = {}

    def __call__(self, referral: ReferralDraft) -> tuple[Twin, ...]:
        """Give what looks like a referral, the likest first."""
        sought = Sought(
            names=tuple(filter(None, (referral.name, *referral.aliases))),
            born=referral.born,
            address=referral.address,
            postcode=referral.postcode,
            phones=referral.phones,
        )
        if sought not in self._found:
            self._found[sought] = alike.find(self._office, sought, most=_LOOKED_AT)
        person = referral.kind is CaseKind.PERSON
        return tuple(
            _twin(one) for one in self._found[sought] if not (person and set(one.why) <= _OF_PLACES)
        )


def _twin(found: Alike) -> Twin:
    known = found.known
    case = found.cases[0] if found.cases and not found.cases[0].closed else None
    return Twin(
        kind=known.kind.value,
        id=str(known.id),
        label=_label(found),
        why=", ".join(name(one).casefold() for one in found.why),
        case=str(case.id) if case else "",
        case_label=case.reference if case else "",
    )


def _label(found: Alike) -> str:
    known = found.known
    if known.kind is FoundKind.CASE and found.cases:
        return f"{found.cases[0].reference}, {known.names[0]}"
    where = known.addresses[0].lines or known.addresses[0].postcode if known.addresses else ""
    born = f", born {dates.prose(known.born)}" if known.born else ""
    kind = "Referral: " if known.kind is FoundKind.REFERRAL else ""
    return f"{kind}{known.names[0] or where}{born}"
