"""Honest returns are clean, unusual ones are not accused, and the judge of remedies is strict."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from libreoffice import recalculate
from slips import kinds, latest_kinds, more_kinds
from slips.book import Book
from slips.every_kind import KINDS
from slips.evidence import complaints, explanations
from slips.excel import Calculator, Content, ErrorValue
from slips.honest import RULEBOOKS, honest_return
from slips.judge import Trial, content_of, judge, orders, same
from slips.kinds import Kind, Slip
from slips.run import accusations, judgements, reports, trials, variant_cases
from slips.variants import by_hand

QUICK = (
    kinds.amount_in_yiyuan,
    kinds.answer_flipped,
    kinds.carryover_unbalanced,
    kinds.grade_typed_wrong,
    kinds.rate_typed_as_percentage,
    kinds.row_deleted,
    kinds.score_about,
    kinds.operator_reversed,
    kinds.row_weight_altered,
    kinds.scores_exchanged,
    kinds.section_sum_typed_wrong,
    kinds.sum_range_too_short,
)
OPEN = (  # not yet told as they should be in every return
    more_kinds.zero_lost,
    latest_kinds.zero_behind_the_point,
    latest_kinds.three_lines_shifted_down,
)
PINNED = [kind for kind in KINDS if kind not in OPEN]


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("=ROUND(2.675,2)", 2.68),
        ('=IF(COUNT(A1,A2)<2,"",A1/A2)', 0.6019869605712511),
        ('=IF(A3="","空",A3+1)', "空"),
        ("=SUM(A1:A4)", 2064.0),
        ('=SUMPRODUCT((A1:A4="")*1,A1:A4)', 0.0),
        ('=COUNTIF(jx_all,">="&A1)', 2.0),
        ("=A4*2", ErrorValue("#VALUE!")),
        ("=A1/0", ErrorValue("#DIV/0!")),
        ("=nobody+1", ErrorValue("#NAME?")),
        ("=-A1%", -7.756),
        ("=AND(A1>700,A2>A1)", True),
        ("=INT(-0.5)", -1.0),
        ("=0.1+0.2=0.3", True),
        ('="3">100', True),
    ],
)
def test_the_calculator_computes_as_excel_does(formula: str, shown: object) -> None:
    cells: dict[tuple[str, str], Content] = {
        ("表", "A1"): Decimal("775.6"),
        ("表", "A2"): Decimal("1288.4"),
        ("表", "A3"): None,
        ("表", "A4"): "3分",
        ("表", "B1"): formula,
    }
    found = Calculator(cells, {}, {"jx_all": "'表'!$A$1:$A$4"}).value("表", "B1")
    assert found == (pytest.approx(shown, rel=1e-14) if isinstance(shown, float) else shown)


def test_honest_returns_of_ten_rulebooks_are_clean() -> None:
    made = [honest_return(identifier, number) for identifier in RULEBOOKS for number in (0, 1)]
    assert [complaints(one) for one in made] == [set()] * 20
    found = reports([("honest", one.file()) for one in made])
    assert [report["rulebook"]["id"] for report in found[::2]] == list(RULEBOOKS)
    assert [accusations(report, frozenset()) for report in found] == [[]] * 20


def test_nobody_is_accused_for_filling_in_unusually() -> None:
    cases = list(variant_cases(2, 1))
    found = reports([(name, made.file()) for _, name, made, _ in cases])
    accused = {
        case[0]: told
        for case, report in zip(cases, found, strict=True)
        if (told := accusations(report, case[3]))
    }
    assert accused == {}
    assert len(cases) == 42


@pytest.mark.slow
def test_at_least_forty_kinds_of_slips_are_typed() -> None:
    made = list(trials(2, 1))
    assert len({trial.kind for trial in made}) >= 55
    changed = [trial for trial in made if trial.slip.deleted is None]
    for trial in changed:
        assert any(
            trial.honest.content(at) != content
            if _is_formula(content)
            else not same(trial.honest.content(at), content)
            for at, content in trial.slip.typed.items()
        ), trial.kind


def _is_formula(content: Content) -> bool:
    """Whether a cell holds a formula, or one as text: they read the same."""
    return isinstance(content, str) and content.lstrip().startswith("=")


def test_an_amount_in_yuan_is_explained_by_itself_alone() -> None:
    honest = honest_return("nanchang-2017", 0)
    at = honest.form.inputs["spent"]
    right = honest.content(at)
    assert isinstance(right, Decimal)
    faulty = honest.typing({at: right * 10_000})
    told = complaints(faulty)
    assert ("implausible", "budget-completion") in told
    assert {cell for cell, _ in explanations(faulty, told)} == {at}


def _trial() -> Trial:
    honest = honest_return("nanchang-2017", 0)
    at = honest.form.inputs["spent"]
    right = honest.content(at)
    assert isinstance(right, Decimal)
    slip = Slip({at: right * 10_000})
    return Trial("amount_in_yuan", "nanchang-2017-0", honest, honest.typing(slip.typed), slip)


def _finding(trial: Trial, **changed: object) -> dict[str, Any]:
    ((sheet, cell), _) = next(iter(trial.slip.typed.items()))
    told: dict[str, Any] = {
        "code": "D216",
        "severity": "error",
        "sheet": sheet,
        "cell": cell,
        "indicator": None,
        "found": "",
        "expected": None,
        "message": "",
        "remedy": "",
        "because": None,
    }
    return told | changed


def test_a_fix_on_the_right_cell_with_the_right_value_names_the_root() -> None:
    trial = _trial()
    ((at, _),) = trial.slip.typed.items()
    fix = {"cell": "!".join(at), "from": "…", "to": str(trial.honest.content(at)), "why": "…"}
    found = judge(trial, {"findings": [_finding(trial, fix=fix)]}, {"findings": []})
    assert (found.found, found.named, found.harm, found.unclean) == (True, True, (), ())
    wrong = judge(trial, {"findings": [_finding(trial, fix={**fix, "to": "1"})]}, None)
    assert (wrong.found, wrong.named, wrong.harm) == (True, False, ())


def test_a_remedy_that_changes_a_right_self_score_does_harm() -> None:
    trial = _trial()
    accused = _finding(trial, code="R101", cell="H11", expected="0", remedy="把自评得分改为0。")
    accused["sheet"] = "评分表"
    found = judge(trial, {"findings": [accused]}, {"findings": [accused]})
    assert not found.named
    assert found.harm == ("R101 H11:=0",)
    assert found.unclean == ("R101 H11",)
    folded = {**accused, "because": "D216"}
    assert judge(trial, {"findings": [folded]}, None).harm == ()


def test_a_number_typed_over_an_issued_formula_does_harm() -> None:
    honest = honest_return("hunan-2017", 0)
    at = honest.form.sums["total"]
    slip = Slip({at: Decimal(1)})
    trial = Trial("total_typed_wrong", "hunan-2017-0", honest, honest.typing(slip.typed), slip)
    number = _finding(trial, code="T102", expected="88.5", remedy="请把合计改为88.5。")
    assert judge(trial, {"findings": [number]}, None).harm == (f"T102 {at[1]}:=88.5",)
    formula = {"cell": "!".join(at), "from": "1", "to": honest.content(at), "why": ""}
    mended = judge(trial, {"findings": [_finding(trial, code="T102", fix=formula)]}, None)
    assert (mended.named, mended.harm) == (True, ())


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("1,288.40", Decimal("1288.40")),
        ("60.2%", Decimal("0.602")),
        ("2.85分", Decimal("2.85")),
        (6, Decimal(6)),
        ("良", "良"),
        ("", None),
    ],
)
def test_what_is_read_in_a_remedy_is_typed(written: object, typed: Content) -> None:
    assert content_of(written) == typed


def test_a_consequence_gives_no_order() -> None:
    trial = _trial()
    told = _finding(trial, expected="3", remedy="改为3。", because="D216")
    assert list(orders({"findings": [told]})) == []


def _wrong(kind: Kind, each: int, of_kind: int) -> list[tuple[str, object]]:
    """The slips of a kind that were not named or mended, though the sheet tells their root."""
    made = [trial for trial in trials(each, of_kind, [kind]) if trial.apart is None]
    return [
        (trial.name, found)
        for trial, found in zip(made, judgements(made), strict=True)
        if not (found.found and found.named) or found.harm or found.unclean
    ]


@pytest.mark.parametrize("kind", QUICK, ids=lambda kind: kind.__name__)
def test_the_root_of_a_slip_is_named_and_mended(kind: Kind) -> None:
    assert _wrong(kind, 1, 2) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", PINNED, ids=lambda kind: kind.__name__)
def test_the_root_of_every_slip_of_a_kind_is_named_and_mended(kind: Kind) -> None:
    assert _wrong(kind, 4, 4) == []


@pytest.mark.slow
@pytest.mark.libreoffice
def test_slips_are_followed_as_libreoffice_follows_them(tmp_path: Path) -> None:
    made = list(trials(1, 1))
    paths = []
    for nth, trial in enumerate(made):
        path = tmp_path / f"{nth}.xlsx"
        path.write_bytes(trial.faulty.file())
        paths.append(path)
    differing = []
    for trial, path in zip(made, recalculate(paths, tmp_path / "out"), strict=True):
        theirs = Book(path.read_bytes())
        for at, cell in trial.faulty.form.book.cells.items():
            if cell.formula is None and not str(trial.faulty.content(at)).startswith("="):
                continue
            ours, other = trial.faulty.shown.value(*at), theirs.cells[at].stored
            if ours != other and not (
                isinstance(ours, float) and isinstance(other, float) and abs(ours - other) < 1e-9
            ):
                differing.append((trial.kind, at, ours, other))
    assert differing == []


@pytest.mark.parametrize("number", [7, 14, 19])
def test_a_rate_pasted_as_value_is_the_rate_of_its_counts(number: int) -> None:
    pasted = by_hand(honest_return("nanchang-2017", number))
    assert accusations(reports([("pasted", pasted.file())])[0], frozenset()) == []
