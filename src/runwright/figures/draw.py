"""A figure and its exercise to SVG text; pure: whoever has the exercise need not look it up."""

from dataclasses import dataclass
from enum import StrEnum

from runwright.domain.exercise import Exercise, Sides
from runwright.domain.words import _
from runwright.figures.errors import MistakeMissingError
from runwright.figures.figure import Figure, mirrored_figure
from runwright.figures.joints import Side
from runwright.figures.mistake import mistake_svg
from runwright.figures.motion import Motion, motion_of
from runwright.figures.muscles import to_light
from runwright.figures.scene import look_of, scene_of, still_of
from runwright.figures.schedule import loop_of
from runwright.figures.segments import BUILDS, Body
from runwright.figures.style import Palette
from runwright.figures.svg import Caption, moving_svg, still_svg
from runwright.figures.timeline import timeline_of


class Show(StrEnum):
    """How a figure is shown: numbered pictures, the movement in its time, or right beside wrong."""

    STILL = "still"
    MOVING = "moving"
    FAULT = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a runner chose, and for where.

    Attributes
    ----------
    side
        The working side where an exercise has one.
    on_page
        Whether it goes into a page that has ``page_sheet`` and tells the cues in words; a moving
        figure then needs its still one on the same page.
    starts
        Ids of what starts the movement on a page when it is pressed; it runs at once without any.
    """

    show: Show = Show.STILL
    body: Body = Body.SLIGHT
    palette: Palette = Palette.SAND
    side: Side = Side.RIGHT
    on_page: bool = False
    starts: tuple[str, ...] = ()


def drawn(figure: Figure, exercise: Exercise, choice: Drawing) -> str:
    """Return the figure as SVG text; the same text for the same arguments.

    Raises
    ------
    MistakeMissingError
        If the fault is asked for and nobody has drawn it.
    """
    is_left = choice.side is Side.LEFT
    figure = mirrored_figure(figure) if is_left else figure
    if choice.show is Show.FAULT:
        return _fault(figure, exercise, choice)
    motion = motion_for(figure, exercise, choice.body)
    muscles = to_light(exercise.primary_muscles, exercise.secondary_muscles)
    look = look_of(figure, motion, choice.body, muscles, is_left=is_left)
    caption = _caption(exercise, choice, _(exercise.name), " ".join(map(_, exercise.cues)))
    if choice.show is Show.STILL:
        return still_svg(still_of(figure, motion, look), caption)
    loop = loop_of(motion, timeline_of(exercise, figure.stage))
    return moving_svg(scene_of(figure, motion, look), caption, loop)


def _fault(figure: Figure, exercise: Exercise, choice: Drawing) -> str:
    if figure.mistake is None:
        raise MistakeMissingError(exercise.id)
    title = _("{name}: right and wrong").format(name=_(exercise.name))
    description = _("With a tick: {fix} With a cross: {what}").format(
        fix=_(exercise.fault.fix), what=_(exercise.fault.what)
    )
    caption = _caption(exercise, choice, title, description)
    is_left = choice.side is Side.LEFT
    return mistake_svg(figure, figure.mistake, choice.body, caption, is_left=is_left)


def _caption(exercise: Exercise, choice: Drawing, title: str, description: str) -> Caption:
    name = f"{exercise.id}-{choice.body[0]}{choice.side[0]}"
    return Caption(
        name=name,
        title=title,
        description=description,
        palette=choice.palette,
        on_page=choice.on_page,
        starts=choice.starts,
    )


def motion_for(figure: Figure, exercise: Exercise, body: Body) -> Motion:
    """Return the frames of an exercise's figure."""
    alternating = exercise.sides is Sides.ALTERNATING
    return motion_of(figure, BUILDS[body], alternating=alternating)
