"""Exercises beyond their shape: doses that fit their kind, articles that agree."""

from collections.abc import Iterator

from runwright.knowledge.check_base import EVERY, Base, Found
from runwright.knowledge.check_words import and_words, or_words, spoken
from runwright.knowledge.documents import Path
from runwright.knowledge.errors import FaultKind, KnowledgeFault

# What a dose must count, by its kind: any one of these.
COUNTED = {
    "reps": ("reps",),
    "hold": ("hold_s",),
    "distance": ("distance_m", "steps"),
    "contacts": ("contacts", "hold_s"),
}
RANGES = ("sets", "reps", "hold_s", "distance_m", "steps", "contacts")


def exercise_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Faults of exercises by themselves; `check_ladders` has how they stand to each other."""
    for entry in base.entries("exercises", EVERY, "pattern"):
        yield from _file_faults(entry)
    for entry in base.entries("exercises", EVERY, "dose_kind", "dose"):
        yield from _dose_faults(entry)
    for entry in base.entries("exercises", EVERY, "dose_kind", "seconds_per_rep"):
        yield from _seconds_faults(entry)
    for entry in base.entries("exercises", EVERY, "pattern", "stretch", "dose"):
        yield from _stretch_faults(entry)
    for entry in base.entries("exercises", EVERY, "id", "articles", "dose_basis"):
        yield from _article_faults(base, entry)


def _fault(entry: Found, path: Path, *, expected: str, got: str, do: str) -> KnowledgeFault:
    where = (*entry.path, *path)
    return entry.document.fault(FaultKind.EXERCISE, where, expected=expected, got=got, do=do)


def _file_faults(entry: Found) -> Iterator[KnowledgeFault]:
    pattern = entry.document.name.partition("/")[2]
    if entry.value["pattern"] != pattern:
        yield _fault(
            entry,
            ("pattern",),
            expected=f"'{pattern}', the name of the file",
            got=spoken(entry.value["pattern"]),
            do=f"write '{pattern}', or move the exercise",
        )


def range_words(value: object) -> tuple[str, str, str] | None:
    """What is wrong with a (low, high) pair: expected, got, what to do; None for nothing."""
    if isinstance(value, list) and value != sorted(value):
        turned = ", ".join(str(one) for one in sorted(value))
        got = ", ".join(str(one) for one in value)
        return "the lower number first", f"[{got}]", f"write [{turned}]"
    return None


def _dose_faults(entry: Found) -> Iterator[KnowledgeFault]:
    dose, kind = entry.value["dose"], entry.value["dose_kind"]
    for name in RANGES:
        words = range_words(dose.get(name))
        if words is not None:
            expected, got, do = words
            yield _fault(entry, ("dose", name), expected=expected, got=got, do=do)
    if not any(name in dose for name in COUNTED[kind]):
        wanted = or_words(COUNTED[kind])
        yield _fault(
            entry,
            ("dose",),
            expected=f"{wanted} for dose_kind {kind}",
            got=and_words(dose) if dose else "nothing",
            do=f"add {wanted}, or name the dose_kind it really has",
        )


def _seconds_faults(entry: Found) -> Iterator[KnowledgeFault]:
    kind, seconds = entry.value["dose_kind"], entry.value["seconds_per_rep"]
    if kind == "reps" and seconds is None:
        expected, do = "the seconds one repetition takes", "write them"
    elif kind in {"hold", "distance"} and seconds is not None:
        expected, do = f"nothing for dose_kind {kind}", "write null"
    else:
        return
    yield _fault(entry, ("seconds_per_rep",), expected=expected, got=spoken(seconds), do=do)


def _stretch_faults(entry: Found) -> Iterator[KnowledgeFault]:
    stretch, dose = entry.value.get("stretch"), entry.value["dose"]
    if stretch is None and entry.value["pattern"] == "static":
        yield _fault(
            entry,
            ("stretch",),
            expected="the muscles and seconds that rule W01 judges",
            got="nothing",
            do="add stretch with muscles and hold_s",
        )
    longest = max(dose.get("hold_s") or [0])
    if stretch is not None and stretch["hold_s"] != longest:
        yield _fault(
            entry,
            ("stretch", "hold_s"),
            expected=f"{longest}, the longest hold of the dose",
            got=spoken(stretch["hold_s"]),
            do="write the same in both",
        )


def _article_faults(base: Base, entry: Found) -> Iterator[KnowledgeFault]:
    """Articles that show the exercise, and the articles behind its dose."""
    this, shown = entry.value["id"], base.shown
    wanted = sorted({one["article"] for one in shown.values() if one["exercise"] == this})
    if shown and sorted(entry.value["articles"]) != wanted:
        yield _fault(
            entry,
            ("articles",),
            expected=f"[{', '.join(wanted)}], whose exercises in articles.yaml are this one",
            got=f"[{', '.join(entry.value['articles'])}]",
            do="make the two agree",
        )
    for at, slug in enumerate(entry.value["dose_basis"].get("articles") or ()):
        if slug in shown and shown[slug]["exercise"] != this:
            yield _fault(
                entry,
                ("dose_basis", "articles", at),
                expected="an article's words on this exercise",
                got=f"{spoken(slug)}, which is {shown[slug]['exercise']}",
                do="name the slug whose exercise is this one",
            )
