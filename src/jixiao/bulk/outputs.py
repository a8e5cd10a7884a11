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
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jixiao.bulk.departments import Attribution, FolderAttribution
from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import Ledger
from jixiao.finding import Finding, Lang, Severity, entry, text_of
from jixiao.reporting import (
    COLUMNS,
    CheckRecord,
    FindingRecord,
    csv_row,
    finding_record,
    record_to_json_line,
)
from jixiao.writing import DueDepartment, ReturnRow, Summary, SummaryScope, replacing

NAMES = ("results.jsonl", "findings.csv", "summary.xlsx")


@dataclass(frozen=True)
class WrittenOutputs:
    """Findings of the whole run by severity, and outputs left alone: somebody changed them."""

    severities: Mapping[str, int]
    kept: tuple[str, ...]


def write_outputs(
    ledger: Ledger,
    attribution: FolderAttribution,
    skipped: Mapping[str, tuple[Finding, ...]],
    output: Path,
    copies: Mapping[str, str],
    scope: SummaryScope,
    lang: Lang,
) -> WrittenOutputs:
    """Write the outputs, or leave them where nothing has changed since they were written.

    ``skipped`` are files that were not checked, with the finding that says why; ``copies`` are the
    annotated copies by return, as paths below ``output``.
    """
    signature = _signature(ledger, attribution, skipped, copies, scope, lang)
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
        severities = _write(paths, ledger, attribution, skipped, copies, scope, lang)
        fresh = {name: sha256_of(path) for name, path in paths.items()}
        ledger.note("pending", json.dumps(fresh))  # ours, should the run be killed right here
    ledger.record_outputs(fresh.items())
    ledger.note("severities", json.dumps(severities))
    ledger.note("signature", signature if not kept else "")
    return WrittenOutputs(severities, kept)


def _signature(
    ledger: Ledger,
    attribution: FolderAttribution,
    skipped: Mapping[str, tuple[Finding, ...]],
    copies: Mapping[str, str],
    scope: SummaryScope,
    lang: Lang,
) -> str:
    digest = hashlib.sha256(f"{scope} {lang} {sorted(copies.items())}".encode())
    for relative, known in sorted(ledger.keys().items()):
        digest.update(repr((relative, known)).encode())
    for findings in (attribution.findings, skipped):
        for relative, found in sorted(findings.items()):
            digest.update(repr((relative, found)).encode())
    whole = (attribution.general, attribution.missing, attribution.broken, attribution.year)
    digest.update(repr(whole).encode())
    return digest.hexdigest()


def _write(
    paths: Mapping[str, Path],
    ledger: Ledger,
    attribution: FolderAttribution,
    skipped: Mapping[str, tuple[Finding, ...]],
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
                        _row(one, attribution.findings.get(one.relative, ()), copies, lang)
                        for one in attribution.returns
                    ],
                    _due(attribution, lang),
                    scope,
                )
            )
            if "summary.xlsx" in paths
            else None
        )
        for record in _records(ledger, attribution, lang):
            if lines:
                lines.write(record_to_json_line(record) + "\n")
            _list_findings(record.file, record.findings, rows, severities)
            if summary:
                summary.add(record)
        for relative, found in _findings_of_no_return(attribution, skipped):
            listed = [finding_record(item, lang) for item in found]
            _list_findings(relative, listed, rows, severities)
            if summary:
                summary.add_findings(relative, listed)
    return dict(severities)


def _due(attribution: FolderAttribution, lang: Lang) -> list[DueDepartment]:
    absent, broken = text_of("summary.missing.absent"), text_of("summary.missing.broken")
    why = {
        one.department.line: text_of(f"summary.missing.{one.uncounted}").fill(
            year=str(one.brief.year)
        )
        for one in attribution.returns
        if one.department and one.uncounted
    }
    return [
        *(
            DueDepartment(d.name, d.code, d.office, absent.text(lang), d.extra)
            for d in attribution.missing
        ),
        *(
            DueDepartment(d.name, d.code, d.office, why.get(d.line, broken).text(lang), d.extra)
            for d in attribution.broken
        ),
    ]


def _row(
    one: Attribution, findings: Sequence[Finding], copies: Mapping[str, str], lang: Lang
) -> ReturnRow:
    count = Counter(found.severity for found in findings)
    return ReturnRow(
        brief=one.brief,
        name=one.name,
        office=one.department.office if one.department else "",
        counts=one.counts,
        copy=copies.get(one.relative),
        errors=one.brief.errors + count[Severity.ERROR],
        warnings=one.brief.warnings + count[Severity.WARNING],
        uncounted=one.uncounted,
        extra=one.department.extra if one.department else (),
        remarks=tuple(dict.fromkeys(entry(found.code).title.text(lang) for found in findings)),
    )


def _opened(stack: ExitStack, path: Path | None, *, encoding: str) -> Any:
    if path is None:
        return None
    return stack.enter_context(path.open("w", encoding=encoding, newline=""))


def _records(ledger: Ledger, attribution: FolderAttribution, lang: Lang) -> Iterator[CheckRecord]:
    """Give each record with the findings that only the folder shows, most serious first."""
    for record in ledger.records():
        findings = [*record.findings]
        if record.outcome == "no-scoresheet":
            findings = [replace(found, severity="notice") for found in findings]
        extra = attribution.findings.get(record.file, ())
        findings.extend(finding_record(item, lang) for item in extra)
        findings.sort(key=_rank)
        yield replace(record, findings=tuple(findings))


def _rank(found: FindingRecord) -> int:
    return ("error", "warning", "notice").index(found.severity)


def _findings_of_no_return(
    attribution: FolderAttribution, skipped: Mapping[str, tuple[Finding, ...]]
) -> Iterable[tuple[str, tuple[Finding, ...]]]:
    """Findings about no checked return: missing departments first, then files skipped."""
    if attribution.general:
        yield "", attribution.general
    yield from sorted(skipped.items())


def _list_findings(
    relative: str,
    findings: Iterable[FindingRecord],
    rows: Any,
    severities: Counter[str],
) -> None:
    """Count findings by severity and write them to findings.csv where it is being written."""
    for found in findings:
        severities[found.severity] += 1
        if rows:
            rows.writerow(csv_row(relative, found))
