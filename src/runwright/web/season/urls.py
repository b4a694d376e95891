"""Addresses of changing the season: a week, why a day is as it is, moves, changes, going back."""

from django.urls import path

from runwright.web.season import change_views as changes
from runwright.web.season import move_views as moves
from runwright.web.season import week_views as week
from runwright.web.season import why_views as why

urlpatterns = [
    path("week/<int:number>/", week.week, name="week"),
    path("day/<str:day>/why/", why.why, name="why"),
    path("day/<str:day>/move/", moves.move, name="move"),
    path("season/changes/", changes.overview, name="changes"),
    path("season/changes/back/", changes.go_back, name="go-back"),
    path("season/changes/blocked/", changes.blocked, name="change-blocked"),
    path("season/changes/travel/", changes.travel, name="change-travel"),
    path("season/changes/race/", changes.race, name="change-race"),
    path("season/changes/runs/", changes.runs, name="change-runs"),
]
