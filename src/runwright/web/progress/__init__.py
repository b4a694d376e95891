"""Progress: what was done, drawn; no score of anything."""
