"""Why a run of the typical week is taken for what it is, in one sentence."""

from runwright.domain.words import _, ngettext
from runwright.training.effort import Sign


def because_longest(seen: int, weeks: int, times_longest: int) -> str:
    """Reason for a long run that is long.

    Parameters
    ----------
    seen, weeks
        Weeks with a run on this weekday, of so many weeks looked at.
    times_longest
        How often it was the longest run of its week.
    """
    return ngettext(
        "{often}; it was the longest run of the week {times} time.",
        "{often}; it was the longest run of the week {times} times.",
        times_longest,
    ).format(often=_how_often(seen, weeks), times=times_longest)


def because_called_long(seen: int, weeks: int) -> str:
    """Reason for a long run that is called so."""
    return _("{often}; most of these runs are called a long run.").format(
        often=_how_often(seen, weeks)
    )


def because_quality(seen: int, weeks: int, hard: int, sign: Sign) -> str:
    """Reason for a quality run: how many of the runs look hard, and what most are known by."""
    return ngettext(
        "{often}; {hard} of these runs looks hard: {sign}.",
        "{often}; {hard} of these runs look hard: {sign}.",
        hard,
    ).format(often=_how_often(seen, weeks), hard=hard, sign=_words_of(sign))


def because_easy(seen: int, weeks: int, hard: int) -> str:
    """Reason for an easy run: how few of the runs look hard."""
    if hard == 0:
        return _("{often}; none of these runs looks hard.").format(often=_how_often(seen, weeks))
    return ngettext(
        "{often}; only {hard} of these runs looks hard.",
        "{often}; only {hard} of these runs look hard.",
        hard,
    ).format(often=_how_often(seen, weeks), hard=hard)


def _how_often(seen: int, weeks: int) -> str:
    return ngettext(
        "You ran on this weekday in {seen} of {weeks} week",
        "You ran on this weekday in {seen} of {weeks} weeks",
        weeks,
    ).format(seen=seen, weeks=weeks)


def _words_of(sign: Sign) -> str:
    return {
        Sign.FILE: _("the file names a workout or a race"),
        Sign.TITLE: _("the title says so"),
        Sign.TOLD_EFFORT: _("you told a high effort"),
        Sign.PACE_AND_HEART_RATE: _("faster than your easy pace, with a higher heart rate"),
        Sign.PACE: _("much faster than your easy pace"),
        Sign.HEART_RATE: _("a heart rate far above your easy one"),
        Sign.NOTHING: _("nothing recorded says why"),
    }[sign]
