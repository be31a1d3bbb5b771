"""Which delivered files make up which case, told by folders, names and numbers of pages.

Pure.  The proposal is changed by the user before anything is stored, so it aims at the usual
habits: a folder a case, a folder by year or unit over them, a scan a case, or a case in parts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath

from reviewer.model import FileKind, SourceFile
from reviewer.reading import load_types
from reviewer.reckoning.docnumbers import find_numbers
from reviewer.reckoning.textnorm import halfwidth

_WHOLE_PAGES = 20
"""A scan from this many pages on is a case or a volume of one, hardly a single document."""
_ORDER = r"(?:第?[0-9一二三四五六七八九十]{1,4}[.、_\-()]*)"
_PART_WORDS = (
    "正卷|副卷|证据|照片|图片|影像|附件|视频|音像|录音|录像|材料|文书|笔录|封面|目录|备考表|扫描件|"
    "复印件|身份证|营业执照|驾驶证|行驶证|运输证|资格证|票据|发票|收据|缴款|说明|汇总|台账|清单|"
    "名单|通知|立案|调查|取证|询问|勘验|审核|告知|听证|决定|执行|送达|结案|归档"
)
_PART_WORD = re.compile(_PART_WORDS)
_VOLUME = re.compile(
    r"第?[0-9一二三四五六七八九十]{1,3}[册卷本](?:[(].*)?|[上中下][册卷]|[卷册][0-9一二三]"
)
_BARE_ORDER = re.compile(rf"{_ORDER}|(?:img|scan|dsc|image|扫描|微信图片)[-_ 0-9a-z()]*", re.I)
_CASE_NAME = re.compile(
    r"(?:案|案卷|卷宗|案件)(?:卷宗|材料)?(?:扫描件|电子版|全卷|合卷)?(?:[(].*)?$"
)
_SERIAL = re.compile(r"(?:第)?[0-9]{2,6}(?:-[0-9]{1,3})?号")
_ABOVE_CASES = re.compile(
    r"(?:20[0-9]{2}|[0-9]{1,2}(?=月|季)|[一二三四上下]|第)+(?:年度?|月份?|半年|季度)?(?:.{0,8}案卷)?|"
    r".{0,20}(?:支队|大队|中队|总队|局|所|站|分局|处|市|县|区|旗|委)|"
    r"(?:.{0,4}(?:普通|一般|简易)程序|行政处罚|行政检查|行政强制|.{0,6}结案|未结|不予处罚)(?:案卷|案件)?"
)


@dataclass(slots=True)
class _Folder:
    """A folder of the delivery with what lies in it."""

    name: str
    path: str
    folders: dict[str, "_Folder"] = field(default_factory=dict)
    files: list[SourceFile] = field(default_factory=list)

    def below(self) -> Iterator[SourceFile]:
        """Give all files in it and under it."""
        yield from self.files
        for folder in self.folders.values():
            yield from folder.below()


@dataclass(frozen=True, slots=True)
class Bunch:
    """The files of one proposed case."""

    title: str
    """Name of its folder or file as delivered; empty for the name of the whole delivery."""
    paths: tuple[str, ...]
    is_file: bool = False
    """It is one file that is a case by itself."""


def bunches(files: Sequence[SourceFile]) -> tuple[Bunch, ...]:
    """Return the cases that `files` are most likely, each path in exactly one of them."""
    root = _tree(files)
    # Folders around everything, such as the one that a ZIP was made of, say nothing.
    while not root.files and len(root.folders) == 1:
        [root] = root.folders.values()
    found = tuple(_cases(root, ""))
    return found if len(found) > 1 else (Bunch("", tuple(file.path for file in files)),)


def is_part(name: str) -> bool:
    """Return whether a folder or file of this name is a part of a case, such as 副卷 or 01立案."""
    plain = _plain(name)
    if _is_case(plain):
        return False
    if _VOLUME.fullmatch(plain) or _BARE_ORDER.fullmatch(plain):
        return True
    return bool(_PART_WORD.search(plain)) or _is_titled(plain)


def _tree(files: Sequence[SourceFile]) -> _Folder:
    root = _Folder("", "")
    for file in files:
        *above, _ = file.path.split("/")
        folder = root
        for name in above:
            path = f"{folder.path}/{name}".lstrip("/")
            folder = folder.folders.setdefault(name, _Folder(name, path))
        folder.files.append(file)
    return root


def _cases(folder: _Folder, title: str) -> Iterator[Bunch]:
    """Give the cases in a folder that may hold several."""
    apart = [child for child in folder.folders.values() if not is_part(child.name)]
    parts = [child for child in folder.folders.values() if is_part(child.name)]
    if not apart:
        yield from _flat(folder, parts, title)
        return
    if parts and not any(_is_case(_plain(child.name)) for child in apart):
        yield Bunch(title, tuple(file.path for file in folder.below()))
        return
    for child in apart:
        if _holds_cases(child):
            yield from _cases(child, child.name)
        else:
            yield Bunch(child.name, tuple(file.path for file in child.below()))
    yield from _beside(folder, parts, title)


def _beside(folder: _Folder, parts: Sequence[_Folder], title: str) -> Iterator[Bunch]:
    """Give the cases of what lies beside folders that are cases."""
    whole = [file for file in folder.files if _is_whole(file)]
    yield from (_alone(file) for file in whole)
    rest = [file.path for file in folder.files if file not in whole]
    rest += [file.path for part in parts for file in part.below()]
    if rest:
        yield Bunch(title, tuple(rest))


def _flat(folder: _Folder, parts: Sequence[_Folder], title: str) -> Iterator[Bunch]:
    """Give one case, or one for each file when every file is a case by itself."""
    documents = [file for file in folder.files if file.kind is not FileKind.MEDIA]
    media = tuple(file.path for file in folder.files if file.kind is FileKind.MEDIA)
    if parts or not documents or not _are_whole(documents):
        yield Bunch(title, tuple(file.path for file in folder.below()))
        return
    for at, file in enumerate(documents):
        # A recording is no case: it goes with the first.
        yield Bunch(_name(file), (file.path, *(media if at == 0 else ())), is_file=True)


def _holds_cases(folder: _Folder) -> bool:
    """Return whether a folder is one of a year, a unit or a procedure, with cases in it."""
    if _is_case(_plain(folder.name)):
        return False
    names = [_plain(name) for name in folder.folders]
    if any(_is_case(name) for name in names):
        return True
    above = bool(_ABOVE_CASES.fullmatch(_plain(folder.name)))
    if not folder.folders:
        return (above or len(folder.files) > 1) and _are_whole(folder.files)
    return above and len(names) > 0 and not all(is_part(name) for name in folder.folders)


def _are_whole(files: Sequence[SourceFile]) -> bool:
    """Return whether every one of these files is a case by itself."""
    numbers = [tuple(found.value for found in find_numbers(_stem(file))) for file in files]
    if all(numbers) and len(set(numbers)) == len(files) and _are_alike(files):
        return True
    return all(_is_whole(file) for file in files)


def _are_alike(files: Sequence[SourceFile]) -> bool:
    """Return whether the names differ in nothing that tells one document of a case from another.

    `决定书 1号` and `决定书 2号` are two cases, `立案登记表 1号` and `决定书 1号` are not.
    """
    kinds = {_type_of(_plain(_name(file))) for file in files}
    return len(kinds) == 1 and all(file.kind in (FileKind.PDF, FileKind.DOCX) for file in files)


def _is_whole(file: SourceFile) -> bool:
    """Return whether a file is a case by itself, told by its own name and pages."""
    if file.kind not in (FileKind.PDF, FileKind.DOCX, FileKind.TIFF):
        return False
    plain = _plain(_name(file))
    if _VOLUME.fullmatch(plain):
        return False
    if _is_case(plain):
        return True
    return file.pages >= _WHOLE_PAGES and (bool(_BARE_ORDER.fullmatch(plain)) or not is_part(plain))


def _is_case(plain: str) -> bool:
    """Return whether a name is that of a case: its number, or a name that ends with 案."""
    if _CASE_NAME.search(plain) and not _ends_as_document(plain):
        return True
    numbered = bool(find_numbers(plain)) or bool(_SERIAL.fullmatch(plain))
    return numbered and not _type_of(plain) and not _PART_WORD.search(plain)


def _ends_as_document(plain: str) -> bool:
    # 立案, 结案 and 案卷封面 are no cases, 李某超限运输案卷 is one.
    return plain.endswith(("立案", "结案", "备案", "销案")) or bool(_type_of(plain))


def _is_titled(plain: str) -> bool:
    return bool(_type_of(plain))


def _type_of(plain: str) -> str:
    """Return the title of a document that the name ends with or begins with; empty for none."""
    bare = re.sub(r"[(〔\[].*|[0-9.、_\-号]+$", "", plain)
    for title in _titles():
        if plain == title or (len(title) > 2 and (bare.endswith(title) or bare.startswith(title))):
            return title
    return ""


@cache
def _titles() -> tuple[str, ...]:
    """Return all titles of documents, long ones first."""
    # 案卷 and 卷宗 are titles of covers, and also what people call a whole case.
    found = {name for kind in load_types() for name in (kind.name, *kind.aliases)}
    ours = (name for name in found if not name.endswith(("案卷", "卷宗")))
    return tuple(sorted(ours, key=lambda name: (-len(name), name)))


def _plain(name: str) -> str:
    """Return a name without suffix, blanks and the order number in front of words."""
    text = "".join(halfwidth(_without_suffix(name)).split())
    return re.sub(rf"^{_ORDER}(?=[^\d号年月季册卷本〔\[\-(].)", "", text) if text else text


def _without_suffix(name: str) -> str:
    return re.sub(r"\.[A-Za-z0-9]{1,4}$", "", name)


def _name(file: SourceFile) -> str:
    return PurePosixPath(file.path).name


def _stem(file: SourceFile) -> str:
    return _without_suffix(_name(file))


def _alone(file: SourceFile) -> Bunch:
    return Bunch(_name(file), (file.path,), is_file=True)
