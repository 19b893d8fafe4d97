"""Placeholders: the same within one print, others in the next."""

from psg_desktop.privacy.identities import Finder, IdentityKind, KnownIdentity, Layer, Span
from psg_desktop.privacy.redaction import Placeholders, redact
from psg_desktop.privacy.wordlists import shipped_lexicon


def span(start: int, end: int, kind: IdentityKind, key: str = "") -> Span:
    return Span(
        start=start, end=end, kind=kind, layer=Layer.KNOWN, doubtful=False, why="is", key=key
    )


def test_that_one_person_has_one_placeholder_in_one_print() -> None:
    people = [
        KnownIdentity(kind=IdentityKind.PERSON, text="Sharon Begum", key="a"),
        KnownIdentity(kind=IdentityKind.PERSON, text="Tom Okafor", key="b"),
    ]
    finder = Finder(people, shipped_lexicon())
    placeholders = Placeholders()
    pages = [
        redact(text, finder.find(text), placeholders)
        for text in ("Begum hit Okafor.", "Shaz saw Tom.", "Okafor left.")
    ]
    begum, okafor = pages[2].split(" left")[0], pages[0].split(" ")[0:2]
    assert pages[0] == f"{' '.join(okafor)} hit {begum}."
    assert pages[1] == f"{' '.join(okafor)} saw {begum}."


def test_that_two_prints_deal_letters_in_different_orders() -> None:
    text = "abcdefghijklmnop"
    spans = [span(i, i + 1, IdentityKind.PERSON, str(i)) for i in range(16)]
    assert redact(text, spans, Placeholders()) != redact(text, spans, Placeholders())
    assert redact(text, spans, Placeholders(3)) == redact(text, spans, Placeholders(3))


def test_that_three_hundred_people_and_places_never_share_a_placeholder() -> None:
    placeholders = Placeholders(1)
    for kind in (IdentityKind.PERSON, IdentityKind.STREET, IdentityKind.ADDRESS):
        given = [placeholders.of(span(0, 1, kind, str(n)), "x") for n in range(300)]
        assert len(set(given)) == 300


def test_that_the_text_around_is_kept_to_the_letter() -> None:
    text = "é😀 Begum\u200b\tend"
    assert redact(text, [span(3, 8, IdentityKind.POSTCODE)], Placeholders()) == (
        "é😀 [postcode]\u200b\tend"
    )


def test_that_every_kind_has_a_placeholder_the_finder_leaves_alone() -> None:
    finder = Finder(
        [KnownIdentity(kind=IdentityKind.PERSON, text=w) for w in ("Person Street", "Phone Place")],
        shipped_lexicon(),
    )
    for kind in IdentityKind:
        printed = redact("x", [span(0, 1, kind, "k")], Placeholders())
        assert printed.startswith("[")
        assert finder.find(f"Then {printed} came") == ()
