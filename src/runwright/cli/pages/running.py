"""What is known of somebody's running: the usual week, the longest run, spikes, load by week."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.reading import problem_lines, read_words, run_only, twice_words
from runwright.cli.screen import Screen
from runwright.domain.calendar import clock
from runwright.domain.problem import Imported
from runwright.domain.run import Run
from runwright.domain.training import Spike, TrainingFacts, TypicalRun, WeekLoad
from runwright.domain.words import _, decimal, ngettext
from runwright.formats.plan_words.dates import SHORT_WEEKDAYS, full_date, short_day
from runwright.formats.plan_words.kinds import RUN_TITLES

WEEKS_SHOWN = 12
SPIKES_SHOWN = 5
BAR = 20  # signs of the longest bar
BY_DISTANCE = "distance"


def runs_page(
    read: Imported[Run], facts: TrainingFacts, screen: Screen, *, today: date
) -> list[str]:
    """Return the page of `runwright runs`."""
    lines = screen.title(read_words(read.items))
    if twice := twice_words(read.items):
        lines += screen.wrapped(twice)
    if run_only(read.items):
        lines += [
            *_as_it_stood(facts, today, screen),
            *usual_week(facts, screen),
            *_longest(facts, screen),
            *_spikes(facts.spikes, screen),
            *_weeks(facts.weekly, screen),
        ]
    if facts.notes:
        lines += [*screen.heading(_("Good to know")), *screen.bullets(facts.notes)]
    return [*lines, *problem_lines(read.problems, screen)]


def _as_it_stood(facts: TrainingFacts, today: date, screen: Screen) -> list[str]:
    if facts.as_of == today:
        return []
    says = _("Your last run is a while ago, so this is how things stood on {day}.")
    return screen.wrapped(says.format(day=full_date(facts.as_of)))


def usual_week(facts: TrainingFacts, screen: Screen, *, with_reasons: bool = True) -> list[str]:
    """Return the runs of a typical week, each with why it is taken so, or without."""
    if not facts.typical_week:
        return []
    weeks = facts.weeks_looked_at
    title = (
        _("Your usual week, as you told it")
        if facts.from_habits
        else ngettext(
            "Your usual week, from the last {n} week",
            "Your usual week, from the last {n} weeks",
            weeks,
        ).format(n=weeks)
    )
    lines = screen.heading(title)
    for run in facts.typical_week:
        day = _(SHORT_WEEKDAYS[run.weekday])
        words = f"{typical_words(run)}. {run.because}" if with_reasons else typical_words(run)
        lines += screen.labelled(day, words.strip(), column=7)
    return lines


def typical_words(run: TypicalRun) -> str:
    """Return ``06:15 Quality run, 60 min, 11 km``."""
    parts = [
        _("{clock} {kind}").format(clock=clock(run.start_min), kind=_(RUN_TITLES[run.kind])),
        _("{minutes} min").format(minutes=run.duration_min),
    ]
    if run.distance_km is not None:
        parts.append(_("{km:.1f} km").format(km=run.distance_km))
    return ", ".join(parts)


def _longest(facts: TrainingFacts, screen: Screen) -> list[str]:
    parts = []
    if facts.longest_30d_km is not None:
        parts.append(_("{km:.1f} km").format(km=facts.longest_30d_km))
    if facts.longest_30d_min is not None:
        parts.append(_("{minutes:.0f} min").format(minutes=facts.longest_30d_min))
    said = []
    if parts:
        said.append(_("Longest run of the last 30 days: {what}.").format(what=", ".join(parts)))
    elif facts.last_run is not None:
        said.append(
            _("No run in the last 30 days; the last one was on {day}.").format(
                day=full_date(facts.last_run)
            )
        )
    if facts.weekly_km is not None:
        said.append(
            _("Running a week: {km:.0f} km, mean of the last four whole weeks.").format(
                km=facts.weekly_km
            )
        )
    return ["", *(line for one in said for line in screen.wrapped(one))] if said else []


def _spikes(spikes: Sequence[Spike], screen: Screen) -> list[str]:
    if not spikes:
        return []
    lines = screen.heading(_("Runs much longer than those before (rule L01)"))
    lines += screen.bullets(spike_words(spike) for spike in reversed(spikes[-SPIKES_SHOWN:]))
    earlier = len(spikes) - SPIKES_SHOWN
    if earlier > 0:
        more = ngettext("{n} earlier one: --json", "{n} earlier ones: --json", earlier)
        lines.append("  " + screen.quiet(more.format(n=earlier)))
    return lines


def spike_words(spike: Spike) -> str:
    """Return ``10 May 2026: 16.6 km, 1.5 times the 11.0 km before``."""
    unit = _("{value:.1f} km") if spike.by == BY_DISTANCE else _("{value:.0f} min")
    return _("{day}: {run}, {ratio:.1f} times the {before} of the 30 days before").format(
        day=full_date(spike.day),
        run=unit.format(value=spike.value),
        ratio=spike.ratio,
        before=unit.format(value=spike.longest_before),
    )


def _weeks(weekly: Sequence[WeekLoad], screen: Screen) -> list[str]:
    shown = weekly[-WEEKS_SHOWN:]
    most_km = max((week.distance_km for week in shown), default=0.0)
    years = sorted({week.monday.year for week in shown})
    title = _("Week by week, {years}").format(years="–".join(str(year) for year in years))
    lines = screen.heading(title)
    head = f"  {_('Monday'):10}{_('runs'):>5}{_('km'):>7}{_('longest'):>9}{_('load'):>7}"
    lines.append(screen.quiet(head))
    bar_signs = min(BAR, screen.width - len(head) - 2)
    for week in shown:
        bar = "█" * round(bar_signs * week.distance_km / most_km) if most_km > 0 else ""
        row = (
            f"  {short_day(week.monday):10}{week.runs:>5}{week.distance_km:>7.0f}"
            f"{decimal(week.longest_km, '.1f'):>9}{week.load_au:>7.0f}"
        )
        lines.append(f"{row}  {screen.hue(bar, 'sky')}".rstrip())
    earlier = len(weekly) - len(shown)
    if earlier > 0:
        more = ngettext("{n} earlier week: --json", "{n} earlier weeks: --json", earlier)
        lines.append("  " + screen.quiet(more.format(n=earlier)))
    estimated = any(week.load_estimated_share > 0 for week in shown)
    about = _("Load is effort (0 to 10) times minutes [AU].")
    if estimated:
        about += " " + _("Where effort was not recorded it is a coach's guess.")
    return [*lines, *screen.wrapped(about, "  ")]


def runs_answer(read: Imported[Run], facts: TrainingFacts) -> Mapping[str, Any]:
    """Return the answer of `runwright runs --json`."""
    return {
        "runs": [
            {
                "started_at": run.started_at.isoformat(),
                "duration_s": plain(run.duration_s),
                "distance_m": plain(run.distance_m),
                "title": run.title,
                "rpe": run.rpe,
                "files": [source.label for source in run.sources],
            }
            for run in read.items
        ],
        "problems": [plain(problem) for problem in read.problems],
        "facts": plain(facts),
    }
