"""When a workbook says that it was saved last: the time kept inside the package."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from jixiao.workbook.container import Package

_KIND: Final = "core-properties"
_OF_ODS: Final = "meta.xml"
_TIME: Final = re.compile(rb"<(?:\w+:)?(?:modified|date)\b[^>]*>\s*([0-9T:.+Zz-]{10,40})\s*</")
_LARGEST: Final = 65_536  # bytes of such a part; there is no more to say
_UNSET: Final = 1990  # some programs write the beginning of their calendar


def saved_at(package: Package, *, is_ods: bool = False) -> str | None:
    """Give the time of the last saving in UTC, to the second; None where the package has none.

    The text sorts by time: ``2018-03-05T08:11:02``. Damaged or senseless times count as none.
    """
    found = package.related("", _KIND)
    path = _OF_ODS if is_ods else found.target if found else None
    member = package.find(path) if path else None
    if path is None or member is None or member.size > _LARGEST:
        return None
    written = _TIME.search(package.part(path))
    return None if written is None else _in_utc(written[1].decode().upper())


def _in_utc(written: str) -> str | None:
    """Bring a time to UTC; one without a zone is taken as it is.

    >>> _in_utc("2018-03-05T16:11:02+08:00"), _in_utc("1601-01-01T00:00:00Z"), _in_utc("2018-3")
    ('2018-03-05T08:11:02', None, None)
    """
    try:
        time = dt.datetime.fromisoformat(written)
        if time.tzinfo is not None:
            time = time.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
    return f"{time:%Y-%m-%dT%H:%M:%S}" if time.year >= _UNSET else None
