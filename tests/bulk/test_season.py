"""Rounds: what was mended, is left, is new, was only waived; letters to those who must mend."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from pathlib import Path

import docx
import pytest

from jixiao.bulk.departments.rounds import Round, Snapshot, compare_rounds, next_round, snapshot_of
from jixiao.bulk.ledger import Ledger, LedgerEntry
from jixiao.bulk.notices import NoticeOrder, write_notices
from jixiao.bulk.season import Season
from jixiao.finding.value import Waived
from jixiao.reporting.record import CheckBrief, FindingRecord
from jixiao.writing.notices import Notice, NoticeHead, NoticeItem, letter_of, message_of

ITEM = NoticeItem("评分表!H11", "预算完成率", "多计1.5分。", "改为4.5分。")
NOTICE = Notice(
    "示例市水务局",
    "水务局.xlsx",
    2017,
    (ITEM, NoticeItem("", "", "没有写扣分原因。", "补写。", is_error=False)),
    folded=2,
    copy="水务局.xlsx",
)
DAY = dt.date(2018, 4, 20)
HEAD = NoticeHead(3, DAY, dt.date(2018, 5, 10))


def finding(code: str, indicator: str, *, severity: str = "error", waived: bool = False) -> object:
    excuse = Waived(1, "已核实", "张", "2018-12-31") if waived else None
    return FindingRecord(code, severity, "", "", indicator=indicator, waived=excuse)


def test_findings_are_told_apart_by_code_and_indicator() -> None:
    before = snapshot_of([finding("R101", "a"), finding("R101", "b"), finding("E101", "c")])  # type: ignore[list-item]
    now = snapshot_of(
        [
            finding("R101", "b"),
            finding("E101", "c", waived=True),
            finding("T102", "d", severity="warning"),
            finding("S301", "e", severity="notice"),
        ]  # type: ignore[list-item]
    )
    assert compare_rounds(before, now) == (1, 1, 1, 1)
    assert compare_rounds(now, now) == (0, 2, 0, 0)
    assert compare_rounds(Snapshot(), Snapshot(Counter({"R101 a": 3}))) == (0, 0, 3, 0)


@pytest.mark.parametrize(
    ("last", "name", "digest", "expected"),
    [
        (None, "", "x", Round(1, "", 0, "", "x")),
        (Round(1, "", 0, "", "x"), "", "x", Round(1, "", 0, "", "x")),
        (Round(1, "", 0, "", "x"), "", "y", Round(2, "", 1, "", "y")),
        (Round(1, "甲", 0, "", "x"), "甲", "y", Round(1, "甲", 0, "", "y")),
        (Round(1, "甲", 0, "", "x"), "乙", "x", Round(2, "乙", 1, "甲", "x")),
        (Round(1, "", 0, "", "x"), "甲", "x", Round(1, "甲", 0, "", "x")),
        (Round(2, "乙", 1, "甲", "x"), "", "x", Round(2, "乙", 1, "甲", "x")),
    ],
)
def test_a_name_or_other_returns_begin_a_round(
    last: Round | None, name: str, digest: str, expected: Round
) -> None:
    assert next_round(last, name, digest) == expected


def handed_in(ledger: Ledger, sha256: str) -> None:
    ledger.keep([LedgerEntry(CheckBrief("a", "checked"), sha256, "r", "0", None, None, b"")])


def test_a_department_is_compared_with_the_round_before_and_not_with_itself(
    tmp_path: Path,
) -> None:
    first, second = [finding("R101", "a"), finding("R101", "b")], [finding("R101", "b")]
    with Ledger(tmp_path / "l") as ledger:
        handed_in(ledger, "1")
        season = Season(ledger, "第一轮")
        assert season.since("水务局", first) is None  # type: ignore[arg-type]
        assert season.labels("zh") == ("第一轮", "")
        season.close()
        handed_in(ledger, "2")
        for _ in range(2):  # the same round again says the same
            season = Season(ledger, "第二轮")
            assert season.since("水务局", second) == (1, 1, 0, 0)  # type: ignore[arg-type]
            assert season.since("园林局", second) is None  # type: ignore[arg-type]
            assert season.labels("zh") == ("第二轮", "第一轮")
            season.close()
        handed_in(ledger, "3")
        season = Season(ledger, "")
        assert season.since("水务局", []) == (1, 0, 0, 0)
        assert season.labels("zh") == ("第3次核对", "第二轮")


def test_the_letter_holds_what_to_mend_and_is_set_as_official_letters_are() -> None:
    page = docx.Document(io.BytesIO(letter_of(NOTICE, HEAD)))
    said = [one.text for one in page.paragraphs]
    assert said[:4] == [
        "关于退回修改2017年度部门整体支出\n绩效自评表的通知",
        "退回〔2018〕3号",
        "示例市水务局：",
        "你单位报送的《水务局.xlsx》已经核对，有1处需要修改。请于2018年5月10日前改好，重新报送。",
    ]
    assert "一、需要修改的问题" in said
    assert "二、请核实的事项" in said
    assert "三、修改和报送要求" in said
    assert any("另有2处是由上面所列问题引起的" in text for text in said)
    assert said[-4:-1] == [
        "（单位盖章）　　　　",
        "2018年4月20日",
        "核对人：____________　　联系电话：____________",
    ]
    first, second = page.tables
    assert [cell.text for cell in first.rows[1].cells] == [
        "1", "评分表!H11\n预算完成率", "多计1.5分。", "改为4.5分。",
    ]  # fmt: skip
    assert second.rows[1].cells[1].text == "整份表"
    section = page.sections[0]
    assert [round(x.mm) for x in (section.page_width, section.top_margin, section.left_margin)] == [
        210, 37, 28,
    ]  # fmt: skip
    fonts = {run.font.name for one in page.paragraphs for run in one.runs}
    assert fonts == {"宋体", "黑体", "仿宋"}
    assert "w:tblHeader" in first.rows[0]._tr.xml


def test_the_message_says_the_same_in_a_few_lines() -> None:
    assert message_of(NOTICE, HEAD).splitlines() == [
        "示例市水务局：你单位报送的《水务局.xlsx》已经核对，有1处需要修改。请于2018年5月10日前改好，重新报送。",
        "1. 评分表!H11：多计1.5分。改为4.5分。",
        "2. 没有写扣分原因。补写。",
        "详见退回通知（退回〔2018〕3号）和批注副本，改好后文件名加“（修改后）”重新报送。",
    ]


def test_without_a_deadline_its_place_is_left_to_fill_in() -> None:
    open_ = NoticeHead(1, DAY, None)
    assert "请于____年__月__日前改好" in message_of(NOTICE, open_)


def test_letters_keep_their_number_and_day_and_one_that_was_changed_is_kept(
    tmp_path: Path,
) -> None:
    other = Notice("示例市园林局", "b.xlsx", 2017, (ITEM,))
    with Ledger(tmp_path / "l") as ledger:
        handed_in(ledger, "1")
        season = Season(ledger, "第一轮")
        season.close()

        def write(*notices: Notice, day: dt.date = DAY, season: Season = season) -> tuple[str, ...]:
            return write_notices(ledger, tmp_path, notices, NoticeOrder(None, day), season)[0]

        def names() -> list[str]:
            return sorted(path.name for path in (tmp_path / "notices").iterdir())

        assert write(NOTICE, other) == ()
        assert names() == [
            "001-示例市水务局.docx", "001-示例市水务局.txt",
            "002-示例市园林局.docx", "002-示例市园林局.txt",
        ]  # fmt: skip
        letter = tmp_path / "notices/001-示例市水务局.docx"
        before = letter.read_bytes()
        assert write(NOTICE, other, day=dt.date(2018, 4, 21)) == ()
        assert letter.read_bytes() == before  # says the same: number and day stay
        (tmp_path / "notices/002-示例市园林局.txt").write_text("改过", "utf-8")
        assert write(NOTICE, other) == ("notices/002-示例市园林局.txt",)
        write(NOTICE)
        assert names() == [
            "001-示例市水务局.docx", "001-示例市水务局.txt", "002-示例市园林局.txt",
        ]  # fmt: skip
        handed_in(ledger, "2")
        season = Season(ledger, "第二轮")
        season.close()
        write(other, season=season)
        assert "003-示例市园林局.docx" in names()  # numbers are not given twice
        assert "001-示例市水务局.docx" in names()  # letters of an earlier round stay
