"""Search for an even list of reviewers: exchange cases until nobody stands out.

Deterministic and without the solver: the same problem gives the same list on every computer.  The
work is bounded by a count of looked-at exchanges, not by the clock.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_LOOKS = (2000, 500_000)
"""Exchanges looked at: per case, and at most; a fraction of a second to a few seconds."""
_DEALS = (12, 1500)
"""Lists that the search starts from: at most, and over the number of cases."""
_PASSES = 6
_LEVELLINGS = 200
_APART = 20
_TABU = 7
"""Steps for which a case does not go back to the reviewer that it was taken from."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Cases and reviewers by index; order them by digest so that ties are nobody's choice."""

    pages: tuple[int, ...]
    need: tuple[int, ...]
    """Reviewers that each case wants."""
    able: tuple[tuple[int, ...], ...]
    """Who may take each case, ascending."""
    units: tuple[int, ...]
    """Unit of each case."""
    room: tuple[int, ...]
    """Cases that each reviewer may take."""
    base_pages: tuple[int, ...]
    """What each reviewer has already."""
    base_cases: tuple[int, ...]
    sides: tuple[int, ...] = ()
    """Unit of each reviewer when two reviewers of a case must differ in it; else empty."""

    @property
    def people(self) -> int:
        """Return the number of reviewers."""
        return len(self.room)

    def met(self, chosen: Sequence[Sequence[int]]) -> Counter[tuple[int, int]]:
        """Return how many cases of a unit each reviewer gets, by (unit, reviewer)."""
        return Counter((self.units[case], one) for case, got in enumerate(chosen) for one in got)

    def even(self, unit: int) -> int:
        """Return the even share of a unit's cases: no reviewer needs to take more of them."""
        cases = [case for case, one in enumerate(self.units) if one == unit]
        people = {one for case in cases for one in self.able[case]}
        return -(-sum(self.need[case] for case in cases) // max(1, len(people)))


class Spread(NamedTuple):
    """A list and what it is measured by."""

    chosen: tuple[tuple[int, ...], ...]
    most_pages: int
    most_cases: int
    repeats: int

    @classmethod
    def of(cls, problem: Problem, chosen: Sequence[Sequence[int]]) -> "Spread":
        """Measure a list."""
        pages, cases = list(problem.base_pages), list(problem.base_cases)
        for case, people in enumerate(chosen):
            for one in people:
                pages[one] += problem.pages[case]
                cases[one] += 1
        active = {one for people in problem.able for one in people}
        met = problem.met(chosen)
        even = {unit: problem.even(unit) for unit in set(problem.units)}
        return cls(
            tuple(tuple(people) for people in chosen),
            max((pages[one] for one in active), default=0),
            max((cases[one] for one in active), default=0),
            sum(max(0, count - even[unit]) for (unit, _), count in met.items()),
        )


def spread(
    problem: Problem,
    start: Sequence[Sequence[int]],
    low: int,
    alive: Callable[[], None] = lambda: None,
) -> Spread:
    """Return the best list that exchanges lead to, from `start` or from cases dealt out anew.

    `low` is a number of pages below which nobody's largest load can be; what `alive` raises ends
    the search.
    """
    best, looks = None, 0
    most = min(_LOOKS[1], _LOOKS[0] * len(problem.pages))
    for number in range(max(3, min(_DEALS[0], _DEALS[1] // (1 + len(problem.pages))))):
        dealt = _dealt(problem, number)
        found, looked = _descend(problem, dealt or start, low, most - looks, alive)
        looks += looked
        found = polish(problem, found.chosen, found.most_pages, alive)
        if best is None or found[1:] < best[1:]:
            best = found
        if looks >= most or dealt is None or (best.most_pages <= low and not best.repeats):
            break
    assert best is not None
    return best


def _descend(
    problem: Problem,
    start: Sequence[Sequence[int]],
    low: int,
    most: int,
    alive: Callable[[], None],
) -> tuple[Spread, int]:
    """Take cases from whoever has the most pages; return the best list and the looks it took."""
    state = _State(problem, start, alive)
    best, looks, step = Spread.of(problem, state.chosen), 0, 0
    tabu: dict[tuple[int, int], int] = {}
    while best.most_pages > low and looks < most:
        step += 1
        top = max(state.active, key=lambda one: (state.pages[one], -one))
        found: tuple[tuple[int, int, int], _Exchange] | None = None
        for exchange in state.exchanges(top):
            looks += 1
            rank = state.rank(exchange)
            if (found is None or rank < found[0]) and not _is_tabu(exchange, tabu, step):
                found = rank, exchange
        looks += 1
        if found is not None:
            state.apply(found[1])
            tabu[found[1].case, found[1].giver] = step + _TABU
            if max(state.pages[one] for one in state.active) < best.most_pages:
                best = Spread.of(problem, state.chosen)
        elif tabu:
            tabu = {}
        else:
            break
    return best, looks


def polish(
    problem: Problem,
    chosen: Sequence[Sequence[int]],
    limit: int,
    alive: Callable[[], None] = lambda: None,
) -> Spread:
    """Even out cases, then units, by exchanges that keep everybody's pages within `limit`."""
    state = _State(problem, chosen, alive)
    for _ in range(_PASSES):
        changed = False
        for giver in state.active:
            changed |= _polish_one(state, giver, limit)
        if not changed:
            break
    return Spread.of(problem, state.chosen)


def _polish_one(state: "_State", giver: int, limit: int) -> bool:
    best: tuple[tuple[int, int], _Exchange] | None = None
    for exchange in state.exchanges(giver):
        if state.pages_after(exchange) > limit:
            continue
        gain = state.gain(exchange)
        if gain < (0, 0) and (best is None or gain < best[0]):
            best = gain, exchange
    if best is None:
        return False
    state.apply(best[1])
    return True


def level(
    problem: Problem,
    chosen: Sequence[Sequence[int]],
    limit: int,
    cases: int,
    alive: Callable[[], None] = lambda: None,
) -> Spread:
    """Even out the pages below the largest load, which one huge file may set far above the rest.

    Only where two reviewers lie apart by more than a twentieth of the mean; `limit` pages and
    `cases` are kept.
    """
    state = _State(problem, chosen, alive)
    for _ in range(_LEVELLINGS):
        order = sorted(state.active, key=lambda one: (-state.pages[one], one))
        if not any(_level_one(state, giver, limit, cases) for giver in order):
            break
    return Spread.of(problem, state.chosen)


def _level_one(state: "_State", giver: int, limit: int, cases: int) -> bool:
    apart = sum(state.pages[one] for one in state.active) // len(state.active) // _APART
    best: tuple[int, _Exchange] | None = None
    for exchange in state.exchanges(giver):
        taker = exchange.taker
        full = exchange.back is None and state.cases[taker] >= cases
        if full or state.pages[giver] - state.pages[taker] <= apart:
            continue
        after = state.pages_after(exchange)
        gain = state.rank(exchange)[1]
        if after <= limit and gain < 0 and (best is None or gain < best[0]):
            best = gain, exchange
    if best is not None:
        state.apply(best[1])
    return best is not None


class _Exchange(NamedTuple):
    """`giver` hands `case` to `taker` and takes `back` for it; None: nothing."""

    giver: int
    taker: int
    case: int
    back: int | None


def _is_tabu(exchange: _Exchange, tabu: dict[tuple[int, int], int], step: int) -> bool:
    if tabu.get((exchange.case, exchange.taker), 0) >= step:
        return True
    return exchange.back is not None and tabu.get((exchange.back, exchange.giver), 0) >= step


class _State:
    """A list that is being changed."""

    def __init__(
        self,
        problem: Problem,
        chosen: Sequence[Sequence[int]],
        alive: Callable[[], None] = lambda: None,
    ) -> None:
        self.problem = problem
        self._alive = alive
        self.chosen = [list(people) for people in chosen]
        self.pages, self.cases = list(problem.base_pages), list(problem.base_cases)
        self.held: list[set[int]] = [set() for _ in problem.room]
        self.active = sorted({one for people in problem.able for one in people})
        self.met = problem.met(chosen)
        self._taken = [0] * problem.people
        self._may = [frozenset(people) for people in problem.able]
        for case, people in enumerate(chosen):
            for one in people:
                self._hold(one, case, 1)

    def _hold(self, person: int, case: int, sign: int) -> None:
        self.pages[person] += sign * self.problem.pages[case]
        self.cases[person] += sign
        self._taken[person] += sign
        (self.held[person].add if sign > 0 else self.held[person].remove)(case)

    def exchanges(self, giver: int) -> Iterator[_Exchange]:
        """Yield every exchange that keeps the hard rules and takes a case from `giver`."""
        for case in sorted(self.held[giver]):
            self._alive()
            for taker in self.problem.able[case]:
                if taker == giver or not self._fits(taker, case, giver):
                    continue
                if self._taken[taker] < self.problem.room[taker]:
                    yield _Exchange(giver, taker, case, None)
                for back in self.held[taker]:
                    if giver in self._may[back] and self._fits(giver, back, taker):
                        yield _Exchange(giver, taker, case, back)

    def _fits(self, person: int, case: int, leaving: int) -> bool:
        """Return whether the case's other reviewer allows this one."""
        if len(self.chosen[case]) == 1:
            return True
        others = [one for one in self.chosen[case] if one != leaving]
        sides = self.problem.sides
        return all(one != person and not (sides and sides[one] == sides[person]) for one in others)

    def _shift(self, exchange: _Exchange) -> int:
        """Return the pages that go from giver to taker."""
        pages = self.problem.pages
        return pages[exchange.case] - (0 if exchange.back is None else pages[exchange.back])

    def pages_after(self, exchange: _Exchange) -> int:
        """Return the larger load of the two afterwards."""
        shift = self._shift(exchange)
        return max(self.pages[exchange.giver] - shift, self.pages[exchange.taker] + shift)

    def rank(self, exchange: _Exchange) -> tuple[int, int, int]:
        """Order exchanges: even pages first, then even cases, then few of the same unit."""
        shift = self._shift(exchange)
        giver, taker = self.pages[exchange.giver], self.pages[exchange.taker]
        pages = 2 * shift * (shift + taker - giver)
        cases, units = self.gain(exchange)
        # An exchange that unbalances the cases waits until no other one helps.
        worse = int(cases > 0 or pages >= 0)
        return worse, pages, cases + units

    def gain(self, exchange: _Exchange) -> tuple[int, int]:
        """Return the change of the sums of squares of cases, and of cases per unit."""
        giver, taker, case, back = exchange
        moved = 0 if back is not None else 2 * (1 + self.cases[taker] - self.cases[giver])
        units = self.problem.units
        if back is not None and units[back] == units[case]:
            return moved, 0
        change = self._unit_change(units[case], giver, taker)
        if back is not None:
            change += self._unit_change(units[back], taker, giver)
        return moved, change

    def _unit_change(self, unit: int, giver: int, taker: int) -> int:
        return 2 * (1 + self.met[unit, taker] - self.met[unit, giver])

    def apply(self, exchange: _Exchange) -> None:
        """Carry the exchange out."""
        self._move(exchange.case, exchange.giver, exchange.taker)
        if exchange.back is not None:
            self._move(exchange.back, exchange.taker, exchange.giver)

    def _move(self, case: int, giver: int, taker: int) -> None:
        self.chosen[case][self.chosen[case].index(giver)] = taker
        self.met[self.problem.units[case], giver] -= 1
        self.met[self.problem.units[case], taker] += 1
        self._hold(giver, case, -1)
        self._hold(taker, case, 1)


def _dealt(problem: Problem, number: int) -> tuple[tuple[int, ...], ...] | None:
    """Deal the cases out, hardest and largest first; None when somebody's room runs out.

    A higher `number` lets cases of nearly the same size change places.
    """
    pages, cases = list(problem.base_pages), list(problem.base_cases)
    taken = [0] * problem.people
    met: Counter[tuple[int, int]] = Counter()
    chosen: dict[int, tuple[int, ...]] = {}

    def key(unit: int) -> Callable[[int], tuple[int, int, int, int]]:
        return lambda one: (cases[one], met[unit, one], pages[one], one)

    for case in _order(problem, number):
        unit = problem.units[case]
        people: list[int] = []
        free = [one for one in problem.able[case] if taken[one] < problem.room[one]]
        while len(people) < problem.need[case]:
            if not free:
                return None
            one = min(free, key=key(unit))
            people.append(one)
            pages[one] += problem.pages[case]
            cases[one] += 1
            taken[one] += 1
            met[unit, one] += 1
            side = problem.sides[one] if problem.sides else None
            free = [
                other
                for other in free
                if other != one and (side is None or problem.sides[other] != side)
            ]
        chosen[case] = tuple(people)
    return tuple(chosen[case] for case in range(len(problem.pages)))


def _order(problem: Problem, number: int) -> list[int]:
    """Return the cases as they are dealt out: those without a choice first, then the largest."""
    size = len(problem.pages)
    return sorted(
        range(size),
        key=lambda case: (
            len(problem.able[case]) > problem.need[case],
            -(problem.pages[case] // (1 + 3 * number)),
            case * (2 * number + 1) % size,
            case,
        ),
    )
