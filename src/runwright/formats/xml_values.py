"""The numbers and moments that track files write as text, NaN where there is none."""

from runwright.domain.problem import Problem
from runwright.domain.words import _
from runwright.formats.moments import moment
from runwright.formats.reasons import problem
from runwright.formats.track import NAN
from runwright.formats.xml_elements import Damage


def decimal(text: str | None) -> float:
    """Return the number a text spells; NaN where it spells none."""
    if text is None:
        return NAN
    try:
        return float(text)
    except ValueError:
        return NAN


def time_s(text: str) -> float:
    """Return seconds since 1970 of an ISO 8601 time, UTC if it names no zone; NaN if it is none."""
    read = moment(text)
    return NAN if read is None else read.timestamp()


def damage_problems(damage: Damage | None, kind: str, label: str) -> tuple[Problem, ...]:
    """Return what to say of a damaged document: nothing when it is whole."""
    if damage is None:
        return ()
    place = _("line {line}").format(line=damage.line)
    return (problem(kind, "truncated" if damage.at_end else "broken", label, place=place),)
