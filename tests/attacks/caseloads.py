"""Random caseloads whose people are hard to hide, and the words that would give them away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

# Parts that are everyday English words cannot prove anything when they stand in a page.
FIRST = (
    "Mark", "Grace", "Will", "Rose", "Łukasz", "Ėglė", "Ștefan", "Siobhán", "Anne-Marie",
    "Ravinder",    "Hope", "Jürgen", "Oluwaseun", "Niamh",
)  # fmt: skip
LAST = (
    "Young", "Green", "Church", "Field", "Brown", "O'Reedley", "MacReedie", "McAllistone",
    "Sedgewick-Loam", "Kowalevska", "Brănescariu", "Wąsowskiewicz", "Thistlemarsh", "Quillfeather",
    "Bramblewicz", "Starlingham", "Teasel", "Fitzwhistle",
)  # fmt: skip
EVERYDAY = frozenset(
    {
        "mark", "grace", "will", "rose", "hope", "young", "green", "church", "field", "brown",
        "teasel", "close", "street", "lane",
    }
)  # fmt: skip
ALIASES = ("Shaz", "Gazza", "Tiny Tim", "Dabbo", "Wozzer")
LINES = (
    "14 Teasel Close", "Flat 3, 27 Church Street", "The Old Forge, Green Lane",
    "9 Quillfeather Row",    "112a Dockett Street", "Caravan 2, Sedge Drove",
)  # fmt: skip
POSTCODES = ("CB7 4EE", "CB6 1AB", "PE15 8QX", "SW1A 1AA")
PHONES = ("07700 900123", "01353 496077", "07700 900841", "020 7946 0321")
NHS = ("943 476 5919", "401 023 2137")
NATIONAL_INSURANCE = ("AB 12 34 56 C", "JM 70 81 92 D")
PLATES = ("AB12 CDE", "FM62 WRT")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Somebody:
    """One person as the vault holds them."""

    name: str
    alias: str
    line: str
    postcode: str
    phone: str
    nhs: str
    insurance: str
    plate: str
    born: date
    household: str

    def mentions(self) -> Iterator[tuple[str, str]]:
        """Give every way to point at them, with its kind."""
        yield "name", self.name
        yield "alias", self.alias
        yield "line", self.line
        yield "postcode", self.postcode
        yield "phone", self.phone
        yield "number", self.nhs
        yield "number", self.insurance
        yield "number", self.plate
        yield "household", self.household
        for words in written(self.born):
            yield "born", words


def written(day: date) -> tuple[str, ...]:
    """Give the ways British officers write a date of birth."""
    month = MONTHS[day.month - 1]
    return (
        f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day.day} {month} {day.year}",
        f"{day.day}-{month[:3]}-{day.year}", day.isoformat(),
    )  # fmt: skip


def full_name() -> st.SearchStrategy[str]:
    return st.builds(lambda a, b: f"{a} {b}", st.sampled_from(FIRST), st.sampled_from(LAST))


def somebody() -> st.SearchStrategy[Somebody]:
    return st.builds(
        Somebody,
        name=full_name(),
        alias=st.sampled_from(ALIASES),
        line=st.sampled_from(LINES),
        postcode=st.sampled_from(POSTCODES),
        phone=st.sampled_from(PHONES),
        nhs=st.sampled_from(NHS),
        insurance=st.sampled_from(NATIONAL_INSURANCE),
        plate=st.sampled_from(PLATES),
        born=st.dates(date(1935, 1, 1), date(2012, 12, 31)),
        household=full_name(),
    )


@dataclass(frozen=True)
class Mention:
    """Words that point at somebody, as they stand in a text."""

    kind: str
    true: str
    spelt: str


@st.composite
def spelling(draw: st.DrawFn, kind: str, true: str) -> Mention:
    """Spell a mention as it was typed in a hurry."""
    ways = {
        "name": ("plain", "lower", "upper", "broken", "typo", "reversed", "possessive", "surname"),
        "household": ("plain", "lower", "upper", "broken", "typo"),
        "alias": ("plain", "upper", "possessive"),
        "line": ("plain", "lower", "upper", "broken"),
        "postcode": ("plain", "joined", "lower"),
        "phone": ("plain", "joined", "abroad", "dashed"),
        "number": ("plain", "joined", "lower"),
        "born": ("plain",),
    }
    way = draw(st.sampled_from(ways[kind]))
    return Mention(kind, true, _spelt(draw, way, true))


def _spelt(draw: st.DrawFn, way: str, true: str) -> str:
    first, _, rest = true.partition(" ")
    spelt = {
        "plain": true,
        "lower": true.lower(),
        "upper": true.upper(),
        "broken": true.replace(" ", "\n", 1),
        "reversed": f"{rest}, {first}",
        "possessive": f"{true}'s",
        "surname": rest,
        "joined": true.replace(" ", ""),
        "dashed": true.replace(" ", "-"),
        "abroad": f"+44 {true[1:]}",
    }
    return _mistyped(draw, true) if way == "typo" else spelt[way]


def _mistyped(draw: st.DrawFn, true: str) -> str:
    """Make one mistake in the last word: two letters exchanged, one left out, or one doubled."""
    at = draw(st.integers(len(true) - 4, len(true) - 2))
    if not (true[at].isalpha() and true[at + 1].isalpha()) or true[at] == true[at + 1]:
        return true
    return draw(
        st.sampled_from(
            (
                true[:at] + true[at + 1] + true[at] + true[at + 2 :],
                true[:at] + true[at + 1 :],
                true[: at + 1] + true[at:],
            )
        )
    )


SENTENCES = (
    "{0} was seen shouting near {1} at night.",
    "Neighbours say that {0} rang {1} about the noise.",
    "Officers spoke to {0}; {1} was noted as well.",
    "Visit {0} and record {1}.",
    "Letter sent ({0}), copy kept with {1}, no answer so far.",
    "Nobody at home. {0}. Tried again after lunch. {1}.",
)


@dataclass(frozen=True)
class Told:
    """A text somebody wrote, and who is pointed at in it."""

    words: str
    mentions: tuple[Mention, ...]


@st.composite
def told(draw: st.DrawFn, people: list[Somebody]) -> Told:
    """Write a sentence or two about anybody in the vault."""
    found, lines = [], []
    for _ in range(draw(st.integers(1, 2))):
        pair = []
        for _ in range(2):
            kind, true = draw(st.sampled_from(list(draw(st.sampled_from(people)).mentions())))
            pair.append(draw(spelling(kind, true)))
        lines.append(draw(st.sampled_from(SENTENCES)).format(*(one.spelt for one in pair)))
        found += pair
    return Told(" ".join(lines), tuple(found))


@dataclass(frozen=True)
class Caseload:
    """People, and four texts about any of them for each."""

    people: list[Somebody]
    texts: list[tuple[Told, Told, Told, Told]]
    officer: str


@st.composite
def caseloads(draw: st.DrawFn) -> Caseload:
    people = draw(st.lists(somebody(), min_size=1, max_size=4, unique_by=lambda one: one.name))
    texts = [tuple(draw(told(people)) for _ in range(4)) for _ in people]
    return Caseload(people, texts, draw(full_name()))  # type: ignore[arg-type]  # four each
