"""``run.py``: sets up with and without an index, and makes bundles that need none."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.launch.fake_project import ROOT, make_project, make_wheels

UNREACHABLE = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}


def run(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Call the ``run.py`` of a project, with nothing of this machine's settings of pip."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    known |= {"PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1", "PYTHONPATH": "", **variables}
    return subprocess.run(
        [sys.executable, "run.py", *arguments],
        cwd=project,
        env=known,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_wheels(tmp_path_factory.mktemp("index") / "wheels")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("project") / "jixiao")


@pytest.mark.slow
def test_a_bundle_works_where_no_index_can_be_reached(
    project: Path, wheels: Path, tmp_path: Path
) -> None:
    bundle = tmp_path / "离线包.zip"
    here = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
    made = run(project, "bundle", "--output", str(bundle), **here)
    assert (made.returncode, made.stdout) == (0, ""), made.stderr
    with zipfile.ZipFile(bundle) as package:
        package.extractall(tmp_path / "内网 电脑")
    there = tmp_path / "内网 电脑" / "jixiao"
    first = run(there, "validate", "a.xlsx", **UNREACHABLE)
    assert (first.returncode, first.stdout) == (0, "jixiao tinydep validate a.xlsx\n"), first.stderr
    assert "正在用离线包（wheels 文件夹）安装，不联网" in first.stderr
    again = run(there, "validate", "a.xlsx", **UNREACHABLE)
    assert (again.stdout, again.stderr) == ("jixiao tinydep validate a.xlsx\n", "")


@pytest.mark.slow
def test_without_an_index_the_message_says_what_to_do(project: Path, tmp_path: Path) -> None:
    alone = make_project(tmp_path / "jixiao")
    answer = run(alone, "validate", "a.xlsx", **UNREACHABLE)
    assert (answer.returncode, answer.stdout) == (3, "")
    assert "连不上安装源，缺少的组件没有装上。" in answer.stderr
    assert "python3 run.py bundle --platform win_amd64" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert "ERROR" not in answer.stderr
    assert "tinydep" in (alone / ".venv" / "install.log").read_text("utf-8")


@pytest.mark.slow
def test_a_bundle_of_another_machine_says_so(wheels: Path, tmp_path: Path) -> None:
    alone = make_project(tmp_path / "jixiao")
    (alone / "wheels").mkdir()
    (alone / "wheels" / "tinydep-1.0-cp27-cp27m-win32.whl").write_bytes(b"")
    answer = run(alone, "validate", "a.xlsx", **UNREACHABLE)
    assert (answer.returncode, answer.stdout) == (3, "")
    assert "离线包里没有适合这台机器的组件" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_bundle_for_windows_has_what_is_needed_there_only(
    project: Path, wheels: Path, tmp_path: Path
) -> None:
    bundle = tmp_path / "bundle.zip"
    here = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
    made = run(
        project, "bundle", "--platform", "win_amd64", "--without-tests", "--python", "3.11",
        "--python", "3.12", "3.13", "--output", str(bundle), **here,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert re.findall(r"win_amd64、Python (\S+) 的组件", made.stderr) == ["3.11", "3.12", "3.13"]
    with zipfile.ZipFile(bundle) as package:
        names = package.namelist()
        starter = package.getinfo("jixiao/start.command")
    assert sorted(name.rpartition("/")[2] for name in names if name.endswith(".whl")) == [
        "tinydep-1.0-py3-none-any.whl",
        "tinyweb-1.0-py3-none-any.whl",
        "tinywin-1.0-py3-none-any.whl",
    ]
    assert {"jixiao/run.py", "jixiao/启动.bat", "jixiao/pyproject.toml"} <= set(names)
    assert not any("/tests/" in name for name in names)
    assert not any("/.venv/" in name or "__pycache__" in name for name in names)
    assert starter.external_attr >> 16 & 0o111


@pytest.mark.slow
def test_a_bundle_is_not_replaced_unasked(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.write_bytes(b"mine")
    answer = run(project, "bundle", "--output", str(target))
    assert answer.returncode == 2
    assert "要替换请加 --force" in answer.stderr
    assert target.read_bytes() == b"mine"


def test_a_bundle_that_cannot_be_made_says_why(project: Path, tmp_path: Path) -> None:
    answer = run(project, "bundle", "--output", str(tmp_path / "a.zip"), **UNREACHABLE)
    assert answer.returncode == 3
    assert "做离线包要能连上安装源" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")
def test_who_stops_a_run_sees_no_trace(tmp_path: Path) -> None:
    child = (
        "import sys, time\n"
        "try:\n    print('ready', flush=True); time.sleep(600)\n"
        "except KeyboardInterrupt:\n    print('stopped'); sys.exit(5)\n"
    )
    (tmp_path / "child.py").write_text(child)
    parent = (
        f"import run, sys; sys.exit(run.call([sys.executable, {str(tmp_path / 'child.py')!r}]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent], cwd=ROOT, start_new_session=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        os.killpg(running.pid, signal.SIGINT)
        out, said = running.communicate(timeout=60)
    assert (out, said, running.returncode) == ("stopped\n", "", 5)
