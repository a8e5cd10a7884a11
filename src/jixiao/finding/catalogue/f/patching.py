"""Codes F900–F999: what writing back into a workbook ran into."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import notice, warning
from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = (
    warning(
        "F900",
        (
            "不能在原表上标注，核对结果单独成表",
            "原工作簿有写不进标注的地方（{found}），没有改动它，核对结果单独写在这个工作簿里。",
            "对照下面的问题清单改原表。需要标注件的，请用 WPS 或 Excel 打开原表另存一次，再核对。",
            "标注要写进工作簿内部的若干部分。其中一个部分损坏、编码不明或者写法不合规范时，硬写进去"
            "可能损坏表格，所以一个字节也不写，只把核对结果单独交回。\n\n用办公软件打开并另存，通常"
            "会把这些部分重新写好。",
        ),
        (
            "The workbook cannot be annotated; the findings come alone",
            "Part of the workbook cannot take annotations ({found}). It was left alone; the result"
            " stands in this workbook of its own.",
            "Mend the original by the list below. To get an annotated copy, open the"
            " original in WPS"
            " or Excel, save it anew and check again.",
            "Annotations go into several parts inside the workbook. Where one is damaged, of"
            " unknown"
            " encoding or out of form, writing might break the workbook, so nothing is written and"
            " the result is delivered alone.\n\nOpening and saving it anew usually mends"
            " these parts.",
        ),
    ),
    warning(
        "F901",
        (
            "标注后复查不通过，核对结果单独成表",
            "标注后的文件与原表复查不一致（{found}），没有采用，核对结果单独写在这个工作簿里。",
            "对照下面的问题清单改原表，并把原表交给维护人员。",
            "每次标注后都要复查：没有标注的部分必须与原文件逐字节相同，标注过的部分去掉标注后必须与"
            "原来相同，各单元格的值必须不变。任何一项不符，标注件就作废。这是程序的缺陷，不是表格"
            "填写的问题。",
        ),
        (
            "The annotated copy failed its check; findings come alone",
            "The annotated file does not match the original ({found}) and was discarded; the result"
            " stands in this workbook of its own.",
            "Mend the original by the list below, and report the file.",
            "Every annotated copy is verified: untouched parts must be identical byte by byte,"
            " changed parts must equal the original once the annotations are taken out, and no"
            " value may differ. If anything fails, the copy is discarded. This is a defect of the"
            " program, not of the sheet.",
        ),
    ),
    notice(
        "F902",
        (
            "工作表有保护，标注已写入",
            "工作表“{found}”有保护。标注已经写入，保护没有改动，也没有解除。",
            "不需要处理。要删除批注或底色时，先撤销工作表保护。",
            "工作表保护只限制在办公软件里改动，不妨碍写入标注。标注件的保护设置与原表完全一样。",
        ),
        (
            "The sheet is protected; it was annotated all the same",
            "The sheet “{found}” is protected. It was annotated; the protection is as it was.",
            "Nothing needs doing. To delete comments or colours, unprotect the sheet first.",
            "Protection restricts editing in an office program and does not keep annotations out."
            " The copy is protected exactly as the original is.",
        ),
    ),
    notice(
        "F903",
        (
            "工作簿结构有保护，已增加审核结果表",
            "工作簿的结构有保护。审核结果表已经加在最后，保护没有改动。",
            "不需要处理。要删除这张表时，先撤销工作簿保护。",
            "工作簿结构保护限制在办公软件里增删工作表，不妨碍程序加入审核结果表。",
        ),
        (
            "The workbook's structure is protected; the sheet was added",
            "The structure of the workbook is protected. The sheet 审核结果 was added at the end;"
            " the protection is as it was.",
            "Nothing needs doing. To delete that sheet, unprotect the workbook first.",
            "Structure protection keeps users of office programs from adding or deleting sheets and"
            " does not keep this one out.",
        ),
    ),
    notice(
        "F904",
        (
            "单元格有对话批注，没有写入批注",
            "{found} 上有对话式批注，为免打乱对话，意见没有写进去，只列在审核结果表里。",
            "到审核结果表查看这个单元格的意见。",
            "新版办公软件的对话式批注由多人往来组成，另有一份供旧版软件显示的副本。往副本里加字，"
            "两边就对不上，所以不动它。",
        ),
        (
            "The cell carries a conversation; no comment was added",
            "{found} carries a threaded comment. It was left alone; what is said of the cell stands"
            " in the sheet 审核结果 only.",
            "See the sheet 审核结果 for this cell.",
            "A threaded comment is kept twice, once for older programs. Writing into that"
            " copy would"
            " make the two disagree.",
        ),
    ),
    notice(
        "F905",
        (
            "单元格格式太多，没有加底色",
            "工作簿的单元格格式已接近上限，没有给有问题的单元格加底色，只写了批注。",
            "按批注和审核结果表查看；可以在办公软件里清理多余的单元格格式。",
            "一个工作簿最多容纳约六万五千种单元格格式，再增加就打不开。格式这么多，通常是反复复制"
            "粘贴留下的。",
        ),
        (
            "Too many cell formats; cells were not coloured",
            "The workbook is near the limit of cell formats, so cells got comments but no colour.",
            "Go by the comments and the sheet 审核结果; unused formats can be cleared in the office"
            " program.",
            "A workbook holds about 65,000 cell formats; beyond that it does not open. So many are"
            " usually left behind by copying and pasting.",
        ),
    ),
    notice(
        "F906",
        (
            "有的位置不能标注",
            "{found} 不能标注：没有这张工作表，或者它不是普通工作表，或者没有这个单元格。",
            "到审核结果表查看对这个位置的意见。",
            "图表页、宏表没有可以标注的单元格。意见仍列在审核结果表里。",
        ),
        (
            "A place cannot be marked",
            "{found} cannot be marked: there is no such sheet or cell, or it is no worksheet.",
            "See the sheet 审核结果 for what is said of this place.",
            "Chart and macro sheets have no cells to mark. What is said of them stands in the sheet"
            " 审核结果.",
        ),
    ),
    notice(
        "F907",
        (
            "批注框写不进去",
            "这张工作表的图形部分不完整，显示不了新的批注，因此没有加批注，只加了底色。",
            "到审核结果表查看意见。",
            "批注的文字和显示它的框分别存放。存放框的部分缺失或者残缺时，新加的批注没有框，办公软件"
            "打开时可能提示要修复，所以不加。单元格上原有的批注照旧，意见仍会接在它后面。",
        ),
        (
            "The comment boxes could not be written",
            "The drawing of this sheet is incomplete and cannot show new comments, so none were"
            " added; the cells are coloured only.",
            "See the sheet 审核结果.",
            "A comment's text and the box that shows it are stored apart. Where the part with the"
            " boxes is missing or cut off, a new comment has no box and office programs may offer"
            " to repair the file, so none is added. Comments that were there stay, and ours still"
            " go behind them.",
        ),
    ),
    notice(
        "F908",
        (
            "审核结果表换了名字",
            "工作簿里已有名为“{found}”的工作表，不是本程序写的，因此这张表命名为“{name}”。",
            "不需要处理。",
            "程序只替换自己以前写的审核结果表，别人的同名工作表不动。",
        ),
        (
            "The added sheet got another name",
            "The workbook has a sheet “{found}” that this program did not write, so the added one"
            " is called “{name}”.",
            "Nothing needs doing.",
            "Only a sheet from an earlier run is replaced; another one of that name is left alone.",
        ),
    ),
    notice(
        "F909",
        (
            "数字签名因标注而失效",
            "原工作簿有数字签名。标注件改动了内容，签名在标注件里不再有效；原文件的签名不受影响。",
            "以原文件为签名件存档，标注件只作核对意见使用。",
            "数字签名证明文件自签名后没有改动，任何标注都会使它失效。程序从不改动原文件。",
        ),
        (
            "The digital signature does not hold for the copy",
            "The workbook is digitally signed. The annotated copy differs from it, so the signature"
            " is not valid there; that of the original is untouched.",
            "Keep the original as the signed document and use the copy for the findings only.",
            "A signature proves that nothing changed since signing, so any annotation ends it. The"
            " original is never written to.",
        ),
    ),
    notice(
        "F910",
        (
            "这是由其他格式转存的数值副本",
            "原文件是 {found} 格式，标注件是由它转存的数值副本：只有数值、文字和合并单元格，"
            "没有公式和版式。",
            "以原文件为准；修改时请改原文件。",
            "只有 xlsx 和 xlsm 格式能够在原表上标注。其他格式的标注件是新建的工作簿，"
            "单元格位置与原表相同，便于对照。",
        ),
        (
            "This is a copy of values from another format",
            "The original is a {found} file; this copy holds its values, texts and merged cells"
            " only, without formulas and looks.",
            "The original counts; mend it there.",
            "Only xlsx and xlsm can be annotated in place. For other formats a new workbook is made"
            " whose cells stand where they stood.",
        ),
    ),
    notice(
        "F911",
        (
            "批注的引用落空，已改为指向新批注",
            "工作表“{found}”引用的批注在文件里找不到，标注件里这处引用改为指向新写入的批注。",
            "不需要处理。原表如果丢了批注，请向填表人核实。",
            "一张工作表只能引用一份批注。引用的那一份不在文件里，再添一份引用，办公软件就打不开，"
            "所以改用原来那处引用。",
        ),
        (
            "A reference to missing comments now leads to the new ones",
            "The sheet “{found}” refers to comments that are not in the file; in the annotated copy"
            " that reference leads to the comments added.",
            "Nothing needs doing. If comments were lost, ask whoever filled in the sheet.",
            "A sheet refers to one list of comments. With a second reference beside the dead one"
            " office programs would not open the file.",
        ),
    ),
)
