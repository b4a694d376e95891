"""Reads the short words of tests/cases/coaching.yaml: a dose, a session, a kit."""

import re
from typing import Any

DOSE = re.compile(
    r"(?P<exercise>\w+), (?P<sets>\d) x (?P<low>\d+)(?:-(?P<high>\d+))?(?P<unit> s| landings)?"
    r"(?:, (?P<rir>\d) in reserve)?"
)
LIGHT_REPS = (12, 15)
DID = re.compile(
    r"(?P<light>light: )?(?:day (?P<day>\d+): )?"
    r"(?P<count>[\d/]+)(?P<unit> s| landings)?(?: at (?P<load>[\d.]+) kg)?"
    r"(?:, (?P<rir>[\d/]+) left)?(?:, (?P<sets>\d) sets?)?(?:, (?P<region>\w+) hurt (?P<pain>\d+))?"
)


def dose(said: str) -> tuple[str, dict[str, Any]]:
    """The exercise and what is asked of it: ``"goblet_squat, 3 x 8-12, 3 in reserve"``."""
    found = DOSE.fullmatch(said)
    assert found is not None, said
    low = int(found["low"])
    asked: dict[str, Any] = {"sets": int(found["sets"])}
    if found["unit"] is None:
        asked["reps"] = (low, int(found["high"] or low))
        asked["rir"] = None if found["rir"] is None else int(found["rir"])
    else:
        asked["hold_s" if found["unit"] == " s" else "contacts"] = low
    return found["exercise"], asked


def session(said: str) -> dict[str, Any]:
    """What every set reached: ``"12 at 16 kg, 3 left"``, ``"30 s"``, ``"10 landings"``.

    Sets that differ are told one by one: ``"12/12/11 at 16 kg, 3/3/2 left"``; ``"light: "`` begins
    what was asked for in twelve to fifteen repetitions with four in reserve.
    """
    found = DID.fullmatch(said)
    assert found is not None, said
    name = {None: "reps", " s": "hold_s", " landings": "contacts"}[found["unit"]]
    one: dict[str, Any] = {name: _by_set(found["count"])}
    if found["load"] is not None:
        one["load_kg"] = float(found["load"])
    if found["rir"] is not None:
        one["rir"] = _by_set(found["rir"])
    for key in ("day", "sets"):
        if found[key] is not None:
            one[key] = int(found[key])
    if found["light"] is not None:
        one["asked"] = {"reps": LIGHT_REPS, "rir": 4}
    if found["region"] is not None:
        one["hurts"] = (found["region"], int(found["pain"]))
    return one


def _by_set(said: str) -> int | list[int]:
    counts = [int(one) for one in said.split("/")]
    return counts if len(counts) > 1 else counts[0]
