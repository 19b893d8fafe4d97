"""Red, amber or green: how something stands."""

from enum import StrEnum


class Rag(StrEnum):
    """How something stands: off course, at risk, on course."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
