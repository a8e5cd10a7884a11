"""One word per thing: class names, file names, and what the architecture page names."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import jixiao
from architecture import PAGE, ROOT, SOURCE, modules, packages, table, tree

PATH = re.compile(r"`([^`\s]*(?:/[^`\s]*|\.(?:py|md|toml|yaml|yml)))`")


def glossary() -> dict[str, str]:
    """Meaning of each word of file names; a word may be in one row only."""
    meanings: dict[str, str] = {}
    for words, meaning in table("File names"):
        for word in words.split(", "):
            assert word not in meanings, f"{word} has two meanings"
            assert meaning, word
            meanings[word] = meaning
    return meanings


def test_file_names_are_made_of_the_words_of_the_glossary() -> None:
    known = glossary()
    names = {name.rpartition(".")[2] for name in modules()} - {"jixiao"}
    unknown = {
        f"{name}: {word}"
        for name in names
        for word in name.strip("_").split("_")
        if word not in known
    }
    assert unknown == set()


def test_every_word_of_the_glossary_is_used_or_a_form_of_one_that_is() -> None:
    used = {word for name in modules() for word in name.rpartition(".")[2].split("_")}
    rows = [words.split(", ") for words, _ in table("File names")]
    assert [words for words in rows if not set(words) & used] == []


def test_no_public_class_or_type_has_two_homes() -> None:
    homes = defaultdict(set)
    for name in modules():
        for node in tree(name).body:
            if isinstance(node, ast.ClassDef):
                homes[node.name].add(name)
            elif isinstance(node, ast.Assign) and _is_type_alias(node.value):
                homes[ast.unparse(node.targets[0])].add(name)
            elif isinstance(node, ast.AnnAssign) and "TypeAlias" in ast.unparse(node.annotation):
                homes[ast.unparse(node.target)].add(name)
    doubled = {
        name: sorted(where)
        for name, where in homes.items()
        if len(where) > 1 and not name.startswith("_")
    }
    assert doubled == {}


def _is_type_alias(value: ast.expr) -> bool:
    """Whether a value is written as a type: ``Callable[…]``, ``Literal[…]``, ``A | B``."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr):
        return all(
            _is_type_alias(side) or isinstance(side, ast.Name) for side in (value.left, value.right)
        )
    return (
        isinstance(value, ast.Subscript)
        and isinstance(value.value, ast.Name)
        and value.value.id
        in {"Annotated", "Callable", "Iterator", "Literal", "Mapping", "Sequence", "dict", "tuple"}
    )


def test_every_room_is_on_the_map() -> None:
    rooms = {row[0].strip("`") for row in table("The map")}
    there = {name.removeprefix("jixiao.").replace(".", "/") for name in packages()}
    assert rooms == there - {"jixiao"}


def exists(path: str) -> bool:
    return (ROOT / path).exists() or (SOURCE / "jixiao" / path).exists()


@pytest.mark.parametrize(
    "page",
    [PAGE, *(ROOT / name for name in ("CONTRIBUTING.md", "SECURITY.md", "docs/releasing.md"))],
)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    named = {path for path in PATH.findall(page.read_text(encoding="utf-8")) if "*" not in path}
    others = {".ci/run", "jixiao.check/1"}
    names_of_files = {"compile.py", "limits.py", "foreign_child.py"}  # after their room was named
    assert [path for path in named - others - names_of_files if not exists(path)] == []
    assert len(named) > (100 if page == PAGE else 1)


def test_the_table_of_changes_names_a_place_in_each_row() -> None:
    rows = [row for row in table("Where do I change …") if not row[0].startswith("**")]
    assert len(rows) >= 25
    for change, places in rows:
        named = re.findall(r"`([^`]+)`", places)
        assert any(exists(place) for place in named), change


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[^)]+)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(page.name for page in folder.glob("0*.md"))


def test_the_newest_section_of_the_changelog_is_the_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = log.split("\n## ")[1].splitlines()[0]
    number = jixiao.__version__.removesuffix(".dev0")
    is_released = number == jixiao.__version__
    assert newest.startswith(f"{number} (" if is_released else f"Unreleased ({number})")


# Words that say nothing to whoever looks for a thing
POETRY = {"told", "tells", "telling", "stands", "standing", "aside", "beside", "alike"}


def names_in(tree_: ast.AST) -> Iterator[str]:
    """Every name that a module gives: classes, functions, arguments, variables, fields."""
    for node in ast.walk(tree_):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def test_names_are_plain() -> None:
    named = {
        f"{name}: {found}"
        for name in modules()
        for found in names_in(tree(name))
        if POETRY & set(found.lower().strip("_").split("_"))
    }
    assert named == set()


def test_docstrings_are_plain() -> None:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    said = {
        f"{name}: {word}"
        for name in modules()
        if not name.startswith("jixiao.finding.")  # tables of texts for users
        for node in ast.walk(tree(name))
        if isinstance(node, kinds)
        for word in POETRY & set(re.findall(r"[a-z]+", (ast.get_docstring(node) or "").lower()))
    }
    assert said == set()


def test_file_names_are_plain() -> None:
    assert [name for name in modules() if POETRY & set(name.rpartition(".")[2].split("_"))] == []
