"""The one style sheet: the look of the season's page, the drawings, and the app's own pieces."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from runwright.figures.style import PALETTES, Palette, page_sheet, scope_of
from runwright.formats.html_frame import own_text, style_of

A_YEAR_S = 31_536_000  # the address names the content, so it may be kept


@cache
def sheet() -> str:
    """Return the style sheet; the same for everybody."""
    return "\n".join((
        str(style_of("runwright.formats.plan_html")),
        str(own_text("runwright.formats.figure_html", "1-figure.css")),
        page_sheet(Palette.SAND),
        _other_skins(),
        str(style_of("runwright.web")),
    ))


def _other_skins() -> str:
    """Return skin and hair of the palettes that the figures' own sheet does not speak of."""
    rest = [(scope_of(one), tones) for one, tones in PALETTES.items() if one is not Palette.SAND]
    day = [f".{name}{{--rs:{t.skin};--rf:{t.skin_far};--rh:{t.hair}}}" for name, t in rest]
    night = "".join(f".{name}{{--rh:{t.hair_dark}}}" for name, t in rest)
    return f"{''.join(day)}@media(prefers-color-scheme:dark){{{night}}}"


@require_safe
def app_css(request: HttpRequest) -> HttpResponse:
    """Return the style sheet."""
    del request
    response = HttpResponse(sheet(), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={A_YEAR_S}, immutable"
    return response
