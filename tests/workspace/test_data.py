"""The data folder: one window at a time, and a move that loses nothing whatever goes wrong."""

from pathlib import Path

import pytest

from reviewer.errors import Cancelled, StoreError
from reviewer.progress import Silent
from reviewer.settings import Settings, load_settings, save_settings
from reviewer.store.folders import free_space
from reviewer.workspace import Workspace, data
from tests.workspace.files import make_pdf
from tests.workspace.work import StopAfter, import_case


def test_a_second_window_is_refused(workspace: Workspace) -> None:
    with pytest.raises(StoreError, match="本机另一个窗口正在使用"):
        Workspace.open(workspace.data.folder, Settings())


def test_a_moved_folder_holds_everything_and_the_old_one_goes(tmp_path: Path) -> None:
    old, new, kept = tmp_path / "old", tmp_path / "new", tmp_path / "settings.json"
    save_settings(Settings(data_folder=str(old), font_size=16), kept)
    workspace = Workspace.open(old, load_settings(kept), kept)
    workspace.people.register("王工", "支队")
    case_id = import_case(workspace, make_pdf(tmp_path / "a.pdf"))
    before = workspace.cases.view(case_id)
    workspace.data.move(new, Silent())
    after = workspace.cases.view(case_id)
    drawn = workspace.pages.image(case_id, after.pages[0].ref, 1, 100)
    folder = workspace.data.folder
    workspace.close()

    assert after == before
    assert drawn.width == 100
    assert folder == new
    assert not old.exists()
    assert load_settings(kept) == Settings(data_folder=str(new), font_size=16)
    reopened = Workspace.open(new, Settings())
    assert [row.id for row in reopened.cases.rows()] == [case_id]
    reopened.close()


def test_a_cancelled_move_leaves_everything_where_it_was(
    workspace: Workspace, tmp_path: Path
) -> None:
    case_id = import_case(workspace, make_pdf(tmp_path / "a.pdf"))
    old, new = workspace.data.folder, tmp_path / "new"
    with pytest.raises(Cancelled):
        workspace.data.move(new, StopAfter(1))

    assert workspace.data.folder == old
    assert not new.exists()
    assert workspace.cases.view(case_id).pages


def test_a_move_that_copied_badly_leaves_everything_where_it_was(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_case(workspace, make_pdf(tmp_path / "a.pdf"))
    new = tmp_path / "new"
    new.mkdir()
    monkeypatch.setattr(data, "hash_of", lambda _: "0" * 64)
    with pytest.raises(StoreError, match="复制后内容不一致"):
        workspace.data.move(new, Silent())

    assert list(new.iterdir()) == []
    assert len(workspace.cases.rows()) == 1


def test_a_move_that_cannot_be_remembered_goes_back(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    old, new = tmp_path / "old", tmp_path / "new"
    workspace = Workspace.open(old, Settings(), tmp_path / "file" / "settings.json")
    import_case(workspace, make_pdf(tmp_path / "a.pdf"))
    with pytest.raises(StoreError, match="资料仍在原处"):
        workspace.data.move(new, Silent())
    folder, rows = workspace.data.folder, workspace.cases.rows()
    workspace.close()

    assert (folder, len(rows), new.exists()) == (old, 1, False)


def test_a_folder_that_does_not_suit_is_refused(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "别的文件.txt").write_text("")
    with pytest.raises(StoreError, match="已有其他文件"):
        workspace.data.move(full, Silent())
    with pytest.raises(StoreError, match="不能在原资料文件夹之内"):
        workspace.data.move(workspace.data.folder / "inside", Silent())
    with pytest.raises(StoreError, match="网络共享"):
        workspace.data.move(Path("//server/share"), Silent())
    monkeypatch.setattr(data, "free_space", lambda _: 1_000_000)
    with pytest.raises(StoreError, match=r"空间不足：需要 \d+ MB，只有 1 MB"):
        workspace.data.move(tmp_path / "small", Silent())


def test_free_space_is_told_of_a_folder_that_does_not_exist_yet(
    workspace: Workspace, tmp_path: Path
) -> None:
    assert workspace.data.free_space(tmp_path / "a" / "b") > 0
    assert free_space(tmp_path) > 0
