"""Rules on single runs, small blocks of a day, and the season as a whole."""

from dataclasses import dataclass
from datetime import date

from runwright.domain.exercise import Exercise, Role
from runwright.domain.plan import Extra, ExtraKind, WeekPlan
from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import Race
from runwright.domain.screening import GateEffect
from runwright.domain.verdict import Finding, costs, forbids
from runwright.domain.words import _
from runwright.rules.content_windows import SessionView
from runwright.rules.names import phase_word
from runwright.rules.registry import Parameters, Window, rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RunInHistory:
    """A run and the longest one of the 30 days before it.

    Attributes
    ----------
    longest_km, longest_min
        [km], [min]; None where there was none, or it carried no distance.
    closed
        (gate rule, effect) pairs in force on the day.
    """

    run: PlannedRun
    longest_km: float | None
    longest_min: float | None
    closed: frozenset[tuple[str, GateEffect]] = frozenset()


RUN_STOPPERS = frozenset({GateEffect.LOCK_ALL, GateEffect.NO_RUNNING, GateEffect.NO_IMPACT})


def _run_stopped(rule_id: str, seen: RunInHistory) -> Finding | None:
    if seen.run.kind is RunKind.WALK:
        return None
    for closed_by, effect in seen.closed:
        if closed_by == rule_id and effect in RUN_STOPPERS:
            return forbids(
                _("no running while the safety gate {rule} is closed").format(rule=rule_id)
            )
    return None


@rule("G02", Window.RUN)
def no_running_with_a_red_flag(seen: RunInHistory, p: Parameters) -> Finding | None:
    """Finding when a run is planned while a red flag stands."""
    del p
    return _run_stopped("G02", seen)


@rule("G03", Window.RUN)
def no_running_on_a_sore_bone(seen: RunInHistory, p: Parameters) -> Finding | None:
    """Finding when a run is planned while a bone may be overloaded."""
    del p
    return _run_stopped("G03", seen)


@rule("G05", Window.RUN)
def no_running_before_the_way_back(seen: RunInHistory, p: Parameters) -> Finding | None:
    """Finding when a run is planned before the criteria for return are met."""
    del p
    return _run_stopped("G05", seen)


@rule("G12", Window.RUN)
def no_running_soon_after_birth(seen: RunInHistory, p: Parameters) -> Finding | None:
    """Finding when a run is planned before the weeks and load tests after a birth."""
    del p
    return _run_stopped("G12", seen)


@rule("L01", Window.RUN)
def no_spike_in_a_single_run(seen: RunInHistory, p: Parameters) -> Finding | None:
    """Finding when a run is much longer than any of the last 30 days; races are run anyway."""
    ratio = _ratio(seen, p)
    if ratio is None or ratio <= p.warn_ratio:
        return None
    words = _("{share} % longer than the longest run of the last {days} days").format(
        share=round(100 * (ratio - 1)), days=p.window_days
    )
    if ratio > p.block_ratio and seen.run.projected and seen.run.kind is not RunKind.RACE:
        return forbids(words)
    return costs(1, words)


def _ratio(seen: RunInHistory, p: Parameters) -> float | None:
    run = seen.run
    if run.distance_km is not None and seen.longest_km is not None and seen.longest_km > 0:
        if seen.longest_km < p.floor_below_km and run.distance_km <= seen.longest_km + p.floor_km:
            return None
        return run.distance_km / seen.longest_km
    if seen.longest_min is not None and seen.longest_min > 0:
        return run.duration_min / seen.longest_min
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldBefore:
    """A static hold of one muscle and the hard work that follows it.

    Attributes
    ----------
    name
        The stretch.
    held_s
        Seconds for this muscle in the block: sets x hold. [s]
    gap_min
        From the end of the block to the effort. [min]
    effort_at_min
        Start of the effort. [min] after midnight
    """

    name: str
    muscle: str
    held_s: int
    gap_min: int
    effort: str
    effort_at_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBlocks:
    """The small blocks of a day with what follows them."""

    day: date
    holds: tuple[HoldBefore, ...]
    quality_runs: int
    warm_ups: tuple[Extra, ...]


def holds_before(
    extras: tuple[Extra, ...],
    efforts: tuple[tuple[str, int], ...],
    exercises: dict[str, Exercise],
) -> tuple[HoldBefore, ...]:
    """Static holds of a day's blocks, by muscle, with each effort that comes after them."""
    found: list[HoldBefore] = []
    for extra in extras:
        for item in extra.items:
            exercise = exercises[item.exercise]
            if exercise.stretch is None or Role.STATIC not in exercise.roles:
                continue  # rolling carries seconds too, but stretches nothing
            hold = item.dose.hold_s if item.dose.hold_s is not None else exercise.stretch.hold_s
            end = extra.start_min + extra.duration_min
            found += [
                HoldBefore(
                    name=_(exercise.name),
                    muscle=muscle,
                    held_s=item.dose.sets * hold,
                    gap_min=start - end,
                    effort=effort,
                    effort_at_min=start,
                )
                for effort, start in efforts
                for muscle in exercise.stretch.muscles
                if start >= end
            ]
    return tuple(found)


@rule("W01", Window.BLOCKS)
def no_long_hold_before_hard_work(day: DayBlocks, p: Parameters) -> tuple[Finding, ...]:
    """Findings when a muscle is held long shortly before running or lifting; holds add up."""
    together: dict[tuple[int, str, str], list[HoldBefore]] = {}
    for hold in day.holds:
        if hold.gap_min < p.window_min:
            together.setdefault((hold.effort_at_min, hold.effort, hold.muscle), []).append(hold)
    found: dict[str, Finding | None] = {}
    for holds in together.values():
        held_s, names = sum(one.held_s for one in holds), dict.fromkeys(one.name for one in holds)
        words = _("{name}: {seconds} s held {gap} min before {effort}").format(
            name=_(" and ").join(names),
            seconds=held_s,
            gap=min(one.gap_min for one in holds),
            effort=holds[0].effort,
        )
        if held_s >= p.per_muscle_s:
            found[words] = forbids(words)
        elif held_s > p.soft_s:
            found[words] = costs(1, words)
    return tuple(one for one in found.values() if one is not None)


@rule("W02", Window.BLOCKS)
def warm_up_before_quality(day: DayBlocks, p: Parameters) -> tuple[Finding, ...]:
    """Findings for quality runs without a warm-up, and for a warm-up that tires."""
    found = []
    missing = day.quality_runs - len(day.warm_ups)
    lacking = costs(p.weight * max(0, missing), _("a quality run without a warm-up"))
    if lacking is not None:
        found.append(lacking)
    for warm_up in day.warm_ups:
        over = warm_up.duration_min - p.total_max_min
        long = costs(max(0, over), _("a warm-up of {n} min").format(n=warm_up.duration_min))
        if long is not None:
            found.append(long)
    return tuple(found)


@rule("W01", Window.SESSION)
def no_long_hold_before_lifting(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings when a session holds a muscle long before its lifts; holds add up."""
    held_s: dict[str, int] = {}
    names: dict[str, str] = {}
    for item, exercise in view.prescribed():
        if item.role is Role.STATIC and exercise.stretch is not None:
            hold = item.dose.hold_s if item.dose.hold_s is not None else exercise.stretch.hold_s
            for muscle in exercise.stretch.muscles:
                held_s[muscle] = held_s.get(muscle, 0) + item.dose.sets * hold
                names[muscle] = _(exercise.name)
        elif item.role in LIFTS:
            long = [muscle for muscle, seconds in held_s.items() if seconds >= p.per_muscle_s]
            words = _("{name}: {seconds} s held before lifting")
            told = [words.format(name=names[muscle], seconds=held_s[muscle]) for muscle in long]
            return tuple(forbids(one) for one in dict.fromkeys(told))
    return ()


LIFTS = frozenset({Role.MAIN, Role.SINGLE_LEG})


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonView:
    """A whole season of weeks.

    Attributes
    ----------
    has_tests
        Whether the runner has done home tests, which then come back.
    """

    weeks: tuple[WeekPlan, ...]
    races: tuple[Race, ...]
    has_tests: bool


EASY_PHASES = frozenset({Phase.TAPER, Phase.RACE, Phase.TRANSITION})


@rule("L13", Window.SEASON)
def deload_often_enough(season: SeasonView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for stretches of full weeks longer than the rule's rhythm."""
    found, full = [], 0
    for week in season.weeks:
        easy = week.deload or week.phase in EASY_PHASES
        full = 0 if easy else full + 1
        if full == p.every_weeks[1]:
            found.append(
                forbids(
                    _("{n} full weeks without a deload up to week {week}").format(
                        n=full, week=week.number
                    )
                )
            )
    return tuple(found)


@rule("D06", Window.SEASON)
def strength_long_enough(season: SeasonView, p: Parameters) -> Finding | None:
    """Finding that prices a strength block too short to judge by."""
    longest = run = 0
    for week in season.weeks:
        run = run + 1 if week.phase in {Phase.STRENGTH, Phase.MAINTAIN} else 0
        longest = max(longest, run)
    if not 0 < longest < p.block_weeks_min:
        return None
    return costs(
        p.weight,
        _("{n} weeks of heavy work, {wanted} are wanted").format(
            n=longest, wanted=p.block_weeks_min
        ),
    )


@rule("A01", Window.SEASON)
def tests_come_back(season: SeasonView, p: Parameters) -> Finding | None:
    """Finding when a season longer than the rhythm never repeats the tests that were done."""
    retests = [
        extra
        for week in season.weeks
        for day in week.days
        for extra in day.extras
        if extra.kind is ExtraKind.RETEST
    ]
    if not season.has_tests or retests or len(season.weeks) <= p.every_weeks[1]:
        return None
    return forbids(_("the tests never come back"))


@rule("P13", Window.SEASON)
def phases_in_order(season: SeasonView, p: Parameters) -> Finding | None:
    """Finding when heavy phases come before a foundation of their own."""
    del p
    order = [Phase.FOUNDATION, Phase.BUILD, Phase.STRENGTH, Phase.MAINTAIN, Phase.TAPER, Phase.RACE]
    before: Phase | None = None
    for week in season.weeks:
        if before in order and week.phase in order:
            back = order.index(week.phase) < order.index(before)
            if back and before is not Phase.RACE and week.phase is Phase.FOUNDATION:
                return forbids(
                    _("foundation after {phase} in week {week}").format(
                        phase=phase_word(before), week=week.number
                    )
                )
        before = week.phase
    return None
