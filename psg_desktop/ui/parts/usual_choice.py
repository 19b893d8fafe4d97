"""A choice that always has an answer: the usual one, until another is chosen."""

from enum import StrEnum

from typing_extensions import override

from psg_desktop.ui.parts.choosing import give_way, options_of
from psg_desktop.ui.widgets.controls import Choice
from psg_desktop.words import names


class UsualChoice(Choice):
    """One value of the kind of *usual*, which stands first and is the answer at the start."""

    def __init__(self, usual: StrEnum) -> None:
        self._usual = usual
        others = [one for one in options_of(type(usual)) if one.key is not usual]
        super().__init__(others, nothing=names.name(usual))
        give_way(self)

    @override
    def value(self) -> StrEnum:
        found: StrEnum | None = super().value()
        return self._usual if found is None else found
