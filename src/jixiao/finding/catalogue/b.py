"""Codes B: what a folder of returns shows beyond each single file."""

from __future__ import annotations

from jixiao.finding.bilingual import Bilingual
from jixiao.finding.registry import CodeEntry
from jixiao.finding.value import Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTICE


def _entry(
    code: str,
    severity: Severity,
    title: tuple[str, str],
    message: tuple[str, str],
    remedy: tuple[str, str],
    page: tuple[str, str],
) -> CodeEntry:
    return CodeEntry(
        code,
        severity,
        Bilingual(*title),
        Bilingual(*message),
        Bilingual(*remedy),
        Bilingual(*page),
    )


ENTRIES: tuple[CodeEntry, ...] = (
    _entry(
        "B101",
        _E,
        ("名册上的单位未报送", "A department on the roster has not handed in"),
        (
            "名册第 {line} 行的 {department} 没有找到报送的工作簿。",
            "No return was found for {department}, line {line} of the roster.",
        ),
        (
            "向该单位催报；若已报送，检查文件是否放在本文件夹内、表内单位名称是否与名册一致。",
            "Ask for it; if it was sent, see whether it lies in the folder and names the department"
            " as the roster does.",
        ),
        (
            "逐个单位按空白表内的标记、表内单位名称、文件名的次序与名册比对。三处都对不上的，"
            "算未报送。名册可以写别名，多个别名用分号隔开。",
            "Returns are matched with the roster by the template's stamp, the name in the sheet and"
            " the file name, in that order. The roster may list aliases, separated by semicolons.",
        ),
    ),
    _entry(
        "B102",
        _W,
        ("同一单位报送多份", "A department handed in more than once"),
        (
            "{department} 有 {count} 份报送，汇总采用“{counted}”：{reason}。",
            "{department} handed in {count} workbooks; “{counted}” counts: {reason}.",
        ),
        (
            "向单位确认以哪一份为准，把作废的移出文件夹后重新运行。",
            "Ask which one stands, move the others out of the folder and run again.",
        ),
        (
            "多份报送只计一份：能核对的先于不能核对的，表内单位名称相符的先于不符的，年度相符的先于"
            "不符的，文件修改时间晚的先于早的，再按文件名。其余各份照样核对，结果列在问题清单里，"
            "但不进入汇总和排名。",
            "Only one counts: readable before unreadable, the right name in the sheet before"
            " another, right year before wrong, later modified before earlier, then by name. The"
            " others are checked all the same but not ranked.",
        ),
    ),
    _entry(
        "B103",
        _W,
        ("单位名称不在名册上", "The department is not on the roster"),
        (
            "表内单位名称为“{found}”，名册上没有这个名称；{reason}{near}。",
            "The sheet names “{found}”, which is not on the roster; {reason}{near}.",
        ),
        (
            "核对单位全称；若是简称或改名，在名册的“别名”一列补上。",
            "Check the full name; add a short or former name to the roster's aliases.",
        ),
        (
            "比对时不计空格、括号、标点和全半角。省去地名的简称（如“财政局”）只要不会与名册上别的单位"
            "混淆，就归属该单位；再对不上的按文件名归属。都对不上的报送仍然核对，汇总时列在名册之外。",
            "Blanks, brackets, punctuation and letter width do not matter. A name without its place"
            " is taken for the only department it can mean; then the file name decides. A return"
            " that matches nothing is still checked and is listed outside the roster.",
        ),
    ),
    _entry(
        "B104",
        _W,
        ("两份文件内容完全相同", "Two files are identical"),
        (
            "本文件与“{other}”逐字节相同。",
            "This file is the same, byte for byte, as “{other}”.",
        ),
        ("删去重复的一份。", "Remove one of them."),
        (
            "同一份工作簿换个文件名放了两次。若文件名分属两个单位，另见 B105。",
            "The same workbook lies there under two names. See B105 where the names are of two"
            " departments.",
        ),
    ),
    _entry(
        "B105",
        _E,
        ("可能用了别单位的文件", "It may be another department's file"),
        (
            "{reason}指 {expected}，表内填的是 {found}。",
            "By {reason} it is of {expected}, the sheet says {found}.",
        ),
        (
            "向 {expected} 和 {found} 核实：各自报送自己的工作簿，或更正名称。",
            "Ask {expected} and {found}: each must send its own workbook, or the name is wrong.",
        ),
        (
            "归属先看空白表的标记（下发给哪个单位），再看表内名称，最后看文件名。借用别单位的文件、"
            "只改了文件名或表内名称的情形会在这里显示出来。",
            "The template's stamp (whom it was issued to) decides, then the name in the sheet, then"
            " the file name. A file borrowed from another department and renamed shows here.",
        ),
    ),
    _entry(
        "B106",
        _W,
        ("两个单位的填报数字完全相同", "Two departments' figures are identical"),
        (
            "本表所填数字与“{other}”完全一致。",
            "All figures typed in this return equal those of “{other}”.",
        ),
        (
            "核实是否套用了别单位的表；各单位应按自己的决算填报。",
            "See whether one was copied from the other; each must report its own accounts.",
        ),
        (
            "比较基础数据、项目表、实际值和自评得分的全部已填数字（至少五个），不比较单位名称。",
            "All typed figures are compared (five at least), names are not.",
        ),
    ),
    _entry(
        "B107",
        _N,
        ("两个单位的文字说明雷同", "Two departments' wording is identical"),
        (
            "本表的文字说明与“{other}”一字不差。",
            "The wording of this return is that of “{other}”, word for word.",
        ),
        ("留意扣分原因和佐证材料是否照抄。", "See whether reasons and evidence were copied."),
        (
            "比较扣分原因、佐证材料等文字，少于二十个字的不比较。",
            "Reasons and evidence are compared, from twenty characters on.",
        ),
    ),
    _entry(
        "B108",
        _E,
        ("年度不是本次评价年度", "The return is of another year"),
        (
            "表内年度为 {found} 年，本批报送为 {expected} 年。",
            "The sheet says {found}; the returns of this folder are of {expected}.",
        ),
        (
            "请单位报送 {expected} 年度的工作簿；若只是标题未改，更正标题。",
            "Ask for the return of {expected}; where only the title was left, correct it.",
        ),
        (
            "本批年度取指标体系规定的年度，没有规定时取多数报送的年度。常见的是把上一年的表再交一次。",
            "The year is the rulebook's, or that of most returns. Often last year's file was sent"
            " again.",
        ),
    ),
    _entry(
        "B109",
        _N,
        ("不是报送工作簿的文件", "A file that is no return"),
        ("{reason}，未核对。", "{reason}; not checked."),
        (
            "佐证材料可以留在原处；若其中有评分表，请另存为 xlsx。",
            "Evidence may stay; a scoresheet among it should be saved as xlsx.",
        ),
        (
            "报告、图片、压缩包内的其他文件等列出备查，不算错误。",
            "Reports, pictures and the like are listed, not counted as errors.",
        ),
    ),
    _entry(
        "B110",
        _N,
        ("办公软件留下的临时文件", "A temporary file of an office program"),
        (
            "这是打开工作簿时产生的锁定文件，未核对。",
            "It marks a workbook as open; not checked.",
        ),
        (
            "关闭对应的工作簿后它会消失；确认该工作簿已保存。",
            "It goes when the workbook is closed; make sure that was saved.",
        ),
        (
            "文件名以 ~$ 开头。它的存在说明复制文件夹时有人正开着该工作簿，内容可能不是最后一版。",
            "Its name begins with ~$. The workbook was open when the folder was copied and may not"
            " be the last version.",
        ),
    ),
    _entry(
        "B111",
        _N,
        ("文件夹链接绕回上级", "A linked folder leads back"),
        (
            "这个链接指向已经走过的文件夹，未再进入。",
            "The link points to a folder already walked; not entered again.",
        ),
        ("无须处理。", "Nothing to do."),
        ("链接成环时只走一遍。", "A loop of links is walked once."),
    ),
    _entry(
        "B112",
        _E,
        ("文件或文件夹打不开", "A file or folder cannot be opened"),
        ("系统拒绝打开：{reason}。", "The system refuses: {reason}."),
        (
            "检查权限、网络盘是否在线，然后重新运行。",
            "Check permissions and the network drive, then run again.",
        ),
        (
            "文件夹打不开时，里面的报送都没有核对。",
            "Where a folder cannot be opened, nothing in it was checked.",
        ),
    ),
    _entry(
        "B113",
        _E,
        ("核对中断，文件未能核对", "The check broke off"),
        (
            "核对这个文件时进程中断或超过 {seconds} 秒，其余文件不受影响。",
            "The worker died or took longer than {seconds} s on this file; the rest went on.",
        ),
        (
            "用表格软件打开后另存为新的 xlsx 再报送；单独核对一次看是否重现。",
            "Save it anew as xlsx; check it alone to see whether it happens again.",
        ),
        (
            "多半是文件损坏或内容异常庞大。每个文件在单独的进程里限时核对，一个文件出事不影响其他文件。",
            "Mostly a damaged or an enormous file. Each is checked under a limit, so that one does"
            " not stop the rest.",
        ),
    ),
    _entry(
        "B114",
        _N,
        ("批注副本有人改过，没有覆盖", "An annotated copy was changed and is kept"),
        (
            "输出文件夹里的批注副本上次运行后有人改过，没有覆盖：{reason}。",
            "The annotated copy was changed since the last run and was not overwritten: {reason}.",
        ),
        (
            "复核得分可以继续填在这份副本里，保存后再运行一次。要一份新的批注副本，"
            "先把它移走或改名。同一份改动只提示一次。",
            "Go on typing reviewed scores into that copy, save it and run again. Move or rename it"
            " to get a new one. A change is told once.",
        ),
        (
            "填在批注副本“复核得分”一列里的得分，下次运行时读入：汇总按它排名，没有复核的指标按复算得分计。"
            "只有与写出时一字不差的副本才会被替换；报送换了新的一份时，新的批注副本另写一份，"
            "文件名后面加 (2)。",
            "Scores typed into the column 复核得分 of a copy are read on the next run and"
            " rank the department; indicators not reviewed count as computed. Only copies that are"
            " exactly as they were written are replaced; where the return is a new one, its copy"
            " gets a name with (2).",
        ),
    ),
    _entry(
        "B115",
        _E,
        ("压缩包打不开", "An archive cannot be opened"),
        ("{reason}。", "{reason}."),
        (
            "用压缩软件解开，把里面的工作簿直接放进文件夹；解不开的，请单位重新发送。",
            "Unpack it and put the workbooks into the folder; where that fails, ask for it again.",
        ),
        (
            "压缩包与工作簿一样先过安全检查：损坏、加密、膨胀异常、路径越界的一律不解。",
            "Archives pass the same gate as workbooks: damaged, encrypted, exploding or escaping"
            " ones are not unpacked.",
        ),
    ),
    _entry(
        "B116",
        _N,
        ("压缩包里还有压缩包", "An archive inside an archive"),
        ("压缩包内的压缩包未解开。", "It was not unpacked."),
        ("如其中有报送，先解开再放进文件夹。", "Unpack it first if it holds returns."),
        ("只解一层。", "One level is unpacked."),
    ),
    _entry(
        "B117",
        _N,
        ("工作簿里没有评分表", "A workbook without a scoresheet"),
        (
            "工作簿能打开，但没有找到评分表，按附件列出。",
            "It can be read but holds no scoresheet; listed as an attachment.",
        ),
        (
            "若它应是报送，请单位使用下发的空白表填报。",
            "If it should be a return, ask for one on the issued template.",
        ),
        (
            "名册、基础台账等工作簿放在同一文件夹里时会这样列出。若因此某单位没有报送，另有 B101。",
            "Rosters and ledgers in the folder are listed so. A department left without a return"
            " gets B101.",
        ),
    ),
    _entry(
        "B118",
        _W,
        ("名册上有重复的名称", "The roster has a name twice"),
        (
            "“{found}”在名册上{reason}。",
            "On the roster “{found}” {reason}.",
        ),
        (
            "在名册里删去重复的一行；不同单位的，改用全称或去掉重复的别名。",
            "Drop the double line; use full names or drop the double alias.",
        ),
        (
            "单位名称、编码、别名合在一起不应重复。",
            "Names, codes and aliases together must be unique.",
        ),
    ),
    _entry(
        "B119",
        _N,
        ("隐藏文件", "A hidden file"),
        ("隐藏或系统文件，未核对。", "Hidden or of the system; not checked."),
        ("无须处理。", "Nothing to do."),
        (
            "文件名以点开头，或为系统自动生成。",
            "Its name begins with a dot, or the system made it.",
        ),
    ),
    _entry(
        "B120",
        _W,
        ("表内没有填写单位名称", "The sheet names no department"),
        (
            "表内没有找到单位名称，{reason}。",
            "No department is named in the sheet; {reason}.",
        ),
        ("请单位补填“填报单位”。", "Ask the department to fill in 填报单位."),
        (
            "没有单位名称时只能按文件名归属；文件名也对不上，就不计入任何单位。",
            "Without a name the file name decides; where that fails too, the return counts for"
            " nobody.",
        ),
    ),
    _entry(
        "B121",
        _W,
        ("批注副本没有写出", "The annotated copy could not be written"),
        (
            "已经核对，但批注副本没有写出：{reason}。",
            "The return was checked, but its annotated copy was not written: {reason}.",
        ),
        (
            "检查输出文件夹：同名副本是否正在打开，路径是否太长；改正后重新运行，只补写这一份。",
            "See whether the copy is open in another program or its path is too long; run again and"
            " only this one is done.",
        ),
        (
            "核对结果不受影响，只是少一份可以退回单位的副本。常见的是副本正被表格软件打开，或文件名"
            "太长，加上 .xlsx 后超出系统限制。",
            "The result stands; only the copy to send back is missing. Mostly it is open in a"
            " spreadsheet program, or the name with .xlsx is longer than the system allows.",
        ),
    ),
    _entry(
        "B122",
        _N,
        ("以前的核对结果", "Results of an earlier run"),
        (
            "这个文件夹是以前核对的输出（里面有 ledger.sqlite），未核对。",
            "This folder holds results of an earlier run (there is a ledger.sqlite); not checked.",
        ),
        (
            "输出文件夹最好放在报送文件夹之外；里面若有要用的报送，请移到别处。",
            "Keep output folders outside the folder of returns; move returns in it elsewhere.",
        ),
        (
            "批注副本也是工作簿，若当作报送，同一单位就有两份，而且副本较新，会代替原件。",
            "Annotated copies are workbooks too: taken for returns, each department would have two,"
            " and the copy, being newer, would count.",
        ),
    ),
    _entry(
        "B123",
        _E,
        ("不是本地单位的表", "The return is of another place"),
        (
            "表内单位是“{found}”，本批报送都是{expected}的单位，不计入排名。",
            "The sheet names {found}; the returns of this folder are of {expected}. Not ranked.",
        ),
        (
            "核对这份表是哪个单位报送的。名称写错的，请单位更正单位名称；放错文件夹的，移出后重新运行；"
            "确属本批单位的，把它写进名册。",
            "See who sent it. Where the name is wrong, ask for it to be corrected; where the file"
            " went astray, move it; where it does belong here, add it to the roster.",
        ),
        (
            "本批的地方取名册上绝大多数单位名称开头的市、县、区；没有名册时取绝大多数报送的。名册上列出的"
            "单位不受此限。常见的是拿外地的表做参考，连单位名称一起抄了过来。",
            "The place is the one that nearly all names on the roster begin with, or nearly all"
            " returns. Often a workbook of another city was taken as a pattern, its name and all.",
        ),
    ),
    _entry(
        "B124",
        _E,
        ("用的不是本批的评分表", "The return is on another form"),
        (
            "这份表用的是 {reason}，本批其他报送用的是 {usual}，评分标准不同，不计入排名。",
            "It is on {reason}, the other returns on {usual}; their standards differ, so it is not"
            " ranked.",
        ),
        (
            "请单位用本次下发的评分表重新填报；确实两种表都要收的，分成两个文件夹分别运行。",
            "Ask for the form that was issued; where both forms are due, put them into two folders"
            " and run each.",
        ),
        (
            "绝大多数报送用同一种评分表时，用另一种的不计入汇总和排名。"
            "用 --rulebook 指定了指标体系时，不作此判断。",
            "Where nearly all returns are on one form, those on another do not count. With"
            " --rulebook nothing is judged here.",
        ),
    ),
    _entry(
        "B125",
        _W,
        ("用的表与其他单位不同", "A form unlike that of the others"),
        (
            "这个文件夹里只有这一份用这张表（{found}），有{count}份用的是另一张（{expected}）。",
            "This return alone follows this form ({found}); {count} follow another ({expected}).",
        ),
        (
            "请核对是不是用错了表，或者多、少、改了指标行和栏目。表没有用错的，不用改。",
            "See whether the wrong form was used, or rows and columns were added, left out or"
            " renamed. Where the form is right, nothing has to be done.",
        ),
        (
            "没有对应指标体系的表，按栏目和指标名称区分；同一张表的报送按同一套规则核对。"
            "多数报送用同一张表、只有一份不同时提示。",
            "Forms without a rulebook are told by their columns and the names of their rows;"
            " returns of one form are checked by one set of rules. Told where most of a folder"
            " share a form and one does not.",
        ),
    ),
)
