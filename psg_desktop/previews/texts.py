"""The text of a file from outside, made safe to show: no control sign, nothing turned round."""

import re
from dataclasses import dataclass, field
from typing import Final

from psg_desktop.previews import limits
from psg_desktop.previews.recognising import decoded

# Signs that hide what stands there or turn its direction round, and control signs.
_HIDING: Final = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SHOWN_AS: Final = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """The text to show; `cut` where the file holds more."""

    text: str = field(repr=False)
    cut: bool


def shown(content: bytes) -> ShownText:
    """Give the text of a file recognised as text."""
    whole = decoded(content) or ""
    text = whole[: limits.TEXT_SHOWN].replace("\r\n", "\n").replace("\r", "\n")
    return ShownText(text=_HIDING.sub(_SHOWN_AS, text), cut=len(whole) > limits.TEXT_SHOWN)
