"""What each command does: reads what was named, calls a use case, shows what came of it."""
