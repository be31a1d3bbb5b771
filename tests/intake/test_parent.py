"""A program that is killed leaves no process behind: not an idle one, not one that hangs."""

import os
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event

import psutil
import pytest

from reviewer.intake.parent import end_with_parent

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from reviewer.intake.ocr_pool import Pool
from reviewer.intake.ocr_worker import serve
from reviewer.intake.renderer import Renderer
from tests.intake.test_parent import hang

if __name__ == "__main__":
    {work}
    print("ready", flush=True)
    sys.stdin.read()
"""
WORKS = {
    "drawing": "drawing = Renderer(2); drawing.warm_up()",
    "recognition, waiting": "pool = Pool(1, serve); pool.idle()",
    "recognition, stuck in a page": "pool = Pool(1, hang); pool.idle()",
}


def hang(_pipe: Connection) -> None:
    """Stand for a worker whose page never comes to an end."""
    end_with_parent()
    Event().wait()


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
def test_a_killed_program_leaves_no_process_behind(work: str, tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.format(work=work), encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
        workers = psutil.Process(program.pid).children(recursive=True)
        program.kill()

    _, alive = psutil.wait_procs(workers, timeout=10)

    assert workers
    assert [one.pid for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []
