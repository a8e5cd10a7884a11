"""The rows of a drafted rulebook: fixed rows with rule and cases, funds, blocks of free rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.drafting.form.cases import worked_cases
from jixiao.drafting.form.inputs import DraftedInputs
from jixiao.drafting.form.model import DraftedRow, KeyPath
from jixiao.drafting.form.open_draft import FormDraft
from jixiao.drafting.form.rules import RowRule, rule_of_row
from jixiao.drafting.sheet import framework_ids
from jixiao.finding import chinese_text, text_of
from jixiao.rulebook import FreeBlock, Indicator, Judged, Role, Rulebook, misfits_of
from jixiao.scoresheet import FundsColumn, Outline, OutlineRow, weighted_label
from jixiao.workbook import cell_address


def with_rows(draft: FormDraft, book: Rulebook) -> Rulebook:
    """The rulebook with rules, inputs and cases, as far as the form says them."""
    inputs = DraftedInputs(
        book.money_unit, [i for i in book.inputs if i.at is not None and i.at.row]
    )
    by_id = {f"row-{row.row}": row for row in draft.outline.rows}
    own_ids = framework_ids(draft.outline)
    made: list[Indicator] = []
    for one in book.indicators:
        at: KeyPath = ("indicators", len(made))
        row = by_id.get(one.id)
        if row is None:
            made.append(_funds(draft, at, one))
            continue
        made.append(_row(draft, at, one, row, inputs).changed(id=own_ids.get(row.row, one.id)))
    book = book.changed(inputs=inputs.all, indicators=tuple(made))
    used = _names_in(made)
    book = book.changed(inputs=tuple(i for i in inputs.all if i.id in used))
    blocks = tuple(_block(draft, n, block) for n, block in enumerate(book.blocks))
    proven = tuple(one.changed(cases=worked_cases(book, one)) for one in book.indicators)
    book = _sound(draft, book.changed(indicators=proven, blocks=blocks))
    for n, _ in enumerate(book.inputs):
        _note_input(draft, n, book)
    return book


def _sound(draft: FormDraft, book: Rulebook) -> Rulebook:
    """Leave to judgement every row whose rule, as it was read, is none that a rulebook may have."""
    found = (at for at, _, _ in misfits_of(book) if at[0] == "indicators")
    wrong = {at[1] for at in found if at[2:3] != ("name",)}
    rows = list(book.indicators)
    for n in sorted(wrong, key=int):
        place = int(n)
        rows[place] = _judged(rows[place])
        words = rows[place].standard or rows[place].name
        text = text_of("drafting.ask.unread").fill(words=words)
        draft.ask("unread", ("indicators", place), rows[place].name, text)
        draft.forget(rows[place].name)
    used = _names_in(rows)
    inputs = tuple(item for item in book.inputs if item.id in used)
    return book.changed(indicators=tuple(rows), inputs=inputs)


def _judged(one: Indicator) -> Indicator:
    plain = {"rate": None, "rate_unit": "%", "if_zero": None, "parts": (), "cases": ()}
    return one.changed(**plain, score=Judged(kind="judged"))


def _row(
    draft: FormDraft, at: KeyPath, plain: Indicator, row: OutlineRow, inputs: DraftedInputs
) -> Indicator:
    """One row: verbatim, then its rule where that was wholly read."""
    meaning = _text(draft.outline, row.row, Role.MEANING)
    base = plain.changed(
        standard=row.standard,
        meaning=meaning,
        rate=None,
        rate_unit="%",
        if_zero=None,
        score=Judged(kind="judged"),
        clause=chinese_text("drafting.clause", document=draft.document, row=row.row),
        provenance=draft.provenance(draft.at(row.row, Role.NAME)),
    )
    found = rule_of_row(base, meaning, inputs)
    keys = (("name", Role.NAME), ("weight", Role.WEIGHT), ("standard", Role.STANDARD))
    for key, role in (*keys, ("meaning", Role.MEANING), ("path", Role.LEVEL2)):
        if role in draft.outline.columns:
            draft.cells[(*at, key)] = draft.at(row.row, role)
    _note_rule(draft, at, row, found)
    return found.indicator


def _note_rule(draft: FormDraft, at: KeyPath, row: OutlineRow, found: RowRule) -> None:
    name = found.indicator.name
    draft.rows.append(
        DraftedRow(name, draft.at(row.row, Role.NAME), found.is_read, bool(row.standard))
    )
    for topic, text in found.asks:
        draft.ask(topic, at, name, text)
    if found.unread:
        draft.ask(
            "unread",
            at,
            name,
            text_of("drafting.ask.unread").fill(words="；".join(found.unread)),
        )
    elif not found.is_read and not row.standard:
        draft.ask("no-standard", at, name)
    if row.weight is None:
        draft.ask("weight", at, name)


def _text(outline: Outline, row: int, role: Role) -> str:
    column = outline.columns.get(role)
    return outline.view.text(row, column).strip() if column is not None else ""


def _names_in(indicators: Sequence[Indicator]) -> frozenset[str]:
    """The ids that rates and rules draw on."""
    text = " ".join(repr((one.rate, one.score, one.parts)) for one in indicators)
    return frozenset(re.findall(r"[a-z][a-z0-9_]*", text))


def _note_input(draft: FormDraft, n: int, book: Rulebook) -> None:
    item = book.inputs[n]
    if item.at is not None or item.kind not in ("money", "quantity") or item.unit:
        return
    draft.ask("unit", ("inputs", n), item.label)


def _funds(draft: FormDraft, at: KeyPath, one: Indicator) -> Indicator:
    """The row of the block of funds."""
    block = draft.outline.funds
    whole = block.whole if block is not None else None
    if block is not None and whole is not None:
        cell = cell_address(whole.row, whole.column)
        draft.cells[(*at, "name")] = f"{block.view.name}!{cell}"
        column = block.columns.get(FundsColumn.WEIGHT)
        if column is not None:
            draft.cells[(*at, "weight")] = f"{block.view.name}!{cell_address(whole.row, column)}"
        draft.rows.append(
            DraftedRow(
                one.name,
                f"{block.view.name}!{cell}",
                is_read=one.score is not None and one.score.kind != "judged",
                is_stated=False,
            )
        )
    if one.score is not None and one.score.kind == "judged":
        draft.ask("funds", at, one.name)
    draft.ask("zero", at, one.name)
    return one.changed(clause=draft.document, provenance=draft.provenance())


def _block(draft: FormDraft, n: int, block: FreeBlock) -> FreeBlock:
    """A block of free rows, with as many rows a kind as the form has."""
    at: KeyPath = ("blocks", n)
    mine = [row for row in draft.outline.rows if row.levels and _stem(row) == block.path[-1]]
    weights = [row.weight for row in mine if row.weight is not None]
    weight = block.weight if block.weight is not None else sum(weights, Decimal(0)) or None
    kinds = [row.levels[1] for row in mine if len(row.levels) > 1]
    most = max((kinds.count(kind) for kind in kinds), default=len(mine))
    if mine:
        draft.cells[(*at, "path")] = draft.at(mine[0].row, Role.LEVEL1)
        if weight is not None and Role.WEIGHT in draft.outline.columns:
            first, last = (draft.at(row.row, Role.WEIGHT) for row in (mine[0], mine[-1]))
            draft.cells[(*at, "weight")] = f"{first}:{last.partition('!')[2]}"
    if weight is None:
        draft.ask("weight", at, block.path[-1])
    draft.ask("free", at, block.path[-1])
    for row in mine:
        draft.rows.append(
            DraftedRow(
                row.name,
                draft.at(row.row, Role.NAME),
                block.score.kind != "judged",
                bool(row.standard),
            )
        )
    return block.changed(
        weight=weight,
        rows=max(1, most),
        clause=draft.document,
        provenance=draft.provenance(),
    )


def _stem(row: OutlineRow) -> str:
    return weighted_label(row.levels[0]).stem
