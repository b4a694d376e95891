"""What is wrong with a plan file: where, what was expected, what was found, and what to do."""

from runwright.domain.errors import RunwrightError
from runwright.domain.words import _, ngettext
from runwright.formats.values_json.fault import Fault

TOLD_AT_MOST = 20  # of a file that is wrong throughout; the count names the rest


class PlanFileError(RunwrightError):
    """A file that is not a plan this program can read."""

    code = "plan"


class BrokenPlanError(PlanFileError):
    """A file that is not JSON, or not a JSON object.

    Attributes
    ----------
    line
        Line of the file, counted from 1; None where no line can be named.
    """

    code = "plan.broken"

    def __init__(self, *, source: str, why: str, line: int | None = None) -> None:
        self.source, self.why, self.line = source, why, line
        place = "" if line is None else _(" in line {line}").format(line=line)
        super().__init__(
            _(
                "{source} cannot be read as a plan: {why}{place}. It may have been cut off, or "
                "edited by hand. Take a plan.json as `runwright plan` writes it."
            ).format(source=source, why=why, place=place)
        )


class PlanVersionError(PlanFileError):
    """A plan written in a version of the format that this program does not read.

    Attributes
    ----------
    got
        Version the file names; None where it names none.
    """

    code = "plan.version"

    def __init__(self, *, source: str, got: object, expected: str) -> None:
        self.source, self.got, self.expected = source, got, expected
        found = (
            _("names no schema_version")
            if got is None
            else _("has schema_version {got}").format(got=repr(got))
        )
        super().__init__(
            _(
                "{source} {found}; this program reads version {expected}. Make the plan again with "
                "`runwright plan`, or read it with the program that wrote it."
            ).format(source=source, found=found, expected=repr(expected))
        )


class PlanFaultsError(PlanFileError):
    """A plan with mistakes; `faults` holds all of them in the order of the file."""

    code = "plan.faults"

    def __init__(self, *, source: str, faults: tuple[Fault, ...]) -> None:
        self.source, self.faults = source, faults
        heading = ngettext(
            "{source} has one mistake:", "{source} has {count} mistakes:", len(faults)
        ).format(source=source, count=len(faults))
        told = [f"  {fault}" for fault in faults[:TOLD_AT_MOST]]
        more = len(faults) - TOLD_AT_MOST
        if more > 0:
            told.append(
                "  " + ngettext("and one more", "and {count} more", more).format(count=more)
            )
        super().__init__("\n".join((heading, *told)))
