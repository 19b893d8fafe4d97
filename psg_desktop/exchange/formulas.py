"""Keeps text that looks like a formula from becoming one in somebody's spreadsheet program.

OWASP ASVS 5.0, 1.2.10: a cell that starts with =, +, -, @, tab, carriage return or line feed is
written with a single quotation mark before it. Reading takes the mark away again, so a rejected row
comes back as it was. The full-width forms are read as formulas by some programs too.
"""

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_MARK = "'"


def escaped(text: str) -> str:
    """Give text that no spreadsheet program takes for a formula."""
    return _MARK + text if text.startswith((*_STARTS, _MARK)) else text


def unescaped(text: str) -> str:
    """Take away the mark `escaped` put before a text."""
    marked = text.startswith(_MARK) and text[1:].startswith((*_STARTS, _MARK))
    return text[1:] if marked else text
