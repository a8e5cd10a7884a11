"""Make a bundle: a zip of the project and of the wheels of all that it needs.

Unpacked where no package index can be reached, ``run.py`` there installs from the bundle alone.
``run.py bundle`` calls ``main`` with the pip to download with.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from email.parser import HeaderParser
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
WHEELS = "wheels"
# What people call a platform, and the tags of wheels that run there, the newest last.
PLATFORMS = {
    "win_amd64": ("win_amd64",),
    "win_arm64": ("win_arm64",),
    "linux_x86_64": (
        *(f"manylinux_2_{n}_x86_64" for n in (5, 12, 17, 24, 28)),
        *(f"manylinux{year}_x86_64" for year in (1, 2010, 2014)),
    ),
    "linux_aarch64": (
        *(f"manylinux_2_{n}_aarch64" for n in (17, 24, 28)),
        "manylinux2014_aarch64",
    ),
    "macosx_arm64": ("macosx_11_0_arm64", "macosx_12_0_arm64", "macosx_11_0_universal2"),
    "macosx_x86_64": ("macosx_10_12_x86_64", "macosx_10_15_x86_64", "macosx_11_0_x86_64"),
}
LEFT_OUT = {".git", ".venv", ".ci", "__pycache__", "node_modules", WHEELS, "dist", "build"}
ONLY_TESTS = {"tests", "benchmarks", ".ci", ".github"}
PLATFORM_OF = {"platform_system": 0, "sys_platform": 1, "os_name": 2}
NAMES_OF = {
    "win": ("Windows", "win32", "nt"),
    "linux": ("Linux", "linux", "posix"),
    "macosx": ("Darwin", "darwin", "posix"),
}
MARKER = re.compile(r"(platform_system|sys_platform|os_name)\s*(==|!=)\s*[\"']([^\"']*)[\"']")
STEP = "下载 {platform}、Python {version} 的组件……  Fetching for {platform}, Python {version} ..."
NOT_FETCHED = (
    "没有得到 {platform}、Python {version} 的组件：{reason}\n"
    "做离线包要能连上安装源（网络或单位内部的镜像）；或换一个 --python 版本再试。\n"
    "Nothing was fetched for {platform}, Python {version}: see above. Making a bundle needs a"
    " package index; or try another --python."
)
WRITTEN = (
    "已写出：{path}（{size} MB，适用 {platforms}，Python {versions}）。\n"
    "拷到内网机器上解压，双击“启动.bat”，或运行同样的命令即可，不用联网。\n"
    "Written: {path}. Unpack it on the machine without an index; the same commands work there."
)


class BundleError(Exception):
    """Wheels could not be had; the text says why."""


def main(args: Sequence[str], pip: Sequence[str]) -> int:
    """Write the bundle that ``args`` ask for; give the exit code. ``pip`` is how to call pip."""
    wish = _arguments(args)
    target = Path(wish.output or HERE.parent / "jixiao-bundle.zip").absolute()
    if target.exists() and not wish.force:
        sys.stderr.write(f"{target} 已经有了，要替换请加 --force。It exists: add --force.\n")
        return 2
    needs = requirements(with_tests=not wish.without_tests)
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder)
        try:
            for platform in wish.platform or [""]:
                for version in wish.python:
                    fetch(pip, needs, wheels, platform, version)
        except BundleError as error:
            sys.stderr.write(f"{error}\n")
            return 3
        write_zip(target, wheels, with_tests=not wish.without_tests)
    sys.stderr.write(
        WRITTEN.format(
            path=target,
            size=max(1, target.stat().st_size // 1_000_000),
            platforms="、".join(wish.platform or ["这台机器"]),
            versions="、".join(wish.python),
        )
        + "\n"
    )
    return 0


def _arguments(args: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("run.py bundle", description=__doc__)
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    several = {"nargs": "+", "action": "extend"}  # after one option, or the option repeated
    parser.add_argument("--platform", **several, choices=[*PLATFORMS], help="默认为这台机器")
    parser.add_argument("--python", **several, metavar="3.12", help="默认为本机的")
    parser.add_argument("--output", metavar="ZIP", help="默认为项目旁边的 jixiao-bundle.zip")
    parser.add_argument("--without-tests", action="store_true", help="不带运行测试用的组件")
    parser.add_argument("--force", action="store_true", help="替换已有的离线包")
    wish = parser.parse_args(args)
    wish.python = wish.python or [here]
    return wish


def requirements(*, with_tests: bool) -> list[str]:
    """Read what has to be in the bundle from pyproject.toml: to run, to build, extras."""
    known = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    project = known["project"]
    extras = {
        name: needs
        for name, needs in project.get("optional-dependencies", {}).items()
        if with_tests or name != "test"
    }
    listed = [*known["build-system"]["requires"], *project["dependencies"]]
    return sorted({*listed, *(one for needs in extras.values() for one in needs)})


def fetch(
    pip: Sequence[str], needs: Sequence[str], wheels: Path, platform: str, version: str
) -> None:
    """Download wheels for one platform (that of this machine where empty) and Python version.

    pip judges conditions such as ``platform_system == "Windows"`` by the machine it runs on, so
    what wheels need on the other platform is looked up in them and fetched as well.
    """
    sys.stderr.write(STEP.format(platform=platform or sys.platform, version=version) + "\n")
    wanted = [*needs]
    while wanted:
        _download(pip, wanted, wheels, platform, version)
        wanted = sorted(_needed_there(wheels, platform)) if platform else []
    # where a Python has no pip of its own, run.py uses this one
    subprocess.run(
        [*_download_command(pip, wheels, "", ""), "pip"], capture_output=True, check=False
    )


def _download_command(pip: Sequence[str], wheels: Path, platform: str, version: str) -> list[str]:
    command = [*pip, "download", "--quiet", "--only-binary=:all:", "--dest", str(wheels)]
    command += ["--find-links", str(wheels), "--disable-pip-version-check", "--retries", "2"]
    for tag in PLATFORMS.get(platform, ()):
        command += ["--platform", tag]
    return [*command, "--python-version", version] if version else command


def _download(
    pip: Sequence[str], wanted: Sequence[str], wheels: Path, platform: str, version: str
) -> None:
    command = [*_download_command(pip, wheels, platform, version), *wanted]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR:")]
        reason = errors[-1].removeprefix("ERROR:").strip() if errors else "pip"
        raise BundleError(
            NOT_FETCHED.format(platform=platform or sys.platform, version=version, reason=reason)
        )


def _needed_there(wheels: Path, platform: str) -> set[str]:
    """Give what wheels need on a platform and what is not among them yet."""
    present = {_plain(path.name.split("-")[0]) for path in wheels.glob("*.whl")}
    return {
        need
        for path in wheels.glob("*.whl")
        for need, marker in _conditional(path)
        if _plain(re.split(r"[\s<>=!~;\[(]", need, maxsplit=1)[0]) not in present
        and holds_on(marker, platform)
    }


def _conditional(wheel: Path) -> Iterator[tuple[str, str]]:
    """Read the needs of a wheel that depend on the platform, with their condition."""
    with zipfile.ZipFile(wheel) as package:
        name = next(one for one in package.namelist() if one.endswith(".dist-info/METADATA"))
        text = package.read(name).decode("utf-8")
    for line in HeaderParser().parsestr(text).get_all("Requires-Dist") or ():
        need, _, marker = line.partition(";")
        if MARKER.search(marker) and "extra" not in marker:
            yield need.strip(), marker


def holds_on(marker: str, platform: str) -> bool:
    """Say whether the conditions on the platform in a marker hold there; others count as met.

    >>> holds_on('platform_system == "Windows"', "win_amd64")
    True
    >>> holds_on('sys_platform != "win32"', "win_amd64")
    False
    """
    family = next(name for key, name in NAMES_OF.items() if platform.startswith(key))
    met = [
        (family[PLATFORM_OF[variable]] == value) == (operator == "==")
        for variable, operator, value in MARKER.findall(marker)
    ]
    return any(met) if " or " in marker else all(met)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def write_zip(target: Path, wheels: Path, *, with_tests: bool) -> None:
    """Write project and wheels below one folder; whole or not at all, the same each time."""
    unfinished = target.with_name(f".jixiao-{target.name}")
    folder = "jixiao"
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as bundle:
            for path in sorted(project_files()):
                if not with_tests and path.relative_to(HERE).parts[0] in ONLY_TESTS:
                    continue
                _add(bundle, path, f"{folder}/{path.relative_to(HERE).as_posix()}")
            for path in sorted(wheels.glob("*.whl")):
                _add(bundle, path, f"{folder}/{WHEELS}/{path.name}", zipfile.ZIP_STORED)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _add(
    bundle: zipfile.ZipFile, path: Path, name: str, method: int = zipfile.ZIP_DEFLATED
) -> None:
    entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
    entry.external_attr = (0o755 if os.access(path, os.X_OK) else 0o644) << 16
    bundle.writestr(entry, path.read_bytes(), method)


def project_files() -> Iterator[Path]:
    """Give the files of the project: what git knows of, or what is there without git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=HERE, capture_output=True, check=False, encoding="utf-8"
    ) if (HERE / ".git").exists() else None  # fmt: skip
    if listed is not None and not listed.returncode and listed.stdout:
        yield from (HERE / name for name in listed.stdout.split("\0") if name)
        return
    for root, folders, names in os.walk(HERE):
        folders[:] = [
            one for one in folders if one not in LEFT_OUT and not one.endswith(".egg-info")
        ]
        yield from (Path(root) / name for name in names if not name.endswith(".pyc"))
