"""How every test runs: without a screen, in plain locale, leaving nothing open behind it."""

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ("tests.offices",)

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 3.0  # seconds a thread may take to end after the test that started it

settings.register_profile("default", deadline=None)
settings.register_profile(
    "soak",
    deadline=None,
    max_examples=2000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--onscreen", action="store_true", help="show the windows instead of drawing offscreen"
    )


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt warns about a locale that is not UTF-8, and a warning fails the test.
    os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The open data that lies beside the repository; PSG_SHARED_DATA says where else."""
    place = Path(os.environ.get("PSG_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not place.is_dir():
        reason = f"The open data is not at {place}. Put it there or set PSG_SHARED_DATA."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return place


@pytest.fixture(autouse=True)
def _leaves_nothing_open(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fail a test that leaves a thread, a window, or a vault or other file of its own open."""
    threads = set(threading.enumerate())
    held = _held_files(tmp_path_factory.getbasetemp())
    yield
    left = [thread for thread in threading.enumerate() if thread not in threads]
    for thread in left:
        thread.join(timeout=PATIENCE)
    running = [thread.name for thread in left if thread.is_alive()]
    assert not running, f"Threads go on after the test: {running}"
    windows = _visible_windows()
    assert not windows, f"Windows stay open after the test: {windows}"
    files = _held_files(tmp_path_factory.getbasetemp()) - held
    if files:
        gc.collect()  # a failed test's traceback may hold a connection for a moment
        files = _held_files(tmp_path_factory.getbasetemp()) - held
    assert not files, f"Files stay open after the test: {sorted(files)}"


def _visible_windows() -> list[str]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    until = time.monotonic() + PATIENCE
    windows = widgets.QApplication.topLevelWidgets()
    while any(window.isVisible() for window in windows) and time.monotonic() < until:
        widgets.QApplication.sendPostedEvents()
        windows = widgets.QApplication.topLevelWidgets()
    return [
        f"{type(window).__name__} {window.windowTitle()!r}"
        for window in windows
        if window.isVisible()
    ]


def _held_files(place: Path) -> set[str]:
    """Name the files under `place` that this process holds open, where the system tells."""
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        return set()
    held = set()
    for descriptor in descriptors.iterdir():
        try:
            target = str(descriptor.readlink())
        except OSError:
            continue  # closed since it was listed
        if target.startswith(str(place)):
            held.add(target)
    return held
