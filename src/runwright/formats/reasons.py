"""Every reason an import can give: the sentence a person reads, and whether a run was lost by it.

Rule for the next author: a sentence begins with the file, says what is wrong, then what was done
or what would help.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from runwright.domain.problem import Problem
from runwright.domain.words import N_, _


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence with places for the facts, and whether a run may be missing because of it."""

    says: str
    lost: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason with its facts, before it is known which file it is about."""

    reason: str
    facts: tuple[tuple[str, object], ...] = ()

    def about(self, kind: str, where: str) -> Problem:
        """Return the problem it is for the file `where`."""
        return problem(kind, self.reason, where, **dict(self.facts))


class RefusedError(Exception):
    """Carries a refusal from deep inside a file to the one who knows its name."""

    def __init__(self, reason: str, **facts: object) -> None:
        self.refusal = Refusal(reason, tuple(facts.items()))
        super().__init__(reason)


def problem(kind: str, reason: str, where: str, **facts: object) -> Problem:
    """Return the problem `kind.reason` of the file (or row) `where`, said in words.

    Parameters
    ----------
    kind
        What the file is: ``fit``, ``gpx``, ``tcx``, ``csv``, ``strava``, ``garmin``, ``zip``,
        ``gzip`` or ``file``.
    reason
        A key of `REASONS`.
    where
        File as the person knows it.
    facts
        What the sentence has places for.
    """
    known = REASONS[reason]
    return Problem(
        where=where,
        code=f"{kind}.{reason}",
        says=_(known.says).format(where=where, **facts),
        lost=known.lost,
    )


_FILES = {
    "missing": Reason(N_("{where} is not there. Check the spelling of the path.")),
    "unreadable": Reason(N_("{where} cannot be opened ({why}). Check that you may read it.")),
    "not-a-file": Reason(N_("{where} is neither a file nor a folder, so it was not read.")),
    "no-files": Reason(N_("{where} has no files in it.")),
    "empty": Reason(N_("{where} is empty: there is nothing in it to read.")),
    "too-large": Reason(
        N_("{where} is larger than {limit_mb} MB unpacked, more than any run. It was not read.")
    ),
    "wrong-type": Reason(
        N_(
            "{where} is {content}, not the recording of a run. "
            "Runs come as FIT, GPX, TCX or CSV files, or as a zip of them."
        )
    ),
    "other-file": Reason(N_("{where} is {content}, so there is no run in it."), lost=False),
    "other-files": Reason(
        N_("{where} also holds {count} files that are not runs, for example {examples}."),
        lost=False,
    ),
    "apple-health": Reason(
        N_(
            "{where} is an Apple Health export, which is not read yet. "
            "The routes beside it (workout-routes) are."
        )
    ),
    "office": Reason(
        N_("{where} is an Office document. Save its table as CSV, and give that file.")
    ),
    "not-understood": Reason(
        N_("{where} could not be understood ({why}). The other files were read.")
    ),
}

_ARCHIVES = {
    "damaged": Reason(N_("{where} is damaged ({why}) and could not be unpacked.")),
    "cut-short": Reason(
        N_("{where} breaks off before its end. What was complete before that was read."),
        lost=False,
    ),
    "encrypted": Reason(
        N_("{where} is locked with a password. Unpack it and give the files instead.")
    ),
    "unsafe-name": Reason(
        N_("{where} has a path that leads outside its archive. It was not read.")
    ),
    "bomb": Reason(
        N_("{where} unpacks to more than {ratio} times its size, as no run does. It was not read.")
    ),
    "archive-too-large": Reason(
        N_("{where} unpacks to more than {limit_mb} MB. The rest of it was not read.")
    ),
    "too-many-members": Reason(
        N_("{where} holds more than {limit} files. Unpack it and give the folder of runs.")
    ),
    "too-deep": Reason(
        N_("{where} is an archive inside an archive inside an archive. Unpack it one step first.")
    ),
    "unknown-packing": Reason(
        N_("{where} is packed in a way that cannot be read. Pack it again as an ordinary zip.")
    ),
}

_CONTENT = {
    "has-doctype": Reason(
        N_(
            "{where} defines text entities of its own, as attacks do and recordings do not. "
            "It was not read."
        )
    ),
    "broken": Reason(
        N_("{where} is broken at {place}. Everything that could be read was kept."), lost=False
    ),
    "truncated": Reason(
        N_("{where} breaks off early, at {place}. Everything up to there was kept."), lost=False
    ),
    "no-track": Reason(N_("{where} has no recorded track in it.")),
    "no-times": Reason(
        N_("{where} has positions but no times: it is a route to follow, not a run that was run.")
    ),
    "no-activity": Reason(N_("{where} has no activity in it.")),
    "not-an-activity": Reason(
        N_("{where} holds {content} from the watch, not an activity."), lost=False
    ),
    "course": Reason(N_("{where} is a course to follow, not a run that was run."), lost=False),
    "no-start": Reason(N_("{where} does not say when it started, so it has no place in a week.")),
    "split": Reason(
        N_("{where} pauses for more than {hours} h: it was read as {count} runs."), lost=False
    ),
    "bad-times": Reason(
        N_("{where}: {count} of {total} points carry impossible times and were left out."),
        lost=False,
    ),
    "jumps": Reason(
        N_(
            "{where}: {km} km of it are faster than anyone runs (the GPS jumped, or a car drove). "
            "They were left out."
        ),
        lost=False,
    ),
}

_RUNS = {
    "not-a-run": Reason(N_("{where} is {sport}, not a run. It was left out."), lost=False),
    "not-runs": Reason(N_("{where}: what is not a run was left out ({sports})."), lost=False),
    "says-not-a-run": Reason(
        N_("{where} is recorded as “{sport}”, not as a run. It was left out."), lost=False
    ),
    "ridden": Reason(
        N_("{where} averages {kmh} km/h: taken as a ride, not a run, and left out."), lost=False
    ),
    "walked": Reason(
        N_("{where} averages {kmh} km/h: taken as a walk. It counts as walking."), lost=False
    ),
    "too-fast": Reason(
        N_("{where} averages {kmh} km/h, faster than anyone runs. Its distance was not used."),
        lost=False,
    ),
    "before-2000": Reason(
        N_("{where} is dated {date}: the clock of the device was not set. It was left out.")
    ),
    "future": Reason(N_("{where} is dated {date}, which is still to come. It was left out.")),
    "no-duration": Reason(N_("{where} does not say how long it took. It was left out.")),
    "negative-duration": Reason(N_("{where} ends before it begins. It was left out.")),
    "too-long": Reason(
        N_("{where} lasts {hours} h of running, longer than {limit_h} h. It was left out.")
    ),
    "too-short": Reason(
        N_("{where} lasts {seconds} s, too short for a run. It was left out."), lost=False
    ),
    "stands-still": Reason(N_("{where} never leaves the spot. It was left out.")),
    "long-pause": Reason(
        N_("{where} lasts {hours} h from start to end. Only the running time was used."),
        lost=False,
    ),
    "absurd-distance": Reason(
        N_("{where} gives a distance of {km} km, which cannot be. It was read without distance."),
        lost=False,
    ),
    "absurd-rpe": Reason(
        N_("{where} gives an effort of {rpe}, outside 0 to 10. It was read without effort."),
        lost=False,
    ),
}

_TABLES = {
    "no-header": Reason(
        N_(
            "{where} has no column for the {missing}. Name the columns in the first line, "
            "for example: date, time, km, minutes, rpe, kind, title."
        )
    ),
    "bad-value": Reason(N_("{where}: the {column} “{value}” was not understood ({expected}).")),
    "ignored-value": Reason(
        N_("{where}: the {column} “{value}” was not understood ({expected}). The rest was read."),
        lost=False,
    ),
    "more-rows": Reason(N_("{where}: {count} more rows were not understood for like reasons.")),
    "more-cells": Reason(
        N_("{where}: {count} more cells were not understood for like reasons."), lost=False
    ),
    "unclear-dates": Reason(
        N_(
            "{where}: dates like {example} can be read two ways. They were read as day/month/year; "
            "2025-12-31 is never unclear."
        ),
        lost=False,
    ),
    "damaged-table": Reason(
        N_("{where} is damaged at line {line}. The lines before it were read.")
    ),
    "by-place": Reason(
        N_(
            "{where} has its header in another language: its columns were found by their place. "
            "Check a few runs."
        ),
        lost=False,
    ),
}

REASONS: Mapping[str, Reason] = MappingProxyType({
    **_FILES,
    **_ARCHIVES,
    **_CONTENT,
    **_RUNS,
    **_TABLES,
})
