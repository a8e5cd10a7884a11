"""Check a patched file against its source before anybody gets it.

Untouched members must have the same packed bytes in the same order, changed parts must equal the
original once the recorded splices are undone, and the cells of the original sheets must read the
same, but for those that were edited, which must hold what was written. Gives the first thing that
is not so, or None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, overload

from jixiao.workbook import limits
from jixiao.workbook.addresses import read_place
from jixiao.workbook.calculation import CellEdit
from jixiao.workbook.container import Package, ZipArchive, feed, new_parser, open_archive
from jixiao.workbook.editing.model import Record
from jixiao.workbook.editing.splice import undo_splices
from jixiao.workbook.editing.text import as_utf8
from jixiao.workbook.model import Cell, CellKind
from jixiao.workbook.reading import CellReader, SharedStrings
from jixiao.workbook.refusal import Refused


def verify_patch(
    package: Package, content: bytes, record: Record, sheets: Iterable[str]
) -> str | None:
    """Compare ``content`` with the package it was made from; ``sheets`` are parts to read again."""
    try:
        output = Package.of(open_archive(content))
        return (
            _compare_members(package.archive, output.archive, record)
            or _compare_changed(package, output, record)
            or _parse_new(output, record)
            or next(
                filter(None, (_compare_cells(package, output, p, record.edited) for p in sheets)),
                None,
            )
        )
    except Refused as refused:
        return f"{refused.finding.code} {refused.finding.found or ''}".strip()


def _compare_members(before: ZipArchive, after: ZipArchive, record: Record) -> str | None:
    touched = record.changed.keys() | record.replaced
    if len(after.members) != len(before.members) + len(record.added):
        return "members"
    for old, new in zip(before.members, after.members, strict=False):
        if old.name != new.name:
            return old.name
        if old.path in touched:
            continue
        if before.raw(old) != after.raw(new):
            return old.name
    return None


def _compare_changed(package: Package, output: Package, record: Record) -> str | None:
    for path, splices in record.changed.items():
        before = as_utf8(package.part(path), path)
        after = as_utf8(output.part(path), path)
        if before.encoding != after.encoding or undo_splices(after.text, splices) != before.text:
            return path
    return None


def _parse_new(output: Package, record: Record) -> str | None:
    """Parse every part that was written, but for drawings, which may be no XML to begin with."""
    for path in (*record.changed, *record.added, *record.replaced):
        if not path.lower().endswith(".vml"):
            parser = new_parser(path, encoding="utf-8")
            feed(parser, (as_utf8(output.part(path), path).text,), path)
    return None


def _compare_cells(
    package: Package, output: Package, part: str, edited: Mapping[str, Sequence[CellEdit]]
) -> str | None:
    wanted = {read_place(edit.cell): edit for edit in edited.get(part, ())}
    try:
        before = _cells(package, part)
    except Refused:
        return None  # could not be read before either; undoing the splices has been checked
    after = _cells(output, part)
    if before.keys() - wanted.keys() != after.keys() - wanted.keys():
        return part
    for place, cell in before.items():
        if place not in wanted and _value(cell) != _value(after[place]):
            return f"{part} {cell.address}"
    for written, edit in wanted.items():
        if written is None or not _is_edited(before.get(written), after.get(written), edit):
            return f"{part} {edit.cell}"
    return None


def _is_edited(before: Cell | None, after: Cell | None, edit: CellEdit) -> bool:
    """Whether a cell holds what was to be written."""
    if after is None:
        return edit.kind is CellKind.BLANK
    kept = before.formula if before is not None and edit.keeps_formula else edit.formula
    if (after.formula, after.raw) != (kept, edit.raw):
        return False
    return after.kind in ((edit.kind,) if edit.raw else (CellKind.BLANK, CellKind.TEXT))


def _value(cell: Cell) -> tuple[object, ...]:
    return cell.kind, cell.raw, cell.formula, cell.formula_kind, cell.has_cached


class _Numbers(Sequence[str]):
    """Take the place of the shared texts, which are untouched: each text is its own number."""

    def __len__(self) -> int:
        return limits.now().shared_strings

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        return str(index)


class _Names(Mapping[str, str]):
    """Find those texts by their number as cells write it."""

    def __getitem__(self, written: str) -> str:
        if written.isascii() and written.isdecimal() and len(written) < len(_MOST):
            return str(int(written))
        raise KeyError(written)

    def __len__(self) -> int:
        return limits.USUAL.shared_strings

    def __iter__(self) -> Iterator[str]:
        return map(str, range(len(self)))


_MOST: Final = str(limits.USUAL.shared_strings)
_TEXTS: Final = SharedStrings(_Numbers(), by_number=_Names())


def _cells(package: Package, part: str) -> dict[tuple[int, int], Cell]:
    return CellReader(part, texts=_TEXTS).read(package, part)
