"""The help: pages that ship, found by words, linked to one another and to nothing else."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

from psg_desktop.cli.arguments import parser
from psg_desktop.paths import resource
from psg_desktop.ui.help.page import HelpPage
from psg_desktop.ui.help.topics import KEYS, found, topic, topic_of, topics
from psg_desktop.ui.main_window import sections

_LINK = re.compile(r"\]\(([^)]*)\)")


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget]) -> HelpPage:
    made = HelpPage()
    made.resize(1040, 600)
    shown(made)
    return made


def test_that_every_page_ships_and_no_other_lies_there() -> None:
    files = {one.stem for one in resource("help").glob("*.md")}
    assert files == set(KEYS)
    assert all(one.title for one in topics())


def test_that_links_lead_to_pages_of_the_help_only() -> None:
    links = [link for one in topics() for link in _LINK.findall(one.text)]
    assert links
    assert {link.removesuffix(".md") for link in links} <= set(KEYS)


def test_that_every_section_of_the_window_has_a_page() -> None:
    lines = [key for key, _, _ in sections._LINES if key != "help"]
    assert {topic_of(key) for key in lines} <= set(KEYS)
    assert topic_of("packs") == "pack"
    assert topic_of("import") == "import"


def test_that_every_verb_of_the_command_line_is_told() -> None:
    told = topic("command-line").text
    verbs = next(action.choices for action in parser()._actions if isinstance(action.choices, dict))
    assert verbs
    assert [verb for verb in verbs if f"`{verb}" not in told] == []


def test_that_pages_are_found_by_their_words_titles_first() -> None:
    assert found("passphrase")[0].key == "vault"
    assert "pack" in [one.key for one in found("doubtful")]
    assert found("zebra crossing") == []


def test_that_the_page_asked_for_is_shown(page: HelpPage) -> None:
    page.show_view("pack")
    page.refresh()
    assert page.summary == "The Delivery Group pack"
    assert "depersonalised" in page.reader.toPlainText()
    assert page.list.currentItem().text() == "The Delivery Group pack"


def test_that_searching_narrows_the_list_and_marks_the_word(page: HelpPage) -> None:
    page.words.setText("two-digit nonsense")
    assert page.list.isHidden()
    page.words.setText("anonymous")
    keys = [page.list.item(n).text() for n in range(page.list.count())]
    assert "The Delivery Group pack" in keys
    assert page.reader.textCursor().selectedText().casefold() == "anonymous"


def test_that_a_link_goes_to_its_page_and_no_link_goes_out(page: HelpPage) -> None:
    page.reader.anchorClicked.emit(QUrl("vault.md"))
    assert page.summary == "Vault and passphrase"
    for outside in ("https://example.org/", "file:///etc/passwd", "../LICENSE"):
        page.reader.anchorClicked.emit(QUrl(outside))
        assert page.summary == "Vault and passphrase"


def test_that_the_reader_loads_nothing(page: HelpPage) -> None:
    assert page.reader.loadResource(2, QUrl("file:///etc/passwd")) is None


def test_that_an_arrow_key_in_the_list_turns_to_the_next_page(page: HelpPage) -> None:
    page.list.setCurrentRow(1)
    assert page.topic is not None
    assert page.topic.key == KEYS[1]
