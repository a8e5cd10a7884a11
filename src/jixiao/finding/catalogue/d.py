"""Codes D: Data (figures as they were typed)."""

from __future__ import annotations

from jixiao.finding.bilingual import Bilingual
from jixiao.finding.catalogue.d_shape import SHAPE
from jixiao.finding.catalogue.entry import error, notice, warning
from jixiao.finding.registry import CodeEntry
from jixiao.finding.value import Severity

ENTRIES: tuple[CodeEntry, ...] = (
    CodeEntry(
        "D001",
        Severity.ERROR,
        Bilingual("看不懂的数", "An unreadable figure"),
        Bilingual(
            "“{label}”应填数字，填的是“{found}”，不能作为数使用。",
            "“{label}” should be a number but reads “{found}”, which is none.",
        ),
        Bilingual("请改填数字。", "Type a number."),
        Bilingual(
            "这一格应是一个数，但内容不是规范的写法，如 1_000、NaN、1.2.3，或者日期格式下的日期。"
            "请重新输入数字；带单位的，把单位写在表头。",
            "The cell should hold a figure but is not written as one: 1_000, NaN, 1.2.3, or a "
            "date. Type the number again and "
            "leave the unit to the header.",
        ),
    ),
    CodeEntry(
        "D002",
        Severity.WARNING,
        Bilingual("可作两种理解的数", "A figure with two meanings"),
        Bilingual(
            "“{label}”填的是“{typed}”，可以理解为{found}。",
            "“{label}” reads “{typed}”, which may mean {found}.",
        ),
        Bilingual(
            "请写明单位：百分比带上%，金额按表头的单位填写。",
            "Say the unit: write % with a percentage, and amounts in the unit of the header.",
        ),
        Bilingual(
            "例如比率填 60.2 而没有百分号，可以是 60.2%，也可以是 6020%。程序列出各种理解，不替单"
            "位选择。",
            "A rate typed as 60.2 without a percent sign may be 60.2% or 6020%. All meanings are "
            "shown and none is chosen.",
        ),
    ),
    CodeEntry(
        "D003",
        Severity.ERROR,
        Bilingual("单元格是错误值", "An error value"),
        Bilingual("“{label}”显示错误值{found}。", "“{label}” shows the error value {found}."),
        Bilingual(
            "请检查公式引用的单元格，使其算出结果。",
            "Check the cells that the formula refers to until it gives a result.",
        ),
        Bilingual(
            "#DIV/0! 是除数为零或为空，#REF! 是引用的单元格被删除，#VALUE! 是用文字参与了计算，#"
            "NAME? 是函数名写错。",
            "#DIV/0! divides by zero or by a blank, #REF! refers to a deleted cell, #VALUE! "
            "calculates with text, #NAME? "
            "misspells a function.",
        ),
    ),
    CodeEntry(
        "D004",
        Severity.WARNING,
        Bilingual("公式没有计算结果", "A formula without a result"),
        Bilingual(
            "“{label}”是公式，但文件里没有存下它的结果。",
            "“{label}” is a formula, but the file holds no result of it.",
        ),
        Bilingual(
            "请用 WPS 或 Excel 打开，保存一次后再报送。",
            "Open the file in WPS or Excel, save it once, and hand it in again.",
        ),
        Bilingual(
            "由其他软件生成的工作簿有时只存公式不存结果，看到的数要打开后才算出来。打开并保存一次"
            "即可。",
            "Workbooks made by other programs sometimes hold formulas without results; the "
            "numbers appear only once opened. "
            "Opening and saving mends it.",
        ),
    ),
    CodeEntry(
        "D005",
        Severity.WARNING,
        Bilingual("数字用了日期格式", "A number in a date format"),
        Bilingual(
            "“{label}”的单元格是日期格式，按数字{found}处理。",
            "The cell of “{label}” has a date format; it was read as the number {found}.",
        ),
        Bilingual("请把单元格格式改为数值。", "Change the cell's format to a number."),
        Bilingual(
            "单元格设成了日期格式，95 会显示成 1900-4-4。程序按存下的数字处理，请改回数值格式。",
            "In a date format 95 shows as 1900-04-04. The stored number was used; change the "
            "format back to a number.",
        ),
    ),
    CodeEntry(
        "D006",
        Severity.NOTICE,
        Bilingual("小数尾差", "A residue of decimals"),
        Bilingual(
            "“{label}”存的是{found}，按{expected}处理。",
            "“{label}” is stored as {found} and was read as {expected}.",
        ),
        Bilingual("可重新输入{expected}。", "You may type {expected} again."),
        Bilingual(
            "从别的程序复制来的数常带计算机存储的尾差，如 0.0900000762939453。尾差不影响检查。",
            "Numbers copied from other programs often carry a residue of binary storage, such as "
            "0.0900000762939453. It does "
            "not affect the check.",
        ),
    ),
    CodeEntry(
        "D007",
        Severity.NOTICE,
        Bilingual("数在隐藏的行列或工作表里", "A figure in a hidden place"),
        Bilingual(
            "“{label}”的{found}在隐藏的行、列或工作表里。",
            "{found} of “{label}” stands in a hidden row, column or sheet.",
        ),
        Bilingual("请取消隐藏后核对。", "Unhide it and look at it."),
        Bilingual(
            "隐藏的数打印出来看不见，但照样参与检查。请取消隐藏，确认它就是要报送的数。",
            "A hidden figure does not show in print but enters the check all the same. Unhide it "
            "and make sure that it is the one to hand in.",
        ),
    ),
    CodeEntry(
        "D008",
        Severity.NOTICE,
        Bilingual("得分是文本", "A score stored as text"),
        Bilingual(
            "“{label}”的得分“{found}”是文本，表中的合计公式不会把它加进去。",
            "The score “{found}” of “{label}” is text; sums in the sheet pass over it.",
        ),
        Bilingual("请重新输入数字，不带单位。", "Type the number again, without a unit."),
        Bilingual(
            "以文本存放的数字（左上角常有绿色三角）看起来与数字一样，求和时却被跳过，合计因此偏小。"
            "检查时按数字处理。",
            "Numbers stored as text (often with a green corner) look like numbers but are left out "
            "of sums, so totals come out too small. The check takes them as numbers.",
        ),
    ),
    CodeEntry(
        "D009",
        Severity.NOTICE,
        Bilingual("夹着文字的数", "A figure among words"),
        Bilingual(
            "“{label}”填的是“{typed}”，按{found}检查。",
            "“{label}” reads “{typed}” and was checked as {found}.",
        ),
        Bilingual(
            "请只填数字和单位，说明写在备注里。",
            "Type number and unit only; explain in the remarks.",
        ),
        Bilingual(
            "如“约98.5%”“≥95%”“49/50”“百分之六十”“本单位92.8%，因……”：程序取其中的数来检查，"
            "但“约”“≥”等字样没有计入。请核对取的数是否就是要报送的数。",
            "About 98.5%, ≥95%, 49/50, 92.8% because …: the number was taken from among the words, "
            "and words such as about or at least were left out. Make sure that it is the one to "
            "hand in.",
        ),
    ),
    notice(
        "D014",
        (
            "表里的公式用不了这个填法",
            "“{label}”填的是“{found}”，是文本，表里的公式算不进去，用到它的比率和测算得分会空着。",
            "请改填“{expected}”，不带单位和千位逗号。",
            "复算时按这个填法的意思计算，自评得分不受影响；但表里的公式只认数字，是否题只认“是”"
            "“否”，写成“28人”“1,922.76”“√”的，用到它的公式就空着或者偏小。",
        ),
        (
            "The form's formulas cannot use what was typed",
            "“{label}” reads “{found}”, which is text: the form's formulas pass over it, and rates "
            "and suggested scores that rest on it stay blank.",
            "Type “{expected}” instead, without a unit or a thousands mark.",
            "The check understands what is meant and no score suffers. The form's own formulas "
            "know numbers only, and 是 or 否 as answers: with 28人, 1,922.76 or √ those that use "
            "the cell stay blank or come out too small.",
        ),
    ),
    error(
        "D015",
        (
            "这一行的单位与其他金额不同",
            "“{label}”填{found}，旁边的单位写成了{unit}，其他金额都按{usual}；表里的公式只看数，"
            "不看单位。",
            "请核对：数是按{usual}填的，把旁边的单位改回{usual}，数不用改；数是按{unit}填的，把数"
            "折成{usual}，单位也改回{usual}。",
            "空白表的单位是统一的，公式按这个单位计算。只改一行的单位，公式不会跟着换算，用到它的"
            "比率和测算得分就差了一万倍；改好前不能核对用到它的得分。",
        ),
        (
            "The unit of this line is not that of the others",
            "“{label}” is {found}, and the unit beside it says {unit}, where all other amounts are "
            "in {usual}; the form's formulas see the number, not the unit.",
            "See which is meant: a number in {usual} stays, and the unit beside it is set back to "
            "{usual}; one in {unit} is converted to {usual}, and so is the unit.",
            "The blank form has one unit, and its formulas count in it. With the unit of one line "
            "altered they do not convert: rates and suggested scores that use it are ten thousand "
            "times out, and no score that rests on it can be checked before it is mended.",
        ),
    ),
    warning(
        "D020",
        (
            "完成值写得像指标值",
            "有{count}行的完成值带着≥、≤或＝号，例如“{name}”填“{found}”，看不出实际完成了多少。",
            "请填写实际完成的数，例如95%，不要带≥、≤或＝号。",
            "指标值可以写成范围，完成值应当是实际达到的数。照抄指标值，就没有可以核对的数。",
        ),
        (
            "What was reached is written like a target",
            "In {count} rows what was reached carries ≥, ≤ or ＝, such as “{found}” for “{name}”; "
            "how much was reached cannot be seen.",
            "Enter the figure that was reached, such as 95%, without ≥, ≤ or ＝.",
            "A target may be a bound; what was reached is a figure. Where the target was copied "
            "there is nothing to check.",
        ),
    ),
    warning(
        "D021",
        (
            "完成值不是数",
            "“{name}”指标值{target}，完成值填“{typed}”，无法比较。",
            "请按指标值的单位填写实际完成的数；没有完成的填0并写明原因。",
            "指标值是数而完成值是文字或空着，看不出是否完成。",
        ),
        (
            "What was reached is no figure",
            "“{name}”: the target is {target}, what was reached reads “{typed}” and cannot be "
            "compared.",
            "Enter what was reached in the unit of the target; 0 and the reason where nothing was.",
            "The target is a figure and what was reached is words or blank.",
        ),
    ),
    *SHAPE,
)
