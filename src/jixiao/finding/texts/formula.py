"""What is wrong with a formula of a rulebook, and how formulas are read by people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "formula.arguments": ("{function} 的参数有 {count} 个", "{function} has {count} argument(s)"),
    "formula.arguments.remedy": (
        "{function} 要有 {least} 个参数",
        "give {function} {least} argument(s)",
    ),
    "formula.arguments.least": (
        "{function} 要有 {least} 个以上的参数",
        "give {function} {least} arguments or more",
    ),
    "formula.between.numbers": ("与", " and "),
    "formula.between.and": ("且", " and "),
    "formula.between.or": ("或", " or "),
    "formula.condition-in-sum": (
        "比较的结果不能参加计算",
        "a comparison cannot be calculated with",
    ),
    "formula.condition-in-sum.remedy": (
        "用 if(条件, 数, 数) 把条件变成数",
        "turn it into a number by if(condition, number, number)",
    ),
    "formula.expected": ("“{found}”处应为“{sign}”", "“{sign}” is needed where “{found}” is"),
    "formula.expected.remedy": ("补上 {sign}", "add {sign}"),
    "formula.expected-at-end": ("公式结尾处应为“{sign}”", "“{sign}” is needed at the end"),
    "formula.full-width": (
        "公式里有全角符号“{sign}”",
        "the formula has the full-width sign “{sign}”",
    ),
    "formula.full-width.remedy": ("改为半角的 {plain}", "write a plain {plain}"),
    "formula.no-column": ("{function} 只能用于表的一列", "{function} takes one column of a table"),
    "formula.no-column.remedy": ("写成 {function}(表.列)", "write {function}(table.column)"),
    "formula.no-column.countif": (
        "写成 {function}(表.列 >= 95%)",
        "write {function}(table.column >= 95%)",
    ),
    "formula.no-condition": ("这里应为条件", "a condition is needed here"),
    "formula.no-condition.remedy": (
        "写成 a >= 95% 这样的比较，或 and(…)、or(…)",
        "write a comparison such as a >= 95%, or and(…), or(…)",
    ),
    "formula.no-number": ("“{written}”不是数字", "{written!r} is no number"),
    "formula.no-number.remedy": ("数字写成 1000、0.3 或 95%", "write numbers as 1000, 0.3 or 95%"),
    "formula.operand-missing": (
        "“{found}”前缺少数字或名称",
        "a number or a name is missing before “{found}”",
    ),
    "formula.operand-missing.remedy": ("补上数字或名称", "add a number or a name"),
    "formula.operator-missing": (
        "“{found}”前缺少运算符号",
        "an operator is missing before “{found}”",
    ),
    "formula.operator-missing.remedy": (
        "补上 + - * / 或去掉多余部分",
        "add + - * /, or remove what is too much",
    ),
    "formula.prose.brackets": ("（{inner}）", "({inner})"),
    "formula.prose.negative": ("－{inner}", "-{inner}"),
    "formula.prose.if": ("{condition}时为{yes}，否则为{no}", "{yes} if {condition}, else {no}"),
    "formula.prose.countif": ("{counted}的项数", "number of {counted}"),
    "formula.prose.min": ("{inner}中较小者", "the least of {inner}"),
    "formula.prose.max": ("{inner}中较大者", "the greatest of {inner}"),
    "formula.prose.and": ("{inner}", "{inner}"),
    "formula.prose.or": ("{inner}", "{inner}"),
    "formula.prose.sum": ("{inner}合计", "sum of {inner}"),
    "formula.prose.mean": ("{inner}平均值", "mean of {inner}"),
    "formula.prose.count": ("{inner}的项数", "number of {inner}"),
    "formula.prose.abs": ("|{inner}|", "|{inner}|"),
    "formula.prose.int": ("{inner}取整", "whole part of {inner}"),
    "formula.prose.round": (
        "{inner}（四舍五入保留{digits}位小数）",
        "{inner} rounded to {digits} decimals",
    ),
    "formula.round-digits": ("round 的位数不对", "the digits of round are wrong"),
    "formula.round-digits.remedy": (
        "位数写成 -{most} 到 {most} 的整数",
        "write a whole number from -{most} to {most}",
    ),
    "formula.sign.plus": (" ＋ ", " + "),
    "formula.sign.minus": (" － ", " - "),
    "formula.sign.times": (" × ", " × "),
    "formula.sign.over": (" ÷ ", " ÷ "),
    "formula.sign.below": ("＜", " < "),
    "formula.sign.at-most": ("≤", " ≤ "),
    "formula.sign.equal": ("＝", " = "),
    "formula.sign.at-least": ("≥", " ≥ "),
    "formula.sign.above": ("＞", " > "),
    "formula.sign.unequal": ("≠", " ≠ "),
    "formula.too-deep": ("公式的括号层数太多", "too many brackets within each other"),
    "formula.too-deep.remedy": (
        "把公式拆成几个基础数据项",
        "split the formula into several inputs",
    ),
    "formula.too-long": ("公式太长", "the formula is too long"),
    "formula.too-long.remedy": ("公式最多 {most} 个字符", "{most} characters at most"),
    "formula.unfinished": ("公式没有写完", "the formula is unfinished"),
    "formula.unfinished.remedy": ("在末尾补上数字或名称", "add a number or a name at the end"),
    "formula.unknown-function": ("没有函数“{function}”", "there is no function {function!r}"),
    "formula.unknown-function.remedy": ("可用的函数：{known}", "functions: {known}"),
    "formula.unknown-function.near": (
        "改为 {near}；可用的函数：{known}",
        "did you mean {near}? functions: {known}",
    ),
    "formula.no-option": (
        "“{written}”不是可选的答案",
        "{written!r} is not among the options",
    ),
    "formula.no-option.remedy": (
        "文字只能与选择项或是否项比较，写成 类别的id = '选项'，选项与 choices 里的一致",
        "compare text only with a choice or a flag: id = 'option', as listed in its choices",
    ),
    "formula.unknown-sign": ("公式里不能用“{sign}”", "a formula cannot have “{sign}”"),
    "formula.unknown-sign.remedy": (
        "只用名称、数字、+ - * /、比较符号和括号",
        "use only names, numbers, + - * /, comparisons and brackets",
    ),
    "formula.whole-column": ("“{column_name}”是整列", "{column_name!r} is a whole column"),
    "formula.whole-column.remedy": (
        "放进 sum(…)、mean(…)、count(…) 或 countif(…)",
        "put it into sum(…), mean(…), count(…) or countif(…)",
    ),
}
