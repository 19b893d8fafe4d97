"""Says something through assistive technology without moving the focus.

The classes are named where they are used: PySide6 makes a class when it is first named, and the
unlock screen is up before anything is said.
"""

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(near: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have *words* read out; urgent ones interrupt what is being read."""
    event = QtGui.QAccessibleAnnouncementEvent(near, words)
    politeness = QtGui.QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QtGui.QAccessible.updateAccessibility(event)
