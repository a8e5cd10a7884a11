"""Sentences of drafted reports, which are Chinese in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {}

CHINESE: Final[Mapping[str, str]] = {
    "report.title": "{department}{year}年度{title}",
    "report.department-open": "（单位名称）",
    "report.year-open": "（年份）",
    "report.opening": (
        "根据{clause}的要求，{department}对{year}年度部门整体支出开展了绩效自评。"
        "现将有关情况报告如下："
    ),
    "report.opening-bare": (
        "{department}对{year}年度部门整体支出开展了绩效自评。现将有关情况报告如下："
    ),
    "report.heading-1": "{number}、{title}",
    "report.heading-2": "（{number}）{title}",
    "report.heading-3": "{number}．{title}",
    "report.digits": "一二三四五六七八九十",
    "report.gap": "【待补充：{text}】",
    "report.gap-plain": "这一部分的内容",
    "report.gap-total": "评分表里没有总分，填好评分表后写明总分和档次",
    "report.gap-reason": "扣分原因（评分表里没有填写）",
    "report.gap-measure": "针对“{name}”的整改措施、责任单位和完成期限",
    "report.comma": "，",
    "report.semicolon": "；",
    "report.sentence": "{text}。",
    "report.project": "“{name}”：{text}。",
    "report.row": "“{name}”满分{weight}分，得{score}分",
    "report.row-rate": "“{name}”为{rate}，满分{weight}分，得{score}分",
    "report.department": "{department}是本次评价的单位，评价年度为{year}年。",
    "report.result": (
        "经自评，{department}{year}年度部门整体支出绩效评价得分为{score}分，评价档次为“{grade}”。"
    ),
    "report.result-bare": ("经自评，{department}{year}年度部门整体支出绩效评价得分为{score}分。"),
    "report.section": "“{name}”{max}分，得分{score}分",
    "report.bars": "各部分得分",
    "report.nothing-lost": "各项指标均得满分，没有扣分。",
    "report.losses": "扣分的指标和原因如下：",
    "report.lost": "“{name}”满分{weight}分，得{score}分，扣{lost}分",
    "report.lost-reason": "{lost}，原因是：{reason}。",
    "report.lost-open": "{lost}。{gap}",
    "report.survey": "满意度调查：{text}",
    "report.problem": "{lost}：{reason}。",
    "report.provenance": (
        "【定稿前删去本段】本稿由 {program} 按评分表“{file}”（SHA-256 {sha256}…）"
        "和指标体系“{rulebook}”"
        "草拟，数字都取自该表，表改了要重新草拟；提纲来源：{outline}。标有“待补充”的地方由人写。"
    ),
}
