"""Whether the app answers: for whoever watches it, and for the phone's outbox."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Return a word."""
    del request
    return HttpResponse("alive", content_type="text/plain")
