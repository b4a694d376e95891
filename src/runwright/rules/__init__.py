"""What each rule says about a day, a few days, a week, a run, a session: one function per rule."""
