"""Build ``samples/bulk``: a folder as it comes in from eighteen departments, and their roster.

``samples/bulk-second-round`` holds what two of them hand in again after the first round.

Run ``python samples/build_bulk.py [FOLDER [SECOND]]``; the same program gives the same bytes, but
for the .xls, which needs LibreOffice and is left alone where that is not installed. All departments
and figures are invented.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from build import invented

from jixiao.rulebook.excel.defined_names import rate_name, suggested_name
from jixiao.rulebook.load import load_rulebook
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling, TypedValue

_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_ZIP_TIME = (2018, 4, 20, 9, 0, 0)

ROSTER = (
    ("001", "示例市教育局", "市教育局", "教科文科"),
    ("002", "示例市审计局", "市审计局", "行政政法科"),
    ("003", "示例市交通运输局", "市交通局;市交通运输局", "经济建设科"),
    ("004", "示例市生态环境局", "市环保局;市生态环境局", "经济建设科"),
    ("005", "示例市住房和城乡建设局", "市住建局", "经济建设科"),
    ("006", "示例市商务局", "市商务局", "企业科"),
    ("007", "示例市卫生健康局", "市卫健局;市卫生健康委员会", "社会保障科"),
    ("008", "示例市应急管理局", "市应急局", "行政政法科"),
    ("009", "示例市市场监督管理局", "市市场监管局", "行政政法科"),
    ("010", "示例市信访局", "市信访局", "行政政法科"),
    ("011", "示例市档案馆", "市档案馆", "教科文科"),
    ("012", "示例市机关事务管理局", "市机关事务局", "行政政法科"),
    ("013", "示例市残疾人联合会", "市残联", "社会保障科"),
    ("014", "示例市妇女联合会", "市妇联", "社会保障科"),
    ("015", "示例市供销合作社联合社", "市供销社", "农业科"),
    ("016", "示例市地方金融监督管理局", "市金融监管局", "企业科"),
    ("017", "示例市统计局", "市统计局", "行政政法科"),
    ("018", "示例市文化旅游局", "市文旅局", "教科文科"),
)
CONTACTS = {
    "教科文科": ("办公室", "0000-1001"),
    "行政政法科": ("综合科", "0000-1002"),
    "经济建设科": ("财务科", "0000-1003"),
    "企业科": ("规划财务科", "0000-1004"),
    "社会保障科": ("财务科", "0000-1005"),
    "农业科": ("办公室", "0000-1006"),
}


def _made(name: str, scale: str, spent: str, half: str, staff: int, posts: int) -> Filling:
    made = invented(name, scale, spent, half, staff=staff, posts=posts)
    own = {key: f"{text}（{name}）" for key, text in made.reasons.items()}
    return replace(made, reasons=own)


def _claim(made: Filling, indicator: str, score: str) -> Filling:
    reasons = {key: text for key, text in made.reasons.items() if key != indicator}
    return replace(made, claimed={**made.claimed, indicator: Decimal(score)}, reasons=reasons)


def _input(made: Filling, **changed: TypedValue) -> Filling:
    return replace(made, inputs={**made.inputs, **changed})


def _clean(name: str, scale: str, spent: str, half: str, staff: int, posts: int) -> Filling:
    return _made(name, scale, spent, half, staff, posts)


def _transport() -> Filling:
    made = _made("示例市交通运输局", "8.4120", "0.883", "0.421", 120, 124)
    return _claim(made, "budget-completion", "6")


def _environment() -> Filling:
    made = _made("示例市生态环境局", "3.0275", "0.914", "0.447", 61, 63)
    total = sum(made.claimed.values(), Decimal(0)) + Decimal(2)
    return replace(made, typed={"total": total})


def _housing() -> Filling:
    made = _made("示例市住房和城乡建设局", "5.2264", "0.932", "0.441", 84, 88)
    spent = made.inputs["procurement_spent"]
    if not isinstance(spent, Decimal):
        raise TypeError("an amount")
    return _input(made, procurement_spent=spent * 10_000)


def _commerce() -> Filling:
    made = _made("示例市商务局", "1.9308", "0.803", "0.405", 40, 42)
    return replace(made, typed={rate_name("budget-completion"): Decimal("98.6")})


def _health() -> Filling:
    made = _made("示例市卫生健康局", "6.7741", "0.742", "0.351", 97, 99)
    kept = {key: text for key, text in made.reasons.items() if key != "payment-progress"}
    return replace(made, reasons=kept)


def _emergency() -> Filling:
    made = _made("示例市应急管理局", "1.4417", "0.618", "0.302", 35, 36)
    return _input(made, survey_satisfied=Decimal(75))


def _market(spent: str, half: str) -> Callable[[], Filling]:
    return lambda: _made("示例市市场监督管理局", "2.8853", spent, half, 69, 71)


def _disabled() -> Filling:
    return replace(_made("示例市残疾人联合会", "0.8872", "0.951", "0.463", 22, 23), year=2016)


def _women() -> Filling:
    # the figures of 示例市审计局, copied
    return replace(_audit(), department="示例市妇女联合会")


def _audit() -> Filling:
    return _clean("示例市审计局", "1.1219", "0.962", "0.471", 31, 32)


def _cooperative() -> Filling:
    made = _made("示例市供销合作社联合社", "0.9931", "0.691", "0.377", 25, 26)
    return replace(made, typed={suggested_name("carryover-rate"): Decimal(6)})


def _finance() -> Filling:
    made = _made("示例市地方金融监督管理局", "0.7786", "0.936", "0.455", 20, 21)
    lost = "ecological-benefit"
    claimed = {key: score for key, score in made.claimed.items() if key != lost}
    return replace(made, claimed=claimed, deleted=frozenset((lost,)))


def _education() -> Filling:
    """Reviewed by the officer, who gives half a point less for one indicator."""
    made = _clean("示例市教育局", "9.6120", "0.957", "0.461", 140, 143)
    reviewed = {**made.claimed}
    reviewed["social-benefit"] -= Decimal("0.5")
    return replace(made, reviewed=reviewed)


def _culture() -> Filling:
    # the name that the department has gone by since, not yet on the roster
    return _clean("示例市文化广电旅游局", "1.2034", "0.948", "0.459", 33, 35)


def _elsewhere() -> Filling:
    # of another city, put into the wrong folder
    return _clean("样板市水务局", "2.2075", "0.951", "0.462", 44, 46)


def _transport_again() -> Filling:
    made = _made("示例市交通运输局", "8.4120", "0.883", "0.421", 120, 124)
    kept = {key: text for key, text in made.reasons.items() if key != "payment-progress"}
    return replace(made, reasons=kept)  # the score is mended, a reason was lost on the way


def _health_again() -> Filling:
    return _made("示例市卫生健康局", "6.7741", "0.742", "0.351", 97, 99)


SECOND_ROUND: dict[str, Callable[[], Filling]] = {
    "经济建设科/示例市交通运输局（修改后）.xlsx": _transport_again,
    "社会保障科/示例市卫生健康局（修改后）.xlsx": _health_again,
}


def build_second_round(folder: Path) -> None:
    """Write what is handed in again after the first round."""
    rulebook = load_rulebook("nanchang-2017")
    for name, filling in SECOND_ROUND.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(compose_template(rulebook, filling()))


def _books() -> dict[str, Filling]:
    return {
        "教科文科/示例市教育局.xlsx": _education(),
        "教科文科/示例市文化广电旅游局.xlsx": _culture(),
        "行政政法科/示例市统计局.xlsx": Filling(department="示例市统计局"),
        "经济建设科/样板市水务局.xlsx": _elsewhere(),
        "行政政法科/示例市审计局.xlsx": _audit(),
        "经济建设科/示例市交通运输局.xlsx": _transport(),
        "经济建设科/市环保局2017年度评分表.xlsx": _environment(),
        "经济建设科/示例市住房和城乡建设局.xlsx": _housing(),
        "企业科/示例市商务局.xlsx": _commerce(),
        "社会保障科/示例市卫生健康局.xlsx": _health(),
        "行政政法科/示例市应急管理局.xlsx": _emergency(),
        "行政政法科/示例市市场监督管理局.xlsx": _market("0.865", "0.417")(),
        "行政政法科/示例市市场监督管理局（修改后）.xlsx": _market("0.891", "0.433")(),
        "社会保障科/示例市残疾人联合会.xlsx": _disabled(),
        "社会保障科/示例市妇女联合会.xlsx": _women(),
        "企业科/示例市地方金融监督管理局.xlsx": _finance(),
    }


def build(folder: Path) -> None:
    """Write the folder of returns with its roster."""
    rulebook = load_rulebook("nanchang-2017")
    for name, filling in _books().items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(compose_template(rulebook, filling))
    _write_broken(folder / "教科文科/示例市档案馆.xlsx")
    _write_archive(folder / "农业科.zip", "示例市供销合作社联合社.xlsx", _cooperative())
    _write_roster(folder / "市直部门名册.csv")
    (folder / "报送说明.txt").write_text("本文件夹为示例数据，单位和数字均系虚构。\n", "utf-8")
    _write_xls(folder / "行政政法科/示例市信访局.xls")


def _write_broken(target: Path) -> None:
    """A workbook whose copy broke off half-way."""
    made = _clean("示例市档案馆", "0.6534", "0.944", "0.458", 18, 19)
    whole = compose_template(load_rulebook("nanchang-2017"), made)
    target.write_bytes(whole[: len(whole) // 2])


def _write_archive(target: Path, name: str, filling: Filling) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        item = zipfile.ZipInfo(name, _ZIP_TIME)
        item.compress_type = zipfile.ZIP_DEFLATED
        item.external_attr = 0o644 << 16
        archive.writestr(item, compose_template(load_rulebook("nanchang-2017"), filling))


def _write_roster(target: Path) -> None:
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(("编码", "单位名称", "别名", "主管科室", "联系人", "联系电话"))
        table.writerows((*one, *CONTACTS[one[3]]) for one in ROSTER)
        table.writerow(("合计", f"{len(ROSTER)}个", "", "", "", ""))


def _write_xls(target: Path) -> None:
    """Save one return as .xls, as an old office program would: recalculated on the way."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return
    made = _clean("示例市信访局", "0.7025", "0.926", "0.449", 19, 20)
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_RECALCULATE, "utf-8")
        source = Path(folder) / f"{target.stem}.xlsx"
        source.write_bytes(compose_template(load_rulebook("nanchang-2017"), made))
        home = f"-env:UserInstallation={profile.as_uri()}"
        subprocess.run(
            [soffice, home, "--headless", "--convert-to", "xls", "--outdir", folder, source],
            check=True,
            capture_output=True,
        )
        shutil.copyfile(Path(folder) / target.name, target)


if __name__ == "__main__":
    here, given = Path(__file__).parent, [Path(one) for one in sys.argv[1:]]
    build(given[0] if given else here / "bulk")
    build_second_round(given[1] if len(given) > 1 else here / "bulk-second-round")
