"""Files into checks: order, executors, files that cannot be checked, unusable rulebooks."""

from __future__ import annotations

import shutil
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
import xlsxwriter

from jixiao.checking import run
from jixiao.checking.model import Verdict
from jixiao.checking.run import check, check_many
from jixiao.finding.value import Severity
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.source.problems import RulebookError


@pytest.fixture
def reference(samples: Path) -> Path:
    return samples / "nanchang-2017-waiqiao.xlsx"


def test_the_reference_department_comes_to_its_published_figures(reference: Path) -> None:
    found = check(reference)
    assert found.total is not None
    assert (float(found.total.claimed or 0), float(found.total.computed or 0)) == (80.71, 80.71)
    assert (found.total.claimed_grade, found.total.computed_grade) == ("良", "良")
    sections = {s.name: (float(s.claimed or 0), float(s.computed or 0)) for s in found.sections}
    assert sections == {
        "投入": (15, 15),
        "过程": (41.46, 41.46),
        "产出": (12.25, 12.25),
        "效果": (12, 12),
    }
    assert {v: n for v, n in found.verdicts.items() if n} == {
        Verdict.AGREES: 25,
        Verdict.JUDGED: 3,
    }
    assert [f.code for f in found.findings if f.severity is not Severity.NOTICE] == []
    assert found.rulebook is not None
    assert (found.rulebook.id, found.rulebook.found_by) == ("nanchang-2017", "stamp")
    completion = next(i for i in found.indicators if i.id == "budget-completion")
    assert completion.computed_rate == pytest.approx(0.6019869605712512)
    assert completion.cells["score"] == "评分表!H11"
    assert completion.trace is not None
    assert completion.trace.zh == (
        "775.6 ÷ 1288.4 = 60.20%，低于95% 34.80个百分点，按34个整百分点计，34 × 0.3 = 10.2分，"
        "超过6分，扣完为止，得0分"
    )


def test_28_in_post_on_26_posts_cost_the_grade(samples: Path) -> None:
    found = check(samples / "nanchang-2017-staff-over-posts.xlsx")
    assert found.total is not None
    assert (float(found.total.claimed or 0), found.total.claimed_grade) == (80.71, "良")
    assert (float(found.total.computed or 0), found.total.computed_grade) == (77.71, "中")
    errors = [f"{f.code} {f.place}" for f in found.findings if f.severity is Severity.ERROR]
    assert errors == ["R101 评分表!H7"]
    (grade,) = (f for f in found.findings if f.code == "T104")
    assert (grade.severity, grade.because_cell) == (Severity.NOTICE, "评分表!H7")


def test_results_keep_the_order_of_the_paths(
    reference: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "BATCH", 2)
    paths = []
    for number in range(3):
        paths.append(tmp_path / f"{number}.xlsx")
        shutil.copy(reference, paths[-1])
        paths.append(tmp_path / f"{number}-missing.xlsx")
    found = list(check_many(paths))
    assert [one.file for one in found] == [str(path) for path in paths]
    assert [one.outcome for one in found] == ["checked", "unreadable"] * 3


def test_an_executor_gives_the_same(reference: Path, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.xlsx" for number in range(3)]
    for path in paths:
        shutil.copy(reference, path)
    with ThreadPoolExecutor(1) as executor:
        assert list(check_many(paths, executor=executor)) == list(check_many(paths))


def test_only_a_few_batches_run_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH", 1)
    submitted = []

    class Eager(ThreadPoolExecutor):
        def submit(self, _work: object, /, *given: object, **_: object) -> Future[list[object]]:
            submitted.append(given)
            future: Future[list[object]] = Future()
            future.set_result([given])
            return future

    results = check_many((f"{n}.xlsx" for n in range(100)), executor=Eager())
    next(results)
    assert len(submitted) == run._WAITING + 1


def test_a_workbook_without_a_scoresheet(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as book:
        book.add_worksheet("通讯录").write_column(0, 0, ["姓名", "电话"])
    found = check(tmp_path / "list.xlsx")
    assert found.outcome == "no-scoresheet"
    assert not found.checked
    assert [f.code for f in found.findings] == ["S001"]
    assert found.sha256 is not None


def test_trouble_with_a_file_is_told_not_raised(tmp_path: Path) -> None:
    (tmp_path / "empty.xlsx").write_bytes(b"")
    for path in (tmp_path / "empty.xlsx", tmp_path / "absent.xlsx", tmp_path):
        found = check(path)
        assert found.outcome == "unreadable"
        assert [f.severity for f in found.findings] == [Severity.ERROR]
        assert found.findings[0].code.startswith("F")


def test_trouble_with_the_rulebook_is_raised_before_any_file_is_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('format = "jixiao.rulebook/1"\nunknown = 1\n', encoding="utf-8")
    with pytest.raises(RulebookError):
        check_many([tmp_path / "absent.xlsx"], broken)


def test_a_rulebook_may_be_given_by_id_path_or_value(reference: Path, root: Path) -> None:
    shipped = root / "src" / "jixiao" / "rulebooks" / "nanchang-2017.toml"
    for given in ("nanchang-2017", shipped, load_rulebook("nanchang-2017")):
        found = check(reference, given)
        assert found.rulebook is not None
        assert (found.rulebook.id, found.rulebook.found_by) == ("nanchang-2017", "option")


def test_checking_twice_gives_the_same(reference: Path) -> None:
    assert check(reference) == check(reference)


@pytest.mark.libreoffice
def test_an_old_format_that_lost_the_grade_is_not_told_that_it_is_wrong(
    samples: Path, tmp_path: Path
) -> None:
    """Another program saves the text 良 of a formula as 0 in an .xls file."""
    import subprocess

    source = samples / "nanchang-2017-waiqiao.xlsx"
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "xls", "--outdir", str(tmp_path), str(source)], check=True
    )
    found = check(tmp_path / "nanchang-2017-waiqiao.xls")
    assert found.total is not None
    assert (found.total.claimed_grade, found.total.computed_grade) == (None, "良")
    assert [(f.code, f.place) for f in found.findings] == [("F300", ""), ("T109", "评分表!H38")]
