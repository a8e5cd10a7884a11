"""Every story under tests/workbooks: a workbook from a text grid, its exact findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.checking.model import Check, Verdict
from jixiao.checking.run import check
from jixiao.figures.format import format_points
from jixiao.finding.registry import entries, message, remedy
from jixiao.finding.value import Finding
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.schema.model import Rulebook
from strategies.grid import WORKBOOKS, build, rulebook_of

STORIES = sorted(folder for folder in WORKBOOKS.glob("*/*") if (folder / "grid.txt").is_file())
_QUIET = (Verdict.AGREES, Verdict.JUDGED)
OWN = "RTCE"
ELSEWHERE = ("C2", "E2", "T109")  # need two workbooks, questionnaires, or an old format


@pytest.fixture(scope="module")
def story_book() -> Rulebook:
    return load_rulebook(WORKBOOKS / "story.toml")


def _told(found: Check) -> list[str]:
    """What a check says, as the text files of the stories pin it."""
    lines = [_line(one) for one in found.findings]
    for result in found.indicators:
        if result.verdict not in _QUIET:
            lines.append(f"verdict {result.id} {result.verdict}")
        lines += [f"cause {result.id} {cause.zh}" for cause in result.causes]
    if found.total is not None:
        shown = [found.total.claimed, found.total.computed]
        figures = ["—" if x is None else format_points(x) for x in shown]
        lines.append(" ".join(["total", *figures, found.total.computed_grade or "—"]))
    return lines


def _line(one: Finding) -> str:
    """One finding: code, place, the change that mends it, the finding that it folds under."""
    said = f"{one.code} {one.place}".rstrip()
    if one.fix is not None:
        said += f" fix {one.fix.after}"
    for choice in one.choices:
        said += f" or {choice.cell} {choice.after}"
    if one.because is not None:
        said += f" because {one.because} {one.because_cell}".rstrip()
    return said


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.parent.name}/{story.name}")
def test_story(story: Path, story_book: Rulebook, tmp_path: Path) -> None:
    asked = rulebook_of(story)
    path = build(story, tmp_path / "return.xlsx")
    found = check(path, None if asked == "none" else asked or story_book)
    expected = (story / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert _told(found) == expected
    for one in found.findings:
        for lang in ("zh", "en"):
            assert "{" not in message(one, lang) + remedy(one, lang)


def test_a_failing_story_names_its_code() -> None:
    for story in STORIES:
        code = story.name.partition("-")[0]
        told = (story / "expected.txt").read_text(encoding="utf-8")
        assert (code in told) == (story.parent.name == "fail"), story.name


def test_every_code_of_this_floor_has_a_clean_and_a_failing_story() -> None:
    mine = {e.code for e in entries() if e.code[0] in OWN or e.code[:2] in ("D2", "D3", "X1", "X2")}
    mine = {code for code in mine if not code.startswith(ELSEWHERE)}
    for kind in ("pass", "fail"):
        told = {s.name.partition("-")[0] for s in STORIES if s.parent.name == kind}
        assert mine <= told, f"{kind}: {sorted(mine - told)}"
