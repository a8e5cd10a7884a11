"""The working of an indicator in one return as text: value ← formula ← cells ← clause."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checking import VERDICTS, Check, UsedCell, Working
from jixiao.figures import format_points
from jixiao.finding import Finding, Lang, message, text_in
from jixiao.finding import text_width as width_of


def working_text(check: Check, working: Working, lang: Lang) -> str:
    """Report one working; lines are not wrapped."""
    return "\n".join(_lines(check, working, lang)) + "\n"


def _lines(check: Check, working: Working, lang: Lang) -> Iterator[str]:
    result = working.result
    weight = format_points(result.weight) if result.weight is not None else "—"
    name = text_in("reporting.workings.name", lang, name=result.name, weight=weight)
    yield " › ".join((*result.path, name))
    claimed, computed = (
        "—" if score is None else format_points(score)
        for score in (result.claimed_score, result.computed_score)
    )
    yield text_in(
        "reporting.workings.scores",
        lang,
        claimed=claimed,
        computed=computed,
        verdict=VERDICTS[result.verdict].text(lang),
        cell=result.cells.get("score", "—"),
    )
    if result.trace is not None:
        yield text_in("reporting.workings.arithmetic", lang, text=result.trace.text(lang))
    yield from cell_lines(working.cells, lang)
    for id_, said in (
        ("formula", working.formula),
        ("standard", working.standard),
        ("rule", working.rule),
        ("clause", working.clause),
        ("source", working.source),
    ):
        if said:
            yield text_in(f"reporting.workings.{id_}", lang, text=said)
    yield from _found(check, working, lang)


def cell_lines(cells: tuple[UsedCell, ...], lang: Lang) -> Iterator[str]:
    """Report the cells that a number rests on, one a line, in columns."""
    if not cells:
        return
    yield text_in("reporting.workings.cells", lang)
    width = max(width_of(cell.label.text(lang)) for cell in cells)
    places = max(width_of(cell.place) for cell in cells)
    for cell in cells:
        label = cell.label.text(lang)
        gap, space = " " * (width - width_of(label)), " " * (places - width_of(cell.place))
        shown = cell.shown or text_in("reporting.workings.blank", lang)
        yield f"  {label}{gap}  {cell.place}{space}  {shown}"


def _found(check: Check, working: Working, lang: Lang) -> Iterator[str]:
    places = {cell.place for cell in working.cells if cell.cell} | {*working.result.cells.values()}
    for found in check.findings:
        if found.indicator == working.result.id or found.place in places:
            yield text_in("reporting.workings.finding", lang, text=_finding_line(found, lang))


def _finding_line(found: Finding, lang: Lang) -> str:
    return f"{found.code} {found.place} {message(found, lang)}"
