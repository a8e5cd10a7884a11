"""Imports run downward and through front doors, without circles, and start-up loads little."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from architecture import (
    Import,
    Step,
    for_type_checkers,
    front_door,
    imports,
    items,
    modules,
    packages,
    step,
    table,
)

FLOORS = {
    name.strip("`"): [level.split() for level in levels.split("→")]
    for name, levels in table("Floors")
}
WINGS = ({"jixiao.figures", "jixiao.formula", "jixiao.rulebook"}, {"jixiao.workbook"})
WITHOUT_DOOR = {  # packages of data, of commands found by name, or with one function
    "jixiao.rulebooks",
    "jixiao.cli",
    "jixiao.cli.commands",
    "jixiao.finding.catalogue",
    "jixiao.finding.catalogue.f",
    "jixiao.finding.texts.languages",
}
HEAVY = (
    "pandera",
    "polars",
    "openpyxl",
    "pydantic",
    "xlsxwriter",
    "lxml",
    "python_calamine",
    "jinja2",
    "starlette",
    "uvicorn",
    "python_multipart",
    "anyio",
)


def test_the_table_of_floors_holds_every_item_of_its_packages_once() -> None:
    with_rooms = {name.rpartition(".")[0] for name in packages()} - {"", *packages_of_texts()}
    assert set(FLOORS) == with_rooms
    for package, levels in FLOORS.items():
        listed = [item for level in levels for item in level]
        there = items(package) - {"rulebooks"}
        assert sorted(listed) == sorted(there), f"docs/architecture.md, floors of {package}"


def packages_of_texts() -> set[str]:
    """Packages whose inner rooms hold nothing but texts, loaded by name."""
    return {"jixiao.finding.catalogue", "jixiao.finding.texts"}


def test_imports_run_downward() -> None:
    wrong = []
    for each in imports():
        seen = step(each)
        if seen is None or seen.package not in FLOORS or seen.item == "__init__":
            continue
        floor = {item: n for n, level in enumerate(FLOORS[seen.package]) for item in level}
        if seen.item != seen.other and floor[seen.other] >= floor[seen.item]:
            wrong.append(f"{each.importer} imports {each.imported}")
    assert wrong == []


def test_the_two_wings_know_nothing_of_each_other() -> None:
    wing = {name: number for number, names in enumerate(WINGS) for name in names}
    crossing = [
        f"{each.importer} imports {each.imported}"
        for each in imports()
        if (here := wing.get(".".join(each.importer.split(".")[:2]))) is not None
        and (there := wing.get(".".join(each.imported.split(".")[:2]))) is not None
        and here != there
    ]
    assert crossing == []


def test_no_import_goes_past_a_front_door() -> None:
    past = [
        f"{each.importer} imports {each.imported}"
        for each in imports()
        if (seen := step(each)) is not None and seen.beyond
    ]
    assert past == []


def test_nothing_is_fetched_from_the_package_it_is_in() -> None:
    inward = [f"{each.importer} imports {each.imported}" for each in imports() if not step(each)]
    assert inward == []


def test_no_circle_among_modules() -> None:
    graph: dict[str, set[str]] = {}
    for each in imports():
        if each.at_load and each.imported != each.importer:
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


def test_no_circle_among_the_items_of_a_package() -> None:
    for package in packages():
        below: dict[str, set[str]] = {item: set() for item in items(package)}
        for each in imports():
            seen = step(each)
            if seen and seen.package == package and seen.item in below and seen.item != seen.other:
                below[seen.item].add(seen.other)
        while below:
            ground = {item for item, others in below.items() if not others & set(below)}
            assert ground, f"{package}: a circle of {', '.join(sorted(below))}"
            below = {item: others for item, others in below.items() if item not in ground}


@pytest.mark.parametrize("package", sorted(set(packages()) - WITHOUT_DOOR))
def test_a_front_door_lists_each_name_alike_for_both_readers_and_says_its_purpose(
    package: str,
) -> None:
    listed = front_door(package)
    assert listed is not None, f"{package} has no front door"
    typed = [pair for pair in for_type_checkers(package) if pair[0] != "__version__"]
    assert sorted((each.name, each.home) for each in listed) == sorted(typed)
    assert [each.name for each in listed if not each.purpose] == []
    assert [each.name for each in listed if each.name in items(package)] == []
    assert {each.home for each in listed} <= items(package)


def test_every_listed_name_can_be_fetched() -> None:
    program = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    package = importlib.import_module(name)\n"
        "    missing = [public for public in package.__all__ if not hasattr(package, public)]\n"
        "    assert not missing, missing"
    )
    names = sorted(set(packages()) - WITHOUT_DOOR)
    run = subprocess.run(
        [sys.executable, "-c", program, *names], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


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


def test_help_needs_no_arithmetic() -> None:
    assert loaded_by_program("--help") & {"fractions", "decimal", "difflib"} == set()


def test_validate_loads_no_library_that_writes_workbooks(samples: Path) -> None:
    loaded = loaded_by_program("validate", str(samples / "nanchang-2017-waiqiao.xlsx"))
    assert loaded & {"openpyxl", "xlsxwriter", "rich"} == set()
    assert loaded & {"pandera", "polars"} == set()  # pydantic makes what is kept of rulebooks anew


def test_validate_asks_pandera_where_a_cell_is_out_of_range(samples: Path) -> None:
    sample = str(samples / "nanchang-2017-percent-as-number.xlsx")
    loaded = loaded_by_program("validate", "--fail-on", "never", sample)
    assert {"pandera", "polars"} <= loaded


def test_every_public_name_can_be_fetched() -> None:
    import jixiao

    for name in jixiao.__all__:
        assert getattr(jixiao, name) is not None
    with pytest.raises(AttributeError, match="nonsense"):
        _ = jixiao.nonsense


def test_every_module_is_seen() -> None:
    assert {"jixiao", "jixiao.cli.commands.bulk", "jixiao.figures.rounding"} <= set(modules())


def test_an_import_is_seen_from_where_its_two_ends_part() -> None:
    deep = Import("jixiao.bulk.run", "jixiao.checking.score.compare", at_load=True)
    assert step(deep) == Step("jixiao", "bulk", "checking", 2)
    sibling = Import("jixiao.checking.run", "jixiao.checking.batch", at_load=True)
    assert step(sibling) == Step("jixiao.checking", "run", "batch", 0)
    own = Import("jixiao.checking.run", "jixiao.checking", at_load=True)
    assert step(own) is None
