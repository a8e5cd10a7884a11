"""Texts of ``jixiao rulebook`` and its commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "cli.rulebook.help": (
        "查看、检查、比较指标体系。一个指标体系是一个文本文件，写明指标、分值、公式和评分标准。",
        "List, show, check and compare rulebooks. A rulebook is one text file with "
        "indicators, weights, formulas and scoring rules.",
    ),
    "cli.rulebook.short.list": (
        "列出自带的和自己的指标体系。",
        "List the rulebooks: those that come with the program and your own.",
    ),
    "cli.rulebook.short.show": ("用文字写出一个指标体系。", "Write one rulebook out in prose."),
    "cli.rulebook.short.check": (
        "检查正在编写的指标体系文件。",
        "Check a rulebook file while writing it.",
    ),
    "cli.rulebook.short.draft": (
        "从一张现成的表起草指标体系文件。",
        "Draft a rulebook file from a form.",
    ),
    "cli.rulebook-draft.help": (
        "从一张现成的表（xlsx、xls、ods、et，或 docx 里的表格）起草指标体系文件：标题、年度、"
        "分值、各级指标、评分标准原文，读得懂的评分标准写成规则，附基础数据和算例。每个值后面"
        "写着它所在的单元格；要由人决定的，在该处写明，最后每类问一次。",
        "Draft a rulebook file from a form (xlsx, xls, ods, et, or a table in a docx): title, "
        "year, weights, levels, standards word for word, rules where they were wholly read, with "
        "inputs and worked cases. Every value says its cell; what a person must decide is asked "
        "at its place and, once a class, at the end.",
    ),
    "cli.rulebook-draft.output": (
        "写到这个文件（.toml）；不写时显示在屏幕上。",
        "Write to this file (.toml); without it the draft is printed.",
    ),
    "cli.rulebook-draft.id": (
        "指标体系的编号；默认取文件名里的英文字母和数字。",
        "Id of the rulebook; by default from the letters and digits of the file name.",
    ),
    "cli.rulebook-draft.bad-id": (
        "编号“{id}”写法不对：只用小写英文字母、数字和连字符，以字母开头，如 our-2026。",
        "The id “{id}” is not well formed: small letters, digits and hyphens, beginning with a "
        "letter, as our-2026.",
    ),
    "cli.rulebook-draft.no-form": (
        "“{file}”里没有找到评分表、目标表或资金表，没有可起草的内容。请检查是不是这个文件。",
        "No table of scores, targets or funds was found in “{file}”. Is it the right file?",
    ),
    "cli.rulebook-draft.no-docx": (
        '“{file}”是 Word 文件，要先安装读取它的部件：pip install "jixiao[docx]"；'
        "或者把表格复制到 Excel 里另存为 xlsx 再试。",
        '“{file}” is a Word document; install what reads it: pip install "jixiao[docx]", or '
        "copy the table into a spreadsheet and try that.",
    ),
    "cli.rulebook-draft.done": (
        "“{name}”（{id}）已起草：{rows}行，其中{stated}行有评分标准；读懂{read}行，由人评判{judged}行。",
        "“{name}” ({id}) drafted: {rows} rows, {stated} of them with a standard; {read} read, "
        "{judged} left to judgement.",
    ),
    "cli.rulebook-draft.asks": (
        "要由人决定的有{count}类：",
        "{count} kinds of things must be decided by a person:",
    ),
    "cli.rulebook-draft.rows": ("（{names}）", " ({names})"),
    "cli.rulebook-draft.rows-more": ("（{names}等{count}处）", " ({names} … {count} in all)"),
    "cli.rulebook-draft.next": (
        "接下来：打开文件，逐条定好“请定”的地方，用 jixiao rulebook check {file} 检查。\n",
        "Next: open the file, settle what is marked 请定, and run jixiao rulebook check {file}.\n",
    ),
    "cli.rulebook.short.diff": (
        "比较两个指标体系，看对报送的影响。",
        "Compare two rulebooks and their effect on returns.",
    ),
    "cli.rulebook-check.hint": ("提示：{text}", "hint: {text}"),
    "cli.rulebook-check.good": (
        "“{name}”（{id}）可以使用：{count}个指标，{inputs}项基础数据，{cases}个算例都算得通。",
        "“{name}” ({id}) can be used: {count} indicators, {inputs} inputs, all {cases} "
        "worked examples come out.",
    ),
    "cli.rulebook-check.draft": (
        "“{name}”（{id}）是草稿，可以试用：{count}行，其中由人评判{judged}行，{cases}个算例都算得通；"
        "还有{asks}处要由人决定。定好后删去 draft = true。",
        "“{name}” ({id}) is a draft that can be tried: {count} rows, {judged} of them judged, all "
        "{cases} worked examples come out; {asks} things are to be decided. Then take out "
        "draft = true.",
    ),
    "cli.rulebook-check.help": (
        "检查一个指标体系文件：列出全部问题，写明在第几行、怎么改。",
        "Check a rulebook file: list everything wrong, with line and remedy.",
    ),
    "cli.rulebook-diff.no-folder": ("没有文件夹“{folder}”。", "There is no folder “{folder}”."),
    "cli.rulebook-diff.effect": (
        "对“{folder}”里报送的影响：",
        "Effect on the returns in “{folder}”:",
    ),
    "cli.rulebook-diff.help": (
        "比较两个指标体系：新增、取消、改名、调整分值和评分标准的指标，先用文字写，再列成表。",
        "Compare two rulebooks: indicators added, removed, renamed, re-weighted, "
        "re-scored; in Chinese prose, then as a table.",
    ),
    "cli.rulebook-diff.on": (
        "用这个文件夹里的报送算一遍：谁的复算得分有变动，变动多少。",
        "Try both on the returns in this folder: whose computed score moves, and by how much.",
    ),
    "cli.rulebook-list.free": ("{count}＋自定", "{count}+free"),
    "cli.rulebook-list.help": (
        "列出自带的和自己的指标体系。",
        "List the rulebooks: those that come with the program and your own.",
    ),
    "cli.rulebook-list.own": ("自己的指标体系（{folder}）：", "Rulebooks of your own ({folder}):"),
    "cli.rulebook-list.shipped": ("自带的指标体系：", "Rulebooks that come with the program:"),
    "cli.rulebook-list.header.id": ("编号", "id"),
    "cli.rulebook-list.header.year": ("年度", "year"),
    "cli.rulebook-list.header.rows": ("指标", "rows"),
    "cli.rulebook-list.header.total": ("总分", "total"),
    "cli.rulebook-list.header.name": ("名称", "name"),
    "cli.rulebook-show.help": (
        "用文字写出一个指标体系：每个指标的分值、公式、评分标准、依据和来源；在别的体系"
        "上修改的，写明每项规定出自哪里。",
        "Write one rulebook out in (Chinese) prose: weight, formula, rule, clause and "
        "source of each indicator, and for an overlay where each value comes from.",
    ),
}

CHINESE: Final[Mapping[str, str]] = {
    "cli.rulebook-show.origins": "\n## 各项规定的出处\n\n",
}
