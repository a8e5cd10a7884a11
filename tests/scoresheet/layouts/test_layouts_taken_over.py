"""Layouts found before: taken over where only values differ, and never where that shows."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jixiao
from drift.kinds import KINDS, LOSSY
from drift.layouts import build
from drift.run import drifted, workbook_of
from jixiao.checking import check_many
from jixiao.reporting import record_of, record_to_text
from jixiao.rulebook import Rulebook
from jixiao.rulebook.load import load_rulebook, shipped
from jixiao.scoresheet import Scoresheet, Unlocated, locate
from jixiao.scoresheet.layouts import RememberedLayouts
from jixiao.workbook import Cell, CellKind, CellRange, Sheet, Visibility, Workbook, read_workbook
from strategies.neighbours import neighbour, words_of, words_of_all

BOOKS = [book for ident in shipped() if not (book := load_rulebook(ident)).abstract]
ROOT = Path(jixiao.__file__).parent
SAMPLES = Path(__file__).parents[3] / "samples"
TEMPLATES = Path(__file__).parents[3] / "workbook_templates"
_NOBODY = RememberedLayouts(0)


def _located(
    workbook: Workbook, layouts: RememberedLayouts, books: Sequence[Rulebook] = BOOKS
) -> Scoresheet | Unlocated:
    """Locate with these layouts remembered, whatever the process remembers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locate, "LAYOUTS", layouts)
        return locate.locate_scoresheet(workbook, books)


@cache
def _bases() -> tuple[tuple[Workbook, tuple[Rulebook, ...]], ...]:
    """Forms of every rulebook, as built and drifted, with the rulebooks known for each."""
    found = []
    for number, book in enumerate(BOOKS):
        random = Random(f"layouts/{book.id}")
        for kind in (None, *random.sample([*KINDS, *LOSSY], k=2)):
            seed = build(book, random)
            draft = seed if kind is None else drifted(seed, (kind,), random)
            known = (book,) if number % 2 else tuple(BOOKS)
            found.append((workbook_of(draft, seed, random), known))
    return tuple(found)


@settings(max_examples=60)
@given(which=st.integers(0, 10_000), seed=st.integers(0, 2**32), changes=st.integers(1, 6))
def test_a_neighbour_is_located_as_if_nothing_was_remembered(
    which: int, seed: int, changes: int
) -> None:
    """Whatever is typed, swapped, moved, hidden or copied: the result is that of a fresh look."""
    base, known = _bases()[which % len(_bases())]
    random = Random(seed)
    words = (*words_of_all(), *words_of(random.choice(known)))
    layouts = RememberedLayouts()
    before = neighbour(base, words, random, random.choice((0, 0, 2)))
    _located(before, layouts, known)
    for _ in range(4):
        other = neighbour(before, words, random, changes)
        assert _located(other, layouts, known) == _located(other, _NOBODY, known)


def _records(paths: Sequence[Path], layouts: RememberedLayouts) -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locate, "LAYOUTS", layouts)
        checks = check_many(paths)
        return {one.file: record_to_text(record_of(one, "zh")) for one in checks}


def test_a_batch_gives_the_same_records_in_any_order() -> None:
    """Byte for byte, with layouts remembered and without, forwards, backwards and shuffled."""
    paths = [*sorted(SAMPLES.glob("*.xlsx")), *sorted(TEMPLATES.glob("*.xlsx"))[:4]]
    expected = _records(paths, _NOBODY)
    shuffled = Random(12).sample(paths, k=len(paths))
    for order in (paths, paths[::-1], [*shuffled, *paths]):
        assert _records(order, RememberedLayouts()) == expected


# What may differ, and what may not.


def _sheet(workbook: Workbook, name: str) -> Sheet:
    found = workbook.sheet(name)
    assert found is not None
    return found


def _typed(sheet: str, row: int, column: int, value: str | None, kind: str = "text") -> _Change:
    def change(workbook: Workbook) -> Workbook:
        own = _sheet(workbook, sheet)
        cells = dict(own.cells)
        if value is None:
            del cells[row, column]
        else:
            was = cells.get((row, column), Cell(row, column, CellKind.BLANK))
            cells[row, column] = was._replace(kind=CellKind(kind), raw=value)
        return _with(workbook, sheet, cells=dict(sorted(cells.items())))

    return change


_Change = Callable[[Workbook], Workbook]


def _with(workbook: Workbook, sheet: str, **changed: object) -> Workbook:
    sheets = tuple(
        replace(one, **changed) if one.name == sheet else one  # type: ignore[arg-type]
        for one in workbook.sheets
    )
    return replace(workbook, sheets=sheets)


def _swapped(workbook: Workbook) -> Workbook:
    own = _sheet(workbook, "评分表")
    swap = {5: 6, 6: 5}
    cells = {
        (swap.get(row, row), column): cell._replace(row=swap.get(row, row))
        for (row, column), cell in own.cells.items()
    }
    return _with(workbook, "评分表", cells=dict(sorted(cells.items())))


def _merge_moved(workbook: Workbook) -> Workbook:
    first, *others = _sheet(workbook, "评分表").merges
    moved = CellRange(first.top, first.left, first.bottom + 1, first.right)
    return _with(workbook, "评分表", merges=(moved, *others))


def _copied(workbook: Workbook) -> Workbook:
    copy = replace(_sheet(workbook, "评分表"), name="评分表 (2)")
    return replace(workbook, sheets=(*workbook.sheets, copy))


def _shown_hidden(workbook: Workbook) -> Workbook:
    return _with(workbook, "评分表", visibility=Visibility.HIDDEN)


def _renamed(workbook: Workbook) -> Workbook:
    return _with(workbook, "评分表", name="自评表")


def _row_hidden(workbook: Workbook) -> Workbook:
    own = _sheet(workbook, "评分表")
    cells = {at: cell._replace(hidden=at[0] == 6) for at, cell in own.cells.items()}
    return _with(workbook, "评分表", cells=cells, hidden_rows=frozenset({6}))


@cache
def _reference() -> Workbook:
    found = read_workbook(str(SAMPLES / "nanchang-2017-waiqiao.xlsx"))
    assert isinstance(found, Workbook)
    return found


SCORES, FIGURES = "评分表", "基础数据"
NAME, WEIGHT, CLAIMED, REASON = 3, 4, 8, 10  # columns of the sheet of scores
LABEL, FIGURE, SOURCE = 2, 3, 6  # columns of the sheet of figures
VALUES = {
    "another score": _typed(SCORES, 5, CLAIMED, "1.5", "number"),
    "no score": _typed(SCORES, 5, CLAIMED, None),
    "a score in words": _typed(SCORES, 5, CLAIMED, "3分"),
    "a word for a total where the score is": _typed(SCORES, 5, CLAIMED, "合计"),
    "a reason": _typed(SCORES, 5, REASON, "部分项目跨年度实施，支出率偏低"),
    "another figure": _typed(FIGURES, 6, FIGURE, "77.25", "number"),
    "a figure in words": _typed(FIGURES, 6, FIGURE, "77.25万元"),
    "another source": _typed(FIGURES, 6, SOURCE, "部门决算表"),
}
LAYOUTS = {
    "another name": _typed(SCORES, 5, NAME, "预算管理有效性"),
    "no name": _typed(SCORES, 5, NAME, None),
    "another weight": _typed(SCORES, 5, WEIGHT, "9", "number"),
    "another head": _typed(SCORES, 4, CLAIMED, "复核得分"),
    "a label of figures next to a figure": _typed(FIGURES, 6, SOURCE, "预算完成数"),
    "another label": _typed(FIGURES, 6, LABEL, "预算完成数"),
    "a unit of its own": _typed(FIGURES, 6, SOURCE, "元"),
    "a head of figures further down": _typed(FIGURES, 6, SOURCE, "数值"),
    "a row below": _typed(SCORES, 90, 1, "附注"),
    "two rows swapped": _swapped,
    "a merged area moved": _merge_moved,
    "a second scoresheet": _copied,
    "the scoresheet hidden": _shown_hidden,
    "the scoresheet renamed": _renamed,
    "a row hidden with its name": _row_hidden,
}


@pytest.mark.parametrize("name", VALUES)
def test_values_may_differ(name: str) -> None:
    other = VALUES[name](_reference())
    layouts = RememberedLayouts()
    _located(_reference(), layouts)
    assert other != _reference()
    assert layouts.meeting(other, BOOKS, None) is not None
    assert _located(other, layouts) == _located(other, _NOBODY)


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_decided_may_not_differ(name: str) -> None:
    other = LAYOUTS[name](_reference())
    layouts = RememberedLayouts()
    _located(_reference(), layouts)
    assert other != _reference()
    assert layouts.meeting(other, BOOKS, None) is None
    assert _located(other, layouts) == _located(other, _NOBODY)


def test_full_marks_show_that_a_column_of_scores_may_be_one_of_weights() -> None:
    """Which is which is shown by contents: they are worked out again for every workbook."""
    sheet = _sheet(_reference(), SCORES)
    cells = dict(sheet.cells)
    for row in range(5, 38):
        weight, claimed = cells.get((row, WEIGHT)), cells.get((row, CLAIMED))
        if weight is not None and claimed is not None and claimed.formula is None:
            cells[row, CLAIMED] = claimed._replace(kind=weight.kind, raw=weight.raw)
    full = _with(_reference(), SCORES, cells=cells)
    layouts = RememberedLayouts()
    for workbook in (full, _reference(), full):
        assert _located(workbook, layouts) == _located(workbook, _NOBODY)


def test_the_number_of_layouts_is_bounded() -> None:
    layouts = RememberedLayouts(3)
    for name in ("甲", "乙", "丙", "丁"):
        _located(_with(_reference(), "填报说明", name=name), layouts)
    met = [
        layouts.meeting(_with(_reference(), "填报说明", name=name), BOOKS, None) is not None
        for name in ("甲", "乙", "丙", "丁")
    ]
    assert met == [False, True, True, True]


def test_nothing_is_remembered_of_a_huge_workbook() -> None:
    cells = {(row, 1): Cell(row, 1, CellKind.NUMBER, str(row)) for row in range(1, 9_000)}
    huge = replace(_reference(), sheets=(*_reference().sheets, Sheet("明细", 9, cells=cells)))
    layouts = RememberedLayouts()
    _located(huge, layouts)
    assert layouts.meeting(huge, BOOKS, None) is None


# Whoever lets locating look at a text decides here whether `cell_meaning` has to ask about it.
READERS_OF_TEXTS = {
    "grid/body.py": {"_frame", "table_lines"},
    "grid/header.py": {"_bottom", "_grows", "_labels", "find_headers"},
    "grid/numbers.py": {"bare_number"},
    "grid/units.py": {"sheet_unit"},
    "grid/view.py": {"key", "text"},
    "matching/choose.py": {"_shortlist"},
    "matching/free_rows.py": {"unit_of"},
    "reading/inputs.py": {"_by_group", "_by_name_alone", "_heading_above", "_labels", "_next_to"}
    | {"_row_unit"},
    "reading/value_columns.py": {"__init__", "is_figure"},
}


def _readers(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and any(map(_is_reading, ast.walk(node))):
            yield node.name


def _is_reading(node: ast.AST) -> bool:
    """Whether the text of a cell is looked at: ``cell.raw``, ``view.text(…)``, ``view.key(…)``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in ("text", "key")
    return isinstance(node, ast.Attribute) and node.attr == "raw"


def test_texts_are_looked_at_only_where_it_is_known() -> None:
    """The modules whose decisions are taken over read texts in these functions only."""
    paths = [*(ROOT / "scoresheet" / "grid").glob("*.py")]
    paths += (ROOT / "scoresheet" / "matching").glob("*.py")
    paths += (ROOT / "scoresheet" / "reading" / f"{n}.py" for n in ("inputs", "value_columns"))
    found = {f"{path.parent.name}/{path.name}": {*_readers(path)} for path in paths}
    assert {name: readers for name, readers in found.items() if readers} == READERS_OF_TEXTS
