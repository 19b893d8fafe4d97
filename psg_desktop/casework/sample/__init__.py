"""The sample caseload: a made-up district, three years of cases, ready to look around in."""

from psg_desktop.casework.sample.building import Recipe, build
from psg_desktop.casework.sample.demo_folder import make_demo

__all__ = ["Recipe", "build", "make_demo"]
