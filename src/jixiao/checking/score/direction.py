"""Which way a target points that is without a sign: by what the row is called, else its kind.

Only names and kinds that leave no doubt count; everything else is for a person to say.
"""

from __future__ import annotations

import re

from jixiao.figures import Operator

_FALLING = re.compile(
    r"(?:经费|成本|人员|费用|预算|支出|投资|编制)(?:总额)?控制(?:率|数)$|成本控制(?:率|数)?$"
    r"|(?:三公.*|预算|结转结余|结余)(?:变动|调整)率$|(?:结转|结余)率$|(?:投诉|差错|事故|违规)(?:率|次数|数)$"
)
_RISING = re.compile(
    r"(?:完成|执行|合格|达标|覆盖|及时|办结|利用|满意|到位|成活|接种|签约|参与|知晓|普及|拨付|验收|通过|入户|准确|正确|落实|整改|兑现|保障|受益)率$|满意度$"
)
_DOUBTFUL = re.compile(
    r"事故|投诉|差错|违规|违法|超标|返工|延误|滞后|死亡|流失|发案|信访|上访|欠|逾期|退回|病例|下降|减少|降低|控制"
)
_COUNTED = re.compile(r"(?:数|数量|次数|人次|场次|里程|面积|规模|产量)$")
_SAID = re.compile(r"(?P<least>不少于|不低于|以上$)|(?:不超过|不高于|不多于|以内$|以下$)")
_SAVING = re.compile(r"节约|节省|节支")


def direction_of(name: str, kind: str) -> Operator | None:
    """Say whether more or less is better; None where the words leave it open.

    >>> direction_of("政府采购执行率", ""), direction_of("公用经费控制率", "")
    (<Operator.AT_LEAST: '>='>, <Operator.AT_MOST: '<='>)
    >>> direction_of("发放资料份数", "数量指标"), direction_of("安全事故起数", "数量指标")
    (<Operator.AT_LEAST: '>='>, None)
    """
    bare = re.sub(r"[\s“”\"'（(].*?[）)”\"']|\s", "", name) or name
    if _FALLING.search(bare):
        return Operator.AT_MOST
    if (said := _SAID.search(bare)) is not None:
        return Operator.AT_LEAST if said["least"] else Operator.AT_MOST
    if _DOUBTFUL.search(bare):
        return None
    if _RISING.search(bare):
        return Operator.AT_LEAST
    is_open = "产出" in kind or kind in ("", "指标")
    if "数量" in kind or "满意度" in kind or (is_open and _COUNTED.search(bare)):
        return Operator.AT_LEAST
    if "成本" in kind and not _SAVING.search(bare):
        return Operator.AT_MOST
    return None
