"""What rests on a source."""

from runwright.knowledge.library import Library


def resting_on(library: Library, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the rules and the exercises that name a source."""
    rules = (
        rule.id
        for rule in library.rules.values()
        if key in rule.sources or any(key in number.support.sources for number in rule.parameters)
    )
    exercises = (
        one.id
        for one in library.exercises.values()
        if key in one.sources or key in one.dose_support.sources
    )
    return tuple(rules), tuple(exercises)
