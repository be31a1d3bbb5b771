"""The parts of a DOCX, read without following anything that points outside.

A DOCX is a ZIP of XML: both may be hostile.  Parts are read with a size limit, XML without
entities, network or huge trees; names are compared without their namespace, so that files of the
strict variant are read as well.
"""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from lxml import etree

from reviewer.errors import UnreadableFile

PART_LIMIT = 100_000_000
"""Bytes of one unpacked part: 100 MB of XML is far beyond any document."""
_RATIO, _RATIO_FROM = 150, 20_000_000
"""Unpacked bytes for one packed byte, looked at from so many on: 300 pages of the same sentence
pack to a 56th.  Parsed, 95 MB that came out of 300 kB took 1.5 GB (measured)."""
_AGAIN = "请用 Word 或 WPS 打开并另存为 DOCX，或向提供单位重新索取后导入。"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part."""

    type: str
    """Last part of the relation type, such as `header` or `image`."""
    target: str
    """Name of the part inside the package; an address when external."""
    external: bool


def tag(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    name = element.tag
    return name.rsplit("}", 1)[-1] if isinstance(name, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if str(key).rsplit("}", 1)[-1] == name:
            return str(value)
    return None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of that name without namespace."""
    if element is not None:
        for one in element:
            if tag(one) == name:
                return one
    return None


def whole(value: str | None, default: int = 0) -> int:
    """Return an attribute value as a whole number; `default` when it is none."""
    try:
        return int(float(value)) if value else default
    except (ValueError, OverflowError):
        return default


class DocxPackage:
    """An opened DOCX.  A context manager; nothing of it survives closing but parsed XML."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
            raise UnreadableFile("Word 文档不完整或已损坏，无法打开。", _AGAIN) from error
        self._names = {info.filename: info for info in self._zip.infolist()}
        self._relations: dict[str, dict[str, Relation]] = {}
        try:
            self.main = self._main_part()
        except UnreadableFile:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def read(self, name: str, limit: int = PART_LIMIT) -> bytes:
        """Return the bytes of a part.

        Raises:
            UnreadableFile: it is missing, damaged, or larger than `limit`.
        """
        info = self._names.get(name)
        if info is None:
            raise UnreadableFile("Word 文档缺少组成部分，无法读取。", _AGAIN)
        if info.flag_bits & 1:
            raise UnreadableFile("Word 文档被加密，无法读取。", _AGAIN)
        try:
            with self._zip.open(info) as stream:
                content = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise UnreadableFile("Word 文档不完整或已损坏。", _AGAIN) from error
        swollen = len(content) > _RATIO_FROM and len(content) > _RATIO * info.compress_size
        if len(content) > limit or swollen:
            raise UnreadableFile("Word 文档的内容解压后过大，未读取。", "请确认文件来源。" + _AGAIN)
        return content

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML part.

        Raises:
            UnreadableFile: it is missing or is not XML.
        """
        try:
            parser = etree.XMLParser(
                resolve_entities=False,
                no_network=True,
                huge_tree=False,
                remove_comments=True,
                remove_pis=True,
            )
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableFile("Word 文档的内容已损坏。", _AGAIN) from error

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by their id; none when it has none."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            file = posixpath.join(folder, "_rels", f"{name}.rels")
            self._relations[part] = (
                {
                    attribute(one, "Id") or "": _relation(folder, one)
                    for one in self.xml(file)
                    if tag(one) == "Relationship"
                }
                if file in self._names
                else {}
            )
        return self._relations[part]

    def parts(self, type_: str) -> tuple[str, ...]:
        """Return the parts that the main part relates to by `type_`, in natural order of ids."""
        found = {
            relation.target: None
            for relation in self.relations(self.main).values()
            if relation.type == type_ and not relation.external and relation.target in self._names
        }
        return tuple(found)

    def external(self) -> tuple[Relation, ...]:
        """Return what the document points to outside itself, hyperlinks of readers left out."""
        found = []
        for name in self._names:
            if name.endswith(".rels") and "/_rels/" in f"/{name}":
                part = name.replace("_rels/", "").removesuffix(".rels")
                found += [
                    one
                    for one in self.relations(part).values()
                    if one.external and one.type != "hyperlink"
                ]
        return tuple(found)

    def _main_part(self) -> str:
        for relation in self.relations("").values():
            if relation.type == "officeDocument" and relation.target in self._names:
                return relation.target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise UnreadableFile("Word 文档中没有正文。", _AGAIN)


def _relation(folder: str, element: etree._Element) -> Relation:
    external = attribute(element, "TargetMode") == "External"
    target = attribute(element, "Target") or ""
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = (attribute(element, "Type") or "").rsplit("/", 1)[-1]
    return Relation(kind, target, external)
