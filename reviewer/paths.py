"""Where the program finds what it ships and where it may write.

Nothing here creates a folder; whoever writes does.
"""

import sys
from pathlib import Path

import platformdirs

APP_NAME = "案卷评查"


def resources_folder() -> Path:
    """Return the folder of the data that ships with the program (standards, rules, laws…).

    It lies beside the package in a checkout and beside the executable in a frozen build.
    """
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "resources"
    return Path(__file__).resolve().parent.parent / "resources"


def settings_file() -> Path:
    """Return the per-user settings file; it names the data folder."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.json"


def default_data_folder() -> Path:
    """Return the data folder proposed at first start, in the user's documents."""
    return Path(platformdirs.user_documents_dir()) / APP_NAME


def log_folder() -> Path:
    """Return the per-user folder for log files."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))
