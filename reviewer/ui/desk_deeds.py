"""The actions that the desk itself does, wherever the user is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.ui.desk import Desk

Deed = Callable[[], object]


def deeds_of(desk: "Desk") -> dict[str, Deed]:
    """Return what each action does, by action id."""
    tabs = desk.tabs
    return {
        "tab.close": lambda: tabs.close(tabs.current),
        "tab.home": desk.go_home,
        "tab.next": lambda: tabs.step(1),
        "tab.previous": lambda: tabs.step(-1),
        "view.search": desk.frame.top.search.enter,
        "texts.pause": desk.recognition.pause,
        "texts.resume": desk.recognition.resume,
        "tools.saved": desk.tell_saved,
        "tools.settings": desk.show_settings,
        "help.keys": lambda: tabs.open("keys", "按键表", "keyboard"),
        "help.about": lambda: tabs.open("about", "关于", "info"),
    }
