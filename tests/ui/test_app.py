from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.errors import UserError
from reviewer.settings import Settings, load_settings, save_settings
from reviewer.ui.app import free_space, wire
from reviewer.ui.main_window import MainWindow
from reviewer.ui.theme import Tokens


def test_free_space_is_that_of_the_nearest_folder_that_is_there(tmp_path: Path) -> None:
    assert free_space(tmp_path / "还没有" / "案卷评查") == pytest.approx(
        free_space(tmp_path), rel=0.2
    )


def test_the_window_opens_a_real_data_folder_and_lets_it_go(
    qtbot: QtBot, tokens: Tokens, tmp_path: Path
) -> None:
    settings_file = tmp_path / "settings.json"
    window = MainWindow(Settings(), wire(settings_file))
    qtbot.addWidget(window)
    window.show()
    window.start()
    assert window.first is not None
    window.first.set_folder(tmp_path / "资料库")
    window.first.form.set_text("name", "周敏")
    window.first.begin.click()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10_000)
    window.close()

    kept = load_settings(settings_file)
    assert kept.data_folder == str(tmp_path / "资料库")
    again = MainWindow(kept, wire(settings_file))
    qtbot.addWidget(again)
    again.start()
    qtbot.waitUntil(lambda: again.desk is not None, timeout=10_000)
    assert again.top._person == "周敏"


def test_a_folder_that_another_window_uses_is_refused(
    qtbot: QtBot, tokens: Tokens, tmp_path: Path
) -> None:
    settings_file = tmp_path / "settings.json"
    save_settings(Settings(), settings_file)
    wiring = wire(settings_file)
    held = wiring.open_workspace(tmp_path / "资料库")
    with pytest.raises(UserError, match="另一个窗口"):
        wiring.open_workspace(tmp_path / "资料库")
    held.close()
