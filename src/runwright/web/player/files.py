"""The player's files: modules under an address that names their edition, and the service worker."""

import gzip
import hashlib
import json
import re
from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from runwright.web.frame import style_url
from runwright.web.sheet import A_YEAR_S

FOLDER = Path(__file__).parent.parent / "static" / "web" / "player"
WORKER = "sw.js"
COMMENT = re.compile(r"^[ ]*/\*\*(?:[^*]|\*(?!/))*\*/\n", re.MULTILINE)  # on lines of their own
TOLD_NOTHING = 'const TOLD = { edition: "", files: [] };'


@cache
def modules() -> dict[str, str]:
    """Return the player's modules by name, as a phone gets them: without their comments."""
    files = sorted(FOLDER.glob("*.js"))
    return {one.name: COMMENT.sub("", one.read_text("utf-8")) for one in files}


@cache
def edition() -> str:
    """Return a short name of the modules as they are now; it changes when one of them does."""
    return hashlib.sha256(json.dumps(modules()).encode()).hexdigest()[:12]


def module_url(name: str) -> str:
    """Return the address of a module; the modules it imports are beside it."""
    return reverse("player-module", args=[edition(), name])


@require_safe
def module(request: HttpRequest, told: str, name: str) -> HttpResponse:
    """Return a module; one asked for by the name of another edition is not kept."""
    del request
    if name not in modules():
        raise Http404
    response = HttpResponse(_packed(name), content_type="text/javascript; charset=utf-8")
    response["Content-Encoding"] = "gzip"
    lasts = f"public, max-age={A_YEAR_S}, immutable" if told == edition() else "no-store"
    response["Cache-Control"] = lasts
    return response


@cache
def _packed(name: str) -> bytes:
    return gzip.compress(modules()[name].encode(), mtime=0)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Return the service worker, told which files make up the player."""
    del request
    shell = [module_url(name) for name in modules() if name != WORKER]
    told = {"edition": edition(), "files": [*shell, style_url(), static("web/mark.svg")]}
    text = modules()[WORKER].replace(TOLD_NOTHING, f"const TOLD = {json.dumps(told)};", 1)
    response = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
