"""All texts live in tables by id: none is missing, unused, half translated or written elsewhere."""

from __future__ import annotations

import ast
import re
import string
import sys
import types
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import architecture
from jixiao.finding import Bilingual, chinese_text, text_in, text_of
from jixiao.finding.texts import ids_without, lookup

SOURCE = Path(__file__).parents[1] / "src" / "jixiao"
TABLES = SOURCE / "finding" / "texts"
ACCESSORS = ("text_of", "text_in", "chinese_text")
CHINESE = re.compile(r"[\u3400-\u9fff]")

# The texts of the program
TEXTS = ("finding/catalogue/", "finding/texts/")
# Where Chinese in the source is data, not a text of the program
DATA = {
    "bulk/departments/file_stage.py": "words of file names that say draft or final",
    "bulk/departments/roster.py": "names of places, as they begin the names of departments",
    "bulk/reports.py": "words of file names that say a report",
    "bulk/departments/roster_file.py": "headings and sums recognised in a roster",
    "checking/checks/reasons.py": "a pattern recognised in reasons",
    "checking/diagnosis/hypotheses.py": "a unit of money",
    "checking/diagnosis/likeliest.py": "a unit of money",
    "checking/diagnosis/pairs.py": "a unit of money",
    "checking/diagnosis/slips.py": "units of money",
    "checking/score/direction.py": "words recognised in names of indicators",
    "drafting/form/": "words recognised in forms; columns that forms lack; the mark of a question",
    "drafting/grammar/": "words recognised in scoring standards",
    "drafting/standard/": "words recognised in scoring standards",
    "figures/parsing/": "spellings recognised in figures",
    "figures/units.py": "spellings of units",
    "narrative/claims/": "words recognised in reports",
    "narrative/comparison/": "words recognised in reports, the unit of scores",
    "narrative/reading/": "numbering and ends of paragraphs recognised in reports",
    "rulebook/ranges.py": "spellings of ranges",
    "rulebook/source/defaults.py": "the unit of a count, quotation marks and signs recognised",
    "rulebook/source/faults.py": "signs recognised in files",
    "rulebook/kinds/deductions.py": "the unit of a fault, unless a rulebook names another",
    "rulebook/schema/model.py": "what a rulebook holds unless it says otherwise",
    "rulebook/words.py": "the words that forms and rulebooks share",
    "scoresheet/grid/": "labels recognised in sheets",
    "scoresheet/matching/": "labels recognised in sheets",
    "scoresheet/reading/": "labels recognised in sheets",
    "drafting/sheet/": "words recognised in forms; names of rows that forms leave without one",
    "scoresheet/outline/": "labels recognised in forms",
    "scoresheet/words/": "labels recognised in sheets",
    "survey/": "words recognised in questionnaires, punctuation of lists",
    "workbook/editing/": "names of fonts",
    "workbook/reading/": "codes of number formats, words of errors",
    "writing/annotation/value_copy.py": "the name of a font",
    "writing/template/formats.py": "names of fonts",
    "writing/template/free_rows.py": "units offered in a list",
}

# Texts whose English has no use for a slot of the Chinese
FEWER_SLOTS = ("cli.verify.changed",)


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the program outside ``TEXTS``, by its path below ``src/jixiao``."""
    for dotted, path in sorted(architecture.modules().items()):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(TEXTS):
            yield name, architecture.tree(dotted)


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every literal that is a string and no docstring."""
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in documents:
            yield node


def pairs() -> dict[str, tuple[str, str]]:
    return {id_: pair for room in lookup.rooms() for id_, pair in table(room, "TEXTS").items()}


def singles() -> dict[str, str]:
    return {id_: text for room in lookup.rooms() for id_, text in table(room, "CHINESE").items()}


def table(room: str, name: str) -> Mapping[str, object]:
    module = lookup._table(room)
    return getattr(module, name, {})


def slots(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def asked_for(tree: ast.AST) -> Iterator[str]:
    """The ids that accessors are called with, as patterns: ``.*`` for what is filled in."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        if name in ACCESSORS:
            yield from patterns(node.args[0])


def is_filled_id(node: ast.AST) -> bool:
    """Whether a string with values in it begins as an id does: ``f"words.verdict.{verdict}"``."""
    return (
        isinstance(node, ast.JoinedStr)
        and isinstance(head := node.values[0], ast.Constant)
        and head.value.partition(".")[0] in lookup.rooms()
    )


def patterns(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            re.escape(part.value) if isinstance(part, ast.Constant) else "[^.]+"
            for part in node.values
        )
    elif isinstance(node, ast.IfExp):
        yield from patterns(node.body)
        yield from patterns(node.orelse)


def test_every_id_asked_for_is_in_a_table() -> None:
    known = [*pairs(), *singles()]
    unknown = [
        f"{name}: {pattern}"
        for name, tree in modules()
        for pattern in asked_for(tree)
        if not any(re.fullmatch(pattern, id_) for id_ in known)
    ]
    assert unknown == []


def test_every_id_in_a_table_is_used() -> None:
    used: set[str] = set()
    asked: set[str] = set()
    for dotted, path in architecture.modules().items():
        if TABLES in path.parents and path.name != "lookup.py":
            continue
        tree = architecture.tree(dotted)
        used |= {literal.value for literal in strings(tree)}
        asked |= {p for node in ast.walk(tree) if is_filled_id(node) for p in patterns(node)}

    def is_used(id_: str) -> bool:
        stem = id_.removesuffix(".remedy")  # what to do comes with what is wrong
        return id_ in used or stem in used or any(re.fullmatch(p, id_) for p in asked)

    unused = [id_ for id_ in (*pairs(), *singles()) if not is_used(id_)]
    assert unused == []


def test_every_id_begins_with_its_room_and_stands_once() -> None:
    for room in lookup.rooms():
        ids = [*table(room, "TEXTS"), *table(room, "CHINESE")]
        assert ids, room
        assert [id_ for id_ in ids if lookup._room(id_) != room] == []
        assert len(ids) == len(set(ids))
        written = re.findall(
            rf'^    "({room.partition("_")[0]}\.[^"]+)":', source_of(room), re.MULTILINE
        )
        assert sorted(written) == sorted(ids), "an id is written twice"


def source_of(room: str) -> str:
    return (TABLES / f"{room}.py").read_text(encoding="utf-8")


def test_both_languages_say_something_and_fill_the_same_slots() -> None:
    for id_, (zh, en) in pairs().items():
        assert zh, id_
        assert en, id_
        if id_ in FEWER_SLOTS:
            assert slots(en) < slots(zh), id_
        else:
            assert slots(zh) == slots(en), id_
    for id_, text in singles().items():
        assert not text.isascii(), id_


def test_no_text_is_written_outside_the_tables() -> None:
    found = [
        f"{name}: {node.lineno}"
        for name, tree in modules()
        for node in (*filter(is_pair_in_place, ast.walk(tree)), *strings(tree))
        if is_pair_in_place(node) or (not is_data(name) and CHINESE.search(node.value))
    ]
    assert found == []


def is_data(name: str) -> bool:
    return name.startswith(tuple(DATA))


def is_pair_in_place(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func) == "Bilingual"
        and any(
            isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value
            for argument in node.args
            if isinstance(argument, ast.Constant | ast.JoinedStr)
            for part in ast.walk(argument)
        )
    )


def test_every_place_of_data_holds_some() -> None:
    holding = {
        name
        for name, tree in modules()
        if any(CHINESE.search(literal.value) for literal in strings(tree))
    }
    assert [place for place in DATA if not any(n.startswith(place) for n in holding)] == []


def test_a_text_is_filled_in_both_languages() -> None:
    text = Bilingual("{count}个{severity}", "{count} {severity}(s)")
    assert text.fill(count=2, severity=text_of("words.severity.error")) == Bilingual(
        "2个错误", "2 error(s)"
    )


def test_an_id_that_no_table_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        text_of("words.nonsense")
    with pytest.raises(KeyError):
        chinese_text("template.nonsense")


@pytest.fixture
def toy_language(monkeypatch: pytest.MonkeyPatch) -> str:
    """A third language that knows one text only."""
    name = "jixiao.finding.texts.languages.toy"
    module = types.ModuleType(name)
    module.TEXTS = {"words.severity.error": "eraro", "words.severity.notice": ""}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, name, module)
    return "toy"


def test_a_further_language_is_one_more_table(toy_language: str) -> None:
    assert text_in("words.severity.error", toy_language) == "eraro"
    assert text_in("words.severity.warning", toy_language) == "warning"
    assert text_in("words.severity.notice", toy_language) == "notice"
    assert text_in("words.severity.error", "zh") == "错误"
    assert text_in("words.severity.error", "en") == "error"
    with pytest.raises(ModuleNotFoundError):
        text_in("words.severity.error", "klingon")


def test_what_a_further_language_lacks_is_reported(toy_language: str) -> None:
    missing = ids_without(toy_language)
    assert "words.severity.error" not in missing
    assert {"words.severity.warning", "words.severity.notice"} <= set(missing)
    assert len(missing) == len(pairs()) - 1


def test_every_further_language_is_complete() -> None:
    languages = [path.stem for path in (TABLES / "languages").glob("*.py")]
    assert "__init__" in languages
    assert [name for name in languages if name != "__init__" and ids_without(name)] == []
