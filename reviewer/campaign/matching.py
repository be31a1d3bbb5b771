"""Whether every case finds its reviewers, and if not, the set of cases that proves it.

A flow from cases (as many units as reviewers are wanted) to reviewers (as many units as they may
take cases): by the theorem of Hall, generalised by the minimum cut, the wanted reviewers exist
exactly when no set of cases wants more than those who may take them can give.
"""

from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

Node = Hashable
_SOURCE, _SINK = "source", "sink"


@dataclass(frozen=True, slots=True)
class Want:
    """A case that wants reviewers."""

    case: UUID
    needed: int
    """Reviewers still to be found."""
    people: tuple[UUID, ...]
    """Who may take it."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """A set of cases that wants more than those who may take them can give."""

    cases: tuple[UUID, ...]
    people: tuple[UUID, ...]
    """Everybody who may take any of the cases."""
    wanted: int
    """Reviews (人次)."""
    possible: int
    missing: int
    """The fewest further reviewers, free of every hindrance, with whom it would come out."""


def shortages(
    wants: Sequence[Want],
    room: Mapping[UUID, int],
    newcomer: int,
    sides: Mapping[UUID, Hashable] | None = None,
) -> tuple[Shortage, ...]:
    """Return the sets of cases that cannot be served, smallest ones that prove it; empty: none.

    `room` is how many cases each reviewer may still take, `newcomer` how many one more could;
    with `sides` (the unit of each) no two reviewers of one case may be of the same side.
    """
    flow = _Flow(wants, room, sides)
    if flow.value == sum(want.needed for want in wants):
        return ()
    stuck = flow.reachable()
    found = []
    for group in _groups([want for want in wants if want.case in stuck]):
        part = _Flow(group, room, sides)
        wanted = sum(want.needed for want in group)
        if part.value < wanted:
            people = dict.fromkeys(one for want in group for one in want.people)
            missing = _missing(group, room, newcomer, sides)
            cases = tuple(want.case for want in group)
            found.append(Shortage(cases, tuple(people), wanted, part.value, missing))
    return tuple(found)


def matched(
    wants: Sequence[Want], room: Mapping[UUID, int], sides: Mapping[UUID, Hashable] | None = None
) -> tuple[tuple[UUID, ...], ...]:
    """Return reviewers for each want, whatever their load; only when there are no shortages."""
    flow = _Flow(wants, room, sides)
    return tuple(flow.given(want.case, want.people) for want in wants)


def _groups(wants: Sequence[Want]) -> tuple[tuple[Want, ...], ...]:
    """Return the wants in groups that share no reviewer; those without any are one group."""
    groups: list[tuple[list[Want], set[UUID]]] = []
    for want in wants:
        joined, people = [want], set(want.people)
        apart = []
        for group in groups:
            if group[1] & people or not (group[1] or people):
                joined, people = group[0] + joined, group[1] | people
            else:
                apart.append(group)
        groups = [*apart, (joined, people)]
    return tuple(tuple(group) for group, _ in groups)


def _missing(
    wants: Sequence[Want],
    room: Mapping[UUID, int],
    newcomer: int,
    sides: Mapping[UUID, Hashable] | None,
) -> int:
    """Return how many newcomers who may take every case are needed at least."""
    wanted = sum(want.needed for want in wants)
    each = max(1, newcomer)
    count = 0
    while True:
        count += 1
        new = tuple(UUID(int=number) for number in range(1, count + 1))
        more = [Want(one.case, one.needed, one.people + new) for one in wants]
        sides_more = None if sides is None else {**sides, **{one: one for one in new}}
        flow = _Flow(more, {**room, **dict.fromkeys(new, each)}, sides_more)
        if flow.value == wanted:
            return count


class _Flow:
    """A maximum flow by shortest augmenting paths; the networks have a few thousand edges."""

    def __init__(
        self,
        wants: Sequence[Want],
        room: Mapping[UUID, int],
        sides: Mapping[UUID, Hashable] | None,
    ) -> None:
        # By number: hashing an id took most of the time of 500 cases.
        self._number: dict[Node, int] = {}
        self._left: list[dict[int, int]] = []
        self._source, self._sink = self._of(_SOURCE), self._of(_SINK)
        for want in wants:
            self._edge(_SOURCE, want.case, want.needed)
            for person in want.people:
                if sides is None:
                    self._edge(want.case, ("person", person), 1)
                else:
                    side = (want.case, sides[person])
                    self._edge(want.case, side, 1)
                    self._edge(side, ("person", person), 1)
        for person in dict.fromkeys(one for want in wants for one in want.people):
            self._edge(("person", person), _SINK, max(0, room[person]))
        self.value = 0
        while (path := self._path()) is not None:
            self._push(path)

    def given(self, case: UUID, people: Sequence[UUID]) -> tuple[UUID, ...]:
        """Return those of `people` whom the flow gives the case."""
        start = self._number[case]
        nodes = (start, *self._left[start])
        return tuple(
            person
            for person in people
            if any(self._left[self._number["person", person]].get(node) for node in nodes)
        )

    def reachable(self) -> frozenset[Node]:
        """Return the source's side of a minimum cut."""
        seen = self._search()
        return frozenset(node for node, number in self._number.items() if number in seen)

    def _of(self, node: Node) -> int:
        number = self._number.setdefault(node, len(self._left))
        if number == len(self._left):
            self._left.append({})
        return number

    def _edge(self, start: Node, end: Node, capacity: int) -> None:
        one, other = self._of(start), self._of(end)
        self._left[one][other] = capacity
        self._left[other].setdefault(one, 0)

    def _search(self) -> dict[int, int]:
        seen = {self._source: self._source}
        queue = deque([self._source])
        while queue:
            node = queue.popleft()
            for after, left in self._left[node].items():
                if left > 0 and after not in seen:
                    seen[after] = node
                    queue.append(after)
        return seen

    def _path(self) -> list[int] | None:
        seen = self._search()
        if self._sink not in seen:
            return None
        path = [self._sink]
        while path[-1] != self._source:
            path.append(seen[path[-1]])
        return path[::-1]

    def _push(self, path: list[int]) -> None:
        # One unit at a time: every path crosses an edge of one unit.
        for start, end in pairwise(path):
            self._left[start][end] -= 1
            self._left[end][start] += 1
        self.value += 1
