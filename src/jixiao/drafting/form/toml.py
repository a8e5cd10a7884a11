"""Write a drafted rulebook as TOML: what is not the default, each value with its cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jixiao.drafting.form.model import DraftedForm, KeyPath, topics_of
from jixiao.finding import chinese_text

ASK_MARK = "# 请定："
_SET_BY_LOADER = {"sha256", "path", "origins"}
_SCALARS_FIRST = (str, int, float, Decimal, bool)
_SHARES = frozenset(("step", "target"))
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\r": "", "\n": "\\n"}


def draft_text(drafted: DraftedForm) -> str:
    """The text of the rulebook file; read again it is the rulebook drafted."""
    return "\n".join([*_lines(drafted), *_asked(drafted)]) + "\n"


def _asked(drafted: DraftedForm) -> Iterator[str]:
    """What must be decided, once a class, at the end of the file."""
    found = topics_of(drafted.questions)
    if found:
        yield from ("", "# " + chinese_text("drafting.file.asked"))
    for text, rows in found:
        names = "、".join(dict.fromkeys(rows))
        yield "# " + _one_line(f"{text.zh}{f'（{names}）' if names else ''}")


def _lines(drafted: DraftedForm) -> Iterator[str]:
    book = drafted.rulebook
    content: dict[str, Any] = book.content(is_sparse=True, without=_SET_BY_LOADER)
    yield "# " + chinese_text("drafting.file.head", source=drafted.source)
    yield "# " + chinese_text("drafting.file.how")
    yield ""
    for key, value in content.items():
        if not _is_table(value):
            yield from _before(drafted, (key,))
            yield _entry(key, value, (key,), drafted.cells)
    for key in ("title", "year", "clause", "total", "grades"):
        if key not in content or _is_table(content[key]):
            yield from _before(drafted, (key,))
    for key, value in content.items():
        if isinstance(value, Mapping):
            yield from ("", f"[{key}]")
            for name, item in value.items():
                yield _entry(name, item, (key, name), drafted.cells)
        elif _is_table(value):
            yield from _tables(key, value, drafted)


def _is_table(value: Any) -> bool:
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    return isinstance(value, Mapping) or (is_list and any(isinstance(v, Mapping) for v in value))


def _tables(key: str, entries: Iterable[Mapping[str, Any]], drafted: DraftedForm) -> Iterator[str]:
    for n, entry in enumerate(entries):
        yield from ("", f"[[{key}]]")
        yield from _before(drafted, (key, n))
        is_share = entry.get("rate_unit", "%") == "%"
        for name, value in entry.items():
            yield _entry(name, value, (key, n, name), drafted.cells, is_share=is_share)


def _before(drafted: DraftedForm, at: KeyPath) -> Iterator[str]:
    """What is said and asked above a value or an entry."""
    for remark in drafted.remarks.get(at, ()):
        yield f"# {_one_line(remark)}"
    for question in drafted.questions:
        if question.at == at:
            yield f"{ASK_MARK}{_one_line(question.text.zh)}"


def _entry(
    key: str, value: Any, at: KeyPath, cells: Mapping[KeyPath, str], *, is_share: bool = False
) -> str:
    cell = cells.get(at)
    note = f"  # {_one_line(cell)}" if cell else ""
    if key == "cases":
        rows = "".join(f"\n  {_value(one, '', is_share=False)}," for one in value)
        return f"cases = [{rows}\n]"
    return f"{_key(key)} = {_value(value, key, is_share=is_share)}{note}"


def _value(value: Any, key: str, *, is_share: bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        if is_share and key in _SHARES:
            return f'"{_plain(value * 100)}%"'
        return _plain(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        is_share = value.get("unit", "%") == "%" if "points" in value else is_share
        ordered = sorted(value.items(), key=lambda item: item[0] != "kind")
        inner = ", ".join(
            f"{_key(k)} = {_value(v, k, is_share=is_share)}" for k, v in ordered if v is not None
        )
        return f"{{ {inner} }}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_value(v, key, is_share=is_share) for v in value) + "]"
    return str(value)


def _plain(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    return text if text != "-0" else "0"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    shown = "".join(
        _ESCAPES.get(sign, sign if sign >= " " and sign != "\x7f" else f"\\u{ord(sign):04x}")
        for sign in text
    )
    return f'"{shown}"'


def _one_line(text: str) -> str:
    return "".join(max(sign, " ") for sign in " ".join(text.split()))
