"""Writes a runner as a RUNNER.toml with comments, which reads back as the same runner."""

from collections.abc import Iterator, Mapping
from datetime import date

from runwright.domain.calendar import WEEKDAYS, clock
from runwright.domain.runner import (
    Blocked,
    HomeTestResult,
    Pain,
    Race,
    Readiness,
    RunHabit,
    Runner,
    Sex,
    Travel,
)
from runwright.domain.words import _
from runwright.formats.quantities import HALF_MARATHON_KM, MARATHON_KM, name_distance
from runwright.formats.runner_toml.health import order_of_results
from runwright.formats.runner_toml.write_days import days_lines
from runwright.formats.runner_toml.write_values import comment, listed, pair, quoted_key

Lines = Iterator[str]


def write_runner(runner: Runner) -> str:
    """Return the RUNNER.toml of a runner; what is not told is left out.

    Notes
    -----
    Results of home tests are written by test and day: their order in the runner carries no meaning
    and is not kept.
    """
    sections = (
        _person(runner),
        days_lines(runner.days),
        _races(runner.races),
        _kit(runner),
        _habits(runner.habits),
        _travels(runner.travels),
        _blocked(runner.blocked),
        _pains(runner.pains),
        _safety(runner.safety),
        _home_tests(runner.test_results),
        _readiness(runner.readiness),
        _plan(runner),
    )
    return "\n\n".join("\n".join(lines) for lines in map(tuple, sections) if lines) + "\n"


def _person(runner: Runner) -> Lines:
    yield from comment(_("Who runs. Leave out what you do not want to tell."))
    yield "[runner]"
    yield from pair("name", runner.name or None)
    yield from pair("age", runner.age)
    yield from pair("sex", None if runner.sex is Sex.UNSPECIFIED else runner.sex.value)
    yield from pair("weight", _with_unit(runner.weight_kg, "kg"))
    yield from pair("height", _with_unit(runner.height_cm, "cm"))
    yield from pair("running_for", _with_unit(runner.running_months, "months"))
    yield from pair("weekly_distance", _with_unit(runner.weekly_km, "km"))
    yield from pair("strength", runner.strength_experience.value, _("none, some or regular"))
    yield from pair("pregnant", runner.pregnant or None)
    yield from pair("weeks_since_birth", runner.weeks_since_birth)
    yield from pair("timezone", runner.timezone)


def _races(races: tuple[Race, ...]) -> Lines:
    if not races:
        return
    yield from comment(
        _("What the season is for. A counts most, B is raced rested, C is training.")
    )
    for number, race in enumerate(races):
        yield from _next("[[races]]", number)
        yield from pair("name", race.name)
        yield from pair("date", race.day)
        named = race.distance_km in {HALF_MARATHON_KM, MARATHON_KM}
        distance = name_distance(race.distance_km) if named else race.distance_km
        yield from pair("distance", distance, "" if named else "km")
        yield from pair("priority", race.priority.value)
        yield from pair("time", clock(race.start_min))


def _kit(runner: Runner) -> Lines:
    yield from comment(_("What you can train with. A chair, a wall and a towel are always there."))
    yield "[kit]"
    yield from listed("have", sorted(runner.kit))
    if len(runner.loads_kg) > 0:
        yield ""
        yield from comment(_("Your own weights in kilograms; kit not named has the usual ones."))
        yield "[kit.weights]"
        for kit, loads in sorted(runner.loads_kg.items()):
            yield f"{quoted_key(kit)} = [{', '.join(f'{one:g}' for one in loads)}]"


def _habits(habits: tuple[RunHabit, ...]) -> Lines:
    if not habits:
        return
    yield from comment(_("Your usual runs. Kinds: easy, long, quality, race, walk."))
    for number, habit in enumerate(habits):
        yield from _next("[[runs]]", number)
        yield from pair("weekday", WEEKDAYS[habit.weekday])
        yield from pair("minutes", habit.duration_min)
        yield from pair("km", habit.distance_km)
        yield from pair("kind", habit.kind.value)
        yield from pair("time", clock(habit.start_min))


def _travels(travels: tuple[Travel, ...]) -> Lines:
    if not travels:
        return
    yield from comment(_("Days away, with the kit and the minutes there."))
    for number, travel in enumerate(travels):
        yield from _next("[[travel]]", number)
        yield from _from_to(travel.first, travel.last)
        yield from listed("kit", sorted(travel.kit))
        yield from pair("minutes", travel.minutes)
        yield from pair("note", travel.note or None)


def _blocked(blocked: tuple[Blocked, ...]) -> Lines:
    if not blocked:
        return
    yield from comment(_("Days on which nothing is planned."))
    for number, block in enumerate(blocked):
        yield from _next("[[blocked]]", number)
        yield from _from_to(block.first, block.last)
        yield from pair("note", block.note or None)


def _pains(pains: tuple[Pain, ...]) -> Lines:
    if not pains:
        return
    yield from comment(_("What hurts. The score is the worst of the last week, 0 to 10."))
    for number, pain in enumerate(pains):
        yield from _next("[[pain]]", number)
        yield from pair("region", pain.region)
        yield from pair("score", pain.pain_0_10)
        yield from pair("side", pain.side.value if pain.side else None)
        yield from pair("since_weeks", pain.since_weeks)
        yield from pair("focal_bone", pain.focal_bone, _("on one spot of a bone?"))
        yield from pair("worse_with_loading", pain.worse_with_loading)
        yield from pair("hop_pain", pain.hop_pain)
        yield from pair("night_pain", pain.night_pain)


def _safety(safety: Mapping[str, bool]) -> Lines:
    if not safety:
        return
    yield from comment(
        _("Your answers to the safety questions. A true can close a part of the plan.")
    )
    yield "[safety]"
    for question, answer in safety.items():
        yield from pair(quoted_key(question), answer)


def _home_tests(results: tuple[HomeTestResult, ...]) -> Lines:
    if not results:
        return
    yield from comment(_("Results of the home tests, in the unit of each test."))
    yield "[tests]"
    ordered = sorted(results, key=order_of_results)
    for test in dict.fromkeys(result.test for result in ordered):
        entries = [_entry(result) for result in ordered if result.test == test]
        written = entries[0] if len(entries) == 1 else f"[{', '.join(entries)}]"
        yield f"{quoted_key(test)} = {written}"


def _entry(result: HomeTestResult) -> str:
    key = result.side.value if result.side else "value"
    day = f", date = {result.day.isoformat()}" if result.day else ""
    return f"{{ {key} = {result.value!r}{day} }}"


def _readiness(readiness: Readiness) -> Lines:
    if readiness == Readiness():
        return
    yield from comment(_("How the last two weeks felt."))
    yield "[readiness]"
    yield from pair("sleep_hours", readiness.sleep_h)
    yield from pair("stress_days", readiness.stress_days, _("of the last 7, at 7 of 10 or more"))
    yield from pair("soreness", readiness.soreness_0_10, _("of the legs this morning, 0 to 10"))
    yield from pair("volume_rising", readiness.volume_rising)
    yield from pair("intensity_rising", readiness.intensity_rising)
    yield from pair("sleep_falling", readiness.sleep_falling)


def _plan(runner: Runner) -> Lines:
    yield from comment(_("How you want to train."))
    yield "[plan]"
    yield from pair("protocol", runner.protocol)
    yield from pair("session_minutes", runner.session_minutes)
    yield from pair("sessions_per_week", runner.sessions_per_week)
    yield from pair("jumps", runner.wants_jumps)
    yield from pair("rolling", runner.wants_rolling)


def _next(header: str, number: int) -> Lines:
    if number > 0:
        yield ""
    yield header


def _from_to(first: date, last: date) -> Lines:
    yield from pair("from", first)
    yield from pair("to", last)


def _with_unit(amount: float | None, unit: str) -> str | None:
    return None if amount is None else f"{amount!r} {unit}"
