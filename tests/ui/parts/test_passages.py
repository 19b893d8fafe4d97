"""Long texts stay readable and narrow."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from psg_desktop.ui.parts.passages import Passage, breakable, shortened


@given(st.text(max_size=300))
def test_that_a_breakable_text_loses_nothing_but_its_breaks(words: str) -> None:
    assert breakable(words).replace("\u200b", "") == words.replace("\u200b", "")


@given(st.text(max_size=300), st.integers(2, 80))
def test_that_a_shortened_text_is_short(words: str, longest: int) -> None:
    assert len(shortened(words, longest)) <= longest


def test_that_a_long_text_is_folded_until_it_is_asked_for(qtbot: QtBot) -> None:
    words = "A sentence that goes on. " * 200
    passage = Passage(words, "Problem")
    qtbot.addWidget(passage)
    passage.show()
    label, more = passage.findChild(QLabel), passage.findChild(QPushButton)
    assert label is not None
    assert more is not None
    assert len(label.text()) < 700
    more.click()
    assert label.text() == words
    assert not more.isVisible()


def test_that_a_short_text_is_shown_whole(qtbot: QtBot) -> None:
    passage = Passage("Short.", "Problem")
    qtbot.addWidget(passage)
    passage.show()
    more = passage.findChild(QPushButton)
    assert more is not None
    assert not more.isVisible()
