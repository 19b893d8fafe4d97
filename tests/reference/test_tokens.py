"""The palette keeps the contrast it promises, and every font and icon named is shipped."""

import json
import re
from dataclasses import fields

import pytest

from psg_desktop import paths
from psg_desktop.reference import tokens
from psg_desktop.reference.tokens import Scheme
from tests.reference.contrast import contrast

BOTH = pytest.mark.parametrize("scheme", list(Scheme))
TEXT = 4.5
GRAPHIC = 3.0


def test_that_the_ratio_is_the_published_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    # The example grey of the WCAG literature: the lightest that passes on white.
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@BOTH
def test_that_every_promised_pair_is_kept(scheme: Scheme) -> None:
    palette = tokens.palette(scheme)
    failing = [
        f"{front} on {on}: {ratio:.2f}, promised {pair.least}"
        for pair in tokens.pairs()
        for front in pair.front
        for on in pair.on
        if (ratio := contrast(getattr(palette, front), getattr(palette, on))) < pair.least
    ]
    assert failing == []


def test_that_every_promise_is_at_least_the_rule() -> None:
    for pair in tokens.pairs():
        for front in pair.front:
            text = front.endswith("ink") or front.startswith(("ink", "on_", "disabled"))
            assert pair.least >= (TEXT if text else GRAPHIC)


def test_that_every_colour_is_promised_or_a_background_or_decoration() -> None:
    promised = {name for pair in tokens.pairs() for name in (*pair.front, *pair.on)}
    assert {field.name for field in fields(tokens.Palette)} - promised == {"line"}


@BOTH
def test_that_words_on_every_map_step_can_be_read(scheme: Scheme) -> None:
    colours = tokens.chart_colours(scheme)
    for step, ink in zip(colours.scale, colours.scale_ink, strict=True):
        assert contrast(step, ink) >= TEXT


@BOTH
def test_that_series_and_outline_stand_out_from_the_surface(scheme: Scheme) -> None:
    colours = tokens.chart_colours(scheme)
    surface = tokens.palette(scheme).surface
    for colour in (*colours.series, colours.outline):
        assert contrast(colour, surface) >= GRAPHIC


def test_that_paper_can_be_read_and_its_marks_told_apart_in_grey() -> None:
    paper = tokens.paper()
    for ink in (paper.ink, paper.ink2):
        assert min(contrast(ink, "#FFFFFF"), contrast(ink, paper.tint)) >= TEXT
    for fill, on in (("red", "on_red"), ("amber", "on_amber"), ("green", "on_green")):
        assert contrast(getattr(paper, fill), getattr(paper, on)) >= TEXT
    assert contrast(paper.red, paper.amber) >= 2
    assert contrast(paper.amber, paper.green) >= 2


def test_that_every_colour_is_six_hexadecimal_digits_and_has_a_use() -> None:
    raw = json.loads(paths.resource("tokens.json").read_text(encoding="utf-8"))
    for palette in raw["palettes"].values():
        assert palette.keys() == raw["uses"].keys()
        assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in palette.values())


def test_that_every_font_file_and_mark_icon_is_shipped() -> None:
    for name in tokens.type_scale().files:
        # TrueType outlines: ReportLab cannot embed the other kind.
        assert paths.resource(f"fonts/{name}").read_bytes()[:4] == b"\x00\x01\x00\x00"
    for mark in tokens.rag_marks():
        assert paths.resource(f"icons/{mark.icon}.svg").is_file()


def test_that_icons_can_be_tinted() -> None:
    icons = sorted(paths.resource("icons").glob("*.svg"))
    assert len(icons) >= 40
    for icon in icons:
        text = icon.read_text(encoding="utf-8")
        assert "currentColor" in text
        assert not re.search("#[0-9a-fA-F]{3}", text)


def test_that_spacing_keeps_to_the_step_and_targets_are_large_enough() -> None:
    measures = tokens.measures()
    assert measures.target >= 24
    assert measures.row_dense >= measures.target
    assert measures.rail_width % measures.step == 0
    assert measures.longest_motion <= 150
