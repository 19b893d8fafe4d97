"""Who or what on file somebody being typed may be, so that nobody is kept twice.

The store finds a few hundred candidates through its indexes; they are scored here. Names are
compared word by word in any order, without capitals and accents; short forms of first names and
initials count (Jaro-Winkler similarity, as rapidfuzz computes it).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import JaroWinkler

from psg_desktop.casework.office import Office
from psg_desktop.domain.alike import Alike, Known, Likeness, Sought, births_apart
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.referrals import Referral
from psg_desktop.domain.text import fold
from psg_desktop.privacy.wordlists import shipped_nicknames
from psg_desktop.store.queries import alike as candidates
from psg_desktop.store.queries.alike import near_births

SHOWN = 5
_ENOUGH = 40
_SIMILAR, _NICKNAME, _INITIAL = 0.9, 0.97, 0.92
_ONE_WORD = 0.8
_POINTS = {
    Likeness.SAME_NAME: 60,
    Likeness.SAME_ALIAS: 55,
    Likeness.SIMILAR_NAME: 45,
    Likeness.SAME_BIRTH: 40,
    Likeness.NEAR_BIRTH: 20,
    Likeness.SAME_PHONE: 40,
    Likeness.SAME_EMAIL: 40,
    Likeness.SAME_ADDRESS: 40,
    Likeness.SAME_POSTCODE: 10,
}
_OTHER_BIRTH = 15
_NAMES = (Likeness.SAME_NAME, Likeness.SAME_ALIAS, Likeness.SIMILAR_NAME)
_WORD = re.compile(r"\w+")
_PHONE_DIGITS = 9
# A title is compared only where nothing but a name is known of both.
_BARE = frozenset({FoundKind.CASE, FoundKind.PROJECT})


def find(office: Office, sought: Sought, most: int = SHOWN) -> tuple[Alike, ...]:
    """Give what on file looks like what is sought, the likest first, with its cases."""
    nicknames = shipped_nicknames()
    with office.reading() as unit:
        known = candidates.candidates(unit.reading, sought, nicknames)
        scored = [one for each in known if (one := score(sought, each)) is not None]
        scored.sort(key=lambda one: (-one.score, one.known.names[0], one.known.id))
        found = scored[:most]
        cases = candidates.cases_of(unit.reading, [one.known.id for one in found])
        own = candidates.cases_by_id(
            unit.reading, [one.known.id for one in found if one.known.kind is FoundKind.CASE]
        )
    return tuple(
        replace(one, cases=(own[one.known.id],))
        if one.known.id in own
        else replace(one, cases=cases.get(one.known.id, ()))
        for one in found
    )


def of_person(person: Person) -> Sought:
    """Give what is sought where a person is typed."""
    stays = [stay for stay in person.addresses if stay.lines or stay.postcode]
    latest = stays[-1] if stays else None
    return Sought(
        names=(person.full_name, *person.aliases),
        born=person.born,
        address=latest.lines if latest else "",
        postcode=latest.postcode if latest else "",
        phones=person.phones,
        emails=person.emails,
        leave_out=person.id,
    )


def of_place(place: Place) -> Sought:
    """Give what is sought where a place is typed."""
    return Sought(
        names=(place.name, *place.aliases),
        address=place.address,
        postcode=place.postcode,
        leave_out=place.id,
    )


def of_referral(referral: Referral) -> Sought:
    """Give what is sought where a referral is typed or shown."""
    return Sought(
        names=tuple(filter(None, (referral.name, *referral.aliases))),
        born=referral.born,
        address=referral.address,
        postcode=referral.postcode,
        phones=referral.phones,
        leave_out=referral.id,
    )


def score(sought: Sought, known: Known) -> Alike | None:
    """Say how much speaks for a record being the one sought; None where too little does."""
    why = [
        likeness
        for likeness in (
            _name(sought.names, known.names),
            _birth(sought, known),
            _contact(sought, known),
            _address(sought, known),
        )
        if likeness is not None
    ]
    points = sum(_POINTS[likeness] for likeness in why)
    if known.kind in _BARE and not set(why) & set(_NAMES):
        return None
    if births_apart(sought.born, known.born):
        points -= _OTHER_BIRTH
    if points < _ENOUGH:
        return None
    return Alike(known=known, score=min(points, 100), why=tuple(why))


def _name(asked: Sequence[str], known: Sequence[str]) -> Likeness | None:
    best, which = 0.0, 0
    for name in asked:
        for place, other in enumerate(known):
            close = closeness(_words(name), _words(other))
            if close > best:
                best, which = close, place
    if best == 1.0:
        return Likeness.SAME_NAME if which == 0 else Likeness.SAME_ALIAS
    return Likeness.SIMILAR_NAME if best >= _SIMILAR else None


def closeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Give how close two names are by their folded words in any order, 0 to 1."""
    few, many = sorted((list(one), list(other)), key=len)
    if not few:
        return 0.0
    left, total = list(many), 0.0
    for word in sorted(few, key=len, reverse=True):
        values = [_word_closeness(word, against) for against in left]
        best = max(values)
        total += best
        del left[values.index(best)]
    mean = total / len(few)
    if len(few) == len(many):
        return mean
    # A middle name may be missing; a single word of several says little.
    return min(mean, 0.95) if len(few) > 1 else mean * _ONE_WORD


def _word_closeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one in shipped_nicknames().get(other, ()):
        return _NICKNAME
    if 1 in {len(one), len(other)}:
        return _INITIAL if one[0] == other[0] else 0.0
    return JaroWinkler.similarity(one, other)


def _birth(sought: Sought, known: Known) -> Likeness | None:
    if sought.born is None or known.born is None:
        return None
    if sought.born == known.born:
        return Likeness.SAME_BIRTH
    return Likeness.NEAR_BIRTH if known.born in near_births(sought.born) else None


def _contact(sought: Sought, known: Known) -> Likeness | None:
    if set(map(_digits, sought.phones)) & set(map(_digits, known.phones)) - {""}:
        return Likeness.SAME_PHONE
    if set(map(fold, sought.emails)) & set(map(fold, known.emails)) - {""}:
        return Likeness.SAME_EMAIL
    return None


def _address(sought: Sought, known: Known) -> Likeness | None:
    asked = _words(sought.address)
    postcodes = {stay.postcode for stay in known.addresses} - {""}
    for stay in known.addresses:
        agree = not (sought.postcode and stay.postcode) or sought.postcode == stay.postcode
        if agree and _same_place(asked, _words(stay.lines)):
            return Likeness.SAME_ADDRESS
    return Likeness.SAME_POSTCODE if sought.postcode and sought.postcode in postcodes else None


def _same_place(asked: Sequence[str], known: Sequence[str]) -> bool:
    """Compare two addresses: the numbers are the same, and the words of the shorter are there."""
    if not _has_word(asked) or not _has_word(known):
        return False
    if _numbers(asked) != _numbers(known):
        return False
    few, many = sorted((set(asked), set(known)), key=len)
    near = sum(any(_word_closeness(word, other) >= _SIMILAR for other in many) for word in few)
    return len(few) > 1 and near == len(few)


def _has_word(words: Iterable[str]) -> bool:
    return any(not word[0].isdigit() for word in words)


def _numbers(words: Iterable[str]) -> set[str]:
    return {word for word in words if word[0].isdigit()}


def _digits(phone: str) -> str:
    return "".join(re.findall(r"\d", phone))[-_PHONE_DIGITS:]


def _words(typed: str) -> list[str]:
    return _WORD.findall(fold(typed).replace("'", ""))
