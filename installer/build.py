"""Building the portable folder: the program with its own Python, for computers that have none.

The folder holds a copy of the interpreter, exactly the locked libraries that the program needs at
run time, the program and its data, and one thing to click.  Nothing is frozen or unpacked at
start, so the data files stay files that a bureau may change.  Run it on the system that it is
for: `python dev.py package`.
"""

import argparse
import importlib.metadata
import re
import shutil
import stat
import sys
import tomllib
import zipfile
from pathlib import Path

from packaging.requirements import Requirement

HERE = Path(__file__).resolve().parent.parent
NAME = "案卷评查"
WINDOWS = sys.platform == "win32"

# Parts of the interpreter and of Qt that the program never loads.
_NOT_PYTHON = {
    "test", "idlelib", "tkinter", "turtledemo", "lib2to3", "ensurepip", "site-packages",
    "__pycache__", "distutils",
}  # fmt: skip
_NOT_QT = re.compile(
    r"PySide6/(.*/)?(qml|metatypes|include|typesystems|glue|doc|scripts|QtAsyncio|support)/"
    r"|PySide6/(lupdate|lrelease|linguist|designer|assistant|rcc|uic|qmllint|qmlls|qmlformat"
    r"|qmlcachegen|qmlimportscanner|qmltyperegistrar|svgtoqml|balsam|balsamui|qsb)(\.exe)?$"
    r"|PySide6/(Qt/lib/lib)?Qt6(Qml|Quick|Designer|Help|Test|Sql|Labs|Concurrent)\w*[.]"
    r"|PySide6/(Qt/)?translations/(?!qt(base)?_zh_CN)"
    r"|\.pyi$|/__pycache__/|/tests?/"
)

_START = """\
import sys
from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()
    sys.argv[0] = "reviewer"
    from reviewer.__main__ import main

    sys.exit(main())
"""


def main() -> None:
    """Build `dist/案卷评查` and its archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE / "dist")
    options = parser.parse_args()
    target = options.into / NAME
    shutil.rmtree(target, ignore_errors=True)
    site = _copy_python(target / "python")
    count = sum(_copy_distribution(name, site) for name in sorted(_needed()))
    _copy_program(target, site)
    _make_starter(target)
    archive = shutil.make_archive(str(target), "zip", options.into, NAME)
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    print(f"{target}：{count} 个库文件，{size / 1e6:.0f} MB；压缩包 {archive}")


def _needed() -> set[str]:
    """Return the names of the libraries that the program needs at run time, all of them."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(text) for text in project["dependencies"]]
    found: set[str] = set()
    while waiting:
        wanted = waiting.pop()
        if wanted.name in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        found.add(wanted.name)
        waiting += [Requirement(text) for text in importlib.metadata.requires(wanted.name) or ()]
    return found


def _copy_distribution(name: str, site: Path) -> int:
    """Copy the files of one installed library; return how many."""
    count = 0
    for file in importlib.metadata.distribution(name).files or ():
        relative = file.as_posix()
        if relative.startswith("..") or relative.endswith(".pyc") or _NOT_QT.search(relative):
            continue
        goal = site / relative
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(str(file.locate()), goal)
        count += 1
    return count


def _copy_python(target: Path) -> Path:
    """Copy the interpreter to `target`; return its folder for libraries."""
    base = Path(sys.base_prefix)
    if WINDOWS:
        library, goal = base / "Lib", target / "Lib"
        for file in base.glob("*"):
            if file.suffix.lower() in {".exe", ".dll"} or file.name == "LICENSE.txt":
                target.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, target / file.name)
        shutil.copytree(
            base / "DLLs", target / "DLLs", ignore=shutil.ignore_patterns("_tk*", "tc*")
        )
    else:
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        library, goal = base / "lib" / version, target / "lib" / version
        (target / "bin").mkdir(parents=True)
        shutil.copy2(Path(sys.executable).resolve(), target / "bin" / version)
        for shared in (base / "lib").glob("libpython*.so*"):
            (target / "lib").mkdir(exist_ok=True)
            shutil.copy2(shared, target / "lib" / shared.name)
    shutil.copytree(library, goal, ignore=lambda _folder, names: _NOT_PYTHON.intersection(names))
    site = goal / "site-packages"
    site.mkdir()
    return site


def _copy_program(target: Path, site: Path) -> None:
    """Copy the program and its data to `app`, which the interpreter finds beside itself."""
    app = target / "app"
    leave = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(HERE / "reviewer", app / "reviewer", ignore=leave)
    shutil.copytree(HERE / "resources", app / "resources", ignore=leave)
    for name in ("README.md", "CHANGELOG.md"):
        shutil.copy2(HERE / name, target / name)
    up = "/".join([".."] * len(site.relative_to(target).parts))
    (site / "reviewer-app.pth").write_text(f"{up}/app\n", encoding="utf-8")


def _make_starter(target: Path) -> None:
    """Make what the user clicks: an .exe on Windows, a shell script elsewhere."""
    if WINDOWS:
        _make_exe(target / f"{NAME}.exe", "w64.exe", "pythonw.exe")
        _make_exe(target / "reviewer.exe", "t64.exe", "python.exe")
        return
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    script = target / NAME
    script.write_text(
        f"""#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
unset PYTHONPATH
LD_LIBRARY_PATH="$here/python/lib" PYTHONHOME="$here/python" \\
    exec "$here/python/bin/{version}" -m reviewer "$@"
""",
        encoding="utf-8",
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


def _make_exe(path: Path, launcher: str, python: str) -> None:
    """Join pip's small launcher, a line that names our interpreter, and the code to run."""
    import pip._vendor.distlib as distlib  # noqa: PLC0415 — Windows only

    stub = Path(distlib.__file__).with_name(launcher).read_bytes()
    code = path.with_suffix(".zip")
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("__main__.py", _START)
    path.write_bytes(stub + f"#!<launcher_dir>\\python\\{python}\r\n".encode() + code.read_bytes())
    code.unlink()


if __name__ == "__main__":
    main()
