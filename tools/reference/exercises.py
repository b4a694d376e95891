"""The page of exercises: by movement pattern, as ladders, each with dose, cues and pain tags."""

from collections.abc import Iterable, Iterator

from runwright.domain.exercise import DoseKind, DoseRange, Exercise, Ladder, PainTag, Sides
from runwright.formats.plan_words.patterns import PATTERNS
from runwright.knowledge.library import Library
from tools.reference.knowledge import (
    Known,
    exercise_words,
    head,
    rules_words,
    sources_words,
    support_words,
)
from tools.reference.markdown import (
    anchor,
    between,
    bullets,
    code,
    link,
    paragraph,
    table,
    words,
)

SIDES = {Sides.EACH: " each side", Sides.ALTERNATING: " alternating", Sides.BOTH: ""}
ACHILLES_MOST, PATELLOFEMORAL_MOST = 4, 3  # the tags' highest ranks


def page(known: Known) -> list[str]:
    """Lines of the page."""
    library = known.library
    lines = head(
        "Exercises",
        library,
        f"All {len(library.exercises)} exercises by movement, easiest first, and the "
        f"{sum(not one.is_set for one in library.ladders.values())} ladders you climb on them.",
    )
    lines += _how_to_read(library)
    for pattern, heading in PATTERNS.items():
        lines += _pattern(library, pattern, heading)
    return lines


def _how_to_read(library: Library) -> list[str]:
    lines = paragraph(
        "Under each name: its id, its level from 1 (easiest) to 5, the usual dose, the tempo "
        "(seconds to lower, to pause, to lift), and what you need for it."
    )
    lines += paragraph(
        f"**Achilles and kneecap** are ranks of load from 0 to {ACHILLES_MOST} and from 0 to "
        f"{PATELLOFEMORAL_MOST}. They put exercises in order; they are no newtons, and nobody "
        "measured most of them."
    )
    lines += paragraph(
        "**When something hurts** says what the plan does with the exercise while that region "
        f"hurts ({rules_words(['G07', 'G09'])}): *good* is welcome, *careful* may stay in with "
        "the note beside it, *leave out* goes."
    )
    return lines + table(
        ("pattern", "exercises", "ladders"),
        [
            (
                link(heading, f"#{place(pattern)}"),
                str(len(library.patterns[pattern])),
                "; ".join(one.name for one in _ladders(library, pattern) if not one.is_set),
            )
            for pattern, heading in PATTERNS.items()
        ],
    )


def _ladders(library: Library, pattern: str) -> list[Ladder]:
    return [one for one in library.ladders.values() if one.pattern == pattern]


def _pattern(library: Library, pattern: str, heading: str) -> list[str]:
    lines = [anchor(place(pattern)), "", f"## {heading}", ""]
    lines += bullets(_ladder(library, one) for one in _ladders(library, pattern))
    exercises = sorted(library.patterns[pattern], key=lambda one: one.level)
    for exercise in exercises:
        lines += _exercise(library, exercise)
    return lines


def _ladder(library: Library, ladder: Ladder) -> str:
    joined = ", " if ladder.is_set else " → "
    rungs = joined.join(exercise_words(library, rung) for rung in ladder.rungs)
    return f"**{ladder.name}**{' (no order)' if ladder.is_set else ''}: {rungs}"


def _exercise(library: Library, exercise: Exercise) -> list[str]:
    lines = [anchor(exercise.id), "", f"### {exercise.name}", ""]
    lines += [" · ".join(_facts(library, exercise)), ""]
    lines += [f"{number}. {cue}" for number, cue in enumerate(exercise.cues, start=1)]
    lines += ["", f"**Common fault:** {exercise.fault.what} {exercise.fault.fix}", ""]
    lines += [f"**You feel it:** {exercise.feel}", ""]
    return lines + bullets(_more(library, exercise))


def _facts(library: Library, exercise: Exercise) -> Iterator[str]:
    yield code(exercise.id)
    yield f"level {exercise.level}"
    yield dose_words(exercise)
    if "-" in exercise.tempo:
        yield f"tempo {exercise.tempo}"
    yield _kit(library, exercise)
    if exercise.achilles_load:
        yield f"Achilles {exercise.achilles_load} of {ACHILLES_MOST}"
    if exercise.patellofemoral_load:
        yield f"kneecap {exercise.patellofemoral_load} of {PATELLOFEMORAL_MOST}"


def dose_words(exercise: Exercise) -> str:
    """Return ``2–3 × 8–15 each side``."""
    dose = exercise.dose
    counted = _counted(dose, exercise.dose_kind)
    return f"{between(dose.sets)} × {counted}{SIDES[exercise.sides]}"


def _counted(dose: DoseRange, kind: DoseKind) -> str:
    parts = []
    if dose.reps is not None and (dose.hold_s is None or dose.reps != (1, 1)):
        parts.append(between(dose.reps) + (" reps" if dose.hold_s is not None else ""))
    if dose.contacts is not None:
        parts.append(f"{between(dose.contacts)} contacts")
    if dose.distance_m is not None:
        parts.append(f"{between(dose.distance_m)} m")
    if dose.steps is not None:
        parts.append(f"{between(dose.steps)} steps")
    if dose.hold_s is not None:
        parts.append(f"{between(dose.hold_s)} s")
    if dose.rep_hold_s is not None:
        parts.append(f"{dose.rep_hold_s} s each")
    return " of ".join(parts) if kind is not DoseKind.REPS else ", ".join(parts)


def _kit(library: Library, exercise: Exercise) -> str:
    sets = [
        " + ".join(_named(str(library.kit[one]["name"])) for one in sorted(needed)) or "nothing"
        for needed in exercise.equipment
    ]
    return f"needs {'; or '.join(sets)}" if sets != ["nothing"] else "no kit"


def _named(kit: str) -> str:
    return kit[:1].lower() + kit[1:]


def _more(library: Library, exercise: Exercise) -> Iterator[str]:
    yield f"Trains {_muscles(exercise)}"
    hurts = _when_it_hurts(library, exercise)
    if hurts:
        yield f"When something hurts: {'; '.join(hurts)}"
    conditions = list(_conditions(exercise))
    if conditions:
        yield f"Also: {'; '.join(conditions)}"
    if exercise.gates:
        yield f"Opens with {rules_words(sorted({gate.split('_')[0] for gate in exercise.gates}))}"
    if exercise.easier is not None:
        yield f"Easier: {exercise_words(library, exercise.easier)}"
    yield f"Dose: {support_words(exercise.dose_support)}"
    if exercise.sources:
        yield f"Sources: {sources_words(exercise.sources)}"
    if exercise.articles:
        shown = ", ".join(link(one, f"protocols.md#{one}") for one in exercise.articles)
        yield f"Shown by article {shown}"


def _muscles(exercise: Exercise) -> str:
    first = ", ".join(words(one) for one in exercise.primary_muscles)
    then = ", ".join(words(one) for one in exercise.secondary_muscles)
    tier = ", ".join(words(one) for one in exercise.gluteal_tier_1)
    said = f"{first}; also {then}" if then else first
    return f"{said}. Among the strongest for {tier}" if tier else said


def _when_it_hurts(library: Library, exercise: Exercise) -> list[str]:
    told = (("good", exercise.good), ("careful", exercise.caution), ("leave out", exercise.avoid))
    return [f"*{how}* {_regions(library, tags)}" for how, tags in told if tags]


def _regions(library: Library, tags: Iterable[PainTag]) -> str:
    return ", ".join(
        library.regions[tag.region].name.lower() + (f" ({tag.note})" if tag.note else "")
        for tag in tags
    )


def _conditions(exercise: Exercise) -> Iterator[str]:
    told = (
        ("good", exercise.good_conditions),
        ("careful", exercise.caution_conditions),
        ("leave out", exercise.avoid_conditions),
    )
    for how, found in told:
        if found:
            yield f"*{how}* {', '.join(words(one) for one in sorted(found))}"


def place(pattern: str) -> str:
    """Return the place of a pattern on the page; some exercises are named like their pattern."""
    return f"pattern-{pattern}"


def pattern_words(pattern: str) -> str:
    """Return a link to a movement pattern under its name."""
    return link(PATTERNS[pattern], f"exercises.md#{place(pattern)}")
