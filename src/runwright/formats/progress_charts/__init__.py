"""Charts of what was done, as drawings, each with its numbers beside it."""
