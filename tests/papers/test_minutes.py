"""Draft minutes, read back by an independent reader of the file's own parts."""

import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.papers.minutes import (
    ActionLine,
    MinutedItem,
    MinutesPaper,
    PersonThere,
    draw_minutes,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACTION = ActionLine(
    reference="PSG-2026-014", what="Fit a gate", owner="Fen Council", officer="R Amery",
    due="Thu 10 Dec 2026", times="twice",
)  # fmt: skip
PAPER = MinutesPaper(
    title="Fenmarket: PSG meeting, 3 December 2026",
    marking="OFFICIAL-SENSITIVE",
    warning="Draft minutes.",
    facts=(("Chair", "M Tallis"),),
    attendance=(PersonThere(agency="Police", name="Łucja Ėve", presence="Present"),),
    statement="Said here, stays here.",
    statement_read="Read by M Tallis at 10:02.",
    items=(MinutedItem(heading="Review: PSG-2026-014", decision="Go on", actions=(ACTION,)),),
    carried=(ACTION,),
    missed=("Housing: 1 open action",),
    next_meeting="17 December 2026",
)


def part(drawn: bytes, name: str = "word/document.xml") -> ET.Element:
    with zipfile.ZipFile(BytesIO(drawn)) as held:
        return ET.fromstring(held.read(name))  # noqa: S314 - drawn by this test


def words(element: ET.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def styled(drawn: bytes, style: str) -> list[str]:
    found = []
    for paragraph in part(drawn).iter(f"{W}p"):
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        if named is not None and named.get(f"{W}val") == style:
            found.append(words(paragraph))
    return found


def test_that_headings_are_styles() -> None:
    drawn = draw_minutes(PAPER)
    assert styled(drawn, "Title") == [PAPER.title]
    assert styled(drawn, "Heading1") == [
        "Attendance",
        "Confidentiality",
        "1. Review: PSG-2026-014",
        "Actions carried forward",
        "Not there, and to be told of their actions",
        "Next meeting",
    ]
    assert styled(drawn, "Heading2") == ["Actions agreed"]


def test_that_each_table_repeats_its_heading_row() -> None:
    tables = list(part(draw_minutes(PAPER)).iter(f"{W}tbl"))
    assert len(tables) == 3
    for table in tables:
        first = table.find(f"{W}tr")
        assert first is not None
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert "twice" in words(tables[2])
    assert "Łucja Ėve" in words(tables[0])


def test_that_the_marking_stands_on_each_page() -> None:
    drawn = draw_minutes(PAPER)
    with zipfile.ZipFile(BytesIO(drawn)) as held:
        strips = [name for name in held.namelist() if "header" in name or "footer" in name]
    assert strips
    assert all(words(part(drawn, name)) == "OFFICIAL-SENSITIVE" for name in strips)


def test_that_a_bare_meeting_still_has_minutes() -> None:
    bare = replace(PAPER, attendance=(), statement="", items=(), carried=(), missed=())
    assert styled(draw_minutes(bare), "Heading1") == [
        "Attendance",
        "Confidentiality",
        "Next meeting",
    ]


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=200), st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_that_any_decision_is_in_the_minutes(odd: str, decision: str) -> None:
    item = MinutedItem(heading=odd, ask=odd, decision=f"{decision} {odd}")
    said = words(part(draw_minutes(replace(PAPER, items=(item,)))))
    assert decision in said
