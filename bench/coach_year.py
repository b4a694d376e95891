"""One synthetic year with the coach, as notes: `python -m bench.coach_year 40 > year.md`.

Generated, the same for the same seed; the page says so.
"""

import random
import statistics
import sys
from collections.abc import Iterator
from datetime import date, timedelta

from bench.coach import START, WEEK, Season, first_loads
from bench.coach_arm import Coach
from bench.coach_arms import Note

WEEKS = 52
SEED = 40
HEAD = """# A year with the coach

A year of a runner who does not exist, week by week, written by the coach and not edited by hand
(`python -m bench.coach_year {seed}`). The runner has a hidden strength, sleeps, hurts and misses
sessions by chance; the coach sees only what is told. Four lifts, two sessions a week planned. It
shows what the rules do, not what training does to people. Every note names its
[rule](../reference/rules.md).

{summary}
"""


def main(seed: int) -> None:
    """Print the year."""
    season = Season(seed, lambda of: Coach(first_loads(of), random.Random(seed)), weeks=WEEKS)
    life = season.live()
    strong = f"{100 * life.gained:.0f} % stronger at the end, as only the simulation can know"
    summary = (
        f"{life.done} of {life.planned} sessions done, {strong}; "
        f"{len(life.events)} times a pain asked for less."
    )
    print(HEAD.format(seed=seed, summary=summary))
    for number in range(WEEKS):
        print("\n".join(_week(number, season)))


def _week(number: int, season: Season) -> Iterator[str]:
    monday = START + timedelta(weeks=number)
    inside = [monday + timedelta(days=day) for day in range(WEEK)]
    done = sum(day in inside for day in season.trained)
    nights = [one.sleep_h for one in season.told if one.day in inside and one.sleep_h is not None]
    slept = f", {statistics.fmean(nights):.1f} h of sleep a night" if nights else ""
    yield f"## Week {number + 1}, {monday:%-d %B %Y}"
    yield ""
    yield f"{_sessions(done)}{slept}."
    notes = [one for one in season.arm.notes if one.day in inside]
    if notes:
        yield ""
        yield from _lines(notes)
    yield ""


def _sessions(done: int) -> str:
    return {0: "No session", 1: "One session"}.get(done, f"{done} sessions")


def _lines(notes: list[Note]) -> Iterator[str]:
    """One line a note; what is said of two days of a week is said once, with the last word."""
    last: dict[str, Note] = {}
    for note in notes:
        last[note.says if note.asked else note.rule] = note
    said: dict[date, list[Note]] = {}
    for note in last.values():
        said.setdefault(note.day, []).append(note)
    for day in sorted(said):
        for note in said[day]:
            yield f"- {day:%a}: {note.says} ({note.rule})"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SEED)
