"""Looking for people like the one typed among 50,000, key by key: under 100 ms a key.

The yardstick is `rapidfuzz.process.extract` over the bare names, which are held in memory: it
knows nothing of short forms, birth dates, addresses or phones, and needs no vault to be read.
"""

import random
from datetime import date, timedelta

from rapidfuzz import fuzz, process

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import alike
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.alike import Sought
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.people import Person
from psg_desktop.privacy.wordlists import shipped_lexicon
from tests.bench.caseloads import empty
from tests.bench.measuring import Figure, peak_mb, seconds

PEOPLE = 50_000
AT_MOST = 0.1
TYPED = "robert smithson"
ROUNDS = 3


def figures() -> list[Figure]:
    """Measure the slowest key and the mean of all keys of one name, and a form filled in whole."""
    with empty() as office:
        names = _fill(office)
        keys = [TYPED[:length] for length in range(1, len(TYPED) + 1)]
        ours = {key: _best(office, Sought(names=(key,))) for key in keys}
        bare = {
            key: min(
                seconds(lambda key=key: process.extract(key, names, scorer=fuzz.WRatio, limit=5))
                for _ in range(ROUNDS)
            )
            for key in keys
        }
        whole = Sought(
            names=("Robert Smithson", "Bobby"),
            born=date(1980, 4, 3),
            address="12 Mill Lane",
            postcode="CB7 4EE",
            phones=("07700 900123",),
        )
        filled_in = _best(office, whole)
    slowest = max(keys, key=ours.__getitem__)
    extract = "rapidfuzz.process.extract over the bare names"
    peak = peak_mb()
    found = [
        Figure(
            name="people alike, slowest key",
            ours=ours[slowest],
            yardstick=extract,
            bare=bare[slowest],
            peak_mb=peak,
        ),
        Figure(
            name="people alike, mean of all keys",
            ours=sum(ours.values()) / len(keys),
            yardstick=extract,
            bare=sum(bare.values()) / len(keys),
            peak_mb=peak,
        ),
    ]
    limit = "100 ms"
    slow = max(ours[slowest], filled_in)
    found.append(
        Figure(
            name="people alike, whole form or slowest key",
            ours=slow,
            yardstick=limit,
            bare=AT_MOST,
            goal=1.0,
            peak_mb=peak,
        )
    )
    return found


def _best(office: Office, sought: Sought) -> float:
    return min(seconds(lambda: alike.find(office, sought)) for _ in range(ROUNDS))


def _fill(office: Office) -> list[str]:
    chance = random.Random(11)
    lexicon = shipped_lexicon()
    first, last = sorted(lexicon.first_names), sorted(lexicon.surnames)
    streets = ("Mill Lane", "Fen Road", "Station Road", "Thatchers Yard", "Bell Street")
    people = [
        Person(
            id=PersonId(office.new_id()),
            full_name=f"{chance.choice(first).title()} {chance.choice(last).title()}",
            born=date(1940, 1, 1) + timedelta(days=chance.randrange(25_000)),
            addresses=(
                AddressStay(
                    lines=f"{chance.randrange(1, 200)} {chance.choice(streets)}",
                    postcode=_postcode(chance),
                ),
            ),
            phones=(f"07700 {chance.randrange(900_000, 999_999)}",),
        )
        for _ in range(PEOPLE)
    ]
    # A tenth bear one of the commonest names, as in any district.
    for place in range(0, PEOPLE, 10):
        common = f"{chance.choice(('Robert', 'Mary', 'John'))} {chance.choice(('Smith', 'Jones'))}"
        people[place] = Person(id=people[place].id, full_name=common, born=people[place].born)
    with office.working(Act.IMPORT_RECORDS) as unit:
        unit.people.put_all(people)
    return [one.full_name for one in people]


def _postcode(chance: random.Random) -> str:
    letter = chance.choice("ABDEFGHJLNPQRSTU")
    return f"CB{chance.randrange(1, 26)} {chance.randrange(10)}{letter}E"
