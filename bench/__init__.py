"""What we claim about speed and exactness, measured; `python -m bench.run` prints all of it."""
