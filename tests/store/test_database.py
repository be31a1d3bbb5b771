"""Opening the data folder, and the one kind of transaction."""

import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from reviewer.errors import StoreError
from reviewer.store import Store, case_journal, case_records, cases, desktops
from reviewer.store.folders import is_on_network, type_of_mount
from reviewer.store.records import CaseNames
from tests.store.builders import add_case, make_store

MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0\n"
    "//server/share /mnt/share cifs rw 0 0\n"
    "server:/x /mnt/with\\040space nfs4 rw 0 0\n"
    "/dev/sdb1 /mnt/share/disk ext4 rw 0 0\n"
    "garbage\n"
)


def test_a_second_window_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(StoreError, match="本机另一个窗口正在使用") as caught:
        Store(tmp_path)
    store.close()

    assert caught.value.remedy == "请切换到那个窗口，或关闭它后重试。"
    Store(tmp_path).close()


def test_a_folder_that_could_not_be_opened_is_let_go(tmp_path: Path) -> None:
    database = tmp_path / "reviewer.db"
    database.write_bytes(b"no database" * 100)
    with pytest.raises(StoreError):
        Store(tmp_path)
    database.unlink()

    Store(tmp_path).close()


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "案卷 50%#1&a=b 评查"
    Store(folder).close()

    assert (folder / "reviewer.db").stat().st_size > 0


def test_writers_of_one_window_wait_for_each_other(store: Store) -> None:
    """SQLite alone would give up on the second one after five seconds."""

    def add(number: int) -> None:
        with store.session() as session:
            add_case(session, f"案卷{number}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    with store.snapshot() as session:
        assert len(cases.case_ids(session)) == 40


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match="不能建立文件夹"):
        Store(tmp_path / "file" / "data")


def test_the_database_flushes_every_transaction_and_keeps_foreign_keys(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.snapshot() as session:
        found = [
            session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    store.close()

    assert found == ["wal", 2, 1, 5000]


def test_an_error_takes_the_whole_transaction_back(store: Store) -> None:
    with pytest.raises(RuntimeError), store.session() as session:
        add_case(session)
        raise RuntimeError
    with store.snapshot() as session:
        left = cases.case_ids(session)

    assert left == ()


def test_a_snapshot_sees_one_state_beside_a_writer(store: Store) -> None:
    with store.snapshot() as reader:
        before = cases.case_ids(reader)
        with store.session() as writer:
            add_case(writer)
        after = cases.case_ids(reader)

    assert before == after == ()


def test_a_busy_database_is_a_sentence(store: Store) -> None:
    with closing(sqlite3.connect(store.folder / "reviewer.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with store.snapshot() as session:
            session.execute(text("PRAGMA busy_timeout=0"))
        with pytest.raises(StoreError, match="资料库正忙"), store.session() as session:
            add_case(session)


def test_who_sits_here_survives_a_restart(tmp_path: Path) -> None:
    make_store(tmp_path).close()
    store = Store(tmp_path)
    with store.snapshot() as session:
        person = desktops.current_person(session)
    store.close()

    assert person is not None
    assert (person.name, person.unit) == ("王工", "固原市综合执法支队")


def test_the_same_name_and_unit_is_the_same_person(store: Store) -> None:
    with store.session() as session:
        first = desktops.current_person(session)
        desktops.seat(session, "李工", "固原市综合执法支队")
        again = desktops.seat(session, "王工", "固原市综合执法支队")
        everybody = desktops.people(session)

    assert again == first
    assert len(everybody) == 2


def test_every_change_of_a_record_raises_its_revision(store: Store) -> None:
    with store.session() as session:
        case_id = cases.add_case(session, "案卷", CaseNames(), desktops.author(session))
    with store.session() as session:
        values = case_records.name_values(session, case_id, {"party": "某公司"})
        case_journal.apply(session, values, "改", desktops.author(session))
    with store.snapshot() as session:
        stamp = cases.case(session, case_id).stamp
        author = desktops.author(session)

    assert stamp is not None
    assert (stamp.revision, stamp.made_by, stamp.made_on) == (2, author.person, author.desktop)


@pytest.mark.skipif(sys.platform == "win32", reason="mount points are a Unix matter")
@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/user", "ext4"),
        ("/mnt/share", "cifs"),
        ("/mnt/share/a/b", "cifs"),
        ("/mnt/shared", "ext4"),
        ("/mnt/share/disk/a", "ext4"),
        ("/mnt/with space/a", "nfs4"),
    ],
)
def test_the_mount_that_holds_a_folder_decides(folder: str, kind: str) -> None:
    assert type_of_mount(Path(folder), MOUNTS) == kind


def test_a_share_by_its_name_is_a_network_folder() -> None:
    assert is_on_network(Path("//server/share/案卷"))
    assert is_on_network(Path("\\\\server\\share"))
    assert not is_on_network(Path("/tmp"))
