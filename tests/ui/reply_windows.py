"""The window that shows a reply: answers that are new, changed since, and not to be taken."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.meeting import replies
from psg_desktop.domain.action_sheets import row_code
from psg_desktop.papers.action_sheets import SheetPaper, SheetRow, draw_action_sheet
from psg_desktop.store.queries import sending
from psg_desktop.ui.actions.reply_page import ReplyPage
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.pages import Section
from tests.replying import FIRST, fill
from tests.ui.program_windows import office
from tests.ui.windows import window


def reply_page() -> ReplyPage:
    """Make the page from actions of the sample, which stay as they are."""
    desk = office()
    with desk.reading() as unit:
        owners = sending.owners(unit.reading)
        owed = [row for one in owners for row in sending.open_actions(unit.reading, one)]
    new, changed = owed[:2]
    codes = (row_code(new[0]), f"{row_code(changed[0])[:16]}-00000000", "of another vault")
    rows = [
        SheetRow(reference=reference, what=action.what, officer="", due=None, state="", code=code)
        for (action, reference), code in zip((new, changed, changed), codes, strict=True)
    ]
    paper = SheetPaper(
        title="Actions", facts="", marking="", made_on=desk.today(), rows=tuple(rows)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "actions-police.xlsx"
        path.write_bytes(draw_action_sheet(paper))
        fill(path, FIRST, PROGRESS="Visited twice, nobody in.")
        fill(path, FIRST + 1, PROGRESS="Done, with photographs.", DONE_ON=desk.today())
        fill(path, FIRST + 2, DONE_ON=desk.today())
        return ReplyPage(desk, replies.read(desk, path))


@window("reply of an agency")
def reply(application: Application) -> QWidget:
    """Show a reply with one answer of each sort."""
    section = Section("actions", "Actions", "action", reply_page)
    shown = Frame((section,), "A. Worker", application.appearance)
    shown.resize(1280, 720)
    shown.go("actions")
    return shown
