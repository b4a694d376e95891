"""Ladders: rungs that rise, an easier exercise right below, every exercise somewhere."""

from collections.abc import Iterator
from itertools import pairwise

from runwright.knowledge.check_base import EVERY, Base, Entry, Found
from runwright.knowledge.check_words import or_words, spoken
from runwright.knowledge.documents import Path
from runwright.knowledge.errors import FaultKind, KnowledgeFault


def ladder_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Faults of ladders, and of what exercises say about the easier one."""
    for entry in base.entries("exercises", EVERY, "id", "level", "easier", "pattern"):
        yield from _easier_faults(base, entry)
    for entry in base.entries("ladders", EVERY, "kind", "pattern", "rungs"):
        yield from _ladder_faults(base, entry)
    if base.is_whole("ladders"):
        yield from _homeless_faults(base)


def _fault(entry: Found, path: Path, *, expected: str, got: str, do: str) -> KnowledgeFault:
    where = (*entry.path, *path)
    return entry.document.fault(FaultKind.LADDER, where, expected=expected, got=got, do=do)


def _easier_faults(base: Base, entry: Found) -> Iterator[KnowledgeFault]:
    this, easier = entry.value["id"], entry.value["easier"]
    if easier is None or easier not in base.exercises:
        return
    below = base.exercises[easier]
    if below["level"] > entry.value["level"]:
        yield _fault(
            entry,
            ("easier",),
            expected=f"an exercise of level {entry.value['level']} or lower",
            got=f"{spoken(easier)} of level {below['level']}",
            do="name an easier one, or correct a level",
        )
    ring = _ring(base, this)
    if ring:
        yield _fault(
            entry,
            ("easier",),
            expected="a way down that ends",
            got=" to ".join(ring),
            do="name an easier one that does not lead back here",
        )


def _ring(base: Base, start: str) -> tuple[str, ...]:
    """The way down from `start` back to itself; empty where it ends or leads elsewhere."""
    way, here = [start], base.exercises[start]["easier"]
    while here in base.exercises and here not in way:
        way.append(here)
        here = base.exercises[here]["easier"]
    return (*way, start) if here == start else ()


def _ladder_faults(base: Base, entry: Found) -> Iterator[KnowledgeFault]:
    rungs, is_set = entry.value["rungs"], entry.value["kind"] == "set"
    known = [(at, base.exercises[rung]) for at, rung in enumerate(rungs) if rung in base.exercises]
    if not is_set:
        yield from _falling_faults(entry, known)
    if not is_set and len(rungs) == 1:
        yield _fault(
            entry,
            ("rungs",),
            expected="two rungs or more",
            got=spoken(rungs[0]),
            do="add the next rung, or write kind: set",
        )
    if known and entry.value["pattern"] not in _patterns(known, is_set=is_set):
        got = spoken(entry.value["pattern"])
        wanted = or_words(_patterns(known, is_set=is_set))
        yield _fault(
            entry,
            ("pattern",),
            expected=f"{wanted}, the pattern of its {'exercises' if is_set else 'top rung'}",
            got=got,
            do=f"write {wanted}",
        )


def _patterns(known: list[tuple[int, Entry]], *, is_set: bool) -> tuple[str, ...]:
    goals = known if is_set else known[-1:]
    return tuple(dict.fromkeys(rung["pattern"] for _, rung in goals))


def _falling_faults(entry: Found, known: list[tuple[int, Entry]]) -> Iterator[KnowledgeFault]:
    for (_, lower), (at, upper) in pairwise(known):
        if upper["level"] < lower["level"]:
            yield _fault(
                entry,
                ("rungs", at),
                expected=f"level {lower['level']} or more after '{lower['id']}'",
                got=f"{spoken(upper['id'])} of level {upper['level']}",
                do="put the rungs in order, or correct a level",
            )


def _homeless_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Exercises on no ladder, and those whose easier one is not the rung below anywhere."""
    standing: set[str] = set()
    steps: set[tuple[str, str]] = set()
    for entry in base.entries("ladders", EVERY):
        told = entry.value.get("rungs")  # whatever else is wrong, these rungs stand there
        rungs = [one for one in told if isinstance(one, str)] if isinstance(told, list) else []
        standing.update(rungs)
        if entry.value.get("kind") == "ladder":
            steps.update(pair for pair in pairwise(rungs) if len(set(pair)) > 1)
    for one in base.entries("exercises", EVERY, "id", "easier"):
        this, easier = one.value["id"], one.value["easier"]
        if this not in standing:
            yield _fault(
                one,
                (),
                expected="a place on a ladder or in a set",
                got="none",
                do="add it to the rungs of one in ladders.yaml",
            )
        elif easier is not None and easier in base.exercises and (easier, this) not in steps:
            yield _fault(
                one,
                ("easier",),
                expected="the rung right below on one of its ladders",
                got=spoken(easier),
                do=f"put '{easier}' below '{this}' on a ladder, or name the rung that is there",
            )
        elif easier is None and any(upper == this for _, upper in steps):
            below = sorted(lower for lower, upper in steps if upper == this)
            yield _fault(
                one,
                ("easier",),
                expected="the rung right below on one of its ladders",
                got="nothing",
                do=f"write {or_words(below)}",
            )
