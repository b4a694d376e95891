"""Rules in words: what kind one is, whether it gives way, its numbers, whose words it has."""

from collections.abc import Iterator

from runwright.domain.evidence import Parameter, RuleEntry, RuleKind, Value
from runwright.domain.words import N_, _, decimal, opening
from runwright.formats.library_words.units import with_unit
from runwright.knowledge.library import Library

FAMILIES = {
    "assessment": N_("Home tests: what a result may change"),
    "dose": N_("Dose: how much, how often, which exercises"),
    "gates": N_("Gates: when something waits, and what opens it"),
    "load": N_("Load: how running and strength grow together"),
    "progression": N_("Progression: when the next step comes"),
    "schedule": N_("Schedule: which day, how far from which run"),
    "warmup": N_("Warm-up and stretching"),
}
KINDS = {
    RuleKind.HARD: N_("A firm rule"),
    RuleKind.SOFT: N_("A preference"),
    RuleKind.GATE: N_("A safety gate"),
    RuleKind.PROGRESSION: N_("A rule of progression"),
    RuleKind.INFO: N_("For information"),
}
SAID_BESIDE = frozenset({"h", "s", "min", "km", "cm", "deg"})  # units that stand beside a number


def gives_way(rule: RuleEntry) -> str:
    """Return whether a rule gives way, or what it weighs; '' for neither."""
    if rule.relax_order is not None:
        return (
            _("It may give way when a week cannot hold everything, and then says so. {note}")
            .format(note=_(rule.relax_note))
            .strip()
        )
    if rule.kind in {RuleKind.HARD, RuleKind.GATE}:
        return _("It never gives way.")
    if rule.weight is not None:
        return _("Its weight is {weight} of 10.").format(weight=rule.weight)
    return ""


def value_words(value: Value) -> str:
    """Return the value of a number, ``8, 12`` or ``yes``."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, tuple):
        between = "; " if any(isinstance(part, dict) for part in value) else ", "
        return between.join(value_words(part) for part in value)
    if isinstance(value, dict):
        named = ((_(spaced(key)), value_words(part)) for key, part in value.items())
        return ", ".join(key if key == said else f"{key}: {said}" for key, said in named)
    if isinstance(value, str):
        return _(spaced(value))
    return decimal(value) if isinstance(value, float) else str(value)


def number_name(one: Parameter) -> str:
    """Return the name of a number, ``Novel gap``; a unit that stands beside it is left off."""
    return _(_bare_name(one))


def _bare_name(one: Parameter) -> str:
    words = one.name.split("_")
    if len(words) > 1 and words[-1] in SAID_BESIDE:
        words.pop()
    said = " ".join(words)
    return opening(said)


def number_value(one: Parameter) -> str:
    """Return a number with its unit, ``24 h`` or ``8 to 12 repetitions``; names as words."""
    value = one.value
    if isinstance(value, bool) or not isinstance(value, int | float | tuple):
        return value_words(value)
    said = spoken_value(one)
    return said if one.is_share else with_unit(said, one.unit)


def spoken_value(one: Parameter) -> str:
    """Return a number as a sentence says it: shares as per cent, pairs as ``8 to 12``."""
    parts = one.value if isinstance(one.value, tuple) else (one.value,)
    if not all(isinstance(part, int | float) for part in parts):
        return value_words(one.value)
    times = 100 if one.is_share else 1
    said = _(" to ").join(decimal(times * float(str(part))) for part in parts)
    return _("{share} %").format(share=said) if one.is_share else said


def number_texts(one: Parameter) -> Iterator[str]:
    """Yield what a number says in words, for the catalogues of other languages."""
    yield _bare_name(one)
    yield from _names_in(one.value)


def _names_in(value: Value) -> Iterator[str]:
    if isinstance(value, dict):
        yield from map(spaced, value)
    if isinstance(value, dict | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _names_in(part)
    elif isinstance(value, str):
        yield spaced(value)


def spaced(name: str) -> str:
    """Return a name of the knowledge base as words, ``hip dominant``."""
    return name.replace("_", " ")


def article_words(library: Library, slug: str) -> tuple[str, str]:
    """Return what an article says, of an exercise it lists the slug; and whose it is."""
    statement = library.statements.get(slug)
    article = library.articles[
        statement.article if statement else slug.split("-", maxsplit=1)[0].upper()
    ]
    whose = ", ".join(part for part in (article.author, article.publisher) if part)
    return (_(statement.says) if statement else slug), whose
