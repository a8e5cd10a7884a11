"""Sentences written after the manner of real reports, each with what it states."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.narrative.labelled import Reader, measure, parts_of, read_sentences

PRECISION, RECALL = 0.98, 0.90


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Path(__file__).parents[2] / "samples" / "nanchang-2017-waiqiao.xlsx")


def test_claims_are_read_without_inventing_any(reader: Reader) -> None:
    sentences = read_sentences(Path(__file__).with_name("narrative.tsv"), reader)
    assert len(sentences) >= 400
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    for part in (sentences, *parts_of(sentences)):
        score = measure(part, reader)
        assert score.precision >= PRECISION, score.wrong
        assert score.recall >= RECALL, score.wrong
        assert score.holding == 1, score.wrong


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("预算完成率为60.2%。", {("rate", "budget-completion", "301/500"): True}),
        ("预算完成率为60.3%。", {("rate", "budget-completion", "603/1000"): False}),
        ("外事侨务专项预算完成率为70.1%。", {}),
        ("上年预算完成率为88.3%。", {}),
        ("下属单位编制数3名。", {}),
        ("管理制度健全性得3分。", {}),
        ("在编人员26名，其中机关19名，中心7名。", {("sum", "", "26"): True}),
        ("在编人员26名，其中机关19名，中心9名。", {("sum", "", "26"): False}),
        ("党员26名，其中女党员9名，研究生12名。", {("sum", "", "26"): None}),
    ],
)
def test_a_sentence_states(reader: Reader, text: str, claims: dict[object, object]) -> None:
    assert reader.read(text) == claims


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("约60%", "11/20", "13/20"),
        ("近800万元", "7000000", "8000000"),
        ("400余人次", "400", "500"),
        ("超过98%", "49/50", None),
        ("不低于95%", "19/20", None),
        ("3-5名", "3", "5"),
        ("八成五", "169/200", "171/200"),
        ("一百二十万元", "1195000", "1205000"),
        ("百分之六十点二", "1203/2000", "1205/2000"),
        ("３２６．５万元", "3264500", "3265500"),
        ("1,288.4万元", "12883500", "12884500"),
    ],
)
def test_words_around_a_figure_give_its_interval(text: str, low: str, high: str | None) -> None:
    from fractions import Fraction

    from jixiao.narrative import find_figures, plain_text

    (figure,) = find_figures(plain_text(text))
    assert figure.values.low == Fraction(low)
    assert high is None or figure.values.high == Fraction(high)
