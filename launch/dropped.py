"""Check what was dropped on a starter: workbooks and folders; open the page that comes out.

Results go to a new folder beside what was dropped, so that nothing is replaced.
"""

import datetime as dt
import os
import re
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

LINE = "JIXIAO_DROPPED"  # the command line as Windows made it; names with & break its arguments
NOTHING = (
    "没有找到拖进来的文件：{paths}\n"
    "请把工作簿（xlsx、xls 等）或装着工作簿的文件夹拖到“启动.bat”上。\n"
    "Nothing to check was found."
)
RESULTS = "核对结果"
WHERE = "结果在这个文件夹里：{folder}\nThe results are in this folder."


def check(args: Sequence[str], python: str, show: Callable[[str], object] = webbrowser.open) -> int:
    """Check the paths in ``args`` with the ``python`` of jixiao; give the exit code.

    The page is opened by ``show``, which takes its address.
    """
    paths = [Path(one).absolute() for one in args if Path(one).exists()]
    paths = paths if len(paths) == len(args) else [*from_line(os.environ.get(LINE, ""))] or paths
    if not paths:
        sys.stderr.write(NOTHING.format(paths="、".join(args)) + "\n")
        return 2
    workbooks = [path for path in paths if not path.is_dir()]
    codes = [_check_folder(path, python, show) for path in paths if path.is_dir()]
    if workbooks:
        codes.append(_check_workbooks(workbooks, python, show))
    return max(codes)


def from_line(line: str) -> Iterable[Path]:
    """Find what was dropped in the command line of a Windows starter.

    It is ``cmd /c ""X:\\启动.bat" X:\\a&b.xlsx "X:\\c d.xlsx""``: quoted where there are blanks.
    """
    _, _, rest = line.rpartition(".bat")
    for quoted, plain in re.findall(r'"([^"]+)"|([^\s"]+)', rest.lstrip('"')):
        path = Path(quoted or plain)
        if path.is_absolute() and path.exists():
            yield path


def _check_workbooks(paths: Sequence[Path], python: str, show: Callable[[str], object]) -> int:
    """Check workbooks; the page tells of all, also of those that cannot be read."""
    folder = _fresh(paths[0].parent, f"{RESULTS}-{dt.datetime.now():%Y%m%d-%H%M%S}")
    validate = [python, "-m", "jixiao", "validate"]
    several = folder / "标注"
    marked = several if len(paths) > 1 else folder / _marked_name(paths[0].name)
    page = folder / f"{RESULTS}.html"
    command = [*validate, *map(str, paths), "--format", "html", "--annotate", str(marked)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    page.write_bytes(done.stdout)
    if done.returncode == 3 and len(paths) > 1:  # one cannot be read: the others are marked alone
        several.mkdir(exist_ok=True)
        for number, path in enumerate(paths, 1):
            target = several / _marked_name(f"{number}-{path.name}")
            alone = [*validate, str(path), "--quiet", "--annotate", str(target)]
            subprocess.run(alone, capture_output=True, check=False)
    _open(page, folder, show)
    return done.returncode


def _marked_name(name: str) -> str:
    """Name the marked copy of a workbook: that of an old format is a new workbook."""
    is_kept = name.lower().endswith((".xlsx", ".xlsm", ".xltx", ".xltm"))
    return f"标注-{name}" if is_kept else f"标注-{name}.xlsx"


def _check_folder(path: Path, python: str, show: Callable[[str], object]) -> int:
    home = path.parent if path.parent != path else Path.home()
    folder = home / f"{path.name or RESULTS}-{RESULTS}"
    command = [python, "-m", "jixiao", "bulk", str(path), "--output", str(folder)]
    code = subprocess.call(command)
    _open(folder / "report.html", folder, show)
    return code


def _fresh(home: Path, name: str) -> Path:
    """Make a folder that was not there, in the home folder where none can be made in ``home``."""
    for parent in (home, Path.home()):
        for number in range(1, 100):
            folder = parent / (name if number == 1 else f"{name}({number})")
            try:
                folder.mkdir()
            except FileExistsError:
                continue
            except OSError:
                break
            return folder
    raise OSError(f"no folder can be made in {home}")


def _open(page: Path, folder: Path, show: Callable[[str], object]) -> None:
    if page.exists() and page.stat().st_size:
        sys.stderr.write(WHERE.format(folder=folder) + "\n")
        show(page.as_uri())
