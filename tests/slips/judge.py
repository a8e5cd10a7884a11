"""Judge what the checker says of a slip: found, root named, and whether its remedies can be obeyed.

A remedy is obeyed to the letter: a ``fix`` types ``to`` into ``cell``; an error without one that
says to change a cell to what it expects is obeyed likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from slips.book import Content
from slips.excel import Address
from slips.form import Return
from slips.kinds import Slip

Report = Mapping[str, Any]  # the object jixiao.check/1
SERIOUS = ("error", "warning")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_TAMPERED = ("X101", "X102")


@dataclass(frozen=True)
class Trial:
    """One slip in one return. ``apart`` says why the sheet alone cannot tell the root."""

    kind: str
    name: str
    honest: Return
    faulty: Return
    slip: Slip
    apart: str | None = None


@dataclass(frozen=True)
class Order:
    """A remedy to be obeyed: type ``to`` into ``cell``."""

    cell: Address
    to: Content
    code: str


@dataclass(frozen=True)
class Judgement:
    """What came of one trial. ``harm`` names what an obeyed remedy would make wrong."""

    found: bool
    named: bool
    harm: tuple[str, ...]
    unclean: tuple[str, ...]
    said: tuple[str, ...]
    told: tuple[str, ...] = ()  # the messages, with what is to be typed


def serious(report: Report) -> list[Report]:
    """Errors and warnings that no other finding explains."""
    return [f for f in report["findings"] if f["severity"] in SERIOUS and not f.get("because")]


def place(finding: Report) -> Address | None:
    """Where a finding is."""
    return _address(finding["cell"], finding["sheet"]) if finding["cell"] else None


def orders(report: Report) -> Iterator[Order]:
    """What the report tells its reader to type, and where."""
    for finding in report["findings"]:
        if finding.get("because"):
            continue
        fix = finding.get("fix")
        if fix:
            at = _address(fix["cell"], finding["sheet"])
            yield Order(at, content_of(fix["to"]), finding["code"])
            continue
        if finding.get("choices"):  # the reader has to find out which
            continue
        at, expected = place(finding), finding["expected"]
        is_reported = expected and "／" not in expected and expected in finding["remedy"]
        if at is not None and is_reported and finding["severity"] == "error":
            yield Order(at, content_of(expected), finding["code"])


def _address(cell: str, sheet: str | None) -> Address:
    own, mark, at = cell.rpartition("!")
    return (own.strip("'") if mark else sheet or "", at.replace("$", ""))


def content_of(written: Any) -> Content:
    """What a person types who reads ``written``."""
    if written is None or written == "":
        return None
    if isinstance(written, int | float):
        return Decimal(str(written))
    text = str(written).strip()
    bare = text.removesuffix("分").removesuffix("%")
    if _NUMBER.fullmatch(bare):
        number = Decimal(bare.replace(",", ""))
        return number / 100 if text.endswith("%") else number
    return text


def same(one: Content, other: Content) -> bool:
    """Whether two contents of a cell are the same to a reader."""
    if isinstance(one, Decimal) or isinstance(other, Decimal):
        a, b = _decimal(one), _decimal(other)
        return a is not None and b is not None and abs(a - b) <= abs(b) * Decimal("1e-9")
    return _bare(one) == _bare(other)


def _decimal(content: Content) -> Decimal | None:
    try:
        return Decimal(content) if content is not None else None
    except InvalidOperation:
        return None


def _bare(content: Content) -> str:
    return "".join(str(content or "").split()).lstrip("=")


def judge(trial: Trial, report: Report, after: Report | None) -> Judgement:
    """Judge a report on the faulty return; ``after`` is that once all remedies were obeyed."""
    told = serious(report)
    given = list(orders(report))
    harm = [f"{o.code} {o.cell[1]}:={str(o.to)[:30]}" for o in given if _does_harm(trial, o)]
    left = serious(after) if after is not None else []
    if len(trial.slip.typed) > 1:  # what was said before, and what to choose, may still be open
        known = {(f["code"], f["cell"]) for f in told}
        left = [f for f in left if (f["code"], f["cell"]) not in known]
    return Judgement(
        bool(told),
        _is_named(trial, told),
        tuple(harm),
        tuple(f"{f['code']} {f['cell']}" for f in left),
        tuple(f"{f['severity'][0]}{f['code']} {f['cell']}" for f in told),
        tuple(_full(f) for f in told[:3]),
    )


def _full(finding: Report) -> str:
    fixes = [finding["fix"]] if finding.get("fix") else finding.get("choices", ())
    typed = "; ".join(f"{fix['cell']} := {fix['to']}" for fix in fixes[:4])
    return f"{finding['code']} {finding['message'][:140]} | {finding['remedy'][:90]} | {typed}"


def _does_harm(trial: Trial, order: Order) -> bool:
    """Whether a remedy makes a right cell wrong."""
    if trial.slip.deleted is not None:
        return True  # no cell of such a return is wrong
    if order.cell in trial.slip.typed:
        right = trial.honest.content(order.cell)
        return isinstance(right, str) and right.startswith("=") and not same(order.to, right)
    return not same(trial.honest.content(order.cell), order.to)


def _is_named(trial: Trial, told: Sequence[Report]) -> bool:
    """Whether the roots are where something was typed wrong, and what is right is said."""
    if trial.slip.parts:  # each as if the other had not been made
        each = [replace(trial, slip=part) for part in trial.slip.parts]
        others = [
            [f for f in told if not any(_hits(o, f) for o in each if o is not e)] for e in each
        ]
        return all(_is_named(one, rest) for one, rest in zip(each, others, strict=True))
    if trial.slip.deleted is not None:
        return any(f["indicator"] == trial.slip.deleted for f in told)
    hits = [f for f in told if _hits(trial, f)]
    listing = [f for f in told if trial.slip.naming == "listed" and _is_listed(trial, f)]
    if any(f["severity"] == "error" for f in told if f not in hits and f not in listing):
        return False
    if listing:
        return True
    if trial.slip.naming not in (
        "value",
        "listed",
    ):  # what is right is not to be had: nothing is guessed
        return bool(hits) and all(_is_right(trial, f) for f in hits if f.get("fix"))
    return any(_is_right(trial, f) for f in hits)


def _hits(trial: Trial, finding: Report) -> bool:
    at = finding.get("fix") and _address(finding["fix"]["cell"], finding["sheet"])
    return (at or place(finding)) in (trial.slip.related or trial.slip.typed)


def _is_listed(trial: Trial, finding: Report) -> bool:
    """Whether what is right stands among changes that are as likely."""
    for choice in finding.get("choices", ()):
        at = _address(choice["cell"], finding["sheet"])
        right = trial.honest.content(at)
        if at in trial.slip.typed and same(content_of(choice["to"]), right):
            return True
    return False


def _is_right(trial: Trial, finding: Report) -> bool:
    fixes = [finding["fix"]] if finding.get("fix") else finding.get("choices", ())
    if fixes:  # where several values are as likely, the right one is among them
        cells = [_address(fix["cell"], finding["sheet"]) for fix in fixes]
        pairs = list(zip(cells, fixes, strict=True))
        is_one = all(at in trial.slip.typed for at in cells)
        return is_one and any(
            same(content_of(f["to"]), trial.honest.content(at)) for at, f in pairs
        )
    at = place(finding)
    right = trial.honest.content(at) if at is not None else None
    if isinstance(right, str) and right.startswith("="):
        return finding["code"] in _TAMPERED or _bare(right) in _bare(finding["remedy"])
    return same(content_of(finding["expected"]), right)
