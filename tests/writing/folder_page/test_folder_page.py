"""report.html of a folder: numbers and names are there, links lead somewhere, no markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from jixiao.finding import Lang
from jixiao.finding.texts import text_ids
from jixiao.reporting import CheckBrief, FindingRecord
from jixiao.writing import DueDepartment, FolderPage, ReturnList, ReturnRow, SummaryScope
from jixiao.writing.folder_page import page as module
from jixiao.writing.folder_page.charts import over_chart
from jixiao.writing.folder_page.rows import anchor_of
from jixiao.writing.summary import IndicatorFigures

VOID = {"meta", "br", "input"}
TEMPLATES = Path("src/jixiao/writing/folder_page/templates")
HOSTILE = '"><script>alert(1)</script>'


@dataclass
class Page(HTMLParser):
    """What a browser would find in the page."""

    tags: Counter[str] = field(default_factory=Counter)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    attributes: Counter[str] = field(default_factory=Counter)
    rows: list[list[str]] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    policy: str = ""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags[tag] += 1
        self.attributes.update(known.keys())
        if tag not in VOID and not (self.get_starttag_text() or "").endswith("/>"):
            self._open.append(tag)
        if known.get("id"):
            self.ids.append(known["id"] or "")
        if tag == "a":
            self.links.append(known.get("href") or "")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        if tag == "details":
            self.groups[f"{len(self.groups)}"] = ""
        if known.get("http-equiv") == "Content-Security-Policy":
            self.policy = known.get("content") or ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("style", "script"):
            (self.styles if self._open[-1] == "style" else self.scripts).append(data)
            return
        self.text.append(data)
        if {"td", "th"} & set(self._open):
            self.rows[-1][-1] += data.strip()
        if "details" in self._open:
            self.groups[f"{len(self.groups) - 1}"] += data


def brief(file: str, **values: object) -> CheckBrief:
    return CheckBrief(file, "checked", claimed="95", computed="92.6", **values)  # type: ignore[arg-type]


def row(name: str, *, office: str = "农业科", errors: int = 0, **values: object) -> ReturnRow:
    file = f"{office}/{name}.xlsx"
    known = {"brief": brief(file), "copy": f"annotated/{file}", "counts": True, **values}
    return ReturnRow(name=name, office=office, errors=errors, **known)  # type: ignore[arg-type]


def found(code: str = "R101", message: str = "不一致", **values: object) -> FindingRecord:
    severity = str(values.pop("severity", "error"))
    return FindingRecord(code, severity, message, "改一改", **values)  # type: ignore[arg-type]


def scope(**values: object) -> SummaryScope:
    known = {
        "program": "jixiao 1",
        "year": 2017,
        "listed": 5,
        "skipped": 0,
        "grades": ("优", "良"),
        "rulebooks": {},
        "used": {},
        **values,
    }
    return SummaryScope(**known)  # type: ignore[arg-type]


def write(
    path: Path,
    entries: Sequence[tuple[ReturnRow, Sequence[FindingRecord]]],
    due: Sequence[DueDepartment] = (),
    whole: SummaryScope | None = None,
    others: Sequence[tuple[str, FindingRecord]] = (),
) -> Page:
    returns = ReturnList(one for one, _ in entries)
    with FolderPage(path, returns, {}, due, whole or scope()) as page:
        for one, findings in entries:
            page.add(one.relative, findings, one)
        for relative, finding in others:
            page.add(relative, (finding,), None)
    made = Page()
    made.feed(path.read_text("utf-8"))
    made.close()
    return made


def assert_sound(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    inside = [link for link in page.links if link.startswith("#")]
    assert [link for link in inside if link[1:] not in page.ids] == []
    assert not set(page.attributes) & {"src", "onclick", "onload", "style", "action", "srcset"}
    assert page.tags.keys().isdisjoint({"img", "iframe", "link", "object", "base"})
    assert page.tags["script"] == 1
    for name, texts in (("style", page.styles), ("script", page.scripts)):
        digest = base64.b64encode(hashlib.sha256("".join(texts).encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in page.policy
    assert page.policy.startswith("default-src 'none';")


THREE = (
    (
        row("甲局", errors=1),
        (
            found(sheet="评分表", cell="H11"),
            found("T101", because="R101", because_cell="评分表!H11"),
        ),
    ),
    (row("乙局", office="社保科", warnings=1), (found("E101", severity="warning"),)),
    (row("丙局"), ()),
)
DUE = (
    DueDepartment("丁局", "004", "农业科", "未报送", ("张三", "0791-1234", "一季度")),
    DueDepartment("戊局", "005", "社保科", "报送的文件不能核对，需重新报送", ("李四", "", "")),
)
HEADINGS = ("联系人", "联系电话", "备注")


def test_the_page_counts_names_and_ranks(tmp_path: Path) -> None:
    page = write(tmp_path / "a.html", THREE, DUE, scope(extra_headings=HEADINGS))
    assert_sound(page)
    assert "应报5家，收到3家，通过2家，需退回1家，未报1家，打不开或不能采用1家。" in page.text
    ranked = [each for each in page.rows if len(each) == 11]
    assert ranked[1] == ["1", "甲局", "农业科", "需修改", "95", "92.6", "+2.4", "", "1", "", "打开"]
    assert [each[3] for each in ranked[1:]] == ["需修改", "请核对", "通过"]
    assert ["丁局004", "农业科", "未报送", "张三　0791-1234"] in page.rows
    assert ["农业科", "3", "2", "1", "1", "1", "0", ""] in page.rows
    assert ["社保科", "2", "1", "1", "0", "0", "1", ""] in page.rows
    assert ["合计", "5", "3", "2", "1", "1", "1", ""] in page.rows
    assert unquote(page.links[-1]) == "annotated/社保科/乙局.xlsx"


def test_findings_are_folded_under_their_department_and_cause(tmp_path: Path) -> None:
    page = write(tmp_path / "a.html", THREE, DUE)
    first, second = page.groups["0"], page.groups["2"]
    assert first.split()[:4] == ["甲局", "农业科", "错误", "2"]
    assert "评分表!H11" in first
    assert "由此引起的（1），不必单独改" in page.groups["1"]
    assert second.split()[0] == "乙局"
    assert f"#{anchor_of('农业科/甲局.xlsx')}" in page.links


def test_a_second_round_says_what_became_of_the_first(tmp_path: Path) -> None:
    compared = (row("甲局", errors=1, since=(3, 1, 2, 0)), [found()])
    whole = scope(round="第二轮", previous="第一轮")
    page = write(tmp_path / "a.html", [compared, THREE[2]], (), whole)
    said = " ".join("".join(page.text).split())
    assert (
        "第二轮与第一轮相比（错误和警告，处） 改好的3仍未改的1新出现的2没有改、只是豁免的0" in said
    )
    assert "改好3处，仍未改1处，新出现2处，只是豁免0处。" in page.groups["0"]
    assert "改好" not in "".join(list(page.groups.values())[1:])


def test_without_a_roster_nothing_is_said_of_missing_departments(tmp_path: Path) -> None:
    page = write(tmp_path / "a.html", THREE, (), scope(listed=None))
    assert_sound(page)
    assert "收到3份，通过2份，需退回1份，打不开0份。" in page.text
    assert "missing" not in page.ids


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_names_and_cells_say_is_never_markup(tmp_path: Path, lang: Lang) -> None:
    name = f"局{HOSTILE}"
    one = row(name, office=HOSTILE, errors=1, copy=f"javascript:alert(1)/{HOSTILE}.xlsx")
    due = DueDepartment(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,))
    whole = scope(lang=lang, extra_headings=("联系人",), round=HOSTILE, grades=(HOSTILE,))
    page = write(tmp_path / "a.html", [(one, [found(message=HOSTILE)])], [due], whole)
    assert_sound(page)
    assert {link.partition(":")[0] for link in page.links if ":" in link} == set()
    assert HOSTILE in page.rows[-1][1]


def test_other_files_and_the_folder_have_one_group_each(tmp_path: Path) -> None:
    others = [("", found("B101")), ("", found("B101")), ("", found("B114", "甲")),
              ("", found("B114", "乙")), ("x.rar", found("F105"))]  # fmt: skip
    page = write(tmp_path / "a.html", THREE, DUE, others=others)
    groups = [" ".join(text.split()) for text in page.groups.values()]
    assert [text.split("错误")[0].strip() for text in groups if "错误" in text[:20]] == [
        "甲局 农业科",
        "整个文件夹",
        "x.rar",
    ]


def test_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "a.html", THREE, DUE)
    write(tmp_path / "b.html", THREE, DUE)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_of_a_large_folder_a_part_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GROUPS", 2)
    monkeypatch.setattr(module, "RETURNS", 3)
    many = [(row(f"{n}局", errors=1), [found()]) for n in range(5)]
    page = write(tmp_path / "a.html", many)
    assert_sound(page)
    assert page.tags["details"] == 2
    assert "另有3个文件的问题这里没有列出，见 summary.xlsx 和 findings.csv。" in page.text
    assert "另有2家，见 summary.xlsx。" in page.text


def test_many_findings_of_one_file_are_cut(tmp_path: Path) -> None:
    many = [found("E101", f"第{n}处", cell=f"A{n}") for n in range(1, 61)]
    page = write(tmp_path / "a.html", [(row("甲局", errors=60), many)])
    assert "第40处" in page.groups["0"]
    assert "第41处" not in page.groups["0"]
    assert "另有20处，见批注副本和 findings.csv。" in page.text


def test_nothing_is_written_where_the_run_fails(tmp_path: Path) -> None:
    with (
        pytest.raises(KeyboardInterrupt),
        FolderPage(tmp_path / "a.html", ReturnList(()), {}, (), scope()),
    ):
        raise KeyboardInterrupt
    assert not (tmp_path / "a.html").exists()


def test_every_text_of_the_templates_is_in_a_table() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    known = set(text_ids())
    asked = set(re.findall(r"word\('([a-z.-]+)'[,)]", source))
    assert len(asked) > 30
    assert asked - known == set()


def test_the_names_beside_bars_fit_at_every_size_of_the_type() -> None:
    one = IndicatorFigures("社会公众或服务对象满意度调查率", (), Fraction(5), "x")
    one.differing_scores["5", "3"] += 1
    chart = over_chart([one], "zh")
    assert chart is not None
    label = chart.captions[0]
    assert (label.anchor, label.text) == ("end", "社会公众或服务对象满意度…")
    style = (TEMPLATES / "folder.css").read_text("utf-8")
    sizes = [int(size) for size in re.findall(r"svg text{font-size:(\d+)px", style)]
    assert len(sizes) == 3  # usual, narrow, printed
    assert label.x >= len(label.text) * max(sizes)
