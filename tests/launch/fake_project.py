"""A project as small as can be, with wheels of its own: what ``run.py`` installs in tests."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "jixiao"
version = "1.0"
dependencies = ["tinydep>=1"]

[project.optional-dependencies]
web = ["tinyweb>=1"]
test = ["tinytest>=1"]
"""
BACKEND = '''
"""Builds the editable wheel by hand: tests need no setuptools and no index."""
import os
import zipfile


def build_editable(folder, config=None, metadata=None):
    name = "jixiao-1.0-py3-none-any.whl"
    info = "jixiao-1.0.dist-info"
    with open("pyproject.toml", "rb") as file:
        needs = [line for line in METADATA.splitlines() if line]
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("jixiao.pth", os.path.abspath("src"))
        wheel.writestr(info + "/METADATA", METADATA)
        wheel.writestr(info + "/WHEEL", WHEEL)
        wheel.writestr(info + "/RECORD", "")
    return name


WHEEL = "Wheel-Version: 1.0\\nGenerator: by hand\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
METADATA = (
    "Metadata-Version: 2.1\\nName: jixiao\\nVersion: 1.0\\nRequires-Dist: tinydep>=1\\n"
    'Provides-Extra: web\\nRequires-Dist: tinyweb>=1; extra == "web"\\n'
    "Provides-Extra: docx\\nProvides-Extra: pdf\\n"
    'Provides-Extra: test\\nRequires-Dist: tinytest>=1; extra == "test"\\n'
)
'''
WHEEL = "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
MAIN = """
import sys
import tinydep
print("jixiao", tinydep.NAME, *sys.argv[1:])
"""


def make_project(folder: Path) -> Path:
    """Write the project, with the ``run.py`` of this one."""
    (folder / "src" / "jixiao").mkdir(parents=True)
    (folder / "src" / "jixiao" / "__init__.py").write_text("")
    (folder / "src" / "jixiao" / "__main__.py").write_text(MAIN)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "tests").mkdir()
    (folder / "tests" / "test_it.py").write_text("")
    (folder / "backend.py").write_text(BACKEND)
    for name in ("run.py", "start.command", "jixiao.desktop", "启动.bat"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "launch", folder / "launch", ignore=shutil.ignore_patterns("*.pyc"))
    return folder


def make_wheels(folder: Path) -> Path:
    """Write the wheels that the project needs; one of them needs another on Windows only."""
    folder.mkdir(parents=True)
    for name in ("tinydep", "tinyweb", "tinytest", "tinywin"):
        needs = 'Requires-Dist: tinywin; platform_system == "Windows"\n' * (name == "tinydep")
        info = f"{name}-1.0.dist-info"
        with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"{name}/__init__.py", f"NAME = {name!r}\n")
            wheel.writestr(
                f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{needs}"
            )
            wheel.writestr(f"{info}/WHEEL", WHEEL)
            wheel.writestr(f"{info}/RECORD", "")
    return folder
