"""Whatever is written is sound by the validators of others, and every reader sees what is in it."""

from __future__ import annotations

import functools
import io
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import jixiao
from hostile.foreign import cell, ods
from jixiao.checking import plan_fixes, workings_of
from jixiao.finding import finding
from jixiao.scoresheet import Scoresheet, locate_scoresheet
from jixiao.workbook import (
    AddedCell,
    AddedLine,
    AddedSheet,
    CellKind,
    Workbook,
    alone,
    read_workbook,
)
from jixiao.writing import carried_copy, fixed_content
from jixiao.writing.annotation import prepared
from strategies.featured import featured
from validators.breakages import BREAKAGES, broken, sound
from validators.lint import broken_rules
from validators.programs import OFFICES, Errors, audit_errors, sdk_errors, seen_by_readers, written

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
pytestmark = [pytest.mark.validators, pytest.mark.slow]


def copy_of(content: bytes, name: str) -> bytes:
    """The annotated copy of a workbook in memory."""
    check = jixiao.check(content)
    return prepared(check, Path(name)).content


@functools.cache
def issued() -> Mapping[str, bytes]:
    """The blank workbooks and the samples."""
    paths = (*(ROOT / "workbook_templates").glob("*.xlsx"), *(ROOT / "samples").glob("*.xlsx"))
    return {path.name: path.read_bytes() for path in sorted(paths)}


@functools.cache
def copies() -> Mapping[str, bytes]:
    """Annotated copies of all that is issued, and of what comes in other forms."""
    five = cell("float", 'office:value="5"', "5")
    rows = f"<table:table-row>{five}</table:table-row>"
    lines = (AddedLine((AddedCell("审核结果"),)),)
    others = {
        "featured.xlsx": copy_of(featured(), "f.xlsx"),
        "values.xlsx": copy_of(ods(rows), "v.xlsx"),
        "conversation.xlsx": sound(),
        "alone.xlsx": alone(lambda _: AddedSheet("审核结果", lines), finding("F900")).content,
    }
    made = {f"copy-{name}": copy_of(content, name) for name, content in issued().items()}
    return made | others


@functools.cache
def mended() -> Mapping[str, bytes]:
    """What ``--fix`` and ``--annotate --workings`` write, and the one after the other."""
    made: dict[str, bytes] = {}
    for path in sorted((ROOT / "samples").glob("*.xlsx")):
        content = path.read_bytes()
        check = jixiao.check(content)
        shown = prepared(check, path, workings=workings_of(content, check)).content
        assert "计算底稿" in openpyxl.load_workbook(io.BytesIO(shown), read_only=True).sheetnames
        made[f"workings-{path.name}"] = shown
        plan = plan_fixes(content, check)
        if plan.fixes:
            fixed = fixed_content(plan, content)
            assert fixed is not None
            made[f"fixed-{path.name}"] = fixed
            made[f"copy-fixed-{path.name}"] = copy_of(fixed, path.name)
    assert sum(name.startswith("fixed-") for name in made) >= 5
    return made


@functools.cache
def carried() -> Mapping[str, bytes]:
    """What ``jixiao carry`` makes of the samples, in their own template and in another one."""
    made: dict[str, bytes] = {}
    for path in sorted((ROOT / "samples").glob("*.xlsx")):
        own = jixiao.load_rulebook("nanchang-2017")
        workbook = read_workbook(path)
        assert isinstance(workbook, Workbook)
        found = locate_scoresheet(workbook, [own], asked=own)
        assert isinstance(found, Scoresheet)
        for book in (own, jixiao.load_rulebook("yueyang-2018")):
            made[f"carried-{book.id}-{path.name}"] = carried_copy(found, book).content
    assert len(made) >= 20
    return made


@functools.cache
def again() -> Mapping[str, bytes]:
    """Copies of copies."""
    return {f"again-{name}": copy_of(content, name) for name, content in copies().items()}


COMMANDS = (
    "bulk {samples}/bulk --output first --fail-on never --notices --deadline 2099-12-31",
    "bulk {samples}/bulk-second-round --output second --fail-on never --previous first",
    "combine first second --output both",
    "template nanchang-2017 --survey --output survey",
    "template nanchang-2017 --output blank.xlsx",
    (
        "survey {samples}/survey/问卷星-303份.xlsx --rulebook nanchang-2017 --into blank.xlsx"
        " --output filled.xlsx"
    ),
    "draft-report {samples}/nanchang-2017-waiqiao.xlsx --output report.docx",
    (
        "validate {samples}/nanchang-2017-sum-wrong.xlsx --report report.docx --annotate a.xlsx"
        " --fail-on never"
    ),
)


@pytest.fixture(scope="module")
def outputs(
    tmp_path_factory: pytest.TempPathFactory, program: tuple[str, ...]
) -> Mapping[str, bytes]:
    """What commands write, by numbered names: copies of a season, summaries, letters, surveys."""
    folder = tmp_path_factory.mktemp("outputs")
    for line in COMMANDS:
        words = [word.format(samples=ROOT / "samples") for word in line.split()]
        subprocess.run([*program, *words], check=True, capture_output=True, cwd=folder)
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".xlsx", ".docx"))
    made = {f"{number}-{path.name}": path.read_bytes() for number, path in enumerate(paths)}
    kinds = Counter(name.partition("-")[2].rpartition(".")[2] for name in made)
    assert kinds["docx"] >= 5
    assert sum(name.endswith("-summary.xlsx") for name in made) == 3
    return made


@pytest.fixture(scope="module")
def workbooks(outputs: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The workbooks among them."""
    return {name: content for name, content in outputs.items() if name.endswith(".xlsx")}


@functools.cache
def corpus() -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """Public workbooks that can be annotated in place, before and after."""
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    for path in sorted(CORPUS.glob("*.xl[st][xm]")):
        check = jixiao.check(path)
        if check.outcome == "unreadable":
            continue
        patched = prepared(check, Path(path.name))
        assert not patched.is_alone, path.name
        before[path.name] = path.read_bytes()
        after[path.name] = patched.content
    return before, after


@pytest.mark.parametrize("office", OFFICES)
def test_the_sdk_finds_nothing_in_what_we_write(
    office: str, workbooks: Mapping[str, bytes]
) -> None:
    contents = copies()
    if office == OFFICES[-1]:  # of the newest rules, everything
        contents = {**issued(), **copies(), **mended(), **carried(), **again(), **workbooks}
    folder, paths = written(contents)
    with folder:
        found = dict(zip(contents, sdk_errors(paths, office), strict=True))
    assert {name: errors for name, errors in found.items() if errors} == {}


def test_audit_and_lint_find_nothing_in_what_we_write(workbooks: Mapping[str, bytes]) -> None:
    contents = {**issued(), **copies(), **mended(), **carried(), **again(), **workbooks}
    folder, paths = written(contents)
    with folder:
        found = {path.name: audit_errors(path) for path in paths}
    assert {name: errors for name, errors in found.items() if errors} == {}
    assert {name: r for name, c in contents.items() if (r := broken_rules(c))} == {}


def test_sdk_and_audit_find_nothing_in_documents(outputs: Mapping[str, bytes]) -> None:
    contents = {name: c for name, c in outputs.items() if name.endswith(".docx")}
    folder, paths = written(contents)
    with folder:
        by_sdk = dict(zip(contents, sdk_errors(paths), strict=True))
        by_audit = {path.name: audit_errors(path) for path in paths}
    assert {name: errors for name, errors in by_sdk.items() if errors} == {}
    assert {name: errors for name, errors in by_audit.items() if errors} == {}


@pytest.mark.corpus
def test_annotating_public_workbooks_adds_no_error() -> None:
    before, after = corpus()
    old_folder, old_paths = written(before)
    new_folder, new_paths = written(after)
    with old_folder, new_folder:
        pairs = dict(zip(new_paths, old_paths, strict=True))
        new = added_errors(pairs, sdk_errors) + added_errors(
            pairs, lambda paths: [audit_errors(path) for path in paths]
        )
    new += [
        (name, rules)
        for name in before
        if (rules := broken_rules(after[name]) - broken_rules(before[name]))
    ]
    assert len(before) > 80
    assert new == []


def added_errors(
    pairs: Mapping[Path, Path], errors_of: Callable[[Sequence[Path]], Sequence[Errors]]
) -> list[tuple[str, Counter[Any]]]:
    """What a validator finds in copies and not in what they are copies of."""
    found = dict(zip(pairs, errors_of(list(pairs)), strict=True))
    wrong = [copy for copy, errors in found.items() if errors]
    before = dict(zip(wrong, errors_of([pairs[copy] for copy in wrong]), strict=True))
    return [(c.name, new) for c in wrong if (new := found[c] - before[c])]


def test_the_others_see_the_breakages_that_are_listed_for_them() -> None:
    whole = sound()
    told = [b for b in BREAKAGES if b.seen_by != "lint"]
    contents = {f"{n}.xlsx": broken(whole, b) for n, b in enumerate(told)}
    folder, paths = written(contents)
    with folder:
        by_sdk = map(bool, sdk_errors(paths))
        by_audit = [bool(audit_errors(path)) for path in paths]
    found = {b.name: each for b, each in zip(told, zip(by_sdk, by_audit, strict=True), strict=True)}
    listed = {b.name: ("sdk" in b.seen_by.split(), "audit" in b.seen_by.split()) for b in told}
    assert found == listed


def values_of(content: bytes) -> dict[str, dict[str, object]]:
    """Numbers and texts of a workbook by sheet and cell, as we read them."""
    found = read_workbook("a.xlsx", content)
    assert isinstance(found, Workbook)
    return {
        sheet.name: {
            one.address: float(one.raw) if one.kind is CellKind.NUMBER else one.raw
            for one in sheet
            if one.kind in (CellKind.NUMBER, CellKind.TEXT) and one.raw
        }
        for sheet in found.sheets
    }


def notes_of(content: bytes) -> dict[str, set[str]]:
    """The cells with a comment by sheet, as openpyxl finds them."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        page.title: {c.coordinate for row in page.iter_rows() for c in row if c.comment}
        for page in book.worksheets
    }


def differing(told: Mapping[str, Any], content: bytes) -> dict[str, object]:
    """What a reader sees otherwise than we do."""
    assert "failed" not in told, told
    wrong: dict[str, object] = {}
    sheets = {sheet["name"]: sheet for sheet in told["sheets"]}
    for name, values in values_of(content).items():
        seen = sheets[name]["values"]
        lines = {place: _lines(value) for place, value in seen.items()}
        wrong |= {
            f"{name}!{place}": (value, lines.get(place))
            for place, value in values.items()
            if lines.get(place) != _lines(value)
        }
    notes = {n: set(s["comments"]) for n, s in sheets.items()}
    for name, cells in notes_of(content).items():
        if cells - notes[name]:
            wrong[f"{name}: comments"] = cells - notes[name]
    return wrong


def _lines(value: object) -> object:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_exceljs_and_sheetjs_see_values_comments_and_sheet(workbooks: Mapping[str, bytes]) -> None:
    contents = {**issued(), **copies(), **mended(), **carried(), **workbooks}
    folder, paths = written(contents)
    with folder:
        told = list(seen_by_readers(paths))
    assert len(told) == 2 * len(contents)
    found = {
        (Path(each["file"]).name, each["program"]): differing(
            each, contents[Path(each["file"]).name]
        )
        for each in told
    }
    assert {which: wrong for which, wrong in found.items() if wrong} == {}


@pytest.mark.corpus
def test_exceljs_and_sheetjs_open_the_copy_of_all_that_they_opened() -> None:
    before, after = corpus()
    opened: list[dict[tuple[str, str], bool]] = []
    for contents in (before, after):
        folder, paths = written(contents)
        with folder:
            opened.append(
                {
                    (Path(each["file"]).name, each["program"]): "failed" not in each
                    for each in seen_by_readers(paths)
                }
            )
    assert Counter(opened[0].values())[True] > 150
    assert [which for which, did in opened[0].items() if did and not opened[1][which]] == []
