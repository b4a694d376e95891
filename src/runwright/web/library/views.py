"""The pages of the library."""

from collections.abc import Mapping
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runwright.formats.plan_html.badges import legend_of
from runwright.knowledge.library import load_library
from runwright.web.library.evidence import STRENGTHS
from runwright.web.library.exercise_page import exercise_page
from runwright.web.library.filters import filters_of
from runwright.web.library.ladders import exercise_sets, ladder_chapters
from runwright.web.library.mine import mine_of
from runwright.web.library.overview import choices, overview
from runwright.web.library.protocol_page import protocol_page
from runwright.web.library.rule_page import families, rule_page
from runwright.web.library.source_page import source_lines, source_page
from runwright.web.library.test_page import groups, test_page

Entry = TypeVar("Entry")


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """Return the exercises that fit what the address asks for."""
    library, mine = load_library(), mine_of(request)
    filters = filters_of(request.GET.dict(), library)
    if len(request.GET) != len(filters.asked):  # the form sends what was left open, too
        return redirect(f"{reverse('library')}?{filters.address}".removesuffix("?"))
    page = overview(filters, library, mine)
    return _page(request, "exercises", asked=filters, choices=choices(library, mine), page=page)


@require_safe
def exercise(request: HttpRequest, name: str) -> HttpResponse:
    """Return an exercise."""
    library = load_library()
    one = exercise_page(_known(library.exercises, name), library, mine_of(request))
    return _page(request, "exercises", "exercise", e=one)


@require_safe
def ladders(request: HttpRequest) -> HttpResponse:
    """Return every ladder."""
    library, mine = load_library(), mine_of(request)
    chapters, sets = ladder_chapters(library, mine), exercise_sets(library, mine)
    return _page(request, "ladders", chapters=chapters, sets=sets)


@require_safe
def tests(request: HttpRequest) -> HttpResponse:
    """Return the home tests."""
    return _page(request, "tests", groups=groups(load_library(), mine_of(request)))


@require_safe
def test(request: HttpRequest, name: str) -> HttpResponse:
    """Return a home test."""
    library = load_library()
    one = test_page(_known(library.tests, name), library, mine_of(request))
    return _page(request, "tests", "test", one=one)


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Return the rules."""
    library = load_library()
    found = families(library)
    used = {badge for family in found for rule in family.rules for badge in rule.badges}
    return _page(request, "rules", families=found, legend=legend_of(used))


@require_safe
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """Return a rule."""
    library = load_library()
    one = rule_page(_known(library.rules, name), library, mine_of(request))
    return _page(request, "rules", "rule", one=one)


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Return the sources."""
    strengths = STRENGTHS.values()
    return _page(request, "sources", sources=source_lines(load_library()), strengths=strengths)


@require_safe
def source(request: HttpRequest, name: str) -> HttpResponse:
    """Return a source."""
    library = load_library()
    return _page(
        request, "sources", "source", one=source_page(_known(library.sources, name), library)
    )


@require_safe
def protocols(request: HttpRequest) -> HttpResponse:
    """Return the protocols."""
    library, mine = load_library(), mine_of(request)
    ours_first = sorted(library.protocols.values(), key=lambda one: one.article is not None)
    found = [protocol_page(one, library, mine) for one in ours_first]
    return _page(request, "protocols", protocols=found)


@require_safe
def protocol(request: HttpRequest, name: str) -> HttpResponse:
    """Return a protocol."""
    library = load_library()
    one = protocol_page(_known(library.protocols, name), library, mine_of(request))
    return _page(request, "protocols", "protocol", one=one)


def _page(request: HttpRequest, part: str, template: str = "", **context: object) -> HttpResponse:
    """Return a page of one part of the library; the part's own page where none is named."""
    shown = {"part": part, "is_part": not template, "here": "library", **context}
    return render(request, f"library/{template or part}.html", shown)


def _known(entries: Mapping[str, Entry], name: str) -> Entry:
    """Return an entry of the library; not found where it has none of this name."""
    entry = entries.get(name)
    if entry is None:
        raise Http404
    return entry
