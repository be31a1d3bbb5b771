"""Boxes in the picture of a line, found by their outlines."""

import cv2
import numpy as np
import pytest

from reviewer.intake.images import Pixels
from reviewer.intake.tick_boxes import find_marks, pieces, put_together

_SIDE, _LINE = 26, 48


def _line(*boxes: str) -> Pixels:
    """Return a line with a word behind each box: empty, filled, ticked."""
    crop = np.full((_LINE, 200 * len(boxes), 3), 255, dtype=np.uint8)
    for number, kind in enumerate(boxes):
        x, y = 200 * number + 6, 11
        if kind:
            fill = -1 if kind == "filled" else 2
            cv2.rectangle(crop, (x, y), (x + _SIDE, y + _SIDE), (0, 0, 0), fill)
        if kind == "ticked":
            cv2.line(crop, (x + 4, y + 12), (x + 11, y + 21), (0, 0, 0), 3)
            cv2.line(crop, (x + 11, y + 21), (x + 22, y + 4), (0, 0, 0), 3)
        for stroke in range(3):
            left = x + 50 + 36 * stroke
            cv2.line(crop, (left, y), (left + 20, y + 26), (0, 0, 0), 3)
            cv2.line(crop, (left, y + 13), (left + 24, y + 13), (0, 0, 0), 3)
    return crop


@pytest.mark.parametrize(
    ("boxes", "signs"),
    [
        (("ticked", "empty", "empty"), "☑□□"),
        (("empty", "filled"), "□☑"),
        (("", "empty"), "□"),
        (("", ""), ""),
    ],
)
def test_every_box_is_found_with_what_stands_in_it(boxes: tuple[str, ...], signs: str) -> None:
    found = find_marks(_line(*boxes), "直接送达留置送达")
    assert "".join(sign for _, _, sign in found) == signs


@pytest.mark.parametrize(
    ("boxes", "text"),
    [
        (("", "empty"), "国道路口"),
        (("ticked", ""), "日期为三月"),
        (("ticked", ""), "【回答】看清楚了"),
    ],
)
def test_characters_that_are_boxes_stay_characters(boxes: tuple[str, ...], text: str) -> None:
    assert find_marks(_line(*boxes), text) == []


def test_a_line_is_cut_at_its_boxes() -> None:
    crop = _line("ticked", "empty")
    cut = pieces(crop, find_marks(crop, "直接送达"))
    assert [one is not None for one in cut] == [False, True, True]


def test_the_marks_stand_between_what_the_pieces_say() -> None:
    marks = [(6, 32, "☑"), (206, 232, "□")]
    read = [("", []), ("直接送达", [0.9] * 4), ("留置送达", [0.8] * 4)]
    said = put_together("直接送达口留置送达", marks, read)
    assert said == ("☑直接送达□留置送达", [1.0, *[0.9] * 4, 1.0, *[0.8] * 4])


def test_a_character_taken_for_a_box_is_kept() -> None:
    read = [("不收取保", [0.9] * 4), ("费", [0.9])]
    assert put_together("不收取保管费", [(80, 110, "□")], read) is None


def test_pieces_that_say_something_else_are_not_believed() -> None:
    assert put_together("直接送达", [(0, 20, "☑")], [("", []), ("百姓", [0.5, 0.5])]) is None
