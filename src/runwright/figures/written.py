"""Reads plain data value by value and notes what is wrong with it, so that all is told at once."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from runwright.figures.errors import FigureFault

PERCENT = 100


class Written:
    """A part of a file: plain data, where it stands, and the faults found so far."""

    def __init__(self, data: Any, where: str, faults: list[FigureFault]) -> None:  # noqa: ANN401  # YAML can hold anything
        self.data, self.where, self.faults = data, where, faults

    def fault(self, expected: str, do: str) -> None:
        """Note that this part is not what it should be."""
        self.faults.append(
            FigureFault(where=self.where, expected=expected, got=repr(self.data), do=do)
        )

    def part(self, key: str) -> "Written":
        """Return what stands under a key; None inside where there is nothing."""
        inside = self.data.get(key) if isinstance(self.data, Mapping) else None
        joint = "." if "," in self.where else ", "
        return Written(inside, f"{self.where}{joint}{key}", self.faults)

    def has(self, key: str) -> bool:
        """Whether something is written under a key."""
        return isinstance(self.data, Mapping) and self.data.get(key) is not None

    def keys(self, known: Iterable[str]) -> tuple[str, ...]:
        """Return the keys written here; faults for those that are not known."""
        if not isinstance(self.data, Mapping):
            self.fault("keys with values", "Write 'key: value' lines")
            return ()
        names = tuple(known)
        for key in self.data:
            if key not in names:
                near = get_close_matches(str(key), names, n=1)
                do = f"Write '{near[0]}'" if near else f"Use one of {', '.join(sorted(names))}"
                unknown = Written(key, self.where, self.faults)
                unknown.fault("a key that figures know", do)
        return tuple(key for key in self.data if key in names)

    def number(self, otherwise: float = 0.0) -> float:
        """Return the number written here; `otherwise` where there is nothing."""
        if self.data is None:
            return otherwise
        if isinstance(self.data, bool) or not isinstance(self.data, int | float):
            self.fault("a number", "Write a plain number, degrees or percent of body height")
            return otherwise
        return float(self.data)

    def share(self, otherwise: float = 0.0) -> float:
        """Return a length written in percent of body height. [1]"""
        return self.number(otherwise * PERCENT) / PERCENT

    def shares(self, count: int) -> tuple[float, ...]:
        """Return `count` lengths written in percent of body height. [1]"""
        good = isinstance(self.data, list) and len(self.data) == count
        if not good or any(
            isinstance(one, bool) or not isinstance(one, int | float) for one in self.data
        ):
            self.fault(f"{count} numbers", f"Write a list of {count} percent of body height")
            return (0.0,) * count
        return tuple(one / PERCENT for one in self.data)

    def span(
        self, half: float | None, otherwise: tuple[float, float] | None = None
    ) -> tuple[float, float]:
        """Return from where to where, written in percent of body height. [1]

        One number is a middle that reaches `half` to either side; where `half` is None, it is a
        height above the floor.
        """
        if self.data is None and otherwise is not None:
            return otherwise
        if isinstance(self.data, list):
            first, last = self.shares(2)
            return (first, last)
        at = self.share()
        return (0.0, at) if half is None else (at - half, at + half)

    def items(self) -> "tuple[Written, ...]":
        """Return what a list holds; nothing where nothing is written."""
        if self.data is None:
            return ()
        if not isinstance(self.data, list):
            self.fault("a list", "Begin each with '-', or write [ ... ]")
            return ()
        places = (f"{self.where} {number}" for number in range(1, len(self.data) + 1))
        return tuple(
            Written(one, at, self.faults) for one, at in zip(self.data, places, strict=True)
        )

    def choice(self, known: Iterable[str]) -> str:
        """Return one of the known words; the first where something else is written."""
        names = tuple(known)
        if self.data not in names:
            self.fault(f"one of {', '.join(names)}", "Choose one of them")
            return names[0]
        return str(self.data)
