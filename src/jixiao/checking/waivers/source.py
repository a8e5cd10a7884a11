"""Waivers as they are written: TOML, a table ``[[waiver]]`` each."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from dataclasses import replace
from typing import Any, Final

from jixiao.checking.waivers.model import Waiver, WaiverError
from jixiao.finding import entry, text_of

_NEEDED: Final = ("code", "reason", "who", "until")
_TEXTS: Final = ("code", "reason", "who", "department", "file", "indicator", "cell")
_ORDER: Final = ("code", "department", "file", "indicator", "cell", "reason", "who")


def read_waivers(content: bytes) -> tuple[Waiver, ...]:
    """Read the waivers of a file; ``WaiverError`` where one of them cannot be understood."""
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise WaiverError(text_of("checking.waivers.unreadable").fill(text=wrong)) from wrong
    listed = document.pop("waiver", [])
    if document or not isinstance(listed, list):
        key = next(iter(document), "waiver")
        raise WaiverError(text_of("checking.waivers.unknown-table").fill(key=key))
    return tuple(_waiver(number, plain) for number, plain in enumerate(listed, 1))


def _waiver(number: int, plain: Any) -> Waiver:
    def refused(id_: str, key: str) -> WaiverError:
        return WaiverError(text_of(f"checking.waivers.{id_}").fill(number=number, key=key))

    if not isinstance(plain, dict):
        raise refused("unknown-key", str(plain))
    if unknown := [key for key in plain if key not in (*_TEXTS, "until")]:
        raise refused("unknown-key", unknown[0])
    if missing := [key for key in _NEEDED if key not in plain]:
        raise refused("missing", missing[0])
    if empty := [key for key in _TEXTS if key in plain and not _is_text(plain[key])]:
        raise refused("no-text", empty[0])
    if type(plain["until"]) is not dt.date:
        raise refused("no-date", "until")
    try:
        entry(plain["code"])
    except KeyError:
        raise refused("no-code", plain["code"]) from None
    return Waiver(number=number, **plain)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def waiver_text(waiver: Waiver) -> str:
    """Write one waiver as it is in a file; what was written reads as the same waiver.

    >>> import datetime as dt
    >>> one = Waiver(1, "R101", "会议纪要3号", "王", dt.date(2026, 12, 31), file="a.xlsx")
    >>> read_waivers(waiver_text(one).encode()) == (one,)
    True
    """
    lines = ["[[waiver]]"]
    for key in _ORDER:
        value = getattr(waiver, key)
        if value is not None:
            lines.append(f"{key} = {json.dumps(value, ensure_ascii=False)}")
    lines.append(f"until = {waiver.until.isoformat()}")
    text = "\n".join(lines) + "\n"
    if read_waivers(text.encode()) != (replace(waiver, number=1),):
        raise WaiverError(text_of("checking.waivers.unwritable"))
    return text
