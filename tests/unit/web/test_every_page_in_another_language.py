"""Every page in a language of marks: what bears none could not be said in any other language.

Where this fails, mark the text with `_` or `t_`, or put it into `tools/make_catalogue.py` where the
knowledge base says it. What a runner typed and what a source says stays as it is; the page says
`lang="en"` of what a source says.
"""

import re
from collections import Counter
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import resolve
from django.urls.exceptions import Resolver404

from runwright.domain import words
from runwright.formats.plan_html import render_html
from runwright.formats.plan_ics import render_ics
from runwright.knowledge.library import load_library
from runwright.web import frame
from runwright.web.player.scripts import ScriptDesk
from runwright.web.season.models import current_plan
from tests.unit.web.marked import (
    LANGUAGE,
    WORD,
    linked,
    outside_marks,
    unmarked,
    unmarked_in,
    write_marked,
)

OF_EACH_KIND = 1  # pages; all are made by the same code
START = ("/", "/start/", "/do/", "/do/bring/", "/sign-in/", "/link/used/", "/you/delete/", "/none/")
NO_PAGES = re.compile(r"/static/|/app\.css|/player/|/you/everything\.zip|/you/RUNNER\.toml")
OUR_NAMES = ("Runwright", "RUNNER.toml")  # names stay as they are in every language
EXAMPLE_OF_A_FILE = "placeholder=date,time,kind,minutes,km,title"  # columns are named in English
CUT_OR_CODED = ("Spring half…", "ID")  # a race where the chart has no room; a code of a source
NEW_RUNNER = ("/start/", *(f"/start/{one}/" for one in ("runs", "who", "time", "body", "tests")))
WRONG_FORMS = (
    ("/season/changes/race/", {"distance": "x", "day": "x"}),
    ("/season/changes/travel/", {"first": "2026-13-01"}),
    ("/season/changes/blocked/", {"first": "x"}),
    ("/season/changes/runs/", {"text": "1x"}),
    ("/check-in/", {"sleep": "99", "hurts": "yes"}),
    ("/do/bring/", {}),
    ("/you/bring-back/", {}),
    ("/you/who/", {"age": "x", "height": "x"}),
    ("/you/time/", {"minutes-0": "x", "minutes-1": "999"}),
    ("/you/body/", {}),
    ("/you/tests/", {"knee_to_wall-left": "x"}),
)


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory):
    return write_marked(tmp_path_factory.mktemp("locale"))


@pytest.fixture(autouse=True)
def marked(monkeypatch, catalogues):
    """Every request is answered in the language of marks."""

    def say_marks(_code):
        return words.use_language(LANGUAGE, catalogues=catalogues)

    monkeypatch.setattr(frame, "use_language", say_marks)
    yield
    words.use_language("en")


def typed_by(runner) -> list[str]:
    """Return what a runner typed, the longest first."""
    told = runner.runner
    sessions = [row.session for row in runner.performed.all()]
    texts = {told.name, *(race.name for race in told.races), *(one.note for one in sessions)}
    texts |= {run.title for run in runner.runs()}
    return sorted(filter(None, texts), key=len, reverse=True)


def bare(found, typed=()) -> list[str]:
    """Return what was found and is neither a name of ours nor typed."""
    left = []
    for text in found:
        rest = text
        for name in (*typed, *OUR_NAMES):
            rest = rest.replace(name, "")
        if WORD.search(rest) and not text.startswith(EXAMPLE_OF_A_FILE):
            left.append(text)
    return left


def kind_of(address: str) -> str:
    """Return the name of a page's address; '' for none."""
    try:
        return resolve(address.partition("?")[0]).url_name or ""
    except Resolver404:
        return ""


def test_no_page_of_a_runner_says_a_word_no_language_could_say(sample, signed_in):
    typed, met, left = typed_by(sample), Counter(), {}
    script = ScriptDesk(sample).days(ScriptDesk(sample).today, 5)[0].id
    waiting = [*START, f"/do/{script}/session.html", f"/api/v1/scripts/{script}"]
    seen = set(waiting)
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        met[kind] += 1
        if met[kind] > OF_EACH_KIND:
            continue
        answer = signed_in.get(address)
        if "json" in answer.headers.get("Content-Type", ""):
            found = unmarked_in(answer.json())
        else:
            page = answer.content.decode()
            found = unmarked(page)
            new = [one for one in linked(page) if not NO_PAGES.match(one) and one not in seen]
            seen.update(new)
            waiting += new
        if words_left := bare(found, typed):
            left[address] = words_left

    assert left == {}
    assert len(met) > 40


def test_no_page_of_the_first_visit_does_either(signed_in):
    left = {at: bare(unmarked(signed_in.get(at).content.decode())) for at in NEW_RUNNER}

    assert {at: found for at, found in left.items() if found} == {}


def test_what_is_wrong_with_a_form_is_said_in_words_that_can_be_translated(sample, signed_in):
    typed = typed_by(sample)
    left = {}
    for address, told in WRONG_FORMS:
        answer = signed_in.post(address, told, follow=True)
        if found := bare(unmarked(answer.content.decode()), typed):
            left[address] = found

    assert left == {}


def test_a_page_that_cannot_be_shown_says_so_in_words_that_can_be_translated(signed_in):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    strict.cookies = signed_in.cookies
    refused = strict.post("/you/looks/", {"language": "en"})

    assert refused.status_code == 403
    assert bare(unmarked(refused.content.decode())) == []


def test_a_figure_says_what_it_shows_in_words_that_can_be_translated(catalogues):
    words.use_language(LANGUAGE, catalogues=catalogues)
    from runwright.figures import Show, figure_svg  # noqa: PLC0415  # drawn in the language now

    assert bare(unmarked(figure_svg("goblet_squat", show=Show.MOVING))) == []


def test_the_page_to_print_and_the_calendar_are_in_the_language_too(sample, catalogues):
    words.use_language(LANGUAGE, catalogues=catalogues)
    plan, library = current_plan(sample).plan, load_library()
    page = render_html(plan, library, today=plan.start)
    stamp = datetime(2026, 1, 1, tzinfo=UTC)
    calendar = render_ics(plan, timezone="UTC", stamped_at=stamp, library=library)
    told = [line for line in lines_of(calendar) if line.startswith(("SUMMARY", "DESCRIPTION"))]
    typed = typed_by(sample)

    assert bare(unmarked(page), (*typed, *CUT_OR_CODED)) == []
    assert bare([outside_marks(line.partition(":")[2])[0] for line in told], typed) == []


def lines_of(calendar) -> list[str]:
    """Return the lines of a calendar, folded ones put together."""
    text = calendar.decode() if isinstance(calendar, bytes) else calendar
    return re.sub(r"\\[nN,;]", " ", text.replace("\r\n ", "")).splitlines()
