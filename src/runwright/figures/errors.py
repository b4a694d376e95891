"""What is wrong with figure data: every fault a place and a sentence, all told at once."""

from dataclasses import dataclass

from runwright.domain.errors import RunwrightError


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFault:
    """One thing that is wrong.

    Attributes
    ----------
    where
        File, exercise and keys: ``"squat.yaml, goblet_squat, end.feet"``.
    """

    where: str
    expected: str
    got: str
    do: str

    def __str__(self) -> str:
        return f"{self.where}: expected {self.expected}; got {self.got}. {self.do}."


class FigureFaultsError(RunwrightError):
    """Figure data that cannot be drawn; it holds all faults of all files."""

    code = "figures.faults"

    def __init__(self, faults: tuple[FigureFault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


class FigureMissingError(RunwrightError, LookupError):
    """An exercise or home test that nobody has drawn yet."""

    code = "figures.missing"

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"No figure for '{name}' in figures/data. "
            "Draw one as docs/how-to/draw-a-figure.md says."
        )


class MistakeMissingError(RunwrightError, LookupError):
    """A figure whose common fault nobody has drawn."""

    code = "figures.fault-missing"

    def __init__(self, exercise: str) -> None:
        self.exercise = exercise
        super().__init__(
            f"The figure of '{exercise}' has no 'fault'. "
            "Ask fault_ids() which have one, or add it as docs/how-to/draw-a-figure.md says."
        )
