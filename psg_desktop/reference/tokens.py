"""Colours, type and spacing as frozen values, read from `resources/tokens.json`."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from psg_desktop import paths


class Scheme(StrEnum):
    """Which of the two palettes is in use."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one scheme, each `#RRGGBB`; what each is for stands in the file."""

    window: str
    surface: str
    sunken: str
    hover: str
    selection: str
    ink: str
    ink2: str
    line: str
    field: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    focus: str
    disabled: str
    red: str
    amber: str
    green: str
    on_red: str
    on_amber: str
    on_green: str
    rag_outline: str
    red_ink: str
    amber_ink: str
    green_ink: str
    red_wash: str
    amber_wash: str
    green_wash: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartColours:
    """Four series colours, five map steps with the colour of words on each, outline, grid lines.

    Series and the lighter steps need the outline and a printed label: colour alone never says it.
    The colours are those of the Government Analysis Function.
    """

    series: tuple[str, ...]
    scale: tuple[str, ...]
    scale_ink: tuple[str, ...]
    outline: str
    gridline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RagMark:
    """One progress mark: always drawn as shape, letter and word together."""

    state: str
    letter: str
    word: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScale:
    """The bundled family, its files in `resources/fonts/`, and sizes on screen in points."""

    family: str
    strong_family: str
    files: tuple[str, ...]
    small: float
    body: float
    section: float
    page: float
    room: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Spacing and sizes in pixels at 100 %; `longest_motion` in milliseconds."""

    step: int
    row_comfortable: int
    row_dense: int
    target: int
    radius: int
    focus_width: int
    focus_gap: int
    selection_bar: int
    icon: int
    rail_width: int
    sheet_width: int
    reading_width: int
    longest_motion: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Colours on white paper and sizes in points for the printed pages."""

    ink: str
    ink2: str
    rule: str
    tint: str
    red: str
    amber: str
    green: str
    on_red: str
    on_amber: str
    on_green: str
    title: float
    heading1: float
    heading2: float
    heading3: float
    body: float
    table: float
    footer: float
    marking: float
    rag_outline_width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A promise: each colour in `front` on each colour in `on` reaches `least` to 1."""

    front: tuple[str, ...]
    on: tuple[str, ...]
    least: float


@cache
def palette(scheme: Scheme) -> Palette:
    """Give the colours of a scheme."""
    return Palette(**_tokens()["palettes"][scheme])


@cache
def chart_colours(scheme: Scheme) -> ChartColours:
    """Give the chart and map colours of a scheme; paper uses the light one."""
    return ChartColours(**_tuples(_tokens()["charts"][scheme]))


@cache
def rag_marks() -> tuple[RagMark, ...]:
    """Give the progress marks, worst first."""
    return tuple(RagMark(**mark) for mark in _tokens()["rag"])


@cache
def type_scale() -> TypeScale:
    """Give the family and the sizes on screen."""
    return TypeScale(**_tuples(_tokens()["type"]))


@cache
def measures() -> Measures:
    """Give spacing and sizes."""
    return Measures(**_tokens()["measures"])


@cache
def paper() -> Paper:
    """Give colours and sizes for print."""
    return Paper(**_tokens()["paper"])


@cache
def pairs() -> tuple[Pair, ...]:
    """Give every promised contrast, for the tests that compute it."""
    return tuple(Pair(**_tuples(pair)) for pair in _tokens()["pairs"])


@cache
def _tokens() -> dict[str, Any]:
    text = paths.resource("tokens.json").read_text(encoding="utf-8")
    tokens: dict[str, Any] = json.loads(text)
    return tokens


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
