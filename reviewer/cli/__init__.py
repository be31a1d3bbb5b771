"""The commands: thin, they call the pipeline and print.

Results go to standard output, everything else to standard error.
"""

from reviewer.cli.commands import commands, run

__all__ = ["commands", "run"]
