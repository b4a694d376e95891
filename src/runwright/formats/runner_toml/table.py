"""One table of a runner file: takes its values, and notes what is wrong with each."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from runwright.domain.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR
from runwright.domain.words import _
from runwright.formats.nearest import nearest, plain
from runwright.formats.quantities import read_clock, read_number
from runwright.formats.runner_toml.expected import SHOWN_AT_MOST, Bounds, Meaning, Words, shown
from runwright.formats.runner_toml.faults import Fault
from runwright.formats.runner_toml.locator import KeyPath
from runwright.formats.runner_toml.slips import REPEATED_TABLE
from runwright.formats.runner_toml.words import NO, YES


@dataclass(frozen=True, slots=True)
class Report:
    """Collects the faults of one file; knows where every key stands."""

    lines: Mapping[KeyPath, int]
    faults: list[Fault] = field(default_factory=list)

    def add(self, path: KeyPath, code: str, says: str) -> None:
        """Note a fault at a key, or where that has no line of its own, at what holds it."""
        line = None
        for length in range(len(path), 0, -1):
            line = self.lines.get(path[:length])
            if line is not None:
                break
        self.faults.append(Fault(line=line, code=f"runner.{code}", says=says))

    def has_under(self, path: KeyPath) -> bool:
        """Whether anything in a table is already known to be wrong."""
        lines = {at for known, at in self.lines.items() if known[: len(path)] == path}
        return any(fault.line in lines for fault in self.faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the file with its path.

    Every `take` method returns None where the key is absent, and notes a fault and returns None
    where it is there and cannot be used.
    """

    values: Mapping[str, object]
    path: KeyPath
    report: Report

    @property
    def name(self) -> str:
        """The table's name as it stands in brackets."""
        return ".".join(part for part in self.path if isinstance(part, str))

    def fault(self, key: str | None, code: str, says: str) -> None:
        """Note a fault at a key of this table, or at the table itself."""
        self.report.add(self.path if key is None else (*self.path, key), code, says)

    def expect_keys(self, known: Iterable[str], *, elsewhere: Mapping[str, str]) -> None:
        """Note every key that does not belong here, and where it may belong.

        Parameters
        ----------
        known
            Keys of this table.
        elsewhere
            Keys that are often looked for here: key to the words that tell where it goes.
        """
        allowed = tuple(known)
        for key in self.values:
            if key in allowed or key.startswith(REPEATED_TABLE):
                continue
            self.fault(key, "unknown-key", self._says_unknown(key, allowed, elsewhere))

    def _says_unknown(self, key: str, known: tuple[str, ...], elsewhere: Mapping[str, str]) -> str:
        place = (
            _("[{name}] has no key '{key}'")
            if self.path
            else _("'{key}' is not a part of this file")
        )
        says = place.format(name=self.name, key=key[:SHOWN_AT_MOST])
        close = nearest(key, known)
        if key in elsewhere:
            return _("{says}; {where}").format(says=says, where=elsewhere[key])
        if close:
            return _("{says}; did you mean '{close}'?").format(says=says, close=close)
        return _("{says}; expected one of: {known}").format(says=says, known=", ".join(known))

    def text(self, key: str) -> str | None:
        """Return a text."""
        value = self.values.get(key)
        if value is None or isinstance(value, str):
            return value
        says = _("{key} is {got}; expected words in quotes")
        self.fault(key, "not-text", says.format(key=key, got=shown(value)))
        return None

    def flag(self, key: str) -> bool | None:
        """Return true or false; "yes" and "no" are understood."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return value
        word = plain(value) if isinstance(value, str) else ""
        if word in YES | NO:
            return word in YES
        says = _("{key} is {got}; expected true or false")
        self.fault(key, "not-true-or-false", says.format(key=key, got=shown(value)))
        return None

    def amount(
        self, key: str, bounds: Bounds, read: Callable[[str], float | None] | None = None
    ) -> float | None:
        """Return an amount inside its bounds; words are read by `read`, ``"150 lb"``."""
        value = self.values.get(key)
        if value is None:
            return None
        number = self._number(value, read)
        if number is None:
            says = _("{key} is {got}; expected {unit}, as in {example}").format(
                key=key, got=shown(value), unit=_(bounds.unit), example=bounds.example
            )
            self.fault(key, "not-an-amount", says)
            return None
        if bounds.low <= number <= bounds.high:
            return number
        says = _("{key} is {got}; expected {low:g} to {high:g} {unit}").format(
            key=key, got=shown(value), low=bounds.low, high=bounds.high, unit=_(bounds.unit)
        )
        self.fault(key, "out-of-range", says)
        return None

    def whole(
        self, key: str, bounds: Bounds, read: Callable[[str], float | None] | None = None
    ) -> int | None:
        """Return an amount as a whole number; a fraction is rounded only where words were read."""
        number = self.amount(key, bounds, read)
        if number is None:
            return None
        if number != int(number) and not isinstance(self.values.get(key), str):
            says = _("{key} is {got}; expected whole {unit}, as in {example}").format(
                key=key, got=shown(number), unit=_(bounds.unit), example=bounds.example
            )
            self.fault(key, "not-whole", says)
            return None
        return round(number)

    def _number(self, value: object, read: Callable[[str], float | None] | None) -> float | None:
        if isinstance(value, bool):
            return None
        if isinstance(value, str):
            return (read or read_number)(value)
        if isinstance(value, int | float):
            return value if math.isfinite(value) and abs(value) < BIGGEST else None
        return None

    def day(self, key: str) -> date | None:
        """Return a day; ``2027-04-11`` with or without quotes."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if isinstance(value, str):
            try:
                return date.fromisoformat(value.strip())
            except ValueError:
                pass
        says = _("{key} is {got}; expected a day of the calendar as 2027-04-11 (year, month, day)")
        self.fault(key, "not-a-date", says.format(key=key, got=shown(value)))
        return None

    def clock(self, key: str) -> int | None:
        """Minutes after midnight; ``"06:15"`` in quotes, or TOML's own 06:15:00. [min]."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, time):
            return value.hour * MINUTES_PER_HOUR + value.minute
        minute = read_clock(value) if isinstance(value, str) else None
        if minute is not None and minute < MINUTES_PER_DAY:
            return minute
        says = _('{key} is {got}; expected a time of day as "06:15"')
        self.fault(key, "not-a-time", says.format(key=key, got=shown(value)))
        return None

    def word(self, key: str, words: Words[Meaning]) -> Meaning | None:
        """Return what a word means; the nearest right word is told for one that is not known."""
        value = self.values.get(key)
        return None if value is None else self.meaning(key, value, words)

    def meaning(self, key: str, value: object, words: Words[Meaning]) -> Meaning | None:
        """Return what one word of a list means, as in `word`."""
        if isinstance(value, str) and plain(value) in words.meanings:
            return words.meanings[plain(value)]
        self.fault(key, "unknown-word", words.says_unknown(value))
        return None

    def words(self, key: str) -> tuple[tuple[int, str], ...] | None:
        """Return the texts of a list with their number in it; one text stands for a list of it."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            return ((0, value),)
        if isinstance(value, list) and all(isinstance(member, str) for member in value):
            return tuple(enumerate(value))
        says = _('{key} is {got}; expected a list of words, as in {key} = ["one", "another"]')
        self.fault(key, "not-a-list", says.format(key=key, got=shown(value)))
        return None

    def table(self, key: str) -> "Table | None":
        """Return a table inside this one."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, dict):
            return Table(values=value, path=(*self.path, key), report=self.report)
        says = _("{key} is {got}; expected a table: [{key}] on a line, its keys below")
        self.fault(key, "not-a-table", says.format(key=key, got=shown(value)))
        return None

    def tables(self, key: str) -> "tuple[Table, ...]":
        """Return the tables of a name that may stand several times, ``[[races]]``."""
        value = self.values.get(key)
        if value is None:
            return ()
        path = (*self.path, key)
        if isinstance(value, dict):  # [races] for a single one is clear enough
            return (Table(values=value, path=path, report=self.report),)
        if isinstance(value, list) and all(isinstance(member, dict) for member in value):
            return tuple(
                Table(values=member, path=(*path, number), report=self.report)
                for number, member in enumerate(value)
            )
        says = _("{key} is {got}; expected [[{key}]] on a line for each, its keys below")
        self.fault(key, "not-a-table", says.format(key=key, got=shown(value)))
        return ()


def only_told(**told: object) -> dict[str, Any]:
    """Return what is not None: what the file is silent about keeps the domain's own default."""
    return {key: value for key, value in told.items() if value is not None}


BIGGEST = 1e9  # nothing a runner tells is larger; keeps sums of hostile numbers finite
