"""`reviewer check`: the object of check-output.md, exit status, and nothing left behind."""

import json
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from reviewer.checking import run_rules
from reviewer.cli import run
from reviewer.cli.as_json import as_json
from reviewer.cli.as_text import as_text
from reviewer.cli.streams import ProgressLines
from reviewer.model import (
    Document,
    Library,
    Officer,
    PageRef,
    Place,
    Procedure,
    Reading,
    Unreadable,
)
from reviewer.resources import resource
from reviewer.scoring import load_standards
from tests.checking.builders import (
    FILE,
    Papers,
    calendar_,
    day,
    general,
    laws,
    rules,
    served,
)

LATE = (
    general()
    .setting("DT37:DT35", served=served("DT35", "04-26"), decision_served_date=day("04-26"))
    .setting("DT52", closing_date=day("04-30"))
    .setting("DT26", correction_ordered=True)
)


def printed(reading: Reading) -> dict[str, Any]:
    """Return the object that is printed for `reading`."""
    found = run_rules(reading, tuple(rules().values()), calendar_(), laws(), Library())
    content: dict[str, Any] = json.loads(as_json(reading, found, load_standards()))
    return content


def test_values_in_words_are_punctuated_as_chinese_prints_them() -> None:
    named = general().setting("DT35", party="锦川(集团)运输有限公司").reading()
    parties = {one["value"] for one in printed(named)["facts"] if one["key"] == "party"}
    assert "锦川（集团）运输有限公司" in parties
    assert not any("(" in one for one in parties)


def finding(content: dict[str, Any], rule: str) -> dict[str, Any]:
    """Return the finding of `rule`."""
    (found,) = [one for one in content["findings"] if one["rule"] == rule]
    return dict(found)


def test_the_object_has_the_keys_of_the_contract() -> None:
    content = printed(LATE.reading())

    assert list(content) == [
        *("schema", "case", "documents", "unclassified", "unreadable", "facts", "findings")
    ]
    assert content["schema"] == 1
    assert content["case"] == {"procedure": "general"}
    assert content["documents"][0] == {
        "id": 0,
        "type": "DT05",
        "title": "立案登记表",
        "confidence": 0.98,
        "pages": [{"file": "案卷.pdf", "page": 1}],
    }
    assert set(content["facts"][0]) == {
        *("key", "value", "document", "file", "page", "quote", "box", "confidence")
    }


def test_a_finding_carries_items_basis_and_both_places() -> None:
    late = finding(printed(LATE.reading()), "T18")

    assert late["verdict"] == "problem"
    assert late["items"] == ["G1"]
    assert late["basis"] == ["行政处罚法第六十一条", "行政处罚法第八十五条"]
    assert late["because"] == []
    assert {one["page"] for one in late["evidence"]} == {8, 9}
    assert all(len(one["box"]) == 4 for one in late["evidence"])
    (occurrence,) = late["occurrences"]
    assert occurrence["subject"] == "DT37@案卷.pdf#9"
    assert set(occurrence) == {"subject", "message", "evidence"}


def test_every_rule_has_exactly_one_finding() -> None:
    found = [one["rule"] for one in printed(LATE.reading())["findings"]]

    assert sorted(found) == sorted(rules())


def test_a_missing_document_has_no_evidence() -> None:
    missing = finding(printed(general().without("DT23").reading()), "M-DT23")

    assert missing["verdict"] == "problem"
    assert missing["evidence"] == []


def test_only_what_the_verdict_rests_on_is_an_occurrence() -> None:
    alone = general().setting("DT06", officer=Officer("马强"), session=None)
    case = alone.setting("DT07", officer=None, session=None)

    found = finding(printed(case.reading()), "K01")

    assert [one["subject"] for one in found["occurrences"]] == ["DT06@案卷.pdf#2"]
    assert "《询问笔录》" in found["message"]


def test_a_fact_is_printed_once_for_each_document() -> None:
    reading = general().reading()
    twice = replace(reading, facts=(*reading.facts, *reading.of_key("decision_fine")))

    fines = [one for one in printed(twice)["facts"] if one["key"] == "decision_fine"]

    assert [one["value"] for one in fines] == [3000]


def test_blocks_of_a_docx_are_told_and_boxes_are_null() -> None:
    reading = general().reading()
    document = Document(0, "DT35", "行政处罚决定书", 1.0, (PageRef(FILE, 1),), (3, 9))
    fact = reading.of_key("decision_fine")[0]
    place = Place(FILE, 1, "3000元", None, 5, (2, 7))
    inside = replace(fact, document=0, place=place)
    word = replace(
        reading, documents=(document,), facts=(inside,), paths={FILE: "案卷.docx"}, unclassified=()
    )

    content = printed(word)

    assert content["documents"][0]["blocks"] == [3, 9]
    assert content["facts"][0]["box"] is None
    assert content["facts"][0]["page"] == 1


def test_a_value_in_no_document_has_no_document() -> None:
    case = Papers((), typed=(("decision_fine", Decimal(3000)),))

    assert printed(case.reading())["facts"][0]["document"] is None


def test_what_could_not_be_read_is_told_with_its_page() -> None:
    failed = (Unreadable("旧.doc", "请另存为 .docx。"), Unreadable("a.pdf", "页面损坏。", "", 3))

    content = printed(replace(general().reading(), unreadable=failed))

    assert content["unreadable"] == [
        {"file": "旧.doc", "reason": "请另存为 .docx。"},
        {"file": "a.pdf", "reason": "第3页：页面损坏。"},
    ]


def test_without_a_standard_for_the_procedure_there_are_no_items() -> None:
    content = printed(general().with_(procedure=Procedure.UNKNOWN).reading())

    assert all(one["items"] == [] for one in content["findings"])


def test_a_person_reads_the_problems_first() -> None:
    reading = LATE.reading()
    found = run_rules(reading, tuple(rules().values()), calendar_(), laws(), Library())

    text = as_text("案卷.pdf", reading, found, rules())

    assert text.startswith("案卷：案卷.pdf（普通程序，11 页）")
    assert text.index("疑似问题 1 项") < text.index("T18 决定书送达") < text.index("符合 ")
    assert "依据：行政处罚法第六十一条、行政处罚法第八十五条" in text


def make_word_case(path: Path) -> None:
    """Write a DOCX with a late decision."""
    document = docx.Document()
    for line in (
        "行政处罚决定书",
        "宁交执罚〔2024〕12号",
        "当事人：宁夏某某运输有限公司",
        "决定给予罚款人民币叁仟元整（￥3000.00）的行政处罚。",
        "如不服本决定，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。",
        "某某市交通运输局",
        "2024年4月10日",
    ):
        document.add_paragraph(line)
    document.save(str(path))


def status(*arguments: str) -> int:
    """Run the command line and return its exit status."""
    with pytest.raises(SystemExit) as stopped:
        run(arguments)
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def test_a_docx_is_checked(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "决定.docx"
    make_word_case(path)

    assert status("check", str(path), "--json") == 0

    lines = capfdbinary.readouterr().out.decode("utf-8").splitlines()
    assert len(lines) == 1
    content = json.loads(lines[0])
    assert content["documents"][0]["type"] == "DT35"
    assert content["documents"][0]["pages"] == [{"file": "决定.docx", "page": 1}]
    assert len(content["findings"]) == len(rules())


def test_several_cases_are_one_line_each_and_nothing_is_left(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    folder = tmp_path / "案卷一"
    folder.mkdir()
    make_word_case(folder / "决定.docx")
    make_word_case(tmp_path / "案卷二.docx")

    assert status("check", str(folder), str(tmp_path / "案卷二.docx"), "--json") == 0

    lines = capfdbinary.readouterr().out.decode("utf-8").splitlines()
    files = [json.loads(line)["documents"][0]["pages"][0]["file"] for line in lines]
    assert files == ["决定.docx", "案卷二.docx"]
    assert list(scratch.iterdir()) == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["scratch", "案卷一", "案卷二.docx"]


def test_a_file_that_cannot_be_read_is_status_3_with_the_reason(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "空.pdf"
    path.write_bytes(b"")

    assert status("check", str(path), "--json") == 3

    content = json.loads(capfdbinary.readouterr().out)
    assert content["unreadable"][0]["file"] == "空.pdf"
    assert content["unreadable"][0]["reason"]
    assert {one["verdict"] for one in content["findings"]} <= {"cannot_tell", "not_applicable"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check"], "没有给出“路径”。用法：reviewer check [选项] 路径…"),
        (["check", "--xml", "."], "没有“--xml”这个选项"),
        (["check", "不存在.pdf", "--json"], "找不到“不存在.pdf”"),
        (["measure"], "没有“measure”这个命令。用法：reviewer [选项] 命令 [参数…]"),
        (["--xml"], "没有“--xml”这个选项"),
        (["check", "--json=1", "."], "选项“--json”的写法有误"),
        (["demo", "a", "b"], "参数过多或写法有误。用法：reviewer demo [选项] [文件夹]"),
    ],
)
def test_unusable_arguments_are_status_2_and_told(
    arguments: list[str], told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert status(*arguments) == 2

    output = capfd.readouterr()
    assert output.out == ""
    assert told in output.err
    assert not re.search("[A-Z][a-z]+", output.err.replace(str(arguments), ""))


def test_help_is_status_0(capfd: pytest.CaptureFixture[str]) -> None:
    assert status("check", "--help") == 0
    assert "读取并核查案卷" in capfd.readouterr().out


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["demo", "--help"]])
def test_help_has_no_english_words(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert status(*arguments) == 0

    out = capfd.readouterr().out
    assert re.match(r"用法：reviewer( check| demo)? \[选项\]", out)
    assert "选项：" in out
    assert "显示这些说明。" in out
    assert ("命令：" in out) is (len(arguments) == 1)
    assert not re.search(r"\b(?:Usage|Options|Commands|Show|COMMAND|OPTIONS|ARGS)\b|\.\.\.", out)


def test_progress_in_a_pipe_is_a_few_lines(capsys: pytest.CaptureFixture[str]) -> None:
    progress = ProgressLines()
    for done in range(101):
        progress.report(done, 100, "正在识别文字")

    assert len(capsys.readouterr().err.splitlines()) == 11


def test_the_module_runs_from_any_folder(tmp_path: Path) -> None:
    make_word_case(tmp_path / "决定.docx")

    ran = subprocess.run(
        [sys.executable, "-m", "reviewer", "check", "决定.docx", "--json"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )

    assert ran.returncode == 0
    assert json.loads(ran.stdout.decode("utf-8"))["documents"][0]["type"] == "DT35"


def test_a_library_is_used_and_a_wrong_cell_stops_the_check(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    case, library = tmp_path / "案卷.docx", tmp_path / "本单位库.xlsx"
    make_word_case(case)

    assert status("library-template", str(library)) == 0
    assert status("library-template", str(library)) == 2
    assert status("check", str(case), "--json", "--library", str(library)) == 0
    printed_ = json.loads(capfdbinary.readouterr().out)
    assert {one["rule"] for one in printed_["findings"]} == set(rules())

    book = load_workbook(library)
    book["执法人员"].append([None, "马强", None])
    book.save(library)
    assert status("check", str(case), "--json", "--library", str(library)) == 2
    said = capfdbinary.readouterr()
    assert said.out == b""
    assert "《执法人员》C4：“执法证号”没有填写" in said.err.decode()
    assert status("check", str(case), "--library", str(tmp_path / "没有.xlsx")) == 2


def test_a_later_calendar_may_be_given(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    case, wrong = tmp_path / "案卷.docx", tmp_path / "2027.yaml"
    make_word_case(case)
    wrong.write_text("days_off: [2027-01-01]\n", encoding="utf-8")

    shipped = str(resource("calendars", "2026.yaml"))
    assert status("check", str(case), "--calendar", shipped) == 0
    assert status("check", str(case), "--calendar", str(wrong)) == 2
    assert "只有 1 个工作日放假" in capfdbinary.readouterr().err.decode()
