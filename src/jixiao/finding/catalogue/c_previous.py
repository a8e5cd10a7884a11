"""Codes C200 to C299: this year's return against last year's."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import notice, warning
from jixiao.finding.registry import CodeEntry

PREVIOUS: tuple[CodeEntry, ...] = (
    warning(
        "C201",
        (
            "上年数与上年报送的不一致",
            "“{label}”填{found}，上年报送的“{last_label}”是{expected}（上年表{last_place}）。",
            "请对照上年决算核实。今年填错的，改正今年的数；上年报错的或者口径调整过的，今年的数不改，"
            "在数据来源栏说明。",
            "今年表里的上年数应当就是上年报送的数。两个数对不上，总有一个要说明。已考虑四舍五入和"
            "单位（元、万元）的不同。",
        ),
        (
            "A figure of last year is not the one handed in then",
            "“{label}” is {found}; last year's return said {expected} for “{last_label}” "
            "({last_place} there).",
            "Check it against last year's accounts. Mend this year's figure if it is wrong; where "
            "last year's was, or the basis changed, leave this year's and say so beside it.",
            "What a return says of last year should be what was handed in then. Rounding and "
            "units (yuan, ten thousand yuan) have been allowed for.",
        ),
    ),
    warning(
        "C202",
        (
            "结转没有接上",
            "“{label}”填{found}，上年报送的“{last_label}”是{expected}（上年表{last_place}），两年没有"
            "接上。",
            "请对照上年决算核实。今年填错的，改正今年的数；上年报错的或者年初调整过的，今年的数不改，"
            "在数据来源栏说明。",
            "上年末结转到今年的资金，应当等于上年报送的年末结转。年初因收回、上缴等调整过的，说明即可。",
        ),
        (
            "What was carried over does not join up",
            "“{label}” is {found}; last year's return ended with {expected} for “{last_label}” "
            "({last_place} there).",
            "Check it against last year's accounts. Mend this year's figure if it is wrong; where "
            "last year's was, or it was adjusted at the start of the year, leave this year's and "
            "say so beside it.",
            "What is carried into this year is what last year's return ended with, unless funds "
            "were withdrawn at the start of the year, which should be said.",
        ),
    ),
    notice(
        "C203",
        (
            "扣分原因与上年一字不差",
            "有{found}个指标的扣分原因与上年一字不差：{listed}。",
            "请看看是否还是今年的情况；确实没有变化的，不用改。",
            "扣分原因照抄上年的，往往没有写今年的情况。只提示，不影响得分。",
        ),
        (
            "Reasons are word for word those of last year",
            "{found} reasons are word for word those of last year: {listed}.",
            "See whether they still say what happened this year; where nothing changed, leave "
            "them.",
            "Reasons copied from last year often miss what happened this year. No score rests on "
            "it.",
        ),
    ),
    notice(
        "C204",
        (
            "几个金额与上年完全相同",
            "有{found}个金额与上年报送的完全相同：{listed}。",
            "请核对是否误用了上年的数；今年确实就是这个数的，不用改。",
            "一两个金额碰巧相同是常有的，几个金额都相同，常常是在上年的表上改的，漏改了。",
        ),
        (
            "Several amounts are exactly those of last year",
            "{found} amounts are exactly those of last year's return: {listed}.",
            "See whether last year's figures were left standing; where they are this year's, leave "
            "them.",
            "One or two amounts may be the same by chance. Several usually are left over from last "
            "year's workbook.",
        ),
    ),
    warning(
        "C205",
        (
            "上年的表不能用来比对",
            "没有与上年比对：{reason}。",
            "请用 --previous 指定本单位上一年度的表；没有上年表的，去掉这个选项。",
            "上年的表打不开、里面没有评分表、不是前一年的或者是别的单位的，都不能用来比对。名称写法"
            "不同（带不带地名、局改委）的照样对得上；换了名字的，用 bulk --roster 核对，并在名册的"
            "“别名”栏写上旧名，或者先在上年表的副本里改名。",
        ),
        (
            "Last year's return cannot be used",
            "Nothing was compared with last year: {reason}.",
            "Name the department's return of the year before with --previous, or leave the option "
            "out.",
            "A file that cannot be read, holds no scoresheet, is of another year or of another "
            "department says nothing about this return. Names written otherwise (without the "
            "place, 局 now 委) still match; where a department has quite another name, give the "
            "old one as alias in the roster (bulk --roster), or write the new one into a copy "
            "first.",
        ),
    ),
    notice(
        "C206",
        (
            "没有找到上年的表",
            "没有与上年比对：{reason}。",
            "请把这个单位上年的表放进 --previous 的文件夹，只放一份；新设的单位不用管。",
            "上年的表按表里写的单位名称对应，没写的按文件名；名称写法不同（带不带地名、局改委）的照样"
            "对得上。换了名字的，在名册的“别名”栏写上旧名，或者先在上年表的副本里改名。",
        ),
        (
            "No return of last year was found",
            "Nothing was compared with last year: {reason}.",
            "Put this department's return of last year, and only one, into the folder of "
            "--previous; for a new department nothing is to be done.",
            "Returns are matched by the department's name in them, else by the file's; names "
            "written otherwise (without the place, 局 now 委) still match. Where a department has "
            "quite another name, give the old one as alias in the roster, or write the new one "
            "into a copy of last year's return first.",
        ),
    ),
)
