"""Texts of ``jixiao validate``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "cli.validate.nothing-written": (
        "有文件未能检查，所要的输出没有写。请处理好下面所说的问题后再运行一次。",
        "Some files could not be checked, so no file was written. Mend what is said "
        "below and run again.",
    ),
    "cli.validate.next-mend": (
        "接下来：按上面所说逐条改好，保存后再核对一次。加上 --annotate 新文件名.xlsx，"
        "可以得到在原表上标出这些问题的工作簿。",
        "Next: mend these one by one, save, and check again. With --annotate NEW.xlsx "
        "you get the workbook with these marks in it.",
    ),
    "cli.validate.next-marked": (
        "接下来：打开标注件，按批注逐条改好原表，再核对一次。",
        "Next: open the annotated copy, mend the original as its comments say, and check again.",
    ),
    "cli.validate.next-clean": (
        "自评得分站得住，可以报送。",
        "The self-scores hold; it can be handed in.",
    ),
    "cli.validate.next-selected": (
        "注意：这里只看了选定的问题（--select、--ignore），结论也只就这些问题而言；"
        "报送前请不加这两个选项再核对一次。",
        "Note: only the findings that were asked for were looked at (--select, --ignore), and the "
        "verdict is about them; check without these options before handing in.",
    ),
    "cli.validate.help": (
        "核对一个或几个评分表：逐项复算自评得分，列出不一致的单元格、应为多少、怎么改。\n\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 命令用法不对；3 有文件未能检查。",
        "Check one or more scoresheets: recompute each self-score and list the cells "
        "that do not hold, the expected value and what to do.\n\n"
        "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong use; 3 could "
        "not check.",
    ),
    "cli.validate.rulebook": (
        "按哪个指标体系核对：编号（见 jixiao rulebook list）或文件。默认自动识别。",
        "Rulebook to check against: an id (see jixiao rulebook list) or a file. Found by default.",
    ),
    "cli.validate.format": (
        "结果的格式：text 文字（默认），html 一个网页文件（用浏览器打开，可打印），json 供程序"
        "读取，csv 每行一个问题，sarif 供代码托管和审查平台读取（SARIF 2.1.0）。",
        "Format of the result: text (default), html (one page for any browser, prints well), "
        "json, csv with one finding a line, or sarif (2.1.0) for review platforms.",
    ),
    "cli.validate.quiet": (
        "只显示结论和必须改的问题（达到 --fail-on 那一级的）。",
        "Show only the verdict and what must be mended: findings at or above --fail-on.",
    ),
    "cli.validate.statistics": (
        "不逐条显示，只按问题代码列出个数。",
        "Instead of the findings, list their codes by count.",
    ),
    "cli.validate.select": (
        "只看这些问题：代码或代码的开头，用逗号隔开，如 T,R101。没有选的不影响退出码；未能检查"
        "的原因总会显示。",
        "Look only at these findings: codes or beginnings of codes, separated by commas "
        "(T,R101). Others do not count for the exit code; why a file could not be checked is "
        "always told.",
    ),
    "cli.validate.ignore": (
        "不看这些问题，写法与 --select 相同；两者都写到的不看。",
        "Leave these findings out; written like --select, and stronger.",
    ),
    "cli.validate.waivers": (
        "按这个豁免文件（TOML）豁免问题：豁免的仍然列出，另外计数，不影响退出码。",
        "Apply the waivers of this TOML file: what they excuse stays visible, is counted apart and "
        "does not decide the exit code.",
    ),
    "cli.validate.write-waiver": (
        "在 --waivers 文件末尾加一条豁免：写“代码@工作表!单元格”，表里只有一个这种问题时只写代码。"
        "要同时写 --reason、--who、--until。",
        "Append a waiver to the --waivers file: CODE@SHEET!CELL, or CODE alone where there is one "
        "such finding. Needs --reason, --who and --until.",
    ),
    "cli.validate.reason": ("豁免的理由。", "Why it is waived."),
    "cli.validate.who": ("谁批准的豁免。", "Who waives it."),
    "cli.validate.until": ("豁免到哪一天（含），如 2026-12-31。", "The last day, as 2026-12-31."),
    "cli.validate.no-code": (
        "没有以“{code}”开头的问题代码。全部代码见文档 docs/findings；"
        "jixiao explain 代码 可查看一个代码的意思。",
        "No finding code begins with “{code}”. docs/findings lists all codes; jixiao explain CODE "
        "says what one means.",
    ),
    "cli.validate.statistics-text": (
        "--statistics 只能用于文字结果，不能与 --format {format} 一起用。",
        "--statistics is for the text result; it does not go with --format {format}.",
    ),
    "cli.validate.output": (
        "把结果写到这个文件，不显示在屏幕上。",
        "Write the result to this file instead of showing it.",
    ),
    "cli.validate.annotate": (
        "另存一份带标注的工作簿；核对多个文件时写文件夹。有 --report 且报告是 .docx 的，"
        "旁边再存一份带批注的报告，同名，扩展名 .docx（写进文件夹时用报告原名）。原文件不动。",
        "Write the annotated copy here; a folder for several files. With --report and a .docx, the "
        "report with comments goes beside it under the same name (in a folder: under its own). The "
        "originals are left alone.",
    ),
    "cli.validate.previous": (
        "上一年度的表：与它比对上年数、结转，找出照抄的金额和文字。核对多个文件时写文件夹，按单位对应。",
        "Last year's return: figures of last year and what was carried over are compared with it, "
        "and copied amounts and texts are told. A folder for several files, matched by department.",
    ),
    "cli.validate.report": (
        "自评报告（.docx、.txt、.html、PDF）：报告里写的总分、档次、指标和数与评分表逐一比较，"
        "并核对报告自己的分项、比率和说法。只能与一个评分表一起用。",
        "The narrative report (.docx, .txt, .html, PDF): what it says of total, grade, indicators "
        "and figures is compared with the sheet, and its own sums, rates and words with each "
        "other. For one scoresheet only.",
    ),
    "cli.validate.workings": (
        "在 --annotate 的副本里加一张“计算底稿”：每个指标的得分怎么算出来、用到哪些单元格（可点"
        "击）、公式、评分标准和依据条款，可打印。",
        "Add the sheet 计算底稿 to the copy of --annotate: for each indicator the arithmetic, the "
        "cells it rests on (linked), formula, standard and clause; made for printing.",
    ),
    "cli.validate.workings-alone": (
        "--workings 要与 --annotate 一起用。",
        "--workings goes with --annotate.",
    ),
    "cli.validate.fix": (
        "另存一份副本，只改确定无疑的地方：放回下发时的公式，把文本数字改为数字；逐处标出并列成"
        "“修改清单”。得分和数据不动，原文件不动。核对多个文件时写文件夹。",
        "Write a copy in which only what is certain is mended: formulas as issued, numbers stored "
        "as text; each change is marked and listed. Scores and figures keep their values, the "
        "original is left alone. A folder for several files.",
    ),
}
