"""Small diaries for the coaching tests: one exercise, a session every few days."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from runwright.coaching.told import Told
from runwright.domain.check_in import CheckIn
from runwright.domain.exercise import DoseKind, Role, Sides
from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    Ended,
    PerformedPain,
    PerformedSession,
    PerformedSet,
)
from runwright.domain.runner import Side
from runwright.domain.script import (
    SCRIPT_SCHEMA_VERSION,
    PainWords,
    ScriptBlock,
    ScriptExercise,
    ScriptItem,
    ScriptVersion,
    SessionScript,
    SetTarget,
)
from runwright.knowledge.library import Library, load_library
from runwright.rules.registry import RuleBook
from runwright.usecases.write_script import short_times

START = date(2026, 9, 7)  # a Monday
MINUTES = 30
EVENING = time(18, 0, tzinfo=UTC)


@cache
def library() -> Library:
    return load_library()


@cache
def book() -> RuleBook:
    return RuleBook(tuple(library().rules.values()), library().weights)


def asked_for(exercise: str, **dose: Any) -> ScriptExercise:
    """An exercise as a script asks for it: sets, reps or hold_s or contacts, rir."""
    known = library().exercises[exercise]
    sides = (Side.LEFT, Side.RIGHT) if known.sides is Sides.EACH else (None,)
    targets = tuple(
        SetTarget(
            number=number + 1,
            work_s=30,
            side=side,
            reps=dose.get("reps"),
            hold_s=dose.get("hold_s"),
            contacts=dose.get("contacts"),
            distance_m=dose.get("distance_m"),
        )
        for number in range(dose.get("sets", 3))
        for side in sides
    )
    return ScriptExercise(
        exercise=exercise,
        name=known.name,
        cues=(),
        fault="",
        fix="",
        feel="",
        tempo=dose.get("tempo", known.tempo),
        sides=known.sides,
        dose_kind=DoseKind.REPS,
        loadable=known.loadable,
        rest_s=60,
        setup_s=10,
        sets=targets,
        rir=dose.get("rir"),
    )


def script_of(day: date, *asked: ScriptExercise) -> SessionScript:
    items = tuple(
        ScriptItem(label=f"{letter}1", role=Role.MAIN, prescribed=one, rests=True)
        for letter, one in zip("ABCDEFGH", asked, strict=False)
    )
    blocks = tuple(ScriptBlock(id=one.label[0], is_superset=False, items=(one,)) for one in items)
    return SessionScript(
        schema_version=SCRIPT_SCHEMA_VERSION,
        id=f"{day}-heavy",
        day=day,
        title="",
        start_min=18 * 60,
        versions=(ScriptVersion(minutes=MINUTES, worked_out_min=30.0, blocks=blocks),),
        pain_limits=(),
        pain_words=PainWords(green="", amber="", red=""),
        protocol="runwright",
        knowledge_version="1",
        times=short_times(),
    )


def session_of(script: SessionScript, *did: dict[str, Any], **said: Any) -> PerformedSession:
    """The session of a script; `did` is what each exercise reached, a list set by set."""
    start = datetime.combine(script.day, EVENING)
    items = [item for block in script.versions[0].blocks for item in block.items]
    sets, pains = [], []
    for item, one in zip(items, did, strict=True):
        result = {
            name: one[name]
            for name in ("reps", "hold_s", "contacts", "distance_m", "load_kg", "rir")
            if name in one
        }
        count = one.get("sets", len(item.prescribed.sets))
        for target in item.prescribed.sets[:count]:
            sets.append(
                PerformedSet(
                    label=item.label,
                    exercise=item.prescribed.exercise,
                    number=target.number,
                    side=target.side,
                    ended_at=start + timedelta(minutes=len(sets) + 1),
                    **{name: _of_set(value, target) for name, value in result.items()},
                )
            )
        if "hurts" in one:
            region, pain_0_10 = one["hurts"]
            pains.append(
                PerformedPain(region=region, pain_0_10=pain_0_10, told_at=start, label=item.label)
            )
    return PerformedSession(
        schema_version=PERFORMED_SCHEMA_VERSION,
        id=f"done-{script.id}",
        script=script.id,
        minutes=MINUTES,
        started_at=start,
        ended_at=start + timedelta(minutes=MINUTES),
        ended=said.get("ended", Ended.DONE),
        sets=tuple(sets),
        pains=tuple(pains),
    )


def _of_set(value: Any, target: SetTarget) -> Any:
    return value[target.number - 1] if isinstance(value, list) else value


def told_of(
    exercise: str,
    dose: dict[str, Any],
    did: Iterable[dict[str, Any]],
    *,
    every_days: int = 3,
    check_ins: Iterable[CheckIn] = (),
) -> Told:
    """A diary of one exercise, done every few days from START."""
    told = Told(check_ins=tuple(check_ins))
    for number, one in enumerate(did):
        day = START + timedelta(days=one.get("day", number * every_days))
        asked = {**dose, **one.get("asked", {})}
        script = script_of(day, asked_for(one.get("exercise", exercise), **asked))
        told = replace(
            told,
            sessions=(*told.sessions, session_of(script, one)),
            scripts={**told.scripts, script.id: script},
        )
    return told
