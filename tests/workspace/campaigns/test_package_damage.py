"""Packages that are damaged, hostile or interrupted: a sentence, and nothing half done."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewer.errors import BadPackage, StoreError
from reviewer.progress import Silent
from reviewer.store import case_files
from tests.store.test_campaigns import make_row
from tests.workspace.campaigns.builders import LI, Desk
from tests.workspace.work import Killed

Parts = dict[str, bytes]


def rewrite(package: Path, change: Callable[[Parts, dict[str, Any]], None]) -> Path:
    """Write the package anew with changed entries or another manifest."""
    with zipfile.ZipFile(package) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    manifest = json.loads(parts.pop("manifest.json"))
    change(parts, manifest)
    with zipfile.ZipFile(package, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
        archive.writestr("manifest.json", json.dumps(manifest))
    return package


def relist(parts: Parts, manifest: dict[str, Any]) -> None:
    """List all entries with the right size and hash, as who forges a package would."""
    manifest["entries"] = [
        [name, hashlib.sha256(body).hexdigest(), len(body)] for name, body in parts.items()
    ]


def edit(name: str, change: Callable[[Any], Any]) -> Callable[[Parts, dict[str, Any]], None]:
    """Change the first record under a name, and list it with its new hash."""

    def apply(parts: Parts, manifest: dict[str, Any]) -> None:
        found = next(one for one in parts if one.startswith(name))
        raw = json.loads(parts[found])
        parts[found] = json.dumps(change(raw) or raw).encode()
        relist(parts, manifest)

    return apply


def flip_original(parts: Parts, manifest: dict[str, Any]) -> None:
    name = next(one for one in parts if one.startswith("originals/"))
    parts[name] = b"X" + parts[name][1:]


def flip_record(parts: Parts, manifest: dict[str, Any]) -> None:
    name = next(one for one in parts if one.startswith("records/"))
    parts[name] = parts[name].replace(b"2026", b"2027", 1)


def add_entry(parts: Parts, manifest: dict[str, Any]) -> None:
    parts["../../outside.txt"] = b"x"


def list_outside(parts: Parts, manifest: dict[str, Any]) -> None:
    parts["../outside.txt"] = b"x"
    relist(parts, manifest)


def drop_entry(parts: Parts, manifest: dict[str, Any]) -> None:
    del parts[next(one for one in parts if one.startswith("cases/"))]


def drop_original(parts: Parts, manifest: dict[str, Any]) -> None:
    del parts[next(one for one in parts if one.startswith("originals/"))]
    relist(parts, manifest)


def rename_original(parts: Parts, manifest: dict[str, Any]) -> None:
    name = next(one for one in parts if one.startswith("originals/"))
    parts["originals/" + "0" * 64] = parts.pop(name)
    relist(parts, manifest)


def newer(parts: Parts, manifest: dict[str, Any]) -> None:
    manifest["format"] = 2


def foreign(parts: Parts, manifest: dict[str, Any]) -> None:
    manifest["mark"] = "another program"


def lie_about_size(parts: Parts, manifest: dict[str, Any]) -> None:
    for entry in manifest["entries"]:
        entry[2] += 1


def without_people(parts: Parts, manifest: dict[str, Any]) -> None:
    del parts["people.json"]
    relist(parts, manifest)


DAMAGES: dict[str, tuple[Callable[[Parts, dict[str, Any]], None], str]] = {
    "original changed": (flip_original, "评查包已损坏"),
    "record changed": (flip_record, "评查包已损坏"),
    "entry that is not listed": (add_entry, "与清单不符"),
    "entry outside of the package": (list_outside, "清单不完整或已损坏"),
    "entry missing": (drop_entry, "与清单不符"),
    "original left out": (drop_original, "不完整或前后不一致"),
    "original under another name": (rename_original, "清单不完整或已损坏"),
    "size is another": (lie_about_size, "与清单不符"),
    "list of people missing": (without_people, "评查包已损坏"),
    "later version": (newer, "由更新版本的程序导出"),
    "another program": (foreign, "不是本程序导出的评查包"),
    "unknown kind": (
        edit("records/", lambda raw: raw["record"].update(kind="future")),
        "不认识的种类",
    ),
    "record without body": (
        edit("records/", lambda raw: raw["record"].pop("body") and None),
        "不完整或前后不一致",
    ),
    "record of a wrong type": (
        edit("records/", lambda raw: raw["record"].update(body=[1])),
        "不完整或前后不一致",
    ),
    "list instead of a record": (edit("cases/", lambda raw: [raw]), "不完整或前后不一致"),
    "record under another id": (
        edit("cases/", lambda raw: raw["case"].update(id=str(make_row(9).case))),
        "不完整或前后不一致",
    ),
    "suffix that leads away": (
        edit("files.json", lambda raw: raw[0].update(suffix="/../../x")),
        "不完整或前后不一致",
    ),
    "time that is none": (
        edit("cases/", lambda raw: raw["case"].update(made_at="gestern")),
        "不完整或前后不一致",
    ),
    "page text of no file": (
        edit("texts/", lambda raw: raw["pages"][0].update(page=None)),
        "不完整或前后不一致",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_package_changes_nothing(
    leader: Desk, li: Desk, tmp_path: Path, damage: str
) -> None:
    change, message = DAMAGES[damage]
    package = rewrite(leader.task(tmp_path / "李工.zip", LI), change)
    before = li.dump()

    with pytest.raises((BadPackage, StoreError), match=message) as caught:
        li.packages.merge(package, Silent())

    assert caught.value.remedy
    assert li.dump() == before
    assert li.originals == []
    assert not list((li.folder / "vault" / "incoming").iterdir())
    assert not (tmp_path / "outside.txt").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"no zip at all", b"PK\x03\x04 half"],
    ids=["empty", "text", "half"],
)
def test_a_file_that_is_no_package_is_refused(li: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "李工.zip"
    path.write_bytes(content)

    with pytest.raises(BadPackage, match="打不开") as caught:
        li.packages.preview(path)

    assert caught.value.remedy


def test_every_cut_of_a_package_is_refused(leader: Desk, li: Desk, tmp_path: Path) -> None:
    body = leader.task(tmp_path / "李工.zip", LI).read_bytes()
    cut = tmp_path / "cut.zip"

    for size in range(0, len(body), len(body) // 12):
        cut.write_bytes(body[:size])
        with pytest.raises(BadPackage):
            li.packages.preview(cut)


def test_a_zip_of_a_case_is_told_from_a_package(li: Desk, tmp_path: Path) -> None:
    path = tmp_path / "案卷.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("案卷.pdf", b"%PDF")

    with pytest.raises(BadPackage, match="没有评查包的清单") as caught:
        li.packages.preview(path)

    assert "导入案卷" in caught.value.remedy


def test_a_delivered_path_stays_a_label(leader: Desk, li: Desk, tmp_path: Path) -> None:
    change = edit("cases/", lambda raw: raw["files"][0].update(path="..\\../../C:x.pdf"))
    li.read(rewrite(leader.task(tmp_path / "李工.zip", LI), change))

    with li.store.snapshot() as session:
        files = [case_files.files_of(session, make_row(number).case) for number in (1, 2)]
    assert sorted(file.path for (file,) in files) == [".._../C_x.pdf", "案卷.pdf"]


def test_what_ends_in_the_middle_leaves_everything_as_it_was(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    task = leader.task(tmp_path / "李工.zip", LI)
    before = li.dump()

    class Kill:
        def report(self, done: int, total: int, label: str) -> None:
            if label == "正在读入页面文字":
                raise Killed

    with pytest.raises(Killed):
        li.packages.merge(task, Kill())
    assert li.dump() == before
    assert li.originals == []

    li.read(task)
    assert len(li.originals) == 2


_KILLED = """
import os, signal, sys
from pathlib import Path
from tests.workspace.campaigns.builders import Desk, LI
from reviewer.progress import Silent
from reviewer.store import vault, wire_cases
from reviewer.workspace.campaigns import package_merging, packages

def end(*args, **more):
    os.kill(os.getpid(), signal.SIGKILL)

desk = Desk(Path(sys.argv[1]), LI.name, LI.unit_name)
{kill}
desk.packages.merge(Path(sys.argv[2]), Silent())
"""
KILLS = {
    "while originals are copied": "vault._flush = end",
    "when originals are in their places": "package_merging.Merging.apply = end",
    "when half of it is recorded": "wire_cases.merge_text = end",
    "when everything is recorded but not kept": "package_merging.Merging.seat_recipient = end",
}


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize("where", KILLS)
def test_a_killed_program_keeps_nothing_of_a_package(
    leader: Desk, tmp_path: Path, where: str
) -> None:
    task = leader.task(tmp_path / "李工.zip", LI)
    script = _KILLED.replace("{kill}", KILLS[where])
    arguments = [sys.executable, "-c", script, str(tmp_path / "li"), str(task)]
    ended = subprocess.run(arguments, capture_output=True, text=True, timeout=60)
    assert ended.returncode == -signal.SIGKILL, ended.stderr

    li = Desk(tmp_path / "li", LI.name, LI.unit_name)
    left = li.originals
    preview = li.packages.preview(task)
    li.read(task)
    now = li.originals
    li.store.close()

    assert left == []
    assert preview.new_files == len(now) == 2
    assert {row.standing.value for row in preview.rows} == {"新增"}
