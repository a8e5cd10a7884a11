"""A rate in one clause: its formula with the figures put in, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.figures import format_percent
from jixiao.finding import Bilingual, Lang
from jixiao.formula import (
    ColumnReference,
    Name,
    Number,
    Tree,
    column_names,
    formula_prose,
    input_names,
)
from jixiao.rulebook.kinds import Measure
from jixiao.rulebook.scoring.plan import PartPlan
from jixiao.rulebook.trace_texts import join_texts, trace_text

_AT_MOST_SHOWN = 6
_MARK = "\0"
_KEPT = 4096
_LANGS: tuple[Lang, ...] = ("zh", "en")


def rate_trace(
    part: PartPlan,
    inputs: Mapping[str, Fraction],
    rows: Mapping[str, Sequence[Mapping[str, Fraction]]],
    rate: Fraction,
) -> Bilingual | None:
    """``775.6 ÷ 1288.4 = 60.20%``; a plain count is left to the rule's own words."""
    if part.rate is None or (isinstance(part.rate, Name) and part.rule.names_rate):
        return None
    value = Measure(part.unit).value(rate)
    only = Bilingual(value, value)
    is_plain = isinstance(part.rate, Name | Number)
    if is_plain or _figures_of(part, inputs, rows) == [rate]:
        return only  # nothing was computed

    def figure(name: Name | ColumnReference) -> Bilingual:
        if isinstance(name, Name):
            found = inputs[name.id]
            text = f"({show(found)})" if found < 0 else show(found)
            return Bilingual(text, text)
        cells = [row[name.column] for row in rows[name.table] if name.column in row]
        write = format_percent if name in part.percentages else show
        return _some_of([write(cell) for cell in cells])

    written = _written(part.rate, figure)
    return only if written.zh == value else trace_text("trace.equation", left=written, right=value)


def _figures_of(
    part: PartPlan,
    inputs: Mapping[str, Fraction],
    rows: Mapping[str, Sequence[Mapping[str, Fraction]]],
) -> list[Fraction]:
    """List all figures that a rate is made of."""
    if part.rate is None:
        return []
    cells = [
        row[column.column]
        for column in column_names(part.rate)
        for row in rows[column.table]
        if column.column in row
    ]
    return [*(inputs[name] for name in input_names(part.rate)), *cells]


def _written(tree: Tree, figure: Callable[[Name | ColumnReference], Bilingual]) -> Bilingual:
    chinese, english = (_cut(tree, lang) for lang in _LANGS)
    names = dict.fromkeys(name for name, _ in (*chinese[1], *english[1]))
    texts = {name: figure(name) for name in names}
    return Bilingual(
        chinese[0] + "".join(texts[name].zh + text for name, text in chinese[1]),
        english[0] + "".join(texts[name].en + text for name, text in english[1]),
    )


_Cut = tuple[str, tuple[tuple[Name | ColumnReference, str], ...]]
_cuts: dict[tuple[int, Lang], tuple[Tree, _Cut]] = {}


def _cut(tree: Tree, lang: Lang) -> _Cut:
    """A formula in words, cut at the figures that are to be put in; done once for each tree."""
    kept = _cuts.get((id(tree), lang))
    if kept is None:
        if len(_cuts) >= _KEPT:
            _cuts.clear()
        kept = _cuts[id(tree), lang] = (tree, _make_cut(tree, lang))  # the tree kept keeps its id
    return kept[1]


def _make_cut(tree: Tree, lang: Lang) -> _Cut:
    names: list[Name | ColumnReference] = []

    def mark(name: Name | ColumnReference) -> str:
        names.append(name)
        return f"{_MARK}{len(names) - 1}{_MARK}"

    first, *rest = formula_prose(tree, mark, lang=lang).split(_MARK)
    return first, tuple((names[int(n)], text) for n, text in zip(*[iter(rest)] * 2, strict=True))


def _some_of(cells: Sequence[str]) -> Bilingual:
    """The first few figures of a column, and how many there are."""
    wording = join_texts((Bilingual(c, c) for c in cells[:_AT_MOST_SHOWN]), "trace.figures")
    if wording is None:
        return Bilingual("", "")
    if len(cells) <= _AT_MOST_SHOWN:
        return wording
    return trace_text("trace.and-more", wording=wording, count=str(len(cells)))
