"""PSG Desktop: an offline, encrypted case desk for UK Problem-Solving Groups."""

__version__ = "0.1.0"
