"""The settings of one user on one computer.

A frozen value that is passed in, never looked up; unknown keys are dropped, a broken file gives
the defaults, and saving writes a new file and then replaces the old one.
"""

import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user chose on this computer."""

    data_folder: str = ""
    """Absolute path; empty before the first start was finished."""
    theme: str = "system"
    """`system`, `light` or `dark`."""
    font_size: int = 12
    """Body size in points: 12, 14, 16 or 18."""
    ocr_processes: int = 0
    """0 chooses by the number of processors."""
    panels: str = ""
    """Widths of the workbench panels and the open tabs, as JSON written by the window."""

    def with_(self, **changes: Any) -> "Settings":
        """Return a copy with `changes`."""
        return replace(self, **changes)


def load_settings(path: Path) -> Settings:
    """Return the settings of `path`; the defaults when it is missing or broken."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        log.warning("settings file is broken, defaults are used")
        return Settings()
    default = Settings()
    known = {
        field.name: raw[field.name]
        for field in fields(Settings)
        if isinstance(raw, dict)
        and isinstance(raw.get(field.name), type(getattr(default, field.name)))
    }
    return replace(default, **known)


def save_settings(settings: Settings, path: Path) -> None:
    """Write `settings` to `path`, wholly or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    draft.replace(path)
