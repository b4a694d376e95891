"""The use cases in a terminal: the one room that reads the clock, the environment and the screen.

Rule for the next author: `runwright --help` must start in 200 ms, so a command's module imports
what it needs inside its functions; only click and the words are imported at the top.
"""

from runwright.cli.program import main

__all__ = ["main"]
