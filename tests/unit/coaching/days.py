"""Days, mornings and sessions for the tests of the coaching room."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from runwright.domain.check_in import CheckIn
from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    Ended,
    PerformedPain,
    PerformedSession,
    PerformedSet,
)
from runwright.domain.runner import Pain

DAY = date(2026, 9, 7)  # a Monday


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def morning(number: int, pains: Mapping[str, int] | None = None, **told: float) -> CheckIn:
    """A check-in; pains of {} says that nothing hurts, None says nothing about pain."""
    return CheckIn(
        day=day(number),
        sleep_h=told.get("sleep_h"),
        stress_0_10=_whole(told.get("stress")),
        soreness_0_10=_whole(told.get("soreness")),
        pains=tuple(Pain(region=one, pain_0_10=much) for one, much in (pains or {}).items()),
        pain_free=pains is not None and not any(pains.values()),
    )


def session(
    number: int, *exercises: str, pains: Mapping[tuple[str, str], int] | None = None
) -> PerformedSession:
    """A session at six in the evening; pains by (region, exercise), '' for the whole of it."""
    start = datetime.combine(day(number), time(18), tzinfo=UTC)
    labels = {name: f"{chr(ord('A') + place)}1" for place, name in enumerate(exercises)}
    return PerformedSession(
        schema_version=PERFORMED_SCHEMA_VERSION,
        id=f"session-{number}",
        script=f"script-{number}",
        minutes=30,
        started_at=start,
        ended_at=start + timedelta(minutes=30),
        ended=Ended.DONE,
        sets=tuple(
            PerformedSet(
                label=labels[name],
                exercise=name,
                number=1,
                ended_at=start + timedelta(minutes=5 + place),
                reps=8,
            )
            for place, name in enumerate(exercises)
        ),
        pains=tuple(
            PerformedPain(
                region=region, pain_0_10=much, told_at=start, label=labels.get(exercise, "")
            )
            for (region, exercise), much in (pains or {}).items()
        ),
    )


def _whole(told: float | None) -> int | None:
    return None if told is None else int(told)
