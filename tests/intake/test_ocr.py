"""The engine around recognition: cache, order, failures, cancelling; and one real page."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.errors import Cancelled
from reviewer.intake import OcrEngine
from reviewer.intake.ocr import default_processes
from reviewer.model import FileKind, PageRef, SourceFile, TextSource
from reviewer.progress import Silent
from tests.intake import stand_in
from tests.intake.builders import KeptInMemory, scan, source


def made(sha256: str = "a" * 64) -> SourceFile:
    return SourceFile(sha256, f"{sha256[0]}.pdf", FileKind.PDF, 1, 20, "nowhere.pdf")


def engine(cache: KeptInMemory | None = None, processes: int = 1) -> OcrEngine:
    return OcrEngine(cache, processes, stand_in.serve)


def numbers(reader: OcrEngine, file: SourceFile, *pages: int) -> list[int]:
    return [page.ref.page for page in reader.read([(file, page) for page in pages], Silent())]


def test_a_page_is_recognised_once_and_then_known() -> None:
    cache = KeptInMemory()
    with engine(cache) as reader:
        [first] = reader.read([(made(), 3)], Silent())
    with OcrEngine(cache, 1, never) as reader:
        [again] = reader.read([(made(), 3)], Silent())
        assert reader.recognised == 0

    assert again == first
    assert (first.source, first.turned, first.width, first.height) == (
        TextSource.OCR,
        90,
        200.0,
        100.0,
    )
    assert first.lines[0].text == "第3页"
    assert first.lines[0].certainty == bytes([90] * 3)


def never(pipe: object) -> None:
    """Stand in for a worker that must not be asked."""
    raise AssertionError


def test_the_same_image_in_another_file_is_not_recognised_again() -> None:
    cache = KeptInMemory()
    with engine(cache) as reader:
        numbers(reader, made("a" * 64), 3)
        numbers(reader, made("b" * 64), 3)

        assert reader.recognised == 1


def test_a_broken_cache_entry_is_made_again() -> None:
    cache = KeptInMemory()
    with engine(cache) as reader:
        numbers(reader, made(), 3)
        for key in cache:
            cache[key] = b"broken"

        assert [page.lines for page in reader.read([(made(), 3)], Silent())] != [()]


def test_titles_come_before_whole_pages_and_the_page_looked_at_before_both() -> None:
    wanted = [(made(), page) for page in (1, 2, 3)]
    refs = [PageRef("a" * 64, page) for page in (1, 2, 3)]
    with engine() as reader:
        pages = reader.read(wanted, Silent(), lambda: refs[2], heads=refs)
        came = [(page.ref.page, page.source) for page in pages]

    whole, head = TextSource.OCR, TextSource.HEAD
    assert came == [(3, whole), (1, head), (2, head), (1, whole), (2, whole)]


def test_a_title_that_cannot_be_read_is_no_failure_of_its_own() -> None:
    ref = PageRef("a" * 64, stand_in.DAMAGED)
    with engine() as reader:
        pages = list(reader.read([(made(), stand_in.DAMAGED)], Silent(), heads=[ref]))

        assert [page.source for page in pages] == [TextSource.HEAD, TextSource.NONE]
        assert len(reader.failures) == 1


def test_what_is_kept_of_a_title_is_not_taken_for_the_page() -> None:
    cache = KeptInMemory()
    ref = PageRef("a" * 64, 3)
    with engine(cache) as reader:
        reading = reader.read([(made(), 3)], Silent(), heads=[ref])
        next(reading)

        assert not cache


def test_a_page_that_fails_or_kills_its_worker_is_listed_and_the_rest_is_read() -> None:
    wanted = [(made(), page) for page in (1, stand_in.DEADLY, stand_in.DAMAGED, 2)]
    with engine() as reader:
        pages = {page.ref.page: page for page in reader.read(wanted, Silent())}

        assert sorted(pages) == [1, 2, 13, 14]
        assert [(one.path, one.page) for one in reader.failures] == [("a.pdf", 13), ("a.pdf", 14)]
        assert all(one.reason.endswith("。") for one in reader.failures)
    assert pages[13].source is TextSource.NONE
    assert pages[2].source is TextSource.OCR


def test_the_page_wanted_most_is_begun_first() -> None:
    wanted: list[PageRef | None] = [None, PageRef("a" * 64, 5), PageRef("f" * 64, 1), None, None]

    def first() -> PageRef | None:
        return wanted.pop(0)

    with engine() as reader:
        requests = [(made(), page) for page in (1, 2, 3, 4, 5)]
        found = [page.ref.page for page in reader.read(requests, Silent(), first)]

    assert found == [1, 5, 2, 3, 4]


class StopWhen:
    """Progress that cancels once a condition holds."""

    def __init__(self, condition: Callable[[int], bool]) -> None:
        self.condition = condition
        self.cancelled_at = 0.0

    def report(self, done: int, total: int, label: str) -> None:
        if self.condition(done):
            self.cancelled_at = time.monotonic()
            raise Cancelled


def test_cancel_takes_effect_at_once_and_what_was_read_is_kept() -> None:
    cache, requests = KeptInMemory(), [(made(), page) for page in (1, 2, stand_in.SLOW)]
    started = time.monotonic()
    stop = StopWhen(lambda done: done == 2 and time.monotonic() > started + 0.1)
    with engine(cache) as reader:
        with pytest.raises(Cancelled):
            list(reader.read(requests, stop))
        assert time.monotonic() - stop.cancelled_at < 0.2

        assert numbers(reader, made(), 1, 2, 4) == [1, 2, 4]
        assert reader.recognised == 3


def test_half_the_processors_work_at_most_four(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {}
    for processors in (1, 2, 4, 8, 32):
        monkeypatch.setattr("os.cpu_count", lambda count=processors: count)
        found[processors] = default_processes()

    assert found == {1: 1, 2: 2, 4: 2, 8: 4, 32: 4}


def test_a_real_page_is_read_by_a_real_worker(tmp_path: Path) -> None:
    scan(["罚款贰仟元"]).crop((0, 100, 900, 400)).save(tmp_path / "x.png")
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n")

    with OcrEngine(processes=1) as reader:
        requests = [(source(tmp_path / name, FileKind.IMAGE), 1) for name in ("x.png", "bad.png")]
        page, bad = reader.read(requests, Silent())
        assert [one.path for one in reader.failures] == ["bad.png"]

    assert page.text == "罚款贰仟元"
    assert bad.source is TextSource.NONE
