"""Harder without more weight: the levers of rule P02, in their order, one at a time."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runwright.coaching.around import Around
from runwright.coaching.work_words import said
from runwright.domain.exercise import Exercise
from runwright.domain.progress import Lever
from runwright.domain.proposal import Work

TEMPO = re.compile(r"(?P<lower>\d)-(?P<pause>\d)-(?P<lift>\d)")


def next_lever(work: Work, exercise: Exercise, around: Around) -> tuple[Lever, Work] | None:
    """Return the next lever this exercise has left and the work with it; None where none is.

    Load and the next rung are levers too, but they are tried where the rungs are known.
    """
    p = around.book.parameters("P02")
    for name in p.levers:
        lever = Lever(name)
        if lever in work.levers:
            continue
        harder = next(_pulled(lever, work, exercise, around), None)
        if harder is not None:
            levers = (*work.levers, lever)
            return lever, said(replace(harder, levers=levers), exercise)
    return None


def without_last(work: Work, exercise: Exercise) -> Work | None:
    """Return the work with its last lever let go; None where none was pulled."""
    if len(work.levers) == 0:
        return None
    last = work.levers[-1]
    tempo = exercise.tempo if last in {Lever.SLOWER_LOWERING, Lever.PAUSE} else work.tempo
    own = exercise.dose.reps
    reps = own if last is Lever.REPS and own is not None else work.reps
    return said(replace(work, levers=work.levers[:-1], tempo=tempo, reps=reps), exercise)


def _pulled(lever: Lever, work: Work, exercise: Exercise, around: Around) -> Iterator[Work]:
    tempo = TEMPO.fullmatch(work.tempo or exercise.tempo)
    if lever is Lever.REPS:
        most = _most_reps(work, exercise, around)
        if work.reps is not None and most > work.reps[1]:
            yield replace(work, reps=(work.reps[0], most))
    elif tempo is None:
        return
    elif lever is Lever.SLOWER_LOWERING:
        seconds = around.book.parameters("D25").eccentric_s[0]
        if int(tempo["lower"]) < seconds:
            yield replace(work, tempo=f"{seconds}-{tempo['pause']}-{tempo['lift']}")
    elif lever is Lever.RANGE:
        yield work
    elif lever is Lever.PAUSE:
        pause = int(tempo["pause"]) + 1
        yield replace(work, tempo=f"{tempo['lower']}-{pause}-{tempo['lift']}")


def _most_reps(work: Work, exercise: Exercise, around: Around) -> int:
    """Return how far repetitions may go: the range's top, or past it without a weight (D07). [1]

    Few repetitions are few for a reason: they are held, or the lowering makes sore (D19).
    """
    if exercise.dose.reps is None:
        return 0
    own = exercise.dose.reps[1]
    many, most = around.book.parameters("D07").isolation_reps
    is_loaded = work.load_kg is not None and work.load_kg > 0
    is_few = own < many or exercise.id in around.book.parameters("D19").exercises
    return own if is_loaded or is_few else max(own, most)
