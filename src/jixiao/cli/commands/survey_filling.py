"""``--into`` of ``jixiao survey``: what a scoresheet says already, and the copy that is filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.commands import targets
from jixiao.finding import Bilingual, Lang, text_in, text_of

if TYPE_CHECKING:
    from jixiao.checking import CellFilling
    from jixiao.rulebook import Library
    from jixiao.scoresheet import Scoresheet
    from jixiao.survey import SurveyComparison, SurveyFill


def filled_lines(
    compared: SurveyComparison,
    sheet: Scoresheet,
    output: str | None,
    known: Library,
    lang: Lang,
    *,
    replaces: bool,
) -> list[str]:
    """Write the copy where one is wanted, and say cell by cell what is in it."""
    lines = [text_in("survey.fill", lang, sheet=sheet.workbook.path)]
    lines += (_line(each, lang, replaces=replaces) for each in compared.fills)
    for id_, labels in (("same", compared.filled), ("unplaced", compared.unplaced)):
        if labels:
            joined = text_in("words.separator", lang).join(labels)
            lines.append(text_in(f"survey.fill.{id_}", lang, labels=joined))
    if not (compared.fills or compared.filled or compared.unplaced):
        lines.append(text_in("survey.fill.nothing", lang))
    if output is None:
        open_ = any(not each.is_there for each in compared.fills)
        return [*lines, *([text_in("cli.survey.no-copy", lang)] if open_ else ())]
    return [*lines, *_write(compared.fills, sheet, output, known, lang, replaces=replaces)]


def _line(each: SurveyFill, lang: Lang, *, replaces: bool) -> str:
    id_ = "replaced" if replaces else "kept"
    return text_in(
        f"survey.fill.{id_ if each.is_there else 'blank'}",
        lang,
        cell=each.reading.place,
        label=each.label,
        before=each.reading.text,
        after=each.shown,
    )


def _write(
    fills: Sequence[SurveyFill],
    sheet: Scoresheet,
    output: str,
    known: Library,
    lang: Lang,
    *,
    replaces: bool,
) -> Iterator[str]:
    from jixiao.checking import plan_filling
    from jixiao.writing import deliver_fixes

    fillings = [_filling(each, replaces=replaces) for each in fills]
    plan = plan_filling(sheet, fillings, known, text_of("survey.fill.promise"))
    target = targets.copies([sheet.workbook.path], Path(output), lang)[0]
    if plan.refused is not None:
        yield text_in("cli.mending.refused", lang, file=target, text=plan.refused.text(lang))
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    deliver_fixes(plan, target, replace=True, lang=lang)
    yield text_in("cli.written", lang, target=target)
    if not plan.fixes:
        yield text_in("survey.fill.unchanged", lang)
        return
    left = len(plan.after.findings)
    yield text_in(
        "survey.fill.remain" if left else "survey.fill.clean", lang, count=left, target=target
    )


def _filling(each: SurveyFill, *, replaces: bool) -> CellFilling:
    from jixiao.checking import CellFilling

    number: Decimal | None = Decimal(each.number.numerator) / Decimal(each.number.denominator)
    why: Bilingual = text_of("survey.fill.why")
    if each.reading.formula is not None:
        number, why = None, text_of("survey.fill.formula").fill(cell=each.reading.place)
    elif each.is_there and replaces:
        why = text_of("survey.fill.why-replaced").fill(before=each.reading.text)
    elif each.is_there:
        number, why = None, text_of("survey.fill.why-kept")
    reading = each.reading
    return CellFilling(reading.sheet, reading.cell, reading.text, each.shown, number, why)
