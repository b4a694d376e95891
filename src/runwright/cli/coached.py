"""A plan with its runner, its diary and the coach, as the commands of every day need them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from runwright.cli import clock
from runwright.cli.diary import DiaryFolder
from runwright.cli.files import read_plan, read_runner_file
from runwright.cli.guard import WrongUseError
from runwright.cli.reading import read_run_files
from runwright.domain.plan import DayPlan
from runwright.domain.proposal import Proposal
from runwright.domain.run import Run
from runwright.domain.runner import Runner
from runwright.domain.screening import Gate
from runwright.domain.script import SessionScript
from runwright.domain.words import _
from runwright.formats.plan_json import PlanFile
from runwright.formats.sample_runner import RUNNER_FILE
from runwright.knowledge.library import Library, load_library
from runwright.usecases.coach import Coach, CoachOrder
from runwright.usecases.decide import apart
from runwright.usecases.follow_coach import FollowCoach, as_of
from runwright.usecases.propose import proposed
from runwright.usecases.safety import gates_of_plan, locking, told_gates
from runwright.usecases.standing import as_known, dated, standing_of
from runwright.usecases.write_script import ScriptWriter


@dataclass(frozen=True, kw_only=True)
class Coached:
    """One plan, looked at on a day.

    Attributes
    ----------
    runner
        As the file tells, with what the diary says that still counts.
    """

    folder: Path
    file: PlanFile
    runner: Runner
    diary: DiaryFolder
    library: Library
    today: date
    runs: tuple[Run, ...] = ()

    @cached_property
    def coach(self) -> Coach:
        """The coach, who has heard the diary."""
        order = CoachOrder(
            runner=self.runner,
            plan=self.file.plan,
            told=self.diary.told,
            today=self.today,
            asked=self.file.asked,
            runs=self.runs,
        )
        is_past = self.today < clock.today(self.runner.timezone)
        return Coach(as_of(order, self.today) if is_past else order, self.library)

    @cached_property
    def locks(self) -> tuple[Gate, ...]:
        """Closed gates for which all work waits, urgent ones first."""
        gates = told_gates(self.runner, self.library, self.today)
        return locking(gates, gates_of_plan(self.file.plan.gates))

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """What is open, each change by itself, what matters most first."""
        return apart(proposed(self.coach))

    def day(self, day: date) -> DayPlan | None:
        """Return a day as it is asked for; None outside the season."""
        planned = self.file.plan.day(day)
        return None if planned is None else FollowCoach(self.coach).day(planned)

    def scripts(self, day: date) -> tuple[SessionScript, ...]:
        """Return the scripts of a day, its session first."""
        followed = self.day(day)
        if followed is None:
            return ()
        writer = ScriptWriter(self.file.plan, self.runner, self.coach.screening, self.library)
        session = None if followed.session is None else followed.session.id
        return tuple(sorted(writer.of(followed), key=lambda one: one.id != session))


def coached(
    plan_file: Path,
    runner_file: Path | None,
    day: date | None = None,
    *,
    runs: Sequence[Path] = (),
) -> Coached:
    """Return a plan with all that belongs to it.

    Parameters
    ----------
    runner_file
        None looks for a RUNNER.toml beside the plan, a folder above, and here.
    runs
        Files of what was run.

    Raises
    ------
    WrongUseError
        If a file is missing or cannot be read.
    """
    library = load_library()
    file = read_plan(plan_file)
    folder = plan_file if plan_file.is_dir() else plan_file.parent
    named = _runner_file(folder, runner_file)
    answered = read_runner_file(named, library, clock.today(), season_start=file.plan.start)
    diary = DiaryFolder(folder)
    told = diary.told
    standing = standing_of(answered, told.check_ins, told.sessions, library)
    runner = as_known(dated(answered, file.plan.start), standing, library)
    return Coached(
        folder=folder,
        file=file,
        runner=runner,
        diary=diary,
        library=library,
        today=clock.today(runner.timezone) if day is None else day,
        runs=read_run_files(runs, clock.now(runner.timezone)).items if runs else (),
    )


def _runner_file(folder: Path, named: Path | None) -> Path:
    if named is not None:
        return named
    found = next((one for one in _places(folder) if one.is_file()), None)
    if found is None:
        says = _("Whose plan is it? Name the runner's file:  --runner RUNNER.toml")
        raise WrongUseError(says)
    return found


def _places(folder: Path) -> Iterator[Path]:
    for place in (folder, folder.resolve().parent, Path()):
        yield place / RUNNER_FILE
