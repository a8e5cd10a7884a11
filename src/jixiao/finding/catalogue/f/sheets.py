"""Codes F200–F299: what the cell reader met inside the sheets."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import EntryTexts, error, notice, warning
from jixiao.finding.registry import CodeEntry

_TRIM = (
    "指明的工作表如与评分表无关，请整张删除；否则删除空白行列上的格式和无关内容"
    "（或把评分表复制到新工作簿），另存后再审核。确需按原样审核的，加上 --limits high 再审核"
    "（上限放宽，多占内存和时间）。"
)
_TRIM_EN = (
    "Delete the sheet named where it is no part of the scoresheet; else remove formats from empty"
    " rows and columns and whatever is not needed. Save and try again. To check it as it is, add"
    " --limits high: the limits are higher, and it takes more memory and time."
)
_RETYPE = "在 Excel 或 WPS 中重新输入该单元格，保存后再审核。"
_RETYPE_EN = "Type the cell anew in Excel or WPS and save."
_RESAVE = "用 Excel 或 WPS 打开，按提示修复后另存，核对该处内容。"
_RESAVE_EN = "Open it in Excel or WPS, let it repair the file, save, and look at the place."


def _limit(
    code: str, zh: str, en: str, what: str, what_en: str, *, is_of_size: bool = True
) -> CodeEntry:
    """Make the entry of a limit that a sheet or workbook went beyond.

    ``is_of_size`` where the largest sheet is the one to look at.
    """
    chinese: EntryTexts = (
        zh,
        f"{what}超过上限 {{limit}}，不再读取{{largest}}。"
        if is_of_size
        else f"{what}超过上限 {{limit}}，不再读取。",
        _TRIM,
        "评分表远到不了这个数量。超出的文件读起来很慢，也可能是有意构造的。",
    )
    english: EntryTexts = (
        en,
        f"{what_en} go beyond the limit of {{limit}}{{largest}}."
        if is_of_size
        else f"{what_en} go beyond the limit of {{limit}}.",
        _TRIM_EN,
        "A scoresheet is far below. Such a file is slow to read, or made to harm.",
    )
    return error(code, chinese, english)


ENTRIES: tuple[CodeEntry, ...] = (
    _limit("F200", "工作表太多", "Too many sheets", "工作表数量", "The sheets", is_of_size=False),
    _limit("F201", "单元格太多", "Too many cells", "有内容的单元格", "The cells with content"),
    _limit("F202", "文字条目太多", "Too many texts", "文字条目", "The texts"),
    _limit(
        "F203", "文字太多", "Too much text", "文字总长度（字符）", "The characters of all texts"
    ),
    _limit("F204", "单元格格式太多", "Too many cell formats", "单元格格式", "The cell formats"),
    _limit("F205", "合并区域太多", "Too many merged areas", "合并区域", "The merged areas"),
    warning(
        "F206",
        (
            "单元格文字过长",
            "单元格文字有 {found} 个字符，只读取前 {limit} 个。",
            "缩短该单元格的文字，详细内容另附。",
            "一个单元格最多容纳 32767 个字符，超出部分办公软件也会丢掉。",
        ),
        (
            "The text of a cell is too long",
            "The text has {found} characters; {limit} were read.",
            "Shorten it and attach the details.",
            "A cell holds 32,767 characters; programs drop the rest.",
        ),
    ),
    error(
        "F207",
        (
            "单元格位置不存在",
            "位置“{found}”不在工作表范围内，该处内容未读取。",
            _RESAVE,
            "工作表最多 1048576 行、16384 列。超出范围的内容打开后看不到。",
        ),
        (
            "A cell outside the sheet",
            "“{found}” is no place in a sheet; its content was not read.",
            _RESAVE_EN,
            "A sheet has 1,048,576 rows and 16,384 columns; beyond, nothing is shown.",
        ),
    ),
    error(
        "F208",
        (
            "同一单元格出现两次",
            "该单元格在文件里存了两次，以后一次为准：{found}。",
            _RESAVE,
            "不同软件对重复的单元格取法不同，看到的数可能不一样。",
        ),
        (
            "A cell is stored twice",
            "The cell is stored twice; the later one counts: {found}.",
            _RESAVE_EN,
            "Programs differ in which one they show.",
        ),
    ),
    notice(
        "F209",
        (
            "行或单元格次序颠倒",
            "工作表里的行或单元格没有按次序存放，已按各自位置读取。",
            _RESAVE,
            "有的软件会漏读次序颠倒的内容。",
        ),
        (
            "Rows or cells out of order",
            "Rows or cells are not stored in order; read by their places.",
            _RESAVE_EN,
            "Some programs miss content stored out of order.",
        ),
    ),
    error(
        "F210",
        (
            "文字条目不存在",
            "单元格引用的文字条目“{found}”不存在，内容无法确定。",
            _RETYPE,
            "文件损坏。有的软件会错显成别的文字。",
        ),
        (
            "A text that is not there",
            "The cell refers to text no. “{found}”, which does not exist.",
            _RETYPE_EN,
            "The file is damaged. Some programs show another text.",
        ),
    ),
    warning(
        "F211",
        (
            "单元格格式不存在",
            "单元格引用的格式“{found}”不存在，按常规格式读取。",
            _RESAVE,
            "格式决定日期、百分数怎样显示。缺了格式，显示的样子可能与填报时不同。",
        ),
        (
            "A format that is not there",
            "The cell refers to format no. “{found}”, which is missing.",
            _RESAVE_EN,
            "Formats decide how dates and percentages look.",
        ),
    ),
    error(
        "F212",
        (
            "数值单元格里不是数",
            "单元格按数值存放，内容“{found}”却不是数。",
            _RETYPE,
            "数值只能由半角数字、小数点、正负号和指数组成。各种软件对其他内容读法不一：有的报错，"
            "有的读成别的数。因此不当作数使用。",
        ),
        (
            "No number in a numeric cell",
            "The cell is stored as a number, but holds “{found}”.",
            _RETYPE_EN,
            "Programs differ: some fail, some read another number. It is not used.",
        ),
    ),
    error(
        "F213",
        (
            "单元格类型不认识",
            "单元格的类型“{found}”不认识，内容无法确定。",
            _RETYPE,
            "文件由不合规范的程序写成，或已损坏。",
        ),
        (
            "An unknown kind of cell",
            "The cell is of the unknown kind “{found}”.",
            _RETYPE_EN,
            "The file was written by a faulty program or is damaged.",
        ),
    ),
    error(
        "F214",
        (
            "逻辑值单元格里不是逻辑值",
            "单元格按逻辑值存放，内容“{found}”却不是真或假。",
            _RETYPE,
            "逻辑值只有真（1）和假（0）两种。",
        ),
        (
            "No truth value in a logical cell",
            "The cell is stored as logical, but holds “{found}”.",
            _RETYPE_EN,
            "There are two values only, true (1) and false (0).",
        ),
    ),
    warning(
        "F215",
        (
            "共用公式缺少本源",
            "单元格的公式引用了不存在的共用公式（编号 {found}），公式无法得知。",
            "在 Excel 或 WPS 中重新输入该公式，保存后再审核。",
            "连续的同类公式只存一份，其余引用它。那一份丢失后，只剩上次算出的结果。",
        ),
        (
            "A shared formula without its source",
            "The cell refers to a missing shared formula ({found}).",
            "Type the formula anew in Excel or WPS and save.",
            "Like formulas are stored once and referred to. Without it only the result is left.",
        ),
    ),
    warning(
        "F216",
        (
            "文字中有控制字符",
            "单元格文字中有看不见的控制字符（{found}），已去掉。",
            _RETYPE,
            "多半是从网页或业务系统粘贴带入的，看不见，但会使比对和计算出错。",
        ),
        (
            "Control characters in a text",
            "The text holds invisible control characters ({found}).",
            _RETYPE_EN,
            "Mostly pasted from web pages; invisible, but they spoil comparisons.",
        ),
    ),
    error(
        "F217",
        (
            "文字库缺失",
            "工作簿的文字库缺失，表内文字无法读取。",
            _RESAVE,
            "文字集中存放在一处，缺失后所有引用文字的单元格都读不出来。",
        ),
        (
            "The texts are missing",
            "The part with the workbook's texts is missing.",
            _RESAVE_EN,
            "Texts are stored in one part; without it no cell with text can be read.",
        ),
    ),
    warning(
        "F218",
        (
            "格式库缺失",
            "工作簿的格式库缺失，无法区分日期、百分数和一般数。",
            _RESAVE,
            "没有格式库，日期会显示成一般的数。",
        ),
        (
            "The formats are missing",
            "The part with the workbook's formats is missing.",
            _RESAVE_EN,
            "Without it a date looks like any other number.",
        ),
    ),
    notice(
        "F219",
        (
            "不是普通工作表，未读取",
            "“{found}”是{kind}，没有单元格，未读取。",
            "不需要处理。",
            "图表页、对话框页和宏表里没有评分内容。",
        ),
        (
            "Not a worksheet, not read",
            "“{found}” is a {kind} and was not read.",
            "Nothing to do.",
            "Chart, dialog and macro sheets hold no scores.",
        ),
    ),
    error(
        "F220",
        (
            "工作表重名",
            "有两张工作表都叫“{found}”。",
            "给其中一张改名后保存。",
            "公式按名称引用工作表，重名时无法确定引用的是哪一张。",
        ),
        (
            "Two sheets of the same name",
            "Two sheets are named “{found}”.",
            "Rename one of them.",
            "Formulas refer to sheets by name, which is then ambiguous.",
        ),
    ),
    warning(
        "F221",
        (
            "合并区域有误",
            "合并区域“{found}”不合规定，未采用。",
            "取消合并后重新合并，保存后再审核。",
            "合并区域互相重叠、超出工作表，或写法不对。",
        ),
        (
            "A faulty merged area",
            "The merged area “{found}” is faulty and was not used.",
            "Unmerge, merge again, and save.",
            "It overlaps another, leaves the sheet, or is miswritten.",
        ),
    ),
    error(
        "F222",
        (
            "工作表读不出来",
            "工作表“{found}”损坏，读不出来：{reason}。",
            _RESAVE,
            "只读一部分会漏数，因此整张表不读；其他工作表照常审核。",
        ),
        (
            "A sheet cannot be read",
            "The sheet “{found}” is damaged: {reason}.",
            _RESAVE_EN,
            "Half a sheet would miss figures; it is left out, the other sheets are checked.",
        ),
    ),
    warning(
        "F223",
        (
            "批注读不出来",
            "工作表“{found}”的批注损坏，未读取。",
            _RESAVE,
            "批注损坏不影响单元格内容。",
        ),
        (
            "Comments cannot be read",
            "The comments of “{found}” are damaged.",
            _RESAVE_EN,
            "The content of cells is not affected.",
        ),
    ),
    _limit(
        "F224",
        "内部标记太多",
        "Too much markup",
        "单元格、格式等的内部标记",
        "The tags of cells, formats and the like",
    ),
    _limit(
        "F225",
        "内部条目太多",
        "Too many entries",
        "批注、名称、列设置或内部引用的数量",
        "Comments, names, column settings or inner references",
        is_of_size=False,
    ),
    notice(
        "F229",
        (
            "同类问题不再逐一列出",
            "“{kind}”一类的问题还有 {count} 处，不再逐一列出。",
            "先处理已列出的，再重新审核。",
            "同一张表里同类问题最多列出 20 处。",
        ),
        (
            "More of the same",
            "There are {count} more findings {kind}.",
            "Mend those listed and check again.",
            "At most 20 of one kind are listed for a sheet.",
        ),
    ),
)
