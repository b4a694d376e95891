"""What numbers rest on: a source, an article or a reason, told alike wherever it is told twice."""

from collections.abc import Iterator

from runwright.knowledge.check_base import EVERY, Base, Found
from runwright.knowledge.check_words import spoken
from runwright.knowledge.errors import FaultKind, KnowledgeFault

# Everything that says what it rests on: kind of file, pattern.
SUPPORTED = (
    ("rules", "*.parameters.*"),
    ("exercises", "*.dose_basis"),
    ("tests", "*.norms.*.support"),
    ("tests", "*.error.support"),
    ("tests", "*.start.support"),
    ("safety", "questions.*.support"),
    ("protocols", ""),
    ("protocols", "templates.*.slots.*"),
    ("weights", EVERY),
    ("training", EVERY),
)


def support_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Faults in what numbers rest on."""
    for kind, pattern in SUPPORTED:
        for found in base.entries(kind, pattern, "basis", "sources", "articles", "why"):
            yield from _support_faults(found)
    for entry in base.entries("rules", EVERY, "parameters", "sources", "articles"):
        yield from _unlisted_faults(entry)
    yield from _encoded_faults(base)


def _support_faults(found: Found) -> Iterator[KnowledgeFault]:
    support, path = found.value, found.path
    if support["basis"] == "coach_default":
        if not support.get("why"):
            yield found.document.fault(
                FaultKind.SUPPORT,
                (*path, "why"),
                expected="a reason for a number that nobody tested",
                got="nothing",
                do="add 'why', or name the basis it really has",
            )
    elif not support.get("sources") and not support.get("articles"):
        yield found.document.fault(
            FaultKind.SUPPORT,
            (*path, "sources"),
            expected=f"a source or an article behind basis {support['basis']}",
            got="neither",
            do="name one, or write basis coach_default with a why",
        )


def _unlisted_faults(entry: Found) -> Iterator[KnowledgeFault]:
    """Sources and articles of a number that the rule itself does not list."""
    for field in ("sources", "articles"):
        listed = entry.value[field]
        for name, number in entry.value["parameters"].items():
            for one in number.get(field) or ():
                if one not in listed:
                    yield entry.document.fault(
                        FaultKind.RULE,
                        (*entry.path, "parameters", name, field),
                        expected=f"what the rule's own {field} list",
                        got=spoken(one),
                        do=f"add it to the {field} of the rule",
                    )


def _encoded_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Statements of articles and rules that do not name each other."""
    rules = {
        one.value["id"]: one.value["articles"]
        for one in base.entries("rules", EVERY, "id", "articles")
    }
    encoded: dict[str, list[str]] = {}
    for one in base.entries("articles", "rules.*", "slug", "encoded_in"):
        slug, names = one.value["slug"], one.value["encoded_in"] or []
        encoded[slug] = names
        for at, rule in enumerate(names):
            if slug not in rules.get(rule, [slug]):
                yield one.document.fault(
                    FaultKind.RULE,
                    (*one.path, "encoded_in", at),
                    expected=f"a rule that names {slug} in its articles",
                    got=spoken(rule),
                    do=f"add {slug} to the articles of {rule}",
                )
    for entry in base.entries("rules", EVERY, "id", "articles"):
        for at, slug in enumerate(entry.value["articles"]):
            if entry.value["id"] not in encoded.get(slug, [entry.value["id"]]):
                yield entry.document.fault(
                    FaultKind.RULE,
                    (*entry.path, "articles", at),
                    expected=f"a statement with {entry.value['id']} in its encoded_in",
                    got=spoken(slug),
                    do=f"add {entry.value['id']} to encoded_in of {slug} in articles.yaml",
                )
