"""Texts of drafted rulebooks: what a person must decide, what is said in the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "drafting.ask.part-step": (
        '不足一步（如不足一个百分点）的怎么算？现按整步计、不足的不计（mode = "whole"）；'
        '不足也计一步写 "started"，按比例计写 "prorata"',
        'how does a part of a step count? Now only whole steps (mode = "whole"); "started" '
        'counts a begun step, "prorata" in proportion',
    ),
    "drafting.ask.ladder-end": (
        "两档相接处的端点算哪一档？现按读出的写法，请核对 when",
        "which step has the value where two steps meet? Check when",
    ),
    "drafting.ask.uncovered": (
        '各档都没有包括的值（如负数）怎么算？现由人定（elsewhere = "ask"）；'
        '不得分写 "zero"，得满分写 "full"',
        "what about values that no step has (negative ones)? Now a person decides "
        '(elsewhere = "ask"); "zero" gives none, "full" all points',
    ),
    "drafting.ask.no-cap": (
        "原文没有写“扣完为止”，扣分有没有上限？现扣到0分为止；有上限的写 cap",
        "nothing says that the loss ends: is there a limit? Now it ends at 0; else write cap",
    ),
    "drafting.ask.share": (
        "“按比例”是按比率本身还是按与目标的比？现见 target，请核对",
        "in proportion to the rate itself or to the target? See target",
    ),
    "drafting.ask.direction": (
        "目标是越高越好还是越低越好？现见 direction，请核对",
        "is more better, or less? See direction",
    ),
    "drafting.ask.zero": (
        '分母为零的怎么算？现由人定（if_zero = "ask"）；得满分写 "full"，不得分写 "zero"，'
        '不适用写 "na"',
        'what if the denominator is zero? Now a person decides (if_zero = "ask"); "full", '
        '"zero" or "na" otherwise',
    ),
    "drafting.ask.rate": (
        "这个数由哪些基础数据算出来？表里没有写公式，现让单位直接填；有公式的改写 rate",
        "which figures make this value? The form gives no formula; now it is typed. Write rate",
    ),
    "drafting.ask.points": (
        "评分标准里的分合计{stated}分，分值栏是{weight}分，以哪个为准？现由人评判",
        "the standard gives {stated} points, the weight is {weight}: which holds? Now judged",
    ),
    "drafting.ask.unread": (
        "没有全部读懂，由人评判。没读懂的是：{words}",
        "not wholly understood, left to a person: {words}",
    ),
    "drafting.ask.no-standard": (
        "表里没有这一行的评分标准，由人评判",
        "the form has no standard for this row: judged",
    ),
    "drafting.ask.weight": ("表里没有写分值，是多少分？", "the form gives no weight: how many?"),
    "drafting.ask.unit": ("用什么单位？补上 unit = …", "in which unit? Add unit = …"),
    "drafting.ask.funds": (
        "预算执行率怎样计分？表里没有写，由人评判",
        "how is the execution rate scored? The form does not say: judged",
    ),
    "drafting.ask.free": (
        "这一部分的指标是各单位自己定，还是都用表里这几行？现按自己定；"
        "都一样的，把它们逐行写成 [[indicators]]",
        "does each department name its own rows here? Now yes; write [[indicators]] if all use "
        "the same",
    ),
    "drafting.ask.total": (
        "各行分值加起来是{summed}分，总分是{total}分，差在哪里？",
        "the weights add up to {summed}, the total is {total}: what is missing?",
    ),
    "drafting.ask.columns": (
        "表里没有这几栏，空白表里要有，已补上：{names}。不要的删去",
        "the form lacks these columns, which a blank needs; they were added: {names}",
    ),
    "drafting.every.columns": (
        "表里没有分值、自评得分等栏的，补在哪里？",
        "Where do the columns go that the form lacks?",
    ),
    "drafting.ask.year": ("哪一年度用？补上 year = …", "for which year? Add year = …"),
    "drafting.ask.document": (
        "依据哪个文件（文号）？写在 clause",
        "which document is it of? Write clause",
    ),
    "drafting.ask.grades-high": (
        "表里写的档次从{least}分起，各行合计只有{total}分，够不着：档次按什么分？"
        "定好后补上 [[grades]]",
        "the grades stated begin at {least} points, the rows give {total}: which points are meant? "
        "Then add [[grades]]",
    ),
    "drafting.every.grades-high": (
        "表里写的档次高于各行的合计，按什么分？",
        "The grades stated are above the points of the rows: which points are meant?",
    ),
    "drafting.ask.grades": (
        "分不分档次？表里没有写；分的补上 [[grades]]（name、min）",
        "are there grades? The form says none; add [[grades]] (name, min)",
    ),
    "drafting.every.part-step": (
        "不足一步（如不足一个百分点）的怎么算？",
        "How does a part of a step count?",
    ),
    "drafting.every.ladder-end": (
        "两档相接处的端点含在哪一档？",
        "Which step has the value where two meet?",
    ),
    "drafting.every.uncovered": (
        "各档都没有包括的值（如负数）怎么算？",
        "What about values that no step has?",
    ),
    "drafting.every.no-cap": (
        "没有写“扣完为止”的，扣分有没有上限？",
        "Is there a limit to the loss where none is said?",
    ),
    "drafting.every.share": (
        "“按比例”按什么的比例？",
        "In proportion to what?",
    ),
    "drafting.every.direction": (
        "目标是越高越好还是越低越好？",
        "Is more better, or less?",
    ),
    "drafting.every.zero": (
        "分母为零的怎么算？",
        "What if the denominator is zero?",
    ),
    "drafting.every.rate": (
        "表里没有写公式的，由哪些基础数据算出来？",
        "Which figures make the values without a formula?",
    ),
    "drafting.every.points": (
        "评分标准里的分与分值栏不一致的，以哪个为准？",
        "Which holds where the standard's points are not the weight?",
    ),
    "drafting.every.unread": (
        "没有全部读懂的评分标准，由人评判，还是改写成能算的？",
        "Standards not wholly understood: judged, or written so that they compute?",
    ),
    "drafting.every.no-standard": (
        "没有评分标准的行，由人评判吗？",
        "Rows without a standard: judged?",
    ),
    "drafting.every.weight": (
        "没有写分值的行，各是多少分？",
        "How many points have the rows without a weight?",
    ),
    "drafting.every.unit": (
        "没有写单位的数据，用什么单位？",
        "Which unit have the figures without one?",
    ),
    "drafting.every.funds": (
        "预算执行率怎样计分？",
        "How is the execution rate scored?",
    ),
    "drafting.every.free": (
        "指标由各单位自己定，还是统一用表里这些？",
        "Does each department name its own rows?",
    ),
    "drafting.every.total": (
        "各行分值加起来不是总分，差在哪里？",
        "The weights miss the total: what is missing?",
    ),
    "drafting.every.year": (
        "哪一年度用？",
        "For which year?",
    ),
    "drafting.every.document": (
        "依据哪个文件（文号）？",
        "Which document is it of?",
    ),
    "drafting.every.grades": (
        "分不分档次？",
        "Are there grades?",
    ),
}

CHINESE: Final[Mapping[str, str]] = {
    "drafting.table": "表{number}",
    "drafting.clause": "{document}，表内第{row}行",
    "drafting.file.asked": "要由人决定的，每类只问一次：",
    "drafting.file.head": (
        "由“{source}”起草。每个值后面写着它所在的单元格；“请定”是表里没有说明、要由人决定的。"
    ),
    "drafting.file.how": (
        "逐条定好后删去“请定”的行，最后删去 draft = true；随时可用 jixiao rulebook check 检查。"
    ),
}
