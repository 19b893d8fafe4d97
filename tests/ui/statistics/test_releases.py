"""Releases looked up again: withdrawn with a reason, corrected in words, written again."""

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import correcting, publishing
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.statistics.page import RELEASES, StatisticsPage
from psg_desktop.ui.statistics.release_page import ReleasePage
from psg_desktop.words import statistics_page as words
from tests.ui.cases.desk import CTRL, Hands, Key, words_of
from tests.ui.statistics.conftest import Chooser, period


@pytest.fixture
def release(office: Office, cases: None) -> StatisticsRelease:
    return publishing.publish(office, publishing.plan(office, period("2026Q3")))


@pytest.fixture
def shown(release: StatisticsRelease, page: StatisticsPage, window: MainWindow,
          hands: Hands) -> ReleasePage:  # fmt: skip
    """The page of the release, opened from the list by Enter."""
    page.tabs.setCurrentIndex(RELEASES)
    page.releases.table.choose(release.id)
    page.releases.table.setFocus()
    hands.key(Key.Key_Return)
    found = window.frame.page
    assert isinstance(found, ReleasePage)
    return found


def test_that_an_empty_list_explains_itself(page: StatisticsPage) -> None:
    page.tabs.setCurrentIndex(RELEASES)
    assert words.NO_RELEASE in words_of(page.releases)


def test_that_a_release_opens_with_its_tables_and_its_certificate(
    shown: ReleasePage, release: StatisticsRelease
) -> None:
    assert shown.heading == "Board release, July to September 2026"
    said = words_of(shown)
    assert "This was published on 21 November 2026" in said
    assert release.certificate.digest[:8] in said
    keys = [one.key for one in shown.preview.list.table_model.rows]
    assert keys[1 : len(release.tables) + 1] == [one.table.code for one in release.tables]
    assert "plain/money_of_projects" in keys
    shown.preview.choose("flow")
    assert shown.preview.pane.grid.figures.words(0, 0) == "[c]"


def test_that_withdrawing_needs_a_reason_and_stays_on_record(
    shown: ReleasePage, page: StatisticsPage, hands: Hands, office: Office, window: MainWindow
) -> None:
    shown.withdraw.click()
    assert words.STILL_RECKONED in words_of(hands.sheet)
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"withdrawn_because": "Give the reason."}
    hands.fill({"Reason": "The areas were wrong."})
    hands.save()
    (found,) = publishing.releases(office)
    assert found.withdrawn_because == "The areas were wrong."
    assert "Withdrawn on 21 November 2026: The areas were wrong." in words_of(shown)
    assert not shown.withdraw.isVisible()
    window.frame.go_back()
    (row,) = page.releases.table.table_model.rows
    assert row.withdrawn_on == office.today()
    # What was withdrawn can be planned again, and is reckoned with.
    assert publishing.plan(office, period("2026Q3")).entry.earlier == 1


def test_that_a_correction_points_to_nobody_and_is_shown(
    shown: ReleasePage, hands: Hands, office: Office
) -> None:
    shown.correct.click()
    hands.fill({words.WRONG_AND_RIGHT: "It was about Wren Tansleyford 3."})
    hands.key(Key.Key_S, CTRL)
    assert "Wren Tansleyford" in hands.problems()["text"]
    assert correcting.corrections(office) == ()
    hands.sheet.form.fields["text"].control.set_value("the areas of some rows were exchanged")
    hands.save()
    (said,) = correcting.corrections(office)
    assert said.sentence in words_of(shown)


def test_that_doubtful_words_stand_once_they_are_said_to_be_harmless(
    shown: ReleasePage, hands: Hands, office: Office
) -> None:
    shown.correct.click()
    form = hands.sheet.form
    form.fields["text"].control.set_value("the rows of Osmundthorpe were exchanged")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["checked"] == words.TICK_HARMLESS
    form.fields["checked"].control.set_value((True,))
    hands.save()
    assert len(correcting.corrections(office)) == 1


def test_that_the_files_are_written_again(shown: ReleasePage, chooser: Chooser) -> None:
    shown.again.click()
    assert "written to" in shown.banner.words
    assert chooser.answer is not None
    (folder,) = chooser.answer.iterdir()
    assert any(one.suffix == ".xlsx" for one in folder.iterdir())
