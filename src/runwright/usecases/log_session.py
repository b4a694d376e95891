"""A session written down after it was done: the lines somebody told, as a performed session."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from runwright.domain.exercise import DoseKind, Exercise, Sides
from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    Ended,
    PerformedPain,
    PerformedSession,
    PerformedSet,
)
from runwright.domain.runner import Pain, Side
from runwright.domain.script import ScriptItem, ScriptVersion, SessionScript

ID_LETTERS = 24
COUNTS = {
    DoseKind.HOLD: "hold_s",
    DoseKind.DISTANCE: "distance_m",
    DoseKind.CONTACTS: "contacts",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSets:
    """Sets of one exercise that were done.

    Attributes
    ----------
    counted
        What is counted, a field of a performed set; '' is "what the exercise counts".
    each
        How much each set came to.
    side
        None is both, or each where the exercise has sides.
    """

    exercise: Exercise
    each: tuple[int, ...]
    counted: str = ""
    load_kg: float | None = None
    rir: int | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What somebody tells of a session.

    Attributes
    ----------
    script
        What was asked for; None for a session nobody planned.
    minutes
        What it took. [min]
    pains
        Told for the whole session.
    """

    script: SessionScript | None
    started_at: datetime
    minutes: int
    sets: tuple[LoggedSets, ...]
    pains: tuple[Pain, ...] = ()
    effort_0_10: int | None = None
    note: str = ""


def log_session(logged: Logged) -> PerformedSession:
    """Return the session; told again in the same words it is the same, with the same id."""
    ended_at = logged.started_at + timedelta(minutes=logged.minutes)
    script = logged.script
    day = logged.started_at.date().isoformat()
    session = PerformedSession(
        schema_version=PERFORMED_SCHEMA_VERSION,
        id="",
        script=f"{day}-own" if script is None else script.id,
        minutes=logged.minutes if script is None else _version(script, logged.minutes).minutes,
        started_at=logged.started_at,
        ended_at=ended_at,
        ended=_ended(logged),
        sets=tuple(_sets(logged, ended_at)),
        pains=tuple(
            PerformedPain(
                region=one.region, pain_0_10=one.pain_0_10, told_at=ended_at, side=one.side
            )
            for one in logged.pains
        ),
        effort_0_10=logged.effort_0_10,
        note=logged.note,
    )
    name = hashlib.sha256(repr(session).encode()).hexdigest()[:ID_LETTERS]
    return replace(session, id=name)


def _ended(logged: Logged) -> Ended:
    """Whether everything that was asked for has sets."""
    if logged.script is None:
        return Ended.DONE
    done = {one.exercise.id for one in logged.sets}
    asked = _items(_version(logged.script, logged.minutes))
    left = [item for item in asked if item.rests and not _names(item) & done]
    return Ended.SHORTENED if left else Ended.DONE


def _sets(logged: Logged, ended_at: datetime) -> Iterator[PerformedSet]:
    rows = [(one, got, side) for one in logged.sets for got, side in _rows(one)]
    numbers: Counter[tuple[str, Side | None]] = Counter()
    for place, (one, got, side) in enumerate(rows, start=1):
        numbers[one.exercise.id, side] += 1
        counted = one.counted or COUNTS.get(one.exercise.dose_kind, "reps")
        lasted = (ended_at - logged.started_at) * place / len(rows)
        yield PerformedSet(
            label=_label(one.exercise.id, logged.script),
            exercise=one.exercise.id,
            number=numbers[one.exercise.id, side],
            ended_at=logged.started_at + lasted,
            side=side,
            load_kg=one.load_kg if one.exercise.loadable else None,
            rir=one.rir,
            reps=got if counted == "reps" else None,
            hold_s=got if counted == "hold_s" else None,
            distance_m=got if counted == "distance_m" else None,
            contacts=got if counted == "contacts" else None,
        )


def _rows(one: LoggedSets) -> Iterator[tuple[int, Side | None]]:
    sides: Iterable[Side | None] = (one.side,)
    if one.side is None and one.exercise.sides is Sides.EACH:
        sides = (Side.LEFT, Side.RIGHT)
    return ((got, side) for got in one.each for side in sides)


def _label(exercise: str, script: SessionScript | None) -> str:
    """Place of an exercise in the script; X where it has none there."""
    items = () if script is None else _items(script.versions[0])
    return next((item.label for item in items if exercise in _names(item)), "X")


def _version(script: SessionScript, minutes: int) -> ScriptVersion:
    """The version for an amount of time; the nearest where there is none."""
    return min(script.versions, key=lambda one: abs(one.minutes - minutes))


def _items(version: ScriptVersion) -> tuple[ScriptItem, ...]:
    return tuple(item for block in version.blocks for item in block.items)


def _names(item: ScriptItem) -> set[str]:
    others = (item.easier, *item.swaps)
    return {item.prescribed.exercise, *(one.exercise for one in others if one is not None)}
