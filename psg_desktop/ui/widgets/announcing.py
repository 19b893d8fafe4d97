"""Says something through assistive technology without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(near: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have *words* read out; urgent ones interrupt what is being read."""
    event = QAccessibleAnnouncementEvent(near, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
