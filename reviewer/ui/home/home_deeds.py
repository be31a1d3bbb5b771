"""The actions that are done at home: each goes there first."""

from collections.abc import Callable

from reviewer.ui.home.home_page import HomePage
from reviewer.ui.shell.open_tabs import HOME, OpenTabs

Deed = Callable[[], object]


class HomeDeeds:
    """What the actions of home, of the campaign and of the knowledge do, by action id."""

    def __init__(self, home: HomePage, tabs: OpenTabs) -> None:
        self._home, self._tabs = home, tabs

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        home = self._home
        here: dict[str, Deed] = {
            "table.open": home.cases.open_current,
            "table.names": home.show_names,
            "table.remove": home.cases.remove_current,
        }
        there: dict[str, Deed] = {
            "file.import": home.importing.ask_files,
            "file.import_folder": home.importing.ask_folder,
            "file.paper": home.show_paper,
            "table.removed": home.show_removed,
            "tools.signals": home.show_signals,
            **home.campaigns.deeds(),
            "tools.rules": lambda: home.show_knowledge("rules"),
            "tools.library": lambda: home.show_knowledge("library"),
            "tools.calendar": lambda: home.show_knowledge("calendar"),
        }
        return here | {id_: self.at_home(deed) for id_, deed in there.items()}

    def at_home(self, deed: Deed) -> Deed:
        """Return what goes home and then does `deed`."""

        def go() -> None:
            self._tabs.go(HOME)
            deed()

        return go
