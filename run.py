"""Set jixiao up beside this file and run it: ``python3 run.py validate FILE``.

Needs Python 3.11 or later and git's checkout, nothing else: makes a virtual environment in
``.venv`` (system packages are left alone), installs jixiao there once, and passes the arguments on.

    python3 run.py ARGS...        run jixiao ARGS...
    python3 run.py test [ARGS...] install what the tests need and run them
    python3 run.py lint           run the style and type checks
"""

import hashlib
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.join(HERE, ".venv")
PYTHON = os.path.join(HOME, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
NEWEST_FIRST = ["python3.%d" % minor for minor in range(20, 10, -1)]
NO_PYTHON = "需要 Python 3.11 或更高版本。Python 3.11 or later is needed."
NO_PIP = (
    "这台机器的 Python 缺少 venv/pip 组件。Debian、Ubuntu 请先运行：apt install python3-venv\n"
    "This Python lacks venv or pip. On Debian and Ubuntu: apt install python3-venv"
)
FAILED = "安装没有成功（上面是原因）。The installation did not succeed (see above)."


def main(args):
    """Set up what ``args`` need and run them; give the exit code."""
    if sys.version_info < (3, 11):
        return with_newer_python()
    verb = args[0] if args else ""
    wants_tests = verb in ("test", "lint")
    set_up("test" if wants_tests else "run")
    if verb == "test":
        return call([PYTHON, "-m", "pytest", *args[1:]], cwd=HERE)
    if verb == "lint":
        style = [[PYTHON, "-m", "ruff", "check"], [PYTHON, "-m", "ruff", "format", "--check"]]
        return max([call(each, cwd=HERE) for each in [*style, [PYTHON, "-m", "mypy"]]])
    return call([PYTHON, "-m", "jixiao", *args])


def with_newer_python():
    """Start again with the newest Python on the path; give its exit code."""
    for name in NEWEST_FIRST:
        newer = shutil.which(name)
        if newer:
            return call([newer, os.path.abspath(__file__), *sys.argv[1:]])
    sys.stderr.write(NO_PYTHON + "\n")
    return 3


def set_up(purpose):
    """Make the environment and install jixiao, unless that was done for this pyproject.toml."""
    mark = os.path.join(HOME, "jixiao-%s" % purpose)
    with open(os.path.join(HERE, "pyproject.toml"), "rb") as file:
        wanted = hashlib.sha256(file.read()).hexdigest()
    if os.path.exists(mark) and os.path.exists(PYTHON):
        with open(mark, encoding="ascii") as file:
            if file.read() == wanted:
                return
    install = make_environment()
    target = "." if purpose == "run" else ".[test]"
    sys.stderr.write("正在安装，第一次需要一两分钟……  Installing, a minute or two...\n")
    done = call([*install, "--quiet", "--editable", target], cwd=HERE, stdout=sys.stderr)
    if done:
        sys.stderr.write(FAILED + "\n")
        sys.exit(3)
    call([PYTHON, "-m", "compileall", "-q", os.path.join(HERE, "src")])  # starts twice as fast
    with open(mark, "w", encoding="ascii") as file:
        file.write(wanted)


def make_environment():
    """Make ``.venv`` where there is none; give the command that installs into it."""
    quiet = ["--disable-pip-version-check"]
    if os.path.exists(PYTHON) and not call([PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL):
        return [PYTHON, "-m", "pip", "install", *quiet]
    venv = [sys.executable, "-m", "venv"]
    if not call([*venv, HOME], stdout=subprocess.DEVNULL):
        return [PYTHON, "-m", "pip", "install", *quiet]
    shutil.rmtree(HOME, ignore_errors=True)
    # Debian leaves pip out of new environments; the system's own pip can install into one.
    if call([*venv, "--without-pip", HOME]) or call([sys.executable, "-m", "pip", "--version"]):
        shutil.rmtree(HOME, ignore_errors=True)
        sys.stderr.write(NO_PIP + "\n")
        sys.exit(3)
    return [sys.executable, "-m", "pip", "--python", PYTHON, "install", *quiet]


def call(command, **how):
    """Run ``command``; give its exit code."""
    return subprocess.call(command, **how)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
