"""The addresses of the library."""

from django.urls import path

from runwright.web.library import views

urlpatterns = [
    path("", views.exercises, name="library"),
    path("ladders/", views.ladders, name="library-ladders"),
    path("tests/", views.tests, name="library-tests"),
    path("tests/<str:name>/", views.test, name="library-test"),
    path("rules/", views.rules, name="library-rules"),
    path("rules/<str:name>/", views.rule, name="library-rule"),
    path("sources/", views.sources, name="library-sources"),
    path("sources/<str:name>/", views.source, name="library-source"),
    path("protocols/", views.protocols, name="library-protocols"),
    path("protocols/<str:name>/", views.protocol, name="library-protocol"),
    path("<str:name>/", views.exercise, name="library-exercise"),
]
