"""The fairest spread of cases over reviewers: search for a list, HiGHS proves how good it is.

Three aims in this order: the most pages of any reviewer, the most cases, and how often one
reviewer meets the same unit.  The first two are solved, the second with the first held; the third
is searched for and not proved (docs/decisions/assignment-by-solver.md).  The only module that
knows the solver; all numbers are whole and all reviewers and cases are indexes, so the result
depends on nothing but the problem.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import highspy

from reviewer.campaign.spreading import Problem, Spread, level, polish, spread
from reviewer.errors import Cancelled

_NODES = (100, 1500)
"""Fewest and most nodes of the branching tree: they end a search alike on every computer."""
_COLUMNS = 150_000
"""Nodes times columns; a node of a large problem costs more."""
_EPSILON = 1e-6
Alive = Callable[[], None]
"""Raises Cancelled when the work is to end."""


@dataclass(frozen=True, slots=True)
class Balance:
    """A list and what is proved of it."""

    chosen: tuple[tuple[int, ...], ...]
    """Reviewers of each case, ascending."""
    pages: int
    """Of the reviewer with the most."""
    pages_bound: int
    """No list has fewer."""
    cases: int
    cases_bound: int
    """No list with `pages` has fewer."""
    repeats: int
    """Cases by which reviewers exceed their even share of a unit, in all."""


def balance(
    problem: Problem,
    start: Sequence[Sequence[int]],
    seconds: float,
    alive: Alive = lambda: None,
) -> Balance:
    """Return the fairest list found; `start` is any list that keeps the hard rules.

    `alive` is called many times a second.

    Raises:
        Cancelled: `alive` raised it; the work ends within a moment.
    """
    pages_low = _relaxed(problem, None, alive)
    found = spread(problem, start, pages_low, alive)
    found, pages_low = _improve(problem, found, pages_low, None, seconds, alive)
    limit = found.most_pages
    found = polish(problem, found.chosen, limit, alive)
    cases_low = _relaxed(problem, limit, alive)
    found, cases_low = _improve(problem, found, cases_low, limit, seconds, alive)
    found = level(problem, found.chosen, limit, found.most_cases, alive)
    return Balance(
        chosen=tuple(tuple(sorted(people)) for people in found.chosen),
        pages=found.most_pages,
        pages_bound=pages_low,
        cases=found.most_cases,
        cases_bound=cases_low,
        repeats=found.repeats,
    )


def _improve(
    problem: Problem, found: Spread, low: int, limit: int | None, seconds: float, alive: Alive
) -> tuple[Spread, int]:
    """Let the solver search from `found` when it is not proved yet; return list and bound.

    Without a limit of pages it is the most pages that is made small, with one the most cases.
    """
    value = _value(found, limit)
    if value <= low:
        return found, low
    model = _Model(problem, limit, alive)
    model.start(found.chosen, value)
    chosen, bound = model.solve(seconds)
    low = max(low, min(bound, value))
    if chosen is not None:
        better = Spread.of(problem, chosen)
        if _value(better, limit) < value:
            most = better.most_pages if limit is None else limit
            better = polish(problem, better.chosen, most, alive)
            return better, low
    return found, low


def _value(found: Spread, limit: int | None) -> int:
    return found.most_pages if limit is None else found.most_cases


def _relaxed(problem: Problem, limit: int | None, alive: Alive) -> int:
    """Return a lower bound: the optimum when cases could be divided, rounded up."""
    _, bound = _Model(problem, limit, alive, whole=False).solve(math.inf)
    return bound


class _Model:
    """The mathematical program: one 0–1 column per case and reviewer who may take it."""

    def __init__(
        self, problem: Problem, limit: int | None, alive: Alive, *, whole: bool = True
    ) -> None:
        self._problem = problem
        self._limit = limit
        self._whole = whole
        self._alive = alive
        self._stopped: Cancelled | None = None
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy leaves it bare
        self._columns: dict[tuple[int, int], int] = {}
        self._set_options()
        for case, people in enumerate(problem.able):
            for person in people:
                self._columns[case, person] = self._column(0.0, 1.0, 0.0)
        self._top = self._column(float(self._least()), math.inf, 1.0)
        self._hard_rules()
        self._loads()

    def start(self, chosen: Sequence[Sequence[int]], value: int) -> None:
        """Give the solver a list to begin with."""
        solution = highspy.HighsSolution()
        values = [0.0] * self._highs.getNumCol()
        for case, people in enumerate(chosen):
            for person in people:
                values[self._columns[case, person]] = 1.0
        values[self._top] = float(value)
        solution.col_value = values
        self._highs.setSolution(solution)

    def _least(self) -> int:
        """Return what the value cannot go below because no case is divided."""
        problem = self._problem
        weights = problem.pages if self._limit is None else (1,) * len(problem.pages)
        base = problem.base_pages if self._limit is None else problem.base_cases
        return max(
            (
                weights[case] + sorted(base[one] for one in people)[problem.need[case] - 1]
                for case, people in enumerate(problem.able)
            ),
            default=0,
        )

    def solve(self, seconds: float) -> tuple[list[tuple[int, ...]] | None, int]:
        """Return the list, None when there is none or it depends on time, and a lower bound."""
        if math.isfinite(seconds):
            self._highs.setOptionValue("time_limit", float(seconds))
        asked = self._highs.cbMipInterrupt if self._whole else self._highs.cbSimplexInterrupt
        asked.subscribe(self._ask)
        self._highs.run()
        if self._stopped is not None:
            raise self._stopped
        info = self._highs.getInfo()
        if not self._whole:
            return None, _up(info.objective_function_value)
        bound = _up(info.mip_dual_bound) if math.isfinite(info.mip_dual_bound) else 0
        # What was found when the clock ran out differs from computer to computer.
        timed_out = self._highs.getModelStatus() == highspy.HighsModelStatus.kTimeLimit
        if timed_out or info.primal_solution_status != highspy.kSolutionStatusFeasible:
            return None, bound
        values = self._highs.getSolution().col_value
        chosen = [
            tuple(person for person in people if values[self._columns[case, person]] > 0.5)
            for case, people in enumerate(self._problem.able)
        ]
        return chosen, bound

    def _ask(self, event: highspy.highs.HighsCallbackEvent) -> None:
        """Ask whether to go on; what is raised must not pass through the solver's own frames."""
        if self._stopped is None:
            try:
                self._alive()
            except Cancelled as stopped:  # brought on by `solve`
                self._stopped = stopped
        if self._stopped is not None:
            event.interrupt()

    def _set_options(self) -> None:
        self._highs.silent()
        low, high = _NODES
        columns = sum(len(people) for people in self._problem.able)
        # One thread and a limit of nodes, not of time: the same input gives the same list.
        for name, value in (
            ("threads", 1),
            ("random_seed", 1),
            ("mip_max_nodes", max(low, min(high, _COLUMNS // (1 + columns)))),
            ("mip_abs_gap", 0.999),
            ("mip_rel_gap", 0.0),
        ):
            self._highs.setOptionValue(name, value)

    def _column(self, low: float, high: float, cost: float) -> int:
        number = self._highs.getNumCol()
        self._highs.addCol(cost, low, high, 0, [], [])
        if self._whole:
            self._highs.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        return number

    def _row(self, low: float, high: float, terms: dict[int, float]) -> None:
        self._highs.addRow(low, high, len(terms), list(terms), list(terms.values()))

    def _hard_rules(self) -> None:
        problem = self._problem
        for case, people in enumerate(problem.able):
            need = float(problem.need[case])
            self._row(need, need, {self._columns[case, one]: 1.0 for one in people})
            if problem.sides and need > 1:
                for side in sorted({problem.sides[one] for one in people}):
                    same = [one for one in people if problem.sides[one] == side]
                    self._row(0.0, 1.0, {self._columns[case, one]: 1.0 for one in same})
        for person, room in enumerate(problem.room):
            self._row(-math.inf, float(room), self._of(person, [1] * len(problem.able)))

    def _loads(self) -> None:
        problem = self._problem
        ones = [1] * len(problem.able)
        for person in range(problem.people):
            pages = self._of(person, problem.pages)
            if not pages:
                continue
            if self._limit is None:
                low, top = problem.base_pages[person], {**pages, self._top: -1.0}
            else:
                self._row(-math.inf, float(self._limit - problem.base_pages[person]), pages)
                low, top = problem.base_cases[person], {**self._of(person, ones), self._top: -1.0}
            self._row(-math.inf, float(-low), top)

    def _of(self, person: int, weights: Sequence[int]) -> dict[int, float]:
        return {
            self._columns[case, person]: float(weights[case])
            for case, people in enumerate(self._problem.able)
            if person in people
        }


def _up(value: float) -> int:
    return math.ceil(value - _EPSILON)
