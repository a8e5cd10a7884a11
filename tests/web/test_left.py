"""What was finished when a server was killed is offered by the next, until the user removes it."""

from __future__ import annotations

import http.client
import io
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.web.visitor import ADDRESS, Visitor

from jixiao.rulebook import Library
from jixiao.web.private_folder import KEPT_DAYS, private_folders
from jixiao.web.run import RunState
from jixiao.web.serve import make_app
from jixiao.web.stored_runs import is_stored, runs_below

SCORE = "nanchang-2017-score-too-high.xlsx"
RIGHT = "nanchang-2017-waiqiao.xlsx"
EDGE = "edge-of-the-test"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@dataclass(frozen=True)
class Served:
    """A server that is a process of its own, and one who came in by its address."""

    process: subprocess.Popen[str]
    host: str
    cookie: str

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(self.host, timeout=300)
        headers = {"Cookie": self.cookie, "Origin": f"http://{self.host}", "Content-Type": kind}
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        given = answer.status, answer.read()
        connection.close()
        return given

    def text(self, path: str) -> str:
        return self.ask("GET", path)[1].decode()

    def send(self, *files: tuple[str, bytes]) -> None:
        parts = [
            f'--{EDGE}\r\nContent-Disposition: form-data; name="files"; '
            f'filename="{name}"\r\n\r\n'.encode()
            + content
            + b"\r\n"
            for name, content in files
        ]
        body = b"".join(parts) + f"--{EDGE}--\r\n".encode()
        status, _ = self.ask("POST", "/runs", body, f"multipart/form-data; boundary={EDGE}")
        assert status == 303

    def until_over(self, number: int) -> None:
        assert b'"over": true' in self.ask("GET", f"/runs/{number}/events")[1]

    def end(self, number: int) -> str:
        """End it by a signal; give what it said."""
        self.process.send_signal(number)
        return self.process.communicate(timeout=60)[1]


@contextmanager
def served(program: tuple[str, ...], temporary: Path, *more: str) -> Iterator[Served]:
    environment = {**os.environ, "TMPDIR": str(temporary)}
    command = [*program, "serve", "--no-browser", *more]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        first = urlsplit(process.stdout.readline().strip())
        connection = http.client.HTTPConnection(first.netloc, timeout=300)
        connection.request("GET", f"/?{first.query}")
        cookie = (connection.getresponse().getheader("set-cookie") or "").partition(";")[0]
        connection.close()
        try:
            yield Served(process, first.netloc, cookie)
        finally:
            process.kill()


def private(temporary: Path) -> list[Path]:
    return sorted(temporary.glob("jixiao-serve-*"))


@POSIX
@pytest.mark.slow
def test_a_killed_server_loses_nothing_that_was_finished(
    program: tuple[str, ...], tmp_path: Path, samples: Path
) -> None:
    score, right = (samples / SCORE).read_bytes(), (samples / RIGHT).read_bytes()
    with served(program, tmp_path) as one:
        one.send(("甲局.xlsx", score))
        one.send(("乙局.xlsx", right), ("丙局.xlsx", score))
        one.until_over(1)
        one.until_over(2)
        page = one.ask("GET", "/runs/1/out/%E7%94%B2%E5%B1%80.xlsx.html?save=1")[1]
        one.end(signal.SIGKILL)
    with served(program, tmp_path) as two:
        home = two.text("/")
        assert "上次程序意外关闭，之前核对的2项还在" in home
        assert 'href="/runs/left-1">甲局.xlsx' in home
        assert f"超过{KEPT_DAYS}天" in home
        assert "R101" in two.text("/runs/left-1")
        assert two.ask("GET", "/runs/left-1/out/%E7%94%B2%E5%B1%80.xlsx.html?save=1")[1] == page
        assert "R101" in two.text("/runs/left-2/returns/0")
        packed = zipfile.ZipFile(io.BytesIO(two.ask("GET", "/left/all.zip")[1]))
        assert "1-甲局/批注-甲局.xlsx" in packed.namelist()
        assert {name.partition("/")[0] for name in packed.namelist()} == {"1-甲局", "2-2个文件"}
        assert two.ask("POST", "/runs/left-1/forget")[0] == 303
        assert "甲局" not in two.text("/")
        assert "还没有删除，下次打开时首页会列出来" in two.end(signal.SIGTERM)
    (left,) = private(tmp_path)
    assert [path.name for path in left.iterdir() if path.is_dir()] == ["2"]
    with served(program, tmp_path) as three:
        assert "之前核对的1项还在" in three.text("/")
        assert three.ask("POST", "/left/forget")[0] == 303
        said = three.end(signal.SIGTERM)
        assert "网页收到的文件已删除" in said
        assert "还没有删除" not in said
    assert private(tmp_path) == []


@POSIX
@pytest.mark.slow
def test_two_servers_leave_each_other_alone(
    program: tuple[str, ...], tmp_path: Path, samples: Path
) -> None:
    with served(program, tmp_path) as one:
        one.send(("甲局.xlsx", (samples / SCORE).read_bytes()))
        one.until_over(1)
        with served(program, tmp_path) as two:
            assert "甲局" not in two.text("/")
            two.end(signal.SIGTERM)
        assert "R101" in one.text("/runs/1")
        one.end(signal.SIGTERM)
    assert private(tmp_path) == []


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def killed_after(temporary: Path, samples: Path, *sent: tuple[tuple[str, str], ...]) -> Path:
    """The private folder of a server that was killed after it had checked what was sent."""
    home = temporary / "jixiao-serve-killed"
    home.mkdir(mode=0o700)
    (home / "held").touch()
    visitor = Visitor(home)
    for files in sent:
        visitor.send([(name, (samples / sample).read_bytes()) for name, sample in files])
    visitor.app.close()
    return home


class Heir(Visitor):
    """One who came in to the next server, which took over what was left."""

    def __init__(self, home: Path, left: tuple[Path, ...]) -> None:
        super().__init__(home)
        self.app.close()
        self.app = make_app(ADDRESS, home, Library(), left=left)
        self.client.app = self.app
        self.client._transport.app = self.app  # type: ignore[attr-defined]


def test_only_runs_are_left_and_not_for_ever(temporary: Path, samples: Path) -> None:
    home = killed_after(temporary, samples, (("甲局.xlsx", SCORE),), (("乙局.xlsx", RIGHT),))
    (home / "blank-of-somebody").mkdir()
    (home / "3" / "in").mkdir(parents=True)  # its files had not come in whole
    (home / "3" / "in" / "x.xlsx").touch()
    old = time.time() - (KEPT_DAYS + 1) * 24 * 60 * 60
    os.utime(home / "2", (old, old))
    with private_folders(is_stored) as folders:
        assert folders.left == (home,)
        assert sorted(path.name for path in home.iterdir()) == ["1", "held"]
        assert [stored.name for _, stored in runs_below(folders.left)] == ["甲局.xlsx"]
        if os.name == "posix":
            assert folders.home.stat().st_mode & 0o777 == 0o700
    assert private(temporary) == [home]  # until the user removes it
    shutil.rmtree(home / "1")
    with private_folders(is_stored) as folders:
        assert folders.left == ()
        assert private(temporary) == [folders.home]
    assert private(temporary) == []


def test_one_alone_takes_over_what_was_left(temporary: Path, samples: Path) -> None:
    home = killed_after(temporary, samples, (("甲局.xlsx", SCORE),))
    with private_folders(is_stored) as first, private_folders(is_stored) as second:
        assert (first.left, second.left) == ((home,), ())
        assert first.home != second.home
        assert first.home.is_dir()
    with private_folders(is_stored) as third:
        assert third.left == (home,)


def test_folders_of_which_nothing_is_known_are_left_alone(temporary: Path) -> None:
    other = temporary / "jixiao-serve-other"
    other.mkdir()
    (other / "mine.xlsx").touch()
    (temporary / "elsewhere").mkdir()
    (temporary / "elsewhere" / "held").touch()
    if os.name == "posix":
        (temporary / "jixiao-serve-link").symlink_to(temporary / "elsewhere")
    with private_folders(lambda _: False) as folders:
        assert folders.left == ()
    assert (other / "mine.xlsx").is_file()
    assert (temporary / "elsewhere" / "held").is_file()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "jixiao.web-run/1"}', "null"])
def test_a_note_that_cannot_be_read_is_no_run(temporary: Path, samples: Path, content: str) -> None:
    home = killed_after(temporary, samples, (("甲局.xlsx", SCORE),))
    (home / "1" / "run.json").write_text(content, "utf-8")
    with private_folders(is_stored) as folders:
        assert folders.left == ()
    assert not home.exists()


def test_a_check_that_was_cut_off_can_go_on(temporary: Path, tmp_path: Path, samples: Path) -> None:
    two = (("甲局.xlsx", SCORE), ("乙局.xlsx", RIGHT))
    home = killed_after(temporary, samples, two[:1], two)
    expected = (home / "1" / "out" / "甲局.xlsx.html").read_bytes()
    for number in ("1", "2"):
        note = home / number / "run.json"
        note.write_text(note.read_text("utf-8").replace('"done"', '"working"'), "utf-8")
    (home / "1" / "out" / "甲局.xlsx.html").write_bytes(b"<html> cut o")
    (home / "2" / "out" / "results.jsonl").unlink()
    (tmp_path / "home").mkdir()
    heir = Heir(tmp_path / "home", (home,))
    for number in (1, 2):
        page = f"/runs/left-{number}"
        assert "还没有核对完" in heir.get(page).text
        assert heir.post(f"{page}/go-on").status_code == 303
        assert heir.states(page)[-1]["state"] == "done"
        assert "需修改" in heir.get(page).text
        assert heir.post(f"{page}/go-on").status_code == 404
    page = heir.get("/runs/left-1/out/甲局.xlsx.html", params={"save": "1"}).content
    assert page == expected
    heir.app.close()
    assert [stored.state for _, stored in runs_below((home,))] == [RunState.DONE] * 2


def test_what_was_left_is_compared_with_what_is_mended(
    temporary: Path, tmp_path: Path, samples: Path
) -> None:
    home = killed_after(temporary, samples, (("甲局.xlsx", SCORE),))
    (tmp_path / "home").mkdir()
    heir = Heir(tmp_path / "home", (home,))
    page = heir.send([("甲局.xlsx", (samples / RIGHT).read_bytes())], data={"again": "left-1"})
    assert "已改好1处" in heir.get(page).text
    heir.app.close()


def test_nothing_but_what_was_sent_can_be_removed(tmp_path: Path, samples: Path) -> None:
    folder, home = tmp_path / "报送", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    shutil.copy(samples / SCORE, folder)
    visitor = Visitor(home, folder)
    page = visitor.post("/folder").headers["location"]
    assert visitor.states(page)[-1]["state"] == "done"
    assert visitor.post(f"{page}/forget").status_code == 404
    assert visitor.post("/left/forget").status_code == 303
    assert (folder / "审核" / "summary.xlsx").is_file()
    assert visitor.get("/left/all.zip").status_code == 404
    visitor.app.close()


def test_a_report_of_the_run_before_is_kept_with_the_run_that_used_it(
    temporary: Path, tmp_path: Path, samples: Path
) -> None:
    book, report = "bulk/企业科/示例市商务局.xlsx", "示例市商务局自评报告.txt"
    home = killed_after(temporary, samples, ((book, book), (report, report)))
    (tmp_path / "home").mkdir()
    heir = Heir(tmp_path / "home", (home,))
    mended = [("商务局.xlsx", (samples / book).read_bytes())]
    page = heir.send(mended, data={"again": "left-1"})
    assert heir.post("/runs/left-1/forget").status_code == 303
    assert "N102" in heir.get(page).text
    heir.app.close()
    (stored,) = [stored for _, stored in runs_below((tmp_path / "home",))]
    assert stored.report is not None
    assert stored.report.path.read_bytes() == (samples / report).read_bytes()
    assert "是纯文本" in stored.message
