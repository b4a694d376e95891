"""Where a session sits and which of its kind it is: what decides its content and its name."""

from dataclasses import dataclass

from runwright.domain.exercise import Exercise
from runwright.domain.protocol import Area
from runwright.domain.session import Placed, SessionKind
from runwright.domain.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSpot:
    """A placed session and what decides its content.

    Attributes
    ----------
    ordinal
        Which session of its class in the week. 0 is A
    kit
        Kit at hand on that day.
    race_in_h
        Hours from its end to the next race; None where none is near. [h]
    """

    placed: Placed
    week: int
    weekday: int
    ordinal: int
    kit: frozenset[str]
    race_in_h: float | None = None

    @property
    def family(self) -> SessionKind:
        """Sessions of one family share their content: heavy ones with and without jumps."""
        heavy = self.placed.kind is SessionKind.HEAVY_JUMPS
        return SessionKind.HEAVY if heavy else self.placed.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An area's exercise in a session of a block."""

    area: Area
    exercise: Exercise


def session_title(spot: SessionSpot) -> str:
    """What a runner calls the session: ``Heavy legs A``."""
    return kind_title(spot.placed.kind, spot.ordinal)


def kind_title(kind: SessionKind, ordinal: int) -> str:
    """What a runner calls a session of a kind; `ordinal` 0 is A."""
    letter = "ABC"[min(ordinal, 2)]
    return {
        SessionKind.HEAVY: _("Heavy legs {letter}"),
        SessionKind.HEAVY_JUMPS: _("Jumps and heavy legs {letter}"),
        SessionKind.FOUNDATION: _("Strength {letter}"),
        SessionKind.SHORT: _("Short strength {letter}"),
        SessionKind.LIGHT: _("Hips, core and calf"),
        SessionKind.JUMPS: _("Jumps"),
    }[kind].format(letter=letter)
