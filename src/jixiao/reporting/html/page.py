"""The HTML report of returns: one file that loads nothing, for people without a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from jixiao.checking import Check
from jixiao.figures import format_points
from jixiao.finding import Lang, text_in
from jixiao.reporting.columns import printable
from jixiao.reporting.html.cards import Anchors, Card, all_cards, cards_of
from jixiao.reporting.html.render import page_template
from jixiao.reporting.html.sheet_grid import NUMBERS, CellMark, Marks, SheetGrid, draw_sheets
from jixiao.reporting.record import (
    CheckRecord,
    IndicatorRecord,
    TotalRecord,
    exact_value,
    record_of,
)
from jixiao.reporting.status import status_of_record
from jixiao.reporting.text import PARTLY
from jixiao.workbook import Refused, Workbook, content_hash, load_file, read_workbook

_TONES: Final = {
    "agrees": "good",
    "agrees-shown": "good",
    "differs": "error",
    "missing": "error",
    "undecidable": "warning",
}


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One line of the table of scores, as text; ``tone`` colours its verdict."""

    name: str
    weight: str
    claimed: str
    computed: str
    gap: str
    verdict: str = ""
    tone: str = ""
    trace: str = ""
    target: str = ""
    is_sum: bool = False


@dataclass(frozen=True)
class ReturnView:
    """All that the page shows of one return."""

    prefix: str
    status: str
    title: str
    facts: tuple[tuple[str, str], ...]
    scores: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]
    notices: tuple[Card, ...]
    lines: tuple[ScoreLine, ...]
    sheets: tuple[SheetGrid, ...]

    @cached_property
    def drawn(self) -> frozenset[str]:
        """The anchors of all cells that are drawn with something in them."""
        return frozenset(
            f"{sheet.anchor}-{cell.address}"
            for sheet in self.sheets
            for row in sheet.rows
            for cell in row.cells
            if cell.text or cell.marks
        )


def to_html_text(checks: Sequence[Check], lang: Lang = "zh") -> str:
    """Make one page of ``checks``; it has no script and asks for nothing outside itself."""
    return _page(
        [
            _view(record_of(check, lang), _content(check), lang, f"r{number}")
            for number, check in enumerate(checks, 1)
        ],
        lang,
    )


def record_to_html_text(record: CheckRecord, content: bytes | None, lang: Lang = "zh") -> str:
    """Make the page of one return from its record; ``content`` are its bytes, None where gone."""
    return _page([_view(record, content, lang, "r1")], lang)


def _page(views: Sequence[ReturnView], lang: Lang) -> str:
    def say(id_: str, **values: object) -> str:
        return text_in(f"page.{id_}", lang, **values)

    def label(column: str) -> str:
        return text_in(f"reporting.header.{column}", lang)

    made = page_template("return.html").render(
        views=views, say=say, label=label, lang=lang, numbers=NUMBERS
    )
    return made.strip() + "\n"


def _view(record: CheckRecord, content: bytes | None, lang: Lang, prefix: str) -> ReturnView:
    workbook = read_workbook(record.file, content) if content is not None else None
    sheets = workbook.sheets if isinstance(workbook, Workbook) else ()
    anchors = Anchors(prefix, {sheet.name.casefold(): sheet.index for sheet in sheets})
    cards = cards_of(record, anchors, lang)
    drawn: tuple[SheetGrid, ...] = ()
    if isinstance(workbook, Workbook) and content is not None:
        drawn = draw_sheets(workbook, content, _marks(cards), _main(record), prefix)
    return ReturnView(
        prefix=prefix,
        status=status_of_record(record),
        title=printable(record.department or record.file),
        facts=tuple(_facts(record, lang)),
        scores=tuple(_scores(record, lang)),
        cards=tuple(card for card in cards if not card.is_notice),
        notices=tuple(card for card in cards if card.is_notice),
        lines=tuple(_lines(record, anchors, lang)),
        sheets=drawn,
    )


def _content(check: Check) -> bytes | None:
    """The bytes that were checked; None where they can no longer be had."""
    if check.outcome == "unreadable":
        return None
    try:
        content = check.content if check.content is not None else load_file(check.file)
    except Refused:
        return None
    return content if check.sha256 in (None, content_hash(content)) else None


def _main(record: CheckRecord) -> str | None:
    """The sheet of most self-scores."""
    named = [
        one.cells["score"].rpartition("!")[0] for one in record.indicators if "score" in one.cells
    ]
    return max(named, key=named.count, default=None)


def _marks(cards: Sequence[Card]) -> Marks:
    marks: dict[tuple[str, str], tuple[CellMark, ...]] = {}
    for card in all_cards(cards):
        sheet, _, cell = card.place.rpartition("!")
        if sheet and cell and card.target:
            key = (sheet.casefold(), cell.partition(":")[0])
            marks[key] = (*marks.get(key, ()), CellMark(card.tone, card.anchor, card.number))
    return marks


def _facts(record: CheckRecord, lang: Lang) -> Iterator[tuple[str, str]]:
    used = record.rulebook
    known = {
        "department": record.department,
        "year": str(record.year) if record.year else None,
        "file": record.file,
        "rulebook": used and (used.id or text_in("page.by-itself", lang)),
        "program": record.program,
    }
    for name, value in known.items():
        if value:
            yield text_in(f"page.{name}", lang), printable(value)


def _scores(record: CheckRecord, lang: Lang) -> Iterator[tuple[str, str]]:
    total = record.total or TotalRecord()
    for name in ("claimed", "computed", "reviewed"):
        value = getattr(total, name)
        if value is not None:
            yield text_in(f"page.{name}", lang), _points(value)
    grades = [g for g in (total.claimed_grade, total.computed_grade) if g]
    if grades:
        yield text_in("page.grade", lang), " → ".join(dict.fromkeys(map(printable, grades)))
    for found in record.findings:
        if found.code == PARTLY:
            yield text_in("page.covered", lang), f"{found.found} / {found.expected}"


def _lines(record: CheckRecord, anchors: Anchors, lang: Lang) -> Iterator[ScoreLine]:
    for one in record.indicators:
        sheet, _, cell = one.cells.get("score", "").rpartition("!")
        yield ScoreLine(
            name=printable(one.name),
            weight=_points(one.weight),
            claimed=_points(one.claimed_score),
            computed=_computed(one, lang),
            gap=_gap(one.claimed_score, one.computed_score),
            verdict=text_in(f"words.verdict.{one.verdict}", lang),
            tone=_TONES.get(one.verdict, "notice"),
            trace=printable(one.trace),
            target=anchors.of_cell(sheet, cell),
        )
    for section in record.sections:
        name = text_in("reporting.subtotal", lang, name=printable(section.name))
        yield _sum(name, section.max, section.claimed, section.computed)
    if record.total:
        name = text_in("reporting.total", lang)
        yield _sum(name, record.total.max, record.total.claimed, record.total.computed)


def _sum(name: str, most: str | None, claimed: str | None, computed: str | None) -> ScoreLine:
    gap = _gap(claimed, computed)
    return ScoreLine(name, _points(most), _points(claimed), _points(computed), gap, is_sum=True)


def _computed(one: IndicatorRecord, lang: Lang) -> str:
    if one.verdict == "undecidable" and one.bounds and one.bounds[0] != one.bounds[1]:
        low, high = map(_points, one.bounds)
        return text_in("page.bounds", lang, low=low, high=high)
    return _points(one.computed_score)


def _gap(claimed: str | None, computed: str | None) -> str:
    if claimed is None or computed is None or claimed == computed:
        return ""
    gap = exact_value(claimed) - exact_value(computed)
    return f"+{format_points(gap)}" if gap > 0 else format_points(gap)


def _points(value: str | None) -> str:
    return "—" if value is None else format_points(exact_value(value))
