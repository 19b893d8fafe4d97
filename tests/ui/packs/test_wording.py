"""The words of one text: what is printed, what is lifted, what is masked by hand."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from psg_desktop.privacy.identities.kinds import IdentityKind, Layer, Span
from psg_desktop.privacy.redaction import Placeholders, redact
from psg_desktop.privacy.summaries import Passage, digest
from psg_desktop.ui.packs.wording import BY_HAND, Wording, wording_of

TEXT = "Oriel's bins by the Wharf, said Wendell Tansyfield."


def span(words: str, *, doubtful: bool, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(
        start=start,
        end=start + len(words),
        kind=IdentityKind.UNKNOWN_NAME if doubtful else IdentityKind.PERSON,
        layer=Layer.DOUBTFUL if doubtful else Layer.KNOWN,
        doubtful=doubtful,
        why="is on no list of ordinary words",
        key=words,
    )


def passage(text: str, spans: tuple[Span, ...]) -> Passage:
    return Passage(
        part="text",
        original=text,
        spans=spans,
        proposed=redact(text, spans, Placeholders(seed=1)),
        source=digest(text),
    )


SPANS = (
    span("Oriel's", doubtful=False),
    span("Wharf", doubtful=True),
    span("Wendell Tansyfield", doubtful=False),
)


def test_that_a_wording_begins_with_the_words_proposed() -> None:
    made = passage(TEXT, SPANS)
    assert wording_of(made).words == made.proposed
    assert wording_of(made).own is None
    assert [one.doubtful for one in wording_of(made).marks] == [False, True, False]


def test_that_a_doubtful_word_can_be_printed_and_masked_again() -> None:
    wording = wording_of(passage(TEXT, SPANS))
    lifted = wording.lifting(wording.marks[1], lifted=True)
    assert "Wharf" in lifted.words
    assert lifted.lifting(lifted.marks[1], lifted=False) == wording


def test_that_a_known_identity_cannot_be_printed() -> None:
    wording = wording_of(passage(TEXT, SPANS))
    assert wording.lifting(wording.marks[2], lifted=True).words == wording.words


def test_that_accepted_words_are_taken_up_with_what_was_lifted() -> None:
    made = passage(TEXT, SPANS)
    wording = wording_of(made)
    lifted = wording.lifting(wording.marks[1], lifted=True)
    again = wording_of(replace(made, accepted=lifted.words))
    assert again.words == lifted.words
    assert [one.lifted for one in again.marks] == [False, True, False]


def test_that_accepted_words_of_somebodys_own_stay_their_own() -> None:
    own = wording_of(replace(passage(TEXT, SPANS), accepted="Bins were moved."))
    assert own.words == "Bins were moved."
    assert own.own is not None


def test_that_a_selection_is_masked_in_whole_words() -> None:
    wording = wording_of(passage(TEXT, SPANS))
    start = TEXT.index("ins")
    masked = wording.masking(start, start + 2)
    assert "bins" not in masked.words
    assert BY_HAND in masked.words
    assert masked.words.startswith("[")


def test_that_a_selection_over_a_mark_takes_it_in() -> None:
    wording = wording_of(passage(TEXT, SPANS))
    start, end = TEXT.index("by"), TEXT.index("said")
    masked = wording.masking(start, end)
    assert "Wharf" not in masked.words
    assert len(masked.marks) == len(wording.marks)


def test_that_only_spaces_mask_nothing() -> None:
    wording = Wording(original="a  b", marks=())
    assert wording.masking(1, 3) == wording


def test_that_the_original_is_found_behind_the_printed_words() -> None:
    wording = wording_of(passage(TEXT, SPANS))
    at = wording.words.index("bins")
    assert TEXT[slice(*wording.original_of(at, at + 4))] == "bins"


PIECES = st.lists(
    st.tuples(
        st.text(alphabet="ab '’[](s)\n\U0001f600", max_size=6),
        st.text(alphabet="XYz's", min_size=1, max_size=5),
        st.booleans(),
    ),
    max_size=6,
)


@given(PIECES)
def test_that_any_proposal_is_told_apart_into_its_marks(
    pieces: list[tuple[str, str, bool]],
) -> None:
    """Law: what was put together out of a text and its spans is taken apart to the same words."""
    text, spans = "", []
    for before, held, doubtful in pieces:
        text += before
        spans.append(
            Span(
                start=len(text),
                end=len(text) + len(held),
                kind=IdentityKind.PERSON,
                layer=Layer.KNOWN,
                doubtful=doubtful,
                why="",
                key=held,
            )
        )
        text += held
    made = passage(text, tuple(spans))
    wording = wording_of(made)
    assert wording.words == made.proposed
    printed = wording.words
    for placed in wording.placed:
        assert printed[placed.start : placed.end].startswith("[")


@given(PIECES, st.data())
def test_that_masking_never_prints_more(
    pieces: list[tuple[str, str, bool]], data: st.DataObject
) -> None:
    """Law: what is masked by hand is gone, and every mark before stays masked."""
    text = "".join(before + held for before, held, _ in pieces)
    assume(text.strip())
    wording = Wording(original=text, marks=())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    masked = wording.masking(start, end)
    for mark in masked.marks:
        assert mark.start <= mark.end
        assert not mark.lifted
    kept = "".join(
        text[a:b]
        for a, b in zip(
            [0, *(one.end for one in masked.marks)],
            [*(one.start for one in masked.marks), len(text)],
            strict=True,
        )
    )
    assert masked.words.replace(BY_HAND, "") == kept.replace(BY_HAND, "")
