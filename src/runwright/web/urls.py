"""Every address of the app."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from runwright.web.accounts import views as accounts
from runwright.web.alive import alive, authority
from runwright.web.api.api import api
from runwright.web.figures import figure
from runwright.web.player import files
from runwright.web.player import views as player
from runwright.web.season import views as season
from runwright.web.sheet import app_css

urlpatterns: list[URLPattern | URLResolver] = [
    path("", season.today, name="today"),
    path("day/<str:day>/", season.day, name="day"),
    path("do/", player.do, name="player"),
    path("do/bring/", player.bring, name="bring"),
    path("do/<str:script>/session.html", player.alone, name="session-file"),
    path("do/<str:script>/", player.do, name="do"),
    path("player/<str:told>/<str:name>", files.module, name="player-module"),
    path("sw.js", files.worker, name="worker"),
    path("library/", include("runwright.web.library.urls")),
    path("api/v1/figures/<str:exercise>.svg", figure, name="figure"),
    path("api/v1/", api.urls),
    path("season/", season.season, name="season"),
    path("coach/", include("runwright.web.coach.urls")),
    path("", include("runwright.web.season.urls")),
    path("", include("runwright.web.diary.urls")),
    path("", include("runwright.web.runner.urls")),
    path("you/", include("runwright.web.you.urls")),
    path("link/<str:token>/", accounts.by_link, name="link"),
    path("sign-in/", accounts.sign_in, name="sign-in"),
    path("app.css", app_css, name="style"),
    path("alive", alive, name="alive"),
    path("phone/authority.crt", authority, name="authority"),
]
if not settings.IS_LAPTOP:
    urlpatterns += [
        path("accounts/password/reset/", accounts.forgotten, name="forgotten"),
        path("accounts/", include("allauth.urls")),
    ]

handler400 = "runwright.web.sorry.not_understood"
handler403 = "runwright.web.sorry.not_allowed"
handler404 = "runwright.web.sorry.not_found"
handler500 = "runwright.web.sorry.own_fault"
