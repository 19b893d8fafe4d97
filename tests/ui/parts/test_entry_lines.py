"""One entry of a list on a page: nothing of it is cut off where there is little room."""

from pytestqt.qtbot import QtBot

from psg_desktop.ui.application import Application
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine, Step
from psg_desktop.ui.widgets.chips import Status, StatusChip


def test_that_marks_go_on_in_the_next_line_instead_of_being_cut_off(
    application: Application, qtbot: QtBot
) -> None:
    assert application.appearance
    marks = (
        "In force, 102 days left",
        "Breach of Tue 6 Oct not answered",
        "Review due 22 days ago",
    )
    steps = [Step(words=one, done=bool) for one in ("Answer the breach", "Serve", "End")]
    line = EntryLine(
        Entry(key=1, title="ABC", marks=tuple(Status("red", one) for one in marks), steps=steps)
    )
    qtbot.addWidget(line)
    line.resize(680, 200)
    line.show()
    chips = line.findChildren(StatusChip)
    assert [chip.status.word for chip in chips] == list(marks)
    qtbot.waitUntil(lambda: all(chip.width() >= chip.sizeHint().width() for chip in chips))
    assert chips[2].y() > chips[0].y()
    holder = chips[0].parentWidget()
    assert holder is not None
    assert all(chip.geometry().right() <= holder.width() for chip in chips)
    assert chips[2].geometry().bottom() <= holder.height()
