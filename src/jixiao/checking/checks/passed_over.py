"""Basic figures typed so that the form's own formulas pass over them: texts, and ticks for 是."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.diagnosis import amount_to_type, figure_cells, times_apart, usual_amount
from jixiao.figures import Quantity, convert, format_number, is_plain, parse_text, plain_characters
from jixiao.finding import Finding, Fix, Severity, finding, text_of
from jixiao.rulebook import Input, TableColumn, answer_word
from jixiao.scoresheet import Reading, Scoresheet

_COUNTED = ("money", "count", "quantity", "rate")
_AS_TEXT = "@"  # the number format of a cell that makes a text of all that is typed into it
_NEAR = 30  # times the usual amount, either way, within which an amount is like the others
_FAR = 1000  # times the usual amount, beyond which hardly anyone means it


@check(codes=("D014",))
def passed_over_findings(case: CheckCase) -> Iterator[Finding]:
    """Yield the figures of an issued form that its formulas cannot work with (D014)."""
    sheet = case.sheet
    if sheet.stamp is None:
        return
    for label, item, reading in _typed(sheet):
        wanted = _wanted(item, reading)
        if wanted is None:
            continue
        found = finding(
            "D014",
            sheet=reading.sheet,
            cell=reading.cell,
            found=reading.text,
            expected=wanted,
            label=label,
        )
        if (bare := _in_unit_of_form(sheet, item, reading)) is not None:
            yield _of_which_unit(found, reading, bare)
        elif reading.number_format == _AS_TEXT:
            yield found.doing(text_of("checking.passed-over.as-text").fill(after=wanted))
        else:
            yield found


def _typed(sheet: Scoresheet) -> Iterator[tuple[str, Input | TableColumn, Reading]]:
    by_id = sheet.rulebook.input_by_id
    for name, reading in sheet.inputs.items():
        if name in by_id:
            yield by_id[name].label, by_id[name], reading
    for table in sheet.rulebook.tables:
        columns = {column.id: column for column in table.columns if column.formula is None}
        for row in sheet.tables.get(table.id, ()):
            for name, reading in row.items():
                if name in columns:
                    yield f"{table.label}·{columns[name].label}", columns[name], reading


def _wanted(item: Input | TableColumn, reading: Reading) -> str | None:
    """What is to be typed for a text that is understood; None where nothing is amiss."""
    figure = reading.figure
    if not reading.is_text or reading.formula is not None or figure is None:
        return None
    if item.kind == "flag":
        word = answer_word(figure.value == 1)
        return None if reading.text == word else word
    if item.kind not in _COUNTED or not is_plain(plain_characters(reading.text)):
        return None
    if figure.unit == "%":
        return f"{format_number(figure.value * 100)}%"
    return format_number(amount_to_type(figure, reading))


def _in_unit_of_form(
    sheet: Scoresheet, item: Input | TableColumn, reading: Reading
) -> Quantity | None:
    """The figure with the unit of its form, where the unit typed behind it can hardly be meant.

    That is, where it is far from the other amounts with the one and like them with the other.
    """
    if item.kind != "money":
        return None
    written = parse_text(reading.text, kind="money", unit=reading.counted_in).figures
    if len(written) != 1 or written[0].unit == reading.counted_in:
        return None
    bare = replace(written[0], unit=reading.counted_in)
    usual = usual_amount(each for each in figure_cells(sheet) if each.reading is not reading)
    typed, meant = (_in_unit_of(reading, figure) for figure in (written[0], bare))
    if not usual or typed is None or meant is None:
        return None
    is_far = times_apart(typed, usual) >= _FAR
    return bare if is_far and times_apart(meant, usual) <= _NEAR else None


def _in_unit_of(reading: Reading, amount: Quantity) -> Fraction | None:
    """An amount in the unit of what was read."""
    own = convert(amount, reading.figure.unit) if reading.figure is not None else None
    return None if own is None else own.value


def _of_which_unit(found: Finding, reading: Reading, bare: Quantity) -> Finding:
    """Ask which unit is meant: that of the form, or the one that is typed behind the figure."""
    as_form, as_typed = format_number(bare.value), found.expected or ""
    why = text_of("checking.passed-over.unit")
    todo = text_of("checking.passed-over.which-unit").fill(
        found=reading.text, unit=reading.counted_in, after=as_form, other=as_typed
    )
    choices = tuple(Fix(found.place, reading.text, after, why) for after in (as_form, as_typed))
    asked = replace(found, severity=Severity.WARNING, expected=None)
    return asked.with_fix(None, choices).doing(todo)
