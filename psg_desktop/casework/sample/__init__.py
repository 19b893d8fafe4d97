"""The sample caseload: a made-up district, three years of cases, ready to look around in."""

from psg_desktop.casework.sample.building import build, make_demo

__all__ = ["build", "make_demo"]
