"""A form as it was filled in: texts by name, what each means, and what is wrong, beside its field.

Rule for the next author: a page with rows ("another race") names its fields ``race-0-name``; the
rows there are, are the numbers there are.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from runwright.domain.errors import RunwrightError
from runwright.domain.words import opening
from runwright.formats.ask_answers import AnswerNotUnderstoodError

Meaning = TypeVar("Meaning")
TEXT_AT_MOST = 2_000  # signs of one answer
YES, NO = "yes", "no"
ON = "on"


class FormFaultsError(RunwrightError):
    """A form cannot be used as it is; what is wrong stands beside the fields."""

    code = "form.faults"

    def __init__(self, form: "Form") -> None:
        self.form = form
        super().__init__("; ".join(form.errors.values()))


class Form:
    """What stands in the fields of a page.

    Attributes
    ----------
    values
        Text by field; a box that is not ticked is not there.
    errors
        Sentence by field.
    """

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = {name: value[:TEXT_AT_MOST] for name, value in values.items()}
        self.errors: dict[str, str] = {}

    def text(self, name: str) -> str:
        """Return what stands in a field; '' for nothing."""
        return self.values.get(name, "").strip()

    def is_on(self, name: str) -> bool:
        """Whether a box is ticked."""
        return name in self.values

    def said(self, name: str) -> bool | None:
        """Return yes or no; None where neither was said."""
        return {YES: True, NO: False}.get(self.text(name))

    def take(self, name: str, read: Callable[[str], Meaning]) -> Meaning | None:
        """Return what a field means; None, and a sentence beside it, where it means nothing."""
        try:
            return read(self.text(name))
        except AnswerNotUnderstoodError as error:
            self.refuse(name, sentence(error.says))
            return None

    def refuse(self, name: str, says: str) -> None:
        """Put a sentence beside a field."""
        self.errors.setdefault(name, says)

    def rows(self, kind: str) -> list[int]:
        """Return the numbers of the rows of a kind, in their order."""
        numbers = {
            int(parts[1])
            for parts in (name.split("-", 2) for name in self.values)
            if len(parts) == 3 and parts[0] == kind and parts[1].isdecimal()  # noqa: PLR2004
        }
        return sorted(numbers)

    def add_row(self, kind: str, **values: str) -> int:
        """Add a row behind the others and return its number."""
        number = max(self.rows(kind), default=-1) + 1
        self.values |= {f"{kind}-{number}-{name}": value for name, value in values.items()}
        return number

    def drop_row(self, row: str) -> None:
        """Take a row, ``race-0``, away."""
        self.values = {
            name: value for name, value in self.values.items() if not name.startswith(f"{row}-")
        }


def rows_told(kind: str, rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return the fields of rows."""
    return {
        f"{kind}-{number}-{name}": value
        for number, row in enumerate(rows)
        for name, value in row.items()
    }


def sentence(says: str) -> str:
    """Return words as a sentence: a large letter before, a full stop behind."""
    said = opening(says)
    return said if said.endswith((".", "?")) else f"{said}."


def number_text(amount: float | None) -> str:
    """Return a number as a field shows it; '' for None."""
    return "" if amount is None else f"{amount:g}"
