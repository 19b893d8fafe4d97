"""Every form of every window: emptied, filled to the limit, and filled beyond it.

What is typed never breaks a form and is never lost: it is kept, or a sentence says what to change.
"""

import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from psg_desktop.casework import sample
from psg_desktop.casework.office import Office
from psg_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT
from psg_desktop.store.vault import FLOOR_COST
from psg_desktop.ui.application import Application
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Field
from tests.fakes import FixedClock
from tests.ui import program_windows
from tests.ui.every_window import KIT, WINDOWS

WIDEST = 1280


@pytest.fixture(scope="module")
def own_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A sample of this module's own: what is saved here is seen by no other test."""
    place = tmp_path_factory.mktemp("forms") / "Fenmarket.psgstore"
    recipe = sample.Recipe(cases=program_windows.CASES, cost=FLOOR_COST)
    made = sample.build(place, FixedClock(), recipe)
    shared = program_windows.office
    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("tests.ui") and getattr(module, "office", None) is shared:
                patch.setattr(module, "office", lambda: made)
        yield made
    made.close()


@pytest.fixture(scope="module")
def application(qapp: QApplication) -> Application:
    """The application without its alarm: an exception in a slot must fail the test."""
    made = Application()
    made.alarm.remove()
    return made


def forms(application: Application, name: str) -> Iterator[RecordSheet]:
    """Make a window and give its forms; afterwards it is put away."""
    window = WINDOWS[name](application)
    yield from window.findChildren(RecordSheet)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def typed(sheet: RecordSheet, line: str, text: str) -> dict[str, Field]:
    """Type into every plain line and every long text; give those that were typed into."""
    found = {
        name: field
        for name, field in sheet.form.fields.items()
        if type(field.control) in {Line, LongText}
    }
    for field in found.values():
        field.control.set_value(line if type(field.control) is Line else text)
    return found


def submit(sheet: RecordSheet) -> bool:
    """Press Save; say whether it was kept. What was typed stands there still if not."""
    closed: list[bool] = []
    sheet.closed.connect(lambda: closed.append(True))
    before = {name: field.control.value() for name, field in sheet.form.fields.items()}
    sheet.save_asked.emit()
    if closed:
        return True
    after = {name: field.control.value() for name, field in sheet.form.fields.items()}
    assert after == before, f"{sheet.title} lost something."
    assert sheet.form._told, f"{sheet.title} was not kept and does not say why."
    return False


SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
# Beyond the limit every long text says so by itself (`tests/ui/widgets/test_forms.py`).
ASKED = [name for name in WINDOWS if name not in KIT and (SOAK or name.endswith(" form"))]


@pytest.mark.parametrize("name", ASKED)
def test_that_a_form_takes_texts_of_full_length_or_says_why_not(
    name: str, application: Application, own_office: Office
) -> None:
    for sheet in forms(application, name):
        long = typed(sheet, "x" * LINE_LIMIT, "x" * TEXT_LIMIT)
        assert sheet.minimumSizeHint().width() <= WIDEST / 2
        if not submit(sheet):
            told = sheet.form._told
            assert not [one for one in long if told.get(one, "").startswith("Shorten")], told
    if not SOAK:
        return
    for sheet in forms(application, name):
        typed(sheet, "", "")
        submit(sheet)
