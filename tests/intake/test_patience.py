"""A reading that takes too long is given up, one that the computer slept through is not."""

from collections.abc import Iterator

import pytest

from reviewer.intake import patience
from reviewer.intake.patience import Patience


def _at(monkeypatch: pytest.MonkeyPatch, *times: float) -> None:
    clock: Iterator[float] = iter(times)
    monkeypatch.setattr(patience, "monotonic", lambda: next(clock))


def test_what_takes_longer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    _at(monkeypatch, 0.0, 0.4, 0.8, 1.2)
    waiting = Patience(1.0)

    assert [waiting.is_over() for _ in range(3)] == [False, False, True]


def test_the_hours_in_which_the_computer_slept_do_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _at(monkeypatch, 0.0, 0.2, 7200.0, 7200.2, 7201.2, 7202.2)
    waiting = Patience(3.0)

    assert [waiting.is_over() for _ in range(5)] == [False, False, False, False, True]
