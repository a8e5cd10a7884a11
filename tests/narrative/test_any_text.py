"""Any text of the words of reports is read: nothing is raised, and the work grows with the text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.narrative.labelled import Reader

from jixiao.narrative import Passage, claims_of

_WORDS = """
    预算完成率 结转结余率 “三公经费” “三公经费”变动率 在职人员 编制 公用经费
    政府采购 执行率 年初预算 调整后预算数 实际支出 支出 结转结余 项目 专项 其中
    合计 共 分别为 均为 得分 得 扣 满分 分值 自评得分 总分 投入 过程 产出
    效果 评价等级为 良 优 为 是 比 上年 较 占 的 下降 增长 由 至 到 约 近
    超过 不低于 余 2017年 2016年度 截至6月底 累计 问卷 满意 满意度 我局
    全市 下属单位 一是 每低 0 6 15 60.2 １２ 98% -4.35%
    1288.4 775.6万元 26人 壹佰 二十六 百分之六十 万元 元 亿元 分 %
    个百分点 人 份 项 ， 。 ； ： 、 （ ） “ ” = + / × ～ — 1.
    （一） 《 》 𠀀 🙂
"""
WORDS = (*_WORDS.split(), "\n", "\u3000", "\ue000", "\uf000")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)
MANY = 60
GROWTH = 2.5  # of the work where a text is doubled; one that grew with the square would be 4


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Path(__file__).parents[2] / "samples" / "nanchang-2017-waiqiao.xlsx")


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_no_text_is_refused_by_the_reader_of_claims(reader: Reader, text: str) -> None:
    for claim in claims_of([Passage(text, 1)], reader.names):
        assert claim.figure is None or claim.figure.values.low <= claim.figure.values.high
        assert claim.passage.text == text


def calls_of(work: Callable[[], object]) -> int:
    """How many functions were called, of the language's own too: no clock is read."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "预算完成率为60.2%，得0分。",
        "预算完成率为60.2%，得0分，",
        "其中投入得15分、过程得41.46分，合计56.46分；",
        "“三公经费”变动率-4.35%，比上年下降5%，",
        "在职26人、编制26人，控制率100%；",
        "发放问卷50份，满意40份、",
    ],
)
def test_the_work_grows_with_the_number_of_paragraphs(reader: Reader, piece: str) -> None:
    def read(many: int) -> int:
        passages = [Passage(piece, number) for number in range(many)]
        return calls_of(lambda: claims_of(passages, reader.names))

    def read_joined(many: int) -> int:
        return calls_of(lambda: claims_of([Passage(piece * many, 1)], reader.names))

    read(2)  # what is kept for later is made once
    assert read(2 * MANY) < GROWTH * read(MANY)
    assert read_joined(2 * MANY) < GROWTH * read_joined(MANY)


@pytest.mark.parametrize(
    "text", ["预算完成率为" + "9" * 9000 + "%", "得1-" + "9" * 9000 + "分", "其中" * 50_000]
)
def test_a_figure_or_a_sentence_without_end_states_nothing(reader: Reader, text: str) -> None:
    assert reader.read(text) == {}
