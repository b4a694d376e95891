"""Figures as files that a browser keeps: drawn once, packed, and named by what they show."""

import gzip
import hashlib
from functools import cache, lru_cache
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from runwright import __version__
from runwright.domain.exercise import UnknownExerciseError
from runwright.domain.home_test import UnknownTestError
from runwright.domain.words import _
from runwright.figures import Body, Palette, Show, Side, figure_svg, home_test_svg
from runwright.figures.errors import FigureMissingError, MistakeMissingError
from runwright.figures.read import shipped_texts
from runwright.knowledge.library import load_library
from runwright.web.runner.models import RunnerRecord
from runwright.web.sheet import A_YEAR_S

FIGURES_REMEMBERED = 600  # 2 to 7 kB each
HOME_TEST = "test-"  # what the name of a home test's figure begins with
MISSING = (ValueError, UnknownExerciseError, UnknownTestError, FigureMissingError)


def figure_edition() -> str:
    """Return a short name of the figures as they are drawn and told now; it changes as they do."""
    return f"{_edition()}-{_('en')}"


@cache
def _edition() -> str:
    texts = "".join(shipped_texts().values())
    named = f"{__version__} {load_library().version} {texts}"
    return hashlib.sha256(named.encode()).hexdigest()[:12]


def figure_url(name: str, show: Show, runner: RunnerRecord | None = None) -> str:
    """Return the address of a figure in the body and colours a runner chose.

    Parameters
    ----------
    name
        An exercise, or ``test-`` and a home test.
    """
    return f"{_path(name)}?{figure_query(show, runner)}"


@lru_cache(maxsize=FIGURES_REMEMBERED)
def _path(name: str) -> str:
    return reverse("figure", args=[name])


def figure_query(show: Show, runner: RunnerRecord | None = None) -> str:
    """Return what comes after the question mark in the address of a runner's figures."""
    chosen = () if runner is None else (("body", runner.body), ("palette", runner.palette))
    return _query((("show", show.value), *chosen, ("v", figure_edition())))


def drawn_as(name: str, show: Show, body: Body, palette: Palette) -> str:
    """Return the address of a figure in a body and colours that no runner chose."""
    chosen = (("body", body.value), ("palette", palette.value))
    return f"{_path(name)}?{_query((('show', show.value), *chosen, ('v', figure_edition())))}"


@lru_cache(maxsize=FIGURES_REMEMBERED)
def _query(asked: tuple[tuple[str, str], ...]) -> str:
    return urlencode(asked)


@require_safe
def figure(request: HttpRequest, exercise: str) -> HttpResponse:
    """Return the figure of an exercise as SVG, for a body, a palette and a side."""
    try:
        show = Show(request.GET.get("show", Show.MOVING))
        body = Body(request.GET.get("body", Body.SLIGHT))
        palette = Palette(request.GET.get("palette", Palette.SAND))
        side = Side(request.GET.get("side", Side.RIGHT))
        packed = _packed(exercise, (show, body, palette, side), figure_edition())
    except (*MISSING, MistakeMissingError) as error:
        raise Http404 from error
    response = HttpResponse(packed, content_type="image/svg+xml; charset=utf-8")
    response["Content-Encoding"] = "gzip"
    named = request.GET.get("v") == figure_edition()
    response["Cache-Control"] = f"private, max-age={A_YEAR_S}, immutable" if named else "no-cache"
    return response


@lru_cache(maxsize=FIGURES_REMEMBERED)
def _packed(name: str, look: tuple[Show, Body, Palette, Side], edition: str) -> bytes:
    """Return the packed drawing; its words are in the language that is spoken now."""
    del edition  # it is part of what is remembered
    show, body, palette, side = look
    draw = home_test_svg if name.startswith(HOME_TEST) else figure_svg
    svg = draw(name.removeprefix(HOME_TEST), show=show, body=body, palette=palette, side=side)
    return gzip.compress(svg.encode(), mtime=0)
