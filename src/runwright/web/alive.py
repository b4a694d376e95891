"""Whether the app answers: for whoever watches it, and for the phone's outbox."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Return a word."""
    del request
    return HttpResponse("alive", content_type="text/plain")


@require_safe
def authority(request: HttpRequest) -> HttpResponse:
    """Return the certificate a phone is asked to trust; public by nature."""
    del request
    file = settings.DATA_DIR / "phone" / "authority.crt"
    if not file.exists():
        raise Http404
    response = HttpResponse(file.read_bytes(), content_type="application/x-x509-ca-cert")
    response["Content-Disposition"] = 'attachment; filename="runwright-authority.crt"'
    return response
