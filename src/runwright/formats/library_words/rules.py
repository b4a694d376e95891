"""Rules in words: what kind one is, whether it gives way, its numbers, whose words it has."""

from runwright.domain.evidence import RuleEntry, RuleKind, Value
from runwright.domain.words import N_, _
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


def gives_way(rule: RuleEntry) -> str:
    """Return whether a rule gives way, or what it weighs; '' for neither."""
    if rule.relax_order is not None:
        return (
            _("It may give way when a week cannot hold everything, and then says so. {note}")
            .format(note=rule.relax_note)
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
        pairs = (
            key if key == part else f"{key}: {value_words(part)}" for key, part in value.items()
        )
        return ", ".join(pairs)
    return f"{value:g}" if isinstance(value, float) else str(value)


def article_words(library: Library, slug: str) -> str:
    """Return what an article says and whose it is; of an exercise it lists, the slug."""
    statement = library.statements.get(slug)
    article = library.articles[
        statement.article if statement else slug.split("-", maxsplit=1)[0].upper()
    ]
    whose = ", ".join(part for part in (article.author, article.publisher) if part)
    return f"{statement.says if statement else slug} ({whose})"
