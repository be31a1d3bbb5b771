"""What the window remembers between two runs: its place, the open tabs, and the state of each.

Kept as JSON in one field of the settings; anything that cannot be read is forgotten quietly.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Memory:
    """The window as it was left."""

    geometry: str = ""
    """As `QWidget.saveGeometry` gives it, in hexadecimal."""
    tabs: tuple[tuple[str, str], ...] = ()
    """Key and title of every tab but home."""
    current: str = ""
    states: Mapping[str, Any] = field(default_factory=dict)
    """What `CaseTab.state()` gave, by key of the tab."""


def read_memory(text: str) -> Memory:
    """Return what was remembered; nothing when it cannot be read."""
    if not text:
        return Memory()
    try:
        raw = json.loads(text)
        tabs = tuple((str(key), str(title)) for key, title in raw["tabs"])
        return Memory(str(raw["geometry"]), tabs, str(raw["current"]), dict(raw["states"]))
    except (ValueError, KeyError, TypeError):
        log.warning("what the window remembered is broken and is forgotten")
        return Memory()


def write_memory(memory: Memory) -> str:
    """Return the text that `read_memory` reads."""
    raw = {
        "geometry": memory.geometry,
        "tabs": [list(tab) for tab in memory.tabs],
        "current": memory.current,
        "states": dict(memory.states),
    }
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
