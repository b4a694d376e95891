"""Scheduling rules: sessions relative to runs, races and each other (S01-S14)."""

from runwright.domain.calendar import MINUTES_PER_HOUR
from runwright.domain.run import RunKind
from runwright.domain.session import SessionKind
from runwright.domain.verdict import Finding, bends, costs, forbids
from runwright.domain.words import _, ngettext
from runwright.rules.names import the_run
from runwright.rules.registry import Parameters, Window, rule
from runwright.rules.windows import NearbyDays, PlannedDay, RunFact, SameWeekday, WeekTally


def spoken_hours(hours: float) -> str:
    """Hours as a person says them: ``47 h 25 min``, ``6 h``."""
    minutes = round(hours * MINUTES_PER_HOUR)
    whole, rest = divmod(minutes, MINUTES_PER_HOUR)
    if rest == 0:
        return _("{hours} h").format(hours=whole)
    if whole == 0:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h {minutes} min").format(hours=whole, minutes=rest)


def gap_to_run_h(day: PlannedDay, run: RunFact) -> float:
    """Hours between the session and a run of its day, whichever is first; 0 or less overlap."""
    if day.session is None:
        raise ValueError(day)
    if day.session.start_min >= run.end_min:
        return (day.session.start_min - run.end_min) / MINUTES_PER_HOUR
    return (run.start_min - day.session.end_min) / MINUTES_PER_HOUR


@rule("S01", Window.DAY)
def run_first_then_leave_a_gap(day: PlannedDay, p: Parameters) -> tuple[Finding, ...]:
    """Findings where leg strength sits too close to a run of its day, or before a hard one."""
    if day.session is None or not day.session.kind.is_lower_body:
        return ()
    found: list[Finding | None] = []
    for run in day.facts.runs:
        gap_h = gap_to_run_h(day, run)
        if gap_h < p.min_gap_h:
            found.append(forbids(_too_close(gap_h, p.min_gap_h, run)))
        elif day.session.start_min < run.start_min and run.kind not in {RunKind.EASY, RunKind.WALK}:
            found.append(forbids(_("legs before {run}").format(run=the_run(run.kind))))
        elif gap_h < p.preferred_gap_h:
            words = _("{gap} from {run}, {wanted} is better")
            found.append(
                costs(
                    p.points.early_in_gap,
                    words.format(
                        gap=spoken_hours(gap_h),
                        run=the_run(run.kind),
                        wanted=spoken_hours(p.preferred_gap_h),
                    ),
                )
            )
    return tuple(finding for finding in found if finding is not None)


def _too_close(gap_h: float, wanted_h: float, run: RunFact) -> str:
    if gap_h <= 0:
        return _("it overlaps {run}").format(run=the_run(run.kind))
    return _("{gap} from {run}, the rule asks for {wanted}").format(
        gap=spoken_hours(gap_h), run=the_run(run.kind), wanted=spoken_hours(wanted_h)
    )


@rule("S02", Window.NEARBY)
def no_quality_run_soon_after_hard_legs(days: NearbyDays, p: Parameters) -> Finding | None:
    """Finding when hard legs come less than `gap_h` before a quality run; longer while new."""
    if not days.before.hard_legs:
        return None
    for kind, gap_h in days.runs_after_session():
        if not kind.needs_fresh_legs:
            continue
        words = _("{gap} between hard legs and {run}, the rule asks for {wanted}")
        facts = {"gap": spoken_hours(gap_h), "run": the_run(kind)}
        if gap_h < p.gap_h:
            return forbids(words.format(**facts, wanted=spoken_hours(p.gap_h)))
        if days.before.novel and gap_h < p.novel_gap_h:
            return bends(words.format(**facts, wanted=spoken_hours(p.novel_gap_h)))
    return None


@rule("S03", Window.NEARBY)
def fresh_before_long_runs_and_races(days: NearbyDays, p: Parameters) -> Finding | None:
    """Finding when hard legs come within two days before a long run, race or quality run."""
    if not days.before.hard_legs:
        return None
    for kind, gap_h in days.runs_after_session():
        if not kind.is_hard or gap_h >= p.soft_until_h:
            continue
        words = _("{gap} from hard legs to {run}").format(
            gap=spoken_hours(gap_h), run=the_run(kind)
        )
        if gap_h < p.hard_block_h:
            return forbids(words)
        return costs(p.points.s03_soft_window, words)
    return None


@rule("S03", Window.DAY)
def nothing_on_race_day(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when any strength session sits on the day of a race."""
    del p
    if day.session is not None and day.facts.is_race_day:
        return forbids(_("a race is run on this day"))
    return None


@rule("S04", Window.NEARBY)
def no_two_hard_days_in_a_row(days: NearbyDays, p: Parameters) -> Finding | None:
    """Finding when two days that follow each other are both hard."""
    if days.apart_days > p.max_consecutive_hard_days:
        return None
    if days.before.is_hard and days.after.is_hard:
        return forbids(_("two hard days in a row"))
    return None


@rule("S04", Window.DAY)
def hard_days_hard(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding that prices a session by the day it is on: heavy legs go with a quality run."""
    if day.session is None or day.session.kind is SessionKind.LIGHT:
        return None
    prices = {
        "quality": _("on the day of a quality run"),
        "long_run": _("on the day of the long run"),
        "easy": _("on an easy day"),
        "rest": _("on a day without a run"),
    }
    on = _kind_of_day(day)
    return costs(_points_on(day.session.kind, on, p), prices[on])


def _kind_of_day(day: PlannedDay) -> str:
    kinds = {run.kind for run in day.facts.runs}
    if RunKind.LONG in kinds:
        return "long_run"
    if RunKind.QUALITY in kinds:
        return "quality"
    return "easy" if kinds - {RunKind.WALK} else "rest"


def _points_on(kind: SessionKind, on: str, p: Parameters) -> int:
    if kind is SessionKind.JUMPS:
        work = "jumps"
    else:
        work = "heavy" if kind in {SessionKind.HEAVY, SessionKind.HEAVY_JUMPS} else "maintenance"
    return int(getattr(p.points, f"{work}_on_{on}_day"))


@rule("S04", Window.WEEK)
def not_too_many_hard_days(week: WeekTally, p: Parameters) -> Finding | None:
    """Finding when sessions push the week over its number of hard days."""
    if week.hard_days <= max(p.hard_days_per_week, week.given_hard_days):
        return None
    words = ngettext("{days} hard day in a week", "{days} hard days in a week", week.hard_days)
    return forbids(words.format(days=week.hard_days))


@rule("S05", Window.NEARBY)
def two_days_between_hard_legs(days: NearbyDays, p: Parameters) -> Finding | None:
    """Finding when two leg sessions are closer than `gap_h`."""
    gap_h = days.hours_between_sessions()
    if gap_h is None or not (days.before.legs and days.after.legs) or gap_h >= p.gap_h:
        return None
    return forbids(
        _("{gap} between two leg sessions, the rule asks for {wanted}").format(
            gap=spoken_hours(gap_h), wanted=spoken_hours(p.gap_h)
        )
    )


@rule("S07", Window.WEEK)
def most_of_the_week_easy(week: WeekTally, p: Parameters) -> Finding | None:
    """Finding that prices a week with too few easy sessions."""
    if week.all_sessions == 0:
        return None
    share = week.easy_sessions / week.all_sessions
    if share >= p.easy_share:
        return None
    words = _("{share} % of the week is easy").format(share=round(100 * share))
    missing = p.points.easy_share_missing
    return costs(missing if share < p.easy_share_low else missing // 2, words)


@rule("S08", Window.WEEK)
def a_full_rest_day(week: WeekTally, p: Parameters) -> Finding | None:
    """Finding that prices missing rest days; a second one is wanted when running is heavy."""
    wanted = p.rest_days_preferred if week.heavy_running else p.rest_days_min
    missing = max(0, wanted - week.rest_days)
    words = ngettext(
        "{days} full rest day, {wanted} are better",
        "{days} full rest days, {wanted} are better",
        week.rest_days,
    )
    return costs(
        missing * p.points.rest_day_missing, words.format(days=week.rest_days, wanted=wanted)
    )


@rule("S10", Window.DAY)
def only_activation_right_before_a_run(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when more than activation-level work ends shortly before a run of its day."""
    if day.session is None or day.session.kind.is_lower_body:
        return None  # leg sessions answer to S01
    for run in day.facts.runs:
        gap_h = (run.start_min - day.session.end_min) / MINUTES_PER_HOUR
        if gap_h >= p.before_run_h:
            continue
        if day.session.start_min >= run.end_min:
            continue
        if gap_h < 0:
            return forbids(_("it overlaps {run}").format(run=the_run(run.kind)))
        if run.kind not in {RunKind.EASY, RunKind.WALK}:
            return forbids(_("right before {run}").format(run=the_run(run.kind)))
        if day.session.duration_min > p.max_min:
            return forbids(
                _("{minutes} min right before a run, at most {most}").format(
                    minutes=day.session.duration_min, most=p.max_min
                )
            )
    return None


@rule("S12", Window.WEEKDAY)
def keep_the_same_weekdays(pair: SameWeekday, p: Parameters) -> Finding | None:
    """Finding that prices a weekday whose kind of session changes from week to week."""
    if pair.before is pair.after:
        return None
    return costs(p.points.changed_weekday, _("another day than last week"))


@rule("S12", Window.DAY)
def keep_the_previous_plan(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding that prices a day which differs from the plan the runner already has."""
    if day.facts.usual == "unset":
        return None
    kind = day.session.kind if day.session is not None else None
    if kind is day.facts.usual:
        return None
    return costs(p.points.change_after_replan["day_moved"], _("another day than planned before"))


@rule("S13", Window.DAY)
def taper_before_an_a_race(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when heavy legs, or right before it anything, come too close to a race."""
    if day.session is None:
        return None
    for in_days, off_days in day.facts.races_near:
        if day.legs and in_days < off_days:
            words = ngettext(
                "{days} day before the race, the last heavy legs are {off} days before",
                "{days} days before the race, the last heavy legs are {off} days before",
                in_days,
            )
            return forbids(words.format(days=in_days, off=off_days))
        if in_days <= p.quiet_days:
            words = ngettext("{days} day before the race", "{days} days before the race", in_days)
            return forbids(words.format(days=in_days))
    return None


@rule("S14", Window.DAY)
def recover_after_a_race(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when legs or jumps are loaded before the race has settled."""
    del p
    if day.session is None or day.facts.since_race_days is None:
        return None
    impact = day.session.kind.is_lower_body or day.session.kind.has_jumps
    if impact and day.facts.since_race_days <= day.facts.recovery_days:
        words = ngettext(
            "{days} day after the race, {wanted} are asked for",
            "{days} days after the race, {wanted} are asked for",
            day.facts.since_race_days,
        )
        return forbids(words.format(days=day.facts.since_race_days, wanted=day.facts.recovery_days))
    return None


@rule("D20", Window.NEARBY)
def space_between_jumps(days: NearbyDays, p: Parameters) -> Finding | None:
    """Finding when jumps are too close to each other or to a race."""
    before, after = days.before.session, days.after.session
    if before is not None and before.kind.has_jumps:
        for kind, gap_h in days.runs_after_session():
            if kind is RunKind.RACE and gap_h < p.race_gap_h:
                return forbids(_("jumps {gap} before the race").format(gap=spoken_hours(gap_h)))
        apart_h = days.hours_between_sessions()
        jumps_after = after is not None and after.kind.has_jumps
        if apart_h is not None and jumps_after and apart_h < p.gap_h:
            return forbids(_("{gap} between jumps").format(gap=spoken_hours(apart_h)))
    return None


@rule("D20", Window.DAY)
def jump_on_fresh_legs(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when jumps follow a run of the day too soon; they belong on fresh legs."""
    if day.session is None or day.session.kind is not SessionKind.JUMPS:
        return None
    for run in day.facts.runs:
        if day.session.start_min < run.end_min:
            continue
        gap_h = gap_to_run_h(day, run)
        if gap_h < p.after_run_h and run.kind.is_hard:
            return forbids(_("jumps on legs tired from {run}").format(run=the_run(run.kind)))
        if gap_h < p.after_run_h:
            return costs(p.points.jumps_after_easy_run, _("jumps after a run, not before"))
    return None
