"""Settings are kept whole or not at all, and never stop the program from starting."""

from pathlib import Path

from reviewer.settings import Settings, load_settings, save_settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    chosen = Settings(data_folder="D:/案卷评查", theme="dark", font_size=16)

    save_settings(chosen, tmp_path / "new" / "settings.json")

    assert load_settings(tmp_path / "new" / "settings.json") == chosen


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_a_broken_file_gives_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dar', encoding="utf-8")

    assert load_settings(path) == Settings()


def test_unknown_keys_and_wrong_types_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "font_size": "big", "moon": 1}', encoding="utf-8")

    assert load_settings(path) == Settings(theme="dark")


def test_a_file_that_is_not_an_object_gives_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("[1, 2]", encoding="utf-8")

    assert load_settings(path) == Settings()
