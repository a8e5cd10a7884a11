"""The rows of a summary as the ledger keeps them, so that they are written from there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from fractions import Fraction
from operator import attrgetter
from typing import Any

from jixiao.bulk.ledger import Ledger, ListedFile
from jixiao.reporting import (
    CheckBrief,
    FindingRecord,
    finding_to_text,
    findings_record_text,
    record_from_text,
)
from jixiao.writing import Census, ReturnRow

_BILLIONTHS = 10**9
_brief_values = attrgetter(*(one.name for one in fields(CheckBrief)))

_REST = [one.name for one in fields(ReturnRow) if one.name != "brief"]
_FILE = [one.name for one in fields(CheckBrief)].index("file")
_OFFICE, _COPY, _EXTRA = (_REST.index(name) for name in ("office", "copy", "extra"))
_rest_values = attrgetter(*_REST)


class LedgerRows:
    """The rows that a ledger lists; ``census`` counts them as they come to be listed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.census = Census()

    def ranked(self) -> Iterator[ReturnRow]:
        """The rows that count, the highest total first, those without a total last."""
        return map(row_from_text, self._ledger.ranked())


def list_return(row: ReturnRow, findings: Iterable[str], names: Mapping[str, str]) -> ListedFile:
    """Make the ledger's entry of a checked return; ``names`` are of indicators found fault with.

    Each of ``findings`` is as ``finding_to_text`` writes it.
    """
    total = row.ranking_total if row.counts else None
    return ListedFile(
        relative=row.relative,
        counts=row.counts,
        total=None if total is None else billionths(total),
        row=row_to_text(row),
        findings=joined_findings(findings, names),
    )


def list_other(
    relative: str, findings: Iterable[FindingRecord], departments: Sequence[str]
) -> ListedFile:
    """Make the ledger's entry of findings about no checked return, each about a department."""
    text = findings_to_text(findings, {}, departments)
    return ListedFile(relative, counts=False, total=None, row=None, findings=text)


def billionths(total: Fraction) -> int:
    """Write a total as a whole number to sort by.

    >>> billionths(Fraction("80.71"))
    80710000000
    """
    return total.numerator * _BILLIONTHS // total.denominator


def row_to_text(row: ReturnRow) -> str:
    """Write a row on one line."""
    plain = [_brief_values(row.brief), _rest_values(row)]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def row_from_text(text: str) -> ReturnRow:
    """Read a row that ``row_to_text`` wrote."""
    brief, rest = json.loads(text)
    return ReturnRow(CheckBrief(*brief), *map(_frozen, rest))


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def moved(
    text: str, relative: str, nearby: str | None, office: str, extra: Callable[[list[str]], Any]
) -> tuple[str, ReturnRow]:
    """Give the same row as it is in a summary elsewhere, as text and as a value.

    ``nearby`` is the way there from the new summary, None where none leads there; ``extra`` puts
    the further columns in their new order.
    """
    brief, rest = json.loads(text)
    brief[_FILE], rest[_OFFICE] = relative, office
    rest[_COPY] = f"{nearby}/{rest[_COPY]}" if rest[_COPY] and nearby else None
    rest[_EXTRA] = extra(rest[_EXTRA])
    whole = json.dumps([brief, rest], ensure_ascii=False, separators=(",", ":"))
    return whole, ReturnRow(CheckBrief(*brief), *map(_frozen, rest))


def findings_to_text(
    findings: Iterable[FindingRecord],
    names: Mapping[str, str],
    departments: Sequence[str] = (),
) -> str | None:
    """Write findings with the names of their indicators; None where there are none.

    ``departments`` are whom they are about, one for each, where that is no row of a return.
    """
    listed = tuple(findings)
    used = {key: names[key] for one in listed if (key := one.indicator or "") in names}
    return joined_findings(map(finding_to_text, listed), used, departments)


def joined_findings(
    texts: Iterable[str], names: Mapping[str, str], departments: Sequence[str] = ()
) -> str | None:
    """Write findings, each as ``finding_to_text`` writes it, as ``findings_to_text`` does."""
    listed = [*texts]
    if not listed:
        return None
    plain = findings_record_text(listed)
    whole = [names, plain, departments] if departments else [names, plain]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def findings_from_text(
    text: str,
) -> tuple[tuple[FindingRecord, ...], Mapping[str, str], Sequence[str]]:
    """Read findings, the names of their indicators and whom they are about, where that is kept."""
    names, plain, *rest = json.loads(text)
    return record_from_text(plain).findings, names, rest[0] if rest else ()
