import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.errors import UserError
from reviewer.settings import Settings, load_settings, save_settings
from reviewer.ui.app import free_space, speak_chinese, wire
from reviewer.ui.dialogs import nearest_folder
from reviewer.ui.main_window import MainWindow
from reviewer.ui.theme import Tokens

_HEAVY = ("sqlalchemy", "alembic", "reportlab", "docx", "openpyxl", "pypinyin", "numpy", "cv2",
          "onnxruntime", "rapidocr")  # fmt: skip


def test_the_window_is_there_before_anything_heavy_is_loaded() -> None:
    asked = f"import sys, reviewer.ui.app; print([m for m in {_HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.strip() == "[]"


def test_qt_speaks_chinese(qapp: QApplication) -> None:
    speak_chinese(qapp)

    assert QCoreApplication.translate("QWidgetTextControl", "&Copy").startswith("复制")


def test_a_folder_is_asked_for_where_the_last_one_was(tmp_path: Path) -> None:
    assert nearest_folder(str(tmp_path / "没有" / "的")) == tmp_path
    assert nearest_folder().is_absolute()


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
