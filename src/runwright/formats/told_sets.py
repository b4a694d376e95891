"""Sets as people write them in one line: "split squat 3x8 20kg rir2", "side plank 2x30s left"."""

import re
from dataclasses import dataclass

from runwright.domain.runner import Side
from runwright.domain.session import RIR_MAX
from runwright.domain.words import _
from runwright.formats.ask_answers import AnswerNotUnderstoodError
from runwright.formats.quantities import NUMBER
from runwright.formats.told_amounts import told_load_kg

SETS_MOST = 20
COUNT_MOST = 5000  # of repetitions, seconds, metres or landings of one set
_COUNTED = re.compile(
    r"(?:^|\s)(?:(?P<sets>\d{1,3})\s*[x×*]\s*)?(?P<each>\d{1,5}(?:\s*[,/]\s*\d{1,5})*)"
    r"\s*(?P<unit>seconds?|secs?|s|metres?|meters?|m|contacts?|landings?|reps?)?(?=[\s,;]|$)",
    re.IGNORECASE,
)
_LOAD = re.compile(rf"@?\s*({NUMBER}\s*(?:kgs?|lbs?|kilos?|pounds?))(?=[\s,;]|$)", re.IGNORECASE)
_RIR = re.compile(
    r"(?:rir\s*(\d{1,2})|(\d{1,2})\s*(?:rir|in reserve|left in reserve))(?=[\s,;]|$)", re.IGNORECASE
)
_BODY_WEIGHT = re.compile(r"(?:body\s?weight|bw)(?=[\s,;]|$)", re.IGNORECASE)
_SIDE = re.compile(r"\b(left|right)\b", re.IGNORECASE)
_UNITS = {"s": "hold_s", "m": "distance_m", "c": "contacts", "l": "contacts", "r": "reps"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSets:
    """Sets of one exercise, as they were written.

    Attributes
    ----------
    name
        What the exercise was called.
    counted
        What is counted: ``"reps"``, ``"hold_s"``, ``"distance_m"`` or ``"contacts"``; '' is "what
        the exercise counts".
    each
        How much each set came to. At least one
    load_kg
        [kg]; 0.0 is body weight, None is "not told".
    rir
        Repetitions in reserve; None is "not told".
    side
        None is "both".
    """

    name: str
    counted: str
    each: tuple[int, ...]
    load_kg: float | None = None
    rir: int | None = None
    side: Side | None = None


def read_told_sets(text: str) -> ToldSets:
    """Return the sets a line tells.

    Raises
    ------
    AnswerNotUnderstoodError
        If it names no sets, or holds something nobody can read; says what.
    """
    rest = f" {text.strip()} "
    rest, load_kg = _load(rest)
    rest, rir = _rir(rest)
    rest, side = _side(rest)
    found = list(_COUNTED.finditer(rest))
    if not found:
        says = _("'{line}' tells no sets; write them as 3x8, 2x30s or 8,8,6")
        raise AnswerNotUnderstoodError(says.format(line=text.strip()))
    told = next((one for one in found if one["sets"]), found[-1])
    before, after = rest[: told.start()].strip(), rest[told.end() :].strip(" ,;.")
    if after:
        says = _("'{word}' is not understood; after the sets come load, reserve and side")
        raise AnswerNotUnderstoodError(says.format(word=after))
    if not before:
        says = _("'{line}' names no exercise; begin with its name")
        raise AnswerNotUnderstoodError(says.format(line=text.strip()))
    unit = (told["unit"] or "").lower()[:1]
    return ToldSets(
        name=before,
        counted=_UNITS.get(unit, ""),
        each=_each(told),
        load_kg=load_kg,
        rir=rir,
        side=side,
    )


def _each(told: re.Match[str]) -> tuple[int, ...]:
    each = [int(one) for one in re.split(r"[,/]", told["each"])]
    sets = int(told["sets"]) if told["sets"] else len(each)
    if len(each) == 1:
        each *= min(sets, SETS_MOST + 1)
    if not 1 <= sets <= SETS_MOST:
        says = _("{got} sets are not possible; 1 to {most} are")
        raise AnswerNotUnderstoodError(says.format(got=sets, most=SETS_MOST))
    if len(each) != sets:
        says = _("{sets} sets, but {told} numbers; write one number, or one for each set")
        raise AnswerNotUnderstoodError(says.format(sets=sets, told=len(each)))
    if max(each) > COUNT_MOST:
        says = _("{got} in one set is not possible")
        raise AnswerNotUnderstoodError(says.format(got=max(each)))
    return tuple(each)


def _load(text: str) -> tuple[str, float | None]:
    bare = _BODY_WEIGHT.search(text)
    if bare is not None:
        return text[: bare.start()] + text[bare.end() :], 0.0
    found = _LOAD.search(text)
    if found is None:
        return text, None
    return text[: found.start()] + text[found.end() :], told_load_kg(found[1])


def _rir(text: str) -> tuple[str, int | None]:
    found = _RIR.search(text)
    if found is None:
        return text, None
    rir = int(found[1] or found[2])
    if rir > RIR_MAX:
        says = _("{got} in reserve is not possible; 0 to {most} are")
        raise AnswerNotUnderstoodError(says.format(got=rir, most=RIR_MAX))
    return text[: found.start()] + text[found.end() :], rir


def _side(text: str) -> tuple[str, Side | None]:
    found = _SIDE.search(text)
    if found is None:
        return text, None
    side = Side.LEFT if found[1].lower() == "left" else Side.RIGHT
    return text[: found.start()] + text[found.end() :], side
