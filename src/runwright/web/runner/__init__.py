"""The runner: who they are, their runs, and how both came in."""
