"""The page of tokens: which programs may read or write, one more, one less."""

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from runwright.domain.day_words import full_date
from runwright.domain.words import _
from runwright.web.api.models import ApiToken, Scope, new_token
from runwright.web.runner.models import runner_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """Return the tokens there are; a new one is shown this once."""
    runner = runner_of(request.user)
    if runner is None:
        return redirect("start")
    context: dict[str, object] = {"here": "you", "made": "", "fault": "", "name": ""}
    status = 200
    if request.method == "POST":
        name = request.POST.get("name", "").strip()
        scope = Scope.WRITE if request.POST.get("scope") == Scope.WRITE.value else Scope.READ
        if name:
            context["made"] = new_token(runner, name, scope, timezone.now())
        else:
            context["fault"] = _("Say which program it is for.")
            status = 422
    zone = ZoneInfo(runner.runner.timezone)
    context["tokens"] = [
        {
            "pk": one.pk,
            "name": one.name,
            "writes": one.writes,
            "made": full_date(one.made_at.astimezone(zone)),
            "used": "" if one.used_on is None else full_date(one.used_on),
        }
        for one in runner.tokens.all()
    ]
    return render(request, "api/tokens.html", context, status=status)


@require_POST
def end_token(request: HttpRequest, number: int) -> HttpResponse:
    """End a token at once, and show those that are left."""
    runner = runner_of(request.user)
    ApiToken.objects.filter(runner=runner, pk=number).delete()
    return redirect("tokens")
