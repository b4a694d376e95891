"""A season plan becomes one self-contained page: no request leaves it, no script is needed."""

from datetime import date
from types import SimpleNamespace

from markupsafe import Markup

from runwright.domain.plan import SeasonPlan
from runwright.domain.words import _
from runwright.figures.style import Palette, page_sheet
from runwright.formats.figure_html.book import FigureBook
from runwright.formats.html_frame import environment, own_text, policy, style_of, tidy
from runwright.formats.plan_html.badges import Badge, legend_of
from runwright.formats.plan_html.cited import Cited
from runwright.formats.plan_html.exercise_view import exercise_views
from runwright.formats.plan_html.findings_view import finding_views, need_views
from runwright.formats.plan_html.first_view import gates_first_urgent, gave_way
from runwright.formats.plan_html.gaps import events_of, limits_of
from runwright.formats.plan_html.glyphs import kinds_used, legend
from runwright.formats.plan_html.header_view import page_title, what_weeks_ask, where_now
from runwright.formats.plan_html.labels import labels
from runwright.formats.plan_html.reference_view import made_with, source_views
from runwright.formats.plan_html.season_chart import SeasonChart
from runwright.formats.plan_html.season_facts import SeasonFacts
from runwright.formats.plan_html.season_phone import SeasonRows
from runwright.formats.plan_html.week_view import WeekBook
from runwright.formats.plan_html.week_words import week_asks, week_span
from runwright.formats.plan_html.why_view import RuleShelf, points_words
from runwright.formats.plan_words.kinds import phase_name
from runwright.knowledge.library import Library

HERE = "runwright.formats.plan_html"
FIGURES = "runwright.formats.figure_html"


def render_html(
    plan: SeasonPlan, library: Library, *, today: date, figures: FigureBook | None = None
) -> str:
    """Return the page of a plan as it reads on a day; the same input gives the same page.

    Parameters
    ----------
    today
        Decides which week is open, what is past, and how far away the race is.
    figures
        Drawings of exercises; those of the open week move. A book serves one page.
    """
    drawings = figures if figures is not None else FigureBook({}, {})
    facts, cited, shelf = SeasonFacts(plan, today), Cited(plan, library), RuleShelf(library)
    page = (
        environment(HERE, FIGURES)
        .get_template("page.html.jinja")
        .render(
            t=labels(),
            **_frame(),
            **_front(plan, facts),
            **_weeks(plan, facts, cited, shelf, drawings),
            **_back(plan, cited, shelf),
            exercises=exercise_views(cited, library, drawings),
        )
    )
    return tidy(page)


def _frame() -> dict[str, object]:
    """Return what every page has."""
    sheets = (own_text(FIGURES, "1-figure.css"), Markup(page_sheet(Palette.SAND)))  # noqa: S704
    style = Markup("\n").join((style_of(HERE), *sheets))
    script = own_text(HERE, "print.js")
    return {"style": style, "script": script, "policy": policy(style, script)}


def _front(plan: SeasonPlan, facts: SeasonFacts) -> dict[str, object]:
    """Return the header, what to know first, and the season."""
    return {
        "plan": plan,
        "title": page_title(facts),
        "where_now": where_now(facts),
        "asks": what_weeks_ask(facts),
        "gates": gates_first_urgent(plan.gates),
        "gave_way": gave_way(plan, facts),
        "chart": _chart(facts),
        "legend": legend(kinds_used(plan)),
        "rows": _rows(facts),
        "current": facts.current,
    }


def _weeks(
    plan: SeasonPlan, facts: SeasonFacts, cited: Cited, shelf: RuleShelf, figures: FigureBook
) -> dict[str, object]:
    """Return the weeks and their small work."""
    limits = limits_of(cited.library, plan.made_with.protocol)
    book = WeekBook(facts, cited, shelf, events_of(plan), limits, figures)
    return {
        "weeks": book.weeks(),
        "missed": _missed(cited.library),
        "routines": book.routines.views(),
    }


def _back(plan: SeasonPlan, cited: Cited, shelf: RuleShelf) -> dict[str, object]:
    """Return the screen, the rules, the sources, and what the plan was made with."""
    rules = [shelf.rule(rule.id) for rule in cited.rules]
    used: set[Badge] = {badge for rule in rules for badge in rule.badges}
    return {
        "findings": finding_views(plan, cited.library, shelf),
        "needs": need_views(plan, cited.library, shelf),
        "sure": legend_of(used),
        "rules": rules,
        "rule_ids": {rule.id for rule in rules},
        "sources": source_views(cited),
        "made_with": made_with(plan, cited.library),
    }


def _chart(facts: SeasonFacts) -> SimpleNamespace:
    if not facts.weeks:
        return SimpleNamespace(wide=Markup(""), tall=Markup(""))
    return SimpleNamespace(wide=SeasonChart(facts).draw(), tall=SeasonRows(facts).draw())


def _rows(facts: SeasonFacts) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            anchor=f"week-{week.number}",
            number=week.number,
            span=week_span(week),
            phase=phase_name(week.phase),
            asks=" · ".join(week_asks(facts, week)),
        )
        for week in facts.weeks
    ]


def _missed(library: Library) -> str:
    """Return what a missed heavy session costs, to read the points against."""
    points = int(library.weights["missing_heavy"]["value"])
    return _("To compare: a missed heavy session costs {points}.").format(
        points=points_words(points)
    )
