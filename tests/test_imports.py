"""The house stands: imports run downward only, without cycles, and start-up loads little."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = Path(__file__).parents[1] / "src"
FLOORS = {
    "finding": 1,
    "figures": 1,
    "workbook": 2,
    "formula": 3,
    "rulebook": 4,
    "scoresheet": 5,
    "checking": 6,
    "writing": 7,
    "reporting": 7,
    "bulk": 8,
    "cli": 9,
}
STRANGERS = {("formula", "workbook"), ("rulebook", "workbook")}  # the two wings
HEAVY = ("pandera", "polars", "openpyxl", "pydantic", "xlsxwriter", "lxml", "python_calamine")


class Import(NamedTuple):
    """One import statement: who imports what, and whether loading the module runs it."""

    importer: str
    imported: str
    at_load: bool


def modules() -> dict[str, Path]:
    names = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


def imports(name: str, path: Path, known: dict[str, Path]) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    later = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        at_load = id(node) not in later
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(name, alias.name, at_load)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{name}: imports are written in full"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield Import(name, inner if inner in known else node.module, at_load)


def ours() -> list[Import]:
    known = modules()
    return [
        each
        for name, path in known.items()
        for each in imports(name, path, known)
        if each.imported.split(".")[0] == "jixiao"
    ]


def package(module: str) -> str:
    return [*module.split("."), ""][1]


def test_every_package_has_a_floor() -> None:
    packages = {package(name) for name, path in modules().items() if path.name == "__init__.py"}
    assert packages - {""} == {*FLOORS, "rulebooks"} & packages
    assert set(FLOORS) <= packages


def test_imports_run_downward() -> None:
    upward = [
        f"{each.importer} imports {each.imported}"
        for each in ours()
        if (here := package(each.importer)) in FLOORS
        and (there := package(each.imported)) in FLOORS
        and here != there
        and (FLOORS[there] >= FLOORS[here] or (here, there) in STRANGERS)
    ]
    assert upward == []


def test_no_cycle_among_modules() -> None:
    graph: dict[str, set[str]] = {}
    for each in ours():
        if each.at_load and each.imported not in {each.importer, "jixiao"}:
            graph.setdefault(each.importer, set()).add(each.imported)
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail[trail.index(module) :], module))
        if module in done:
            return
        for imported in sorted(graph.get(module, ())):
            visit(imported, (*trail, module))
        done.add(module)

    for module in sorted(graph):
        visit(module, ())


def loaded_by(code: str) -> set[str]:
    """Top-level packages that a fresh interpreter has loaded after ``code``."""
    program = f"import sys\n{code}\nprint('\\n'.join({{m.split('.')[0] for m in sys.modules}}))"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def loaded_by_program(*args: str) -> set[str]:
    """Top-level packages that ``jixiao ARGS`` has loaded when it is done; its code must be 0."""
    return loaded_by(
        "import contextlib, io\n"
        "from jixiao.cli.run import run_command_line\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        f"    assert run_command_line({args!r}) == 0"
    )


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded_by("import jixiao") & {*HEAVY, "click"} == set()


@pytest.mark.parametrize(
    "args", [["--help"], ["validate", "--help"], ["--version"], ["explain", "R101"]]
)
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    assert loaded_by_program(*args) & set(HEAVY) == set()


def test_validate_loads_no_library_that_writes_workbooks(samples: Path) -> None:
    loaded = loaded_by_program("validate", str(samples / "nanchang-2017-waiqiao.xlsx"))
    assert "pandera" in loaded
    assert loaded & {"openpyxl", "xlsxwriter", "rich"} == set()


def test_every_public_name_can_be_fetched() -> None:
    import jixiao

    for name in jixiao.__all__:
        assert getattr(jixiao, name) is not None
    with pytest.raises(AttributeError, match="nonsense"):
        _ = jixiao.nonsense
