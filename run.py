"""Set jixiao up beside this file and run it: ``python3 run.py validate FILE``.

Needs Python 3.11 or later and git's checkout, nothing else: makes a virtual environment in
``.venv`` (system packages are left alone), installs jixiao there once, and passes the arguments on.
Where the folder ``wheels`` of a bundle is here, nothing is fetched from elsewhere.

    python3 run.py                open the page of jixiao in the browser
    python3 run.py ARGS...        run jixiao ARGS...
    python3 run.py check PATHS... check workbooks and folders and open what comes out
    python3 run.py test [ARGS...] install what the tests need and run them
    python3 run.py lint           run the style and type checks
    python3 run.py bundle [--platform win_amd64 ...] [--python 3.12 ...] [--output ZIP]
                                  write a zip for machines without a package index
"""

import glob
import hashlib
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.join(HERE, ".venv")
WHEELS = os.path.join(HERE, "wheels")
LOG = os.path.join(HOME, "install.log")
PYTHON = os.path.join(HOME, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
NEWEST_FIRST = ["python3.%d" % minor for minor in range(20, 10, -1)]
EXTRAS = {"run": "[docx,pdf]", "page": "[docx,pdf,web]", "test": "[test]"}
UNREACHABLE = (
    "No matching distribution found",
    "Could not find a version",
    "NewConnectionError",
    "ConnectTimeout",
    "ReadTimeout",
    "ProxyError",
    "SSLError",
)
NO_PYTHON = "需要 Python 3.11 或更高版本。Python 3.11 or later is needed."
NO_PIP = (
    "这台机器的 Python 缺少 venv/pip 组件。Debian、Ubuntu 请先运行：apt install python3-venv\n"
    "This Python lacks venv or pip. On Debian and Ubuntu: apt install python3-venv"
)
INSTALLING = "正在安装，第一次需要一两分钟……  Installing, a minute or two..."
FROM_BUNDLE = (
    "正在用离线包（wheels 文件夹）安装，不联网，第一次需要一两分钟……  "
    "Installing from the bundle (folder wheels), a minute or two..."
)
NO_INDEX = (
    "连不上安装源，缺少的组件没有装上。可以这样办：\n"
    "1. 在能上网的机器上（同样的项目文件夹里）运行\n"
    "       python3 run.py bundle --platform win_amd64 --python {version}\n"
    "   （Linux 写 linux_x86_64 或 linux_aarch64），把得到的 zip 拷到这里解压，双击“启动.bat”。\n"
    "2. 单位内部有镜像的，先设置它的地址再运行：set PIP_INDEX_URL=镜像地址\n"
    "   （Linux、macOS：export PIP_INDEX_URL=镜像地址）。\n"
    "No package index can be reached. Make a bundle where there is one (python3 run.py bundle) and"
    " unpack it here, or name a mirror in PIP_INDEX_URL.\n"
    "安装记录 log: {log}"
)
WRONG_BUNDLE = (
    "离线包里没有适合这台机器的组件（{system}，Python {version}）。请在能上网的机器上重新做：\n"
    "       python3 run.py bundle --platform {platform} --python {version}\n"
    "The bundle is not for this machine: make one with the command above.\n"
    "安装记录 log: {log}"
)
FAILED = (
    "安装没有成功。请把下面这个文件发给维护人员：{log}\n"
    "The installation did not succeed; see the log: {log}"
)


def main(args):
    """Set up what ``args`` need and run them; give the exit code."""
    if sys.version_info < (3, 11):
        return with_newer_python()
    verb = args[0] if args else "serve"
    if verb == "bundle":
        return from_launch("bundle").main(args[1:], make_environment())
    if verb in ("test", "lint"):
        return run_tests(verb, args[1:])
    set_up("page" if verb == "serve" else "run")
    if verb == "check":
        return from_launch("dropped").check(args[1:], PYTHON)
    return call([PYTHON, "-m", "jixiao", *(args or [verb])])


def run_tests(verb, args):
    """Run the tests, or the checks of style and types; give the exit code."""
    set_up("test")
    if verb == "test":
        return call([PYTHON, "-m", "pytest", *args], cwd=HERE)
    style = [[PYTHON, "-m", "ruff", "check"], [PYTHON, "-m", "ruff", "format", "--check"]]
    return max([call(each, cwd=HERE) for each in [*style, [PYTHON, "-m", "mypy"]]])


def from_launch(name):
    """Import a module of the folder ``launch``."""
    sys.path.insert(0, os.path.join(HERE, "launch"))
    return __import__(name)


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
    pip = make_environment()
    is_bundle = os.path.isdir(WHEELS)
    sys.stderr.write((FROM_BUNDLE if is_bundle else INSTALLING) + "\n")
    source = ["--no-index", "--find-links", WHEELS] if is_bundle else ["--retries", "2"]
    install = [*pip, "install", "--disable-pip-version-check", "--no-input", *source]
    with open(LOG, "w", encoding="utf-8") as log:
        command = [*install, "--editable", "." + EXTRAS[purpose]]
        done = call(command, cwd=HERE, stdout=log, stderr=log)
    if done:
        sys.stderr.write(reason_of_failure(is_bundle) + "\n")
        sys.exit(3)
    call([PYTHON, "-m", "compileall", "-q", os.path.join(HERE, "src")])  # starts twice as fast
    with open(mark, "w", encoding="ascii") as file:
        file.write(wanted)


def reason_of_failure(is_bundle):
    """Say why pip did not succeed, and what to do."""
    with open(LOG, encoding="utf-8", errors="replace") as file:
        text = file.read()
    version = "%d.%d" % sys.version_info[:2]
    if not any(sign in text for sign in UNREACHABLE):
        return FAILED.format(log=LOG)
    if not is_bundle:
        return NO_INDEX.format(version=version, log=LOG)
    machine = "aarch64" if os.name != "nt" and os.uname().machine == "aarch64" else "x86_64"
    names = {"win32": "win_amd64", "darwin": "macosx_arm64"}
    platform = names.get(sys.platform, "linux_%s" % machine)
    return WRONG_BUNDLE.format(system=sys.platform, version=version, platform=platform, log=LOG)


def make_environment():
    """Make ``.venv`` where there is none; give the command of a pip that works in it."""
    if os.path.exists(PYTHON) and not call([PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL):
        return [PYTHON, "-m", "pip"]
    venv = [sys.executable, "-m", "venv"]
    if not call([*venv, HOME], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        return [PYTHON, "-m", "pip"]
    shutil.rmtree(HOME, ignore_errors=True)
    # Debian leaves pip out of new environments; another pip can install into one: the system's own
    # or that of the bundle, which runs from its wheel.
    wheels = sorted(glob.glob(os.path.join(glob.escape(WHEELS), "pip-*.whl")))
    others = [[sys.executable, os.path.join(wheel, "pip")] for wheel in wheels]
    others.append([sys.executable, "-m", "pip"])
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if not call([*venv, "--without-pip", HOME], **quiet):
        for pip in others:
            if not call([*pip, "--version"], **quiet):
                return [*pip, "--python", PYTHON]
    shutil.rmtree(HOME, ignore_errors=True)
    sys.stderr.write(NO_PIP + "\n")
    sys.exit(3)


def call(command, **how):
    """Run ``command``; give its exit code. Ctrl-C reaches it as well, and it decides what to do."""
    with subprocess.Popen(command, **how) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
