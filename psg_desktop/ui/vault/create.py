"""Makes a new vault: whose it is, where it lies, and the passphrase that is its only key."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from psg_desktop.casework.vault.passphrases import ENOUGH, strength, too_weak, words
from psg_desktop.domain.partnership import Partnership
from psg_desktop.reference.districts import District, district, districts
from psg_desktop.ui.vault.choosers import FolderLine
from psg_desktop.ui.vault.passphrase import PassphraseLine
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import link, primary, row
from psg_desktop.ui.widgets.choices import SearchChoice, among
from psg_desktop.ui.widgets.controls import Line, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label

SUFFIX = ".psgstore"
_NO_RESET = (
    "There is no reset and no back door: without the passphrase nobody can open this file, not "
    "even whoever made this program. Write it down and keep it locked away from this computer."
)
_BARRED = frozenset('<>:"/\\|?*')


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVault:
    """What is needed to make a vault."""

    place: Path
    passphrase: str = field(repr=False)
    partnership: Partnership


class Create(QWidget):
    """Asks for it in one form; `create_asked` carries a `NewVault`."""

    create_asked = Signal(object)
    back_asked = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.form = Form()
        self._form(folder)
        self.go = primary("Create the file")
        self.go.clicked.connect(self._ask)
        self._back = link("Back")
        self._back.clicked.connect(self.back_asked)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addWidget(label("Start our own file", "page"))
        layout.addWidget(self.form)
        layout.addLayout(row(self.go, self._back))

    def show_busy(self, *, busy: bool) -> None:
        """Show whether the vault is being made."""
        self.go.setText("Creating…" if busy else "Create the file")
        self.go.setAccessibleName(self.go.text())
        for widget in (self.go, self._back, self.form):
            widget.setEnabled(not busy)

    def show_problem(self, sentence: str) -> None:
        """Say why the vault was not made."""
        self.show_busy(busy=False)
        self.form.show_problems({"folder": sentence})

    def focus_start(self) -> None:
        """Go to the first field."""
        self.form.focus_first()

    def forget(self) -> None:
        """Forget the passphrase typed."""
        for name in ("passphrase", "again"):
            self._passphrases[name].forget()
        self._say_strength()

    def _form(self, folder: Path) -> None:
        form = self.form
        self._district = form.add(
            "district",
            "District",
            SearchChoice(_finder()),
            hint="Any district, borough or unitary council of England. Type part of its name.",
        )
        self._district.edited.connect(self._suggest)
        self._name = form.add("name", "Name of the partnership", Line(width=48))
        self._passphrases = {
            "passphrase": form.add(
                "passphrase",
                "Passphrase",
                PassphraseLine(),
                hint="Four or more unrelated words. You may paste it from a password manager.",
            ),
        }
        self._strength = label(role="hint", wrap=True)
        form.add_widget(self._strength)
        self._strength.hide()
        self._passphrases["again"] = form.add("again", "The same again", PassphraseLine())
        self._passphrases["passphrase"].edited.connect(self._say_strength)
        warning = Banner()
        form.add_widget(warning)
        warning.say(_NO_RESET, Tone.CARE)
        warning.keep()
        self.accepted = QCheckBox("I have written the passphrase down")
        form.add_widget(self.accepted)
        form.add_heading("Where it is kept")
        form.add("file", "Name of the file", Line(width=32)).set_value("Our caseload")
        kept = FolderLine("Choose where the file is kept", folder)
        form.add("folder", "Folder", kept, hint="On this computer, not on a shared drive.")
        kept.set_value(folder)
        form.mark_saved()

    def _suggest(self) -> None:
        chosen = district(self._district.value() or "")
        if chosen is not None and not self._name.value():
            self._name.set_value(chosen.partnerships[0].name)

    def _say_strength(self) -> None:
        found = strength(self._passphrases["passphrase"].value(), _known(self.form.values()))
        self._strength.setText(words(found))
        self._strength.setVisible(bool(words(found)))
        if found >= ENOUGH:
            self.form.withdraw("passphrase")

    def _ask(self) -> None:
        answers = self.form.values()
        problems = {**_problems(answers), **self.form.unreadable()}
        if not problems and not self.accepted.isChecked():
            problems = {"": "Tick that you have written the passphrase down."}
        self.form.show_problems(problems)
        if not problems:
            self.create_asked.emit(
                NewVault(
                    place=answers["folder"] / f"{answers['file']}{SUFFIX}",
                    passphrase=answers["passphrase"],
                    partnership=Partnership(name=answers["name"], district=answers["district"]),
                )
            )


def _problems(answers: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    if answers["district"] is None:
        found["district"] = "Choose your district from the list that appears while you type."
    if not answers["name"]:
        found["name"] = "Enter the name of your partnership."
    weak = too_weak(answers["passphrase"], _known(answers))
    if weak:
        found["passphrase"] = weak
    elif answers["passphrase"] != answers["again"]:
        found["again"] = "The two passphrases differ. Type the same one twice."
    if not answers["file"] or _BARRED & set(answers["file"]):
        found["file"] = "Enter a name without signs such as / or :."
    if answers["folder"] is None or not answers["folder"].is_dir():
        found["folder"] = "Choose a folder that is there."
    return found


def _known(answers: dict[str, Any]) -> list[str]:
    """Give what anybody would try first: the names of the partnership, its district and file."""
    chosen = district(answers["district"] or "")
    return [answers["name"], answers["file"], chosen.name if chosen else ""]


def _finder() -> Callable[[str], Any]:
    return among([_option(one) for one in districts()])


def _option(one: District) -> Option:
    return Option(one.code, one.name, one.county or one.region)
