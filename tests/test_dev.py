"""dev.py helps a newcomer with one sentence, whatever is missing."""

import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parent.parent / "dev.py"


@pytest.fixture
def dev() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


def test_an_unknown_command_prints_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "dance"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "python dev.py demo" in done.stdout


def test_an_old_python_without_a_newer_one_names_what_to_install(
    dev: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setenv("PATH", "")

    assert dev["main"](["test"]) == 2
    assert "请安装 Python 3.11" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="apt is a Debian matter")
def test_a_user_who_is_not_root_gets_the_one_command(
    dev: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    see = dev["_see_to_linux"]
    monkeypatch.setitem(see.__globals__, "_missing_packages", lambda: ["fonts-arphic-uming"])
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda _name: "/usr/bin/apt-get")

    assert see() == 2
    assert "sudo apt-get install" in capsys.readouterr().err


def test_the_lock_names_no_index_and_carries_hashes() -> None:
    text = SCRIPT.with_name("requirements.lock").read_text(encoding="utf-8")

    assert "://" not in text
    assert all("==" in line for line in text.splitlines() if line[:1].isalnum())
    assert "--hash=sha256:" in text
