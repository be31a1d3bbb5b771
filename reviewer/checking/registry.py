"""The table of rule families: which function runs the rules that name it.

Rules are data and call a family by name, so the names are registered; the registry is an object
that refuses doubles, and the engine imports the family modules one by one.
"""

from collections.abc import Callable, Iterator

from reviewer.checking.inquiry import Inquiry
from reviewer.model import Finding, RuleInfo

Family = Callable[[Inquiry, RuleInfo], Finding]


class Registry:
    """Families by name."""

    def __init__(self) -> None:
        self._families: dict[str, Family] = {}

    def add(self, name: str) -> Callable[[Family], Family]:
        """Return a decorator that registers a function as the family `name`."""

        def register(family: Family) -> Family:
            if name in self._families:
                raise ValueError(f"family {name} is registered twice")
            self._families[name] = family
            return family

        return register

    def __getitem__(self, name: str) -> Family:
        return self._families[name]

    def __contains__(self, name: object) -> bool:
        return name in self._families

    def __iter__(self) -> Iterator[str]:
        return iter(self._families)


FAMILIES = Registry()
