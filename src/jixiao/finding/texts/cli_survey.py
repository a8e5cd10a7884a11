"""Texts of the commands ``survey`` and ``draft-report``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "cli.survey.help": (
        "从满意度调查的问卷（问卷星、腾讯问卷导出的 xlsx、csv，一行一份；或者统计好的份数）"
        "算出发放、"
        "收回、有效份数，满意度和得分，指出重复、过期、没有作答、答案看不懂的问卷，误差有多大；"
        "--into 与评分表核对，再加 --output 把份数填进评分表的副本。",
        "Count questionnaires on satisfaction (exports of 问卷星 and 腾讯问卷 as xlsx or csv, "
        "one row "
        "a form; or counts): issued, returned, valid, satisfaction, score; forms that are there "
        "twice, late, blank or not understood, and the margin of error. --into holds it against a "
        "scoresheet, with --output the counts go into a copy.",
    ),
    "cli.survey.rulebook": (
        "指标体系的编号或文件；给了 --into 的可以不写。",
        "Id or file of the rulebook; not needed with --into.",
    ),
    "cli.survey.issued": (
        "发放了多少份，如 300；分对象的写“协作部门=30”，可写几次。",
        "How many forms were issued; by group: 协作部门=30, several times.",
    ),
    "cli.survey.deadline": (
        "截止日期，如 2018-03-31；以后提交的不计入。",
        "The last day, like 2018-03-31; later forms don't count.",
    ),
    "cli.survey.question": (
        "有几个满意度题目时，计入哪一题（题号）。",
        "Which question counts, by its number, where there are several.",
    ),
    "cli.survey.answers": (
        "答案是什么意思：5-1（5最满意）、1-5（1最满意），或“好=满意,差=不满意”。",
        "What answers mean: 5-1 (5 is best), 1-5, or 好=满意,差=不满意.",
    ),
    "cli.survey.group": (
        "这些问卷都是哪一类对象填的。",
        "Which group all these forms are of.",
    ),
    "cli.survey.population": (
        "调查对象一共多少人，用来算误差。",
        "How many people there are in all, for the margin of error.",
    ),
    "cli.survey.report": (
        "自评报告：其中写的份数、满意度和得分与问卷核对。",
        "The narrative report: counts, satisfaction and score in it are compared with the forms.",
    ),
    "cli.survey.into": (
        "与这张评分表核对；加 --output 填进它的副本。",
        "Compare with this scoresheet; with --output fill in a copy of it.",
    ),
    "cli.survey.output": (
        "填好份数的副本写到这里；原件不动。",
        "Write the filled copy here; the original is left alone.",
    ),
    "cli.survey.replace": (
        "副本里已填的不同份数也换成问卷的。",
        "In the copy, replace counts that say something else.",
    ),
    "cli.survey.format": (
        "输出格式：text 或 json。",
        "Output format: text or json.",
    ),
    "cli.survey.which": (
        "请用 --rulebook 写明指标体系（jixiao rulebook list 列出编号），或者用 --into 给出评分表。",
        "Name a rulebook with --rulebook (jixiao rulebook list has the ids), or give the "
        "scoresheet with --into.",
    ),
    "cli.survey.output-alone": (
        "--output 要和 --into 一起用：写明填进哪张评分表。",
        "--output goes with --into, which names the scoresheet to fill in.",
    ),
    "cli.survey.replace-alone": (
        "--replace 要和 --into、--output 一起用。",
        "--replace goes with --into and --output.",
    ),
    "cli.survey.bad-answers": (
        "“{text}”不能这样写。写成 5-1（5最满意）、1-5（1最满意），或“好=满意,差=不满意”。",
        "{text!r} is not understood: write 5-1 (5 is best), 1-5, or 好=满意,差=不满意.",
    ),
    "cli.survey.unknown-answer": (
        "“{word}”不是这个体系的答案。可以写：{labels}。",
        "{word!r} is no answer of this rulebook, which has: {labels}.",
    ),
    "cli.survey.bad-issued": (
        "--issued 写份数，如 300，或“协作部门=30”；“{text}”不是。",
        "--issued takes a number like 300, or 协作部门=30, not {text!r}.",
    ),
    "cli.survey.no-group": (
        "没有“{name}”这一类对象。这个体系的对象分为：{names}。",
        "There is no group {name!r}; the rulebook asks: {names}.",
    ),
    "cli.survey.one-group": (
        "这个体系不分对象，不用写对象的名称。",
        "This rulebook asks one group only; leave its name out.",
    ),
    "cli.survey.no-copy": (
        "要填进副本，加上 --output 文件名。",
        "Add --output FILE to have them filled into a copy.",
    ),
    "cli.draft-report.help": (
        "按评分表草拟自评报告（.docx）：各部分按通知的次序，总分、档次、各部分得分、基础数据、"
        "重点项目、满意度都从表里填好，扣分的指标和原因逐项列出，要人写的地方标“待补充”。"
        "表改了要重新草拟。",
        "Draft the report that goes with a scoresheet (.docx): sections in the order of the "
        "notice, "
        "total, grade, section scores, basic figures, projects and satisfaction filled in from the "
        "sheet, rows that lost points with their reasons, and gaps marked for a person.",
    ),
    "cli.draft-report.rulebook": (
        "指标体系的编号或文件；不写的按评分表识别。",
        "Id or file of the rulebook; found by the sheet where left out.",
    ),
    "cli.draft-report.output": ("写到这个文件（.docx）。", "Write to this file (.docx)."),
    "cli.draft-report.no-docx": (
        "写 Word 文档要先安装：pip install 'jixiao[docx]'",
        "Install what writes Word documents: pip install 'jixiao[docx]'",
    ),
    "cli.draft-report.gaps": (
        "标有“待补充”的{count}处要人写；最后一段说明数字的来源，定稿前删去。",
        "{count} places marked 待补充 are for a person; the last paragraph says where the figures "
        "come from and goes before the report is final.",
    ),
    "cli.draft-report.errors": (
        "评分表还有{count}个错误，报告里的数字照表填写；先用 jixiao validate {file} 改好，"
        "再草拟一次。",
        "The scoresheet has {count} errors and the report repeats its figures: mend it with "
        "jixiao validate {file} and draft again.",
    ),
}
