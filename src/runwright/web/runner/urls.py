"""Addresses of the set-up and the settings."""

from django.urls import URLPattern, path

from runwright.web.runner import safety_views, step_views, views

urlpatterns: list[URLPattern] = [
    path("safety/", safety_views.safety, name="safety"),
    path("start/", views.start, name="start"),
    path("start/sample/", views.start_sample, name="start-sample"),
    path("start/upload/", step_views.upload, name="upload-runs"),
    path("start/plan/", step_views.make_plan, name="make-plan"),
    path("start/<str:step>/", step_views.set_up, name="set-up"),
]
