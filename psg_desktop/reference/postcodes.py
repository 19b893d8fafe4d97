"""The shape of a postcode, and its outward half."""

import re
import unicodedata

# BS 7666: an inward half never ends in C, I, K, M, O or V. GIR 0AA is no place.
_SHAPE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})")


def normalise_postcode(text: str) -> str | None:
    """Give a full postcode as "CB7 4EE", or None where the text is not one.

    Case, white space and full-width letters do not matter; whether it exists is not asked.
    """
    bare = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    found = _SHAPE.fullmatch(bare)
    return f"{found.group(1)} {found.group(2)}" if found else None


def outward(postcode: str) -> str | None:
    """Give the outward half ("CB7") of a full postcode, or None where the text is not one."""
    tidy = normalise_postcode(postcode)
    return tidy.split(" ")[0] if tidy else None
