"""Build ``samples/survey``: questionnaires of an invented department as platforms export them.

Run ``python samples/build_survey.py [FOLDER]``; the same program gives the same bytes. All answers
are invented; addresses are those set apart for documents (RFC 5737).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

_START = dt.datetime(2018, 3, 5, 8, 30)  # noqa: DTZ001 - exports name no zone
_LATE = dt.datetime(2018, 4, 2, 9, 0)  # noqa: DTZ001
_MATRIX = ("服务态度", "办事效率", "政策解答", "公开透明")
_SOURCES = ("微信", "手机提交", "链接")
_WJX = (
    "序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、您的身份：",
    *(f"2、您对我局下列工作是否满意—{one}" for one in _MATRIX),
    "3、总体来说，您对我局的工作是否满意？", "4、您的意见和建议", "总分",
)  # fmt: skip
_TENCENT = (
    "编号", "开始答题时间", "结束答题时间", "答题时长", "语言", "清洗数据结果", "地理位置", "IP",
    "1.您是哪一类对象", "2.您对我局的工作是否满意",
)  # fmt: skip
_CREATED = dt.datetime(2018, 4, 20, 9, 0, 0)  # noqa: DTZ001


def _sheet(target: Path, name: str, rows: Sequence[Sequence[object]]) -> None:
    whole = io.BytesIO()
    book = xlsxwriter.Workbook(whole, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, column, value)
            else:
                sheet.write_string(number, column, str(value))
    book.close()
    target.write_bytes(whole.getvalue())


def wjx_rows() -> list[list[object]]:
    """303 rows: 297 forms, 6 of them there twice, 9 after the end of March, 6 blank."""
    chance = random.Random(2017)  # noqa: S311 - invented answers, the same each time
    overall = ["非常满意"] * 214 + ["满意"] * 58 + ["一般"] * 14 + ["不满意"] * 4
    overall += ["非常不满意"] + ["(空)"] * 6
    chance.shuffle(overall)
    rows: list[list[object]] = []
    when = _START
    for number, answer in enumerate(overall, 1):
        when += dt.timedelta(minutes=chance.randrange(3, 110))
        late = number > len(overall) - 9
        shown = when if not late else _LATE + dt.timedelta(minutes=number % 60)
        matrix = [_near(answer, chance) for _ in _MATRIX]
        host = chance.randrange(1, 250)
        who = chance.choice(("办事群众", "企业", "县区外办"))
        rows.append(
            [
                number,
                f"{shown:%Y/%-m/%-d %H:%M:%S}",
                f"{chance.randrange(11, 240)}秒",
                chance.choice(_SOURCES),
                "N/A",
                f"203.0.113.{host}(江西-南昌)",
                who,
                *matrix,
                answer,
                "(空)",
                0,
            ]
        )
    again = [list(row) for row in rows[20:26]]
    for number, row in enumerate(again, len(rows) + 1):
        row[0] = number
    return [list(_WJX), *rows, *again]


def _near(answer: str, chance: random.Random) -> str:
    if answer == "(空)":
        return answer
    return answer if chance.random() < 0.8 else chance.choice(("满意", "一般"))


def tencent_rows() -> list[list[str]]:
    """60 forms of three groups: 20 each, with 19, 18 and 17 satisfied."""
    rows = [list(_TENCENT)]
    number = 0
    for group, satisfied in (("协作单位", 19), ("管理对象", 18), ("社会公众", 17)):
        for nth in range(20):
            number += 1
            when = _START + dt.timedelta(minutes=37 * number)
            answer = "满意" if nth < satisfied - 5 else "基本满意" if nth < satisfied else "不满意"
            until = when + dt.timedelta(seconds=40 + nth)
            rows.append(
                [
                    str(number),
                    f"{when:%Y-%m-%d %H:%M:%S}",
                    f"{until:%Y-%m-%d %H:%M:%S}",
                    f"{40 + nth}秒",
                    "简体中文",
                    "未清洗",
                    "江西省南昌市",
                    f"198.51.100.{number}",
                    group,
                    answer,
                ]
            )
    return rows


def build(folder: Path) -> None:
    """Write the files into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    _sheet(folder / "问卷星-303份.xlsx", "Sheet1", wjx_rows())
    text = io.StringIO(newline="")
    csv.writer(text).writerows(tencent_rows())
    (folder / "腾讯问卷-三类对象.csv").write_bytes(text.getvalue().encode("gb18030"))
    counts = [
        ["满意度调查统计"],
        ["发放问卷数", 50],
        ["收回问卷数", 50],
        ["有效收回问卷数", 50],
        ["满意", 40],
        ["基本满意", 9],
        ["不满意", 1],
    ]
    _sheet(folder / "统计好的份数.xlsx", "统计", counts)
    numbers = [
        ["序号", "您对我局工作的满意度评价"],
        *([n, 5 if n <= 30 else 4] for n in range(1, 41)),
    ]
    _sheet(folder / "只有数字.xlsx", "Sheet1", numbers)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "survey")
