"""`python -m reviewer`: the window without arguments, the commands with them.

`--data FOLDER` opens the window on another data folder, such as that of the demonstration.
"""

import multiprocessing
import sys
from pathlib import Path


def main() -> None:
    """Start what the arguments ask for."""
    # A frozen program starts its worker processes by running itself.
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if not arguments or (arguments[0] == "--data" and len(arguments) == 2):
        from reviewer.ui.app import main as open_window

        sys.exit(open_window(Path(arguments[1]) if arguments else None))
    from reviewer.cli import run

    run()


if __name__ == "__main__":
    main()
