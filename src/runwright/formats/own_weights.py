"""A runner's own weights as people list them: "5, 7.5, 10", "2 to 24 by 2", plates for a bar."""

import re
from collections.abc import Iterable, Iterator, Sequence

from runwright.domain.units import KG_PER_POUND
from runwright.formats.quantities import NUMBER, read_number, read_weight_kg

HEAVIEST_KG = 500
MOST = 400  # weights of one kit; more is a slip of the pen
DIGITS = 2  # behind the point: ten grams
NEAR = 1e-9  # of a step, for numbers a computer cannot write
_RANGE = re.compile(
    rf"({NUMBER})\s*(?:kg|lbs?)?\s*(?:-|–|to|bis)\s*({NUMBER})\s*(?:kg|lbs?)?\s*"
    rf"(?:by|in steps of|in|every|je|in schritten von)\s*({NUMBER})\s*(?:kg|lbs?)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:;|\n|,\s+|\band\b|\bund\b)\s*")


def read_own_weights_kg(text: str) -> tuple[float, ...] | None:
    """Return the weights of a list, lightest first; None for what is no such list. [kg]

    A number alone is kilograms, or pounds where the list speaks of pounds. Ranges go in steps:
    ``2 to 24 by 2``.
    """
    in_pounds = re.search(r"\d\s*(lb|pound)", text, re.IGNORECASE) is not None
    found: list[float] = []
    for part in _parts(text):
        loads = _loads(part)
        if loads is None:
            return None
        factor = KG_PER_POUND if in_pounds and "kg" not in part.lower() else 1.0
        found += (load * factor for load in loads)
        if len(found) > MOST:
            return None
    return usable_kg(found)


def usable_kg(loads: Iterable[float]) -> tuple[float, ...] | None:
    """Return weights lightest first, each once; None where one cannot be, or there is none."""
    found = tuple(sorted({round(float(one), DIGITS) for one in loads}))
    if not 0 < len(found) <= MOST:
        return None
    return found if all(0 < one <= HEAVIEST_KG for one in found) else None


def with_plates_kg(bar_kg: float, pairs_kg: Sequence[float]) -> tuple[float, ...] | None:
    """Return what a bar weighs with its plates; one of each pair goes on each side. [kg]"""
    sums = {bar_kg}
    for plate in pairs_kg:
        sums |= {one + 2 * plate for one in sums}
        if len(sums) > MOST:
            return None
    return usable_kg(sums)


def _parts(text: str) -> Iterator[str]:
    for part in _BETWEEN.split(text.strip()):
        is_one = _RANGE.fullmatch(part) or read_weight_kg(part) is not None
        yield from [part] if is_one else part.split(",")


def _loads(part: str) -> tuple[float, ...] | None:
    found = _RANGE.fullmatch(part.strip())
    if found is None:
        bare = re.sub(r"\s*(kg|kgs|kilos?|lbs?|pounds?)$", "", part.strip(), flags=re.IGNORECASE)
        load = read_number(bare)
        return None if load is None else (load,)
    first, last, step = (read_number(found[number]) or 0.0 for number in (1, 2, 3))
    if step <= 0 or last < first or (last - first) / step > MOST:
        return None
    count = int((last - first) / step + NEAR) + 1
    return tuple(first + number * step for number in range(count))
