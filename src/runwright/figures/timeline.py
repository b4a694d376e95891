"""How long each part of a repetition lasts, from the exercise's tempo and dose."""

from dataclasses import dataclass

from runwright.domain.exercise import DoseKind, Exercise, Sides
from runwright.figures.figure import Stage

HOLD_SHOWN_S = 4.0  # a held position is shown this long, not the whole minute
SETTLE_S = 1.6  # into a held position, and out of it
REST_S = 0.6  # between two repetitions where the exercise leaves no time
TEMPO_PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Seconds from start to end, there, back, and at the start again.

    Attributes
    ----------
    free_s
        What a repetition may last whose tempo nobody counts, 0 where it is held or goes on and on;
        None where the tempo is counted.
    """

    out_s: float
    pause_s: float
    back_s: float
    rest_s: float
    free_s: float | None = None

    @property
    def whole_s(self) -> float:
        """One repetition. [s]"""
        return self.out_s + self.pause_s + self.back_s + self.rest_s


def timeline_of(exercise: Exercise, stage: Stage) -> Timeline:
    """Return the times of one repetition, of one side where sides alternate.

    Time that the tempo leaves of a repetition is spent on top.
    """
    if exercise.dose_kind is DoseKind.HOLD or exercise.seconds_per_rep is None:
        return Timeline(
            out_s=SETTLE_S, pause_s=HOLD_SHOWN_S, back_s=SETTLE_S, rest_s=REST_S, free_s=0.0
        )
    share = 2 if exercise.sides is Sides.ALTERNATING else 1
    repetition_s = exercise.seconds_per_rep / share
    parts = exercise.tempo.split("-")
    if len(parts) != TEMPO_PARTS:
        held_s = exercise.dose.rep_hold_s
        return _even(repetition_s, 0.0 if held_s is None else float(held_s))
    lower_s, pause_s, lift_s = (float(part) for part in parts)
    over_s = max(repetition_s - lower_s - pause_s - lift_s, 0.0)
    if stage is Stage.LOWERS:
        return Timeline(out_s=lower_s, pause_s=pause_s, back_s=lift_s, rest_s=over_s)
    return Timeline(out_s=lift_s, pause_s=pause_s + over_s, back_s=lower_s, rest_s=0.0)


def _even(repetition_s: float, hold_s: float) -> Timeline:
    """Return times for an easy or fast movement: as long out as back."""
    way_s = (repetition_s - hold_s) / 2
    return Timeline(out_s=way_s, pause_s=hold_s, back_s=way_s, rest_s=0.0, free_s=repetition_s)
