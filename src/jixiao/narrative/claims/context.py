"""Whether a name in a sentence speaks of this department and this year, and of nothing narrower."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.masked import FIGURE, NAME, YEAR, MaskedSentence
from jixiao.narrative.claims.names import NameIndex
from jixiao.narrative.claims.topics import Topic, is_generic, is_narrower_topic, topic_before

_BOUNDARY: Final = re.compile(rf"[，；：、（）=+。{NAME[1:-1]}{FIGURE[1:-1]}]")
_OWN: Final = re.compile(
    rf"(?:{YEAR}|本|我|该|全|局|办公室|办|委|院|校|处|厅|队|所|站|馆|会|中心|单位|部门|机关|系统|市级|县级|"
    r"区级|本级|年度|全年|当年|年内|年末|年底|年|末|底|截至|截止|其中|在|对|从|即|而|但|且|故|因此|因为|因|"
    r"所以|由于|使得|使|导致|造成|致使|表明|显示|反映|体现|的|是|为|有|实际|实现|共|总体|总|整体|支出|绩效|"
    r"自评|经|计算|测算|核算|统计|汇总|[一二三四五六七八九]是|方面|指标|一级|二级|三级|具体|扣分项目?|失分项目?|得分项目?|扣分|失分|得分|未|"
    r"主要|原因|包括|分别|以及|和|与|及|并|另外|此外|同时|目前|最终|上述|可知|可见|综上|根据|按照|公式|"
    r"投入|过程|产出|效果|效益|预算执行|预算管理|预算配置|资产管理|目标设定|职责履行|履职效益|执行|管理|"
    r"情况|看|来看|如下|含下属单位|财政|人员|设置|配备|机构|调查|满意度调查|结果|显示|社会|服务对象|群众|公众|"
    r"共计|总计|合计|累计|圆满|较好|严格|控制|已|都|均|各项|考核|评价|评分|数据|上|中|里|后|"
    r"人员|工作|本次|此次|这次|开展|组织|通过|采取|采用|以|向|面向|随机|现场|就|项|现有|共有|现|得|满分|不|没有|比|较|核定|批复|批准|下达|安排|"
    r"系|源于|报表|突破|超出|年初|除|另外|另有|另|预算|点|完成|决算|按|县|市|区|省|乡|镇|街道|政府)*"
)
_NARROWER: Final = re.compile(
    r"项目(?!支出)|专项|课题|工程|下属|所属|二级单位|行政编制|事业编制|全(?:局|系统|委|办|院|校|厅|中心|市|县|区)"
)
_UNITS_BELOW: Final = re.compile(r"(?:下属|所属)[^，；。]{0,6}单位|二级单位")
_WIDER: Final = re.compile(r"含下属单位|包括下属单位|含所属单位|下属单位在内")
_EARLIER: Final = re.compile(r"上年|去年|上一年|往年|前年|同期|历年|近[两三]年|某月|上半年末")


_OF_PROJECT: Final = re.compile(
    rf"(?:专项|(?<!个)项目(?!支出)|课题|工程)(?:，|经费|资金|预算|支出|实际|安排|共|共计|为|数|年初|总|金额)*{FIGURE}"
)
_UNIT: Final = re.compile(
    r"[\u4e00-\u9fff]{2}(?:[处科股馆所站园厂]|中心|学校|[医生][院]|[养敬][老][院]|法院|分局|公司|[支大中]队|小学|中学|社区|居委会|村委会)的?$"
)
_HEADED_BY_UNIT: Final = re.compile(  # 镇中心小学在职教师68人
    r"(?:其中)?(?!经|按|由|根据|受|在|报|被|对照|依据|与|和|向|从|我|本|全|各)[^，；：。我本全该各\uf000-\uf8ff\ue000-\uefff]{1,10}?"
    r"(?:小学|中学|学校|幼儿园|医院|卫生院|敬老院|中心|会馆|图书馆|文化馆|分局|公司|[支大中]队|派出所|财政所|司法所)"
    rf"(?=在职|在编|编制|现有|共有|实有|全年|当年|年[初末底]|上半年|预算|收入|支出|实际|自评|得分|得|{NAME}|{YEAR})"
)
_OWN_AGAIN: Final = re.compile(r"[我全本][局办委院校市县区单部厅中会处所]|部门|整体|总体|机关")


_ORGANISED: Final = re.compile(  # another department or unit as what a clause speaks of
    r"(?:^|[，；：。])(?:其中|而|但)?(?!(?:经|按|由|根据|受|在|报|被|对照|依据|与|和|向|从|我|本)[^，]{0,20})"
    r"[^，；：。〓我本全该此各\uf000-\uf8ff]{1,14}?(?:会馆|财政所|派出所|卫生院|中心|学校|小学|中学|学院|医院|公司|协会|学会|秘书处|支队|大队|站|局|委员会|街道|[乡镇县]|馆|院)"
    r"(?=(?:的|部门|整体|支出|绩效|自评|综合|评价|最终|年度|复核|审核|评审|核定|[\uec00-\uefff])*(?:得分|自评|评价|绩效|评分|总分|等级|档次|得|被评|评))"
)


_JOINED_YEARS: Final = re.compile(rf"{YEAR}[^，；。]{{0,12}}[和与及、]{YEAR}[^\uec00-\uefff]*$")
_EVERYBODY: Final = re.compile("(?:机关|[局办委院])本级|全[市省县区国州]|各[县区市单部]|平均")


class NameContext:
    """What is around the names of one sentence; ``topic`` is what its heading speaks of."""

    def __init__(
        self, sentence: MaskedSentence, names: NameIndex, topic: Topic = Topic.WHOLE
    ) -> None:
        self.sentence, self.names, self.topic = sentence, names, topic
        marks = sentence.marks
        for name in names.department:
            marks = marks.replace(name, "本局" + "本" * (len(name) - 2))
        self.marks = _WIDER.sub(lambda match: "本" * len(match[0]), marks)

    def is_own(self, at: int) -> bool:
        """Whether the name at a mark is that of the whole department in this year."""
        before = self.marks[:at]
        starts = [match.end() for match in _BOUNDARY.finditer(before)]
        prefix = before[starts[-1] if starts else 0 :]
        if self.is_of_unit(at) or self._is_under_unit(at):
            return False
        if (
            _EVERYBODY.search(prefix)
            or not _OWN.fullmatch(prefix)
            or self.is_of_units(at)
            or self.is_of_project(at)
            or self.is_of_a_kind(at)
        ):
            return False
        return self.is_this_year(at)

    def is_of_a_kind(self, at: int) -> bool:
        """Whether a name is used of one project, or one of any budget of a kind of spending.

        三公经费年初预算345万元 is no budget of the department.
        """
        before = self.marks[self.marks.rfind("；", 0, at) + 1 : at]
        own = [match.end() for match in _OWN_AGAIN.finditer(before)]
        since = self._spelled(before[own[-1] if own else 0 :])
        topics = (topic_before(since), Topic.WHOLE if own else self.topic)
        if Topic.PROJECT in topics:
            return True
        mark, last = self.marks[at : at + 1], before[-1:]
        if not "\ue000" <= mark <= "\uebff" or not is_generic(self._said(mark)):
            return False
        if "\ue000" <= last <= "\uebff" and is_narrower_topic(self._said(last)):
            return True
        return Topic.KIND in topics

    def _said(self, mark: str) -> str:
        name = self.sentence.name(mark)
        return self.sentence.text[name.start : name.end]

    def _spelled(self, marks: str) -> str:
        """Marks with the words of the names in them."""
        return re.sub(NAME, lambda match: self._said(match[0]), marks)

    def is_of_unit(self, at: int) -> bool:
        """Whether the first name of the clauses before a mark is that of an office or unit below."""
        begin = max(self.marks.rfind("；", 0, at), self.marks.rfind("。", 0, at)) + 1
        if _HEADED_BY_UNIT.match(self.marks, begin) and not _OWN_AGAIN.search(self.marks[begin:at]):
            return True
        first = re.search(NAME, self.marks[begin:at])
        if first is None:
            return False
        if self._is_under_unit(begin + first.start()):
            return not _OWN_AGAIN.search(self.marks[begin + first.end() : at])
        prefix = re.split("[，：、（）]", self.marks[begin : begin + first.start()])[-1]
        if not _UNIT.search(prefix) or _OWN.fullmatch(prefix):
            return False
        return not _OWN_AGAIN.search(self.marks[begin + first.end() : at])

    def _is_under_unit(self, at: int) -> bool:
        """Whether a mark follows the name of an office or unit and a colon: 秘书处：在职人员3名."""
        lead, colon, _ = self.marks[:at].rpartition("：")
        begin = max(lead.rfind(mark) for mark in "，；。：、（）") + 1
        name = lead[begin:]
        is_unit = bool(_UNIT.search(name)) and not _OWN.fullmatch(name)
        return bool(colon) and is_unit and not _OWN_AGAIN.search(self.marks[len(lead) : at])

    @staticmethod
    def is_neutral(words: str) -> bool:
        """Whether words name nothing but this department, this year and this evaluation."""
        return _OWN.fullmatch(words) is not None

    def is_this_year(self, at: int) -> bool:
        """Whether the year named last before a mark, if any, is that of the report."""
        before = self.marks[:at]
        years = [self.sentence.year(mark) for mark in before if "\uec00" <= mark <= "\uefff"]
        if len(years) > 1 and years[-2] == self.names.year and _JOINED_YEARS.search(before):
            years.pop()  # 公开2017年预算和2016年决算
        clause = before[max(before.rfind(mark) for mark in "，；：") + 1 :]
        if _EARLIER.search(clause):
            return False
        return not years or self.names.year is None or years[-1] == self.names.year

    def is_of_project(self, at: int, start: int = 0) -> bool:
        """Whether amounts of a project come before a mark, and nothing of the whole after them."""
        before = self.marks[max(self.marks.rfind("；", 0, at) + 1, start) : at]
        found = [match.end() for match in _OF_PROJECT.finditer(before)]
        return bool(found) and not _OWN_AGAIN.search(before[found[-1] :])

    def of_this_year(self, at: int, figures: Sequence[WrittenFigure]) -> WrittenFigure | None:
        """The figure of the report's year, where the years before a mark have one each."""
        begin = max(self.marks.rfind(mark, 0, at) for mark in "；。") + 1
        years = [self.sentence.year(m) for m in self.marks[begin:at] if "\uec00" <= m <= "\uefff"]
        if len(years) != len(figures) or years.count(self.names.year or 0) != 1:
            return None
        return figures[years.index(self.names.year or 0)]

    def is_excepted(self, at: int) -> bool:
        """Whether a name follows 除, so that what is said of a list is not said of it."""
        begin = max(self.marks.rfind(mark, 0, at) for mark in "，；。：") + 1
        return "除" in self.marks[begin:at]

    def is_of_others(self, at: int) -> bool:
        """Whether another department or unit is what the sentence speaks of before a mark."""
        return bool(_ORGANISED.search(self.marks[self.marks.rfind("；", 0, at) + 1 : at + 1]))

    def is_of_units(self, at: int) -> bool:
        """Whether units below the department are spoken of in the sentence before a mark."""
        before = self.marks[:at]
        return bool(_UNITS_BELOW.search(before[before.rfind("；") + 1 :]))

    def is_narrower(self, at: int) -> bool:
        """Whether a project or a unit below the department is spoken of before a mark."""
        return bool(_NARROWER.search(self.marks[:at]))
