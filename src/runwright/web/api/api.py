"""Every address of the API; its description is at ``/api/v1/openapi.json``."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError
from ninja.security import django_auth

from runwright import __version__
from runwright.domain.words import _
from runwright.web.api.answers import NOT_THERE, NoRunnerError
from runwright.web.api.bearer import Bearer, ScopeError
from runwright.web.api.coach import router as coach
from runwright.web.api.diary import router as diary
from runwright.web.api.reading import router as reading
from runwright.web.api.scripts import router as scripts

api = NinjaAPI(
    title="Runwright",
    version=__version__,
    urls_namespace="api",
    docs_url=None,  # a page of somebody else's scripts; any viewer opens openapi.json
    auth=[Bearer(), django_auth],
)
api.add_router("", scripts)
api.add_router("", diary)
api.add_router("", reading)
api.add_router("", coach)


@api.exception_handler(AuthenticationError)
def signed_out(request: HttpRequest, error: Exception) -> HttpResponse:
    """Return what to do when nobody is signed in."""
    del request, error
    return JsonResponse({"code": "sign-in", "says": _("Sign in first.")}, status=401)


@api.exception_handler(NoRunnerError)
def no_runner(request: HttpRequest, error: Exception) -> HttpResponse:
    """Return what to do when nobody has said who runs."""
    del request
    return JsonResponse({"code": NoRunnerError.code, "says": str(error)}, status=NOT_THERE)


@api.exception_handler(ScopeError)
def may_not_write(request: HttpRequest, error: Exception) -> HttpResponse:
    """Return what to do when a token may only read."""
    del request
    return JsonResponse({"code": ScopeError.code, "says": str(error)}, status=403)
