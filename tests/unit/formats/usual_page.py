"""The page that most tests look at: the hand-made season on a Tuesday in its thirteenth week."""

from datetime import date
from functools import cache

from runwright.formats.plan_html import render_html
from runwright.knowledge.library import load_library
from tests.plans import season_plan
from tests.unit.formats.pages import Element, read_page

TODAY = date(2026, 11, 17)  # Tuesday of week 13
PLAN = season_plan()


def rendered(plan=PLAN, today=TODAY, **more) -> str:
    """The page as text."""
    return render_html(plan, load_library(), today=today, **more)


def page(plan=PLAN, today=TODAY, **more) -> Element:
    """The page, read."""
    return read_page(rendered(plan, today, **more))


@cache
def usual_page() -> Element:
    """The page of the usual plan on the usual day, read once."""
    return page()


def session_card(read: Element, name: str) -> Element:
    """The card of a session."""
    return read.one("article", id=f"s-{name}")
