"""All figures on one page, as the plates of a book: by movement, easiest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace

from markupsafe import Markup

from runwright.domain.exercise import Exercise
from runwright.domain.words import _, ngettext
from runwright.figures.figure import Figure
from runwright.figures.style import Palette, page_sheet
from runwright.formats.figure_html.book import Plate
from runwright.formats.html_frame import environment, policy, style_of, tidy
from runwright.formats.plan_words.patterns import PATTERNS, pattern_name
from runwright.knowledge.library import Library

HERE = "runwright.formats.figure_html"
PAGE = "runwright.formats.plan_html"  # whose tokens and type we share


@dataclass(frozen=True, slots=True, kw_only=True)
class PlateView:
    """A figure with its name, the control that sets it going, and the common fault in words."""

    id: str
    name: str
    plate: Plate
    control: str
    fault: str
    fix: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The figures of one movement pattern, or of the home tests."""

    anchor: str
    title: str
    plates: tuple[PlateView, ...]


Shown = tuple[Figure, Exercise]  # a home test is shown in the words of an exercise


def render_sheet(
    library: Library, figures: Mapping[str, Figure], tests: Sequence[Shown] = ()
) -> str:
    """Return the sheet of all figures; the same input gives the same page.

    Parameters
    ----------
    figures
        By exercise; what is missing is named at the end.
    tests
        Figures of home tests.
    """
    style = Markup("\n").join((style_of(PAGE), style_of(HERE), Markup(page_sheet(Palette.SAND))))  # noqa: S704
    chapters = [*_chapters(library, figures), *_tests(tests)]
    missing = [one.name for one in library.exercises.values() if one.id not in figures]
    page = (
        environment(HERE)
        .get_template("sheet.html.jinja")
        .render(
            t=_labels(chapters, missing),
            style=style,
            policy=policy(style, ""),
            chapters=chapters,
            missing=missing,
        )
    )
    return tidy(page)


def _chapters(library: Library, figures: Mapping[str, Figure]) -> Iterable[Chapter]:
    for pattern in PATTERNS:
        shown = [(figures[one.id], one) for one in library.patterns[pattern] if one.id in figures]
        if shown:
            yield Chapter(f"p-{pattern}", pattern_name(pattern), _plates(shown))


def _tests(tests: Sequence[Shown]) -> Iterable[Chapter]:
    if tests:
        yield Chapter("p-tests", _("Home tests"), _plates(tests))


def _plates(shown: Iterable[Shown]) -> tuple[PlateView, ...]:
    found = []
    for figure, exercise in shown:
        plate = Plate(figure, exercise)
        found.append(
            PlateView(
                id=exercise.id,
                name=_(exercise.name),
                plate=plate,
                control=plate.new_control(),
                fault=_(exercise.fault.what),
                fix=_(exercise.fault.fix),
            )
        )
    return tuple(found)


def _labels(chapters: Sequence[Chapter], missing: Sequence[str]) -> SimpleNamespace:
    count = sum(len(chapter.plates) for chapter in chapters)
    return SimpleNamespace(
        language=_("en"),
        skip=_("Skip to content"),
        title=_("The movements"),
        on_this_page=_("On this page"),
        lead=ngettext(
            "{n} figure, by what it moves.", "{n} figures, by what they move, easiest first.", count
        ).format(n=count),
        how_to_read=_(
            "1 is where you start, 2 where you go; the pale shape is the start again. What works "
            "most is lit. Press a figure to see it in its own time, and again to stop it."
        ),
        move=_("Show it moving"),
        stop=_("Show it still"),
        common_fault=_("Common fault"),
        not_drawn=ngettext(
            "{n} exercise is not drawn yet", "{n} exercises are not drawn yet", len(missing)
        ).format(n=len(missing)),
    )
