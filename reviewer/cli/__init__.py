"""The commands: thin, they call the pipeline and print.

Results go to standard output, everything else to standard error.
"""

from reviewer.cli.commands import commands, run
from reviewer.cli.demo import demo
from reviewer.cli.prove import prove_command

__all__ = ["commands", "demo", "prove_command", "run"]
