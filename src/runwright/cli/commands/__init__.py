"""One module for each command or family of commands: how it is used, and what it does."""
