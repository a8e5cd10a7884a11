"""Counts instead of forms: how many were issued, came back, and gave each answer.

The counting sheet of ``jixiao template --survey`` has a row for each group; people also write the
numbers one below the other, each next to its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from jixiao.scoresheet import SUM_WORDS
from jixiao.survey.answers import AnswerScale, plain
from jixiao.survey.columns import exported_columns
from jixiao.survey.tables import FormTable
from jixiao.survey.words import ISSUED, RETURNED, SUBJECT, VALID

Counts: TypeAlias = dict[str | int, int | None]

_ISSUED: Final = "issued"
_RETURNED: Final = "returned"
_VALID: Final = "valid"
_LEAST: Final = 2  # answers that must be counted
_MOST: Final = 60  # rows of a sheet of counts


@dataclass(frozen=True, slots=True)
class CountRow:
    """The counts of one group, as written; ``place`` is where, ``answers`` by place in the scale.

    None for what is not there.
    """

    place: str
    name: str
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    answers: Mapping[int, int] = field(default_factory=dict)


def counts_in(table: FormTable, scale: AnswerScale) -> tuple[CountRow, ...]:
    """Read the counts of a sheet; nothing where it holds none, or forms."""
    if any(len(exported_columns(row)) >= _LEAST for _, row in table.rows):
        return ()
    return tuple(_across(table, scale)) or tuple(_down(table, scale))


def _heading(text: str, scale: AnswerScale) -> str | int | None:
    """What a heading counts: forms issued, returned or valid, or the place of an answer."""
    name = plain(text).removesuffix("份数").removesuffix("(份)").removesuffix("数")
    name = name.removeprefix("回答").strip("“”\"'")
    place = None if name.isdigit() else scale.place(name)
    if place is not None:
        return place
    if "率" in name or "度" in name:
        return None
    for kind, words in ((_VALID, VALID), (_ISSUED, ISSUED), (_RETURNED, RETURNED)):
        if any(word in name for word in words):
            return kind
    return None


def _whole(text: str) -> int | None:
    number = plain(text).removesuffix("份").removesuffix(".0")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None


def _across(table: FormTable, scale: AnswerScale) -> Iterator[CountRow]:
    """Headings side by side, one row for each group."""
    heads: dict[int, str | int] = {}
    subject: int | None = None
    for number, row in table.rows:
        named = {c: h for c, text in enumerate(row) if (h := _heading(text, scale)) is not None}
        words = [plain(row[c]) for c, head in named.items() if isinstance(head, int)]
        if len(words) >= _LEAST and len(set(words)) == len(words):
            heads = named
            subject = next((c for c, text in enumerate(row) if plain(text) in SUBJECT), None)
            continue
        counts: Counts = {}
        for column, head in heads.items():
            if column < len(row):
                _add(counts, head, _whole(row[column]))
        name = row[subject].strip() if subject is not None and subject < len(row) else ""
        if not any(count is not None for count in counts.values()) or plain(name) in SUM_WORDS:
            continue
        yield _counted(table, number, name, counts)


def _down(table: FormTable, scale: AnswerScale) -> Iterator[CountRow]:
    """Names one below the other, each with its number in the next cell that holds one."""
    counts: Counts = {}
    words: set[str] = set()
    first = 0
    if len(table.rows) > _MOST:
        return
    for number, row in table.rows:
        for column, text in enumerate(row):
            head = _heading(text, scale)
            if head is None:
                continue
            value = next((v for t in row[column + 1 :] if (v := _whole(t)) is not None), None)
            if plain(text) in words or (head in counts and not isinstance(head, int)):
                return  # an answer that comes again is one of a form
            words.add(plain(text))
            if value is not None:
                _add(counts, head, value)
                first = first or number
            break
    if len(words) > len(counts) and not counts.keys() & {_ISSUED, _RETURNED, _VALID}:
        return  # two words for one answer, and nothing else that only a count has
    if sum(isinstance(head, int) for head in counts) >= _LEAST:
        yield _counted(table, first, "", counts)


def _add(counts: Counts, head: str | int, count: int | None) -> None:
    """Add a count; several words (满意, 非常满意) may mean one answer."""
    before = counts.get(head)
    counts[head] = count if before is None else before + (count or 0)


def _counted(
    table: FormTable, number: int, name: str, counts: Mapping[str | int, int | None]
) -> CountRow:
    answers: dict[int, int] = {}
    for head, count in counts.items():
        if isinstance(head, int) and count is not None:
            answers[head] = answers.get(head, 0) + count
    return CountRow(
        str(number) if table.sheet is None else f"{table.sheet}!{number}",
        name,
        counts.get(_ISSUED),
        counts.get(_RETURNED),
        counts.get(_VALID),
        answers,
    )


def rows_of_group(rows: Sequence[CountRow], names: Sequence[str]) -> list[CountRow]:
    """The rows of a group by any of its names; all rows where it has none."""
    wanted = {plain(name) for name in names if name}
    return [row for row in rows if not wanted or plain(row.name) in wanted]
