"""What content rules look at: a session with its exercises, and a week of sessions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from runwright.domain.exercise import Exercise, Role, Sides
from runwright.domain.plan import Extra, ExtraKind, PlannedSession
from runwright.domain.protocol import Phase
from runwright.domain.session import Block, Prescription, SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Trainee:
    """What content rules may know of the runner.

    Attributes
    ----------
    age
        [year]; None is "not told".
    new_to_lifting
        Whether lifting is new (rule D08's novice).
    sore, above_green
        Regions with any pain, and with pain above green for their tissue (rule G07).
    tendon_sore
        Whether a calf or knee tendon hurts (rule D25's tendon tempo).
    """

    age: int | None = None
    new_to_lifting: bool = True
    sore: frozenset[str] = frozenset()
    above_green: frozenset[str] = frozenset()
    tendon_sore: bool = False
    pregnant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """A session with its exercises and the week it is in.

    Attributes
    ----------
    programme_week
        Weeks of the programme before this one. 0 in the first
    chosen
        Whether the planner chose the exercises (an article's protocol fixes its own).
    race_in_h
        Hours from the end of the session to the next race; None where none is near. [h]
    """

    session: PlannedSession
    exercises: Mapping[str, Exercise]
    trainee: Trainee
    phase: Phase
    programme_week: int
    deload: bool
    chosen: bool = True
    race_in_h: float | None = None

    def prescribed(self) -> Iterator[tuple[Prescription, Exercise]]:
        """Every prescription with its exercise, in order."""
        for block in self.session.blocks:
            for item in block.items:
                yield item, self.exercises[item.exercise]

    def all_exercises(self) -> tuple[Exercise, ...]:
        """Every exercise of the session, in order."""
        return tuple(exercise for _, exercise in self.prescribed())

    def working(self) -> Iterator[tuple[Prescription, Exercise]]:
        """Prescriptions that train: no warm-up, rolling, mobility or stretch."""
        for item, exercise in self.prescribed():
            if item.role not in QUIET:
                yield item, exercise

    def contacts(self, hops_per_s: int) -> int:
        """Landings of the session, hopping by the clock counted at `hops_per_s`. [1]

        Each leg counts where a set is done once a side.
        """
        return sum(
            _landings(item, hops_per_s) * (2 if exercise.sides is Sides.EACH else 1)
            for item, exercise in self.working()
            if item.role is Role.PLYO
        )

    def supersets(self) -> Iterator[tuple[Block, tuple[Exercise, ...]]]:
        """Blocks whose exercises alternate."""
        for block in self.session.blocks:
            if block.is_superset:
                yield block, tuple(self.exercises[item.exercise] for item in block.items)


def _landings(item: Prescription, hops_per_s: int) -> int:
    if item.dose.contacts is not None:
        return item.dose.sets * item.dose.contacts
    seconds = item.dose.hold_s if item.dose.hold_s is not None else 0
    return item.dose.sets * seconds * hops_per_s


QUIET = frozenset({Role.ROLLING, Role.RAISE, Role.DYNAMIC, Role.MOBILITY, Role.STATIC})
NOT_COUNTED = QUIET | {Role.PLYO}  # jumps have a dose of their own (D20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What is done in one go on a day: a session, or a small block."""

    day: date
    items: tuple[tuple[Prescription, Exercise], ...]

    def stretches(self) -> Iterator[tuple[Prescription, Exercise]]:
        """Static stretches of it; rolling carries seconds too, but stretches nothing."""
        for item, exercise in self.items:
            if item.role is Role.STATIC and exercise.stretch is not None:
                yield item, exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentWeek:
    """A week of sessions and extras.

    Attributes
    ----------
    sittings
        Its sessions and small blocks once more, each with its day.
    full
        Whether the week holds the sessions its phase asks for; coverage is asked of full weeks.
    patterns_before
        Movement patterns of the week before.
    sets_last
        Working sets of the last full normal week; None before the first.
    sets_before
        Most working sets of a full week before this one; None in the first.
    novice_runner, established_runner
        Running experience by evidence.md's terms.
    """

    views: tuple[SessionView, ...]
    extras: tuple[Extra, ...]
    phase: Phase
    deload: bool
    programme_week: int
    monday: date
    full: bool
    sittings: tuple[Sitting, ...] = ()
    chosen: bool = True
    patterns_before: frozenset[str] = frozenset()
    sets_before: int | None = None
    sets_last: int | None = None
    novice_runner: bool = False
    established_runner: bool = False

    def exercises(self) -> tuple[tuple[Prescription, Exercise], ...]:
        """Working prescriptions of all sessions."""
        return tuple(pair for view in self.views for pair in view.working())

    def patterns(self) -> frozenset[str]:
        """Movement patterns the week trains, in sessions and in hip-and-core or foot blocks."""
        found = {exercise.pattern for _, exercise in self.exercises()}
        return frozenset(found)

    @property
    def working_sets(self) -> int:
        """Working sets of the week; jumps have a dose of their own (D20). [1]"""
        return sum(item.dose.sets for item, _ in self.exercises() if item.role is not Role.PLYO)

    def count(self, kind: ExtraKind) -> int:
        """Extras of a kind in the week."""
        return sum(extra.kind is kind for extra in self.extras)

    def sessions_of(self, kinds: Sequence[SessionKind]) -> int:
        """Sessions of any of `kinds`."""
        return sum(view.session.kind in kinds for view in self.views)
