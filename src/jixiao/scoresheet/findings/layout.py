"""Findings on the layout of a scoresheet: rows missing, double, unclear; columns missing, tied."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.finding import Bilingual, Finding, Fix, chinese_text, finding, text_of
from jixiao.rulebook import Role
from jixiao.scoresheet.grid import MOST_COLUMNS, bare_number
from jixiao.scoresheet.matching import Block, Candidate, is_part, is_placeholder
from jixiao.workbook import Visibility, cell_address, column_letters


def layout_findings(candidate: Candidate) -> Iterator[Finding]:
    """Say what is missing, double or unclear in the chosen sheet."""
    view, index = candidate.view, candidate.index
    if view.sheet.visibility is not Visibility.VISIBLE:
        yield finding("S005", sheet=view.name, found=view.name)
    if view.is_cut:
        yield finding("S113", sheet=view.name, rows=str(view.most_rows), columns=str(MOST_COLUMNS))
    matched = {ident for block in candidate.blocks for ident in block.matches.rows}
    unclear = {
        i for block in candidate.blocks for ids in block.matches.unclear.values() for i in ids
    }
    for ident, indicator in index.indicators.items():
        if ident not in matched and ident not in unclear:
            yield finding(
                "S101",
                sheet=view.name,
                indicator=ident,
                expected=indicator.name,
                name=indicator.name,
                path="—".join((*indicator.path, indicator.name)),
                weight=str(indicator.weight) if indicator.weight is not None else "—",
            )
    for block in candidate.blocks:
        yield from _row_remarks(candidate, block)
    if candidate.main is not None:
        yield from _column_remarks(candidate.main)


def _row_remarks(candidate: Candidate, block: Block) -> Iterator[Finding]:
    view, index, name = block.frame.view, candidate.index, block.frame.name
    for ident, lines in block.matches.rows.items():
        indicator = index.indicators[ident]
        if len(lines) > 1:
            cells = "、".join(cell_address(line.row, name) for line in lines)
            yield finding(
                "S102",
                sheet=view.name,
                cell=cell_address(lines[-1].row, name),
                indicator=ident,
                found=cells,
                name=indicator.name,
            )
            continue
        weight, expected = candidate.weight(block, lines[0]), index.weights.get(ident)
        is_share = weight is not None and weight * index.rulebook.total == expected  # 0.15 of 100
        if weight is not None and expected is not None and weight != expected and not is_share:
            column = block.columns.roles.get(Role.WEIGHT, name)
            cell = cell_address(lines[0].row, column)
            before, after = f"{weight.normalize():f}", f"{expected.normalize():f}"
            why = text_of("scoresheet.weight").fill(weight=after)
            yield finding(
                "S105",
                sheet=view.name,
                cell=cell,
                indicator=ident,
                found=before,
                expected=after,
                name=indicator.name,
            ).with_fix(Fix(f"{view.name}!{cell}", before, after, why), ())
    for row, ids in block.matches.unclear.items():
        names = "、".join(
            "—".join((*index.indicators[i].path, index.indicators[i].name)) for i in ids
        )
        yield finding(
            "S103", sheet=view.name, cell=cell_address(row, name), found=names, name=names
        )
    for ident, line in block.matches.retyped.items():
        yield finding(
            "S106",
            sheet=view.name,
            cell=cell_address(line.row, name),
            indicator=ident,
            found=line.name.strip(),
            expected=index.indicators[ident].name,
        )
    free = {line.row for line in candidate.free_lines(block)}
    for line in block.matches.unknown:
        is_scored = line.row not in free and candidate.weight(block, line) is not None
        is_scored &= len(view.rows[line.row]) > 1  # else the heading of a section
        if is_scored and not is_placeholder(line) and not is_part(line.name):
            yield finding(
                "S104", sheet=view.name, cell=cell_address(line.row, name), found=line.name.strip()
            )

    yield from _below(block)


def _below(block: Block) -> Iterator[Finding]:
    """Rows with points below the total, where the table has ended: nobody looks at them."""
    view, roles, end = block.frame.view, block.columns.roles, block.frame.end
    totals = block.matches.totals
    if not totals or Role.WEIGHT not in roles or Role.CLAIMED not in roles:
        return
    read = {line.row for line in block.body}
    for row in view.rows_below(totals[-1].row):
        if row in read or (end is not None and row >= end):
            continue
        name = view.text(row, block.frame.name).strip()
        cells = (view.sheet.cells.get((row, roles[r])) for r in (Role.WEIGHT, Role.CLAIMED))
        if name and all(bare_number(cell) is not None for cell in cells):
            place = cell_address(row, block.frame.name)
            yield finding("S104", sheet=view.name, cell=place, found=name)


def _unknown_columns(block: Block) -> list[str]:
    """The columns of numbers whose header says nothing that is known, with their headers."""
    view, header = block.frame.view, block.frame.header
    rows = [line.row for line in block.body if line.name and line.has_numbers]
    taken = {*block.columns.roles.values(), *block.columns.relabelled}
    found: list[str] = []
    for column in range(block.frame.name + 1, view.last_column + 1):
        filled = sum(
            1 for row in rows if bare_number(view.sheet.cells.get((row, column))) is not None
        )
        if column not in taken and 2 * filled > len(rows) > 0:
            words = header.labels.get(column, ("",))[-1].strip()
            found.append(
                chinese_text(
                    "scoresheet.unknown-header", column=column_letters(column), header=words
                )
            )
    return found


def _column_remarks(block: Block) -> Iterator[Finding]:
    view, columns, header = block.frame.view, block.columns, block.frame.header
    if Role.CLAIMED not in columns.roles and Role.CLAIMED not in columns.tied:
        unknown = _unknown_columns(block)
        yield finding(
            "S110",
            sheet=view.name,
            cell=cell_address(header.top, block.frame.name),
            found="、".join(unknown) or None,
            columns=_in_columns(unknown),
        )
    for role, tied in columns.tied.items():
        if role is Role.CLAIMED:
            found = "、".join(column_letters(column) for column in tied)
            yield finding(
                "S111", sheet=view.name, cell=cell_address(header.top, tied[0]), found=found
            )
    for column in columns.relabelled:
        text = header.labels.get(column, ("",))[-1].strip()
        yield finding("S112", sheet=view.name, cell=cell_address(header.bottom, column), found=text)


def _in_columns(unknown: list[str]) -> Bilingual:
    if not unknown:
        return Bilingual("", "")
    between = text_of("words.separator")
    columns = Bilingual(between.zh.join(unknown), between.en.join(unknown))
    return text_of("scoresheet.unknown-columns").fill(columns=columns)
