"""Names of weekdays in the reader's language."""

from runwright.domain.words import _


def weekday_name(weekday: int) -> str:
    """Name of a weekday; 0 is Monday."""
    names = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    return names[weekday]
