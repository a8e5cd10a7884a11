"""Units written next to amounts: one that is not that of the others (D015).

The formulas of an issued form see the number alone. A form that says 元 everywhere is counted in
元; where one line says so the line was altered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jixiao.checking.checks.register import CheckCase, check
from jixiao.finding import Finding, finding

_FEW = 3  # amounts from which one is the odd one out


@check(codes=("D015",))
def odd_unit_findings(case: CheckCase) -> Iterator[Finding]:
    """Yield the amounts of an issued form whose line states another unit than the others."""
    sheet = case.sheet
    if sheet.stamp is None:
        return
    by_id = sheet.rulebook.input_by_id
    amounts = [
        (by_id[name].label, reading)
        for name, reading in sheet.inputs.items()
        if name in by_id and reading.counted_in and reading.figure is not None
    ]
    units = Counter(reading.counted_in for _, reading in amounts)
    if len(units) < 2 or len(amounts) < _FEW:
        return
    usual = sheet.rulebook.money_unit  # in which the form was issued
    if 2 * units[usual] <= len(amounts):
        return
    for label, reading in amounts:
        if reading.counted_in != usual:
            yield finding(
                "D015",
                sheet=reading.sheet,
                cell=reading.cell,
                found=reading.text,
                label=label,
                unit=reading.counted_in,
                usual=usual,
            )
