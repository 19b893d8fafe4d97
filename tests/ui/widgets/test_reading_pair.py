"""Two columns of cards: beside one another where there is room, below one another where not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.theme import SchemeChoice
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.reading_pair import ReadingPair
from psg_desktop.ui.widgets.sections import Card


@pytest.mark.parametrize(
    ("width", "zoom", "paired"), [(1040, 100, True), (820, 100, False), (1040, 150, False)]
)
def test_that_the_side_column_stands_where_there_is_room(
    shown: Callable[[QWidget], QWidget],
    appearance: Appearance,
    width: int,
    zoom: int,
    paired: bool,
) -> None:
    appearance.apply(SchemeChoice.LIGHT, zoom)
    pair = ReadingPair("Person")
    main, side = Card("Facts"), Card("Addresses")
    for card in (main, side):
        card.add(label("Some words about it that a person can read", wrap=True))
        pair.add(card, aside=card is side)
    pair.resize(width, 700)
    shown(pair)
    assert pair.paired is paired
    first, second = (card.mapTo(pair, QPoint(0, 0)) for card in (main, side))
    if paired:
        assert first.y() == second.y()
        assert second.x() >= first.x() + main.width()
        assert second.x() + side.width() > 0.9 * width
    else:
        assert first.x() == second.x()
        assert second.y() >= first.y() + main.height()
        assert second.y() - first.y() - main.height() < 40
