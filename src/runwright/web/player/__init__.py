"""The session player: its page, its files, and what a phone keeps of it to work offline."""
