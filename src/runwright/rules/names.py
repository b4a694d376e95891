"""What findings call runs and phases."""

from runwright.domain.protocol import Phase
from runwright.domain.run import RunKind
from runwright.domain.words import N_, _

# Each stands after a preposition: before, from, with. German puts them all in the dative.
THE_RUN = {
    RunKind.EASY: N_("the easy run"),
    RunKind.LONG: N_("the long run"),
    RunKind.QUALITY: N_("the quality run"),
    RunKind.RACE: N_("the race"),
    RunKind.WALK: N_("the walk"),
}
PHASES = {
    Phase.FOUNDATION: N_("foundation"),
    Phase.BUILD: N_("build"),
    Phase.STRENGTH: N_("strength"),
    Phase.MAINTAIN: N_("maintain"),
    Phase.TAPER: N_("taper"),
    Phase.RACE: N_("race"),
    Phase.TRANSITION: N_("transition"),
}


def the_run(kind: RunKind) -> str:
    """Return a run as it stands after ``before`` or ``from``: ``the long run``."""
    return _(THE_RUN[kind])


def phase_word(phase: Phase) -> str:
    """Return a phase as it stands inside a sentence: ``strength``."""
    return _(PHASES[phase])
