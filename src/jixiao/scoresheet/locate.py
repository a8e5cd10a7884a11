"""Find the scoresheet of a rulebook in a workbook and read it.

``locate_scoresheet`` takes what a reader gave and the rulebooks known, and gives a ``Scoresheet``
with every reading and its address, or ``Unlocated`` where no one sheet is clearly the scoresheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from jixiao.finding import Finding, chinese_text, finding
from jixiao.rulebook import Judged, Role, Rulebook, claimed_name
from jixiao.scoresheet.findings import (
    figure_findings,
    hidden,
    hidden_rows,
    is_untouched,
    layout_findings,
    row_findings,
)
from jixiao.scoresheet.grid import NamedCell, View, named_places, views_of
from jixiao.scoresheet.layouts import LAYOUTS, KnownLayout, Meeting
from jixiao.scoresheet.matching import BAR, Candidate, ChoiceProblem, ChosenSheet, choose_sheet
from jixiao.scoresheet.model import Found, Reading, Row, RowKind, Scoresheet, Unlocated
from jixiao.scoresheet.outline import FundsBlock, find_amounts
from jixiao.scoresheet.reading import (
    InputsFound,
    TableHead,
    TableReadings,
    find_inputs,
    find_money,
    find_tables,
    grade_reading,
    identify,
    missing_amounts,
    read_again,
    read_funds,
    read_inputs,
    read_losses,
    read_ratios,
    read_rows,
    read_sources,
    read_tables,
    stated_total,
    total_reading,
    unlabelled_row,
)
from jixiao.scoresheet.stamp import STAMP_SHEET, Stamp, read_stamp
from jixiao.workbook import Sheet, Visibility, Workbook, cell_address, column_letters, is_added


class _Located(NamedTuple):
    """What became of a workbook, and what its layout is remembered by."""

    result: Scoresheet | Unlocated
    rows: tuple[Row, ...] = ()
    inputs: InputsFound = InputsFound({})
    year: int | None = None
    taken: frozenset[int] = frozenset()
    tables: Mapping[str, TableHead] = MappingProxyType({})


_TRACE = 0.05  # confidence below which a sheet has nothing of a scoresheet
_CLEARLY = 0.15  # by how much another rulebook must fit better to contradict the one asked for
DRAFT_BAR = 0.3  # confidence from which a sheet is of a draft, whose weights may be open
_DOUBLED = 0.5  # share of rows found twice from which a sheet holds two scoresheets


def locate_scoresheet(
    workbook: Workbook, rulebooks: Sequence[Rulebook], *, asked: Rulebook | None = None
) -> Scoresheet | Unlocated:
    """Find the one scoresheet in ``workbook``.

    ``rulebooks`` are those known; ``asked`` is the one ordered, if any, and wins over stamp, names
    and labels. A sheet of another rulebook than the one asked for is still read, with an error.
    """
    known = list(rulebooks)
    if asked is not None and not any(book is asked for book in known):
        known.append(asked)
    met = LAYOUTS.meeting(workbook, known, asked)
    if met is not None:
        return _found(met).result
    met = _meeting(workbook, known, asked)
    found = _found(met)
    LAYOUTS.remember(KnownLayout(tuple(known), asked, met, *found[1:]))
    return found.result


def _meeting(
    workbook: Workbook,
    known: Sequence[Rulebook],
    asked: Rulebook | None,
    *,
    is_hinted: bool = True,
) -> Meeting:
    """See the sheets of a workbook, and choose the one that is the scoresheet.

    ``is_hinted``: the stamp counts.
    """
    views = tuple(views_of([*_of_the_department(workbook)]))
    stamp, places = read_stamp(workbook), named_places(workbook)
    choice = choose_sheet(views, known, asked, stamp if is_hinted else None, places)
    return Meeting(workbook, views, choice, stamp, places)


def _found(met: Meeting) -> _Located:
    """Read the sheet that was chosen, or say why none was."""
    candidate = met.choice.candidate
    if candidate is None:
        return _Located(_unlocated(met.workbook, met.choice))
    doubled = _doubled(candidate)
    if doubled:
        return _Located(Unlocated(met.workbook, (doubled,), (candidate.view.name,) * 2))
    return _scoresheet(met, candidate)


def locate_drafted(
    workbook: Workbook, rulebook: Rulebook, by: str, form: str | None = None
) -> Scoresheet | None:
    """Read a workbook by the rulebook drafted from it, or from another return of its ``form``.

    None where its table is not found again.
    """
    met = _meeting(workbook, [rulebook], rulebook, is_hinted=False)
    candidate = met.choice.candidate
    if candidate is None or _doubled(candidate):
        return None
    found = _scoresheet(replace(met, choice=replace(met.choice, by=by)), candidate).result
    if form is None or not isinstance(found, Scoresheet):
        return found if isinstance(found, Scoresheet) else None
    kept = tuple(one for one in found.findings if one.code != "S105")
    return replace(found, found=replace(found.found, form=form), findings=kept)


def locate_funds(workbook: Workbook, rulebook: Rulebook, by: str) -> Scoresheet | None:
    """Read nothing but the block of funds of a workbook; None where it has none."""
    views = views_of([*_of_the_department(workbook)])
    for view in views:
        block = find_amounts(view)
        funds = read_funds(block, rulebook.money_unit) if block is not None else None
        if funds is not None:
            department, year = identify([view, *(v for v in views if v is not view)], None)
            return Scoresheet(
                workbook=workbook,
                rulebook=rulebook,
                found=Found(by, 1.0),
                sheet=view.name,
                department=department,
                year=year,
                rows=(),
                funds=funds,
                sources=tuple(read_sources(view, rulebook.money_unit, block)),
            )
    return None


def _of_the_department(workbook: Workbook) -> Iterator[Sheet]:
    """The sheets but for those of this program: the stamp, the results in an annotated copy."""
    for sheet in workbook.sheets:
        if sheet.name.casefold() != STAMP_SHEET and not is_added(sheet):
            yield sheet


def _unlocated(workbook: Workbook, choice: ChosenSheet) -> Unlocated:
    """Say why no sheet was chosen: none fits, several sheets fit, or several rulebooks do."""
    rivals = choice.rivals
    sheets = tuple(dict.fromkeys(t.view.name for t in rivals))
    if choice.problem is ChoiceProblem.SHEETS:
        named = "、".join(sheets)
        found = finding("S002", sheet=sheets[0], found=named, sheets=named)
    elif choice.problem is ChoiceProblem.RULEBOOKS:
        books = "、".join(dict.fromkeys(t.index.rulebook.id for t in rivals))
        found = finding("S003", sheet=sheets[0], found=books, rulebooks=books)
    elif rivals and rivals[0].confidence > _TRACE:
        best = rivals[0]
        sheets = sheets[:1]
        found = finding("S004", sheet=best.view.name, cell=_corner(best), found=best.view.name)
    else:
        names = "、".join(s.name for s in _of_the_department(workbook))
        found, sheets = finding("S001", found=names, sheets=names), ()
    return Unlocated(workbook, (found,), sheets)


def _corner(candidate: Candidate) -> str | None:
    """Where the header of the likeliest table begins."""
    main = candidate.main
    return cell_address(main.frame.header.top, min(main.frame.header.labels)) if main else None


def _doubled(candidate: Candidate) -> Finding | None:
    """Two whole scoresheets below one another in one sheet."""
    rows: dict[str, int] = {}
    for block in candidate.blocks:
        for ident, lines in block.matches.rows.items():
            rows[ident] = rows.get(ident, 0) + len(lines)
    twice = sum(1 for n in rows.values() if n > 1)
    if not rows or twice < max(3, _DOUBLED * len(rows)):
        return None
    tops = "、".join(
        chinese_text("scoresheet.block-top", row=block.frame.header.top)
        for block in candidate.blocks
    )
    return finding("S006", sheet=candidate.view.name, found=tops, rows=tops)


def _scoresheet(met: Meeting, candidate: Candidate) -> _Located:
    views, choice, stamp, places = met.views, met.choice, met.stamp, met.places
    book = candidate.index.rulebook
    rows = found_rows = _rows(met, candidate)
    is_drafted = choice.by == "sheet" or book.draft
    block = find_amounts(candidate.view)
    if is_drafted:
        paid = {line.row for line in block.lines} if block is not None else frozenset[int]()
        rows = tuple(_without_budget(row) if row.row in paid else row for row in rows)
        rows = (*_unlabelled(block, rows, book), *rows)
    figure_views = [v for v in views if v is candidate.view or v.name not in choice.tables]
    department, year = identify(
        [candidate.view, *(v for v in views if v is not candidate.view)], stamp
    )
    taken = frozenset(row.row for row in rows)
    labelled = _inputs(met, candidate, figure_views, taken, year)
    money = dict(_money(candidate, places))
    if block is not None:
        money |= missing_amounts(block, book.inputs, money)
    inputs = {**read_inputs(labelled, figure_views), **money}
    table_views = [v for v in views if v is not candidate.view] or views
    heads = _tables(met, candidate, table_views)
    tables = read_tables(heads, table_views, candidate.index)
    found_ids = {row.id for row in rows if row.kind is RowKind.INDICATOR}
    main = candidate.main
    findings = (
        *_wrong_rulebook(candidate, choice),
        *(_stamp_remarks(candidate, stamp) if choice.by != "sheet" else ()),
        *(f for f in layout_findings(candidate) if not is_drafted or not _is_known(f, rows)),
        *labelled.findings,
        *_name_remarks(candidate, rows, places),
        *row_findings(
            rows,
            is_blank_form=is_untouched(rows, inputs.values()),
            worded=_judged(book) if is_drafted else (),
        ),
        *(hidden_rows(rows) if candidate.view.sheet.visibility is Visibility.VISIBLE else ()),
        *_figure_findings(book, inputs, tables),
    )
    sheet = Scoresheet(
        workbook=met.workbook,
        rulebook=book,
        found=Found(choice.by, round(min(1.0, candidate.confidence), 4)),
        sheet=candidate.view.name,
        department=department,
        year=year,
        rows=rows,
        inputs=inputs,
        tables=tables,
        unfound=tuple(i.id for i in book.indicators if i.id not in found_ids),
        total=total_reading(rows) or stated_total(candidate.view),
        grade=grade_reading(candidate),
        columns={r: column_letters(c) for r, c in main.columns.roles.items()} if main else {},
        stamp=stamp,
        findings=findings,
        funds=read_funds(block, book.money_unit) if block is not None else None,
        ratios=read_ratios(candidate, rows),
        losses=read_losses(candidate, rows),
        sources=tuple(read_sources(candidate.view, book.money_unit, block)),
    )
    return _Located(sheet, found_rows, labelled, year, taken, heads)


def _tables(met: Meeting, candidate: Candidate, views: Sequence[View]) -> Mapping[str, TableHead]:
    """Find the repeating tables; where no text speaks otherwise of them, they are there again."""
    before = met.before
    if before is not None and met.has_same_tables:
        return before.tables
    return find_tables(views, candidate.index)


def _rows(met: Meeting, candidate: Candidate) -> tuple[Row, ...]:
    """Read the rows; of a layout met before only those whose cells differ."""
    before = met.before
    if before is None or before.spots is None:
        return read_rows(candidate)
    cells = {view.name: view.sheet.cells for view in met.views}
    return read_again(before.rows, before.spots, met.changed, cells)


def _inputs(
    met: Meeting,
    candidate: Candidate,
    views: Sequence[View],
    taken: frozenset[int],
    year: int | None,
) -> InputsFound:
    """Find the inputs; where a layout met before has them by labels alone, they are there again."""
    before = met.before
    is_known = before is not None and before.inputs.is_by_labels
    if before is not None and is_known and (before.year, before.taken) == (year, taken):
        return before.inputs
    return find_inputs(views, candidate.view, taken, candidate.index, met.places, year)


def _unlabelled(block: FundsBlock | None, rows: Sequence[Row], book: Rulebook) -> Iterator[Row]:
    """The row of funds of a draft, where no label shows it among the rows."""
    found = {row.id for row in rows}
    unfound = (one for one in book.indicators if one.id not in found)
    row = unlabelled_row(block, unfound, book.money_unit) if block is not None else None
    if row is not None:
        yield row


def _is_known(found: Finding, rows: Sequence[Row]) -> bool:
    """Whether a draft need not be held to a finding: rows in another order, a row that is there."""
    is_there = any(row.id == found.indicator for row in rows)
    return found.code == "S110" or (found.code == "S101" and is_there)


def _without_budget(row: Row) -> Row:
    """The row of funds without the budget that is where other rows have their target."""
    return replace(row, readings={r: v for r, v in row.readings.items() if r is not Role.TARGET})


def _money(candidate: Candidate, places: Mapping[str, NamedCell]) -> Mapping[str, Reading]:
    """The block of funds, on whichever sheet of the scoresheet it is."""
    found: dict[str, Reading] = {}
    for view in dict.fromkeys(block.frame.view for block in candidate.blocks):
        headers = [b.frame.header for b in candidate.blocks if b.frame.view is view]
        found = {**find_money(view, headers, candidate.index, places), **found}
    return found


def _wrong_rulebook(candidate: Candidate, choice: ChosenSheet) -> Iterator[Finding]:
    """The sheet was asked to be of one rulebook and is plainly of another, or of none known."""
    if choice.by != "option":
        return
    better = [t for t in choice.rivals if t.view is candidate.view and t.confidence >= BAR]
    book = candidate.index.rulebook
    if better and better[0].confidence > candidate.confidence + _CLEARLY:
        other = better[0].index.rulebook
        yield finding(
            "S007",
            sheet=candidate.view.name,
            found=other.id,
            expected=book.id,
            name=other.name,
            asked=book.name,
        )
    elif candidate.confidence < (DRAFT_BAR if book.draft else BAR):
        yield finding(
            "S008",
            sheet=candidate.view.name,
            found=f"{candidate.confidence:.0%}",
            expected=book.id,
            asked=book.name,
        )


def _stamp_remarks(candidate: Candidate, stamp: Stamp | None) -> Iterator[Finding]:
    book = candidate.index.rulebook
    if stamp is None:
        return
    if stamp.rulebook != book.id:
        yield finding(
            "X001",
            sheet=candidate.view.name,
            found=stamp.rulebook,
            expected=book.id,
            name=book.name,
        )
    elif stamp.version != book.version:
        yield finding(
            "X002",
            sheet=candidate.view.name,
            found=stamp.version,
            expected=book.version,
            name=book.name,
        )


def _name_remarks(
    candidate: Candidate, rows: Sequence[Row], places: Mapping[str, NamedCell]
) -> Iterator[Finding]:
    """Names of self-score cells that no longer point at the row their label names."""
    for row in rows:
        place = places.get(claimed_name(row.id)) if row.kind is RowKind.INDICATOR else None
        claimed = row.readings.get(Role.CLAIMED)
        if place is None or claimed is None or place.sheet != candidate.view.name:
            continue
        pointed = candidate.view.anchor(place.row, place.column)
        cell = f"{column_letters(pointed[1])}{pointed[0]}"
        if cell != claimed.cell:
            yield finding(
                "X003",
                sheet=claimed.sheet,
                cell=claimed.cell,
                indicator=row.id,
                found=cell,
                expected=claimed.cell,
                name=row.name,
            )


def _judged(book: Rulebook) -> frozenset[str]:
    return frozenset(one.id for one in book.indicators if isinstance(one.score, Judged))


def _figure_findings(
    book: Rulebook, inputs: Mapping[str, Reading], tables: Mapping[str, TableReadings]
) -> Iterator[Finding]:
    for ident, reading in inputs.items():
        label = book.input_by_id[ident].label
        yield from figure_findings(reading, label=label)
        yield from hidden(reading, label)
    for table in book.tables:
        labels = {column.id: column.label for column in table.columns}
        for row in tables.get(table.id, ()):
            for ident, reading in row.items():
                yield from figure_findings(reading, label=labels[ident])
                yield from hidden(reading, labels[ident])
