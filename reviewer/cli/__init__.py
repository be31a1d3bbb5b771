"""The commands: thin, they call the pipeline and print.

Results go to standard output, everything else to standard error.
"""

from reviewer.cli.commands import commands, run
from reviewer.cli.demo import demo

__all__ = ["commands", "demo", "run"]
