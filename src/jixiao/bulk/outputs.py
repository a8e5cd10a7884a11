"""Write what a bulk run gives: results.jsonl, findings.csv and summary.xlsx, from the ledger.

Returns are streamed in order of relative path, so the outputs are the same for any number of
workers and memory does not grow with the folder. Outputs that would come out the same are left.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from jixiao.bulk.departments import Standing, Standings
from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import Ledger
from jixiao.finding import Finding, Lang, Severity, entry
from jixiao.reporting import COLUMNS, csv_row, finding_to_json
from jixiao.writing import DueDepartment, HandedIn, Summary, SummaryScope, replacing

_BROKEN = "报送的文件不能核对，需重新报送"
NAMES = ("results.jsonl", "findings.csv", "summary.xlsx")


@dataclass(frozen=True)
class WrittenOutputs:
    """Findings of the whole run by severity, and outputs left alone: somebody changed them."""

    severities: Mapping[str, int]
    kept: tuple[str, ...]


def write_outputs(
    ledger: Ledger,
    standings: Standings,
    aside: Mapping[str, tuple[Finding, ...]],
    output: Path,
    copies: Mapping[str, str],
    scope: SummaryScope,
    lang: Lang,
) -> WrittenOutputs:
    """Write the outputs, or leave them where nothing has changed since they were written.

    ``aside`` are files that were not checked, with the finding that says why; ``copies`` are the
    annotated copies by return, as paths below ``output``.
    """
    signature = _signature(ledger, standings, aside, copies, scope, lang)
    recorded, pending = ledger.outputs(), json.loads(ledger.meta("pending") or "{}")
    present = [name for name in NAMES if (output / name).exists()]
    kept = tuple(
        name
        for name in present
        if sha256_of(output / name) not in {recorded.get(name), pending.get(name)}
    )
    if ledger.meta("signature") == signature and len(present) == len(NAMES):
        severities = json.loads(ledger.meta("severities") or "{}")
        return WrittenOutputs(severities, kept)
    with ExitStack() as stack:
        paths = {n: stack.enter_context(replacing(output / n)) for n in NAMES if n not in kept}
        severities = _write(paths, ledger, standings, aside, copies, scope, lang)
        fresh = {name: sha256_of(path) for name, path in paths.items()}
        ledger.note("pending", json.dumps(fresh))  # ours, should the run be killed right here
    ledger.record_outputs(fresh.items())
    ledger.note("severities", json.dumps(severities))
    ledger.note("signature", signature if not kept else "")
    return WrittenOutputs(severities, kept)


def _signature(
    ledger: Ledger,
    standings: Standings,
    aside: Mapping[str, tuple[Finding, ...]],
    copies: Mapping[str, str],
    scope: SummaryScope,
    lang: Lang,
) -> str:
    digest = hashlib.sha256(f"{scope} {lang} {sorted(copies.items())}".encode())
    for relative, known in sorted(ledger.keys().items()):
        digest.update(repr((relative, known)).encode())
    for remarks in (standings.remarks, aside):
        for relative, found in sorted(remarks.items()):
            digest.update(repr((relative, found)).encode())
    digest.update(
        repr((standings.general, standings.missing, standings.broken, standings.year)).encode()
    )
    return digest.hexdigest()


def _write(
    paths: Mapping[str, Path],
    ledger: Ledger,
    standings: Standings,
    aside: Mapping[str, tuple[Finding, ...]],
    copies: Mapping[str, str],
    scope: SummaryScope,
    lang: Lang,
) -> dict[str, int]:
    severities: Counter[str] = Counter({"error": 0, "warning": 0, "notice": 0})
    with ExitStack() as stack:
        lines = _opened(stack, paths.get("results.jsonl"), encoding="utf-8")
        table = _opened(stack, paths.get("findings.csv"), encoding="utf-8-sig")
        rows = csv.writer(table) if table else None
        if rows:
            rows.writerow(COLUMNS)
        summary = (
            stack.enter_context(
                Summary(
                    paths["summary.xlsx"],
                    [
                        _handed(one, standings.remarks.get(one.relative, ()), copies)
                        for one in standings.returns
                    ],
                    [
                        *(
                            DueDepartment(d.name, d.code, d.office, "未报送")
                            for d in standings.missing
                        ),
                        *(
                            DueDepartment(d.name, d.code, d.office, _BROKEN)
                            for d in standings.broken
                        ),
                    ],
                    scope,
                )
            )
            if "summary.xlsx" in paths
            else None
        )
        for relative, document, line in _documents(ledger, standings, lang):
            if lines:
                lines.write(line + "\n")
            _tell(relative, document["findings"], rows, severities)
            if summary:
                summary.add(relative, document)
        for relative, found in _loose(standings, aside):
            told = [finding_to_json(item, lang) for item in found]
            _tell(relative, told, rows, severities)
            if summary:
                summary.add_loose(relative, told)
    return dict(severities)


def _handed(standing: Standing, remarks: Sequence[Finding], copies: Mapping[str, str]) -> HandedIn:
    head = standing.head
    told = Counter(found.severity for found in remarks)
    return HandedIn(
        relative=standing.relative,
        name=standing.name,
        office=standing.department.office if standing.department else "",
        outcome=standing.outcome,
        counts=standing.counts,
        year=standing.year,
        rulebook=standing.rulebook,
        claimed=_points(head.claimed),
        computed=_points(head.computed),
        reviewed=_points(head.reviewed),
        claimed_grade=head.claimed_grade,
        computed_grade=head.computed_grade,
        copy=copies.get(standing.relative),
        errors=head.errors + told[Severity.ERROR],
        warnings=head.warnings + told[Severity.WARNING],
        remarks=tuple(dict.fromkeys(entry(found.code).title.zh for found in remarks)),
    )


@lru_cache(maxsize=16_384)  # thousands of returns share their totals
def _points(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(repr(number))


def _opened(stack: ExitStack, path: Path | None, *, encoding: str) -> Any:
    if path is None:
        return None
    return stack.enter_context(path.open("w", encoding=encoding, newline=""))


def _documents(
    ledger: Ledger, standings: Standings, lang: Lang
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Each check object with the findings that only the folder shows, and it as a line of JSON."""
    for kept in ledger.entries():
        line = kept.document.decode()
        document = json.loads(line)
        as_checked = document["findings"]
        findings = [*as_checked]
        if kept.outcome == "no-scoresheet":
            findings = [{**found, "severity": "notice"} for found in findings]
        extra = standings.remarks.get(kept.relative, ())
        findings.extend(finding_to_json(item, lang) for item in extra)
        findings.sort(key=_rank)
        if findings != as_checked:
            document["findings"] = findings
            line = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        yield kept.relative, document, line


def _rank(found: Mapping[str, Any]) -> int:
    return ("error", "warning", "notice").index(found["severity"])


def _loose(
    standings: Standings, aside: Mapping[str, tuple[Finding, ...]]
) -> Iterable[tuple[str, tuple[Finding, ...]]]:
    """Findings about no checked return: missing departments first, then files set aside."""
    if standings.general:
        yield "", standings.general
    yield from sorted(aside.items())


def _tell(
    relative: str,
    findings: list[dict[str, Any]],
    rows: Any,
    severities: Counter[str],
) -> None:
    for found in findings:
        severities[found["severity"]] += 1
        if rows:
            rows.writerow(csv_row(relative, found))
