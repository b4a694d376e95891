"""What changes about a whole week: the lighter one (L13), the first one back (P12)."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from runwright.coaching.around import Around
from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.pain_light import Light
from runwright.domain.progress import ExerciseState, PainSeen, RunnerState, Trend
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.said import together
from runwright.domain.words import _, ngettext
from runwright.rules.registry import Parameters

WEEK = "week"


def lighter_week(
    state: RunnerState, warnings: Sequence[str], around: Around, *, is_planned: bool
) -> Change | None:
    """Return a lighter week, by the rhythm or after enough warnings; None while none is due.

    Parameters
    ----------
    warnings
        What speaks for one, each in a sentence.
    is_planned
        Whether the plan has one now or in the week to come.
    """
    p = around.book.parameters("L13")
    if is_planned or state.weeks_since_deload < 1:
        return None
    weeks = state.weeks_since_deload
    if weeks >= p.every_weeks[1]:
        because = _("{n} full weeks in a row; a lighter one lets the work sink in.").format(n=weeks)
    elif len(warnings) >= p.triggers:
        because = together(warnings)
    else:
        return None
    last = max((one.last_day for one in state.exercises), default=around.today)
    low, high = p.sets_cut_share
    share = 1 - (low + high) / 2
    says = _("{share:.0f} % of the sets for {days} days, the same weights")
    return Change(
        kind=ChangeKind.DELOAD,
        about=WEEK,
        rule="L13",
        because=because,
        first_day=around.today,
        last_day=around.today + timedelta(days=p.days - 1),
        before=Work(says=_("All sets")),
        after=Work(says=says.format(share=100 * share, days=p.days), sets_share=share),
        facts=monday_of(last).isoformat(),
    )


def warnings_of(state: RunnerState, today: date) -> tuple[str, ...]:
    """Return what the lifting of the last week says for a lighter one, each in a sentence.

    What one exercise alone says in several ways is one sign, the first of them.
    """
    recent = [one for one in state.exercises if (today - one.last_day).days < DAYS_PER_WEEK]
    falling = {one.exercise for one in recent if one.is_loaded and one.trend is Trend.FALLING}
    missed = {one.exercise for one in recent if one.missed_sessions > 0 or one.emptied_sessions > 0}
    first = today - timedelta(days=DAYS_PER_WEEK)
    sore = {one.exercise for one in recent if any(_is_sore(pain, first) for pain in one.pains)}
    said = (
        (falling, ngettext("{n} lift goes down.", "{n} lifts go down.", len(falling))),
        (
            missed,
            ngettext("{n} exercise was too much.", "{n} exercises were too much.", len(missed)),
        ),
        (sore, ngettext("{n} exercise hurt.", "{n} exercises hurt.", len(sore))),
    )
    signs = [words.format(n=len(names)) for names, words in said if names]
    return tuple(signs[: len(falling | missed | sore)])


def _is_sore(pain: PainSeen, after: date) -> bool:
    return pain.day > after and pain.light is not Light.GREEN


def first_week_back(state: RunnerState, around: Around) -> Change | None:
    """Return how training begins again after weeks away; None where nothing was missed (P12)."""
    p = around.book.parameters("P12")
    weeks = state.weeks_away
    if weeks is None or weeks < p.repeat_weeks:
        return None
    away = ngettext("{n} week without strength work.", "{n} weeks without strength work.", weeks)
    return Change(
        kind=ChangeKind.RETURN,
        about=WEEK,
        rule="P12",
        because=away.format(n=weeks),
        first_day=around.today,
        last_day=around.today + timedelta(days=DAYS_PER_WEEK - 1),
        after=_work_back(weeks, p),
        facts=max(one.last_day for one in state.exercises).isoformat(),
    )


def _work_back(weeks: int, p: Parameters) -> Work:
    if weeks >= p.back_from_weeks:
        says = ngettext(
            "{n} phase back, and {percent:g} % off every weight",
            "{n} phases back, and {percent:g} % off every weight",
            p.back_phases,
        )
        percent = 100 * p.back_cut_share
        return Work(
            says=says.format(n=p.back_phases, percent=percent), load_share=1 - p.back_cut_share
        )
    if weeks >= p.cut_from_weeks:
        says = _("Where you were, with {percent:g} % off every weight")
        return Work(says=says.format(percent=100 * p.cut_share), load_share=1 - p.cut_share)
    return Work(says=_("Your last week once more"))


def set_the_scale(
    state: RunnerState, around: Around, *, asked: Collection[str], reserve: int
) -> Change | None:
    """Return one set close to the limit, so that reserves can be believed again (P05).

    Parameters
    ----------
    asked
        Exercises of the coming days that stand far enough from a key run (D08).
    reserve
        Repetitions it keeps: rule D08's least for this runner. [reps]
    """
    p = around.book.parameters("P05")
    near = state.near_limit_on
    wait = timedelta(weeks=p.recalibrate_weeks)
    if state.weeks_trained < p.recalibrate_weeks or (
        near is not None and around.today - near < wait
    ):
        return None
    safe = _safest(state, around, asked)
    if safe is None:
        return None
    exercise = around.known.exercises[safe.exercise]
    says = _("{name}: the last set up to {reserve} in reserve").format(
        name=_(exercise.name), reserve=reserve
    )
    return Change(
        kind=ChangeKind.RETEST,
        about=exercise.id,
        rule="P05",
        because=_(
            "No set came near its limit for {weeks} weeks, and only there can people tell how many "
            "are left."
        ).format(weeks=p.recalibrate_weeks),
        first_day=around.today,
        after=Work(says=says, exercise=exercise.id),
        facts=f"{near}",
    )


def _safest(state: RunnerState, around: Around, asked: Collection[str]) -> ExerciseState | None:
    """Return the easiest exercise of the last week to go near the limit with; None for none."""
    known = around.known.exercises
    fit = [
        one
        for one in state.exercises
        if one.asked.reps is not None
        and one.exercise in asked
        and one.exercise not in around.held
        and one.clean_sessions > 0
        and not known[one.exercise].gates
        and (around.today - one.last_day).days < DAYS_PER_WEEK
    ]
    return min(fit, key=lambda one: (known[one.exercise].level, one.exercise), default=None)
