"""The quick look before the search: it lets nothing by that the search would find."""

from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.privacy.identities import Finder, IdentityKind, KnownIdentity
from psg_desktop.privacy.likely import Likely
from psg_desktop.privacy.wordlists import shipped_lexicon
from tests.attacks.caseloads import FIRST, LAST, SENTENCES
from tests.effort import examples

LEXICON = shipped_lexicon()
GIVEN = (*FIRST, "Robert", "Elizabeth", "Alexander")
KINDS = {
    IdentityKind.PERSON: st.builds(
        " ".join, st.lists(st.sampled_from(GIVEN + LAST), min_size=1, max_size=3)
    ),
    IdentityKind.PHONE: st.sampled_from(("07700 900123", "+44 1353 496077", "020 7946 0321")),
    IdentityKind.EMAIL: st.sampled_from(("quill@fen.example", "a.teasel7@fen.example")),
    IdentityKind.CRIME_REFERENCE: st.sampled_from(("35/12345/26", "Crime no: 7712345")),
    IdentityKind.REFERENCE: st.sampled_from(("PSG-2026-004", "ABCDEF")),
}


@st.composite
def somebody(draw: st.DrawFn) -> tuple[KnownIdentity, str]:
    """Give how somebody is known, and a text that speaks of them in some way or other."""
    kind = draw(st.sampled_from(list(KINDS)))
    true = draw(KINDS[kind])
    words = true.split()
    first = words[0].lower()
    way = draw(st.integers(0, 6))
    letters = list(draw(st.sampled_from(words)))
    at = draw(st.integers(0, max(0, len(letters) - 2)))
    two = letters[at : at + 2]
    letters[at : at + 2] = draw(st.sampled_from((two[::-1], two[:1], ["x", *two], ["x", *two[1:]])))
    spelt = {
        0: true,
        1: "".join(letters),
        2: " ".join(reversed(words)).upper(),
        3: ".".join(word[0] for word in words) + ".",
        4: "".join(word[0] for word in words),
        5: true.replace(" ", "").lower(),
        6: draw(st.sampled_from(sorted(LEXICON.nicknames.get(first, {first})))).title(),
    }[way]
    text = draw(st.sampled_from(SENTENCES)).format(spelt, "the shop")
    return KnownIdentity(kind=kind, text=true, key="own"), text


@settings(max_examples=examples(120, soak=3000))
@given(told=somebody())
def test_that_a_text_in_which_somebody_is_found_is_never_passed_over(
    told: tuple[KnownIdentity, str],
) -> None:
    known, text = told
    found = any(one.key == "own" for one in Finder([known], LEXICON).find(text))
    assert Likely([known], LEXICON)(text) or not found


def test_that_an_ordinary_text_is_passed_over() -> None:
    known = [
        KnownIdentity(kind=IdentityKind.PERSON, text="Wendell J Tansyfield", key="own"),
        KnownIdentity(kind=IdentityKind.REFERENCE, text="PSG-2026-004", key="own"),
        KnownIdentity(kind=IdentityKind.PHONE, text="07700 900123", key="own"),
    ]
    likely = Likely(known, LEXICON)
    assert not likely("Visit at home about case PSG-2026-017 and ring 07700 900456 by 7 July.")
    assert likely("Tanysfield was there")
