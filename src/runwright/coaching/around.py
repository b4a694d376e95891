"""What a step depends on besides the exercise: the day, the weights at hand, what holds it back."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from runwright.coaching.known import Known
from runwright.coaching.loads import loads_for
from runwright.domain.exercise import Exercise
from runwright.rules.registry import RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The runner's situation on a day.

    Attributes
    ----------
    kit
        Household things included.
    loads_kg
        Weights by kit id, the runner's own where told. [kg]
    is_allowed
        Whether kit, gates and sore regions let this runner do an exercise.
    calf_reps
        Single-leg raises that open the way to load (rule P08). [1]
    most_contacts
        Most landings a session may have. [1]
    held
        Exercises that must not get harder, and why, by id.
    frozen
        Why nothing gets harder today; '' where it may.
    morning_is_green
        Whether the morning after the last jumps was told, and was green.
    form
        Why harder single-leg squats wait for their form (rule P03); '' where they need not.
    is_sore
        Whether any place hurts above green, wherever it is: jumps wait then.
    """

    known: Known
    book: RuleBook
    today: date
    kit: frozenset[str]
    loads_kg: Mapping[str, Collection[float]]
    is_allowed: Callable[[Exercise], bool]
    calf_reps: int
    most_contacts: int
    held: Mapping[str, str] = field(default_factory=dict)
    frozen: str = ""
    form: str = ""
    morning_is_green: bool = False
    is_sore: bool = False

    @property
    def has_weights(self) -> bool:
        """Whether anything at hand weighs anything."""
        return bool(self.kit & self.loads_kg.keys())

    def loads(self, exercise: Exercise) -> tuple[float, ...]:
        """Return the weights an exercise can be done with here, lightest first. [kg]"""
        if not exercise.loadable:
            return ()
        return loads_for(exercise, self.kit, {k: tuple(v) for k, v in self.loads_kg.items()})
