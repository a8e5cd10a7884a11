"""``--waivers`` and ``--write-waiver``: the waiver file read, and one waiver appended to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from jixiao.cli.shell import UsageProblem, print_notice
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.checking import Check, Waiver


def today() -> dt.date:
    """Give the day on which waivers are applied."""
    return dt.datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class WaiverWish:
    """A waiver that is asked for: ``place`` is a code, or a code and a cell (R101@评分表!H11)."""

    place: str
    path: Path
    reason: str
    who: str
    until: dt.date


def waivers_of(file: str, lang: Lang, *, may_lack: bool = False) -> tuple[Waiver, ...]:
    """Read a waiver file; one that cannot be used is wrong use."""
    from jixiao.checking import WaiverError, read_waivers

    path = Path(file)
    if not path.is_file():
        if may_lack and not path.exists():
            return ()
        raise UsageProblem(text_in("cli.waiving.no-file", lang, file=file))
    try:
        return read_waivers(path.read_bytes())
    except WaiverError as wrong:
        said = text_in("cli.waiving.unusable", lang, file=file, text=wrong.reason.text(lang))
        raise UsageProblem(said) from wrong


def wish_of(
    place: str | None,
    file: str | None,
    reason: str | None,
    who: str | None,
    until: str | None,
    *,
    files: int,
    lang: Lang,
) -> WaiverWish | None:
    """Gather the options of ``--write-waiver``; None where it is not asked for."""
    if place is None:
        if reason or who or until:
            raise UsageProblem(text_in("cli.waiving.alone", lang))
        return None
    if not (file and reason and reason.strip() and who and who.strip() and until) or files != 1:
        raise UsageProblem(text_in("cli.waiving.needs", lang))
    try:
        day = dt.date.fromisoformat(until)
    except ValueError:
        day = dt.date.min
    if day < today():
        raise UsageProblem(text_in("cli.waiving.no-date", lang, text=until))
    return WaiverWish(place, Path(file), reason.strip(), who.strip(), day)


def append_waiver(
    check: Check, waivers: Sequence[Waiver], wish: WaiverWish, lang: Lang
) -> tuple[Waiver, ...]:
    """Append the one finding that is meant to the file, say what was written, give all waivers."""
    from jixiao.checking import Waiver, WaiverError, waiver_text
    from jixiao.writing import write_bytes

    code, _, place = wish.place.strip().partition("@")
    there = [found for found in check.findings if check.checked]
    meant = [
        found
        for found in there
        if found.code == code.upper() and (not place or found.place == place)
    ]
    if len(meant) != 1:
        listed = text_in("words.separator", lang).join(
            f"{found.code}@{found.place}" if found.place else found.code for found in meant or there
        )
        id_ = "cli.waiving.several" if meant else "cli.waiving.none"
        raise UsageProblem(text_in(id_, lang, asked=wish.place, there=listed or "—"))
    found = meant[0]
    waiver = Waiver(
        number=len(waivers) + 1,
        code=found.code,
        reason=wish.reason,
        who=wish.who,
        until=wish.until,
        department=check.department,
        file=None if check.department else PurePath(check.file).name,
        indicator=None if found.cell else found.indicator,
        cell=found.place if found.cell else None,
    )
    try:
        text = waiver_text(waiver)
    except WaiverError as wrong:
        raise UsageProblem(wrong.reason.text(lang)) from wrong
    before = wish.path.read_bytes() if wish.path.exists() else b""
    gap = b"" if not before else b"\n" if before.endswith(b"\n") else b"\n\n"
    write_bytes(wish.path, before + gap + text.encode())
    said = text_in("cli.waiving.written", lang, file=wish.path, number=waiver.number, text=text)
    print_notice(said.rstrip("\n"))
    return (*waivers, waiver)
