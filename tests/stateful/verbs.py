"""Which functions of casework change a vault, and which acts each leaves, read from the source."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import psg_desktop.casework
from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act

WRITING = frozenset({"working", "jotting"})
# These fill or carry over a vault when it is made or opened, or tell the stories of the sample.
NO_WORK = ("sample", "vault", "self_testing", "office")
Verb = Callable[..., Any]


@dataclass
class Body:
    """What one function says: whether it writes, which acts it names, and whom it calls."""

    function: Any
    writes: bool = False
    acts: set[Act] = field(default_factory=set)
    calls: list[Any] = field(default_factory=list)


def modules() -> list[ModuleType]:
    """Give every module of casework in which work is done."""
    prefix = psg_desktop.casework.__name__ + "."
    names = [one.name for one in pkgutil.walk_packages(psg_desktop.casework.__path__, prefix)]
    return [
        importlib.import_module(name)
        for name in names
        if name.removeprefix(prefix).split(".")[0] not in NO_WORK
    ]


def bodies() -> dict[Any, Body]:
    """Read every function of casework."""
    found = {}
    for module in modules():
        tree = ast.parse(inspect.getsource(module))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                function = getattr(module, node.name)
                function = inspect.unwrap(function)
                found[function] = _body(function, node, module)
    return found


def _body(function: Any, node: ast.FunctionDef, module: ModuleType) -> Body:
    body = Body(function)
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute):
            body.writes |= part.attr in WRITING
            known = (
                getattr(module, part.value.id, None) if isinstance(part.value, ast.Name) else None
            )
            if known is Act:
                body.acts.add(Act[part.attr])
            elif isinstance(known, ModuleType):
                body.calls.append(getattr(known, part.attr, None))
        elif isinstance(part, ast.Name):
            body.calls.append(getattr(module, part.id, None))
    return body


def reached(verb: Any, known: dict[Any, Body]) -> list[Body]:
    """Give a function and every function of casework it calls, directly or not."""
    found: dict[Any, Body] = {}
    waiting = [verb]
    while waiting:
        one = waiting.pop()
        if inspect.isfunction(one) and one in known and one not in found:
            found[one] = known[one]
            waiting += known[one].calls
    return list(found.values())


def verbs() -> dict[str, Verb]:
    """Give every public function that takes an office and changes its vault, by its name."""
    known = bodies()
    found = {}
    for function in known:
        name = f"{function.__module__.removeprefix('psg_desktop.casework.')}.{function.__name__}"
        public = not function.__name__.startswith("_")
        if public and _takes_office(function) and any(b.writes for b in reached(function, known)):
            found[name] = function
    return found


def _takes_office(function: Verb) -> bool:
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and first.annotation in {Office, "Office"}


def acts_of(driven: frozenset[Any]) -> set[Act]:
    """Give the acts that these verbs leave in the trail."""
    known = bodies()
    return {act for verb in driven for body in reached(verb, known) for act in body.acts}
