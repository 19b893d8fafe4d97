"""A name that may stand for somebody on file: typed freely, or chosen from the list."""

from collections.abc import Sequence
from typing import Any

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts import parties
from psg_desktop.ui.widgets.choices import SearchChoice
from psg_desktop.ui.widgets.controls import Option


class NameOnFile(SearchChoice):
    """The value is the name and the person's identifier, None for somebody who is not on file.

    Somebody is linked only when chosen from the list: two people may share a name.
    """

    def __init__(self, office: Office, but: PersonId) -> None:
        self._office, self._but = office, but
        super().__init__(self._on_file)
        self.line.setMaxLength(LINE_LIMIT)
        self.line.setPlaceholderText("Name, or type to find somebody on file")

    @override
    def value(self) -> tuple[str, PersonId | None]:
        linked = self._chosen.key if self._chosen else None
        return (self.line.text().strip(), linked)

    @override
    def set_value(self, value: Any) -> None:
        if isinstance(value, tuple):
            name, linked = value
            value = Option(linked, name) if linked else None
            super().set_value(value)
            self.line.setText(name)
        else:
            super().set_value(value)

    @override
    def problem(self) -> str:
        return ""

    @override
    def _offer(self, words: str) -> None:
        super()._offer(words)
        self._chosen = None

    def _on_file(self, typed: str) -> Sequence[Option]:
        found = parties.offered(self._office, CaseKind.PERSON, typed)
        return [one for one in found if one.key != self._but]
