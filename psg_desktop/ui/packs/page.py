"""The packs that left: when, for which meeting, how many cases, with which mark and digest."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.domain.releases import Release
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.widgets.buttons import primary
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import dates

_SHOWN_OF_DIGEST = 16
COLUMNS: tuple[Column[Release], ...] = (
    Column("Released", lambda one: dates.moment_words(one.released_at), width=190),
    Column("Meeting", lambda one: dates.grid(one.meeting_on), width=140),
    Column("Cases", lambda one: f"{len(one.cases):,}", width=72, number=True),
    Column("Version", lambda one: one.version, width=110),
    Column("By", lambda one: one.released_by, width=140),
    Column(
        "Digest (SHA-256)",
        lambda one: one.digest,
        width=160,
        stretch=True,
        tooltip=lambda one: one.digest,
        spoken=lambda one: f"Digest begins {one.digest[:_SHOWN_OF_DIGEST]}",
    ),
)


class PacksPage(Page):
    """Emits `prepare_asked` when a new pack is wanted."""

    prepare_asked = Signal()

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__("Packs")
        self._office = office
        self.prepare = primary("Prepare a pack", "pack")
        self.prepare.clicked.connect(self.prepare_asked)
        self.table = TableView[Release]("Packs released", COLUMNS, key=lambda one: one.id)
        empty = EmptyState(
            "No pack has been released yet",
            "A pack prints what is done and what is blocked, and nobody's name. You read every "
            "text beside its original before it can be printed.",
        )
        self.table.set_empty(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        notifier.changed.connect(lambda _changes: self.refresh() if self.isVisible() else None)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.prepare,)

    @override
    def refresh(self) -> None:
        releases = packs.releases(self._office)
        self.table.show_rows(releases)
        count = len(releases)
        self.retitle(summary="1 pack released" if count == 1 else f"{count:,} packs released")

    @override
    def focus_start(self) -> None:
        (self.table if self.table.table_model.rows else self.prepare).setFocus()
