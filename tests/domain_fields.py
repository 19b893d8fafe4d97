"""Which fields of the domain identify somebody; every field is classified here, by hand.

A field identifies when its text could name a person, an address or an event that points to one:
names, addresses, numbers, contacts, and all free text a worker types. Codes, states, dates of the
work, and references made by the program do not. An identifying field is declared with
`field(repr=False)`, so that it never gets into a log or a traceback.
"""

from typing import NamedTuple


class Fields(NamedTuple):
    """The fields of one dataclass, each named in exactly one of two strings."""

    identifying: str = ""
    plain: str = ""


FIELDS: dict[str, Fields] = {}
