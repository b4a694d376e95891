"""What the rules hold back on a day, read from the diary alone: one reading for every arm."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bench.coach_arm import script_of
from bench.coach_arms import Ask
from bench.coach_plan import known, runner_of
from runwright.coaching.told import Told
from runwright.domain.check_in import CheckIn
from runwright.domain.performed import PerformedSession
from runwright.domain.script import SessionScript
from runwright.planning.planner import PlannedSeason
from runwright.usecases.coach import Coach, CoachOrder


@dataclass
class Onlooker:
    """Looks at the diary as the coach does, proposes nothing, and is believed by nobody.

    On a day of short sleep, stress, sore legs, pain, a planned lighter week or a race nothing may
    get harder (rules L09, L11, L12, L13, S13, G07, G08), and an exercise nobody did yet begins
    with room to spare (P01). An arm that listens asks for less then, one that does not goes on;
    both are judged by what the rules say of the day.
    """

    season: PlannedSeason
    scripts: dict[str, SessionScript] = field(default_factory=dict)
    eyes: Coach | None = None

    def looks(
        self, day: date, mornings: Sequence[CheckIn], trained: Sequence[PerformedSession]
    ) -> None:
        """Look at the diary as it stands before a session."""
        told = Told(check_ins=tuple(mornings), sessions=tuple(trained), scripts=dict(self.scripts))
        order = CoachOrder(
            runner=runner_of(self.season), plan=self.season.plan, told=told, today=day
        )
        self.eyes = Coach(order, known()[0])

    def holds(self, exercise: str) -> bool:
        """Whether an exercise may be easier than asked for today, and no harder."""
        if self.eyes is None:
            return False
        around = self.eyes.around
        is_new = self.eyes.state.exercise(exercise) is None
        return is_new or bool(around.frozen) or exercise in around.held

    def keeps(self, script: str, day: date, asked: tuple[Ask, ...]) -> None:
        """Keep what a session asked for, for the next look."""
        self.scripts[script] = script_of(script, day, asked)
