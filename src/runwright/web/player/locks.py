"""Which scripts wait, and in what words: the same for pages, files and phones."""

from runwright.domain.screening import Gate
from runwright.domain.script import SessionScript
from runwright.web.diary.prescribed import day_of
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import current_plan
from runwright.web.season.safety import Guard

Gates = tuple[Gate, ...]
Told = dict[str, object]


def locks_on(runner: RunnerRecord, script_id: str, found: SessionScript | None) -> Gates:
    """Return the gates for which a script waits; empty where it may be done.

    Parameters
    ----------
    found
        The script; None where no plan has it any more: a phone may still keep its copy.
    """
    guard = Guard(runner, current_plan(runner))
    if not guard.gates or not script_id:
        return ()
    day = day_of(script_id) if found is None else found.day
    return guard.on(guard.today if day is None else day).locks


def sorted_out(
    runner: RunnerRecord, scripts: tuple[SessionScript, ...]
) -> tuple[tuple[SessionScript, ...], dict[str, Gates]]:
    """Return the scripts that may be done, and why the others wait, by their id."""
    guard = Guard(runner, current_plan(runner))
    days = {day: guard.on(day).locks for day in {one.day for one in scripts}}
    waiting = {one.id: days[one.day] for one in scripts if days[one.day]}
    return tuple(one for one in scripts if one.id not in waiting), waiting


def lock_told(gates: Gates) -> Told:
    """Return a lock as a phone takes it."""
    return {
        "code": "locked",
        "says": " ".join(gate.says for gate in gates),
        "gates": [
            {"says": gate.says, "opens_when": gate.opens_when, "urgent": gate.urgent}
            for gate in gates
        ],
    }
