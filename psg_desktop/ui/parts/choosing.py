"""Choices whose options come from the domain's kinds or from the vault's agencies."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.words import names

_LETTERS = 14


def options_of(kind: type[StrEnum]) -> tuple[Option, ...]:
    """Give an option for every value of a kind, in the order of the kind."""
    return tuple(Option(value, words) for value, words in names.choices(kind))


def choice_of(kind: type[StrEnum], *, nothing: str = "Choose one") -> Choice:
    """Give a choice of one value of a kind."""
    return Choice(options_of(kind), nothing=nothing)


def risk_choice() -> Choice:
    """Give a choice of a risk level, where nothing chosen means not assessed."""
    return Choice(options_of(RiskLevel), nothing=names.risk(None))


def give_way(choice: Choice) -> Choice:
    """Let a choice be narrower than its longest option."""
    narrow = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    choice.combo.setSizeAdjustPolicy(narrow)
    choice.combo.setMinimumContentsLength(_LETTERS)
    return choice


class AgencyChoice(Choice):
    """One of the agencies in use; an agency out of use is offered only where it is chosen."""

    def __init__(self, office: Office, *, nothing: str = "Choose an agency") -> None:
        self._names = lists.agency_names(office)
        self._active = tuple(Option(*one) for one in agencies.choice_names(office).items())
        super().__init__(self._active, nothing=nothing)
        give_way(self)

    @override
    def set_value(self, value: Any) -> None:
        missing = isinstance(value, UUID) and all(one.key != value for one in self._active)
        if missing and value not in self._keys:
            words = f"{self._names.get(value, 'Unknown agency')} (no longer in use)"
            self.set_options((*self._active, Option(value, words)))
        super().set_value(value)
