"""Texts of the command line: help, complaints, what is said when a command is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    # serve
    "cli.serve.help": (
        "打开只在本机使用的网页：把评分表拖进去就核对，可下载批注件、汇总表和空白表。"
        "给出FOLDER时，页上可以核对这个文件夹，也列出它核对过的结果。按Ctrl-C结束；"
        "网页收到的文件随即删除。",
        "Open a page for this machine alone: drop scoresheets to check them, take marked copies, "
        "summaries and blanks. With FOLDER that folder can be checked on the page, and what was "
        "checked of it is listed. Ctrl-C ends it; what was sent to the page is then deleted.",
    ),
    "cli.serve.port": ("端口；不写时任取一个空闲的。", "The port; any free one unless given."),
    "cli.serve.host": (
        "网页的地址；默认只有这台电脑能打开。",
        "The address of the page; only this computer can open it unless told otherwise.",
    ),
    "cli.serve.no-browser": ("不自动打开浏览器。", "Don't open the browser."),
    "cli.serve.no-web": (
        "网页还需要几个组件。请运行：pip install 'jixiao[web]'（在项目目录里运行 "
        "python3 run.py 会自动安装）。",
        "The page needs some more packages. Run: pip install 'jixiao[web]' (in the project's "
        "folder, python3 run.py installs them).",
    ),
    "cli.serve.no-folder": ("没有这个文件夹：{folder}", "There is no folder {folder}"),
    "cli.serve.open-to-others": (
        "注意：{host} 不只是这台电脑，同一网络里的人知道地址就能打开，内容也不加密。只给自己用的，"
        "请去掉 --host。",
        "Note: {host} is not this computer alone; whoever is on the network and knows the address "
        "can open it, and nothing is encrypted. For yourself, leave --host out.",
    ),
    "cli.serve.opened": (
        "网页在浏览器里打开；没有自动打开的，把上面的地址复制到浏览器的地址栏。用完按 Ctrl-C，"
        "或者关掉这个窗口。",
        "The page opens in the browser; if not, copy the address above into it. Press Ctrl-C or "
        "close this window when you are done.",
    ),
    "cli.serve.left": (
        "上次意外关闭留下的结果还没有删除，下次打开时首页会列出来。",
        "Results left by a program that was cut off are still there; the first page lists them"
        " next time.",
    ),
    "cli.serve.closed": ("已结束，网页收到的文件已删除。", "Ended; what was sent is deleted."),
    "cli.serve.no-port": (
        "{host} 的端口 {port} 不能用（{reason}）。请换一个 --port，或者不写，由程序自选。",
        "Port {port} of {host} cannot be used ({reason}). Choose another --port or none.",
    ),
    "cli.option.version": ("显示程序名和版本。", "Show name and version."),
    "cli.help": (
        "核对部门整体支出绩效评价指标体系评分表：逐项复算自评得分，指出哪一格不对、应为"
        "多少、怎么改，并把标注写回原来的工作簿。\n\n"
        "English: jixiao --lang en --help",
        "Checks the scoresheet workbooks of Chinese government departments (部门整体支"
        "出绩效评价指标体系评分表): recomputes every self-score, names the cells that "
        "do not hold, the expected value and what to do, and marks them in the "
        "workbook.",
    ),
    "cli.short.validate": ("核对报送的评分表。", "Check returns."),
    "cli.short.bulk": (
        "核对一个文件夹里所有单位的报送，写出汇总表。",
        "Check every return in a folder; write a summary.",
    ),
    "cli.short.combine": (
        "把几个输出文件夹合成一份汇总。",
        "Make one summary of several output folders.",
    ),
    "cli.short.serve": (
        "打开本机网页：把评分表拖进去核对，不用再输命令。",
        "Open a page on this computer: drop scoresheets, no more commands.",
    ),
    "cli.short.verify": (
        "判断一个工作簿是不是核对过的那一个。",
        "Say whether a workbook is the one that was checked.",
    ),
    "cli.short.template": ("生成要下发的空白表。", "Write a blank workbook to send out."),
    "cli.short.rulebook": (
        "查看、检查、比较指标体系。",
        "List, show, check and compare rulebooks.",
    ),
    "cli.short.explain": (
        "解释一个问题代码，或一个指标怎样计分。",
        "Explain a finding code, or how an indicator is scored.",
    ),
    "cli.stopped": ("已按您的要求停止。", "Stopped as you asked."),
    "cli.bug": (
        "程序内部出错（{kind}：{text}），没有写出任何文件。请把这一行连同所用的命令发给维护人员。",
        "Internal error ({kind}: {text}); nothing was written. Please report this line.",
    ),
    "cli.shell.usage": ("用法：", "Usage: "),
    "cli.shell.options": ("选项", "Options"),
    "cli.shell.commands": ("命令", "Commands"),
    "cli.shell.help": ("显示这份说明。", "Show this help."),
    "cli.shell.no-command": ("没有命令“{name}”。", "There is no command “{name}”."),
    "cli.shell.meant": ("您要用的可能是：{names}。", "Did you mean: {names}?"),
    "cli.shell.extra": ("多出了参数：{args}。", "Too many arguments: {args}."),
    "cli.option.lang": (
        "提示和说明所用的语言：zh 中文（默认），en 英文。",
        "Language of messages and help: zh Chinese (default), en English.",
    ),
    "cli.option.rulebooks": (
        "自己的指标体系所在的文件夹（里面的 *.toml），与自带的一样按编号、印记、名称和标签识别；"
        "不写时看环境变量 JIXIAO_RULEBOOKS，再看当前文件夹里的 rulebooks。",
        "Folder of rulebooks of your own (its *.toml), recognised by id, stamp, names and labels "
        "like the shipped ones; by default the environment variable JIXIAO_RULEBOOKS, then the "
        "folder rulebooks below the current one.",
    ),
    "cli.console.locked": (
        "无法写入或打开“{file}”：没有权限，或文件正在 WPS、Excel 中打开。请先关闭该文件再试。",
        "Cannot open or write “{file}”: no permission, or it is open in a spreadsheet "
        "program. Close it and try again.",
    ),
    "cli.console.full": (
        "磁盘空间不足，“{file}”没有写出。",
        "The disk is full; “{file}” was not written.",
    ),
    "cli.console.trouble": (
        "读写“{file}”时出错：{text}",
        "Trouble reading or writing “{file}”: {text}",
    ),
    "cli.console.screen": ("标准输出", "standard output"),
    "cli.console.checking": ("正在检查", "checking"),
    "cli.usage.no-option": ("没有选项“{name}”。", "There is no option “{name}”."),
    "cli.usage.needs-value": ("选项“{name}”后面要写一个值。", "The option “{name}” needs a value."),
    "cli.usage.takes-none": ("选项“{name}”后面不带值。", "The option “{name}” takes no value."),
    "cli.usage.missing": ("还缺少：{name}。", "Missing: {name}."),
    "cli.usage.choose": (
        "“{name}”只能是下列之一：{choices}。",
        "“{name}” must be one of: {choices}.",
    ),
    "cli.usage.number": ("“{name}”要写一个整数。", "“{name}” must be a whole number."),
    "cli.usage.bad-value": ("“{name}”的值不能用。", "The value of “{name}” cannot be used."),
    "cli.usage.no-command": ("请写明要用的命令。", "Please name a command."),
    "cli.usage.wrong": ("命令写法不对：{message}", "Wrong use: {message}"),
    "cli.usage.see-help": ("用法请看：{path} --help", "For help: {path} --help"),
    "cli.option.limits": (
        "文件大小的上限：usual 平常（默认）；high 放宽到约 6 倍，读很大的真实工作簿时用，"
        "每个进程可能占用几 GB 内存。",
        "How large a file may be: usual (default), or high, some six times that, for a real "
        "workbook that is very large; a process may then take some GB of memory.",
    ),
    "cli.option.fail-on": (
        "问题达到哪一级时退出码为 1：error 错误（默认），warning 警告，never 从不。",
        "Severity from which the exit code is 1: error (default), warning, or never.",
    ),
    "cli.combine.help": (
        "把 jixiao bulk 的几个输出文件夹（各县区、各市的）合成一份汇总：同样写出 summary.xlsx、"
        "report.html、findings.csv、results.jsonl、results.parquet。只用各文件夹里的核对记录，"
        "不再读工作簿。合成的文件夹还可以再往上合并。\n\n"
        "退出码：0 完成，2 命令用法不对，3 未能合并。",
        "Make one summary of several output folders of jixiao bulk (counties to a city, cities to"
        " a province): summary.xlsx, report.html, findings.csv, results.jsonl and results.parquet"
        " as before, from their records alone; no workbook is read again. What comes out can be"
        " combined further.\n\nExit code: 0 done, 2 wrong use, 3 could not combine.",
    ),
    "cli.combine.output": (
        "输出文件夹，不能是要合并的文件夹。",
        "The folder to write to; none of those to combine.",
    ),
    "cli.combine.same": (
        "输出文件夹不能是要合并的文件夹 {folder}。请另给一个文件夹。",
        "The output cannot be {folder}, which is to be combined. Name another folder.",
    ),
    "cli.combine.twice": (
        "{folder} 写了两次，里面的报送会重复计数。请只写一次。",
        "{folder} is named twice, so its returns would count twice. Name it once.",
    ),
    "cli.combine.done": ("已合并", "combined"),
    "cli.combine.result": (
        "合并完成：{folders} 个文件夹，{returns} 份。\n"
        "问题：错误 {error} 条，警告 {warning} 条，提示 {notice} 条。\n汇总表：{summary}\n"
        "网页（双击打开）：{page}\n",
        "Done: {folders} folders, {returns} returns.\n"
        "Findings: {error} errors, {warning} warnings, {notice} notices.\nSummary: {summary}\n"
        "Page (open by a double click): {page}\n",
    ),
    "cli.explain.no-code": ("没有问题代码“{code}”。", "There is no finding code “{code}”."),
    "cli.explain.which-book": (
        "“{name}”在{count}个指标体系里都有，计分不一定相同，请写明是哪一个："
        "jixiao explain {name} --rulebook {first}。这些指标体系是：{books}。",
        "“{name}” is in {count} rulebooks, which may score it differently. Say which: "
        "jixiao explain {name} --rulebook {first}. They are: {books}.",
    ),
    "cli.explain.no-indicator": (
        "在{books}中没有找到指标“{name}”。",
        "There is no indicator “{name}” in {books}.",
    ),
    "cli.explain.nearest": ("您要找的可能是：{names}。", " Did you mean: {names}?"),
    "cli.explain.all-books": ("现有的指标体系", "the rulebooks there are"),
    "cli.explain.help": (
        "解释一个问题代码（如 R101），或说明一个指标怎样计分（写指标名称或编号，如 预算完成率）。"
        "先写一个评分表文件、再写指标的，说明这个指标在表里的得分怎么算出来。",
        "Explain a finding code (R101), or how an indicator is scored (its name or id). With a "
        "return before the indicator: how its number in that return comes about.",
    ),
    "cli.explain.rulebook": (
        "在哪个指标体系里找这个指标；默认在全部里面找。",
        "Rulebook to look the indicator up in; all of them by default.",
    ),
    "cli.explain.two": (
        "jixiao explain 后面写一个代码、一个指标，或者一个文件和一个指标。",
        "jixiao explain takes a code, an indicator, or a file and an indicator.",
    ),
    "cli.workings.nearest": (
        "表里没有找到指标“{name}”。您要找的可能是：{names}。",
        "The return has no indicator “{name}”. You may mean: {names}.",
    ),
    "cli.workings.none": (
        "表里没有找到指标“{name}”。表里的指标有：{names}。",
        "The return has no indicator “{name}”. It has: {names}.",
    ),
    "cli.short.carry": (
        "把旧表或自制表里填的内容转入空白表。",
        "Carry what an older form holds into a template.",
    ),
    "cli.short.survey": (
        "从问卷算出满意度和得分，份数填进评分表副本。",
        "Count questionnaires: satisfaction, score, counts in a copy.",
    ),
    "cli.short.draft-report": (
        "按评分表草拟自评报告，数字填好，要人写的标出来。",
        "Draft the report of a scoresheet, gaps marked.",
    ),
    "cli.carry.help": (
        "把一张填好的旧表或自制表里的内容转入指标体系的空白表：基础数据、自评得分、实际值、原因、"
        "自设指标。数字照原样（位数不变），文字仍是文字，一个数也不改；没有放进去的逐项列出，"
        "也写在新表的“转入清单”里。",
        "Carry a filled older or home-made form into the template of a rulebook: inputs, scores, "
        "actual values, reasons, rows of one's own. Digits stay as typed, texts stay texts, no "
        "figure changes; what found no place is listed, also on the sheet 转入清单.",
    ),
    "cli.carry.output": ("写到这个文件（.xlsx）。", "Write to this file (.xlsx)."),
    "cli.carry.done": (
        "转入{count}项，{left}项没有放进去。",
        "{count} values carried; {left} found no place.",
    ),
    "cli.carry.left": ("  {place}  “{text}”：{why}", "  {place}  “{text}”: {why}"),
    "cli.carry.next": (
        "接下来：打开{file}，对照“转入清单”补齐，再用 jixiao validate {file} 核对。",
        "Next: open {file}, complete it by the sheet 转入清单, and run jixiao validate {file}.",
    ),
    "cli.rulebooks.unknown": (
        "没有叫“{name}”的指标体系，也没有这个文件。可用的有：{ids}。",
        "There is no rulebook and no file “{name}”. There are: {ids}.",
    ),
    "cli.rulebooks.no-folder": (
        "没有指标体系文件夹“{folder}”（{source}）。请检查路径。",
        "There is no folder of rulebooks “{folder}” ({source}). Check the path.",
    ),
    "cli.rulebooks.none": (
        "文件夹“{folder}”（{source}）里没有指标体系文件（*.toml）。请检查路径。",
        "The folder “{folder}” ({source}) holds no rulebook (*.toml). Check the path.",
    ),
    "cli.rulebooks.nearest": ("您要用的可能是：{names}。", " Did you mean: {names}?"),
    "cli.rulebooks.nothing-done": (
        "指标体系文件“{file}”有{count}处问题，改好后才能使用：",
        "The rulebook “{file}” has {count} problem(s) and cannot be used until they are mended:",
    ),
    "cli.targets.is-input": (
        "“{target}”就是要核对的文件“{source}”，不能写在它上面。请换一个文件名。",
        "“{target}” is the input “{source}”, which is never written to. Choose another name.",
    ),
    "cli.targets.exists": (
        "“{target}”已经存在。要替换它，请加 --force；否则请换一个文件名。",
        "“{target}” exists already. Add --force to replace it, or choose another name.",
    ),
    "cli.targets.not-a-file": (
        "“{target}”不是普通文件，不能写在这里。请写一个文件名。",
        "“{target}” is no regular file. Give the name of a file.",
    ),
    "cli.targets.no-folder": (
        "文件夹“{folder}”不存在。请先建好文件夹，或换一个位置。",
        "There is no folder “{folder}”. Make it first, or choose another place.",
    ),
    "cli.targets.needs-folder": (
        "核对多个文件时，--annotate 后面要写一个文件夹，“{target}”是文件。",
        "With several files, --annotate takes a folder; “{target}” is a file.",
    ),
    "cli.targets.twice": (
        "“{target}”被用作两个输出，请分别写不同的文件名。",
        "“{target}” is named for two outputs. Give each its own name.",
    ),
    "cli.targets.ending": (
        "标注件是新式工作簿，请把“{target}”的扩展名写成 {ending}。",
        "The annotated copy is a workbook of the newer kind: let “{target}” end in {ending}.",
    ),
    "cli.written": ("已写出：{target}", "written: {target}"),
    "cli.template.survey": (
        "写满意度调查的问卷（.docx，可打印）和统计表（.xlsx，公式已写好），--output 是文件夹。",
        "Write the questionnaire (.docx) and counting sheet (.xlsx) of the survey; --output is a "
        "folder.",
    ),
    "cli.template.survey-alone": (
        "--survey 不和 --all、--roster 一起用。",
        "--survey goes without --all and --roster.",
    ),
    "cli.template.survey-next": (
        "接下来：打印问卷；收回后把份数填进统计表，再用 jixiao survey 统计。",
        "Next: print the questionnaire; enter the counts in the sheet and run jixiao survey.",
    ),
    "cli.template.roster": (
        "名册：给每个单位写一份空白表，写明单位名称，各带自己的标记（拿别家的表来填，核对时"
        "就看得出）。--output 是文件夹。",
        "Roster: write a blank for each department, with its name and a stamp of its own, so that"
        " a neighbour's file is told at once. --output is a folder.",
    ),
    "cli.template.roster-alone": (
        "--roster 给名册上的每个单位写一份，不能与 --all 或 --department 同用。",
        "--roster writes one for each department listed and cannot go with --all or --department.",
    ),
    "cli.template.roster-output": (
        "用 --roster 时还要用 --output 指定写到哪个文件夹。",
        "With --roster, name the folder to write to with --output.",
    ),
    "cli.template.roster-folder": (
        "{target} 是一个文件。用 --roster 时 --output 要指定文件夹。",
        "{target} is a file; with --roster, --output must name a folder.",
    ),
    "cli.template.progress": ("已写出", "written"),
    "cli.template.issued": (
        "已给 {count} 个单位各写出一份空白表，在 {folder}。",
        "Blanks for {count} departments are in {folder}.",
    ),
    "cli.template.which": (
        "请写明要生成哪个指标体系的空白表，或用 --all 生成全部。",
        "Name the rulebook whose blank workbook is wanted, or use --all for every one.",
    ),
    "cli.template.not-both": (
        "--all 生成全部空白表，不能同时写编号、单位或年度。",
        "--all writes every blank workbook; give no id, department or year with it.",
    ),
    "cli.template.abstract": (
        "“{id}”是参考框架，没有分值，不能生成空白表。请选用以它为基础的指标体系。",
        "“{id}” is a framework without weights and has no blank workbook. Choose a "
        "rulebook laid over it.",
    ),
    "cli.template.folder": (
        "使用 --all 时，--output 后面要写一个文件夹，“{target}”是文件。",
        "With --all, --output takes a folder; “{target}” is a file.",
    ),
    "cli.template.help": (
        "生成要下发给各单位填写的空白表：带公式、填写提示和锁定的单元格。",
        "Write the blank workbook that departments fill in: live formulas, prompts, locked cells.",
    ),
    "cli.template.all": (
        "生成全部自带指标体系的空白表，写到 --output 所说的文件夹。",
        "Write the blank workbooks of every shipped rulebook into the folder --output.",
    ),
    "cli.template.output": (
        "写到这里；默认写在当前文件夹，文件名为“编号.xlsx”。",
        "Where to write; by default ID.xlsx in this folder.",
    ),
    "cli.template.department": ("预先填好单位名称。", "Fill in the department's name."),
    "cli.template.year": (
        "预先填好年度；默认用指标体系的年度。",
        "Fill in the year; the rulebook's own by default.",
    ),
    "cli.option.force": ("要写的文件已存在时替换它。", "Replace files that exist already."),
    "cli.waiving.no-file": ("没有豁免文件“{file}”。", "There is no waiver file “{file}”."),
    "cli.waiving.unusable": ("豁免文件“{file}”不能用。{text}", "Waiver file “{file}”: {text}"),
    "cli.waiving.needs": (
        "--write-waiver 还要写 --waivers、--reason、--who、--until，并且只核对一个文件。",
        "--write-waiver needs --waivers, --reason, --who, --until and a single file.",
    ),
    "cli.waiving.alone": (
        "--reason、--who、--until 只和 --write-waiver 一起用。",
        "--reason, --who and --until go with --write-waiver.",
    ),
    "cli.waiving.no-date": (
        "“{text}”不是日期；请写成 2026-12-31 这样，并且不早于今天。",
        "“{text}” is no date; write it as 2026-12-31, not before today.",
    ),
    "cli.waiving.none": (
        "“{asked}”没有对应的问题，没有写入豁免。可以豁免的有：{there}。",
        "No finding matches “{asked}”; no waiver was written. There are: {there}.",
    ),
    "cli.waiving.several": (
        "“{asked}”对应几个问题，没有写入豁免。请写明是哪一个：{there}。",
        "“{asked}” matches several findings; no waiver was written. Say which: {there}.",
    ),
    "cli.waiving.written": (
        "已在“{file}”末尾加上一条豁免（第{number}条）：\n{text}",
        "Appended to “{file}” as waiver {number}:\n{text}",
    ),
    "cli.report.missing": (
        "没有找到自评报告“{path}”。请核对路径和文件名。",
        "There is no report “{path}”. Check path and name.",
    ),
    "cli.report.one-file": (
        "--report 只能与一个评分表一起用。几个单位的，请把各单位的评分表和报告放在"
        "一个文件夹里，用 jixiao bulk 核对。",
        "--report goes with one scoresheet. For several departments put sheets and reports into "
        "one folder and use jixiao bulk.",
    ),
    "cli.previous.missing": (
        "没有找到上年的表：{path}。",
        "There is no such file or folder: {path}.",
    ),
    "cli.previous.not-a-folder": (
        "--previous 后面要写一个文件夹或 .zip 压缩包：{path}。",
        "--previous takes a folder or a .zip here: {path}.",
    ),
    "cli.previous.refused": (
        "--previous 的压缩包{path}不能用：{why}。",
        "The archive {path} of --previous cannot be used: {why}.",
    ),
    "cli.previous.needs-folder": (
        "核对几个文件时，--previous 后面写上年的表所在的文件夹或压缩包。",
        "With several files, --previous takes the folder or zip of last year's returns.",
    ),
    "cli.mending.written": (
        "已写出改好的副本：{target}（改了{count}处，见副本的“修改清单”）",
        "mended copy written: {target} ({count} changes, listed in its sheet 修改清单)",
    ),
    "cli.mending.nothing": (
        "没有可以确定无疑地修改的地方；已写出的 {target} 与原文件相同",
        "nothing can be mended for certain; {target} is a plain copy of the file",
    ),
    "cli.mending.change": ("{cell}　{before} → {after}", "{cell}: {before} → {after}"),
    "cli.mending.left": ("未改：{change}。{why}", "left: {change}. {why}"),
    "cli.mending.more": (
        "……还有{count}处，见“修改清单”",
        "… and {count} more, in the sheet 修改清单",
    ),
    "cli.mending.remain": (
        "改后的副本核对还有{count}个问题，要由人来改；下面是原文件的核对结果。",
        "the mended copy has {count} findings left for a person; below is the check of the file "
        "itself.",
    ),
    "cli.mending.clean": (
        "改后的副本核对没有问题；下面是原文件的核对结果。",
        "nothing is found in the mended copy; below is the check of the file itself.",
    ),
    "cli.mending.refused": (
        "没有写出“{file}”的改好的副本：{text}",
        "“{file}” is not mended: {text}",
    ),
    "cli.mending.none-checked": (
        "有文件未能检查，没有写出改好的副本。",
        "A file could not be checked; no mended copy was written.",
    ),
    "cli.verify.no-file": ("没有这个文件：{file}。", "There is no such file: {file}."),
    "cli.verify.no-results": (
        "“{file}”不是核对结果（results.jsonl 或 validate --format json 的输出）。",
        "“{file}” holds no results (results.jsonl, or what validate --format json gives).",
    ),
    "cli.verify.not-there": (
        "不是：{file} 与结果中的任何一份都不相同，可能在核对之后被改过，或不在这批里。\n",
        "No: {file} is none of the workbooks in the results; it may have been changed since.\n",
    ),
    "cli.verify.changed": (
        "不是：结果中的 {name} 与 {file} 同名，但内容不同：核对之后被改过，或者这是批注副本。\n",
        "No: {name} in the results has the same name, but other content: it was "
        "changed since, or this is the annotated copy.\n",
    ),
    "cli.verify.same": (
        "是：{file} 就是结果中核对的 {name}。\n"
        "文件 SHA-256：{sha256}\n指标体系：{rulebook}\n核对程序：{program}\n",
        "Yes: {file} is the workbook checked as {name}.\nSHA-256 of the file: {sha256}\n"
        "Rulebook: {rulebook}\nChecked by: {program}\n",
    ),
    "cli.verify.not-checked": (
        "注意：这个文件当时没有核对成，结果里只有原因。\n",
        "Note: this file could not be checked then; the results only say why.\n",
    ),
    "cli.verify.rules-elsewhere": (
        "注意：指标体系 {id} 不是程序自带的，没有与现有的比较。\n",
        "Note: the rulebook {id} does not come with the program and was not compared.\n",
    ),
    "cli.verify.rules-changed": (
        "注意：现有的指标体系 {id} 与核对时用的不同，重新核对结果可能不同。\n",
        "Note: the rulebook {id} at hand is not the one used then; a new check may differ.\n",
    ),
    "cli.verify.program-changed": (
        "注意：现在的程序是 {now}，与核对时的版本不同。\n",
        "Note: the program at hand is {now}, another version than then.\n",
    ),
    "cli.verify.help": (
        "判断一个工作簿是不是某份核对结果所说的那一个：比较文件、指标体系和程序版本。\n\n"
        "退出码：0 是；1 不是；2 命令用法不对；3 读不了文件或结果。",
        "Say whether a workbook is the one that results speak of: file, rulebook and "
        "program are compared.\n\n"
        "Exit codes: 0 yes; 1 no; 2 wrong use; 3 file or results cannot be read.",
    ),
    "cli.shell.options-piece": ("[选项]", "[OPTIONS]"),
    "cli.shell.command-piece": ("命令 …", "COMMAND …"),
    "cli.verify.rulebook": ("{id}，SHA-256：{sha256}", "{id}, SHA-256: {sha256}"),
}

CHINESE: Final[Mapping[str, str]] = {
    "cli.explain.place": "{name}（{book}），指标编号 {indicator}",
    "cli.explain.not-in-rule": "请核对：原文里的{numbers}，程序的算法里没有。",
}
