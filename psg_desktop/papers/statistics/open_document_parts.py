"""The fixed parts of an .ods: its styles in British English, its view and what it says of itself.

Widths of columns are those of the .xlsx, in centimetres for so many characters of 12 points.
"""

from typing import Final

from psg_desktop.papers.statistics.workbook import (
    BODY,
    COVER_WIDTH,
    FIRST_WIDTH,
    FONT,
    NUMBER_WIDTH,
    TITLE,
    WORDS_WIDTH,
)

_VERSION: Final = 'office:version="1.4"'
_SPACES: Final = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("style", "style"), ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"), ("number", "datastyle"), ("table", "table"),
        ("config", "config"), ("meta", "meta"),
    )
)  # fmt: skip
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CM: Final = 0.24
_WRAPPED: Final = ' fo:wrap-option="wrap"'


def _cell_style(name: str, words: str = "", cell: str = _WRAPPED, numbers: str = "") -> str:
    """Give a style of cells; those with numbers and signs stand on the right."""
    side = '<style:paragraph-properties fo:text-align="end"/>' if numbers else ""
    data = f' style:data-style-name="{numbers}"' if numbers else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell" '
        f'style:parent-style-name="Default"{data}>'
        f'<style:table-cell-properties style:vertical-align="top"{cell}/>{side}'
        f"<style:text-properties{words}/></style:style>"
    )


_BOLD: Final = ' fo:font-weight="bold"'
_LARGE: Final = f' fo:font-weight="bold" fo:font-size="{TITLE}pt"'
_UNDERLINED: Final = (
    ' fo:color="#0b3d91" style:text-underline-style="solid" style:text-underline-width="auto"'
)
_CELL_STYLES: Final = "".join(
    (
        _cell_style("Title", words=_LARGE),
        _cell_style("Over_title", words=_LARGE, cell=""),
        _cell_style("Over", cell=""),
        _cell_style("Head", words=_BOLD, cell=f'{_WRAPPED} fo:border-bottom="0.5pt solid #000000"'),
        _cell_style("Body"),
        _cell_style("Sign", numbers="Whole"),
        _cell_style("Number", numbers="Whole"),
        _cell_style("Money", numbers="Pounds"),
        _cell_style("Link", words=_UNDERLINED),
    )
)
STYLES: Final = (
    f"{_HEAD}<office:document-styles {_SPACES} {_VERSION}><office:font-face-decls>"
    f'<style:font-face style:name="{FONT}" svg:font-family="{FONT}" '
    'style:font-family-generic="swiss"/></office:font-face-decls><office:styles>'
    '<style:default-style style:family="table-cell"><style:text-properties '
    f'style:font-name="{FONT}" fo:font-size="{BODY}pt" fo:language="en" fo:country="GB"/>'
    '</style:default-style><number:number-style style:name="Whole"><number:number '
    'number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>'
    '</number:number-style><number:number-style style:name="Pounds"><number:number '
    'number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" '
    'number:grouping="true"/></number:number-style>'
    f'<style:style style:name="Default" style:family="table-cell"/>{_CELL_STYLES}</office:styles>'
    '<office:automatic-styles><style:page-layout style:name="Across">'
    '<style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" '
    'style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/>'
    "</style:page-layout></office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Default" style:page-layout-name="Across"/>'
    "</office:master-styles></office:document-styles>"
)
SETTINGS: Final = (
    f"{_HEAD}<office:document-settings {_SPACES} {_VERSION}><office:settings>"
    '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed '
    'config:name="Views"><config:config-item-map-entry><config:config-item '
    'config:name="ViewId" config:type="string">view1</config:config-item><config:config-item '
    'config:name="ActiveTable" config:type="string">{tab}</config:config-item>'
    "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
    "</office:settings></office:document-settings>"
)
META: Final = (
    f'{_HEAD}<office:document-meta {_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" '
    f"{_VERSION}><office:meta><dc:title>{{title}}</dc:title><meta:initial-creator>{{publisher}}"
    "</meta:initial-creator><meta:creation-date>{day}T00:00:00</meta:creation-date>"
    "<dc:language>en-GB</dc:language></office:meta></office:document-meta>"
)
WIDTHS: Final = tuple(
    f'<style:style style:name="w{one}" style:family="table-column">'
    f'<style:table-column-properties style:column-width="{one * _CM:.2f}cm"/></style:style>'
    for one in sorted({COVER_WIDTH, FIRST_WIDTH, NUMBER_WIDTH, WORDS_WIDTH})
)
ROWS: Final = (
    (
        '<style:style style:name="fitting" style:family="table-row"><style:table-row-properties '
        'style:use-optimal-row-height="true"/></style:style>'
    ),
    (
        '<style:style style:name="sheet" style:family="table" style:master-page-name="Default">'
        '<style:table-properties table:display="true" style:writing-mode="lr-tb"/></style:style>'
    ),
)
