"""One long job of a page: its progress, its three ends, and never two at once."""

from threading import Event

from pytestqt.qtbot import QtBot

from reviewer.errors import UserError
from reviewer.progress import Progress
from reviewer.ui.jobs import Jobs
from reviewer.ui.page_job import PageJob


class _Page:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.shown: list[tuple[int, int, str]] = []
        self.ends: list[tuple[str, str]] = []

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Keep how far it is."""
        self.shown.append((done, total, what))

    def show_end(self, sentence: str, tone: str = "") -> None:
        """Keep how it ended."""
        self.ends.append((sentence, tone))


def _refuse(_progress: Progress) -> object:
    raise UserError("文件夹不能写入。", "请换一个文件夹。")


def test_a_job_hands_over_its_value_and_the_page_follows(qtbot: QtBot) -> None:
    jobs, page, got = Jobs(), _Page(), list[object]()
    job = PageJob(jobs, page, "已取消。", jobs)

    def work(progress: Progress) -> object:
        progress.report(1, 2, "甲卷")
        return "写好了"

    job.run(work, got.append)
    qtbot.waitUntil(lambda: not job.running)
    jobs.shut_down()

    assert (got, page.shown, page.ends) == (["写好了"], [(1, 2, "甲卷")], [])


def test_a_refusal_is_said_with_its_remedy(qtbot: QtBot) -> None:
    jobs, page = Jobs(), _Page()
    job = PageJob(jobs, page, "已取消。", jobs)

    job.run(_refuse, print)
    qtbot.waitUntil(lambda: not job.running)
    jobs.shut_down()

    assert page.ends == [("文件夹不能写入。请换一个文件夹。", "red")]


def test_a_second_job_is_not_started_while_one_runs(qtbot: QtBot) -> None:
    jobs, page, got = Jobs(), _Page(), list[object]()
    job, go = PageJob(jobs, page, "已取消。", jobs), Event()

    def work(progress: Progress) -> object:
        go.wait()
        progress.report(0, 1, "甲卷")
        return "第一"

    job.run(work, got.append)
    job.run(lambda _: "第二", got.append)
    job.stop()
    go.set()
    qtbot.waitUntil(lambda: not job.running)
    jobs.shut_down()

    assert (got, page.ends) == ([], [("已取消。", "")])
