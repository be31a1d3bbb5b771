"""Which files make up which case, for the ways in which units deliver."""

import pytest

from reviewer.model import FileKind, SourceFile
from reviewer.workspace.grouping import bunches, is_part

_KINDS = {
    "pdf": FileKind.PDF,
    "docx": FileKind.DOCX,
    "jpg": FileKind.IMAGE,
    "mp4": FileKind.MEDIA,
    "doc": FileKind.OTHER,
}


def made(name: str) -> SourceFile:
    """Make a file from `path` or `path*pages`."""
    path, _, pages = name.partition("*")
    return SourceFile(name, path, _KINDS[path.rsplit(".", 1)[1]], 9, int(pages or 2))


def proposed(*names: str) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(bunch.paths)) for bunch in bunches([made(name) for name in names]))


ONE_CASE = {
    "documents of one case, numbered": ("01 封面.pdf", "02 立案登记表.pdf", "03 询问笔录.pdf"),
    "documents with numbers of their own": (
        "立案登记表宁交立〔2024〕1号.pdf",
        "违法行为通知书宁交告〔2024〕1号.pdf",
        "行政处罚决定书宁交罚〔2024〕1号.pdf",
    ),
    "pages of a scanner": ("001.jpg", "002.jpg", "003.jpg"),
    "short scans without names": ("001.pdf", "002.pdf", "003.pdf"),
    "scans named by a scanner": ("扫描0001.pdf", "扫描0002.pdf"),
    "long volumes": ("第1册.pdf*80", "第2册.pdf*90"),
    "main and side volume as files": ("正卷.pdf*60", "副卷.pdf*30"),
    "main and side volume as folders": ("正卷/1.pdf*40", "副卷/1.pdf*30"),
    "main and side volume, one numbered": ("1正卷/1.pdf", "2 副卷/1.pdf"),
    "volumes as folders": ("第1册/a.pdf*60", "第2册/a.pdf*50", "第三册/a.pdf*40"),
    "steps as folders": ("01立案/1.pdf", "02调查取证/1.pdf", "03决定/1.pdf", "04送达/1.pdf"),
    "folders with bare numbers": ("1/1.jpg", "2/1.jpg", "3/1.jpg"),
    "documents and a folder of photos": ("决定书.pdf", "照片/1.jpg", "照片/2.jpg"),
    "a part and a folder of another name": ("正卷/1.pdf", "其他/1.pdf", "目录.pdf"),
    "volumes below the folder of the case": ("李某案/正卷/1.pdf", "李某案/副卷/1.pdf"),
    "one document of many pages with others": ("案卷扫描件.pdf*86", "补充材料.pdf"),
    "the whole case and its recording": ("李某超限运输案.pdf*70", "录像.mp4"),
    "one file": ("宁交执罚〔2024〕1号.pdf*70",),
    "nothing": (),
    "names with the number of the case before them": (
        "宁交执罚〔2024〕1号询问笔录.pdf",
        "宁交执罚〔2024〕1号送达回证.pdf",
        "宁交执罚〔2024〕1号照片.jpg",
    ),
}


@pytest.mark.parametrize("names", ONE_CASE.values(), ids=ONE_CASE.keys())
def test_one_case(names: tuple[str, ...]) -> None:
    assert len(bunches([made(name) for name in names])) == 1


EACH_FILE = {
    "numbers of cases": ("宁交执罚〔2024〕1号.pdf", "宁交执罚〔2024〕2号.pdf"),
    "decisions of several cases": (
        "处罚决定书宁交罚〔2024〕1号.pdf",
        "处罚决定书宁交罚〔2024〕2号.pdf",
    ),
    "short numbers": ("0132号.pdf*60", "0133号.pdf*48", "0134号.pdf*51"),
    "names that end with 案": ("李某超限运输案.pdf", "01王某未取得许可经营案.pdf", "赵某案.docx"),
    "names that end with 案卷": ("李某超限运输案卷.pdf", "宁安公司超限案卷.pdf"),
    "names of parties, long scans": ("李某.pdf*64", "王某.pdf*51", "宁安运输公司.pdf*88"),
    "bare numbers, long scans": ("001.pdf*64", "002.pdf*51", "003.pdf*88"),
    "an order number before the number of the case": (
        "1 宁交罚〔2024〕11号.pdf",
        "2 宁交罚〔2024〕12号.pdf",
    ),
    "folders of years over files that are cases": (
        "2023年/李某案.pdf",
        "2023年/王某案.pdf",
        "2024年/赵某案.pdf",
        "2024年/钱某案.pdf",
    ),
}


@pytest.mark.parametrize("names", EACH_FILE.values(), ids=EACH_FILE.keys())
def test_each_file_is_a_case(names: tuple[str, ...]) -> None:
    found = bunches([made(name) for name in names])

    assert len(found) == len(names)
    assert all(bunch.is_file for bunch in found)


FOLDERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "a folder a case": (("案卷甲/1.pdf", "案卷甲/2.pdf"), ("案卷乙/1.pdf",)),
    "folders with names of parties": (("李某/1.pdf",), ("王某/1.pdf",)),
    "folders with numbers and order": (
        ("01 宁交罚〔2024〕1号/1.pdf",),
        ("02 宁交罚〔2024〕2号/1.pdf",),
    ),
    "ZIPs": (("0132号.zip/1.pdf",), ("0133号.zip/1.pdf",)),
    "volumes in folders of cases": (
        ("李某案/正卷/1.pdf", "李某案/副卷/1.pdf"),
        ("王某案/第1册/1.pdf", "王某案/第2册/1.pdf"),
    ),
    "folders of cases and files that are cases": (
        ("李某案/1.pdf", "李某案/2.pdf"),
        ("王某案/1.pdf",),
        ("赵某案.pdf*70",),
        ("宁交罚〔2024〕3号.pdf*45",),
    ),
    "folders of cases and a list beside them": (
        ("李某案/1.pdf",),
        ("王某案/1.pdf",),
        ("案卷清单.docx", "说明.pdf"),
    ),
    "one folder of a case and one file that is a case": (("李某案/1.pdf",), ("王某案.pdf*60",)),
    "years over folders of cases": (
        ("2023年/李某案/1.pdf",),
        ("2023年/王某案/1.pdf",),
        ("2024年/赵某案/1.pdf",),
    ),
    "units over folders of cases named by parties": (
        ("宁安支队/李某/1.pdf",),
        ("宁安支队/王某/正卷/1.pdf", "宁安支队/王某/副卷/1.pdf"),
        ("清河大队/赵某/1.pdf",),
        ("清河大队/钱某/1.pdf",),
    ),
    "years over units over cases": (
        ("2024/一大队/李某案/1.pdf",),
        ("2024/一大队/王某案/1.pdf",),
        ("2024/二大队/赵某案/1.pdf",),
    ),
    "a folder of a unit with files, another with folders": (
        ("一大队/李某案.pdf*40",),
        ("一大队/王某案.pdf*50",),
        ("二大队/赵某案/1.pdf", "二大队/赵某案/2.pdf"),
    ),
    "a case whose files cannot be read still keeps the others apart": (
        ("李某/决定书.doc",),
        ("王某/决定书.pdf",),
    ),
    "photos in the folders of cases": (
        ("李某/决定书.pdf", "李某/照片/1.jpg"),
        ("王某/决定书.pdf", "王某/证据材料/1.jpg"),
    ),
    "a unit with a list of its own": (
        ("一大队/李某案/1.pdf",),
        ("一大队/案卷目录.pdf",),
        ("二大队/王某案/1.pdf",),
    ),
}


@pytest.mark.parametrize("wanted", FOLDERS.values(), ids=FOLDERS.keys())
def test_cases_by_folder(wanted: tuple[tuple[str, ...], ...]) -> None:
    found = proposed(*(name for case in wanted for name in case))

    bare = [tuple(sorted(name.partition("*")[0] for name in case)) for case in wanted]
    assert found == sorted(bare)


def test_a_folder_around_everything_is_no_case() -> None:
    names = ("2024年报送/案卷/李某案/1.pdf", "2024年报送/案卷/王某案/1.pdf")

    assert [bunch.title for bunch in bunches([made(name) for name in names])] == [
        "李某案",
        "王某案",
    ]


@pytest.mark.parametrize(
    "name",
    ["正卷", "1正卷", "第1册", "第二册", "上册", "卷一", "证据材料", "02 调查取证", "003",
     "03_送达", "扫描件", "行政处罚决定书"],
)  # fmt: skip
def test_parts_of_a_case(name: str) -> None:
    assert is_part(name)


@pytest.mark.parametrize(
    "name",
    ["李某", "李某超限运输案", "宁交罚〔2024〕1号", "0132号", "宁安运输有限公司", "2024年",
     "一大队",     "李某未按规定送达案", "01 李某案"],
)  # fmt: skip
def test_no_parts_of_a_case(name: str) -> None:
    assert not is_part(name)
