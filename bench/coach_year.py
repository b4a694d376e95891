"""One synthetic year with the coach, as notes: `python -m bench.coach_year` writes the page.

Generated and never edited by hand; the same for the same seed, and the page says so.
"""

import statistics
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from bench.coach import ARMS
from bench.coach_arms import Note
from bench.coach_judge import stressors_a_week, violations
from bench.coach_life import WEEK, Season
from bench.coach_plan import exercise_of, known
from runwright.domain.performed import PerformedSession, PerformedSet
from runwright.domain.plan import WeekPlan
from runwright.domain.proposal import ChangeKind

WEEKS = 52
SEED = 40
PAGE = Path(__file__).resolve().parents[1] / "docs/explanation/a-year-with-the-coach.md"
UP = {ChangeKind.STEP_UP}
DOWN = {ChangeKind.STEP_DOWN}
BACK = {ChangeKind.RETURN}
OUT = {ChangeKind.SWAP, ChangeKind.STOP, ChangeKind.DROP}
MOST_LIFTS = 3
LINE = 100
HEAD = """# A year with the coach

A year of a runner who does not exist, week by week. The page is written by
`python -m bench.coach_year` and never by hand: same seed, same words. The runner has a strength
nobody sees, sleeps, hurts, races and misses sessions by chance, and says no now and then; the coach
reads only what is told, and everything it proposes here is what the app would have proposed. It
shows what the [rules](../reference/rules.md) do together, not what training does to people.

{summary}
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(SEED, WEEKS), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")


def page(seed: int, weeks: int) -> str:
    """The notes of a season, as Markdown."""
    season = Season(seed, ARMS[-1], weeks=weeks)
    season.live()
    year = _Year(season)
    parts = [HEAD.format(summary=textwrap.fill(year.summary(), LINE))]
    parts += [
        "\n".join(year.week(number, week)) for number, week in enumerate(season.season.plan.weeks)
    ]
    return "\n".join(parts) + "\n"


class _Year:
    """Tells a season; what was said the week before is not said again."""

    def __init__(self, season: Season) -> None:
        self.season, self.life = season, season.life
        self.last: dict[str, tuple[float | None, int]] = {}
        self.said: dict[str, int] = {}

    def summary(self) -> str:
        """What it came to, in a few sentences."""
        life, plan = self.life, self.season.season.plan
        asked = [one for one in self.season.arm.notes if one.asked]
        yes = sum(one.yes for one in asked)
        many = sum(len(one) > 1 for one in stressors_a_week(plan, life.asked, life.raised))
        broken = len(violations(self.season.season, life.asked))
        return " ".join((
            f"It came to {life.done} of {life.planned} sessions. Of {len(asked)} suggestions the",
            f"runner took {yes}. {100 * life.in_band / life.sets:.0f} % of the sets ended within a",
            "repetition of the reserve that was asked for, or with more where nothing was to get",
            "harder; the strength nobody sees grew by",
            f"{100 * life.gained:.0f} %. {_flared(len(life.events))} Steps up in pain:",
            f"{_none(life.raised_in_pain)}; weeks with more than one kind of new stress:",
            f"{_none(many)}; hard rules broken: {_none(broken)}.",
        ))

    def week(self, number: int, week: WeekPlan) -> Iterator[str]:
        """One week: what was done, how it felt, what the coach said, what the runner said."""
        days = {week.monday + timedelta(days=one) for one in range(WEEK)}
        done = [one for one in self.season.trained if one.started_at.date() in days]
        notes = [one for one in self.season.arm.notes if one.day in days]
        lighter = ", a lighter week" if week.deload else ""
        yield f"## Week {number + 1}, {week.monday:%-d %B %Y}: {week.phase.value}{lighter}"
        yield ""
        yield " ".join([*self._done(done, week), *self._felt(days)])
        lines = list(self._notes(notes, number))
        if lines:
            yield ""
            yield from (f"- {line}" for line in lines)
        yield ""

    def _done(self, done: Sequence[PerformedSession], week: WeekPlan) -> Iterator[str]:
        planned = sum(day.session is not None for day in week.days)
        days = {day.day for day in week.days}
        races = [race for race in self.season.season.plan.races if race.day in days]
        if planned:
            yield _sessions(len(done), planned)
        yield from (f"Race: {race.distance_km:g} km." for race in races)
        lifts = list(self._lifts(done))
        if lifts:
            yield f"{'; '.join(lifts[:MOST_LIFTS])}."

    def _lifts(self, done: Sequence[PerformedSession]) -> Iterator[str]:
        """What was lifted heavier than the last time, or for the first time."""
        for session in done:
            for name in dict.fromkeys(one.exercise for one in session.sets):
                sets = [one for one in session.sets if one.exercise == name]
                load_kg, reps = sets[-1].load_kg, max(one.reps or 0 for one in sets)
                before = self.last.get(name)
                if load_kg and reps:
                    self.last[name] = (load_kg, reps)
                    if before is None or (before[0] is not None and load_kg > before[0]):
                        yield _set_words(name, sets, is_first=before is None)

    def _felt(self, days: Iterable[date]) -> Iterator[str]:
        told = [one for one in self.season.told if one.day in days]
        nights = [one.sleep_h for one in told if one.sleep_h is not None]
        if nights:
            yield f"{statistics.fmean(nights):.1f} h of sleep a night."
        worst: dict[str, int] = {}
        for morning in told:
            for pain in morning.pains:
                worst[pain.region] = max(worst.get(pain.region, 0), pain.pain_0_10)
        regions = known()[0].regions
        sore = [
            f"{regions[name].name} up to {pain} of 10" for name, pain in worst.items() if pain > 1
        ]
        if sore:
            yield f"In the mornings: {', '.join(sore)}."

    # -- what the coach said -----------------------------------------------------------------------

    def _notes(self, notes: Sequence[Note], number: int) -> Iterator[str]:
        yield from self._of_weeks([one for one in notes if not _is_work(one)], number)
        work = [one for one in notes if _is_work(one)]
        yield from self._out([one for one in work if one.kind in OUT], number)
        for kinds, words in ((DOWN, "Less"), (BACK, "Back to"), (UP, "Next time")):
            of_kind = [one for one in work if one.kind in kinds]
            yield from _grouped([one for one in of_kind if one.yes], words)
        no = [one for one in work if not one.yes]
        if no:
            works = "; ".join(dict.fromkeys(_change_words(one) for one in no))
            yield f"You said not now to: {works}."

    def _of_weeks(self, notes: Sequence[Note], number: int) -> Iterator[str]:
        """What eases a day, a week or the running, each cause once and not again the next week."""
        seen: set[str] = set()
        for note in notes:
            if note.rule in seen:
                continue
            seen.add(note.rule)
            key = f"{note.rule} {note.after}"
            again = self.said.get(key) == number - 1
            self.said[key] = number
            answer = "" if not note.asked or note.yes else " You said not now."
            if again:
                first = _first_sentence(note.says)
                yield f"As last week: {first} {note.after}.{answer} ({note.rule})"
            else:
                yield f"{note.says} {note.after}.{answer} ({note.rule})"

    def _out(self, notes: Sequence[Note], number: int) -> Iterator[str]:
        """What stays out because it hurts, said when it begins."""
        for note in notes:
            key = f"out {note.about}"
            again = self.said.get(key, -WEEK) >= number - 1
            self.said[key] = number
            if not again:
                instead = f" {note.after} instead." if note.after else ""
                yield f"{note.says}{instead} ({note.rule})"


def _grouped(notes: Sequence[Note], words: str) -> Iterator[str]:
    """One line for all changes with the same reason; what each becomes says the rest."""
    by_reason: dict[str, list[Note]] = {}
    for note in notes:
        by_reason.setdefault(_first_sentence(note.says), []).append(note)
    for reason, of_reason in by_reason.items():
        works = "; ".join(dict.fromkeys(_change_words(one) for one in of_reason))
        rules = ", ".join(dict.fromkeys(one.rule for one in of_reason))
        yield f"{words}: {works}. {reason} ({rules})"


def _change_words(note: Note) -> str:
    name = exercise_of(note.about).name
    if note.after == note.before:
        return f"{name}: the next band"
    if note.after.startswith(f"{name}:"):
        return note.after
    return f"{note.after}, instead of {name}"


def _is_work(note: Note) -> bool:
    """Whether a note is about an exercise."""
    return note.about in known()[0].exercises


def _first_sentence(says: str) -> str:
    return says.split(". ", maxsplit=1)[0].rstrip(".") + "."


def _sessions(done: int, planned: int) -> str:
    if not done:
        return "No session this week."
    if done == planned:
        return {1: "The one session.", 2: "Both sessions."}.get(done, f"All {done} sessions.")
    return f"{_number(done).capitalize()} of {_number(planned)} sessions."


def _set_words(name: str, sets: Sequence[PerformedSet], *, is_first: bool) -> str:
    exercise = exercise_of(name)
    reps = [str(one.reps) for one in sets]
    counted = reps[0] if len(reps) == 1 else f"{', '.join(reps[:-1])} and {reps[-1]}"
    left = [one.rir for one in sets if one.rir is not None]
    reserve = f", {round(statistics.fmean(left))} left" if left else ""
    first = " for the first time" if is_first else ""
    loads = " then ".join(dict.fromkeys(f"{one.load_kg:g}" for one in sets))
    return f"{exercise.name}{first} at {loads} kg: {counted}{reserve}"


def _number(count: int) -> str:
    words = ("no", "one", "two", "three", "four", "five")
    return words[count] if count < len(words) else str(count)


def _none(count: int) -> str:
    return _number(count) if count else "none"


def _flared(count: int) -> str:
    if not count:
        return "Pain never flared."
    times = {1: "once", 2: "twice"}.get(count, f"{_number(count)} times")
    return f"Pain flared {times}."


if __name__ == "__main__":
    main()
