"""What every plan says of its own standing, wherever it is shown."""

from runwright.domain.words import _


def nobody_signed() -> str:
    """Return that no clinician stands behind the rules, and what to do when in doubt."""
    return _(
        "No clinician has signed these rules off. This plan is no medical advice: "
        "when in doubt, ask one."
    )
