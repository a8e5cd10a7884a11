"""LibreOffice as an independent calculator and printer: recalculate, to_pdf, to_png.

Every run uses a throw-away profile that forces recalculation on load; without it LibreOffice
shows the cached values of a workbook, and a test would compare our numbers with themselves. Tests
that use this are marked ``libreoffice``.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_XLSX = "xlsx:Calc MS Excel 2007 XML"
_PDF = "pdf:calc_pdf_Export"
_CHUNK = 200  # files a run: keeps the command line short and the memory of soffice flat


def recalculate(paths: Sequence[Path], out_dir: Path, *, timeout: float = 600) -> list[Path]:
    """Load workbooks, compute every formula anew and save them as xlsx below ``out_dir``.

    The answer is in the order of ``paths``, whose file names must differ.
    """
    return _convert(paths, out_dir, _XLSX, ".xlsx", timeout)


def to_ods(paths: Sequence[Path], out_dir: Path, *, timeout: float = 600) -> list[Path]:
    """Load workbooks and save them as OpenDocument spreadsheets below ``out_dir``."""
    return _convert(paths, out_dir, "ods", ".ods", timeout)


def to_pdf(paths: Sequence[Path], out_dir: Path, *, timeout: float = 600) -> list[Path]:
    """Print workbooks to PDF, one file each, recalculated."""
    return _convert(paths, out_dir, _PDF, ".pdf", timeout)


def to_png(pdf: Path, out_dir: Path, *, dpi: int = 80) -> list[Path]:
    """Draw the pages of a PDF, in order."""
    out_dir.mkdir(parents=True, exist_ok=True)
    stem = out_dir / pdf.stem
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), str(pdf), str(stem)], check=True)
    return sorted(out_dir.glob(f"{pdf.stem}-*.png"))


def _convert(
    paths: Sequence[Path], out_dir: Path, target: str, suffix: str, timeout: float
) -> list[Path]:
    outputs = [out_dir / f"{path.stem}{suffix}" for path in paths]
    if len(set(outputs)) != len(paths) or set(outputs) & set(paths):
        raise ValueError("file names must differ from each other and from the output")
    out_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="soffice-") as home:
        profile = Path(home, "user")
        profile.mkdir()
        (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation={Path(home).as_uri()}", "--headless"]
        command += ["--norestore", "--convert-to", target, "--outdir", str(out_dir)]
        for start in range(0, len(paths), _CHUNK):
            chunk = [str(path) for path in paths[start : start + _CHUNK]]
            subprocess.run([*command, *chunk], check=True, capture_output=True, timeout=timeout)
    lost = [path.name for path in outputs if not path.is_file()]
    if lost:
        raise RuntimeError(f"LibreOffice wrote no {', '.join(lost)}")
    return outputs
