"""What the terminal calls the kinds of session."""

from runwright.domain.session import SessionKind
from runwright.domain.words import N_

MEANINGS = {
    SessionKind.HEAVY: N_("heavy"),
    SessionKind.HEAVY_JUMPS: N_("heavy with jumps"),
    SessionKind.FOUNDATION: N_("learning the lifts"),
    SessionKind.SHORT: N_("short"),
    SessionKind.LIGHT: N_("light"),
    SessionKind.JUMPS: N_("jumps"),
}
