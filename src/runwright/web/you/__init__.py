"""The runner's own page: every answer again, how things look, and the data to take or to delete."""
