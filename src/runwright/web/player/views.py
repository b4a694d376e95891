"""The player's page: the same for every session, so that one copy of it serves them all offline."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runwright.figures import Show
from runwright.web.figures import figure_query
from runwright.web.player.words import player_words
from runwright.web.runner.models import runner_of


@require_safe
def do(request: HttpRequest, script: str = "") -> HttpResponse:
    """Return the player; its modules take the session's id from the address."""
    del script
    runner = runner_of(request.user)
    if runner is None:
        return redirect("start")
    get_token(request)  # the outbox sends it with what was performed
    context = {
        "runner": runner,
        "words": player_words(),
        "query": figure_query(Show.MOVING, runner),
    }
    return render(request, "player/player.html", context)
