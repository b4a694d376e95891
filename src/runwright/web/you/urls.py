"""Addresses of the runner's own page."""

from django.urls import URLPattern, path

from runwright.web.api import token_views
from runwright.web.runner.step_views import settings_step
from runwright.web.you import views

urlpatterns: list[URLPattern] = [
    path("", views.you, name="you"),
    path("looks/", views.looks, name="looks"),
    path("plan/", views.plan_again, name="plan-again"),
    path("RUNNER.toml", views.runner_file, name="runner-file"),
    path("everything.zip", views.take_out, name="take-out"),
    path("bring-back/", views.bring_back, name="bring-back"),
    path("programs/", token_views.tokens, name="tokens"),
    path("programs/<int:number>/end/", token_views.end_token, name="end-token"),
    path("delete/", views.delete, name="delete"),
    path("<str:step>/", settings_step, name="settings-step"),
]
