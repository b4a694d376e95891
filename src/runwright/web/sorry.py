"""Answers when a page cannot be shown: what happened, what is safe, a way on."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from runwright.domain.words import _

NOT_FOUND, FORBIDDEN, BAD, FAULT = 404, 403, 400, 500


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return words for an address that leads nowhere."""
    del exception  # what it says is for programmers
    return sorry(
        request,
        NOT_FOUND,
        code="not-found",
        title=_("There is nothing here"),
        says=_(
            "The address is wrong, or what it named is gone: a plan made anew can give days and "
            "sessions other names."
        ),
    )


def from_elsewhere(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return words for a form that did not come from a page of this sign-in."""
    del reason
    return sorry(
        request,
        FORBIDDEN,
        code="from-elsewhere",
        title=_("This was not kept"),
        says=_(
            "The form came from an older sign-in, or cookies are switched off. Go back, load the "
            "page again, and send it once more: what you typed is still there in most browsers."
        ),
    )


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return words for what this person may not see."""
    del exception
    return sorry(
        request,
        FORBIDDEN,
        code="not-allowed",
        title=_("This is not yours to open"),
        says=_("It belongs to another runner, or to nobody who is signed in."),
    )


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return words for a request that no page of ours sends."""
    del exception
    return sorry(
        request,
        BAD,
        code="not-understood",
        title=_("That did not arrive whole"),
        says=_("Nothing was changed. Go back, load the page again, and try once more."),
    )


def own_fault(request: HttpRequest) -> HttpResponse:
    """Return words for a fault of the program; the terminal that serves it says which."""
    return sorry(
        request,
        FAULT,
        code="own-fault",
        title=_("Something broke on our side"),
        says=_(
            "What you had kept before is safe. The terminal that runs Runwright names the fault: "
            "please report it, without your health data."
        ),
    )


def sorry(request: HttpRequest, status: int, *, code: str, title: str, says: str) -> HttpResponse:
    """Return a page with a title, a sentence and a way on; JSON where a program asked."""
    if request.path.startswith("/api/"):
        return JsonResponse({"code": code, "says": says}, status=status)
    return render(request, "sorry.html", {"title": title, "says": says}, status=status)
