import pytest
from PySide6.QtCore import QPointF, QRectF

from reviewer.model import Box, FileKind
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.page_layout import (
    Fit,
    Zoom,
    box_rect,
    lay_out,
    natural_size,
    point_fraction,
    rect_box,
    stepped,
    turn_box,
)
from reviewer.ui.workbench.text_selection import (
    Selection,
    Spot,
    line_boxes,
    line_of,
    moved,
    nearest,
    text_of,
)
from reviewer.workspace.views import CharBox
from tests.ui.workbench.builders import CASE_ID, LINES, make_pages
from tests.ui.workbench.fakes import FakePages

A4 = (793.0, 1122.0)
PAGE = QRectF(100, 50, 400, 600)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_box_drawn_on_a_turned_page_is_that_of_the_upright_page(turned: int) -> None:
    box = Box(0.1, 0.2, 0.4, 0.25)
    back = rect_box(PAGE, box_rect(PAGE, box, turned), turned)

    assert back.rounded() == box.rounded()


def test_turning_right_brings_the_top_to_the_right() -> None:
    assert turn_box(Box(0.0, 0.0, 1.0, 0.1), 90).rounded() == (0.9, 0.0, 1.0, 1.0)


def test_a_point_beside_the_page_is_moved_onto_it() -> None:
    assert point_fraction(PAGE, QPointF(0, 350)) == (0.0, 0.5)


def test_pages_fill_the_width_but_leave_room_for_tags(tokens: Tokens) -> None:
    layout = lay_out([A4, A4], Zoom(Fit.WIDTH), (700, 500), tokens, 1.0)

    assert layout.rects[0].right() <= 700 - 46
    assert layout.rects[1].top() > layout.rects[0].bottom()
    assert layout.at(layout.rects[1].center()) == 1


def test_a_whole_page_fits_the_window(tokens: Tokens) -> None:
    layout = lay_out([A4], Zoom(Fit.PAGE), (900, 500), tokens, 1.0)

    assert layout.rects[0].height() <= 500


def test_page_edges_lie_on_device_pixels(tokens: Tokens) -> None:
    layout = lay_out([A4, A4], Zoom(Fit.WIDTH), (711, 500), tokens, 1.25)

    for rect in layout.rects:
        for edge in (rect.left(), rect.top(), rect.width(), rect.height()):
            assert edge * 1.25 == pytest.approx(round(edge * 1.25))


def test_only_pages_in_view_are_named(tokens: Tokens) -> None:
    layout = lay_out([A4] * 50, Zoom(Fit.WIDTH), (700, 500), tokens, 1.0)
    top = layout.rects[20].top()

    assert list(layout.visible(top + 10, top + 400)) == [20]


def test_a_photo_of_many_pixels_is_shown_as_large_as_a_sheet() -> None:
    from dataclasses import replace

    photo = replace(make_pages(1)[0], kind=FileKind.IMAGE, width=3000.0, height=4000.0)

    assert natural_size(photo, 0)[0] == pytest.approx(793.3, abs=1)
    assert natural_size(photo, 90)[1] == pytest.approx(793.3, abs=1)


def test_zoom_goes_in_steps_and_stops_at_the_ends() -> None:
    assert stepped(1.0, up=True) == 1.1
    assert stepped(1.0, up=False) == 0.9
    assert stepped(4.0, up=True) == 4.0


def chars() -> tuple[CharBox, ...]:
    return FakePages().chars(CASE_ID, make_pages(1)[0].ref, 1)


def test_a_selection_over_two_lines_has_a_box_for_each() -> None:
    first = len(LINES[0])
    selection = Selection(Spot(0, first - 2), Spot(0, first + 1))
    part = [chars()[at] for at in selection.on(0, len(chars()))]

    assert text_of(part) == "定书\n本机"
    assert len(line_boxes(part)) == 2


def test_a_selection_drawn_backwards_reads_forwards() -> None:
    assert list(Selection(Spot(0, 3), Spot(0, 1)).on(0, 20)) == [1, 2, 3]


def test_the_nearest_character_is_on_the_line_pointed_at() -> None:
    box = chars()[len(LINES[0])].box

    assert nearest(chars(), 0.0, box.y0 + 0.01) == len(LINES[0])
    assert nearest((), 0.5, 0.5) == -1


def test_arrows_move_by_characters_and_lines() -> None:
    second = len(LINES[0])

    assert moved(chars(), 0, 1, 0) == 1
    assert moved(chars(), 0, -1, 0) == 0
    assert moved(chars(), 0, 0, 1) == second
    assert moved(chars(), 2, 0, -1) == 0


def test_a_line_has_a_first_and_a_last_character() -> None:
    assert line_of(chars(), 3) == (0, len(LINES[0]) - 1)


def test_a_selection_over_pages_takes_the_end_of_one_and_the_start_of_another() -> None:
    selection = Selection(Spot(3, 1), Spot(1, 7))

    assert list(selection.pages) == [1, 2, 3]
    assert [list(selection.on(at, 10)) for at in range(5)] == [
        [], [7, 8, 9], list(range(10)), [0, 1], [],
    ]  # fmt: skip
