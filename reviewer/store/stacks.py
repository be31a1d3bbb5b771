"""What can be undone and redone, read from the steps of one or more journals.

Pure functions: a step is known by its journal and its number.
"""

from collections.abc import Iterable, Sequence
from heapq import merge

from reviewer.store.records import Standing, Step


def standing_of(steps: Sequence[Step]) -> Standing:
    """Return what undo and redo would do after `steps`, and the newest of them."""
    done, undone = stacks(steps)
    return Standing(
        undo=done[-1] if done else None,
        redo=undone[-1] if undone else None,
        last=steps[-1] if steps else None,
    )


def merged(*journals: Iterable[Step]) -> list[Step]:
    """Return the steps of several journals by time; each journal keeps its own order.

    A clock that was set back mixes the journals otherwise, but never reverses one.
    """
    return list(merge(*journals, key=lambda step: step.at))


def stacks(steps: Iterable[Step]) -> tuple[list[Step], list[Step]]:
    """Return what can be undone and what can be redone, each with the next at the end.

    A step may be taken back out of its turn: what belongs to the case is also undone from
    another review of it, which knows nothing of this one.
    """
    done: list[Step] = []
    undone: list[Step] = []
    for step in steps:
        if step.undoes is None:
            done.append(step)
            undone.clear()
        elif (taken := _take(done, step)) is not None:
            undone.append(Step(step.number, taken.label, step.undoes, step.at, step.of_case))
        elif _take(undone, step) is not None:
            done.append(step)
    return done, undone


def _take(steps: list[Step], by: Step) -> Step | None:
    """Remove and return the step that `by` takes back."""
    for at in range(len(steps) - 1, -1, -1):
        if (steps[at].number, steps[at].of_case) == (by.undoes, by.of_case):
            return steps.pop(at)
    return None
