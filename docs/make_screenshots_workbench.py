"""Draw every state of the workbench on a made-up case into docs/screenshots.

Run with a screen, or under Xvfb with QT_QPA_PLATFORM=xcb; QT_SCALE_FACTOR=2 draws at 200 %.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from docs.made_up_case import draw, half_reviewed, made_up_case, paper_facts
from reviewer.reading import load_types
from reviewer.ui.jobs import Jobs
from reviewer.ui.theme import apply_theme, make_tokens
from reviewer.ui.workbench import CaseTab
from reviewer.ui.workbench.range_form import RangeForm, Wish
from tests.ui.workbench.builders import CASE_ID, make_case
from tests.ui.workbench.fakes import FakeWorkspace

FOLDER = Path(__file__).parent / "screenshots"
_MOST = 250_000  # bytes
_SETTLE = 900  # ms: pictures arrive from behind the window
Steps = Callable[[CaseTab], None]


def wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def shoot(
    name: str,
    size: tuple[int, int] = (1536, 816),
    theme: str = "light",
    points: int = 12,
    steps: Steps | None = None,
    workspace: FakeWorkspace | None = None,
) -> None:
    """Open a case tab, do `steps`, and keep its picture."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    tokens = make_tokens(theme, points)
    apply_theme(app, tokens)
    jobs = Jobs()
    tab = CaseTab(workspace or half_reviewed(), jobs, tokens, CASE_ID)
    tab.resize(*size)
    tab.show()
    wait(400)
    at_decision(tab)
    wait(200)
    if steps is not None:
        steps(tab)
    wait(_SETTLE)
    tab.clearFocus()
    save(tab.grab().toImage(), FOLDER / f"{name}.png")
    tab.close()
    jobs.shut_down()
    tab.deleteLater()
    wait(50)


def save(image: QImage, path: Path) -> None:
    """Save a picture, with fewer colours when it would be large."""
    path.parent.mkdir(exist_ok=True)
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = Image.frombytes(
        "RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB",
        image.bytesPerLine(),
    )  # fmt: skip
    raw.save(path, optimize=True)
    for colours in (256, 128, 64):
        if path.stat().st_size > _MOST:
            raw.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)


def at_decision(tab: CaseTab) -> None:
    """Open item A7 at the decision."""
    tab.restore({"item": "A7", "page": 46, "offset": 0.0, "fit": "WIDTH", "tab": 1, "facts": True})


def perform(*actions: str) -> Steps:
    """Return steps that perform actions."""

    def steps(tab: CaseTab) -> None:
        for action in actions:
            tab.perform(action)
            wait(150)

    return steps


def export(tab: CaseTab) -> None:
    """Show the export page with a folder as a reviewer has it."""
    tab.perform("case.export")
    fields = tab.findChildren(QLineEdit)
    next(f for f in fields if f.accessibleName() == "存放文件夹").setText("D:\\案卷评查\\导出")


def facts(tab: CaseTab) -> None:
    """Show the facts."""
    tab.restore({"tab": 0})


def timeline(tab: CaseTab) -> None:
    """Show the timeline with a date chosen."""
    tab.perform("case.timeline")


def assign(tab: CaseTab) -> None:
    """Choose another type for the document in view by a part of its name."""
    names = {kind.code: kind.name for kind in load_types()}
    form = tab.findChildren(RangeForm)[0]
    choices = tuple((code, f"{name}　{code}") for code, name in sorted(names.items()))
    form.open(Wish.TYPE, "46", "48", choices, "DT35")
    choice = form.findChildren(QComboBox)[0]
    choice.setEditText("送达")
    finder = choice.completer()
    if finder is not None:
        finder.setCompletionPrefix("送达")
        finder.complete()


def absent(tab: CaseTab) -> None:
    """Show an item whose evidence is missing."""
    tab.restore({"item": "E2"})
    tab.perform("item.next")
    tab.perform("item.previous")


def main() -> None:
    """Draw all pictures, or those named on the command line."""
    QApplication(sys.argv)
    doubled = os.environ.get("QT_SCALE_FACTOR") == "2"
    fresh = FakeWorkspace(made_up_case(), (), draw, opened=False)
    paper = FakeWorkspace(make_case(0, (), paper_facts(), paper=True))
    shots: dict[str, Callable[[str], None]] = {
        "workbench": lambda n: shoot(n),
        "workbench-dark": lambda n: shoot(n, theme="dark"),
        "workbench-1366x768": lambda n: shoot(n, (1366, 700)),
        "workbench-1920": lambda n: shoot(n, (1920, 1000)),
        "workbench-2560": lambda n: shoot(n, (2560, 1300)),
        "workbench-large-type": lambda n: shoot(n, points=18),
        "workbench-facts": lambda n: shoot(n, steps=facts),
        "workbench-absence": lambda n: shoot(n, steps=absent),
        "workbench-explanation": lambda n: shoot(n, steps=perform("review.explain")),
        "workbench-vetoes": lambda n: shoot(n, steps=perform("veto.panel")),
        "workbench-why": lambda n: shoot(n, steps=perform("item.why")),
        "workbench-adding": lambda n: shoot(n, steps=perform("item.add")),
        "workbench-sign-off": lambda n: shoot(n, steps=perform("review.sign")),
        "workbench-export": lambda n: shoot(n, steps=export),
        "timeline": lambda n: shoot(n, steps=timeline),
        "timeline-dark": lambda n: shoot(n, theme="dark", steps=timeline),
        "timeline-large-type": lambda n: shoot(n, (1366, 700), points=18, steps=timeline),
        "timeline-1366x768": lambda n: shoot(n, (1366, 700), steps=timeline),
        "workbench-type": lambda n: shoot(n, steps=assign),
        "workbench-start": lambda n: shoot(n, workspace=fresh),
        "workbench-paper": lambda n: shoot(n, workspace=paper),
    }
    if doubled:
        shots = {
            "workbench-200": lambda n: shoot(n, (1440, 760)),
            "timeline-200": lambda n: shoot(n, (1366, 720), steps=timeline),
        }
    wanted = sys.argv[1:]
    for name, take in shots.items():
        if not wanted or name in wanted:
            take(name)


if __name__ == "__main__":
    main()
