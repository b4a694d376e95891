"""A plan made from what was named on the command line: files read, season planned."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from runwright.cli.clock import NOT_KNOWN, local_zone
from runwright.cli.guard import WrongUseError
from runwright.cli.reading import read_run_files
from runwright.domain.problem import Imported, Problem
from runwright.domain.run import PlannedRun, Run
from runwright.domain.runner import AGE_UNKNOWN_ADULT, Runner
from runwright.domain.words import _
from runwright.formats.run_plan import read_run_plan
from runwright.knowledge.library import Library
from runwright.planning.planner import PlannedSeason
from runwright.usecases.plan_season import WEEKS_MOST, SeasonOrder, plan_season

FIRST_DAY_BACK = timedelta(days=7)  # the week that has begun


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A season plan and what it was made from.

    Attributes
    ----------
    given_runs
        Runs of the runner's own plan.
    assumed
        Sentences: what was taken for granted because nobody said.
    """

    planned: PlannedSeason
    read: Imported[Run]
    given_runs: tuple[PlannedRun, ...]
    problems: tuple[Problem, ...]
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What was asked for on the command line.

    Attributes
    ----------
    now
        Aware, in the runner's zone.
    """

    runner: Runner
    library: Library
    now: datetime
    run_files: tuple[Path, ...] = ()
    run_plan: Path | None = None
    protocol: str | None = None
    start: date | None = None
    weeks: int | None = None
    assumed: tuple[str, ...] = ()

    def made(self) -> Made:
        """Return the plan.

        Raises
        ------
        WrongUseError, PlanImpossibleError
            If a file is not there, or the wish cannot be met.
        """
        read = self._runs()
        given = self._given_runs()
        order = SeasonOrder(
            runner=self.runner,
            today=self.now.date(),
            runs=read.items,
            given_runs=given.items,
            start=self.start,
            weeks=self.weeks,
            protocol=self.protocol,
        )
        return Made(
            planned=plan_season(order, self.library),
            read=read,
            given_runs=given.items,
            problems=(*read.problems, *given.problems),
            assumed=(*self.assumed, *self._assumed_of_runs(read, given)),
        )

    def _runs(self) -> Imported[Run]:
        missing = [path for path in self.run_files if not path.exists()]
        if missing:
            raise WrongUseError(
                "\n".join(
                    _("{path} is not there. Check the spelling of the path.").format(path=path)
                    for path in missing
                )
            )
        return read_run_files(self.run_files, self.now) if self.run_files else Imported()

    def _given_runs(self) -> Imported[PlannedRun]:
        if self.run_plan is None:
            return Imported()
        if not self.run_plan.exists():
            raise WrongUseError(
                _("{path} is not there. Check the spelling of the path.").format(path=self.run_plan)
            )
        start = self.start if self.start is not None else self.now.date()
        return read_run_plan(
            self.run_plan,
            timezone=ZoneInfo(self.runner.timezone),
            first=start - FIRST_DAY_BACK,
            last=start + timedelta(weeks=WEEKS_MOST),
        )

    def _assumed_of_runs(self, read: Imported[Run], given: Imported[PlannedRun]) -> tuple[str, ...]:
        if read.items or given.items or self.runner.habits:
            return ()
        return (
            _(
                "No runs are known, so the sessions were placed as if you did not run. Give your "
                "run files (--runs), a running plan (--run-plan), or your running days in "
                "RUNNER.toml."
            ),
        )


def assumed_runner() -> tuple[Runner, tuple[str, ...]]:
    """Return a plain adult, and what is taken for granted about them."""
    zone = local_zone()
    runner = Runner(timezone=zone)
    assumed = [
        _(
            "No RUNNER.toml was given, so this is a plan for a plain adult: {minutes} min free "
            "every day, no kit but a chair, a wall and a towel, new to lifting, no race, norms of "
            "age {age}. The safety questions are not answered, so the work stays light. "
            "`runwright init` asks all of this in two minutes."
        ).format(minutes=runner.days[0].minutes, age=AGE_UNKNOWN_ADULT)
    ]
    if zone == NOT_KNOWN:
        assumed.append(_("This machine does not tell its time zone; clock times are in UTC."))
    return runner, tuple(assumed)
