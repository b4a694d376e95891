"""What is wrong with a runner file: every fault a sentence with its line, all told at once."""

from dataclasses import dataclass

from runwright.domain.errors import RunwrightError
from runwright.domain.words import _, ngettext

LISTED_AT_MOST = 50  # what one reader can act on; `faults` holds all


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One mistake in a runner file.

    Attributes
    ----------
    line
        Line of the file, counted from 1; None where no line can be named.
    code
        Stable name of the kind of mistake, ``"runner.unknown-key"``.
    says
        One sentence without the line: what is wrong, what was expected, the nearest right word.
    """

    line: int | None
    code: str
    says: str

    def __str__(self) -> str:
        if self.line is None:
            return self.says
        return _("line {line}: {says}").format(line=self.line, says=self.says)


class RunnerFileError(RunwrightError):
    """A runner file has mistakes; `faults` holds all of them in the order of the file."""

    code = "runner.faults"

    def __init__(self, *, source: str, faults: tuple[Fault, ...]) -> None:
        self.source, self.faults = source, faults
        heading = ngettext(
            "{source} has one mistake:", "{source} has {count} mistakes:", len(faults)
        ).format(source=source, count=len(faults))
        more = len(faults) - LISTED_AT_MOST
        rest = [_("  and {count} more").format(count=more)] if more > 0 else []
        listed = (f"  {fault}" for fault in faults[:LISTED_AT_MOST])
        super().__init__("\n".join((heading, *listed, *rest)))
