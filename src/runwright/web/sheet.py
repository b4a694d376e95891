"""The one style sheet: the look of the season's page, the drawings, and the app's own pieces."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from runwright.figures.style import Palette, page_sheet
from runwright.formats.html_frame import own_text, style_of

A_YEAR_S = 31_536_000  # the address names the content, so it may be kept


@cache
def sheet() -> str:
    """Return the style sheet; the same for everybody."""
    return "\n".join((
        str(style_of("runwright.formats.plan_html")),
        str(own_text("runwright.formats.figure_html", "1-figure.css")),
        page_sheet(Palette.SAND),
        str(style_of("runwright.web")),
    ))


@require_safe
def app_css(request: HttpRequest) -> HttpResponse:
    """Return the style sheet."""
    del request
    response = HttpResponse(sheet(), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={A_YEAR_S}, immutable"
    return response
