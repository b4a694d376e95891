"""What a runner should read beside the facts: what was left out, guessed, or stands out."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from runwright.domain.day_words import full_date
from runwright.domain.training import Spike, TrainingFacts, WeekLoad
from runwright.domain.units import distance_words, rough_distance
from runwright.domain.words import _, ngettext
from runwright.training.parameters import TrainingParameters
from runwright.training.recorded import Recorded
from runwright.training.robust import quantile
from runwright.training.spikes import DISTANCE
from runwright.training.weekly import is_over


def notes_on_runs(
    facts: TrainingFacts, recorded: Recorded, p: TrainingParameters
) -> tuple[str, ...]:
    """Sentences about facts that come from files, the most telling ones last."""
    return (
        *_on_what_was_left_out(facts.as_of, recorded),
        *_on_the_typical_week(facts, p),
        *_on_load(facts, p),
        *_on_growth(facts, p),
    )


def notes_on_habits(*, any_habit: bool) -> tuple[str, ...]:
    """Sentences about facts that come from what was told."""
    if not any_habit:
        return (_("There are no run files and no running days were told, so no run is known."),)
    return (
        _(
            "There are no run files. The running days you told are taken as your usual week; "
            "load and pauses cannot be seen."
        ),
    )


def _on_what_was_left_out(as_of: date, recorded: Recorded) -> Iterator[str]:
    if recorded.future:
        yield ngettext(
            "{count} run is dated after {day} and was left out.",
            "{count} runs are dated after {day} and were left out.",
            recorded.future,
        ).format(count=recorded.future, day=full_date(as_of))
    if recorded.walks:
        yield ngettext(
            "{count} walk was left out: it does not count as running.",
            "{count} walks were left out: they do not count as running.",
            recorded.walks,
        ).format(count=recorded.walks)
    for day in recorded.impossible:
        yield _(
            "A recording of {day} is faster than anyone runs; its minutes count, its distance "
            "does not."
        ).format(day=full_date(day))


def _on_the_typical_week(facts: TrainingFacts, p: TrainingParameters) -> Iterator[str]:
    week = p.typical_week
    if facts.last_run is None:
        yield _("There are no runs yet, so nothing is known about your running.")
        return
    paused_days = (facts.as_of - facts.last_run).days
    if not facts.typical_week:
        yield _(
            "Your last run was on {day}, more than {weeks} weeks ago. Your week from then is "
            "not taken as your week now."
        ).format(day=full_date(facts.last_run), weeks=week.weeks_back)
        return
    if paused_days >= week.pause_days:
        yield _(
            "You have not run for {days} days. The typical week is the one from before that."
        ).format(days=paused_days)
    if facts.weeks_looked_at < week.few_weeks:
        yield ngettext(
            "The typical week rests on {weeks} week only. It may look different soon.",
            "The typical week rests on {weeks} weeks only. It may look different soon.",
            facts.weeks_looked_at,
        ).format(weeks=facts.weeks_looked_at)
    elif any(run.share < week.usual_share for run in facts.typical_week):
        yield _(
            "Your running days change from week to week. The typical week holds your most "
            "frequent ones."
        )


def _on_load(facts: TrainingFacts, p: TrainingParameters) -> Iterator[str]:
    estimated = [week for week in facts.weekly if week.load_estimated_share > 0]
    if estimated:
        load = p.load
        yield _(
            "Most watches record no effort. Where yours is not told, a coach's guess stands in: "
            "{easy:g} of 10 for an easy run, {quality:g} for a hard one, {race:g} for a race. "
            "Read load as a rough figure."
        ).format(
            easy=load.estimated_easy_rpe_0_10,
            quality=load.estimated_quality_rpe_0_10,
            race=load.estimated_race_rpe_0_10,
        )
    if _is_personal_high(facts.weekly, facts.as_of, p):
        yield _("The strain of your last whole week is among the highest of all your weeks.")


def _on_growth(facts: TrainingFacts, p: TrainingParameters) -> Iterator[str]:
    since = facts.as_of - timedelta(days=p.spikes.spike_window_days)
    recent = [spike for spike in facts.spikes if spike.day > since]
    if recent:  # one sentence; the facts hold them all
        yield _words_of(max(recent, key=lambda spike: (spike.ratio, spike.day)), p)
    if facts.months_of_running is not None and facts.months_of_running < p.load.novice_months:
        yield from _on_novice_growth(facts, p)


def _words_of(spike: Spike, p: TrainingParameters) -> str:
    if spike.ratio > p.spikes.spike_block_ratio:
        words = _(
            "On {day} you ran {run}, far more than the {before} that were the longest of the "
            "{days} days before."
        )
    else:
        words = _("On {day} you ran {run}; the longest of the {days} days before was {before}.")
    return words.format(
        day=full_date(spike.day),
        run=_how_far(spike, spike.value),
        days=p.spikes.spike_window_days,
        before=_how_far(spike, spike.longest_before),
    )


def _how_far(spike: Spike, value: float) -> str:
    return (
        distance_words(value) if spike.by == DISTANCE else _("{value:.0f} min").format(value=value)
    )


def _on_novice_growth(facts: TrainingFacts, p: TrainingParameters) -> Iterator[str]:
    """Rule L02 for new runners: two weeks against the two before; shown, never enforced."""
    whole = [week.distance_km for week in facts.weekly if is_over(week, facts.as_of)]
    now_km, before_km = sum(whole[-2:]), sum(whole[-2 * 2 : -2])
    if before_km > 0 and now_km > p.load.novice_growth_ratio * before_km:
        yield _(
            "Your last two weeks hold {now}, the two before {before}. New runners "
            "do well to grow more slowly."
        ).format(now=rough_distance(now_km), before=rough_distance(before_km))


def _is_personal_high(weeks: Sequence[WeekLoad], as_of: date, p: TrainingParameters) -> bool:
    """Whether the last whole week's strain lies above the runner's own high quantile (rule L05)."""
    whole = [week.strain_au for week in weeks if is_over(week, as_of)]
    known = [strain_au for strain_au in whole if strain_au is not None]
    if len(known) <= p.load.personal_high_weeks or whole[-1] is None:
        return False
    return whole[-1] > quantile(known[:-1], p.load.personal_high_share)
