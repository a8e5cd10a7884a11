"""Files that come in: whole or not at all, one open at a time, under names that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from jixiao.web import uploads

KIND = "multipart/form-data; boundary=b"


def below(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_names_that_clash_get_numbers(visitor: Visitor) -> None:
    names = ["a", "a/b.txt", "A/b.txt", "a/B.txt", "c/d/e.txt", "c/d", "c", "x.txt", "x.txt"]
    page = visitor.send((name, name.encode()) for name in names)
    kept = below(visitor.home / page.rpartition("/")[2] / "in")
    assert kept == [
        "A (2)/b (2).txt", "a", "a (2)/B (3).txt", "a (2)/b.txt", "c (2)", "c/d (2)", "c/d/e.txt",
        "x (2).txt", "x.txt",
    ]  # fmt: skip


def test_many_files_are_taken_one_at_a_time(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    place = Path("/proc/self/fd")
    form = uploads._FormReader._open

    def counted(reader: uploads._FormReader) -> None:
        form(reader)
        opened.append(len(list(place.iterdir())) if place.is_dir() else 0)

    monkeypatch.setattr(uploads._FormReader, "_open", counted)
    files = [("form", (f"{n}.txt", bytes(100_000))) for n in range(300)]
    assert visitor.post("/rulebook/draft", files=files).status_code == 200
    assert len(opened) == 300
    assert max(opened) - min(opened) < 20
    assert below(visitor.home) == []


def test_too_many_are_refused(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "FILES", 3)
    answer = visitor.post("/runs", files=[("files", (f"{n}.txt", b"x")) for n in range(4)])
    assert answer.status_code == 413
    assert "分几次送" in answer.text
    assert list(visitor.home.iterdir()) == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--b",
        b"nothing of the sort",
        b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.xlsx"\r\n\r\nPK',
        b"--b\r\n" + b"x" * 20_000 + b": y\r\n\r\n\r\n--b--\r\n",
        b"--b\r\nx: " + b"y" * 20_000 + b"\r\n\r\n\r\n--b--\r\n",
    ],
    ids=["empty", "short", "other", "cut off", "long header", "long value"],
)
def test_a_form_that_is_not_whole_is_refused(visitor: Visitor, body: bytes) -> None:
    answer = visitor.post("/runs", content=body, headers={"content-type": KIND})
    assert answer.status_code == 400
    assert "不完整" in answer.text
    assert list(visitor.home.iterdir()) == []


def test_a_field_has_its_bounds(visitor: Visitor) -> None:
    for options in (
        {"files": {"rulebook": (None, bytes(5 << 20))}},
        {"data": {"rulebook": "x" * (5 << 20)}},
    ):
        answer = visitor.post("/blank", **options)
        assert answer.status_code == 413
        assert "太长" in answer.text


def test_a_file_in_a_field_that_takes_none_is_passed_over(visitor: Visitor) -> None:
    answer = visitor.post("/blank", files={"department": ("x.xlsx", b"x")})
    assert answer.status_code == 400
    assert below(visitor.home) == []


def test_a_page_that_is_none_is_said(visitor: Visitor) -> None:
    answer = visitor.get("/nothing", headers={"accept": "text/html"})
    assert (answer.status_code, "没有这一页" in answer.text) == (404, True)
    assert 'href="/"' in answer.text
