"""One thing that is wrong in a file of values: where it is, and what to do."""

from dataclasses import dataclass

from runwright.domain.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong.

    Attributes
    ----------
    where
        Path inside the file, ``weeks[3].days[1].session.title``.
    says
        What was expected, what was found, and what to do.
    """

    where: str
    says: str

    def __str__(self) -> str:
        return (
            _("{where}: {says}").format(where=self.where, says=self.says)
            if self.where
            else self.says
        )
