"""Every way of scoring in use (R1 to R25): cases, sentences, traces, formulas, intervals."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from jixiao.figures.interval import IntervalSet
from jixiao.rulebook.cases import figures_of_case, run_case
from jixiao.rulebook.excel.indicator import score_formula
from jixiao.rulebook.explain.prose import block_sentence, standard_sentence
from jixiao.rulebook.load import check_rulebook
from jixiao.rulebook.outcome import Figures, FigureValue, OutcomeState
from jixiao.rulebook.schema.model import Rulebook
from jixiao.rulebook.scoring.evaluate import evaluate_indicator, evaluate_rate
from jixiao.writing.template.filling import figures_of_filling
from jixiao.writing.template.results import results_of
from libreoffice import recalculate
from strategies.fillings import case_fillings, random_filling
from strategies.packed import pack

SHAPES = check_rulebook(Path(__file__).parent / "shapes.toml")
FUNCTIONS = {
    "ROUND", "MIN", "MAX", "IF", "AND", "OR", "SUM", "SUMPRODUCT", "ABS", "INT", "COUNT",
    "COUNTIF", "AVERAGE",
}  # fmt: skip

SENTENCES = {
    "r1-under": "达到95%得6分；低于95%的，每低1个百分点扣0.3分（不足1个百分点的不计），扣完为止；"
    "分母为零的，由人工判定。",
    "r1-started": "不超过100%得5分；超过100%的，每超1个百分点扣0.5分"
    "（不足1个百分点的按1个百分点计），最多扣4分；分母为零的，得满分。",
    "r1-prorata": "等于100%得5分；不符的，每偏离1个百分点扣0.5分（不足的按比例计），扣完为止；"
    "分母为零的，不得分。",
    "r2": "在90%（含）至110%（含）之间得5分；不在此范围的，每超出5个百分点扣2分"
    "（不足5个百分点的不计），扣完为止；分母为零的，由人工判定。",
    "r3": "0%，得3分；0%至10%（含），得2分；10%至20%（含），得1分；超过20%，得0分；"
    "其他情况由人工判定。",
    "r4": "达到90%得8分；低于90%的按比例得分（8分×实际值÷90%），满分为止；低于30%的不得分；"
    "分母为零的，得满分。",
    "r5": "不超过100%得5分；超过100%的按比例得分（5分×100%÷实际值）；"
    "分子、分母都为零的，按100%计；分母为零的，由人工判定。",
    "r6": "不超过0%得4分；超过0%的，每超10个百分点扣4分（不足的按比例计），扣完为止；"
    "超过8%的不得分。",
    "r9": "有制度，得1分；制度得到执行，得2分；不符合的要点不得分。",
    "r10": "没有问题得5分；每有1处问题扣1.2分，扣完为止。",
    "r11": "没有逾期得2分；每有5天逾期扣0.5分（不足5天的不计），扣完为止。",
    "r12": "没有结余，得3分；有结余，不超过上年，得分＝分值 × 2 ÷ 3；其他情况不得分。",
    "r14": "满分15分；每有1处质量问题扣1分，最多扣6分；每有1项逾期扣0.5分，扣完为止。",
    "r16-drop": "不超过100%得4分；超过100%的，每超5个百分点扣2分（不足5个百分点的不计），扣完为止；"
    "分母为零的，由人工判定；没有楼堂馆所项目的，不参与评分，其余指标按比例折算。",
    "r16-give": "达到100%得2分；低于100%的按比例得分（2分×比率），满分为止；"
    "分母为零的，由人工判定；没有服务对象的，分值并入“接受并入的分值”。",
    "r17": "分为好、较好、差3档，分别在分值的80%（含）至100%（含）、50%（含）至80%、0%（含）至50%"
    "之间评分；由评价人在0至5分之间评定。",
    "r18-b": "优良，得3分；合格，得2分；不合格，得0分。",
}

TRACES = {
    ("r1-under", 1): "775.6 ÷ 1288.4 = 60.20%，低于95% 34.80个百分点，按34个整百分点计，"
    "34 × 0.3 = 10.2分，超过6分，扣完为止，得0分",
    ("r1-under", 0): "95 ÷ 100 = 95.00%，达到95%，得6分",
    ("r1-started", 2): "130 ÷ 100 = 130.00%，超过100% 30.00个百分点，按30个整百分点计，"
    "30 × 0.5 = 15分，最多扣4分，扣4分，得1分",
    ("r1-started", 3): "分母为零，按规定得满分，得5分",
    ("r1-prorata", 1): "98.5 ÷ 100 = 98.50%，偏离100% 1.50个百分点，按比例计，"
    "1.5 × 0.5 = 0.75分，扣0.75分，得4.25分",
    ("r2", 1): "85 ÷ 100 = 85.00%，低于90% 5.00个百分点，按1个5个百分点计，"
    "1 × 2 = 2分，扣2分，得3分",
    ("r3", 3): "-1.00%，评分标准未规定此种情形，需人工判定",
    ("r4", 1): "45 ÷ 100 = 45.00%，8 × 45.00% ÷ 90% = 4分，得4分",
    ("r5", 2): "分子、分母都为零，按100.00%计，不超过100%，得5分",
    ("r6", 3): "8.01%，超过8%，不得分，得0分",
    ("r10", 1): "问题2处，2 × 1.2 = 2.4分，扣2.4分，得2.6分",
    ("r14", 1): "质量问题7处，7 × 1 = 7分，最多扣6分；逾期2项，2 × 0.5 = 1分，扣7分，得8分",
    ("r15", 1): "择优取结转结余率：18 ÷ 100 = 18.00%，10 × 9% ÷ 18.00% = 5分，得5分",
    ("r16-drop", 0): "没有楼堂馆所项目，不参与评分",
    ("r16-take", 0): "50 ÷ 100 = 50.00%，6 × 50.00% = 3分，分值并入2分，按8分折算，得4分",
    ("r18-b", 1): "所选为“合格”，得2分",
}


@pytest.mark.parametrize(("name", "expected"), SENTENCES.items())
def test_sentence(name: str, expected: str) -> None:
    assert standard_sentence(SHAPES, SHAPES.by_id[name]) == expected


@pytest.mark.parametrize(("place", "expected"), TRACES.items())
def test_trace(place: tuple[str, int], expected: str) -> None:
    indicator = SHAPES.by_id[place[0]]
    trace = run_case(SHAPES, indicator, indicator.cases[place[1]]).trace
    assert trace is not None
    assert trace.zh == expected


def test_sentence_of_free_rows() -> None:
    targets, scores = SHAPES.blocks
    assert block_sentence(SHAPES, targets) == (
        "定量指标：达到指标值得满分；未达到的，指标值为≥的按实际值÷指标值×分值计分，"
        "为≤的按指标值÷实际值×分值计分；指标值为＝的，按两者中较小值÷较大值×分值计分；"
        "超过指标值30%（含）以上的由人工判定；"
        "定性指标：分为好、差2档，分别在分值的80%（含）至100%（含）、0%（含）至80%之间评分。"
    )
    assert block_sentence(SHAPES, scores) == "得分系数（满分1）÷1×权重10。"


def test_formulas_stay_within_the_portable_functions() -> None:
    for indicator in SHAPES.indicators:
        formula = score_formula(SHAPES, indicator, "G11") or ""
        assert set(re.findall(r"([A-Z]+)\(", formula)) <= FUNCTIONS
        assert len(formula) < 8_192


def _blurred(figures: Figures, digits: int) -> Figures:
    """The same figures as if they had been typed with so many decimals."""
    half = Fraction(1, 2 * 10**digits)

    def blur(value: FigureValue) -> FigureValue:
        x = value.exact
        return FigureValue(x, IntervalSet.of(x - half, x + half, high_closed=False))

    inputs = {
        name: blur(value) if SHAPES.input_by_id[name].kind == "money" else value
        for name, value in figures.inputs.items()
    }
    return Figures(inputs, figures.tables)


@pytest.mark.parametrize("seed", range(40))
def test_interval_contains_every_score_within_the_digits(seed: int) -> None:
    """Move each figure inside its rounding interval: the score must be among ``scores``."""
    figures = figures_of_filling(SHAPES, random_filling(SHAPES, seed))
    blurred = _blurred(figures, 2)
    for moved in (Fraction(0), Fraction(-49, 10_000), Fraction(49, 10_000)):
        inputs = {
            name: FigureValue(value.exact + moved)
            if SHAPES.input_by_id[name].kind == "money" and value.exact > 1
            else value
            for name, value in figures.inputs.items()
        }
        for indicator in SHAPES.indicators:
            found = evaluate_indicator(
                SHAPES, indicator, Figures(inputs, figures.tables), traced=False
            )
            around = evaluate_indicator(SHAPES, indicator, blurred, traced=False)
            if found.score is None or around.scores is None:
                continue
            if found.state is around.state:
                assert around.scores.contains(found.score), indicator.id


@pytest.mark.parametrize("name", [i.id for i in SHAPES.indicators if i.rate and i.id != "r16-take"])
def test_rate_gives_the_same_score_as_the_inputs(name: str) -> None:
    indicator = SHAPES.by_id[name]
    for case in indicator.cases:
        from_inputs = evaluate_indicator(
            SHAPES, indicator, figures_of_case(SHAPES, case), traced=False
        )
        if from_inputs.rate is None or from_inputs.state is not OutcomeState.COMPUTED:
            continue
        from_rate = evaluate_rate(SHAPES, indicator, FigureValue(from_inputs.rate), traced=False)
        assert from_rate.score == from_inputs.score


def test_one_part_known_bounds_the_sum() -> None:
    progress = SHAPES.by_id["r24"]
    found = evaluate_rate(SHAPES, progress, FigureValue(Fraction("0.6")))
    assert (found.state, found.score) == (OutcomeState.MISSING, None)
    assert found.scores is not None
    assert (found.scores.low, found.scores.high) == (2, 5)


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["cases", "random"])
def test_formulas_agree_with_the_evaluator(kind: str, tmp_path: Path) -> None:
    seeds = range(500)
    fillings = list(case_fillings(SHAPES))
    if kind == "random":
        fillings = [random_filling(SHAPES, seed) for seed in seeds]
    packed = tmp_path / f"{kind}.xlsx"
    places = list(pack(packed, SHAPES, fillings))
    [answer] = recalculate([packed], tmp_path / "out")
    sheet = CalamineWorkbook.from_path(answer).get_sheet_by_index(0)
    rows = sheet.to_python(skip_empty_area=False)
    wrong = []
    for nth, (filling, where) in enumerate(zip(fillings, places, strict=True)):
        expected = results_of(SHAPES, filling)
        for key, (row, column) in where.items():
            found = rows[row][column]
            if not _agree(found, expected.get(key, "")):
                wrong.append((nth, key, found, expected.get(key, "")))
    assert wrong == []


def _agree(found: object, expected: Fraction | str) -> bool:
    if isinstance(expected, str):
        return found == expected
    is_number = isinstance(found, int | float) and not isinstance(found, bool)
    return is_number and abs(Fraction(found) - expected) < Fraction(1, 10**8)


def test_rulebook_is_a_value() -> None:
    again: Rulebook = check_rulebook(Path(__file__).parent / "shapes.toml")
    assert again == SHAPES
    assert again.sha256 == SHAPES.sha256
