"""Texts of the survey: what it comes to, and why a file holds no questionnaires."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "survey.unread.headings-only": (
        "表里只有题目一行，一份问卷也没有",
        "The sheet has headings and not one form",
    ),
    "survey.unread.empty": ("文件里没有内容", "The file is empty"),
    "survey.unread.quotes": (
        "文件里的引号不成对，分不出各栏",
        "The quotation marks of the file don't match, so its columns cannot be told apart",
    ),
    "survey.unread.cells": (
        "单元格超过上限{limit}，不再读取",
        "The cells go beyond the limit of {limit}",
    ),
    "survey.unread.no-forms": (
        "没有认出题目和答案，也没有认出统计好的份数",
        "Neither questions with answers nor counts were recognised",
    ),
    "survey.title": ("满意度调查　{rulebook}", "Survey  {rulebook}"),
    "survey.file": ("问卷：{files}", "Forms: {files}"),
    "survey.question": ("计入的题目：{question}", "Question that counts: {question}"),
    "survey.questions": (
        "计入的题目：全部{count}题的答案合计",
        "Questions that count: the answers to all {count} together",
    ),
    "survey.group": ("【{name}】", "[{name}]"),
    "survey.forms": (
        "发放{issued}份，收回{returned}份，回收率{rate}；有效{valid}份",
        "{issued} issued, {returned} returned ({rate}), {valid} valid",
    ),
    "survey.forms-open": (
        "发放份数未知，收回{returned}份；有效{valid}份",
        "{returned} returned, {valid} valid; how many were issued is not known",
    ),
    "survey.left": ("未计入：{parts}", "Left out: {parts}"),
    "survey.left.duplicate": ("重复{count}份", "{count} there twice"),
    "survey.left.late": ("截止以后{count}份", "{count} after the deadline"),
    "survey.left.blank": ("没有作答{count}份", "{count} without an answer"),
    "survey.left.unclear": ("看不懂{count}份", "{count} not understood"),
    "survey.left.no-opinion": ("不了解{count}份", "{count} without an opinion"),
    "survey.given.word": ("“{word}”{count}份", "“{word}” {count}"),
    "survey.given": ("{label}（{words}）", "{label} ({words})"),
    "survey.column.answer": ("答案", "Answer"),
    "survey.column.forms": ("份数", "Forms"),
    "survey.column.share": ("占有效", "Share"),
    "survey.column.counts": ("计入满意度", "Counts"),
    "survey.column.question": ("题目", "Question"),
    "survey.column.answered": ("作答", "Answered"),
    "survey.column.rate": ("满意度", "Satisfaction"),
    "survey.rate": ("满意度　{rate}（{working}）", "Satisfaction  {rate} ({working})"),
    "survey.rate-all": (
        "各题合计满意度　{rate}",
        "Satisfaction over all questions  {rate}",
    ),
    "survey.score": (
        "得分　　{score}分（“{name}”满分{weight}分）：{trace}",
        "Score  {score} of {weight} (“{name}”): {trace}",
    ),
    "survey.score-judged": (
        "得分　　“{name}”满分{weight}分，体系没有写评分标准，由人评定",
        "Score  “{name}” has {weight} points; the rulebook leaves it to a person",
    ),
    "survey.score-open": (
        "得分　　“{name}”还算不出来",
        "Score  “{name}” cannot be worked out yet",
    ),
    "survey.score-target": (
        "得分　　由评分表里自设的满意度指标按指标值计算：把满意度填在实际完成值一栏",
        "Score  by the target of the row on satisfaction: enter the satisfaction as what was "
        "reached",
    ),
    "survey.interval": (
        "误差　　95%的把握：全体的满意度在{low}至{high}之间（按简单随机抽样）",
        "Error  at 95% confidence the satisfaction of all is between {low} and {high} (simple "
        "random sample)",
    ),
    "survey.margin": (
        "误差　　95%的把握：最多±{margin}个百分点（按简单随机抽样）",
        "Error  at 95% confidence ±{margin} percentage points at most (simple random sample)",
    ),
    "survey.findings": ("要注意的{count}处：", "{count} things to note:"),
    "survey.clean": ("没有发现问题。", "Nothing to note."),
    "survey.fill": ("评分表“{sheet}”：", "Scoresheet “{sheet}”:"),
    "survey.fill.blank": ("  {cell}　{label}：填入{after}", "  {cell}  {label}: {after} entered"),
    "survey.fill.replaced": (
        "  {cell}　{label}：由{before}改为{after}",
        "  {cell}  {label}: {before} replaced by {after}",
    ),
    "survey.fill.kept": (
        "  {cell}　{label}：已填{before}，按问卷应为{after}，没有改",
        "  {cell}  {label}: says {before}, by the forms it is {after}; left as it is",
    ),
    "survey.fill.same": ("  已经一致：{labels}", "  Agree already: {labels}"),
    "survey.fill.unplaced": (
        "  表里没有找到：{labels}，请自己填",
        "  Not found in the sheet: {labels}; enter them yourself",
    ),
    "survey.fill.unchanged": (
        "副本里没有填什么，与原件相同。",
        "Nothing was filled in; the copy is the same as the original.",
    ),
    "survey.fill.remain": (
        "副本核对还有{count}个问题，看详情：jixiao validate {target}",
        "{count} findings remain in the copy; see jixiao validate {target}",
    ),
    "survey.fill.clean": ("副本核对没有问题。", "Nothing is found in the copy."),
    "survey.fill.nothing": (
        "  这个体系的评分表没有填问卷份数的地方；满意度请自己填在实际值一栏",
        "  This scoresheet has no place for counts; enter the satisfaction as the rate yourself",
    ),
    "survey.fill.why": ("按问卷统计填写", "By the questionnaires"),
    "survey.fill.why-replaced": (
        "按问卷统计改正，原来填的是{before}",
        "By the questionnaires; it said {before}",
    ),
    "survey.fill.why-kept": (
        "已经填了别的数，没有改；以问卷为准的，加上 --replace 再写一次",
        "Something else was entered and is left; where the forms hold, use --replace",
    ),
    "survey.fill.promise": (
        "只填了问卷的份数（或满意度），随之更新了公式的结果；自评得分没有改动，其余内容与原文件相同。"
        "填过的格子有底色和批注。",
        "Only the counts of the questionnaires (or the satisfaction) were entered, and results of "
        "formulas follow. No self-score was changed; all else is as in the file. Cells that were "
        "filled are highlighted and commented.",
    ),
    "survey.fill.formula": (
        "{cell}是公式，没有改，请自己核对",
        "{cell} is a formula and was left; check it yourself",
    ),
}
