"""A second check of the ten rules that keep a runner safe, written by hand over the finished plan.

It shares no rule function, no parameter and no table with the product: the numbers stand here once
more, from evidence.md Part C. Each guard returns what it found, in words; an empty list is a pass.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from runwright.domain.exercise import Exercise, Role
from runwright.domain.plan import DayPlan, SeasonPlan, WeekPlan
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import Priority, Runner, StrengthExperience
from runwright.domain.session import Prescription, SessionKind

DAY_MIN = 24 * 60
HEAVY_LEGS = {SessionKind.HEAVY, SessionKind.HEAVY_JUMPS, SessionKind.SHORT}
LEGS = HEAVY_LEGS | {SessionKind.FOUNDATION}
JUMPS = {SessionKind.JUMPS, SessionKind.HEAVY_JUMPS}
LEG_PATTERNS = {
    *("squat", "single_leg_squat", "hinge", "bridge", "hamstring_curl"),
    *("calf_straight", "calf_bent", "plyo"),
}
IMPACT_DRILLS = {"wu_skipping", "wu_high_knees", "wu_strides"}
RED_FLAGS = {
    *("chest_pain_effort", "fainting_effort", "breathlessness_unexplained", "palpitations_effort"),
    *("saddle_numbness", "leg_weakness", "calf_hot_swollen", "knee_locked", "joint_deformity"),
}
GREEN_UP_TO = {"tendon": 3, "joint": 2, "bone": 0, "muscle": 2, "other": 2}
QUIET = {Role.ROLLING, Role.RAISE, Role.DYNAMIC, Role.MOBILITY, Role.STATIC}


@dataclass(frozen=True, kw_only=True)
class Watched:
    """A plan and what a guard may know besides.

    Attributes
    ----------
    tissues
        Kind of tissue by region.
    longest_km, longest_min
        Longest run of the month before the plan.
    weeks_trained
        Weeks of the programme behind the runner.
    """

    plan: SeasonPlan
    runner: Runner
    exercises: Mapping[str, Exercise]
    tissues: Mapping[str, str]
    longest_km: float | None = None
    longest_min: float | None = None
    weeks_trained: int = 0


def days_of(plan: SeasonPlan) -> Iterator[tuple[int, WeekPlan, DayPlan]]:
    for number, week in enumerate(plan.weeks):
        for day in week.days:
            yield number, week, day


def items_of(day: DayPlan) -> Iterator[Prescription]:
    """Everything done on a day, the shorter and longer versions of its session included."""
    for extra in day.extras:
        yield from extra.items
    if day.session is not None:
        for blocks in (day.session.blocks, *(one.blocks for one in day.session.variants)):
            for block in blocks:
                yield from block.items


def minute_of(plan: SeasonPlan, day: date, minute: int) -> int:
    """Minutes since the first midnight of the plan."""
    return (day - plan.weeks[0].days[0].day).days * DAY_MIN + minute


def runs_of(plan: SeasonPlan) -> list[PlannedRun]:
    return [run for _, _, day in days_of(plan) for run in day.runs]


def is_our_running(run: PlannedRun) -> bool:
    return run.projected and run.kind is not RunKind.WALK


# -- the guards ------------------------------------------------------------------------------------


def g02_red_flags(seen: Watched) -> list[str]:
    """A red flag that nobody has cleared: nothing is planned, we carry no run forward."""
    told = seen.runner.safety
    flagged = any(told.get(flag) for flag in RED_FLAGS) and not told.get("red_flag_cleared")
    if not (flagged or told.get("fever")):
        return []
    found = []
    for _, _, day in days_of(seen.plan):
        if day.session is not None or day.extras:
            found.append(f"{day.day}: work is planned under a red flag")
        if any(is_our_running(run) for run in day.runs):
            found.append(f"{day.day}: a run is carried forward under a red flag")
    return found


def g03_bone(seen: Watched) -> list[str]:
    """Bone pain that builds, comes on hopping or is there at night: no loaded legs, no impact."""
    suspected = any(
        pain.focal_bone and (pain.worse_with_loading or pain.hop_pain or pain.night_pain)
        for pain in seen.runner.pains
        if pain.pain_0_10 > 0
    )
    if not suspected:
        return []
    found = []
    for _, _, day in days_of(seen.plan):
        if day.session is not None and day.session.kind in LEGS | JUMPS:
            found.append(f"{day.day}: {day.session.kind} with a sore spot of bone")
        for item in items_of(day):
            lands = item.exercise in IMPACT_DRILLS
            if seen.exercises[item.exercise].pattern in LEG_PATTERNS or lands:
                found.append(f"{day.day}: {item.exercise} with a sore spot of bone")
        if any(is_our_running(run) for run in day.runs):
            found.append(f"{day.day}: a run is carried forward with a sore spot of bone")
    return found


def g09_pain(seen: Watched) -> list[str]:
    """Exercises to avoid for a region that hurts above green; no low heels at an insertion."""
    above = {
        pain.region
        for pain in seen.runner.pains
        if pain.pain_0_10 > GREEN_UP_TO[seen.tissues[pain.region]]
    }
    found = []
    for _, _, day in days_of(seen.plan):
        for item in items_of(day):
            tags = seen.exercises[item.exercise].avoid
            found += [
                f"{day.day}: {item.exercise} although {tag.region} hurts"
                for tag in tags
                if tag.region in above
            ]
            low_heel = "step" in item.exercise and item.exercise.startswith("calf")
            stretch = item.exercise in {"st_gastroc", "st_soleus", "heel_drop_eccentric"}
            if "achilles_insertional" in above and (low_heel or stretch):
                found.append(f"{day.day}: {item.exercise} lets a sore heel drop or stretch")
    return found


def s02_quality_runs(seen: Watched) -> list[str]:
    """24 h from hard legs to a quality run; 48 h in the first three weeks, or said aloud."""
    plan, found = seen.plan, []
    said = {one.day for one in plan.relaxed if one.rule == "S02"}
    lifts_weekly = seen.runner.strength_experience is StrengthExperience.REGULAR
    for number, _, day in days_of(plan):
        new = number + seen.weeks_trained < 3 and not lifts_weekly
        hard = HEAVY_LEGS | {SessionKind.FOUNDATION} if new else HEAVY_LEGS
        if day.session is None or day.session.kind not in hard:
            continue
        end = minute_of(plan, day.day, day.session.placed.end_min)
        for run in runs_of(plan):
            if run.kind not in {RunKind.QUALITY, RunKind.RACE}:
                continue
            gap = minute_of(plan, run.day, run.start_min) - end
            if 0 <= gap < 24 * 60:
                found.append(f"{day.day}: {gap / 60:.1f} h from hard legs to the {run.kind} run")
            elif new and 0 <= gap < 48 * 60 and day.day not in said:
                found.append(f"{day.day}: {gap / 60:.1f} h to the {run.kind} run, not said aloud")
    return found


def s05_leg_sessions(seen: Watched) -> list[str]:
    """48 h between two leg sessions."""
    plan = seen.plan
    sessions = [
        (day.day, minute_of(plan, day.day, day.session.placed.start_min), day.session)
        for _, _, day in days_of(plan)
        if day.session is not None and day.session.kind in LEGS
    ]
    found = []
    for (_, start, before), (day, after_start, _) in pairwise(sessions):
        gap = after_start - start - before.placed.duration_min
        if gap < 48 * 60:
            found.append(f"{day}: {gap / 60:.1f} h after the last leg session")
    return found


SATURDAY = 5


def s13_taper(seen: Watched) -> list[str]:
    """No heavy legs in the last 7 days (10 for a marathon), 41 % fewer sets in the last 14."""
    plan, found = seen.plan, []
    for race in plan.races:
        if race.priority is not Priority.A:
            continue
        free_days = 10 if race.distance_km >= 42 else 7
        for _, _, day in days_of(plan):
            ahead = (race.day - day.day).days
            if day.session is None or ahead < 0:
                continue
            if day.session.kind in LEGS and ahead < free_days:
                found.append(f"{day.day}: {day.session.kind} {ahead} days before {race.name}")
            if ahead <= 1:
                found.append(f"{day.day}: {day.session.kind} {ahead} days before {race.name}")
        near = [one for one in plan.races if 0 < (race.day - one.day).days <= 35]
        alone = not any(one.priority is Priority.A for one in near)  # others share one taper
        if alone and race.day <= plan.weeks[-1].days[-1].day:
            found += _sets_before(seen, race.day)
    return found


def _sets_before(seen: Watched, race: date) -> list[str]:
    """Whole sets: each session's cut is rounded by up to one."""
    most, last, sessions = 0, 0, 0
    for _, week, day in days_of(seen.plan):
        if day is week.days[0] and (race - week.days[-1].day).days >= 14 and not week.deload:
            most = max(most, sum(_sets(one) for one in week.days))
        if 0 <= (race - day.day).days < 14:
            last += _sets(day)
            sessions += day.session is not None
    if most == 0 or last <= 2 * most * 0.59 + sessions:
        return []
    return [f"{race}: {last} sets in the two weeks before, {most} a week were usual"]


def _sets(day: DayPlan) -> int:
    if day.session is None:
        return 0
    return sum(
        item.dose.sets
        for block in day.session.blocks
        for item in block.items
        if item.role not in QUIET
    )


def l01_longest_run(seen: Watched) -> list[str]:
    """A run we carry forward is at most 1.3 times the longest of the 30 days before."""
    found, runs = [], runs_of(seen.plan)
    for run in runs:
        if not run.projected or run.kind is RunKind.RACE:
            continue
        before = [one for one in runs if 1 <= (run.day - one.day).days <= 30]
        early = (run.day - seen.plan.start).days <= 30
        kms = [one.distance_km for one in before if one.distance_km is not None]
        kms += [seen.longest_km] if early and seen.longest_km is not None else []
        if run.distance_km is not None and kms:
            most = max(kms)
            allowed = max(1.3 * most, most + 0.5 if most < 3 else 0.0)
            if run.distance_km > allowed + 0.001:
                found.append(f"{run.day}: {run.distance_km} km after a longest of {most}")
            continue
        minutes = [float(one.duration_min) for one in before]
        minutes += [seen.longest_min] if early and seen.longest_min is not None else []
        if minutes and run.duration_min > 1.3 * max(minutes) + 0.001:
            found.append(f"{run.day}: {run.duration_min} min after a longest of {max(minutes)}")
    return found


def w01_long_holds(seen: Watched) -> list[str]:
    """No muscle is held 60 s or more in the hour before running or lifting."""
    found = []
    for _, _, day in days_of(seen.plan):
        efforts = [run.start_min for run in day.runs]
        if day.session is not None:
            efforts.append(day.session.placed.start_min)
        for effort in efforts:
            held: dict[str, int] = {}
            for extra in day.extras:
                if not 0 <= effort - extra.start_min - extra.duration_min < 60:
                    continue
                for item in extra.items:
                    _add_hold(held, item, seen.exercises)
            found += [
                f"{day.day}: {m} held {s} s before {effort}" for m, s in held.items() if s >= 60
            ]
        found += _holds_in_session(seen, day)
    return found


def _add_hold(held: dict[str, int], item: Prescription, exercises: Mapping[str, Exercise]) -> None:
    exercise = exercises[item.exercise]
    if exercise.pattern != "static" or exercise.stretch is None:
        return
    seconds = item.dose.hold_s if item.dose.hold_s is not None else exercise.stretch.hold_s
    for muscle in exercise.stretch.muscles:
        held[muscle] = held.get(muscle, 0) + item.dose.sets * seconds


def _holds_in_session(seen: Watched, day: DayPlan) -> list[str]:
    held: dict[str, int] = {}
    if day.session is None:
        return []
    for block in day.session.blocks:
        for item in block.items:
            _add_hold(held, item, seen.exercises)
            if item.role in {Role.MAIN, Role.SINGLE_LEG} and any(s >= 60 for s in held.values()):
                return [f"{day.day}: long holds before {item.exercise}"]
    return []


def d08_failure(seen: Watched) -> list[str]:
    """One repetition in reserve, two for somebody new to lifting."""
    least = 2 if seen.runner.strength_experience is StrengthExperience.NONE else 1
    return [
        f"{day.day}: {item.exercise} with {item.dose.rir} in reserve"
        for _, _, day in days_of(seen.plan)
        for item in items_of(day)
        if item.dose.rir is not None and item.dose.rir < least
    ]


def g12_after_birth(seen: Watched) -> list[str]:
    """No running we carry forward, no jump and no landing drill in the 12 weeks after a birth."""
    since, found = seen.runner.weeks_since_birth, []
    if since is None:
        return []
    closed = any(gate.rule == "G12" for gate in seen.plan.gates)
    for number, _, day in days_of(seen.plan):
        if since + number >= 12 and not closed:
            continue
        if day.session is not None and day.session.kind in JUMPS:
            found.append(f"{day.day}: jumps {since + number} weeks after a birth")
        for item in items_of(day):
            jumps = seen.exercises[item.exercise].pattern == "plyo"
            if jumps or item.exercise in IMPACT_DRILLS:
                found.append(f"{day.day}: {item.exercise} {since + number} weeks after a birth")
        if any(is_our_running(run) for run in day.runs):
            found.append(f"{day.day}: a run is carried forward after a birth")
    return found


GUARDS = {
    "G02": g02_red_flags,
    "G03": g03_bone,
    "G09": g09_pain,
    "G12": g12_after_birth,
    "S02": s02_quality_runs,
    "S05": s05_leg_sessions,
    "S13": s13_taper,
    "L01": l01_longest_run,
    "W01": w01_long_holds,
    "D08": d08_failure,
}


def guarded(seen: Watched) -> dict[str, list[str]]:
    """What each guard found, by rule; empty when nothing was."""
    found = {rule: guard(seen) for rule, guard in GUARDS.items()}
    return {rule: words for rule, words in found.items() if words}
