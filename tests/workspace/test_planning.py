"""How a delivery becomes cases, and how the user changes that."""

from pathlib import Path, PurePosixPath

import pytest

from reviewer.intake import Delivery
from reviewer.model import FileKind, ImportResult, ImportRow, SourceFile
from reviewer.workspace import planning
from reviewer.workspace.views import Grouping, ImportPlan


def make_delivery(
    *paths: str, source: str = "2024年案卷", failed: tuple[str, ...] = ()
) -> Delivery:
    """Deliver files; the same content for paths that differ only behind a `=`."""
    files: dict[str, SourceFile] = {}
    rows = []
    for path in paths:
        name, _, content = path.partition("=")
        sha256 = f"{content or name}".encode().hex().ljust(64, "0")[:64]
        kind = FileKind.MEDIA if name.endswith(".mp4") else FileKind.PDF
        result = ImportResult.DUPLICATE if sha256 in files else ImportResult.STORED
        files.setdefault(sha256, SourceFile(sha256, name, kind, 9, 2))
        rows.append(ImportRow(name, kind, "扫描 PDF", result, 2, 9, "共 2 页。", "", sha256))
    for path in failed:
        rows.append(
            ImportRow(
                path, FileKind.OTHER, "旧版 Word", ImportResult.FAILED, 0, 9, "读不出", "转存"
            )
        )
    return Delivery(tuple(files.values()), tuple(rows), (), "2024年案卷")


def make_plan(*paths: str, failed: tuple[str, ...] = ()) -> ImportPlan:
    delivery = make_delivery(*paths, failed=failed)
    return planning.make_plan(delivery, Path("unpacked"))


def cases_of(plan: ImportPlan) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {title: [] for title in plan.titles}
    for file in plan.files:
        if file.case >= 0:
            found[plan.titles[file.case]].append(PurePosixPath(file.source.path).name)
    return found


@pytest.mark.parametrize(
    ("paths", "grouping"),
    [
        (("1.pdf", "2.pdf"), Grouping.ONE_CASE),
        (("案卷甲/1.pdf", "案卷乙/1.pdf"), Grouping.PER_FOLDER),
        (("年度/案卷甲/1.pdf", "年度/案卷乙/1.pdf"), Grouping.PER_FOLDER),
        (("正卷/1.pdf", "副卷/2.pdf"), Grouping.ONE_CASE),
        (("决定书.pdf", "照片/1.pdf"), Grouping.ONE_CASE),
        (("宁交执罚〔2024〕1号.pdf", "宁交执罚〔2024〕2号.pdf"), Grouping.PER_FILE),
        (("决定书.pdf", "送达回证.pdf"), Grouping.ONE_CASE),
        (("案卷.pdf",), Grouping.ONE_CASE),
        ((), Grouping.ONE_CASE),
        (("甲案/1.pdf", "甲案/2.pdf", "乙案.pdf"), Grouping.PER_FOLDER),
        (("2023年/甲案/1.pdf", "2023年/乙案/1.pdf"), Grouping.PER_FOLDER),
        (("2023年/甲案.pdf", "2024年/乙案.pdf"), Grouping.PER_FILE),
    ],
)
def test_the_first_plan_fits_the_delivery(paths: tuple[str, ...], grouping: Grouping) -> None:
    assert make_plan(*paths).grouping is grouping


def test_one_case_is_named_after_what_was_dropped() -> None:
    assert cases_of(make_plan("1.pdf", "2.pdf")) == {"2024年案卷": ["1.pdf", "2.pdf"]}


def test_each_subfolder_becomes_a_case() -> None:
    plan = make_plan("总/甲/1.pdf", "总/乙/1.pdf", "总/乙/证据/2.pdf", "总/说明.pdf")
    plan = planning.regroup(plan, Grouping.PER_FOLDER)

    assert cases_of(plan) == {"甲": ["1.pdf"], "乙": ["1.pdf", "2.pdf"], "2024年案卷": ["说明.pdf"]}


def test_a_file_beside_folders_of_cases_becomes_a_case_named_after_it() -> None:
    plan = make_plan("甲案/1.pdf", "甲案/2.pdf", "乙案.pdf", "案卷清单.pdf")

    assert cases_of(plan) == {
        "甲案": ["1.pdf", "2.pdf"],
        "乙案": ["乙案.pdf"],
        "2024年案卷": ["案卷清单.pdf"],
    }


def test_years_and_units_over_the_folders_are_no_cases() -> None:
    plan = make_plan("2023年/一大队/甲/1.pdf", "2023年/一大队/乙/1.pdf", "2024年/二大队/丙/1.pdf")

    assert plan.titles == ("甲", "乙", "丙")


def test_parts_become_cases_by_folder_only_when_the_user_says_so() -> None:
    plan = make_plan("正卷/1.pdf", "副卷/1.pdf")

    assert plan.titles == ("2024年案卷",)
    assert planning.regroup(plan, Grouping.PER_FOLDER).titles == ("正卷", "副卷")


def test_what_cannot_be_read_of_a_case_without_others_goes_to_no_other_case() -> None:
    plan = make_plan("乙/1.pdf", failed=("甲/决定书.doc",))

    assert plan.titles == ("乙",)
    assert planning.folder_of("甲/决定书.doc", plan) == -1


def test_each_file_becomes_a_case_and_recordings_go_with_one() -> None:
    plan = make_plan("甲.pdf", "乙.pdf", "录像.mp4")
    plan = planning.regroup(plan, Grouping.PER_FILE)

    assert cases_of(plan) == {"甲": ["甲.pdf", "录像.mp4"], "乙": ["乙.pdf"]}


def test_a_content_that_came_twice_may_belong_to_two_cases() -> None:
    plan = make_plan("甲/证件.pdf=同", "乙/证件.pdf=同")

    assert cases_of(plan) == {"甲": ["证件.pdf"], "乙": ["证件.pdf"]}
    assert cases_of(planning.regroup(plan, Grouping.PER_FILE)) == {"证件": ["证件.pdf", "证件.pdf"]}


def test_titles_are_distinct() -> None:
    plan = planning.regroup(make_plan("甲/案卷.pdf", "乙/案卷.pdf"), Grouping.PER_FILE)

    assert plan.titles == ("案卷", "案卷（2）")


def test_a_year_in_a_title_is_no_suffix() -> None:
    assert planning.regroup(make_plan("第3.12号案.pdf"), Grouping.PER_FILE).titles == (
        "第3.12号案",
    )


def test_a_file_goes_to_another_case_a_new_one_or_none() -> None:
    plan = planning.regroup(make_plan("甲.pdf", "乙.pdf", "丙.pdf"), Grouping.PER_FILE)
    plan = planning.reassign(plan, 1, 0)
    plan = planning.reassign(plan, 2, -1)
    assert cases_of(plan) == {"甲": ["甲.pdf", "乙.pdf"], "乙": [], "丙": []}

    plan = planning.reassign(plan, 1, 3)
    assert cases_of(plan)["乙（2）"] == ["乙.pdf"]
    with pytest.raises(IndexError):
        planning.reassign(plan, 0, 9)


def test_a_case_is_renamed_but_never_to_nothing() -> None:
    plan = make_plan("1.pdf")

    assert planning.retitle(plan, 0, " 李某超限案 ").titles == ("李某超限案",)
    assert planning.retitle(plan, 0, " ").titles == plan.titles


def test_what_cannot_be_read_belongs_to_the_case_of_its_folder() -> None:
    plan = make_plan("甲/1.pdf", "乙/1.pdf", failed=("乙/旧/决定书.doc", "说明.doc"))

    assert [row.path for row in plan.rejected] == ["乙/旧/决定书.doc", "说明.doc"]
    assert plan.titles[planning.folder_of("乙/旧/决定书.doc", plan)] == "乙"
    assert planning.folder_of("说明.doc", plan) == -1
