"""What the runs of a runner say, for the page that has just read them."""

import hashlib
import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.cache import cache
from django.db.models import Count, Max
from markupsafe import Markup, escape

from runwright.domain.problem import Problem
from runwright.domain.run import Run
from runwright.domain.runner import Runner
from runwright.domain.training import TrainingFacts, WeekLoad
from runwright.domain.units import distance_counted, distance_unit, distance_words, reader
from runwright.domain.words import _, ngettext
from runwright.formats.plan_words.dates import SHORT_WEEKDAYS, full_date, month, short_day
from runwright.formats.quantities import SECONDS_PER_MINUTE
from runwright.knowledge.library import Library
from runwright.usecases.plan_season import training_facts
from runwright.web.runner.models import RunnerRecord, RunReading

A_DAY_S = 86_400  # facts are of a day
WEEKS_DRAWN = 26
LONG_AGO = timedelta(days=28)  # then the facts of that time tell more than those of today
WIDTH, HEIGHT, GAP = 332, 64, 3  # drawing units
SHOWN_AT_MOST = 200
FILES_FOR_A_PACE = 5  # read before we say how long the rest takes
SECONDS_SAID = 90  # longer is said in minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsFacts:
    """What is known of past running.

    Attributes
    ----------
    as_of
        The day it is looked at from; words for a day long ago, '' for today.
    chart
        Distance by week; None without runs.
    axis
        Its first and last month.
    weeks
        The same as rows: Monday and distance.
    said
        Pairs of what and how much.
    """

    count: int
    as_of: str
    chart: Markup | None
    axis: tuple[str, str]
    weeks: tuple[tuple[str, str], ...]
    said: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemGroup:
    """Problems of one kind: how many, what the first says, and all of them."""

    count: int
    says: str
    each: tuple[str, ...]
    more: int


def runs_facts(record: RunnerRecord, library: Library, today: date) -> RunsFacts | None:
    """Return what the runs say, worked out once until runs or answers change; None without runs."""
    known = record.run_rows.aggregate(count=Count("pk"), latest=Max("pk"))
    if not known["count"]:
        return None
    rests_on = (record.pk, record.document, known, today.isoformat(), reader())
    said = json.dumps(rests_on, sort_keys=True)
    key = f"runs-{hashlib.sha256(said.encode()).hexdigest()}"
    found: RunsFacts | None = cache.get(key)
    if found is None:
        found = _facts_of(record.runs(), record.runner, library, today)
        cache.set(key, found, A_DAY_S)
    return found


def _facts_of(runs: Sequence[Run], runner: Runner, library: Library, today: date) -> RunsFacts:
    last = max(run.started_at.date() for run in runs)
    as_of = last if today - last > LONG_AGO else today
    facts = training_facts(runner, runs, as_of, library)
    weeks = facts.weekly[-WEEKS_DRAWN:]
    long_ago = _("Your last run is a while ago, so this is how things stood on {day}.")
    return RunsFacts(
        count=len(runs),
        as_of="" if as_of == today else long_ago.format(day=full_date(as_of)),
        chart=_chart(weeks) if weeks else None,
        axis=(month(weeks[0].monday), month(weeks[-1].monday)) if weeks else ("", ""),
        weeks=tuple((short_day(week.monday), distance_words(week.distance_km)) for week in weeks),
        said=tuple(_said(facts, runner)),
        notes=facts.notes,
    )


def time_left(reading: RunReading, now: datetime) -> str:
    """Return ``about 20 s left``, from the pace so far; '' before there is one."""
    spent_s = (now - reading.started_at).total_seconds()
    if reading.done < FILES_FOR_A_PACE or reading.total <= reading.done or spent_s <= 0:
        return ""
    left_s = spent_s * (reading.total - reading.done) / reading.done
    if left_s > SECONDS_SAID:
        return _("about {n} min left").format(n=math.ceil(left_s / SECONDS_PER_MINUTE))
    return _("about {n} s left").format(n=max(5, 5 * round(left_s / 5)))


def problem_groups(problems: Sequence[Problem]) -> list[ProblemGroup]:
    """Return problems by kind, the most frequent first."""
    counts = Counter(one.code for one in problems)
    groups = []
    for code, count in counts.most_common():
        each = tuple(one.says for one in problems if one.code == code)
        shown = each[:SHOWN_AT_MOST]
        groups.append(
            ProblemGroup(count=count, says=each[0], each=shown, more=len(each) - len(shown))
        )
    return groups


def _said(facts: TrainingFacts, runner: Runner) -> list[tuple[str, str]]:
    said = []
    days = sorted({run.weekday for run in facts.typical_week})
    if days:
        said.append((_("You run"), ", ".join(_(SHORT_WEEKDAYS[day]) for day in days)))
    if facts.weekly_km is not None and round(facts.weekly_km) > 0:
        count = len(facts.typical_week)
        runs = ngettext("{n} run", "{n} runs", count).format(n=count)
        amount = distance_words(facts.weekly_km)
        words = _("{distance} in {runs}") if count else "{distance}"
        said.append((_("Usual week"), words.format(distance=amount, runs=runs)))
    if facts.longest_30d_km is not None:
        said.append((_("Longest, last 30 days"), distance_words(facts.longest_30d_km)))
    hard = [_(SHORT_WEEKDAYS[run.weekday]) for run in facts.typical_week if run.kind.is_hard]
    if hard:
        said.append((_("Hard days"), ", ".join(hard)))
    if facts.from_habits and runner.habits:
        said.append((_("Taken from"), _("the runs you told, not from files")))
    return said


def _chart(weeks: Sequence[WeekLoad]) -> Markup:
    most = max((week.distance_km for week in weeks), default=0.0) or 1.0
    step = WIDTH / WEEKS_DRAWN
    bars = []
    for number, week in enumerate(weeks):
        tall = max(1.5, HEIGHT * week.distance_km / most)
        left = WIDTH - (len(weeks) - number) * step
        bars.append(
            f'<rect x="{left:.1f}" y="{HEIGHT - tall:.1f}" width="{step - GAP:.1f}" '
            f'height="{tall:.1f}" rx="2"/>'
        )
    label = _("{unit} per week, {first} to {last}; most {most}").format(
        unit=distance_unit(),
        first=month(weeks[0].monday),
        last=month(weeks[-1].monday),
        most=round(distance_counted(most)),
    )
    return Markup(  # noqa: S704  # numbers of ours, and an escaped label
        f'<svg class="run-bars" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(label)}">{"".join(bars)}</svg>'
    )
