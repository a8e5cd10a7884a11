"""The words that join names and figures in reports, as pieces of patterns over marks."""

from __future__ import annotations

import re
from typing import Final

from jixiao.narrative.claims.masked import FIGURE, NAME

US: Final = "[局办委院校市县区单部厅中会处所镇乡街站馆队园台]"  # behind 我 and 本: who reports
BRACKET: Final = "(?:（[^（）]{0,60}）)"
LINK: Final = (
    r"(?!(?:执行|支出|完成)(?:总?[数额])|执行(?:情况|进度|率))"
    rf"(?:{BRACKET}|指标|的|自评|实际|全年|本年度?|当年|最终|总体|综合|执行情况|执行|结果|情况|数值|调查|测评|评价|值|总额|数额|金额|"
    r"均|都|仅|只|已|也|共计|共|计|合计|总计|有|为|是|达到|达|到|了|完成|实现|高达|：|=|支出数|支出|人数|数|"
    r"安排|核定|定|控制在|保持在|在|，(?=(?:[为达仅共计约]|实际(?!得))))*"
)
SCORED: Final = (
    rf"(?:(?:我{US}|本单位|本部门|自评|实际|最终|综合|评价|考核|应|可|实|共|本项|该项|此项|评)*"
    r"(?:得分|计分|自评分|评分|分数|得|计|自评|评定|评)(?:数|值)?(?:为|是|：|=|共|仅|了)*)"
)
WEIGHS: Final = r"(?:(?:指标|项目)*(?:的)?(?:满分|总分|标准分值|标准分|分值|权重|总分值|应得分)(?:为|是|共|：|=|计)*)"
AFTER: Final = (
    r"(?!\s*(?:的(?!自评|评价|主要原因|原因|[\uf000-\uf8ff])|目标|标准|要求|则|时|\*|/|\+))"
)
BY_OTHERS: Final = re.compile(r"(?:上级|[局厅委办部署]|机关|机构|部门|政府|专家组?)对(?:我|本)")
REVIEWED: Final = re.compile(r"重点评价|复核|复评|抽评|再评价|抽查|评审")
LIST: Final = rf"(?P<list>{NAME}{BRACKET}?(?:(?:、|和|与|及|以及|，|指标|本年度?|全年|当年|{BRACKET})*{NAME}{BRACKET}?)*)"
COUNTED: Final = rf"(?P<etc>等(?:[^，；：、\uf000-\uf8ff]{{0,6}}?(?=指标|项目|方面))?)?(?:这一|这个|这|以上|上述|该)?(?P<count>{FIGURE})?(?:三级|二级|四级|考核|评价)*(?:指标|项目|内容|方面|项|得分率?|分值|分数)*"
ALL: Final = r"(?:之所以|都|均|全部|全|皆|各|也|，|自评|实际|得分情况为)*"
NO_POINTS: Final = r"(?:得分?(?:均|都|皆)?为?零分?|一分(?:未|没有?|不)得|(?:都|均)?(?:未|没有?|不|未能)(?:能)?得(?:到)?分(?!满)|(?:分值|分数|分)?(?:全部?|均|都)?(?:被)?扣(?:完|光|除完)(?![\uf000-\uf8ff]))"
SOME_LOST: Final = (
    r"(?:(?:有所|存在|被|出现|有|略有|部分|不同程度地?|产生|因此)*(?:扣了?分|失分|丢分)(?![\uf000-\uf8ff]|标准|办法|规则|细则|分值|值|点)"
    r"|(?:未|没有?|未能)(?:能)?(?:得|获|拿|取得|获得|达到)*(?:到)?满分)"
)
FULL_MARKS: Final = (
    r"(?:自评满分|(?:自评)?(?:得|获得|获|拿|取得|为|评为|达到|打|计)+了?满分|满分(?=[，。；、）]|$)"
    r"|(?:未|没有|无|不)(?:被)?(?:扣分|失分|丢分))"
)


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over marks."""
    return re.compile(pattern)
