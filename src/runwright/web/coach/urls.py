"""Addresses of the coach."""

from django.urls import path

from runwright.web.coach import views

urlpatterns = [
    path("", views.changes, name="coach"),
    path("standing/", views.stands, name="standing"),
    path("decide/", views.decide, name="coach-decide"),
    path("back/", views.back, name="coach-back"),
]
