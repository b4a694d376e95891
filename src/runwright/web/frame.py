"""What every request passes and every page stands on: policy, sign-in, language, templates."""

import hashlib
import json
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from runwright.domain.units import distance_unit, load_unit, use_units
from runwright.domain.words import SOURCE_LANGUAGE, _, ngettext, use_language
from runwright.web.library.addresses import page_address
from runwright.web.player.words import waiting_words
from runwright.web.runner.models import RunnerRecord, know_runner, runner_of

Respond = Callable[[HttpRequest], HttpResponse]

# Nothing from anywhere else; drawings carry their own small style, so styles may stand inline.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
OPEN_PATHS = (
    "/static/",
    "/app.css",
    "/link/",
    "/sign-in/",
    "/accounts/",
    "/sw.js",
    "/alive",
    "/phone/",
    "/player/",
)
LANGUAGES = {"en": "English", "de": "Deutsch"}


def environment(**options: object) -> Environment:
    """Return the templates of the app; they escape what they are given."""
    options |= {
        "autoescape": True,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "undefined": StrictUndefined,
        "loader": ChoiceLoader([
            PackageLoader("runwright.web"),
            PackageLoader("runwright.formats.plan_html"),
            PackageLoader("runwright.formats.figure_html"),
        ]),
    }
    from runwright.web.player.files import module_url  # noqa: PLC0415  # it needs style_url

    made = Environment(**options)  # type: ignore[arg-type]  # noqa: S701  # autoescape is on, above
    made.globals |= {
        "t_": _,
        "nt_": ngettext,
        "url": reverse,
        "page_address": page_address,
        "static": static,
        "style_url": style_url,
        "module_url": module_url,
        "is_laptop": settings.IS_LAPTOP,
        "as_json": as_json,
        "runner_key": runner_key,
        "waiting_words": waiting_words,
        "load_unit": load_unit,
        "distance_unit": distance_unit,
    }
    return made


def runner_key(request: HttpRequest) -> int | str:
    """Return the number a phone keeps a runner's sessions by; '' where nobody is signed in."""
    runner = runner_of(request.user)
    return "" if runner is None else runner.pk


def as_json(value: object) -> Markup:
    """Return a value as JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False)
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(safe)  # noqa: S704  # nothing in it can end the element


@cache
def style_url() -> str:
    """Return the address of the style sheet, which changes when the sheet does."""
    from runwright.web.sheet import sheet  # noqa: PLC0415  # made when first asked for

    return f"/app.css?v={hashlib.sha256(sheet().encode()).hexdigest()[:12]}"


def page_policy(respond: Respond) -> Respond:
    """Put the policy on every answer, and keep people's pages out of shared caches."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.setdefault("Content-Security-Policy", POLICY)
        response.setdefault("Permissions-Policy", "geolocation=(), microphone=(), camera=(self)")
        if not request.path.startswith(("/static/", "/app.css")):
            response.setdefault("Cache-Control", "private, no-cache")
        return response

    return answered


def signed_in(respond: Respond) -> Respond:
    """Let nobody see a page of somebody's who is not signed in."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OPEN_PATHS) or request.user.is_authenticated:
            return respond(request)
        if request.path.startswith("/api/"):
            if request.headers.get("Authorization", "").startswith("Bearer "):
                return respond(request)  # the API itself asks whose token it is
            return JsonResponse({"code": "sign-in", "says": _("Sign in first.")}, status=401)
        return redirect(settings.LOGIN_URL)

    return answered


def reader(respond: Respond) -> Respond:
    """Say everything in the runner's language and units, or else in the browser's language."""

    def answered(request: HttpRequest) -> HttpResponse:
        runner = know_runner(request.user)
        wanted = _wanted(request, runner)
        use_language(wanted)
        use_units("" if runner is None else runner.units)
        with translation.override(wanted):  # the words of Django's forms and allauth's pages
            return respond(request)

    return answered


def _wanted(request: HttpRequest, runner: RunnerRecord | None) -> str:
    if runner is not None and runner.language:
        return runner.language
    told = request.headers.get("Accept-Language", "")
    codes = [part.partition(";")[0].strip() for part in told.split(",")]
    spoken = [code for code in codes if code.partition("-")[0] in LANGUAGES]
    return spoken[0] if spoken else SOURCE_LANGUAGE
