"""What docs/architecture.md says, and what the modules of src import; shared by the tests."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PAGE = ROOT / "docs" / "architecture.md"


def table(heading: str) -> list[list[str]]:
    """Rows of the first table below a heading of the page, without its header."""
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@cache
def modules() -> dict[str, Path]:
    """Every module and package of src by dotted name."""
    names = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


def packages() -> list[str]:
    return sorted(name for name, path in modules().items() if path.name == "__init__.py")


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


def items(package: str) -> set[str]:
    """Modules and packages directly inside a package."""
    return {name.rpartition(".")[2] for name in modules() if name.rpartition(".")[0] == package}


class Import(NamedTuple):
    """One imported name: by whom, from which module, and whether loading the importer runs it."""

    importer: str
    imported: str
    at_load: bool


@cache
def imports() -> tuple[Import, ...]:
    """Everything that modules of src import from src; those of a front door are left out."""
    return tuple(each for name in modules() for each in _imports(name) if _is_ours(each.imported))


def _is_ours(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] == "jixiao"


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _imports(name: str) -> Iterator[Import]:
    is_package = modules()[name].name == "__init__.py"
    later, listed = set(), set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            later |= {id(inner) for inner in ast.walk(node)}
        elif _is_type_checking(node):
            later |= {id(inner) for inner in ast.walk(node)}
            listed |= {id(inner) for inner in ast.walk(node)} if is_package else set()
    for node in ast.walk(tree(name)):
        if id(node) in listed:
            continue
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(name, alias.name, id(node) not in later)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{name}: imports are written in full"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                module = inner if inner in modules() else node.module
                yield Import(name, module, id(node) not in later)


class Step(NamedTuple):
    """An import seen from the package in which its two ends part: from one item to another."""

    package: str
    item: str
    other: str
    beyond: int  # how far past the other item's front door


def step(each: Import) -> Step | None:
    """See an import from its common package; None for a package's name imported from inside."""
    here = each.importer.split(".")
    there = each.imported.split(".")
    depth = 0
    # A package's own __init__ is at the height of what is inside it.
    inside = here if modules()[each.importer].name == "__init__.py" else here[:-1]
    while depth < min(len(inside), len(there)) and inside[depth] == there[depth]:
        depth += 1
    if depth == len(there):
        return None
    item = here[depth] if depth < len(here) else "__init__"
    return Step(".".join(here[:depth]), item, there[depth], len(there) - depth - 1)


class Listed(NamedTuple):
    """A public name at a front door: where it comes from and what it is said to be for."""

    name: str
    home: str
    purpose: str


def for_type_checkers(package: str) -> list[tuple[str, str]]:
    """(name, module below the package) of each import under TYPE_CHECKING."""
    return [
        (alias.asname or alias.name, node.module.removeprefix(f"{package}."))
        for block in tree(package).body
        if _is_type_checking(block)
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    ]


def front_door(package: str) -> list[Listed] | None:
    """What ``front_door`` is given in a package, comments included; None where it is not called."""
    calls = [
        node
        for node in ast.walk(tree(package))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "front_door"
    ]
    if not calls:
        return None
    names = calls[0].args[1]
    assert isinstance(names, ast.Dict)
    lines = modules()[package].read_text(encoding="utf-8").splitlines()
    listed = []
    for key, value in zip(names.keys, names.values, strict=True):
        assert isinstance(key, ast.Constant)
        assert isinstance(value, ast.Constant)
        own, above = lines[key.lineno - 1], lines[key.lineno - 2].strip()
        found = re.search(r",\s+# (.+)$", own) or re.match(r"# (.+)$", above)
        listed.append(Listed(key.value, value.value, found[1] if found else ""))
    return listed
