"""Checks as a SARIF 2.1.0 log, for platforms that show the findings of any checking tool.

A finding's place is the file, and in it the sheet and cell: as logical locations, and as a region
whose line and column are the row and column of the cell. The log bears no time stamps.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from json import dumps
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from jixiao.checking import Check
from jixiao.finding import CodeEntry, Lang, Severity, entry
from jixiao.reporting.record import CheckRecord, FindingRecord, FixRecord, record_of
from jixiao.version import __version__

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT: Final = "place/v1"
_LEVELS: Final = {"error": "error", "warning": "warning", "notice": "note"}
_CELL: Final = re.compile(r"([A-Z]+)([0-9]+)")
_OTHER: Final = {"zh": "en", "en": "zh"}
_LANGUAGES: Final = {"zh": "zh-CN", "en": "en-US"}


def to_sarif_text(checks: Sequence[Check], lang: Lang = "zh") -> str:
    """Write checks as one SARIF log with one run, indented, with a closing line end."""
    return dumps(to_sarif(checks, lang), ensure_ascii=False, indent=2) + "\n"


def to_sarif(checks: Sequence[Check], lang: Lang = "zh") -> dict[str, Any]:
    """Give checks as one SARIF log; rules are those that occur, in the order of their codes."""
    records = [record_of(check, lang) for check in checks]
    codes = sorted({found.code for record in records for found in record.findings})
    rules = {code: at for at, code in enumerate(codes)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "jixiao",
                        "version": __version__,
                        "rules": [_rule(entry(code), lang) for code in codes],
                    }
                },
                "language": _LANGUAGES[lang],
                "columnKind": "unicodeCodePoints",
                "artifacts": [_artifact(record) for record in records],
                "invocations": [
                    {"executionSuccessful": all(one.outcome == "checked" for one in records)}
                ],
                "results": [
                    result
                    for at, record in enumerate(records)
                    for result in _results(record, at, rules)
                ],
            }
        ],
    }


def _rule(about: CodeEntry, lang: Lang) -> dict[str, Any]:
    other = _OTHER[lang]
    return {
        "id": about.code,
        "shortDescription": {"text": about.title.text(lang)},
        "fullDescription": {"text": about.page.text(lang)},
        "help": {"text": f"{about.page.zh}\n\n{about.page.en}"},
        "defaultConfiguration": {"level": _level(about.severity.value)},
        "properties": {other: {"title": about.title.en if other == "en" else about.title.zh}},
    }


def _level(severity: str) -> str:
    return _LEVELS[Severity(severity).value]


def _artifact(record: CheckRecord) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": _uri(record.file)}}
    if record.sha256 is not None:
        artifact["hashes"] = {"sha-256": record.sha256}
    return artifact


def _uri(file: str) -> str:
    """Give a path as a reference: absolute ones with their scheme, the rest relative.

    >>> _uri("报送/a b.xlsx"), _uri("/in/a.xlsx")
    ('%E6%8A%A5%E9%80%81/a%20b.xlsx', 'file:///in/a.xlsx')
    """
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _results(record: CheckRecord, at: int, rules: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Give the results of one file, with fingerprints: rule, file name, place, indicator,
    whatever the words, and where several share these, their number.
    """
    seen: Counter[tuple[str | None, ...]] = Counter()
    name = PurePath(record.file.replace("\\", "/")).name
    for found in record.findings:
        marks = (found.code, name, found.sheet, found.cell, found.indicator)
        seen[marks] += 1
        print_ = hashlib.sha256(repr((*marks, seen[marks])).encode()).hexdigest()[:32]
        result = _result(record, found, at, rules[found.code])
        result["partialFingerprints"] = {FINGERPRINT: print_}
        yield result


def _result(record: CheckRecord, found: FindingRecord, at: int, rule: int) -> dict[str, Any]:
    said = f"{found.message}\n{found.remedy}"
    artifact = {"uri": _uri(record.file), "index": at}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact}}
    if found.sheet and found.cell:
        location["physicalLocation"]["region"] = _region(found.sheet, found.cell, None)
    logical = _logical(found)
    if logical:
        location["logicalLocations"] = logical
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _level(found.severity),
        "message": {"text": said},
        "locations": [location],
    }
    if found.waived is not None:
        said = f"{found.waived.reason} ({found.waived.who}, {found.waived.until})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": said}]
    changes = (found.fix,) if found.fix else found.choices
    if changes:
        result["fixes"] = [_fix(change, artifact) for change in changes]
    kept = {"indicator": found.indicator, "found": found.found, "expected": found.expected}
    kept |= {"because": found.because, "becauseCell": found.because_cell}
    properties = {name: value for name, value in kept.items() if value is not None}
    if properties:
        result["properties"] = properties
    return result


def _logical(found: FindingRecord) -> list[dict[str, str]]:
    if not found.sheet:
        return []
    sheet = {"name": found.sheet, "fullyQualifiedName": found.sheet, "kind": "sheet"}
    if not found.cell:
        return [sheet]
    return [{"name": found.cell, "fullyQualifiedName": found.place, "kind": "cell"}, sheet]


def _region(sheet: str, cell: str, text: str | None) -> dict[str, Any]:
    """Give a cell or an area as a region: its row as line, its column as column."""
    region: dict[str, Any] = {}
    corners = _CELL.findall(cell)
    if corners:
        region["startLine"], region["startColumn"] = _line_and_column(*corners[0])
        if len(corners) > 1:
            end, column = _line_and_column(*corners[-1])
            region["endLine"], region["endColumn"] = end, column + 1
    if text is not None:
        region["snippet"] = {"text": text}
    region["properties"] = {"sheet": sheet, "cell": cell}
    return region


def _line_and_column(letters: str, row: str) -> tuple[int, int]:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row), column


def _fix(fix: FixRecord, artifact: dict[str, Any]) -> dict[str, Any]:
    sheet, _, cell = fix.cell.rpartition("!")
    replacement = {
        "deletedRegion": _region(sheet, cell, fix.before),
        "insertedContent": {"text": fix.after},
    }
    return {
        "description": {"text": fix.why},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
    }
