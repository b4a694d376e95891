"""The sample runner: an invented year of run files and who they belong to, to show a plan with."""
