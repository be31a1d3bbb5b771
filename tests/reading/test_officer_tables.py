"""Officers in tables, by role, and with two kinds of certificate (部证、省证)."""

import pytest

from reviewer.model import Officer, Page
from tests.reading.building import docx, drawn, plain, read, values

ONE, OTHER = "32072210049", "32072210050"
SITUATIONS: dict[str, Page] = {
    "a head of columns": docx(
        "现场笔录",
        [
            ["执法人员", "姓名", "部证号", "省证号"],
            ["", "周超", ONE, "苏J-21049"],
            ["", "丁一", OTHER, "苏J-21050"],
        ],
    ),
    "a drawn head of columns": drawn(
        f"""
^现场笔录
执法人员|姓名|执法证号|部门|角色
|周超|{ONE}|执法一大队|主办
|丁一|{OTHER}|执法一大队|协办
当事人|马建国
""",
        columns=(0.1, 0.25, 0.4, 0.6, 0.8),
    ),
    "names beside, numbers below": docx(
        "现场笔录",
        [
            ["执法人员", "周超", "丁一"],
            ["部证号", ONE, OTHER],
            ["省证号", "苏J-21049", "苏J-21050"],
        ],
    ),
    "the same drawn": drawn(f"^询问笔录\n询问人|周超|丁一\n执法证号|{ONE}|{OTHER}"),
    "roles in cells": drawn(f"^现场笔录\n主办|周超|证号|{ONE}\n协办|丁一|证号|{OTHER}"),
    "roles behind the label": plain(
        f"现场笔录\n执法人员（主办）：周超 证号：{ONE}\n执法人员（协办）：丁一 证号：{OTHER}"
    ),
    "roles in a line": plain(
        f"询问笔录\n主办：周超，执法证号{ONE}；协办：丁一，执法证号{OTHER}\n被询问人：马建国"
    ),
    "two numbers with a stroke": docx(
        "现场笔录",
        [
            ["执法人员", "周超", "执法证号", f"{ONE}／苏J-21049"],
            ["执法人员", "丁一", "执法证号", f"{OTHER}／苏J-21050"],
        ],
    ),
    "two labelled numbers": plain(
        f"现场笔录\n执法人员：周超 部证号：{ONE} 省证号：苏J-21049\n"
        f"执法人员：丁一 部证号：{OTHER} 省证号：苏J-21050"
    ),
}


@pytest.mark.parametrize("page", SITUATIONS.values(), ids=SITUATIONS)
def test_officers_and_their_numbers_in_tables(page: Page) -> None:
    assert values(read(page), "officer") == [Officer("周超", ONE), Officer("丁一", OTHER)]
