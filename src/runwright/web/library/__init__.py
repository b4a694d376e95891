"""The library: every exercise, ladder, home test, rule, source and protocol, each on its page."""
