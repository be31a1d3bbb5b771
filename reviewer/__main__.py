"""`python -m reviewer`: the window without arguments, the commands with them."""

import multiprocessing
import sys


def main() -> None:
    """Start what the arguments ask for."""
    # A frozen program starts its worker processes by running itself.
    multiprocessing.freeze_support()
    if len(sys.argv) > 1:
        from reviewer.cli import run

        run()
    else:
        from reviewer.ui.app import main as open_window

        open_window()


if __name__ == "__main__":
    main()
