"""The table of rule families: which function runs the rules that name it.

Rules are data and call a family by name, so the names are registered; the registry is an object
that refuses doubles, and the engine imports the family modules one by one.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from reviewer.checking.inquiry import Inquiry
from reviewer.model import Finding, RuleInfo

Family = Callable[[Inquiry, RuleInfo], Finding]
Conclusion = Callable[[Inquiry, RuleInfo, Mapping[str, Finding]], Finding]
"""Concludes from the findings of other rules, given by their code."""
F = TypeVar("F", Family, Conclusion)


class Registry(Generic[F]):
    """Families by name."""

    def __init__(self) -> None:
        self._families: dict[str, F] = {}

    def add(self, name: str) -> Callable[[F], F]:
        """Return a decorator that registers a function as the family `name`."""

        def register(family: F) -> F:
            if name in self._families:
                raise ValueError(f"family {name} is registered twice")
            self._families[name] = family
            return family

        return register

    def __getitem__(self, name: str) -> F:
        return self._families[name]

    def __contains__(self, name: object) -> bool:
        return name in self._families

    def __iter__(self) -> Iterator[str]:
        return iter(self._families)


FAMILIES: Registry[Family] = Registry()
CONCLUSIONS: Registry[Conclusion] = Registry()
"""Families that run after all others, on what these found."""
