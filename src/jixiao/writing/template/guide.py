"""The sheet 填报说明: what the form rests on (its clause alone: how it was come by is
for the bureau, in ``rulebook show``), how to fill it in, what the colours mean."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.finding import chinese_text
from jixiao.rulebook import Rulebook
from jixiao.writing.template.page import Page
from jixiao.writing.template.print_setup import set_up
from jixiao.writing.text_width import text_height

_CUT_CHAPTER = 3.0  # what a page break inside a chapter costs
WIDTHS = (4.0, 14.0, 84.0)
_LEGEND = (
    ("entry", chinese_text("template.legend.entry"), chinese_text("template.legend.entry-meaning")),
    ("live", chinese_text("template.legend.live"), chinese_text("template.legend.live-meaning")),
    (
        "differs",
        chinese_text("template.legend.differs"),
        chinese_text("template.legend.differs-meaning"),
    ),
    (
        "bureau",
        chinese_text("template.legend.bureau"),
        chinese_text("template.legend.bureau-meaning"),
    ),
)
_NEEDS = {"bureau": "reviewed", "differs": "suggested"}  # the column that a colour is about


def write_guide(page: Page, rulebook: Rulebook) -> None:
    """Write the whole sheet."""
    page.label(1, 1, chinese_text("template.guide.title"), "title", to=(1, 3))
    page.height(1, 34)
    page.label(2, 1, rulebook.name, "subtitle", to=(2, 3))
    page.height(2, 20)
    row = 3
    for number, (heading, items) in enumerate(_chapters(rulebook)):
        numeral = chinese_text("template.guide.numerals")[number]
        titled = chinese_text("template.guide.heading", numeral=numeral, heading=heading)
        page.label(row, 1, titled, "guide-heading", to=(row, 3))
        page.height(row, 24)
        first, row = row, row + 1
        for nth, text in enumerate(items, 1):
            page.label(row, 1, f"{nth}.", "guide")
            page.label(row, 2, text, "guide", to=(row, 3))
            page.height(row, text_height(text, (WIDTHS[1] + WIDTHS[2]) * 0.94) + 2)
            row += 1
        if heading == chinese_text("template.guide.method"):
            row = _legend(page, row, rulebook)
        page.keep(first, row - 1, _CUT_CHAPTER)
        page.keep(first, first + 1)
    set_up(page, row - 1, landscape=False)


def _legend(page: Page, row: int, rulebook: Rulebook) -> int:
    roles = {column.role.value for column in rulebook.columns}
    for look, name, meaning in _LEGEND:
        if _NEEDS.get(look, "claimed") not in roles:
            continue
        page.label(row, 2, name, f"legend-{look}")
        page.label(row, 3, meaning, "guide")
        page.height(row, 20)
        row += 1
    return row


def _chapters(rulebook: Rulebook) -> Iterator[tuple[str, list[str]]]:
    if rulebook.clause:
        clause = chinese_text("template.guide.clause", clause=rulebook.clause)
        yield chinese_text("template.guide.basis"), [clause]
    yield chinese_text("template.guide.method"), list(_steps(rulebook))
    yield chinese_text("template.guide.conventions"), list(_conventions(rulebook))
    yield (
        chinese_text("template.guide.checks"),
        [
            chinese_text("template.guide.check-scores"),
            chinese_text("template.guide.check-suggested")
            if any(column.role.value == "suggested" for column in rulebook.columns)
            else chinese_text("template.guide.check-standard"),
            chinese_text("template.guide.check-figures"),
            chinese_text("template.guide.check-sign"),
        ],
    )


def _steps(rulebook: Rulebook) -> Iterator[str]:
    sheets = list(dict.fromkeys(item.sheet for item in rulebook.inputs if item.at is None))
    sheets += [table.sheet for table in rulebook.tables]
    if sheets:
        named = "、".join(f"“{name}”" for name in dict.fromkeys(sheets))
        yield chinese_text("template.guide.figures-first", named=named)
        yield chinese_text("template.guide.then-scores", sheet=rulebook.sheet)
    else:
        yield chinese_text("template.guide.one-sheet", sheet=rulebook.sheet)
    if rulebook.family == "targets":
        yield chinese_text("template.guide.free-rows")
    yield chinese_text("template.guide.unfilled")


def _conventions(rulebook: Rulebook) -> Iterator[str]:
    money = chinese_text("template.guide.money", unit=rulebook.money_unit)
    yield chinese_text("template.guide.counts", money=money)
    kept = chinese_text("template.guide.rounding", digits=rulebook.digits)
    yield chinese_text("template.guide.rates", kept=kept)
    yield chinese_text("template.guide.steps")
    if rulebook.grades:
        bounds = "，".join(
            chinese_text("template.guide.grade", name=g.name, least=g.min.normalize())
            for g in rulebook.grades
            if g.min
        )
        last = rulebook.grades[-1]
        rest = chinese_text("template.guide.grade-rest", name=last.name) if not last.min else ""
        yield chinese_text("template.guide.grades", bounds=bounds, rest=rest)
