"""The verbs for the shell and for scheduled tasks; they call casework only."""

from psg_desktop.cli.running import run

__all__ = ["run"]
