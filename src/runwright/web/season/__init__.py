"""The season: the plan a runner follows, every plan before it, and the pages that show it."""
