"""The habits that no linter sees: sizes, what the domain may import, what a repr may show."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import psg_desktop.domain
from tests.domain_fields import FIELDS, Fields

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "psg_desktop"
RESOURCES = ROOT / "resources"
LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
# A step between two forms of the vault is written once and never edited, so never split either.
FROZEN = PACKAGE / "store" / "migrations" / "versions"

DOMAIN_MAY_IMPORT = {
    "bisect",
    "calendar",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "functools",
    "hashlib",  # the digest of a pack
    "itertools",
    "json",  # the words of a pack in one order, for its digest
    "math",
    "operator",
    "psg_desktop",
    "re",
    "types",
    "typing",
    "typing_extensions",  # `override` on Python 3.11
    "unicodedata",
    "uuid",
}
# A resource that nothing asks for by name: what it lies beside, and under what licence.
COMPANION = re.compile(r"(README|LICEN[CS]E|OFL|COPYING|NOTICE)[^/]*$")
# Written apart, so that this file does not hold what it looks for.
ELSEWHERE = [
    first + second
    for first, second in [
        ("/wo", "rk/"),
        ("/tm", "p/"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("py", "pi.org"),
        ("python", "hosted.org"),
        ("deb.", "debian.org"),
        ("npm", "js.org"),
        ("local", "host:"),
    ]
]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_that_no_function_is_longer_than_forty_lines() -> None:
    long = [
        f"{name(path)}:{node.lineno} {node.name} has {length} lines"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_that_no_module_is_longer_than_three_hundred_lines() -> None:
    long = [
        f"{name(path)} has {length} lines"
        for path in modules()
        if not path.is_relative_to(FROZEN)
        and (length := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    ]
    assert not long, "\n".join(long)


def imported(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or "."


def test_that_the_domain_imports_only_a_few_standard_modules() -> None:
    strange = [
        f"{name(path)}:{line} imports {module}"
        for path in sorted((PACKAGE / "domain").rglob("*.py"))
        for line, module in imported(path)
        if module.partition(".")[0] not in DOMAIN_MAY_IMPORT
    ]
    assert not strange, "\n".join(strange)


def domain_classes() -> dict[str, type]:
    """Every dataclass defined in the domain, by module and name."""
    found = {}
    prefix = psg_desktop.domain.__name__ + "."
    for module in pkgutil.walk_packages(psg_desktop.domain.__path__, prefix):
        for class_name, kind in inspect.getmembers(importlib.import_module(module.name)):
            ours = inspect.isclass(kind) and kind.__module__ == module.name
            if ours and dataclasses.is_dataclass(kind):
                found[f"{module.name.removeprefix(prefix)}.{class_name}"] = kind
    return found


def test_that_every_field_of_the_domain_is_classified_once() -> None:
    wrong = []
    classes = domain_classes()
    for key, kind in classes.items():
        there = sorted(field.name for field in dataclasses.fields(kind))
        identifying, plain = FIELDS.get(key, Fields())
        if there != sorted(identifying.split() + plain.split()):
            wrong.append(f'"{key}": has {" ".join(there)}')
    assert not wrong, "Classify in tests/domain_fields.py:\n" + "\n".join(wrong)
    assert not FIELDS.keys() - classes.keys(), "Classified, but no longer in the domain"


def test_that_an_identifying_field_is_left_out_of_the_repr() -> None:
    shown = [
        f"{key}.{field.name}"
        for key, kind in domain_classes().items()
        for field in dataclasses.fields(kind)
        if field.repr and field.name in FIELDS.get(key, Fields()).identifying.split()
    ]
    assert not shown, "Needs field(repr=False): " + ", ".join(shown)


def test_that_the_values_of_the_domain_are_frozen_and_slotted() -> None:
    loose = [
        key
        for key, kind in domain_classes().items()
        if not kind.__dataclass_params__.frozen or "__slots__" not in vars(kind)  # type: ignore[attr-defined]
    ]
    assert not loose


def test_that_the_event_loop_is_never_turned_by_hand() -> None:
    turned = [
        name(path) for path in modules() if "processEvents" in path.read_text(encoding="utf-8")
    ]
    assert not turned


def asked_for(path: Path) -> Iterator[str]:
    """Every text in a module, an f-string as a pattern with "*" for what is put in."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values
            )


def resource_calls(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
            called = called.id if isinstance(called, ast.Name) else called
            first = node.args[0]
            if called == "resource" and isinstance(first, ast.Constant):
                yield str(first.value)


def test_that_every_resource_named_exists() -> None:
    missing = [
        f"{name(path)}: {asked}"
        for path in modules()
        for asked in resource_calls(path)
        if not (RESOURCES / asked).exists()
    ]
    assert not missing, "\n".join(missing)


def test_that_every_resource_is_asked_for() -> None:
    texts = {text.rpartition("/")[2] for path in modules() for text in asked_for(path)}
    # A pattern counts where it says more than the kind of file: "rag-*.svg", not "*.svg".
    patterns = {text for text in texts if "*" in text and len(text.partition(".")[0]) > 3}
    idle = []
    for path in sorted(RESOURCES.rglob("*")):
        if path.is_dir() or COMPANION.match(path.name):
            continue
        names = {path.name, path.name.partition(".")[0]}
        if not names & texts and not any(fnmatch(path.name, pattern) for pattern in patterns):
            idle.append(path.relative_to(RESOURCES).as_posix())
    assert not idle, "Nothing asks for: " + ", ".join(idle)


def tracked() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("Not a git work tree, so what belongs to the program cannot be told.")
    paths = [ROOT / os_name for os_name in listed.stdout.decode().split("\0") if os_name]
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize("place", ELSEWHERE)
def test_that_nothing_names_a_place_of_one_machine_or_a_registry(place: str) -> None:
    naming = [name(path) for path in tracked() if place.encode() in path.read_bytes()]
    assert not naming
