"""The files of a plan: plan.json to ask, plan.html to read, plan.ics for the calendar."""

from datetime import UTC, date, datetime, time
from pathlib import Path

from runwright.cli.files import write_all
from runwright.figures.read import all_figures
from runwright.formats.figure_html.book import FigureBook
from runwright.formats.plan_html import render_html
from runwright.formats.plan_ics import render_ics
from runwright.formats.plan_json import to_json
from runwright.knowledge.library import Library
from runwright.planning.planner import PlannedSeason
from runwright.usecases.asked import asked_of
from runwright.usecases.replan_season import ChangedPlan

PLAN_JSON, PLAN_HTML, PLAN_ICS = "plan.json", "plan.html", "plan.ics"


def write_plan(
    folder: Path, planned: PlannedSeason, *, today: date, more: dict[str, str] | None = None
) -> tuple[Path, ...]:
    """Write the files of a plan, and `more` beside them; all of them or none.

    Parameters
    ----------
    today
        The page opens at this day's week.

    Raises
    ------
    LostOutputError
        If they cannot be written.
    """
    request = planned.request
    changed = ChangedPlan(plan=planned.plan, asked=asked_of(request))
    return write_changed(folder, changed, request.library, today=today, more=more)


def write_changed(
    folder: Path,
    changed: ChangedPlan,
    library: Library,
    *,
    today: date,
    more: dict[str, str] | None = None,
) -> tuple[Path, ...]:
    """Write the files of a plan that was changed, as `write_plan` does.

    Raises
    ------
    LostOutputError
        If they cannot be written.
    """
    plan = changed.plan
    texts: dict[str, str | bytes] = {
        PLAN_HTML: render_html(
            plan,
            library,
            today=today,
            figures=FigureBook(all_figures(), library.exercises),
        ),
        PLAN_ICS: render_ics(
            plan,
            timezone=changed.asked.runner.timezone,
            stamped_at=datetime.combine(today, time(), UTC),  # the same day, the same bytes
            library=library,
        ),
        PLAN_JSON: to_json(plan, changed.asked),
        **(more or {}),
    }
    return write_all(folder, texts)
