"""Codes E200 to E299: the questionnaires behind a satisfaction score."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error, notice, warning
from jixiao.finding.registry import CodeEntry

SURVEY: tuple[CodeEntry, ...] = (
    error(
        "E201",
        (
            "没有读到问卷",
            "{why}。",
            "请用问卷星、腾讯问卷导出的 xlsx 或 csv（一行一份问卷），或者 jixiao template "
            "--survey 写出的"
            "统计表。",
            "问卷文件要么一行一份（第一行或前几行是题目），要么是统计好的份数（发放、收回、有效、"
            "各答案份数）。"
            "两种都没有认出来，或者文件本身读不了。",
        ),
        (
            "No questionnaires were read",
            "{why}.",
            "Use an export of 问卷星 or 腾讯问卷 (xlsx or csv, one row a form), or the counting "
            "sheet "
            "that jixiao template --survey writes.",
            "A file holds one form a row, below the questions, or counts: issued, returned, valid, "
            "forms by answer. Neither was recognised, or the file itself cannot be read.",
        ),
    ),
    error(
        "E202",
        (
            "没有找到满意度题目",
            "各栏是：{headings}。没有一栏的答案是满意、基本满意、不满意一类的词。",
            "请核对导出时选的是“按选项文本”；答案用的是别的词的，用 --answers 说明，如 --answers "
            "“好=满意,差=不满意”。",
            "答案里大半是满意度的词（或者题目里写着满意、评价，答案是 1 至 5）的那一栏，"
            "才算满意度题目。",
        ),
        (
            "No question on satisfaction",
            "The columns are: {headings}. No column is answered by words of satisfaction.",
            "Export answers as texts. Where other words are used, say what they mean: --answers "
            "“好=满意,差=不满意”.",
            "A question on satisfaction is a column most of whose answers are words of "
            "satisfaction, or one about it that is answered by 1 to 5.",
        ),
    ),
    error(
        "E203",
        (
            "答案是数字，没有说明哪个数字最满意",
            "“{question}”的答案（份数）是：{numbers}。1 最满意还是 5 最满意，结果正好相反，"
            "所以没有计算。",
            "5 为最满意的，加上 --answers 5-1；1 为最满意的，加上 --answers 1-5；"
            "也可以重新导出为选项文本。",
            "问卷星“按选项序号”导出时 1 是第一个选项，多半是最满意；“按分数”导出时 5 分最满意。"
            "文件里看不出"
            "是哪一种。题目里写明“5分为非常满意”的会照此计算。",
        ),
        (
            "Answers are numbers; which is best is not said",
            "“{question}” is answered (forms) by: {numbers}. Whether 1 or 5 is best turns the "
            "result round, so nothing was counted.",
            "Add --answers 5-1 where 5 is best, --answers 1-5 where 1 is; or export answers as "
            "texts.",
            "Exported by number of the option, 1 is the first, mostly the best; exported by "
            "points, "
            "5 is. The file does not show which. A question that says so is counted as it says.",
        ),
    ),
    warning(
        "E204",
        (
            "有几个满意度题目，要由人指定一个",
            "有{count}个满意度题目，没有一个是总体满意度：{questions}。评分表填的是份数，"
            "一份问卷只能有一个"
            "答案，所以没有算份数和得分。",
            "请用 --question 指定题号，如 --question 5；下次印问卷时加一道总体满意度。",
            "通知按份数计算满意度（满意、基本满意各多少份），一份问卷有几个答案时，"
            "用哪一个不能由程序来定。",
        ),
        (
            "Several questions on satisfaction; say which one counts",
            "There are {count} questions on satisfaction and none is overall: {questions}. The "
            "scoresheet asks for numbers of forms, so neither these nor the score were worked out.",
            "Name the question by its number: --question 5. Ask for satisfaction overall next "
            "time.",
            "Satisfaction is counted in forms; which of several answers a form stands for is not "
            "for a program to decide.",
        ),
    ),
    warning(
        "E205",
        (
            "有的答案看不懂，没有计入",
            "{count}份的答案不是满意度的词：{answers}（{places}）。",
            "请核对；确有含义的用 --answers 说明，如 --answers “还行=基本满意”，再统计一次。",
            "看不懂的答案不猜，这些问卷不算有效。",
        ),
        (
            "Answers that are not understood were left out",
            "The answers of {count} forms are no words of satisfaction: {answers} ({places}).",
            "Check them; say what they mean with --answers “还行=基本满意” and count again.",
            "Nothing is guessed: such forms are not valid.",
        ),
    ),
    warning(
        "E206",
        (
            "同一份问卷重复出现，只算一份",
            "{count}份与前面的问卷完全相同（时间、来源和每个答案都一样）：{places}。",
            "请核对是否重复导出或粘贴了两次；确是不同的人填的，请说明。",
            "除序号外每一栏都相同，并且有时间或来自IP，才算重复。"
            "没有这些栏目的问卷答案相同是常事，不算重复。",
        ),
        (
            "Forms that are there twice are counted once",
            "{count} forms are the same as an earlier one in time, origin and every answer: "
            "{places}.",
            "See whether they were exported or pasted twice; say so where they are not the same.",
            "Equal in every column but the number, and with a time or address. Without these, "
            "equal answers are no sign of anything.",
        ),
    ),
    notice(
        "E207",
        (
            "有的问卷每一题都选同一个答案",
            "{valid}份有效问卷中，{count}份每一题都是同一个答案，"
            "其中{hasty}份平均每题不到2秒（{places}）。"
            "仍计入有效。",
            "请抽看这些问卷是否认真填写；认定无效的，从表里删去后再统计。",
            "都很满意的人也会这样填，所以只提示，不剔除。用时很短的更值得看。",
        ),
        (
            "Forms with one answer throughout",
            "{count} of {valid} valid forms give the same answer to every question, {hasty} of "
            "them in less than 2 seconds a question ({places}). They are counted.",
            "Look at some; delete rows that are found invalid and count again.",
            "Someone wholly satisfied answers like this too, so it is only said. Short times are "
            "worth a look.",
        ),
    ),
    warning(
        "E208",
        (
            "截止以后收回的问卷没有计入",
            "{count}份的提交时间在{day}以后：{places}。",
            "要计入的，去掉 --deadline 或改为实际截止日期，再统计一次。",
            "截止日期由 --deadline 给出，当天提交的计入。",
        ),
        (
            "Forms after the deadline were left out",
            "{count} forms were handed in after {day}: {places}.",
            "To count them, leave --deadline out or give the day that held, and count again.",
            "The deadline is that of --deadline; forms of that day count.",
        ),
    ),
    notice(
        "E209",
        (
            "没有作答的问卷不算有效",
            "{count}份没有回答满意度，或者回答不了解：{places}。",
            "不用改；是漏录的，补录后再统计。",
            "收回而没有回答满意度的，计入收回，不计入有效。",
        ),
        (
            "Forms without an answer are not valid",
            "{count} forms do not answer on satisfaction, or say that they cannot: {places}.",
            "Nothing to mend; enter what was left out and count again.",
            "They came back, but are not valid.",
        ),
    ),
    notice(
        "E210",
        (
            "有效问卷偏少，结果的误差较大",
            "“{name}”有效{valid}份，在95%的把握下误差可达±{margin}个百分点；"
            "误差不超过10个百分点约需{needed}份。",
            "不影响得分；报告里写明份数即可，下次多发一些。",
            "误差按简单随机抽样、最不利的比例50%计算：1.96 × √(0.25 ÷ 有效份数)（W. G. Cochran，"
            "Sampling Techniques）。总人数不多的，用 --population 给出，误差会小一些。",
        ),
        (
            "Few valid forms: a wide margin of error",
            "“{name}” has {valid} valid forms: a margin of ±{margin} percentage points at 95% "
            "confidence. About {needed} forms would keep it within 10.",
            "The score is not touched; say how many forms there were, and issue more next time.",
            "Of a simple random sample at the least favourable share of 50%: 1.96 × √(0.25 ÷ valid "
            "forms) (W. G. Cochran, Sampling Techniques). Give --population where it is small.",
        ),
    ),
    notice(
        "E211",
        (
            "回收率偏低",
            "“{name}”发放{issued}份，收回{returned}份，回收率{rate}，低于{least}。",
            "请核对发放份数；确实偏低的，补发或在报告里说明原因。",
            "体系没有规定回收率时，按社会调查教科书的说法（E. Babbie）以50%为够用，只作提示。",
        ),
        (
            "Few forms came back",
            "“{name}”: {returned} of {issued} forms came back, {rate}, less than {least}.",
            "Check the number issued; where it is right, issue more or say why in the report.",
            "Where the rulebook does not say, one half is what textbooks (E. Babbie) call "
            "adequate.",
        ),
    ),
    error(
        "E212",
        (
            "收回的问卷比发放的多",
            "“{name}”发放{issued}份，收回{returned}份。",
            "请核对发放份数（--issued）；网上问卷会被转发，发放数改为实际邀请的人数，"
            "或者查出多出来的问卷。",
            "收回不应多于发放。多半是发放数写错，或者同一链接被别人填了。",
        ),
        (
            "More forms came back than were issued",
            "“{name}”: {issued} forms were issued and {returned} came back.",
            "Check the number issued (--issued); links get passed on: give the number invited, or "
            "find the forms beyond it.",
            "Either the number is wrong or others used the link.",
        ),
    ),
    notice(
        "E213",
        (
            "发放份数要另外给出",
            "“{name}”收回{returned}份，导出的文件里没有发放了多少份。",
            "请用 --issued 给出发放份数，如 --issued 300；或者在评分表里自己填。",
            "问卷平台只知道收回多少。发放份数用来算回收率，评分表也要填。",
        ),
        (
            "How many forms were issued is not in the file",
            "“{name}”: {returned} forms came back; how many were issued the export does not say.",
            "Give it with --issued 300, or enter it in the scoresheet yourself.",
            "It is needed for the return rate, and the scoresheet asks for it.",
        ),
    ),
    warning(
        "E214",
        (
            "有的问卷不知道是哪一类对象的",
            "{count}份没有归到任何一类（{places}），写的是：{said}。调查对象分为：{groups}。",
            "整个文件都是一类的，用 --group 给出；否则把“您的身份”一栏改成上面的名称，"
            "或者分文件存放。",
            "分对象计分的，每份问卷要知道是谁填的：看“身份、对象、类别”一栏，"
            "其次看工作表名和文件名。",
        ),
        (
            "Forms of nobody knows which group",
            "{count} forms belong to no group ({places}); they say: {said}. The groups are: "
            "{groups}.",
            "Give the group with --group where a whole file is of one; else use these names in the "
            "column, or a file for each group.",
            "Where groups are scored apart, each form must say whose it is: by a column, the name "
            "of the sheet, or of the file.",
        ),
    ),
    error(
        "E215",
        (
            "评分表里的份数与问卷不一致",
            "“{label}”填{found}，按问卷应为{expected}。没有改动。",
            "请核对问卷文件是否齐全、发放数是否正确；以问卷为准的，加上 --replace 再写一次副本。",
            "评分表里已经填了别的数，程序不会悄悄换掉。",
        ),
        (
            "A count in the scoresheet is not that of the forms",
            "“{label}” says {found}; by the forms it is {expected}. It was left as it is.",
            "See whether all forms are in the file and the number issued is right; where the forms "
            "hold, add --replace and write the copy again.",
            "Something else was entered, and is not replaced without being asked.",
        ),
    ),
    error(
        "E216",
        (
            "自评的满意度与问卷不一致",
            "“{name}”实际值填{found}，按问卷应为{expected}。",
            "请核对问卷文件是否齐全；以问卷为准的，改实际值（是公式的，改基础数据）。",
            "满意度应当就是问卷统计的结果。已考虑四舍五入。",
        ),
        (
            "The satisfaction claimed is not that of the forms",
            "“{name}” claims {found}; by the forms it is {expected}.",
            "See whether all forms are in the file; where the forms hold, mend the rate, or the "
            "basic figures where it is a formula.",
            "Satisfaction is what the forms come to. Rounding has been allowed for.",
        ),
    ),
    error(
        "E217",
        (
            "满意度的自评得分与问卷不一致",
            "“{name}”自评{found}分，按问卷满意度{rate}应得{expected}分。",
            "请先核对份数和满意度；都对的，把自评得分改为{expected}分，并相应修改小计、"
            "合计和档次。",
            "得分按体系的评分标准由问卷满意度算出。",
        ),
        (
            "The score claimed for satisfaction is not that of the forms",
            "“{name}” claims {found} points; by a satisfaction of {rate} it is {expected}.",
            "Check counts and satisfaction first; where they hold, claim {expected} points and "
            "mend sums, total and grade.",
            "The score comes from the forms by the rulebook's own rule.",
        ),
    ),
    notice(
        "E218",
        (
            "有的问卷来自同一个IP",
            "有{count}份来自同一IP：{addresses}。仍计入有效。",
            "请核对是不是同一个办公室或服务大厅的人填的；有人重复填写的，删去多余的再统计。",
            "一个单位常共用一个IP，所以只提示，不剔除。",
        ),
        (
            "Many forms from one address",
            "{count} forms share an IP address: {addresses}. They are counted.",
            "See whether they are of one office or hall; delete those that somebody filled in "
            "again.",
            "An office often shares one address, so it is only said.",
        ),
    ),
    error(
        "E219",
        (
            "没有这个题目",
            "没有找到题目“{wanted}”，或者不止一个。满意度题目有：{questions}。",
            "请写题号或题目全文，如 --question 5。",
            "--question 写的是题号，或者表头里的题目全文。",
        ),
        (
            "No such question",
            "There is no question “{wanted}”, or more than one. The questions on satisfaction are: "
            "{questions}.",
            "Give its number or its whole text: --question 5.",
            "--question takes the number of a question, or its text as the heading has it.",
        ),
    ),
    error(
        "E220",
        (
            "各答案份数之和大于有效份数",
            "第{row}行各答案合计{answered}份，有效{valid}份。",
            "请核对各答案的份数和有效份数。",
            "一份有效问卷只有一个答案，各答案之和不会超过有效份数。",
        ),
        (
            "More answers than valid forms",
            "Row {row} has {answered} answers and {valid} valid forms.",
            "Check the counts of answers and of valid forms.",
            "A valid form has one answer.",
        ),
    ),
    error(
        "E221",
        (
            "有效份数大于收回份数",
            "第{row}行有效{valid}份，收回{returned}份。",
            "请核对收回份数和有效份数。",
            "有效问卷是收回问卷的一部分。",
        ),
        (
            "More valid forms than came back",
            "Row {row} has {valid} valid forms, {returned} came back.",
            "Check both numbers.",
            "Valid forms are among those that came back.",
        ),
    ),
    warning(
        "E222",
        (
            "有一类对象没有问卷",
            "“{name}”一份问卷也没有，这一项没有得分依据。",
            "请把这一类的问卷文件一起给出；问卷里有的，核对“身份”一栏的写法。",
            "这个体系对几类对象分别计分，每一类都要有问卷。",
        ),
        (
            "A group without any forms",
            "“{name}” has no forms; nothing supports its score.",
            "Give its file too; where its forms are in the file, see how the column names it.",
            "Each group is scored by its own forms.",
        ),
    ),
    warning(
        "E223",
        (
            "发放份数少于规定",
            "“{name}”发放{issued}份，体系要求至少{least}份。",
            "请核对发放份数；确实不够的，补发。",
            "最少发放份数由体系规定。",
        ),
        (
            "Fewer forms issued than asked for",
            "“{name}”: {issued} forms were issued, the rulebook asks for {least}.",
            "Check the number; where it is right, issue more.",
            "The least number is the rulebook's.",
        ),
    ),
    warning(
        "E224",
        (
            "各答案份数之和少于有效份数",
            "第{row}行各答案合计{answered}份，有效{valid}份，有{rest}份没有写是什么答案。"
            "满意度按有效份数计算，这{rest}份没有计入满意。",
            "请补上没有列出的答案（如“一般”）的份数；没有回答满意度的，从有效份数里减去。",
            "一份有效问卷有一个答案，各答案之和应当等于有效份数。",
        ),
        (
            "Fewer answers than valid forms",
            "Row {row} has {answered} answers and {valid} valid forms: {rest} are not said to have "
            "given any. They count as not satisfied.",
            "Add the answers left out (such as 一般); take forms without an answer off the valid "
            "ones.",
            "A valid form has one answer, so that the answers add up to the valid forms.",
        ),
    ),
    error(
        "E225",
        (
            "答案是十分制的分数，没有说明几分算满意",
            "“{question}”的答案（份数）是：{numbers}。体系规定的是满意、基本满意一类的答案，"
            "没有规定几分算满意，所以没有计算。",
            "用 --answers 把每个分数对应到答案，"
            "如 --answers 10=满意,9=满意,8=基本满意,7=一般,6=不满意；"
            "对应办法写进调查说明。",
            "几分算满意不同地方定法不同，相差一分满意度就不同，不能替您定。下次发问卷请直接用满意、基本满意"
            "一类的选项。",
        ),
        (
            "Answers are points out of ten without a meaning",
            "“{question}” is answered (forms) by: {numbers}. The rulebook speaks of answers such "
            "as 满意 and 基本满意, not of points, so nothing was counted.",
            "Say with --answers which points mean which answer, as in --answers "
            "10=满意,9=满意,8=基本满意,7=一般,6=不满意, and write it into the notes on the survey.",
            "Places draw the line differently, and one point turns the result; nobody can choose "
            "for you. Next time ask with answers such as 满意 and 基本满意.",
        ),
    ),
)
