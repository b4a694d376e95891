"""Plans for many runners made by chance, each audited and guarded: ``python -m bench.matrix 2000``.

Prints runners, weeks, violations by rule, what gave way and whether it was told; the same seeds
give the same runners. Exit code 1 where anything is wrong.
"""

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from runwright.domain.verdict import Severity
from runwright.knowledge.library import load_library
from runwright.usecases.audit_plan import audit_planned
from runwright.usecases.plan_season import plan_season
from tests.guards.safety import guarded
from tests.guards.sound import hidden, miscounted, unsound, watched
from tests.runners import Seeded, order_by

RUNNERS = 2000
WEEKS = (4, 52)
CHUNK = 25


@dataclass
class Tally:
    """What a stretch of seeds came to."""

    runners: int = 0
    weeks: int = 0
    sessions: int = 0
    seconds: list[float] = field(default_factory=list)
    violations: Counter[str] = field(default_factory=Counter)
    relaxed: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        """Take in another stretch."""
        self.runners += other.runners
        self.weeks += other.weeks
        self.sessions += other.sessions
        self.seconds += other.seconds
        self.violations += other.violations
        self.relaxed += other.relaxed
        self.examples = {**other.examples, **self.examples}

    def wrong(self, what: str, seed: int, words: str) -> None:
        """Count a violation, its first example kept."""
        self.violations[what] += 1
        self.examples.setdefault(what, f"seed {seed}: {words}")


def planned(seeds: range, least: int, most: int) -> Tally:
    """Plan, audit and guard the runners of some seeds."""
    library, tally = load_library(), Tally()
    for seed in seeds:
        order = order_by(Seeded.of(seed), library, weeks=(least, most))
        started = time.perf_counter()
        season = plan_season(order, library)
        tally.seconds.append(time.perf_counter() - started)
        tally.runners += 1
        tally.weeks += len(season.plan.weeks)
        tally.sessions += sum(
            day.session is not None for week in season.plan.weeks for day in week.days
        )
        findings = audit_planned(season)
        for one in findings:
            if one.is_violation:
                tally.wrong(one.rule, seed, f"{one.day} {one.because}")
            elif one.severity is Severity.BENDS:
                tally.relaxed[one.rule] += 1
        for rule, words in guarded(watched(season)).items():
            tally.wrong(f"guard {rule}", seed, words[0])
        for words in hidden(season, findings):
            tally.wrong("relaxed and not told", seed, words)
        for words in (*unsound(season), *miscounted(season)):
            tally.wrong("unsound", seed, words)
    return tally


def told(tally: Tally) -> str:
    """The tally in lines."""
    lines = [
        f"runners x seasons   {tally.runners}",
        f"weeks               {tally.weeks}",
        f"sessions            {tally.sessions}",
        f"plan and content    {_spread(tally.seconds)}",
        f"violations          {tally.violations.total()}",
    ]
    lines += [
        f"  {what:22}{n:6}   {tally.examples[what]}" for what, n in tally.violations.most_common()
    ]
    lines.append(f"relaxed, all told   {tally.relaxed.total()}")
    lines += [f"  {rule:22}{n:6}" for rule, n in sorted(tally.relaxed.items())]
    return "\n".join(lines)


def _spread(seconds: list[float]) -> str:
    ordered = sorted(1000 * one for one in seconds)
    median, late = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
    return f"median {median:.0f} ms, p95 {late:.0f} ms, most {ordered[-1]:.0f} ms"


def matrix(count: int, *, first: int = 0, weeks: tuple[int, int] = WEEKS, jobs: int = 1) -> Tally:
    """Plan and judge the runners of `count` seeds from `first` on."""
    parts = [
        range(seed, min(first + count, seed + CHUNK)) for seed in range(first, first + count, CHUNK)
    ]
    least, most = weeks
    total = Tally()
    with ProcessPoolExecutor(jobs) as pool:
        for tally in pool.map(planned, parts, [least] * len(parts), [most] * len(parts)):
            total.add(tally)
    return total


def measure(count: int = RUNNERS) -> dict[str, object]:
    """The matrix in figures, for :mod:`bench.run`."""
    total = matrix(count)
    return {
        "runners x seasons": total.runners,
        "weeks": total.weeks,
        "sessions": total.sessions,
        "violations": dict(total.violations) or 0,
        "rules that gave way, all told": dict(sorted(total.relaxed.items())),
    }


def main() -> int:
    """Run the matrix; 1 where a plan is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=RUNNERS, help="runners x seasons")
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--weeks", type=int, nargs=2, default=WEEKS, help="least and most weeks")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    asked = parser.parse_args()
    least, most = asked.weeks
    total = matrix(asked.count, first=asked.first, weeks=(least, most), jobs=asked.jobs)
    print(told(total))
    return 1 if total.violations else 0


if __name__ == "__main__":
    sys.exit(main())
