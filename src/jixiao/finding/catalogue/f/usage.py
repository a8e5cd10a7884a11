"""Codes F800–F899: what was named on the command line cannot be used, or the program failed."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error
from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = (
    error(
        "F801",
        (
            "指定的指标体系文件不能用",
            "指标体系“{rulebook}”有{count}处问题，不能用来核对。第一处：{problem}。",
            "用 jixiao rulebook check 查看全部问题，改好后再核对；或改用自带的指标体系（见 jixiao "
            "rulebook"
            " list）。",
            "核对时用 --rulebook 指定了一个指标体系文件，但这个文件本身写得不对，例如有不认识的项"
            "、分值加起来"
            "不等于总分、公式里用了没有定义的基础数据。指标体系不可靠，核对结果也就不可靠，所以没"
            "有核对工作簿，"
            "也没有写出任何文件。\n\n这不是工作簿的问题。请把 jixiao rulebook check 列出的问题逐"
            "条改好。",
        ),
        (
            "The rulebook asked for cannot be used",
            "The rulebook “{rulebook}” has {count} problem(s) and cannot be checked against. The "
            "first: {problem}.",
            "See all of them with jixiao rulebook check, mend them and check again; or use a "
            "shipped rulebook"
            " (jixiao rulebook list).",
            "A rulebook file was named with --rulebook, but the file itself is wrong: an unknown "
            "key, weights"
            " that do not add up to the total, a formula over an input that is not defined. A "
            "check against"
            " it would be worth nothing, so the workbook was not checked and nothing was written."
            "\n\nThis is no"
            " fault of the workbook. Mend what jixiao rulebook check lists.",
        ),
    ),
    error(
        "F899",
        (
            "程序内部出错，没有核对",
            "核对这个文件时程序内部出错（{kind}：{text}），因此没有结论。",
            "请把这一行和这个文件交给维护人员；其他文件不受影响。",
            "这是程序的缺陷，不是表格填写的问题。出错的文件没有核对结论，也没有写出标注件；同一次"
            "核对的其他文件"
            "照常给出结论。\n\n设置环境变量 JIXIAO_TRACEBACK=1 再运行一次，可以得到维护人员需要的"
            "详细信息。",
        ),
        (
            "The program failed on this file",
            "The program failed while checking this file ({kind}: {text}), so nothing can be "
            "said of it.",
            "Please report this line together with the file; other files are not affected.",
            "This is a defect of the program, not of the sheet. There is no verdict on the file "
            "and no annotated"
            " copy of it; other files of the same run are checked as usual.\n\nRun again with the "
            "environment"
            " variable JIXIAO_TRACEBACK=1 to get the details that a maintainer needs.",
        ),
    ),
)
