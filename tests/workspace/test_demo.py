"""The demonstration goes the whole way, and finds what was planted."""

from pathlib import Path

import pytest

from reviewer.errors import Refused
from reviewer.proof import MadeCase, make_case
from reviewer.proof.demo import RECIPES
from reviewer.proof.faults import fault
from reviewer.workspace import demo


def _two_cases(folder: Path) -> tuple[MadeCase, ...]:
    """Make the two case files of the demonstration that need no text recognition."""
    return tuple(
        make_case(folder, one.name, one.plan, one.form, [fault(name) for name in one.faults])
        for one in RECIPES[:2]
    )


def test_every_planted_fault_is_found_and_every_document_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "make_demo_cases", _two_cases)

    played = demo.play(tmp_path / "demo-out")

    clean, faulty = played.results
    assert not clean.comparison.false_alarms
    assert clean.score.total == 100
    assert not faulty.comparison.missed
    assert not faulty.comparison.false_alarms
    assert faulty.score.total < 100
    suffixes = sorted(path.suffix for path in played.documents)
    assert suffixes == [".docx"] * 3 + [".pdf"] * 3 + [".xlsx"] * 2


def test_a_folder_with_other_files_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "论文.docx").write_bytes(b"mine")

    with pytest.raises(Refused, match="已有其他文件"):
        demo.play(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["论文.docx"]
