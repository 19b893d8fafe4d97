"""The styles of the report's Word file: headings and paragraphs that Word numbers by itself."""

from typing import Any, Final

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

NUMBERED: Final = "Numbered paragraph"
SMALL: Final = "Small print"
CELL: Final = "Table text"
LANGUAGE: Final = "en-GB"
_FACE: Final = "Arial"
_INK: Final = RGBColor(0x0B, 0x0C, 0x0C)
_SIZES: Final = {"Normal": 12, "Title": 20, "Heading 1": 16, "Heading 2": 12}
_LIST: Final = 77  # a number that python-docx's own template does not use


def with_looks(paper: Paper) -> None:
    """Give a new file its styles."""
    for name, size in _SIZES.items():
        _set(paper.styles[name], size)
    for name, size in ((NUMBERED, 12), (SMALL, 10), (CELL, 10)):
        made = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = paper.styles["Normal"]
        _set(made, size)
    normal = paper.styles["Normal"].paragraph_format
    # At least, and not exactly: a line has to grow around a picture.
    normal.line_spacing, normal.space_after = Pt(16), Pt(6)
    normal.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    for name in ("Title", "Heading 1", "Heading 2", SMALL, CELL):
        paper.styles[name].paragraph_format.line_spacing = 1.15
    paper.styles[CELL].paragraph_format.space_after = Pt(2)
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    _number(paper)


def _set(style: Any, size: int) -> None:
    style.font.name, style.font.size, style.font.color.rgb = _FACE, Pt(size), _INK
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    # A face by the theme would go before the one by its name.
    for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{key}"), None)


def _number(paper: Paper) -> None:
    """Number first headings 1, 2, 3 and the paragraphs below them 1.1, 1.2."""
    part = paper.part.numbering_part.element
    heading = paper.styles["Heading 1"].style_id
    numbered = paper.styles[NUMBERED].style_id
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_LIST}">'
        f'<w:multiLevelType w:val="multilevel"/>{_level(0, heading, "%1")}'
        f"{_level(1, numbered, '%1.%2')}</w:abstractNum>"
    )
    # The file's own order: what numbers are like first, then the lists that use them.
    first = part.find(qn("w:num"))
    if first is not None:
        first.addprevious(abstract)
    else:
        part.append(abstract)
    part.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{_LIST}"><w:abstractNumId w:val="{_LIST}"/></w:num>'
        )
    )
    for place, name in enumerate(("Heading 1", NUMBERED)):
        numbering = paper.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = place
        numbering.get_or_add_numId().val = _LIST


def _level(place: int, style: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="680" w:hanging="680"/></w:pPr></w:lvl>'
    )
