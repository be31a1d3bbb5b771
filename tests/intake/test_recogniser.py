"""What the columns of the recognition model say, put together to text."""

import numpy as np
import pytest

from reviewer.intake.recogniser import decoded

ALPHABET = ["blank", "罚", "款", "km"]


@pytest.mark.parametrize(
    ("columns", "text", "certainty"),
    [
        ([(0, 0.9), (1, 0.8), (0, 0.9), (2, 0.7)], "罚款", [0.8, 0.7]),
        ([(1, 0.8), (1, 0.6), (2, 0.7)], "罚款", [0.8, 0.7]),
        ([(1, 0.8), (0, 0.9), (1, 0.6)], "罚罚", [0.8, 0.6]),
        ([(1, 0.5), (0, 0.9), (3, 0.7)], "罚km", [0.6, 0.6, 0.6]),
        ([(0, 0.9), (0, 0.8)], "", []),
    ],
    ids=[
        "every character has its certainty",
        "one character over two columns is one",
        "two of the same are parted by a blank",
        "a symbol of two letters: the mean for all",
        "a line that says nothing",
    ],
)
def test_columns_become_text(
    columns: list[tuple[int, float]], text: str, certainty: list[float]
) -> None:
    chances = np.zeros((len(columns), len(ALPHABET)), dtype=np.float32)
    for column, (character, chance) in enumerate(columns):
        chances[column, character] = chance

    said, sure = decoded(chances, ALPHABET)

    assert said == text
    assert sure == pytest.approx(certainty)
