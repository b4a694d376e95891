"""The figures of one page: each drawn once, and which controls set its movement going."""

from collections.abc import Mapping
from functools import cached_property

from markupsafe import Markup

from runwright.domain.exercise import Exercise
from runwright.figures.figure import Figure
from runwright.figures.page import PageFigure, fault_on_page, moving_on_page, still_on_page


class Plate:
    """A figure of a page; ask for all its controls before you ask for the movement.

    A movement nothing sets going is not drawn: it is five times as large as the pair.
    """

    def __init__(self, figure: Figure, exercise: Exercise) -> None:
        self._figure, self._exercise = figure, exercise
        self._controls: list[str] = []

    def new_control(self) -> str:
        """Return the id for one more element that sets the movement going when pressed."""
        control = f"go-{self._exercise.id}-{len(self._controls) + 1}"
        self._controls.append(control)
        return control

    @property
    def moves(self) -> bool:
        """Whether anything on the page sets it going."""
        return bool(self._controls)

    @property
    def still(self) -> Markup:
        """The pair, where the page has it first."""
        return _safe(self._still.svg)

    @property
    def still_again(self) -> Markup:
        """The pair once more."""
        return _safe(self._still.copy)

    @property
    def moving(self) -> Markup:
        """The movement, where the page has it first."""
        return _safe(self._moving.svg)

    @property
    def moving_again(self) -> Markup:
        """The movement once more."""
        return _safe(self._moving.copy)

    @cached_property
    def fault(self) -> Markup | None:
        """The common fault beside the right pose; None where nobody drew it."""
        if self._figure.mistake is None:
            return None
        return _safe(fault_on_page(self._figure, self._exercise))

    @cached_property
    def _still(self) -> PageFigure:
        return still_on_page(self._figure, self._exercise)

    @cached_property
    def _moving(self) -> PageFigure:
        return moving_on_page(self._figure, self._exercise, self._controls)


def _safe(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704  # our own drawing


class FigureBook:
    """The figures a page may show, by exercise."""

    def __init__(self, figures: Mapping[str, Figure], exercises: Mapping[str, Exercise]) -> None:
        self._figures, self._exercises = figures, exercises
        self._plates: dict[str, Plate] = {}

    def plate(self, exercise: str) -> Plate | None:
        """Return the figure of an exercise; None where nobody drew it, or nobody knows it."""
        figure, known = self._figures.get(exercise), self._exercises.get(exercise)
        if figure is None or known is None:
            return None
        return self._plates.setdefault(exercise, Plate(figure, known))
