"""The locked packages: complete, hashed, within what pyproject.toml allows, from anywhere."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKED = ".ci/requirements"
LOCKS = ["runtime.txt", "dev.txt"]
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
ELSEWHERE = re.compile(r"://|--(?!hash=)[a-z]| @ |^\s*-[a-z]", re.MULTILINE)


def locked(path: Path) -> dict[str, tuple[Requirement, int]]:
    """Read a lock: for each package its pin and the number of its hashes."""
    entries = path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    pins = {}
    for entry in entries:
        requirement = Requirement(entry.partition("--hash")[0].strip())
        pins[canonicalize_name(requirement.name)] = (requirement, len(HASH.findall(entry)))
    return pins


def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def version(requirement: Requirement) -> str:
    (specifier,) = requirement.specifier
    assert specifier.operator == "=="
    return specifier.version


@pytest.mark.parametrize("lock", LOCKS)
def test_that_a_lock_names_no_host_and_no_index(root: Path, lock: str) -> None:
    assert ELSEWHERE.search((root / LOCKED / lock).read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("lock", LOCKS)
def test_that_each_locked_package_is_pinned_and_hashed(root: Path, lock: str) -> None:
    pins = locked(root / LOCKED / lock)
    assert pins
    assert not [name for name, (pin, hashes) in pins.items() if not version(pin) or not hashes]


@pytest.mark.parametrize("lock", LOCKS)
def test_that_the_pins_are_what_the_project_allows(root: Path, lock: str) -> None:
    stated = project(root)
    wanted = list(stated["dependencies"])
    if lock == "dev.txt":
        wanted += stated["optional-dependencies"]["dev"]
    pins = locked(root / LOCKED / lock)
    for line in wanted:
        requirement = Requirement(line)
        pin, _ = pins[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version(pin)), f"{line}: {pin} is locked"


def test_that_developers_and_users_run_the_same_versions(root: Path) -> None:
    users = locked(root / LOCKED / "runtime.txt")
    developers = locked(root / LOCKED / "dev.txt")
    assert {name: str(pin) for name, (pin, _) in users.items()} == {
        name: str(developers[name][0]) for name in users
    }


def imported(root: Path) -> set[str]:
    """Name the packages, by their names in a lock, that the program's own lines import."""
    roots = set()
    for path in (root / "psg_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                roots |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                roots.add((node.module or "").partition(".")[0])
    shipped = packages_distributions()
    outside = roots - sys.stdlib_module_names - {"psg_desktop"}
    return {canonicalize_name(shipped.get(name, [name])[0]) for name in outside}


def test_that_what_is_imported_is_stated_and_what_is_stated_is_imported(root: Path) -> None:
    stated = {canonicalize_name(Requirement(line).name) for line in project(root)["dependencies"]}
    assert imported(root) == stated


def test_that_qt_stays_below_the_release_that_aborts_on_python_3_11(root: Path) -> None:
    stated = project(root)
    (qt,) = [line for line in stated["dependencies"] if line.startswith("PySide6")]
    assert not Requirement(qt).specifier.contains("6.12.0")


def test_that_every_runtime_package_is_in_the_list_of_licences(root: Path) -> None:
    listed = (root / "docs/third-party-licences.md").read_text(encoding="utf-8").lower()
    pins = locked(root / LOCKED / "runtime.txt")
    missing = [
        f"{name} {version(pin)}"
        for name, (pin, _) in pins.items()
        if not re.search(rf"\| {re.escape(name)} \| {re.escape(version(pin))} \|", listed)
    ]
    assert not missing
