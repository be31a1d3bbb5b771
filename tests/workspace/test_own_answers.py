"""The rates of the own answers without a window, for `reviewer prove`."""

from pathlib import Path

import pytest

from reviewer.errors import StoreError
from reviewer.model import Answer
from reviewer.store import desktops
from reviewer.workspace.own_answers import own_answers
from reviewer.workspace.rule_views import ENOUGH
from tests.workspace.builders import LATE, LOOK, Bench, bench


def answer(of: Bench, times: int) -> None:
    """Let `times` people answer, the last of whom rejects."""
    for number in range(times):
        with of.store.session() as session:
            desktops.seat(session, f"评查人{number}", "支队")
        last = number == times - 1
        review = of.open()
        of.reviews.answer(review, LATE, "G1", Answer.REJECTED if last else Answer.ACCEPTED)


def test_a_folder_without_a_database_is_left_alone(tmp_path: Path) -> None:
    assert own_answers(tmp_path) == ""
    assert own_answers(tmp_path / "none") == ""
    assert list(tmp_path.iterdir()) == []


def test_the_rate_is_told_from_thirty_answers_on(tmp_path: Path) -> None:
    with bench(tmp_path) as of:
        answer(of, ENOUGH - 1)
    assert own_answers(tmp_path) == ""

    with bench(tmp_path) as of:
        of.reviews.answer(of.open(), LOOK, "G2", Answer.ACCEPTED)
    assert own_answers(tmp_path).startswith("本机评查人回答 30 次：提示采纳率 97 %")


def test_a_folder_in_use_is_told(tmp_path: Path) -> None:
    with bench(tmp_path), pytest.raises(StoreError):
        own_answers(tmp_path)
