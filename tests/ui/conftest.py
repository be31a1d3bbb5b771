"""The look that every window test is seen in, and the one Qt warning that is not ours."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from reviewer.ui.garbage import collect_due
from reviewer.ui.theme import Tokens, apply_theme, make_tokens

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt say that its offscreen platform knows no least sizes."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(scope="session")
def tokens(qapp: QApplication) -> Tokens:
    made = make_tokens("light", 12)
    apply_theme(qapp, made)
    return made


@pytest.fixture(scope="package", autouse=True)
def _cycles_are_collected_here() -> Iterator[None]:
    """Keep Python from collecting widgets on a worker thread, as the program does."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _collect_between_tests(_cycles_are_collected_here: None) -> Iterator[None]:
    if QApplication.instance() is not None:
        # A window that the last test let go would still take every style sheet of this one.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield
    collect_due()
