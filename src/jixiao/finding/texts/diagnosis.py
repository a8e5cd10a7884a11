"""What a diagnosis says: the slips, what speaks for them, what becomes of the return."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "diagnosis.slip.unit": ("可能是按{unit}填的", "probably typed in {unit}"),
    "diagnosis.slip.word": (
        "数字后面写的单位“{unit}”可能不对",
        "the unit “{unit}” behind it is probably not the one that was meant",
    ),
    "diagnosis.slip.percent": ("百分数可能差了100倍", "probably out by a hundred"),
    "diagnosis.slip.sign": ("正负号可能反了", "its sign is probably reversed"),
    "diagnosis.slip.answer": ("“是”“否”可能选反了", "yes and no were probably mixed up"),
    "diagnosis.slip.exchanged": (
        "可能有相邻两位数字写反了",
        "two neighbouring digits were probably exchanged",
    ),
    "diagnosis.slip.doubled": ("可能有一位数字打了两遍", "a digit was probably typed twice"),
    "diagnosis.slip.repeated": (
        "可能把一个数连打了两遍",
        "the whole figure was probably typed twice",
    ),
    "diagnosis.slip.point": (
        "小数点可能错了位，或者是按别的单位填的",
        "the decimal point is misplaced, or it was typed in another unit",
    ),
    "diagnosis.slip.extra": ("可能多打了一位数字", "there is probably a digit too many"),
    "diagnosis.slip.dropped": ("可能少打了一位数字", "a digit is probably missing"),
    "diagnosis.slip.copied": (
        "可能填成了另一格的数",
        "the figure of another cell was probably typed",
    ),
    "diagnosis.slip.mistyped": ("可能有一位数字打错了", "a digit was probably mistyped"),
    "diagnosis.slip.counted": ("可能多数或少数了一个", "it is probably out by one"),
    "diagnosis.slip.swapped": (
        "可能与“{label}”（{cell}）互相填反了",
        "it was probably exchanged with “{label}” ({cell})",
    ),
    "diagnosis.slip.crossed": (
        "可能与“{label}”（{cell}）互相填反了",
        "it was probably exchanged with “{label}” ({cell})",
    ),
    "diagnosis.slip.weights": (
        "可能与另一行的分值互相填反了",
        "it was probably exchanged with the weight of another row",
    ),
    "diagnosis.slip.operator": ("≥、≤可能写反了", "≥ and ≤ were probably mixed up"),
    "diagnosis.slip.relation": ("与其他数据对不上", "it does not fit the other figures"),
    "diagnosis.mends.absurd": (
        "按现填的数，“{name}”为{rate}，不合情理",
        "as typed, “{name}” comes to {rate}, which is out of the question",
    ),
    "diagnosis.mends.agrees": (
        "改后“{name}”自评的{score}分成立",
        "mended, the {score} points of “{name}” hold",
    ),
    "diagnosis.mends.identity": ("改后符合“{says}”", "mended, “{says}” holds"),
    "diagnosis.mends.far": (
        "现填的数与其他金额相差上千倍",
        "as typed, it is a thousand times away from the other amounts",
    ),
    "diagnosis.mends.ratio": (
        "按现填的数，这一行的支出与预算相差悬殊",
        "as typed, spending and budget of its row are far apart",
    ),
    "diagnosis.funds": (
        "“{name}”应等于其下各项之和",
        "“{name}” is the sum of the rows below it",
    ),
    "diagnosis.mends.shape": ("现填的数不合要求", "the figure as typed cannot stand there"),
    "diagnosis.mends.pinned": (
        "改后与其他数据加减相符",
        "mended, it fits what the other figures add up to",
    ),
    "diagnosis.outcome": (
        "改正后，复算总分{total}分{grade}；{scores}。",
        " Mended, the total is {total}{grade}; {scores}.",
    ),
    "diagnosis.outcome.grade": ("，档次“{grade}”", ", grade {grade}"),
    "diagnosis.outcome.kept": ("有关的自评得分都不用改", "no self-score that rests on it changes"),
    "diagnosis.outcome.changed": (
        "自评得分还要改的：{changes}",
        "self-scores to change: {changes}",
    ),
    "diagnosis.outcome.change": ("“{name}”改为{score}分", "“{name}” to {score}"),
    "diagnosis.choice": (
        "“{label}”{found}（{cell}）可能应为{to}",
        "“{label}” {found} ({cell}): {to}",
    ),
    "diagnosis.cell": ("“{label}”{found}（{cell}）", "“{label}” {found} ({cell})"),
    "diagnosis.why.open": (
        "“{label}”（{cell}）填的{found}疑有误，改正前不能计分{outcomes}",
        "“{label}” ({cell}) is probably wrong at {found}; no score before it is mended{outcomes}",
    ),
    "diagnosis.why.before": ("按现填的数得{score}分", "{score} points as typed"),
    "diagnosis.why.after": ("改为{to}后得{score}分", "{score} points once it is {to}"),
    "diagnosis.why.broken": (
        "所依据的数据互相矛盾（{says}），改正前不能计分",
        "the figures it rests on contradict each other ({says})",
    ),
    "diagnosis.all-figures": ("基础数据", "basic figures"),
    "diagnosis.why.lost": (
        "“{label}”（{cell}）没有可用的数",
        "there is no usable figure for “{label}” ({cell})",
    ),
    "diagnosis.why.unit": (
        "“{label}”（{cell}）的单位与其他金额不同，改好前不能计分",
        "the unit of “{label}” ({cell}) is not that of the others; no score before it is mended",
    ),
    "diagnosis.why.absurd": (
        "按所填数据算出的比率为{rate}，不合情理，不能据此计分",
        "the figures give a rate of {rate}, which is out of the question",
    ),
    "diagnosis.score": ("按{basis}复算得{score}分", "{basis} give {score}"),
    "diagnosis.text": (
        "是文本，表中的合计公式没有把它加进去",
        "it is text, which the sums of the sheet pass over",
    ),
    "diagnosis.copy": ("从下发的空白表复制该单元格", "copy the cell from the form as issued"),
    "diagnosis.formula": ("下发时是公式，由它自动计算", "it was issued as a formula"),
    "diagnosis.sum": ("各项相加得{sum}分", "the parts add up to {sum}"),
    "diagnosis.weight": (
        "改后各项分值之和为{total}分，“{name}”的自评得分正好是满分",
        "the weights then add up to {total} and “{name}” has full marks",
    ),
    "diagnosis.weight.todo": (
        "请对照批复的分值核对{cell}：属实的把{before}改为{to}；不是这一行的，核对其余各行的分值。",
        "Compare {cell} with the weights as approved and, if so, set {before} to {to}; else look "
        "at the weights of the other rows.",
    ),
    "diagnosis.grade": ("总分{total}分对应这一档次", "this is the grade of {total} points"),
    "diagnosis.outcomes": ("：{text}", ": {text}"),
    "diagnosis.points": ("{points}分", "{points} points"),
    "diagnosis.fix": ("{cell}：{after}", "{cell}: {after}"),
    "diagnosis.label": ("{name}·{noun}", "{name}·{noun}"),
    "diagnosis.noun.actual": ("实际值", "actual value"),
    "diagnosis.noun.target": ("指标值", "target"),
    "diagnosis.noun.item-score": ("单项得分", "score of the item"),
    "diagnosis.noun.weight": ("分值", "weight"),
    "diagnosis.noun.sign": ("符号", "sign"),
}
