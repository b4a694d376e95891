"""Signing in by link, and the page of whoever is not signed in."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from runwright.web.accounts.models import used_link

BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@require_http_methods(["GET", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in with a link; a second use, or a late one, gets a page that says what to do."""
    user = used_link(token, timezone.now()) if settings.IS_LAPTOP else None
    if user is None:
        return render(request, "accounts/link_ended.html", status=410)
    login(request, user, backend=BACKEND)
    return redirect("today")


def user_of(request: HttpRequest) -> User:
    """Return who is signed in.

    Raises
    ------
    PermissionDenied
        If nobody is.
    """
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


@never_cache
@require_GET
def sign_in(request: HttpRequest) -> HttpResponse:
    """Return how to get in: on a laptop the printed link, elsewhere a password or a passkey."""
    if settings.IS_LAPTOP:
        return render(request, "accounts/sign_in.html", status=401)
    return redirect("account_login")


@require_GET
def forgotten(request: HttpRequest) -> HttpResponse:
    """Return what to do about a forgotten password: nothing here sends mail."""
    return render(request, "accounts/forgotten.html")
