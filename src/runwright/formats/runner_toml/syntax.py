"""A TOML text as tables: every slip of writing a sentence, and the rest of the file still read.

A slip (a word without quotes, a day that is in no calendar) is told and bridged, so that one of
them does not hide the mistakes after it. What stands on a bridged line is not judged again.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from runwright.domain.words import _
from runwright.formats.runner_toml.faults import Fault
from runwright.formats.runner_toml.locator import KeyPath, locate
from runwright.formats.runner_toml.slips import UNREADABLE, bridged, pair_in

CODE = "runner.not-toml"
SLIPS_AT_MOST = 40  # a file with more is no runner file; each costs a reading
DOTS_AT_MOST = 100
PLACE_AT_MOST = 80  # "(at line 12, column 34)" ends every complaint of the parser
SIGNS_AT_MOST = 100_000  # several hundred times a long runner file

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)\s*$")
_HEADER = re.compile(r"\s*\[(\[)?[\w.-]+(?(1)\])\]\s*(#.*)?")
_DIGITS = re.compile(r"\d{1000,}")  # Python reads no number of more than 4300


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """A text as tables, with the line of every key.

    Attributes
    ----------
    values
        None when the text cannot be bridged into TOML at all.
    bridged
        Lines that hold a slip already told.
    """

    values: Mapping[str, object] | None
    lines: Mapping[KeyPath, int]
    faults: tuple[Fault, ...] = ()

    @property
    def bridged(self) -> frozenset[int]:
        """Lines that hold a slip already told."""
        return frozenset(fault.line for fault in self.faults if fault.line is not None)


def load_tables(text: str) -> Tables:
    """Tables of a TOML text; slips of writing are told, and bridged where that is safe."""
    if len(text) > SIGNS_AT_MOST:
        says = _("the file is {count} signs long, no runner file is; is it another file?")
        return _given_up([], Fault(line=None, code=CODE, says=says.format(count=len(text))))
    lines = text.replace("\r\n", "\n").removeprefix("\N{BYTE ORDER MARK}").split("\n")
    faults = _without_long_names(lines)
    while len(faults) < SLIPS_AT_MOST:
        joined = "\n".join((*lines, "#"))  # so that the parser names the last line, too
        try:
            values = tomllib.loads(joined)
            return Tables(values=values, lines=locate(joined), faults=tuple(faults))
        except RecursionError:
            says = _("brackets stand inside each other too deeply to be a runner file")
            return _given_up(faults, Fault(line=None, code=CODE, says=says))
        except ValueError as error:
            fault = _bridge(lines, str(error), {fault.line for fault in faults})
        if fault.line is None or fault in faults:
            return _given_up(faults, fault)
        faults.append(fault)
    return Tables(values=None, lines={}, faults=tuple(faults))


def _without_long_names(lines: list[str]) -> list[Fault]:
    """Return a slip for each line with a name of hundreds of parts, and empty those lines.

    Python takes time and memory with the square of the dots of a name.
    """
    slips: list[Fault] = []
    for number, line in enumerate(lines, start=1):
        if line.partition("#")[0].count(".") <= DOTS_AT_MOST:
            continue
        says = _("the line has more dots than a name or a number can have; take them out")
        slips.append(Fault(line=number, code=CODE, says=says))
        lines[number - 1] = ""
    return slips[:SLIPS_AT_MOST]


def _given_up(faults: list[Fault], last: Fault) -> Tables:
    told = faults if last in faults else [*faults, last]
    return Tables(values=None, lines={}, faults=tuple(told))


def _bridge(lines: list[str], complaint: str, seen: set[int | None]) -> Fault:
    """Return the slip the parser complains of, and change its line so that the rest can be read.

    A line that was bridged already and still is no TOML ends the attempt: no line is named.
    """
    found = _PLACE.search(complaint[-PLACE_AT_MOST:])
    what = complaint.split(" (at ", maxsplit=1)[0][:PLACE_AT_MOST]
    number = int(found[1]) if found and found[1] else len(lines)
    if found is None:
        number = next((at for at, line in enumerate(lines, 1) if _DIGITS.search(line)), number)
    is_open = what.startswith(("Unclosed", "Unterminated")) or (
        number <= len(lines) and _HEADER.fullmatch(lines[number - 1]) and "Cannot" not in what
    )  # the parser only stumbles over a good [table] when a list is open above it
    opened = _left_open(lines, number) if is_open else None
    if opened is not None and opened not in seen:
        return _close(lines, opened, before=number)
    if number > len(lines) or number in seen:
        says = _("the rest of the file cannot be read ({what}); mend the lines above first")
        return Fault(line=None, code=CODE, says=says.format(what=what))
    says, lines[number - 1] = bridged(lines[number - 1], what, number)
    return Fault(line=number, code=CODE, says=says)


def _left_open(lines: list[str], number: int) -> int | None:
    """Return the line up to `number` that opens a list, table or long text without closing it."""
    for at in range(min(number, len(lines)), 0, -1):
        pair = pair_in(lines[at - 1])
        if pair is None:
            continue
        value = pair.value
        opens = value.count("[") > value.count("]") or value.count("{") > value.count("}")
        return at if opens or value.count('"""') == 1 or value.count("'''") == 1 else None
    return None


def _close(lines: list[str], opened: int, *, before: int) -> Fault:
    """Return the slip of a value that is opened and not closed, and close it in `lines`."""
    pair = pair_in(lines[opened - 1])
    key, value = (pair.name, pair.value) if pair else ("", "")
    if value.startswith("["):
        says = _("the list of '{key}' is opened here and not closed; it ends in ]")
    elif value.startswith("{"):
        says = _(
            "the table of '{key}' is opened here and not closed; it ends in }} on the same line"
        )
    else:
        says = _("the long text of '{key}' is opened here and not closed; it ends as it begins")
    for at in range(opened, max(opened, min(before - 1, len(lines))) + 1):
        lines[at - 1] = ""
    lines[opened - 1] = f'{key} = "{UNREADABLE}"'
    return Fault(line=opened, code=CODE, says=says.format(key=key))
