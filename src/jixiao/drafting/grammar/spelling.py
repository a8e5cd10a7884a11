"""How the words of scoring standards are spelled, by what they are to the grammar."""

from __future__ import annotations

import enum
from typing import Final


class TokenKind(enum.Enum):
    """What a token is to the grammar of standards."""

    __hash__ = object.__hash__  # a member is one object; sets of kinds are asked for every word

    NUMBER = enum.auto()  # 0.5, 一, 十二
    PERCENT = enum.auto()  # %
    PERCENT_POINT = enum.auto()  # 个百分点
    POINTS = enum.auto()  # 分
    MEASURE = enum.auto()  # 个, 项, 处: what counts are of
    AT_LEAST = enum.auto()
    AT_MOST = enum.auto()
    ABOVE = enum.auto()
    BELOW = enum.auto()
    EQUAL = enum.auto()
    OR_MORE = enum.auto()  # 以上, behind its number
    OR_LESS = enum.auto()  # 以下, behind its number
    INCLUDED = enum.auto()  # (含)
    EXCLUDED = enum.auto()  # (不含)
    DASH = enum.auto()
    BETWEEN = enum.auto()
    EITHER_SIGN = enum.auto()  # ±
    EACH = enum.auto()
    OVER = enum.auto()  # 超, 多: each step above
    UNDER = enum.auto()  # 低, 少: each step below
    OFF = enum.auto()  # 偏离: each step either way
    OCCURS = enum.auto()  # 出现, 发现, 有: each fault
    STARTED = enum.auto()  # 以内: a started step counts
    GIVE = enum.auto()
    TAKE = enum.auto()
    FULL = enum.auto()
    NOTHING = enum.auto()  # 不得分
    UNTIL_GONE = enum.auto()  # 扣完为止
    AT_MOST_LOST = enum.auto()  # 最多扣
    UP_TO_FULL = enum.auto()  # 满分为止
    ELSE = enum.auto()
    PROPORTION = enum.auto()  # 按比例
    STANDARD = enum.auto()  # 为标准
    TIMES = enum.auto()
    DIVIDE = enum.auto()
    WEIGHT = enum.auto()  # 分值
    ITEM_MARK = enum.auto()  # ①, 1、, （一）
    OPEN = enum.auto()
    CLOSE = enum.auto()
    COMMA = enum.auto()
    STOP = enum.auto()  # 。；
    SERIES = enum.auto()  # 以此类推
    VAGUE = enum.auto()  # 酌情, 其中, 均: the rule cannot be taken at its word
    EMPTY = enum.auto()  # 的, 时, 则: says nothing about points
    WORD = enum.auto()


def _words(spaced: str) -> tuple[str, ...]:
    return tuple(spaced.split())


ONE_FORM: Final = str.maketrans(
    {"≦": "≤", "≧": "≥", "≥": "≥", "﹦": "=", "═": "=", "％": "%", "﹪": "%", "，": ",", "；": ";"}
    | {"：": ":", "（": "(", "）": ")", "【": "(", "】": ")", "［": "(", "］": ")", "×": "×"}
    | {"＊": "×", "*": "×", "✕": "×", "／": "/", "÷": "/", "－": "-", "—": "-", "–": "-", "～": "~"}
    | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
    | {"．": ".", "＝": "=", "＞": ">", "＜": "<", "＋": "+", "\u00a0": " ", "\u3000": " "}
    | {chr(0xFF21 + letter): chr(ord("A") + letter) for letter in range(26)}
    | {chr(0xFF41 + letter): chr(ord("a") + letter) for letter in range(26)}
)

SPELLED: Final[dict[TokenKind, tuple[str, ...]]] = {
    TokenKind.UNTIL_GONE: _words(
        "扣分以本项分值为限 不计负分 不得负分 不倒扣 最低得0分 最低为0分 最低计0分 最低0分"
    ),
    TokenKind.UP_TO_FULL: _words(
        "满分为止 最高不得超过分值上限 最高不超过分值上限 最高不超过本项分值 "
        "不超过满分 得分最高不能超过该指标分值上限 得分不得突破权重总额 "
        "最高不超过满分 最高得满分 不得超过该项分值 不超过该项分值 最高不超过该项分值 "
        "最高不超过该指标分值 得分不超过本项满分 "
        "最高不超过权重分 最高不超过本项分 最高不超过该项分 "
        "满分封顶"
    ),
    TokenKind.AT_MOST_LOST: _words(
        "扣完 最多扣 最高扣 至多扣 累计最多扣 扣分最多 最多扣减 扣满 扣分上限为"
    ),
    TokenKind.NOTHING: _words(
        "得零分 计零分 零分 记零分 该项不得分 本项不得分 此项不得分 本指标不得分 "
        "本项指标不得分 该指标不得分"
    ),
    TokenKind.FULL: _words(
        "满分 全分 该项满分 本项满分 全部分值 全部分数 该项全部分值 本项全部分值 满分值 "
        "指标满分 权重分 标准分"
    ),
    TokenKind.AT_LEAST: _words(
        "≥ >= 大于等于 大于或等于 不低于 不少于 不小于 达到或超过 达到 达 高于或等于 "
        "高于等于 大于、等于 等于或大于"
    ),
    TokenKind.AT_MOST: _words(
        "≤ <= 小于等于 小于或等于 不超过 不高于 不大于 不多于 未超过 低于或等于 "
        "低于等于 小于、等于 等于或小于 控制在"
    ),
    TokenKind.ABOVE: _words("> 大于 高于 超过 超出 多于"),
    TokenKind.BELOW: _words("< 小于 低于 少于 不足 不到 未达到 未达"),
    TokenKind.EQUAL: _words("= 等于"),
    TokenKind.OR_MORE: _words("以上 及以上 或以上 含以上"),
    TokenKind.OR_LESS: _words("以下 及以下 或以下 含以下"),
    TokenKind.INCLUDED: _words("(含) (含本数) (包含) (包括) (含本级)"),
    TokenKind.EXCLUDED: _words("(不含) (不包含) (不包括)"),
    TokenKind.DASH: _words("- ~ 至 到"),
    TokenKind.BETWEEN: _words("之间 区间"),
    TokenKind.EACH: _words("每"),
    TokenKind.EITHER_SIGN: _words("± 正负"),
    TokenKind.OVER: _words("增加 上升 提高 超 高出 高 多 增长 上涨 超支 延长 提升 上浮"),
    TokenKind.UNDER: _words("降低 减少 下降 低 少 缺少 缺 短少 下滑 缩短 下浮"),
    TokenKind.OFF: _words(
        "偏离 相差 偏差 超过(降低) 超过或低于 超出或低于 增减 变动 上下浮动 浮动 上下波动 波动 "
        "高于或低于 低于或高于 高或低 低或高 超过或不足 增加或减少"
    ),
    TokenKind.OCCURS: _words("出现 发现 发生 存在 有 逾期 超期 拖欠"),
    TokenKind.STARTED: _words("以内 之内 内"),
    TokenKind.GIVE: _words("得 计 记 给 赋 加 获得 记为 计为"),
    TokenKind.TAKE: _words(
        "扣减 扣除 扣 减 相应减少 相应扣减 相应扣除 相应扣 相应减 减扣 扣去 扣罚 核减 扣掉 减去"
    ),
    TokenKind.ELSE: _words("否则 反之 其他情况 其它情况 其余情况 其他 其余"),
    TokenKind.PROPORTION: _words(
        "按完成比例 按实际完成比例 按比例 同比例 按实际比例 按照比例 按照完成比例 "
        "按相应比例 按完成率 按其比例 按照实际完成比例 按实际完成率 "
        "按插值法 采用插值法 用插值法 按线性插值法 采用线性插值法 按内插法 按直线内插法 "
        "按线性插值 按插值 线性插值法 线性插值 "
        "按直线插值法 按直线插值 采用直线插值法 直线插值法 按线性内插法 线性内插法 "
        "采用内插法 内插法"
    ),
    TokenKind.STANDARD: _words("为标准 为基准 为基数 为目标值 为准 基础上 的基础上 为基础"),
    TokenKind.TIMES: _words("× 乘以"),
    TokenKind.DIVIDE: _words("/ 除以"),
    TokenKind.WEIGHT: _words(
        "该指标分值 本指标分值 指标分值 该项分值 本项分值 标准分值 分值 权重 指标权重 "
        "该项指标分值 权数"
    ),
    TokenKind.VAGUE: _words(
        "酌情 其中 均 视情况 视情 适当 参照 另行 原则上 特殊原因 政策性 合理确定 折算 "
        "平均 加权 分段 除外 分别 同时 之一 择其一 任选 一票否决"
    ),
    TokenKind.SERIES: _words("以此类推 依此类推 依次类推 以此类推计算 类推"),
    TokenKind.EMPTY: _words("的 时 则 为 在 和 与 即 者 部分 可 应 按"),
    TokenKind.POINTS: _words("分"),
    TokenKind.WORD: _words("最高 最多 算术平均值 算术平均数 平均值 平均数 平均完成率 平均水平"),
    TokenKind.PERCENT: _words("% ‰ 个百分比"),
    TokenKind.PERCENT_POINT: _words("个百分点 百分点 个千分点"),
    TokenKind.COMMA: _words(", 、 :"),
    TokenKind.STOP: ("。", ";", "\n", "\r", "!"),
    TokenKind.OPEN: ("(", "[", "“", "‘", '"', "《"),
    TokenKind.CLOSE: _words(") ] ” ’ 》"),
}
PHRASES: Final[tuple[tuple[str, str, TokenKind], ...]] = (  # first characters, all with words
    (
        "直至到扣减",
        r"(?:直?[至到])?[扣减](?:完|光|尽|满)(?:[^\d,。;:()]{0,9}?(?:为止|即?止)|(?=[,。;)]|$))",
        TokenKind.UNTIL_GONE,
    ),
    (
        "直扣减",
        r"(?:直[至到](?:[扣减][至到为]?)?|[扣减]减?[至到])为?(?:0|零)分?(?:为?止)?",
        TokenKind.UNTIL_GONE,
    ),
    (
        "超大高",
        r"(?:超过?|大于|高于)(?:100%|满分|目标值?|计划数?)的?,?均?按(?:100%|满分|目标值?|计划数?)(?:计算(?:得分)?|计分|计|算)",
        TokenKind.UP_TO_FULL,
    ),
    (
        "超实完高大",
        r"(?:实际值?|完成值|完成率)?(?:[高大]于|超[过额出])(?:完成|目标值?|计划数?|部分)?[时的]?,?(?:[以按得计]满分(?:计算|计)?|不[另额]?外?[加计]分)",
        TokenKind.UP_TO_FULL,
    ),
    (
        "每",
        r"每(?:年度?|月|季度?|周|学期|半年)(?=不[少低超]|至少|开展|组织|召开)",
        TokenKind.WORD,
    ),
    (
        "每",
        r"每(?:百元|千元|万元|亩|人|户|公里|吨|件)(?=[^\d得扣计分]{2,8}(?:[≤≥<>=]|不|小于|低于|大于|高于|控制|达到))",
        TokenKind.WORD,
    ),
    ("个", r"个点(?![位名心线面数])", TokenKind.PERCENT_POINT),
    ("增升", r"[增升](?=\d|[一二两三五十]个?百?分?点?)", TokenKind.OVER),
    ("差欠", r"[差欠](?=\d|[一二两三四五])", TokenKind.UNDER),
    ("降减", r"[降减](?=\d+(?:\.\d+)?(?:%|个))", TokenKind.UNDER),
    (
        "平",
        r"平均(?=办|响应|等待|处理|完成|受理|到账|拨付|审批|成本|单价|工期|收入|时|用时|天数)",
        TokenKind.WORD,
    ),
    (
        "均都不",
        r"[均都]?不(?:予?[得计给记赋]|予)(?:[该本此]项?|相应|对应)?(?:指标)?的?(?:得分|分[值数]?)(?!\d)",
        TokenKind.NOTHING,
    ),
)
MEASURES: Final = _words(
    "个 项 处 次 人 份 起 例 天 类 件 条 家 笔 台 种 座 个月 个工作日 工作日 个季度 日 位 名 "
    "场 篇 户 所 辆 宗 批 期 万元 元 门 级 档 名次 位次 分钟 小时 公里 米 平方米 亩 吨 千克 公斤 "
    "秒 周 季度 棵 头 株 套 册 页 立方米 车次 课时 学时 场次 人次 台次 班次 支 组 "
    "倍 万 亿 册次 亿元 千元 门次 百万元 万册 万件 万户 万吨 万次 万个 万平方米 "
    "盏 人日 人天 幅 艘 自然日 公顷 万亩 万人 万人次"
)
