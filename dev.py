"""The one script for people who work on this program; it needs only Python's standard library.

    python dev.py setup     make .venv and install what the program and its tests need
    python dev.py run       start the program
    python dev.py demo      six made-up case files, reviewed and printed to demo-out/
                            --campaign: a whole campaign; --open: and the window on it
    python dev.py test      run the tests
    python dev.py check     ruff, formatting, types and the layers of the house
    python dev.py bench     speed, side by side with peers
    python dev.py package   a folder that runs without Python, in dist/

Every command but `setup` sets up first when that was not done.  Started by a Python that the
program does not support, it looks for one that is and hands over.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
LOCK = HERE / "requirements.lock"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
SUPPORTED = ((3, 11), (3, 12))

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
}
"""What Qt's wheel expects of a Linux, and the Debian package of each."""

FONTS = {
    "arphic/uming.ttc": "fonts-arphic-uming",
    "arphic/ukai.ttc": "fonts-arphic-ukai",
    "wqy/wqy-zenhei.ttc": "fonts-wqy-zenhei",
}
"""TrueType Chinese fonts; reportlab cannot embed the CFF outlines of Noto CJK."""


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    commands = {
        "setup": setup,
        "run": run,
        "demo": demo,
        "test": test,
        "check": check,
        "bench": bench,
        "package": package,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments in ([], ["--help"], ["-h"]) else 2
    if sys.version_info[:2] not in SUPPORTED:
        return _hand_over(arguments)
    if arguments[0] != "setup":
        status = setup([])
        if status:
            return status
    return commands[arguments[0]](arguments[1:])


def setup(_arguments: list[str]) -> int:
    """Make `.venv` as requirements.lock says, and see to the libraries of the operating system."""
    if sys.platform.startswith("linux") and (status := _see_to_linux()):
        return status
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    stamp = VENV / "installed"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return 0
    print("正在准备运行环境（只需一次）……", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    # --no-deps: the lock names everything, so nothing else may come in.
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    status = _python(*pip, "--require-hashes", "-r", str(LOCK))
    if status:
        print("未能装好运行环境：请检查网络后再运行 python dev.py setup。", file=sys.stderr)
        return status
    # So that `-m reviewer` works from any folder.
    for site in VENV.glob("Lib/site-packages" if WINDOWS else "lib/python*/site-packages"):
        (site / "reviewer.pth").write_text(f"{HERE}\n", encoding="utf-8")
    stamp.write_text(wanted)
    return 0


def run(arguments: list[str]) -> int:
    """Start the program."""
    return _python("-m", "reviewer", *arguments)


def demo(arguments: list[str]) -> int:
    """Make, import, check, review and print six case files, or a whole campaign.

    The window opens where there is one; after a campaign, which takes minutes, with --open only.
    """
    flags = {one for one in arguments if one.startswith("--")}
    campaign = "--campaign" in flags
    folder = Path(next((one for one in arguments if one not in flags), "demo-out"))
    status = _python("-m", "reviewer", "demo", str(folder), *(["--campaign"] if campaign else []))
    if status or not _has_screen() or (campaign and "--open" not in flags):
        return status
    data = "资料库-组织单位" if campaign else "资料库"
    return _python("-m", "reviewer", "--data", str(folder / data))


def test(arguments: list[str]) -> int:
    """Run the tests, all of them in one process for each core."""
    return _python("-m", "pytest", *(arguments or ["-q", "-n", "logical", "--dist", "worksteal"]))


def check(_arguments: list[str]) -> int:
    """Run the checks of the source; go on after a failure, so that all are seen."""
    steps = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports",),
    )
    failed = [step[0] for step in steps if _tool(*step)]
    print("check:", "failed: " + ", ".join(failed) if failed else "passed")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Run the comparisons in bench/, or those named."""
    names = arguments or sorted(path.stem for path in (HERE / "bench").glob("[a-z]*.py"))
    return max((_python("-m", f"bench.{name}") for name in names), default=0)


def package(_arguments: list[str]) -> int:
    """Build the portable folder with the recipe in installer/."""
    return _python("installer/build.py")


def _python(*arguments: str) -> int:
    return subprocess.call([str(PYTHON), *arguments], cwd=HERE)


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen" or os.environ.get("CI"):
        return False
    return WINDOWS or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _tool(name: str, *arguments: str) -> int:
    print("→", name, *arguments, flush=True)
    return subprocess.call([str(PYTHON.parent / name), *arguments], cwd=HERE)


def _hand_over(arguments: list[str]) -> int:
    """Run this script again under a supported Python."""
    for command in _candidates():
        probe = [*command, "-c", "import sys; print(*sys.version_info[:2])"]
        found = subprocess.run(probe, capture_output=True, text=True, check=False)
        if tuple(map(int, found.stdout.split() or (0, 0))) in SUPPORTED:
            return subprocess.call([*command, str(HERE / "dev.py"), *arguments])
    here = ".".join(map(str, sys.version_info[:2]))
    print(
        f"本程序需要 Python 3.11 或 3.12，现在是 {here}。请安装 Python 3.11 后重试。",
        file=sys.stderr,
    )
    return 2


def _candidates() -> list[list[str]]:
    names = [f"python{major}.{minor}" for major, minor in SUPPORTED]
    found = [[path] for path in map(shutil.which, names) if path]
    if WINDOWS and shutil.which("py"):
        found += [["py", f"-{major}.{minor}"] for major, minor in SUPPORTED]
    return found


def _see_to_linux() -> int:
    """Install what Qt and the reports need through apt when root; otherwise say how."""
    missing = _missing_packages()
    if not missing:
        return 0
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    if not shutil.which("apt-get"):
        print("缺少：" + " ".join(missing) + "（Debian 包名）。请用本机的包管理器安装后重试。")
        return 0
    if os.geteuid():
        print("缺少运行所需的库或字体。请先运行：\n  sudo " + " ".join(command), file=sys.stderr)
        return 2
    print("正在安装：" + " ".join(missing), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    return subprocess.call(command, env=quiet, stdout=subprocess.DEVNULL)


def _missing_packages() -> list[str]:
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    known = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    libraries = [package for name, package in LIBRARIES.items() if name not in known]
    folder = Path("/usr/share/fonts/truetype")
    return libraries + [package for name, package in FONTS.items() if not (folder / name).exists()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
