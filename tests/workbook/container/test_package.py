"""The package layer: spans that a patcher can copy, and parts found by relationship."""

from __future__ import annotations

import copy
import io
import zipfile

import pytest

from hostile.case import entry, pack, parts, zipped
from jixiao.workbook.container.archive import open_archive
from jixiao.workbook.container.package import Package, relationships_path, resolve_target
from jixiao.workbook.refusal import Refused

LARGE = b"".join(b"%x" % (n * n * 7919) for n in range(300_000))


def streamed() -> bytes:
    """A package as programs write it that cannot seek: sizes follow the data."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.content = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.content += bytes(data)  # type: ignore[call-overload]
            return len(data)  # type: ignore[arg-type]

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts().items():
            archive.writestr(path, content)
        archive.writestr("xl/empty.xml", b"")
    return bytes(pipe.content)


@pytest.mark.parametrize("content", [zipped(parts()), streamed()], ids=["plain", "streamed"])
def test_spans_cover_the_whole_file(content: bytes) -> None:
    archive = open_archive(content)
    edge = 0
    for member in archive.members:
        assert member.start == edge
        assert archive.raw(member) == content[member.start : member.end]
        edge = member.end
    assert edge == archive.directory[0]
    assert archive.members[0].entry[0] == archive.directory[0]
    assert archive.members[-1].entry[1] == archive.directory[1]


def test_members_inflate_to_what_zipfile_sees() -> None:
    content = zipped(parts())
    package = Package.open(content)
    with zipfile.ZipFile(io.BytesIO(content)) as other:
        assert [m.name for m in package.members] == other.namelist()
        assert [package.part(m.path) for m in package.members] == [
            other.read(n) for n in other.namelist()
        ]


def test_large_member_comes_in_pieces_equal_to_the_whole() -> None:
    archive = open_archive(pack([entry("a.bin", LARGE)]))
    pieces = list(archive.chunks(archive.members[0]))
    assert len(pieces) > 5
    assert b"".join(pieces) == LARGE


@pytest.mark.parametrize(
    ("lie", "code"), [({"crc": 1}, "F112"), ({"size": 10**6}, "F113"), ({"size": 10**7}, "F113")]
)
def test_pieces_are_checked_like_the_whole(lie: dict[str, int], code: str) -> None:
    archive = open_archive(pack([entry("a.bin", LARGE, **lie)]))  # type: ignore[arg-type]
    for unpack in (archive.inflate, lambda m: list(archive.chunks(m))):
        with pytest.raises(Refused) as refused:
            unpack(archive.members[0])
        assert refused.value.finding.code == code


def test_parts_are_found_by_relationship_not_by_name() -> None:
    files = {
        path.replace("xl/", "他/"): content.replace(b'"xl/', '"他/'.encode()).replace(
            b'"/xl/', '"/他/'.encode()
        )
        for path, content in parts(strings=("<t>a</t>",)).items()
    }
    package = Package.open(zipped(files))
    assert package.workbook_path == "他/workbook.xml"
    assert package.styles_path == "他/styles.xml"
    assert package.shared_strings_path == "他/sharedStrings.xml"
    assert package.content_type(
        "他/styles.xml",
    ).endswith("styles+xml")  # type: ignore[union-attr]
    assert package.content_type("x/y.bin") is None


def test_escaped_targets_are_found() -> None:
    package = Package.open(zipped({**parts(), "xl/a b.xml": b"<a/>"}))
    found = package.find("xl/a%20b.xml")
    assert found is not None
    assert found.name == "xl/a b.xml"
    with pytest.raises(KeyError):
        package.part("xl/none.xml")


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/worksheets/sheet1.xml", "../a.xml", "xl/a.xml"),
        ("xl/workbook.xml", "/xl/a.xml", "xl/a.xml"),
        ("xl/workbook.xml", "./b\\c.xml", "xl/b/c.xml"),
        ("xl/workbook.xml", "#表!A1", "#表!A1"),
        ("", "xl//workbook.xml", "xl/workbook.xml"),
    ],
)
def test_resolve(source: str, target: str, expected: str) -> None:
    assert resolve_target(source, target) == expected


@pytest.mark.parametrize("target", ["../../a", "/../a", "..\\..\\a", "C:\\a", "http://x/"])
def test_resolve_refuses_what_leads_out(target: str) -> None:
    with pytest.raises(Refused) as refused:
        resolve_target("xl/workbook.xml", target)
    assert refused.value.finding.code == "F117"


def test_relationships_path() -> None:
    assert relationships_path("xl/worksheets/sheet1.xml") == "xl/worksheets/_rels/sheet1.xml.rels"


def test_refusal_can_be_copied() -> None:
    with pytest.raises(Refused) as refused:
        resolve_target("", "..")
    again = copy.copy(refused.value)
    assert again.finding.code == "F117"
