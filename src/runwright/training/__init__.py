"""What past running says: facts from run files or from told habits, and runs carried forward.

Start at `facts.facts_from_runs`, `facts.facts_from_habits` and `projection.project_runs`.
"""
