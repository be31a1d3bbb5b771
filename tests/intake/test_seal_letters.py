"""Letters set around a seal do not stick to the lines that they stand beside."""

import io
import math
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from reviewer.intake import read_text
from reviewer.model import FileKind
from tests.intake.builders import canvas, source

_DAY = "2024年4月12日"


def _seal(made: Canvas, x: float, y: float, name: str, inside: str = "") -> None:
    """Set `name` along a ring of 270 degrees around x, y."""
    for at, letter in enumerate(name):
        turn = math.radians(90 + 135 - 270 / (len(name) - 1) * at)
        made.saveState()
        made.translate(x + 40 * math.cos(turn), y + 40 * math.sin(turn))
        made.rotate(math.degrees(turn) - 90)
        made.drawCentredString(0, -3, letter)
        made.restoreState()
    made.drawCentredString(x, y, inside)


def _lines(tmp_path: Path, content: bytes) -> list[str]:
    (tmp_path / "x.pdf").write_bytes(content)
    [page] = read_text(source(tmp_path / "x.pdf", FileKind.PDF, 1))
    return [line.text for line in page.lines]


@pytest.mark.parametrize("drop", [-30, -15, 0, 12, 24])
@pytest.mark.parametrize("name", ["长河县交通运输局", "某某自治州道路运输事务中心"])
@pytest.mark.parametrize("first", [True, False])
def test_a_date_beside_a_seal_is_a_line_of_its_own(
    tmp_path: Path, drop: int, name: str, first: bool
) -> None:
    stream = io.BytesIO()
    made = canvas(stream)
    made.setFont("song", 12)
    if first:
        _seal(made, 470, 500 + drop, name, "★")
    made.drawRightString(535, 520, name)
    made.drawRightString(535, 500, _DAY)
    if not first:
        _seal(made, 470, 500 + drop, name, "★")
    made.save()

    lines = _lines(tmp_path, stream.getvalue())

    assert _DAY in lines
    assert name in lines


def test_a_line_set_askew_as_a_whole_stays_one(tmp_path: Path) -> None:
    stream = io.BytesIO()
    made = canvas(stream)
    made.setFont("song", 12)
    made.drawString(72, 700, "行政处罚决定书")
    made.rotate(30)
    made.drawString(300, 200, "复印件与原件一致")
    made.save()

    assert "复印件与原件一致" in _lines(tmp_path, stream.getvalue())
