"""The gate for documents: what they are, their package checked like that of a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.workbook.admit.gate import content_hash, inspect_package
from jixiao.workbook.admit.sniff import FileKind, sniff_archive, sniff_compound, sniff_file
from jixiao.workbook.container import Package, open_archive


@dataclass(frozen=True, slots=True)
class AdmittedDocument:
    """The bytes of a document and their kind; ``package`` is there where it is a docx."""

    content: bytes
    sha256: str
    kind: FileKind
    package: Package | None = None


def admit_document(content: bytes) -> AdmittedDocument:
    """Decide what a document is; refuses a package that must not be opened, as for workbooks."""
    sha256, kind = content_hash(content), sniff_file(content)
    if kind is FileKind.OLE:
        return AdmittedDocument(content, sha256, sniff_compound(content))
    if kind is not FileKind.ZIP:
        return AdmittedDocument(content, sha256, kind)
    archive = open_archive(content)
    kind = sniff_archive(archive)
    if kind is not FileKind.WORDS or archive.find("[Content_Types].xml") is None:
        return AdmittedDocument(content, sha256, kind)
    package = Package.of(archive)
    inspect_package(package, kind)
    return AdmittedDocument(content, sha256, kind, package)
